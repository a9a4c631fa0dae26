//! A parameter of an experiment that an axis can change.

use super::spacing::Spacing;
use crate::data::TreeRecipe;
use crate::experiment::Experiment;

/// The units of a hidden layer where an experiment without one is given one: the notebook's.
const USUAL_UNITS: usize = 30;

/// What an axis changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Parameter {
    /// The learning rate.
    Lr,
    /// The initialisation scale.
    Gamma,
    /// Units of every hidden layer.
    Units,
    /// The number of hidden layers, all as wide as the first.
    Layers,
    /// The probability with which a feature's sign flips along a branch of the tree.
    Flip,
    /// Levels of the tree.
    Levels,
    /// The number of epochs.
    Epochs,
    /// The seed of the first weights.
    InitSeed,
    /// The seed of the data set.
    DataSeed,
}

impl Parameter {
    /// All of them, in the order in which they are applied to an experiment: layers before units,
    /// which all layers get.
    pub const ALL: [Self; 9] = [
        Self::DataSeed,
        Self::InitSeed,
        Self::Levels,
        Self::Flip,
        Self::Layers,
        Self::Units,
        Self::Epochs,
        Self::Gamma,
        Self::Lr,
    ];

    /// The value that an experiment has; `None` if it has none: the parameter would change nothing,
    /// or not be a single number.
    pub fn of(self, experiment: &Experiment) -> Option<f64> {
        let is_drawn = experiment.weights.is_none();
        let tree = experiment.data.tree();
        match self {
            Self::Lr => Some(experiment.lr),
            Self::Gamma => is_drawn.then_some(experiment.gamma),
            Self::Units => {
                let (first, rest) = experiment.hidden.split_first()?;
                let is_one = is_drawn && rest.iter().all(|units| units == first);
                is_one.then_some(*first as f64)
            }
            Self::Layers => is_drawn.then_some(experiment.hidden.len() as f64),
            Self::Flip => tree.map(|tree| tree.flip),
            Self::Levels => tree.filter(|_| is_drawn).map(|tree| tree.levels as f64),
            Self::Epochs => Some(experiment.n_epochs as f64),
            Self::InitSeed => is_drawn.then_some(f64::from(experiment.init_seed)),
            Self::DataSeed => tree.map(|tree| f64::from(tree.seed)),
        }
    }

    /// The experiment with another value, a whole number where the parameter is one. What no
    /// longer fits follows: names, watched pairs, the user's features.
    #[must_use]
    pub fn set(self, experiment: &Experiment, value: f64) -> Experiment {
        let mut changed = experiment.clone();
        match self {
            Self::Lr => changed.lr = value,
            Self::Gamma => changed.gamma = value,
            Self::Units => changed.hidden.fill(value as usize),
            Self::Layers => {
                let units = experiment.hidden.first().copied().unwrap_or(USUAL_UNITS);
                changed.hidden = vec![units; value as usize];
            }
            Self::Epochs => changed.n_epochs = value as usize,
            Self::InitSeed => changed.init_seed = value as u32,
            Self::Flip => change_tree(&mut changed, |tree| tree.flip = value),
            Self::Levels => change_tree(&mut changed, |tree| tree.levels = value as usize),
            Self::DataSeed => change_tree(&mut changed, |tree| tree.seed = value as u32),
        }
        if changed.data != experiment.data {
            changed.fit_after(experiment);
        }
        changed
    }

    /// Whether its values are whole numbers.
    pub fn is_whole(self) -> bool {
        !matches!(self, Self::Lr | Self::Gamma | Self::Flip)
    }

    /// Whether another value asks for other first weights or other data, and so for a setup of its
    /// own.
    pub fn changes_setup(self) -> bool {
        !matches!(self, Self::Lr | Self::Gamma | Self::Epochs)
    }

    /// The spacing that shows it best.
    pub fn usual_spacing(self) -> Spacing {
        match self {
            Self::Gamma => Spacing::Logarithmic,
            _ => Spacing::Linear,
        }
    }
}

fn change_tree(experiment: &mut Experiment, change: impl FnOnce(&mut TreeRecipe)) {
    if let Some(tree) = experiment.data.tree_mut() {
        change(tree);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_has_the_value_that_it_was_given() {
        let notebook = Experiment::default();
        for (parameter, value) in [
            (Parameter::Lr, 7.0),
            (Parameter::Gamma, 1e-3),
            (Parameter::Units, 5.0),
            (Parameter::Layers, 3.0),
            (Parameter::Flip, 0.2),
            (Parameter::Levels, 4.0),
            (Parameter::Epochs, 90.0),
            (Parameter::InitSeed, 5.0),
            (Parameter::DataSeed, 6.0),
        ] {
            let changed = parameter.set(&notebook, value);
            assert_eq!(parameter.of(&changed), Some(value), "{parameter:?}");
            assert_eq!(changed.validate(), Ok(()), "{parameter:?}");
        }
    }

    #[test]
    fn what_would_change_nothing_is_no_axis() {
        let none = Experiment {
            hidden: Vec::new(),
            ..Experiment::default()
        };
        assert_eq!(Parameter::Units.of(&none), None);
        assert_eq!(Parameter::Layers.of(&none), Some(0.0));
        assert_eq!(Parameter::Layers.set(&none, 2.0).hidden, [30, 30]);
        let uneven = Experiment {
            hidden: vec![4, 5],
            ..Experiment::default()
        };
        assert_eq!(Parameter::Units.of(&uneven), None);
    }
}
