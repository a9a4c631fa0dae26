//! Undo and redo, for every edit of the experiment and the pinned runs, and for the opening of a
//! file.

use std::path::PathBuf;

use super::look::Look;
use super::pins::PinList;
use crate::data::OwnSource;
use crate::experiment::Experiment;

/// The most edits that can be taken back.
const MOST: usize = 200;

/// The data of one's own in those edits, and their files, have at most so many bytes together; the
/// last edit can always be taken back.
const MAX_BYTES: usize = 1 << 30;

/// The state before an edit or after it.
#[derive(Clone, Debug)]
pub(crate) struct HistoryState {
    pub(crate) experiment: Experiment,
    /// The pinned runs, if the edit changed them.
    pub(crate) pins: Option<PinList>,
    /// The epoch looked at, if the edit moved it.
    pub(crate) epoch: Option<usize>,
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
}

impl HistoryState {
    /// Keeps pins, epoch, file and look only if the matching snapshot has them.
    fn limited_to(self, other: &Self) -> Self {
        Self {
            pins: self.pins.filter(|_| other.pins.is_some()),
            epoch: self.epoch.filter(|_| other.epoch.is_some()),
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
            epoch: None,
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
        self.forget(MAX_BYTES);
    }

    /// Forgets the oldest edits until there are not too many, with data of at most so many bytes.
    fn forget(&mut self, max_bytes: usize) {
        while self.past.len() > MOST || (self.past.len() > 1 && own_bytes(&self.past) > max_bytes) {
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

/// The bytes of the data of one's own in these states, and of their files. States that follow one
/// another share what they have in common.
fn own_bytes(states: &[HistoryState]) -> usize {
    let mut last: Option<&OwnSource> = None;
    let mut n_bytes = 0;
    for own in states.iter().filter_map(|it| it.experiment.data.own()) {
        let file = |own: &OwnSource| own.provenance.as_ref().map(|it| it.file.clone());
        if last.is_none_or(|last| last.data != own.data) {
            n_bytes += size_of_val(own.data.dataset.targets.as_slice());
        }
        if last.and_then(file) != file(own) {
            n_bytes += file(own).map_or(0, |file| file.0.len());
        }
        last = Some(own);
    }
    n_bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{OwnData, Place};

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

    #[test]
    fn edits_of_large_data_are_forgotten_sooner() {
        let state = |values: [f64; 4]| {
            let names = vec!["a".to_owned(), "b".to_owned()];
            let targets = nalgebra::DMatrix::from_column_slice(2, 2, &values);
            let own = OwnData::new(names, None, targets, None, |_| Place::default());
            let own = own.expect("it is data");
            HistoryState::from(&Experiment::default().on_own("x".to_owned(), own))
        };
        let mut history = History::default();
        let first = state([1.0, 2.0, 3.0, 4.0]);
        for next in [first.clone(), first, state([1.0, 2.0, 3.0, 5.0])] {
            history.note(next, false);
        }
        // Four numbers of 8 bytes, twice: the first two states share theirs.
        assert_eq!(own_bytes(&history.past), 64);
        history.forget(63);
        assert_eq!(history.past.len(), 1);
        history.forget(0);
        assert!(history.can_undo());
    }
}
