//! One axis of a sweep's grid: an option's values, each checked before anything runs.

use crate::analysis::atlas::parameter::Parameter;
use crate::cli::failure::Failure;
use crate::experiment::Experiment;

/// A parameter and the values that it takes, at least one, in the order they were asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// What changes along the axis.
    pub(super) parameter: Parameter,
    values: Values,
}

#[derive(Clone, Debug, PartialEq)]
enum Values {
    Listed(Vec<f64>),
    /// So many whole numbers from the first on: far more than a list may hold.
    Counted {
        first: f64,
        n: usize,
    },
}

impl Axis {
    /// An axis of these values.
    pub(super) fn listed(parameter: Parameter, values: Vec<f64>) -> Self {
        let values = Values::Listed(values);
        Self { parameter, values }
    }

    /// An axis of these whole numbers.
    pub(super) fn of_wholes(parameter: Parameter, values: &[usize]) -> Self {
        Self::listed(
            parameter,
            values.iter().map(|&value| value as f64).collect(),
        )
    }

    /// An axis of `n` seeds.
    pub(super) fn of_seeds(parameter: Parameter, first: u32, n: u32) -> Self {
        let (first, n) = (f64::from(first), n as usize);
        let values = Values::Counted { first, n };
        Self { parameter, values }
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        match &self.values {
            Values::Listed(values) => values.len(),
            Values::Counted { n, .. } => *n,
        }
    }

    /// A value by its place.
    pub(super) fn value(&self, index: usize) -> f64 {
        match &self.values {
            Values::Listed(values) => values[index],
            Values::Counted { first, .. } => first + index as f64,
        }
    }

    /// The different values of a list, ascending; none of seeds that are counted, which are all
    /// good.
    pub(super) fn different(&self) -> Vec<f64> {
        let mut values = match &self.values {
            Values::Listed(values) => values.clone(),
            Values::Counted { .. } => Vec::new(),
        };
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    }

    /// Refuses the first value with which `base` could not be run, by option and value.
    pub(super) fn check(&self, base: &Experiment) -> Result<(), Failure> {
        for value in self.different() {
            let experiment = set(base, self.parameter, value);
            let named = named(self.parameter, value);
            experiment
                .validate()
                .map_err(|error| Failure::usage(format!("{named}: {error}")))?;
            // The columns of a table are the same for all its rows.
            if experiment.watched != base.watched {
                return Err(Failure::usage(format!(
                    "{named}: not every watched pair is there; --watch says which are watched"
                )));
            }
        }
        Ok(())
    }
}

/// `base` with another value. Nothing of what is taught is made up or cut, as in train.
pub(super) fn set(base: &Experiment, parameter: Parameter, value: f64) -> Experiment {
    let mut experiment = parameter.set(base, value);
    experiment.user_features.clone_from(&base.user_features);
    experiment
}

/// The option and a value of it: `--lr 100`.
pub(super) fn named(parameter: Parameter, value: f64) -> String {
    let option = match parameter {
        Parameter::Lr => "lr",
        Parameter::Gamma => "gamma",
        Parameter::Units => "hidden",
        Parameter::Layers => "layers",
        Parameter::Flip => "flip",
        Parameter::Levels => "levels",
        Parameter::Epochs => "epochs",
        Parameter::InitSeed => "seed",
        Parameter::DataSeed => "data-seed",
    };
    let value = format!("{value:?}");
    format!("--{option} {}", value.trim_end_matches(".0"))
}
