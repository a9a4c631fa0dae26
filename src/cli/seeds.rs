//! `--seeds`: how many first draws, from which seed on.

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
    let n = asked.unwrap_or(otherwise);
    let first = experiment.init_seed;
    if first.checked_add(n - 1).is_none() {
        return Err(Failure::usage(format!(
            "{n} seeds from {first} on: a seed is a whole number from 0 to {}",
            u32::MAX
        )));
    }
    Ok(n)
}
