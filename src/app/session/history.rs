//! Undo and redo, for every edit of the experiment and the pinned runs, and for the opening of a
//! file.

use std::path::PathBuf;

use super::look::Look;
use super::pins::PinList;
use crate::experiment::Experiment;

/// The most edits that can be taken back.
const MOST: usize = 200;

/// The state before an edit or after it.
#[derive(Clone, Debug)]
pub(crate) struct HistoryState {
    pub(crate) experiment: Experiment,
    /// The pinned runs, if the edit changed them.
    pub(crate) pins: Option<PinList>,
    /// The file and the look, if the edit was the opening of another file.
    pub(crate) opening: Option<Box<Opening>>,
}

/// The state that opening a file changes besides the experiment and the pins.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    /// The current file; `None` before the first.
    pub(crate) path: Option<PathBuf>,
    /// How the run is looked at.
    pub(crate) look: Look,
    /// The epoch looked at.
    pub(crate) epoch: usize,
}

impl HistoryState {
    /// Keeps pins, file and look only if the matching snapshot has them.
    fn limited_to(self, other: &Self) -> Self {
        Self {
            pins: self.pins.filter(|_| other.pins.is_some()),
            opening: self.opening.filter(|_| other.opening.is_some()),
            ..self
        }
    }
}

impl From<&Experiment> for HistoryState {
    fn from(experiment: &Experiment) -> Self {
        Self {
            experiment: experiment.clone(),
            pins: None,
            opening: None,
        }
    }
}

/// The states before each edit, and those that were taken back.
#[derive(Debug, Default)]
pub(crate) struct History {
    past: Vec<HistoryState>,
    future: Vec<HistoryState>,
    /// The drag under way has been noted: its later positions are the same edit.
    is_in_drag: bool,
}

impl History {
    /// Notes the state before an edit. All edits while a button is down are one.
    pub(crate) fn note(&mut self, before: HistoryState, is_button_down: bool) {
        let is_same_edit = is_button_down && self.is_in_drag;
        self.is_in_drag = is_button_down;
        if is_same_edit {
            return;
        }
        self.future.clear();
        self.past.push(before);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// The button was released: what comes next is another edit.
    pub(crate) fn end_drag(&mut self) {
        self.is_in_drag = false;
    }

    /// The state before the last edit, `now` being kept for [`History::redo`].
    pub(crate) fn undo(&mut self, now: HistoryState) -> Option<HistoryState> {
        let before = self.past.pop()?;
        self.future.push(now.limited_to(&before));
        Some(before)
    }

    /// The state that was last taken back, `now` being kept for [`History::undo`].
    pub(crate) fn redo(&mut self, now: HistoryState) -> Option<HistoryState> {
        let after = self.future.pop()?;
        self.past.push(now.limited_to(&after));
        Some(after)
    }

    /// Whether there is something to take back.
    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something was taken back.
    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_lr(lr: f64) -> HistoryState {
        HistoryState::from(&Experiment {
            lr,
            ..Experiment::default()
        })
    }

    impl History {
        fn undone(&mut self, now: f64) -> Option<f64> {
            Some(self.undo(with_lr(now))?.experiment.lr)
        }

        fn redone(&mut self, now: f64) -> Option<f64> {
            Some(self.redo(with_lr(now))?.experiment.lr)
        }
    }

    #[test]
    fn edits_are_taken_back_and_made_again() {
        let mut history = History::default();
        history.note(with_lr(1.0), false);
        history.note(with_lr(2.0), false);
        assert_eq!(history.undone(3.0), Some(2.0));
        assert_eq!(history.undone(2.0), Some(1.0));
        assert!(!history.can_undo());
        assert_eq!(history.redone(1.0), Some(2.0));
        assert_eq!(history.redone(2.0), Some(3.0));
        assert_eq!(history.redone(3.0), None);
    }

    #[test]
    fn a_drag_is_one_edit_and_two_drags_are_two() {
        let mut history = History::default();
        history.note(with_lr(1.0), true);
        history.note(with_lr(2.0), true);
        history.end_drag();
        history.note(with_lr(3.0), true);
        assert_eq!(history.undone(4.0), Some(3.0));
        assert_eq!(history.undone(3.0), Some(1.0));
    }

    #[test]
    fn a_new_edit_forgets_what_was_taken_back() {
        let mut history = History::default();
        history.note(with_lr(1.0), false);
        history.undone(2.0);
        history.note(with_lr(1.0), false);
        assert!(!history.can_redo());
    }

    #[test]
    fn memory_is_bounded() {
        let mut history = History::default();
        for i in 0..3 * MOST {
            history.note(with_lr(i as f64), false);
        }
        assert_eq!(history.past.len(), MOST);
    }
}
