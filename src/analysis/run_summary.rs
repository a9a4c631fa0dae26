//! One run in a few numbers, as a row of a sweep and a cell of an atlas have it.

use super::illusion::{Belief, belief};
use super::settling::{loss_floor, record_has_settled};
use super::stages::{self, Stage};
use crate::experiment::Experiment;
use crate::model::{Record, Setup, Training};

/// What became of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// All that can be learned was.
    Settled,
    /// The loss would have gone on falling: the run was too short for its learning rate.
    Unfinished,
    /// Past the stability limit the loss goes up and down, or may: a record with gaps cannot tell.
    Oscillates,
    /// The loss, or `W_tot`, stopped being finite.
    Diverged {
        /// The first epoch that could not be recorded.
        epoch: usize,
    },
}

/// A run in a few numbers. Of one that diverged its fate is all there is: the record says nothing
/// of where a stable run would have gone.
#[derive(Clone, Debug, PartialEq)]
pub struct RunSummary {
    /// What became of it.
    pub fate: Fate,
    /// How many drops the loss fell in; none of a run that oscillates.
    pub n_drops: Option<usize>,
    /// The first epoch with a loss below each of the thresholds that were asked for.
    pub below: Vec<Option<usize>>,
    /// The last loss.
    pub last_loss: Option<f64>,
    /// How many of the data's modes rose to half their strength.
    pub n_learned: Option<usize>,
    /// The stages of learning, in the order of their epochs.
    pub stages: Vec<Stage>,
    /// How the prediction of each watched pair went.
    pub beliefs: Vec<Belief>,
}

impl RunSummary {
    /// Trains `experiment`, which `setup` must fit, and sums it up, with the losses of the epochs
    /// that were kept. `None` if cancelled; `is_cancelled` is asked before every epoch.
    ///
    /// No singular value, similarity matrix or aligned matrix is computed.
    pub fn unless(
        experiment: &Experiment,
        setup: &mut Setup,
        thresholds: &[f64],
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<(Self, Record)> {
        let mut shape = experiment.row_shape();
        shape.n_hidden_layers = 0;
        let network = setup.network(experiment);
        let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
        let training = training.without_singular_values().without_aligned();
        let (record, outcome, _) = training.run_unless(shape, is_cancelled)?;
        let summary = match outcome.diverged_at() {
            Some(epoch) => Self::diverged(epoch, thresholds.len()),
            None => Self::of(experiment, setup, thresholds, &record),
        };
        Some((summary, record))
    }

    fn diverged(epoch: usize, n_thresholds: usize) -> Self {
        Self {
            fate: Fate::Diverged { epoch },
            n_drops: None,
            below: vec![None; n_thresholds],
            last_loss: None,
            n_learned: None,
            stages: Vec::new(),
            beliefs: Vec::new(),
        }
    }

    /// Of a run that came to its end.
    fn of(experiment: &Experiment, setup: &mut Setup, thresholds: &[f64], record: &Record) -> Self {
        let modes = setup.modes(experiment).clone();
        let n_outputs = experiment.n_outputs();
        let limit = modes.stability_limit(n_outputs, experiment.hidden.len() + 1);
        let floor = loss_floor(&modes, n_outputs, experiment.hidden.iter().copied().min());
        let fate = match stages::swings_past(limit, experiment.lr, record) {
            Some(true) | None => Fate::Oscillates,
            Some(false) if record_has_settled(record, floor) => Fate::Settled,
            Some(false) => Fate::Unfinished,
        };
        let rises = stages::half_rises(record, &modes);
        let belief = |(index, &pair)| {
            let predictions = (0..record.len()).map(|row| record.predictions(row)[index]);
            let predictions: Vec<f64> = predictions.collect();
            belief(
                record.epochs(),
                &predictions,
                setup.taught(experiment, pair),
            )
        };
        Self {
            fate,
            n_drops: (fate != Fate::Oscillates).then(|| stages::drops(record).len()),
            below: thresholds
                .iter()
                .map(|&threshold| stages::first_below(record, threshold))
                .collect(),
            last_loss: record.losses().last().copied(),
            n_learned: Some(rises.iter().flatten().count()),
            stages: stages::stages(&rises, &modes),
            beliefs: experiment.watched.iter().enumerate().map(belief).collect(),
        }
    }

    /// The epoch in which the run diverged, if it did.
    pub fn diverged_at(&self) -> Option<usize> {
        match self.fate {
            Fate::Diverged { epoch } => Some(epoch),
            _ => None,
        }
    }

    /// The size of the strongest false belief of any watched pair; 0 if there was none.
    pub fn strongest_illusion(&self) -> f64 {
        let peaks = self.beliefs.iter().filter_map(|belief| belief.illusion);
        peaks
            .map(|illusion| illusion.peak.abs())
            .fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(change: impl FnOnce(&mut Experiment)) -> RunSummary {
        let mut experiment = Experiment::default();
        change(&mut experiment);
        let mut setup = Setup::new(&experiment, None);
        let summed = RunSummary::unless(&experiment, &mut setup, &[1e-3, 0.5], &mut || false);
        summed.unwrap().0
    }

    #[test]
    fn each_fate_is_told() {
        let notebook = summary(|_| ());
        assert_eq!(notebook.fate, Fate::Settled);
        assert_eq!((notebook.n_drops, notebook.n_learned), (Some(4), Some(8)));
        assert_eq!(notebook.below[0], Some(195));
        assert!(notebook.below[1].unwrap() < 195);
        assert_eq!(notebook.stages.len(), 4);
        assert_eq!(summary(|e| e.lr = 20.0).fate, Fate::Unfinished);
        let swinging = summary(|e| e.lr = 270.0);
        assert_eq!((swinging.fate, swinging.n_drops), (Fate::Oscillates, None));
        let diverged = summary(|e| e.lr = 340.0);
        assert!(diverged.diverged_at().is_some(), "{diverged:?}");
        assert_eq!(diverged.below, [None, None]);
        // Two of eight modes fit: what can be learned was.
        assert_eq!(summary(|e| e.hidden = vec![2]).fate, Fate::Settled);
    }

    #[test]
    fn a_false_belief_is_told_by_its_size() {
        let mut shark = summary(|_| ());
        assert!(shark.strongest_illusion() < 1.0);
        shark.beliefs.clear();
        assert_eq!(shark.strongest_illusion(), 0.0);
    }

    #[test]
    fn a_cancelled_run_has_no_summary() {
        let experiment = Experiment::default();
        let mut setup = Setup::new(&experiment, None);
        let mut left = 7;
        let mut is_cancelled = || {
            left -= 1;
            left == 0
        };
        assert_eq!(
            RunSummary::unless(&experiment, &mut setup, &[], &mut is_cancelled),
            None
        );
    }
}
