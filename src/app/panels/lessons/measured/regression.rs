//! Answers about regression, measured in a run, its comparison and the exercise.

use super::evidence::Evidence;
use crate::numbers::short;

/// Says that both networks agree with the analytical solution, and by how much.
pub(crate) fn same_end(evidence: &Evidence<'_>) -> Option<String> {
    let compared = evidence.compared.filter(|compared| compared.all_agree())?;
    let number = |value: f64| short(value).into();
    let values = [
        ("deep", number(compared.analytical_deep.largest_difference)),
        (
            "shallow",
            number(compared.analytical_shallow.largest_difference),
        ),
    ];
    Some(evidence.words.with("measured-end", &values))
}

/// The one factor of the network without a hidden layer, and what it leaves.
pub(crate) fn one_factor(evidence: &Evidence<'_>) -> Option<String> {
    let compared = evidence.compared?;
    if !compared.shallow.is_finished() || compared.shallow.n_drops > 1 {
        return None;
    }
    let experiment = &compared.experiment;
    let n = experiment.n_outputs() * experiment.data.n_items();
    let factor = 1.0 - 2.0 * compared.shallow_lr / n as f64;
    let left = factor.powi(experiment.n_epochs as i32);
    let values = [
        ("factor", short(factor).into()),
        ("epochs", experiment.n_epochs.to_string().into()),
        ("left", short(left).into()),
    ];
    Some(evidence.words.with("measured-factor", &values))
}

/// How well the exercise is determined as it is set.
pub(crate) fn singular(evidence: &Evidence<'_>) -> Option<String> {
    let solved = evidence.exercise?;
    let samples = ("samples", solved.choice.n_samples.to_string().into());
    let rank = ("rank", solved.solution.rank.to_string().into());
    let key = if solved.solution.is_determined() {
        "measured-regular"
    } else {
        "measured-singular"
    };
    Some(evidence.words.with(key, &[samples, rank]))
}
