//! The input of the Learning view's pictures: a run at an epoch.

use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::picture::RunView;

/// A run at an epoch.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The run; it has at least one row.
    pub run: &'a Run,
    /// The run in the form that pictures take.
    pub view: RunView<'a>,
    /// The epoch looked at.
    pub epoch: usize,
    /// The hidden layer that is shown, from 0; `None` if the network has none.
    pub layer: Option<usize>,
    /// The words.
    pub words: &'a Words,
    /// The colours.
    pub colours: &'a ThemeColours,
}

impl Scene<'_> {
    /// The epoch looked at or, of a run under way, the last that there is.
    pub(crate) fn epoch_shown(&self) -> usize {
        let last = self.view.record.epochs().last().copied().unwrap_or(0);
        if self.view.outcome.diverged_at().is_some() {
            self.epoch
        } else {
            self.epoch.min(last)
        }
    }

    /// The row looked at, or the last before it at which the run does not blow up.
    pub(crate) fn steady_row(&self) -> usize {
        let record = &self.run.record;
        self.run
            .extent
            .steady_row(record, record.row_at(self.epoch))
    }

    /// The epoch of [`Scene::steady_row`], where that is not the row looked at.
    pub(crate) fn stands_in(&self) -> Option<usize> {
        let record = &self.run.record;
        let row = self.steady_row();
        let is_other = row != record.row_at(self.epoch);
        record.epochs().get(row).copied().filter(|_| is_other)
    }
}
