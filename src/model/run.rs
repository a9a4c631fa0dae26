//! A whole run at once, for callers that need nothing of it before its end.

use super::record::{Record, RowShape};
use super::reduced::ReducedNetwork;
use super::setup::Setup;
use super::training::{Outcome, Training};
use crate::experiment::Experiment;

/// Trains a valid experiment to its end.
pub fn run(experiment: &Experiment) -> (Record, Outcome) {
    run_from(experiment, &mut Setup::new(experiment, None))
}

/// As [`run()`], from a setup that fits the experiment.
pub fn run_from(experiment: &Experiment, setup: &mut Setup) -> (Record, Outcome) {
    let (training, shape) = prepared(experiment, setup);
    let (record, outcome, _) = training.run(shape);
    (record, outcome)
}

/// As [`run()`]; `None` if cancelled.
pub fn run_unless(
    experiment: &Experiment,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<(Record, Outcome)> {
    let mut setup = Setup::interruptible(experiment, None, is_cancelled)?;
    run_from_unless(experiment, &mut setup, is_cancelled)
}

/// As [`run_from`]; `None` if cancelled.
pub fn run_from_unless(
    experiment: &Experiment,
    setup: &mut Setup,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<(Record, Outcome)> {
    let (training, shape) = prepared(experiment, setup);
    let (record, outcome, _) = training.run_unless(shape, is_cancelled)?;
    Some((record, outcome))
}

fn prepared(experiment: &Experiment, setup: &mut Setup) -> (Training<ReducedNetwork>, RowShape) {
    let shape = experiment.row_shape();
    let network = setup.network(experiment);
    let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
    (training, shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short() -> Experiment {
        Experiment {
            n_epochs: 20,
            ..Experiment::default()
        }
    }

    #[test]
    fn a_run_from_a_setup_that_is_kept_is_the_same() {
        let mut setup = Setup::new(&Experiment::default(), None);
        assert_eq!(run_from(&short(), &mut setup), run(&short()));
    }

    #[test]
    fn a_cancelled_run_has_no_record() {
        assert_eq!(run_unless(&short(), &mut || false), Some(run(&short())));
        assert_eq!(run_unless(&short(), &mut || true), None);
        // While it trains, not only before.
        let mut n_questions = 0;
        let mut is_cancelled = || {
            n_questions += 1;
            n_questions > 1000
        };
        let long = Experiment {
            n_epochs: 100_000,
            ..Experiment::default()
        };
        assert_eq!(run_unless(&long, &mut is_cancelled), None);
        assert_eq!(n_questions, 1001);
    }
}
