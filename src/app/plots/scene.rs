//! What every panel below the Learning view is drawn from, and whether what it has drawn before
//! still serves.

use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;

/// A run at an epoch.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The run; it has at least one row.
    pub run: &'a Run,
    /// The epoch looked at.
    pub epoch: usize,
    /// Which hidden layer, from 0; none without one.
    pub layer: Option<usize>,
    /// The words.
    pub words: &'a Words,
    /// The colours.
    pub palette: &'a Palette,
}

impl Scene<'_> {
    /// The row looked at, or the last before it at which the run does not blow up.
    pub(crate) fn steady_row(&self) -> usize {
        self.run.steady_row(self.run.record.row_at(self.epoch))
    }

    /// The epoch of [`Scene::steady_row`], where that is not the row looked at.
    pub(crate) fn stands_in(&self) -> Option<usize> {
        let row = self.steady_row();
        let is_other = row != self.run.record.row_at(self.epoch);
        self.run
            .record
            .epochs()
            .get(row)
            .copied()
            .filter(|_| is_other)
    }

    /// At most `most` rows over the whole of the run, as far as it does not blow up.
    pub(crate) fn rows(&self, most: usize) -> Vec<usize> {
        let last = self.run.steady_row(self.run.record.len());
        let stride = (last + 1).div_ceil(most).max(1);
        let rows = (0..last).step_by(stride);
        rows.chain([last]).collect()
    }

    /// The items' names.
    pub(crate) fn items(&self) -> Vec<String> {
        self.words.items(&self.run.facts.experiment)
    }
}
