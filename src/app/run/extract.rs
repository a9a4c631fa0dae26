//! How much of a run was there when something was made of it, and whether that will still do.

use super::run::Run;
use crate::worker::RunId;

/// How much of a run was there when something was made of all of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Extract {
    run: RunId,
    layer: usize,
    n_rows: usize,
    has_ended: bool,
}

impl Extract {
    /// Of the run as it is now.
    pub(crate) fn of(run: &Run, layer: usize) -> Self {
        Self {
            run: run.id,
            layer,
            n_rows: run.record.len(),
            has_ended: run.ending.is_some(),
        }
    }

    /// Whether it will do for `now`: the same, or of a run under way that has hardly grown.
    pub(crate) fn serves(&self, now: &Self) -> bool {
        let is_of_same = (self.run, self.layer) == (now.run, now.layer);
        let has_hardly_grown = !now.has_ended && now.n_rows < self.n_rows + self.n_rows / 50;
        is_of_same && (self == now || has_hardly_grown)
    }
}
