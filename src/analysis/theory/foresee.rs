//! Predictions for an experiment, from its network before the first epoch.

use super::foreseen::Foreseen;
use super::judgement;
use super::start::Starts;
use super::step_size;
use crate::experiment::Experiment;
use crate::model::reduced::ReducedNetwork;

/// The predictions for an experiment; `network` is its network, not trained yet. `None` if
/// `is_cancelled` says so on the way.
pub fn foresee(
    experiment: &Experiment,
    network: &mut ReducedNetwork,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Foreseen> {
    let n_outputs = experiment.n_outputs();
    let first = network.first_strengths();
    let starts = Starts::of_network(network);
    let modes = network.modes();
    let run = judgement::RunProperties {
        starts: starts.as_ref(),
        n_hidden_layers: experiment.hidden.len(),
        narrowest: experiment.hidden.iter().copied().min(),
        lr: experiment.lr,
        stability_limit: modes.stability_limit(n_outputs, experiment.hidden.len() + 1),
        step_size: step_size(experiment.lr, n_outputs, modes.singular_values.len()),
        n_epochs: experiment.n_epochs,
    };
    Foreseen::of(&run, modes, &first, n_outputs, is_cancelled)
}
