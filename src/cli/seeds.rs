//! `--seeds` and `--data-seeds`: how many draws, from which seed on.

use super::failure::Failure;
use crate::experiment::Experiment;

/// How many draws there are to be: `asked`, or else `otherwise`; given weights are one draw.
pub(super) fn n_draws(
    experiment: &Experiment,
    asked: Option<u32>,
    otherwise: u32,
) -> Result<u32, Failure> {
    if experiment.weights.is_some() {
        return match asked {
            None | Some(1) => Ok(1),
            Some(_) => Err(Failure::usage(
                "--seeds draws weights, and here they are given",
            )),
        };
    }
    counted(experiment.init_seed, asked.unwrap_or(otherwise), "seeds")
}

/// How many data sets there are to be, one unless more are `asked` for; data of one's own are one.
pub(super) fn n_data_draws(experiment: &Experiment, asked: Option<u32>) -> Result<u32, Failure> {
    match (experiment.data.tree(), asked) {
        (Some(tree), n) => counted(tree.seed, n.unwrap_or(1), "data seeds"),
        (None, None | Some(1)) => Ok(1),
        (None, Some(_)) => Err(Failure::usage(
            "--data-seeds draws data from a tree, and this experiment has data of its own",
        )),
    }
}

/// So many seeds from `first` on, if there are as many.
fn counted(first: u32, n: u32, what: &str) -> Result<u32, Failure> {
    if first.checked_add(n - 1).is_none() {
        return Err(Failure::usage(format!(
            "{n} {what} from {first} on: a seed is a whole number from 0 to {}",
            u32::MAX
        )));
    }
    Ok(n)
}
