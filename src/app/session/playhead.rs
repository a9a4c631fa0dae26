//! The epoch looked at, and whether it moves.

use crate::app::command::action::Direction;

/// The epoch looked at, and whether it moves.
#[derive(Debug)]
pub(crate) struct Playhead {
    /// The epoch asked for; a shorter run shows its last one.
    epoch: f64,
    /// Epochs a second.
    pub(crate) speed: f64,
    is_playing: bool,
}

impl Playhead {
    /// A playhead at rest at `epoch`.
    pub(crate) fn new(epoch: usize, speed: f64) -> Self {
        Self {
            epoch: epoch as f64,
            speed,
            is_playing: false,
        }
    }

    /// The epoch to show of a run that ends with `last_epoch`.
    pub(crate) fn epoch(&self, last_epoch: usize) -> usize {
        (self.epoch as usize).min(last_epoch)
    }

    /// Whether it is moving.
    pub(crate) fn is_playing(&self) -> bool {
        self.is_playing
    }

    /// Looks at an epoch.
    pub(crate) fn look_at(&mut self, epoch: usize) {
        self.epoch = epoch as f64;
    }

    /// Moves by so many epochs, within the run.
    pub(crate) fn move_by(&mut self, n: i64, last_epoch: usize) {
        let epoch = (self.epoch(last_epoch) as i64 + n).clamp(0, last_epoch as i64);
        self.look_at(epoch as usize);
    }

    /// Goes to where the next stage has been learned, or the one before; to the run's ends beyond
    /// the last.
    pub(crate) fn move_to_stage(
        &mut self,
        direction: Direction,
        plateaus: &[usize],
        last_epoch: usize,
    ) {
        let here = self.epoch(last_epoch);
        let mut epochs = plateaus.iter().copied();
        let target = match direction {
            Direction::Forth => epochs.find(|&epoch| epoch > here).unwrap_or(last_epoch),
            Direction::Back => epochs.rfind(|&epoch| epoch < here).unwrap_or(0),
        };
        self.look_at(target);
    }

    /// Starts, from the beginning if it stands at the end, or stops.
    pub(crate) fn toggle(&mut self, last_epoch: usize) {
        self.is_playing = !self.is_playing;
        if self.is_playing && self.epoch(last_epoch) == last_epoch {
            self.look_at(0);
        }
    }

    /// Lets `dt` seconds pass; stops at the end.
    pub(crate) fn advance(&mut self, dt: f64, last_epoch: usize) {
        if !self.is_playing {
            return;
        }
        let last = last_epoch as f64;
        self.epoch = (self.epoch + dt * self.speed).min(last);
        self.is_playing = self.epoch < last;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_walked_both_ways_and_end_at_the_runs_ends() {
        let mut playhead = Playhead::new(100, 60.0);
        let mut seen = Vec::new();
        for direction in [
            Direction::Forth,
            Direction::Forth,
            Direction::Forth,
            Direction::Back,
            Direction::Back,
            Direction::Back,
            Direction::Back,
        ] {
            playhead.move_to_stage(direction, &[104, 126, 150], 249);
            seen.push(playhead.epoch(249));
        }
        assert_eq!(seen, [104, 126, 150, 126, 104, 0, 0]);
    }

    #[test]
    fn playing_ends_at_the_last_epoch_and_begins_again() {
        let mut playhead = Playhead::new(240, 60.0);
        playhead.toggle(249);
        playhead.advance(0.1, 249);
        assert_eq!(playhead.epoch(249), 246);
        playhead.advance(10.0, 249);
        assert_eq!(playhead.epoch(249), 249);
        assert!(!playhead.is_playing());
        playhead.toggle(249);
        assert_eq!(playhead.epoch(249), 0);
        assert!(playhead.is_playing());
    }

    #[test]
    fn a_shorter_run_shows_its_last_epoch_and_the_wish_is_kept() {
        let playhead = Playhead::new(150, 60.0);
        assert_eq!(playhead.epoch(49), 49);
        assert_eq!(playhead.epoch(249), 150);
    }

    #[test]
    fn steps_stay_within_the_run() {
        let mut playhead = Playhead::new(5, 60.0);
        playhead.move_by(-10, 249);
        assert_eq!(playhead.epoch(249), 0);
        playhead.move_by(1000, 249);
        assert_eq!(playhead.epoch(249), 249);
    }
}
