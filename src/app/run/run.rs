//! A run as far as it has come, and what is read off it: its ending, its stages, its drops.

use std::sync::Arc;
use std::time::Duration;

use crate::analysis::extent::Extent;
use crate::analysis::illusion::{self, Belief};
use crate::analysis::stages;
pub use crate::analysis::stages::Stage;
use crate::analysis::theory::Foreseen;
use crate::experiment::{Pair, taught};
use crate::model::{Outcome, Record};
use crate::worker::{RunFacts, RunId};

/// A run with at least one row.
#[derive(Debug)]
pub struct Run {
    /// Which run.
    pub id: RunId,
    /// The facts known before it began.
    pub facts: Arc<RunFacts>,
    /// The theory of the run, once that is known.
    pub foreseen: Option<Arc<Foreseen>>,
    /// The rows that have come so far. Shared with whoever draws it on another thread.
    pub record: Arc<Record>,
    /// How the run ended; `None` while it goes on.
    pub ending: Option<RunEnd>,
    /// Extremes over the record so far.
    pub extent: Extent,
    /// Where modes rose, in the order of the epochs.
    pub stages: Vec<Stage>,
    /// The epochs by which the stages have been learned, ascending.
    pub plateaus: Vec<usize>,
    /// In how many drops the loss fell.
    pub n_drops: usize,
    /// The first epoch with a loss below 10⁻³, if there was one when the record was last read.
    pub learned: Option<usize>,
    /// Rows from which stages, drops and that epoch were last read.
    n_read: usize,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunEnd {
    /// Finished or diverged.
    pub outcome: Outcome,
    /// Time spent on the setup.
    pub setup_time: Duration,
    /// Time spent training.
    pub training_time: Duration,
}

impl Run {
    pub(crate) fn new(id: RunId, facts: Arc<RunFacts>, record: Record) -> Self {
        let mut run = Self {
            id,
            facts,
            foreseen: None,
            record: Arc::new(record),
            ending: None,
            extent: Extent::default(),
            stages: Vec::new(),
            plateaus: Vec::new(),
            n_drops: 0,
            learned: None,
            n_read: 0,
        };
        let n_epochs = run.facts.experiment.n_epochs;
        let n_missing = (n_epochs.div_ceil(run.facts.stride) + 1).saturating_sub(run.record.len());
        Arc::make_mut(&mut run.record).reserve(n_missing);
        run.extent = Extent::empty(run.record.shape().n_hidden_layers);
        run.take_in(0);
        run
    }

    pub(crate) fn append(&mut self, rows: Record) {
        let first_new = self.record.len();
        Arc::make_mut(&mut self.record).append(rows);
        self.take_in(first_new);
    }

    /// Brings what is derived up to date with the rows from `first_new` on.
    fn take_in(&mut self, first_new: usize) {
        let largest_data_mode = self.facts.modes.singular_values[0];
        self.extent
            .take_in(&self.record, first_new, largest_data_mode);
        // All rows are read for these, so not for every few that a long run adds.
        if self.record.len() > self.n_read + self.n_read / 4 {
            self.read();
        }
    }

    /// Reads stages and drops off the record.
    pub(crate) fn read(&mut self) {
        self.n_read = self.record.len();
        self.n_drops = stages::drops(&self.record).len();
        self.learned = stages::learned_at(&self.record);
        let rises = stages::half_rises(&self.record, &self.facts.modes);
        self.stages = stages::stages(&rises, &self.facts.modes);
        self.plateaus = stages::plateaus(&self.record, &self.facts.modes, &self.stages);
    }

    /// The value that is taught for a pair; `None` if the pair is not of this run.
    pub(crate) fn target(&self, pair: Pair) -> Option<f64> {
        taught::value(&self.facts.experiment, &self.facts.dataset, pair)
    }

    /// Whether a run like this is over before anybody could read that it is being prepared.
    pub(crate) fn is_short(&self) -> bool {
        let time = |ending: &RunEnd| ending.setup_time + ending.training_time;
        self.ending
            .as_ref()
            .is_some_and(|ending| time(ending) < Duration::from_millis(100))
    }

    /// The last epoch that can be looked at: that of the run or, where it diverged, the last one
    /// before its values blow up.
    pub fn last_epoch(&self) -> usize {
        let last = self.facts.experiment.last_epoch();
        let has_diverged = |ending: &RunEnd| matches!(ending.outcome, Outcome::Diverged { .. });
        if !self.ending.as_ref().is_some_and(has_diverged) {
            return last;
        }
        let row = self.extent.steady_row(&self.record, usize::MAX);
        self.record.epochs().get(row).copied().unwrap_or(0)
    }

    /// The epoch at which the run diverged, if it did.
    pub(crate) fn diverged_at(&self) -> Option<usize> {
        self.ending?.outcome.diverged_at()
    }

    /// How the prediction of watched pair `i` went, for what is taught, as far as the run does not
    /// blow up.
    pub(crate) fn belief(&self, i: usize, target: f64) -> Belief {
        let last = self.record.row_at(self.last_epoch());
        let rows = 0..self.record.len().min(last + 1);
        let predictions: Vec<f64> = rows.map(|row| self.record.predictions(row)[i]).collect();
        illusion::belief(self.record.epochs(), &predictions, target)
    }

    /// Epochs trained so far.
    pub fn n_trained(&self) -> usize {
        self.record.epochs().last().map_or(0, |&epoch| epoch + 1)
    }
}
