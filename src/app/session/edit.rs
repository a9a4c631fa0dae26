//! Verbs that change what is trained or pinned. Each can be undone.

use super::history::HistoryState;
use super::pins::PinList;
use super::session::{OPENING_EPOCH, Session};
use crate::app::command::action::PinChange;
use crate::data::TreeRecipe;
use crate::experiment::Experiment;

impl Session {
    /// Puts another experiment in the present one's place and trains it. All edits of one drag are
    /// undone as one. Nothing can be edited before recovered work is decided about.
    pub(crate) fn edit(&mut self, experiment: Experiment, is_dragging: bool) {
        if !self.document.can_edit() {
            return;
        }
        if experiment != self.experiment {
            self.history.note((&self.experiment).into(), is_dragging);
            if let Some(run) = self.run_state.shown().filter(|_| is_dragging) {
                self.pins.begin_drag(run);
            }
        }
        self.train(experiment);
    }

    /// The drag is over: what comes next is another edit.
    pub(crate) fn end_drag(&mut self) {
        self.history.end_drag();
        self.pins.end_drag();
    }

    /// Takes back the last edit.
    pub(crate) fn undo(&mut self) {
        if !self.document.can_edit() {
            return;
        }
        if let Some(before) = self.history.undo(self.moment()) {
            self.go_to(before);
        }
    }

    /// Makes the edit that was last taken back again.
    pub(crate) fn redo(&mut self) {
        if !self.document.can_edit() {
            return;
        }
        if let Some(after) = self.history.redo(self.moment()) {
            self.go_to(after);
        }
    }

    fn go_to(&mut self, moment: HistoryState) {
        if let Some(opening) = moment.opening {
            self.leave_view();
            self.document.go_to(opening.path);
            self.look = opening.look;
        }
        if let Some(epoch) = moment.epoch {
            self.playhead.look_at(epoch);
        }
        if let Some(pins) = moment.pins {
            self.replace_pins(pins);
        }
        if moment.experiment != self.experiment {
            self.train(moment.experiment);
        }
    }

    /// Shows these pins in place of others, and trains those that are not yet.
    pub(super) fn replace_pins(&mut self, pins: PinList) {
        self.pins.replace(pins);
        self.pin_training.restart(&self.pins);
    }

    /// Draws the first weights from the next seed.
    pub(crate) fn new_init(&mut self) {
        let mut experiment = self.experiment.clone();
        experiment.init_seed = experiment.init_seed.wrapping_add(1);
        experiment.init_before = 0;
        experiment.weights = None;
        self.edit(experiment, false);
    }

    /// Draws the tree's data from the next seed; data of the user's own stay.
    pub(crate) fn new_data(&mut self) {
        let mut experiment = self.experiment.clone();
        if let Some(tree) = experiment.data.tree_mut() {
            tree.seed = tree.seed.wrapping_add(1);
            tree.outputs_before = 0;
            self.edit(experiment, false);
        }
    }

    /// From data of the user's own back to the tutorial's tree.
    pub(crate) fn back_to_tree(&mut self) {
        let mut experiment = self.experiment.on_tree(TreeRecipe::default());
        if self.has_fitting_lr() {
            experiment.lr = Experiment::default().lr;
        }
        self.edit(experiment, false);
    }

    /// Back to the tutorial's experiment; answers whether it was another one. Undo brings the epoch
    /// back, too.
    pub(crate) fn reset(&mut self) -> bool {
        let is_other = self.experiment != Experiment::default();
        if !self.document.can_edit() {
            return false;
        }
        if is_other {
            let before = HistoryState {
                epoch: Some(self.epoch()),
                ..(&self.experiment).into()
            };
            self.history.note(before, false);
        }
        self.playhead.look_at(OPENING_EPOCH);
        self.train(Experiment::default());
        is_other
    }

    /// Changes the pinned runs.
    pub(crate) fn pin(&mut self, change: PinChange) {
        if !self.document.can_edit() {
            return;
        }
        let changes_pins = match change {
            // The run that is shown is pinned, which may not be of the newest experiment yet.
            PinChange::Add => {
                let shown = self.run_state.shown();
                shown.is_some_and(|run| !self.pins.has(&run.facts.experiment))
            }
            PinChange::Restore(_) => false,
            _ => true,
        };
        if changes_pins {
            let before = HistoryState {
                opening: None,
                epoch: None,
                ..self.moment()
            };
            self.history.note(before, false);
        }
        match change {
            PinChange::Add => {
                if let Some(run) = self.run_state.shown() {
                    self.pins.pin(run);
                }
            }
            PinChange::Restore(pin) => {
                if let Some(pin) = self.pins.all.get(pin) {
                    let experiment = pin.trace.experiment.clone();
                    self.edit(experiment, false);
                }
            }
            PinChange::Remove(pin) => self.pins.remove(pin),
            PinChange::Rename(pin, name) => self.pins.rename(pin, name),
            PinChange::Recolour(pin) => self.pins.recolour(pin),
            PinChange::ToggleHidden(pin) => self.pins.toggle_hidden(pin),
        }
    }
}
