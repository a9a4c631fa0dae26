//! A whole run at once, for whoever needs nothing of it before its end.

use super::record::Record;
use super::setup::Setup;
use super::training::{Outcome, Training};
use crate::experiment::Experiment;

/// Trains an experiment to its end.
pub fn run(experiment: &Experiment) -> (Record, Outcome) {
    run_from(experiment, &mut Setup::new(experiment, None))
}

/// As [`run`], from a setup that fits the experiment.
pub fn run_from(experiment: &Experiment, setup: &mut Setup) -> (Record, Outcome) {
    let shape = experiment.row_shape();
    let network = setup.network(experiment);
    let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
    let (record, outcome, _) = training.run(shape);
    (record, outcome)
}
