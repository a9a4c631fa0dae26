//! The axis that a parameter has where nobody says another.

use super::axis::Axis;
use super::parameter::Parameter;
use super::spacing::Spacing;
use crate::data::{MAX_LEVELS, TreeRecipe};
use crate::experiment::Experiment;
use crate::experiment::validity::MAX_HIDDEN_LAYERS;

/// The stability limit of the notebook's run, and the least and largest lr of its atlas.
const NOTEBOOK_LIMIT: f64 = 253.6;
const NOTEBOOK_LRS: (f64, f64) = (1.0, 350.0);

/// The most items of the largest tree along an axis of levels.
const MOST_ITEMS: usize = 64;

/// An axis over all values worth seeing, around an `experiment` with this stability `limit`;
/// `None` if it has no such parameter, or it is a seed: those are no axis to look along.
pub fn usual_axis(
    parameter: Parameter,
    experiment: &Experiment,
    limit: f64,
    spacing: Spacing,
) -> Option<Axis> {
    parameter.of(experiment)?;
    let values = match parameter {
        Parameter::Lr => rates(limit, spacing),
        Parameter::Gamma => scales(),
        Parameter::Units => wholes(1, experiment.data.n_items().max(20) * 2, 40),
        Parameter::Layers => wholes(0, MAX_HIDDEN_LAYERS, MAX_HIDDEN_LAYERS + 1),
        Parameter::Flip => (0..=50).map(|percent| f64::from(percent) / 100.0).collect(),
        Parameter::Levels => {
            let tree = experiment.data.tree()?;
            let fits = |&levels: &usize| {
                TreeRecipe { levels, ..*tree }.n_items() <= MOST_ITEMS.max(tree.n_items())
            };
            let levels = (1..=MAX_LEVELS).take_while(fits);
            levels.map(|levels| levels as f64).collect()
        }
        Parameter::Epochs => wholes(20, (2 * experiment.n_epochs).max(500), 50),
        Parameter::InitSeed | Parameter::DataSeed => return None,
    };
    Axis::new(parameter, spacing, values)
}

/// Learning rates from little to well beyond the limit, as the notebook's 1 … 350.
fn rates(limit: f64, spacing: Spacing) -> Vec<f64> {
    let unit = if limit.is_finite() && limit > 0.0 {
        limit / NOTEBOOK_LIMIT
    } else {
        1.0
    };
    let (least, largest) = NOTEBOOK_LRS;
    let (least, largest) = (least * unit, largest * unit);
    match spacing {
        Spacing::Linear => {
            let step = round(largest / 70.0, 1);
            let n = (largest / step).round() as usize;
            (1..=n).map(|i| round(i as f64 * step, 6)).collect()
        }
        Spacing::Logarithmic => {
            let n = 50;
            let ratio = (largest / least).ln() / f64::from(n);
            let rate = |i| round(least * (f64::from(i) * ratio).exp(), 2);
            (0..=n).map(rate).collect()
        }
    }
}

/// Scales from 1e-15 to 10, three a decade: numbers that one would type.
fn scales() -> Vec<f64> {
    let in_decade = |decade: i32| {
        ["1", "2.2", "4.6"].map(|digits| {
            let text = format!("{digits}e{decade}");
            text.parse().unwrap_or(f64::NAN)
        })
    };
    (-15..1).flat_map(in_decade).chain([10.0]).collect()
}

/// Whole numbers from `from` to at least `to`, at most about `most` of them, in equal steps.
fn wholes(from: usize, to: usize, most: usize) -> Vec<f64> {
    let step = (to - from).div_ceil(most).max(1);
    (from..=to)
        .step_by(step)
        .map(|value| value as f64)
        .collect()
}

/// A number to so many digits, the very one that one would type.
fn round(value: f64, digits: usize) -> f64 {
    let decimals = digits - 1;
    format!("{value:.decimals$e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_axes_hold_the_notebooks_values() {
        let notebook = Experiment::default();
        let values = |parameter: Parameter, spacing| {
            let axis = usual_axis(parameter, &notebook, 253.6, spacing).unwrap();
            axis.values().to_vec()
        };
        let rates = values(Parameter::Lr, Spacing::Linear);
        assert_eq!((rates.len(), rates[0], rates[69]), (70, 5.0, 350.0));
        assert!(rates.contains(&100.0));
        let rates = values(Parameter::Lr, Spacing::Logarithmic);
        assert_eq!((rates[0], rates[rates.len() - 1]), (1.0, 350.0));
        let scales = values(Parameter::Gamma, Spacing::Logarithmic);
        assert_eq!((scales.len(), scales[0], scales[48]), (49, 1e-15, 10.0));
        assert!(scales.contains(&1e-12));
        assert_eq!(values(Parameter::Layers, Spacing::Linear).len(), 5);
        assert_eq!(values(Parameter::Levels, Spacing::Linear).len(), 6);
        assert_eq!(values(Parameter::Flip, Spacing::Linear)[15], 0.15);
        for parameter in Parameter::ALL {
            let limits = [1e-300, 253.6, 1e300, f64::INFINITY, f64::NAN];
            for limit in limits {
                for spacing in [Spacing::Linear, Spacing::Logarithmic] {
                    let axis = usual_axis(parameter, &notebook, limit, spacing);
                    let is_seed = matches!(parameter, Parameter::InitSeed | Parameter::DataSeed);
                    let has_zero = matches!(parameter, Parameter::Layers | Parameter::Flip);
                    let is_none = is_seed || has_zero && spacing == Spacing::Logarithmic;
                    assert_eq!(axis.is_none(), is_none, "{parameter:?} {limit} {spacing:?}");
                }
            }
        }
    }
}
