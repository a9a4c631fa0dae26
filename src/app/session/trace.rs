//! The part of a run that is kept when it is pinned: its curves, without any matrix.

use crate::analysis::stages;
use crate::app::run::Run;
use crate::experiment::Experiment;
use crate::model::run::run_from_unless;
use crate::model::{CurveRecord, Outcome, Record, Setup};

/// The curves of a run, without any matrix.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    /// The experiment that was trained.
    pub(crate) experiment: Experiment,
    /// The curves of its record.
    pub(crate) record: CurveRecord,
    /// The largest singular value of its data.
    pub(crate) largest_mode: f64,
    /// In how many drops the loss fell.
    pub(crate) n_drops: usize,
    /// The first epoch with a loss below 10⁻³.
    pub(crate) learned: Option<usize>,
    /// How the run ended; `None` if pinned before its end.
    pub(crate) outcome: Option<Outcome>,
}

impl Trace {
    /// The trace of a run.
    pub(crate) fn of(run: &Run) -> Self {
        Self::new(
            run.facts.experiment.clone(),
            &run.record,
            run.facts.modes.singular_values[0],
            run.ending.map(|ending| ending.outcome),
        )
    }

    /// Trains an experiment for its trace; `None` if cancelled.
    pub(super) fn trained_unless(
        experiment: Experiment,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let mut setup = Setup::interruptible(&experiment, None, is_cancelled)?;
        let (record, outcome) = run_from_unless(&experiment, &mut setup, is_cancelled)?;
        let largest_mode = setup.modes(&experiment).singular_values[0];
        Some(Self::new(experiment, &record, largest_mode, Some(outcome)))
    }

    fn new(
        experiment: Experiment,
        record: &Record,
        largest_mode: f64,
        outcome: Option<Outcome>,
    ) -> Self {
        Self {
            largest_mode,
            n_drops: stages::drops(record).len(),
            learned: stages::learned_at(record),
            record: CurveRecord::of(record),
            experiment,
            outcome,
        }
    }

    /// The last loss, if it did not diverge.
    pub(crate) fn final_loss(&self) -> Option<f64> {
        match self.outcome {
            Some(Outcome::Diverged { .. }) => None,
            _ => self.record.losses().last().copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trained(experiment: Experiment) -> Trace {
        Trace::trained_unless(experiment, &mut || false).unwrap()
    }

    fn trace(gamma: f64) -> Trace {
        trained(Experiment {
            gamma,
            ..Experiment::default()
        })
    }

    #[test]
    fn a_trace_says_what_the_run_was() {
        let small = trace(1e-12);
        assert_eq!((small.n_drops, small.outcome), (4, Some(Outcome::Finished)));
        assert!(small.learned.is_some_and(|epoch| epoch.abs_diff(195) <= 2));
        assert_eq!(small.record.len(), 250);
        let diverged = trained(Experiment {
            lr: 340.0,
            ..Experiment::default()
        });
        assert!(matches!(diverged.outcome, Some(Outcome::Diverged { .. })));
        assert_eq!(diverged.final_loss(), None);
    }
}
