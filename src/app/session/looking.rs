//! Verbs that change only what is seen. Looking is no change of the work, and is not undone.

use super::look::{take_over, take_over_atlas};
use super::session::Session;
use crate::app::command::action::Direction;
use crate::app::command::view::View;
use crate::experiment::atlas_look::AtlasLook;
use crate::experiment::view::LearningOptions;

impl Session {
    /// Shows another view.
    pub(crate) fn show_view(&mut self, view: View) {
        self.look.view = view;
        self.own_look.view = view;
    }

    /// Sets the Learning view; what is changed by this is the user's own choice from now on.
    pub(crate) fn set_learning(&mut self, learning: LearningOptions) {
        take_over(&mut self.own_look.learning, &self.look.learning, &learning);
        self.look.learning = learning;
    }

    /// Sets the Atlas view; what is changed by this is the user's own choice from now on.
    pub(crate) fn set_atlas(&mut self, atlas: AtlasLook) {
        take_over_atlas(&mut self.own_look.atlas, &self.look.atlas, &atlas);
        self.look.atlas = atlas;
    }

    /// Sets the Learning view by changing it.
    pub(crate) fn change_learning(&mut self, change: impl FnOnce(&mut LearningOptions)) {
        let mut learning = self.look.learning.clone();
        change(&mut learning);
        self.set_learning(learning);
    }

    /// Follows these pairs of items.
    pub(crate) fn follow(&mut self, pairs: Vec<[usize; 2]>) {
        self.look.followed = pairs;
    }

    /// The pin under the pointer; answers whether that is another one than before.
    pub(crate) fn hover_pin(&mut self, pin: Option<usize>) -> bool {
        let is_other = self.pins.hovered != pin;
        self.pins.hovered = pin;
        is_other
    }

    /// Looks at an epoch.
    pub(crate) fn look_at(&mut self, epoch: usize) {
        self.playhead.look_at(epoch);
    }

    /// Moves the epoch by so many, within the run.
    pub(crate) fn move_epoch(&mut self, n: i64) {
        self.playhead.move_by(n, self.last_epoch_seen());
    }

    /// Looks at the first epoch.
    pub(crate) fn first_epoch(&mut self) {
        self.playhead.look_at(0);
    }

    /// Looks at the last epoch.
    pub(crate) fn last_epoch(&mut self) {
        self.playhead.look_at(self.last_epoch_seen());
    }

    /// Goes to the next stage, or the one before.
    pub(crate) fn move_stage(&mut self, direction: Direction) {
        let run = self.run_state.shown();
        let plateaus = run.map_or(&[][..], |run| &run.plateaus);
        let last_epoch = self.last_epoch_seen();
        self.playhead.move_to_stage(direction, plateaus, last_epoch);
    }

    /// Starts or stops playing the epochs.
    pub(crate) fn toggle_play(&mut self) {
        self.playhead.toggle(self.last_epoch_seen());
    }

    /// Plays so many epochs a second.
    pub(crate) fn set_speed(&mut self, speed: f64) {
        self.playhead.speed = speed;
    }

    /// Lets `dt` seconds pass; answers whether the epoch is moving.
    pub(crate) fn play(&mut self, dt: f64) -> bool {
        let is_playing = self.playhead.is_playing();
        self.playhead.advance(dt, self.last_epoch_seen());
        is_playing
    }
}
