//! A run that has ended, as every export takes it.

use super::data_view::DataView;
use crate::data::item_group::ItemGroup;
use crate::experiment::Experiment;
use crate::model::record::RECORD_BUDGET;
use crate::model::training::is_kept;
use crate::model::{Outcome, Record};

/// A record, how its run ended, and what its items and watched pairs are called.
#[derive(Clone, Copy, Debug)]
pub struct RunView<'a> {
    /// Names of the P items.
    pub items: &'a [String],
    /// The user's names for groups of items.
    pub groups: &'a [ItemGroup],
    /// A name for each watched pair, such as `Shark has_bones`.
    pub watched: &'a [String],
    /// How many epochs were asked for.
    pub n_epochs: usize,
    /// The record.
    pub record: &'a Record,
    /// How the run ended.
    pub outcome: Outcome,
    /// The data that were taught; `None` if there is only the record.
    pub data: Option<&'a DataView>,
}

impl<'a> RunView<'a> {
    /// The run of an experiment; `watched` are its [`Experiment::pair_names`].
    pub fn of(
        experiment: &'a Experiment,
        watched: &'a [String],
        record: &'a Record,
        outcome: Outcome,
    ) -> Self {
        Self {
            items: &experiment.items,
            groups: &experiment.groups,
            watched,
            n_epochs: experiment.n_epochs,
            record,
            outcome,
            data: None,
        }
    }

    /// The last epoch that was to be trained, counted from 0.
    pub fn last_epoch(&self) -> usize {
        self.n_epochs.saturating_sub(1)
    }

    /// The same with what was taught.
    #[must_use]
    pub fn with_data(self, data: &'a DataView) -> Self {
        let data = Some(data);
        Self { data, ..self }
    }

    /// Every how many epochs a row was kept; 1 where there are too few rows to tell.
    pub fn stride(&self) -> usize {
        match self.record.epochs() {
            [first, second, _, ..] => second - first,
            _ => 1,
        }
    }

    /// The epoch of every row that the run has, or would have if it had not diverged.
    pub fn epochs(&self) -> Vec<usize> {
        let recorded = self.record.epochs();
        if self.outcome == Outcome::Finished {
            return recorded.to_vec();
        }
        let stride = self.record.shape().stride(self.n_epochs, RECORD_BUDGET);
        let missing = recorded.last().map_or(0, |epoch| epoch + 1);
        let is_kept = |epoch: &usize| is_kept(*epoch, stride, self.n_epochs);
        let missing = (missing..self.n_epochs).filter(is_kept);
        recorded.iter().copied().chain(missing).collect()
    }
}
