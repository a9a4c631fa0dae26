//! The data of a run, as much of them as its figures show: their modes and a few features.

use std::ops::Range;

use crate::data::Dataset;
use crate::experiment::{Experiment, Pair, taught};
use crate::model::DataModes;

/// Features that are shown in full; of more than these, the first and the last.
const MOST_SHOWN: usize = 40;
/// The last ones that are always among them, as in the tutorial: the user's are the last.
const LAST_SHOWN: usize = 10;

/// The data of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct DataView {
    /// Modes.
    pub modes: DataModes,
    /// Number of features, N.
    pub n_features: usize,
    /// The features that are shown, in their order.
    pub shown: Vec<ShownFeature>,
    /// The P singular values that as many features of the population have, descending; none for
    /// data that are not of a tree.
    pub population: Option<Vec<f64>>,
}

/// A feature of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownFeature {
    /// Which one, from 0.
    pub feature: usize,
    /// Name; empty without one.
    pub name: String,
    /// Value for each of the P items.
    pub values: Vec<f64>,
}

impl DataView {
    /// The data that an experiment teaches; `dataset` is the one its source gave, `modes` those of
    /// its targets.
    pub fn of(experiment: &Experiment, dataset: &Dataset, modes: DataModes) -> Self {
        let n_features = experiment.n_outputs();
        let shown = shown(n_features).map(|feature| {
            let values = (0..dataset.n_items()).filter_map(|item| {
                let pair = Pair { item, feature };
                taught::value(experiment, dataset, pair)
            });
            ShownFeature {
                feature,
                name: experiment
                    .feature_name(feature)
                    .unwrap_or_default()
                    .to_owned(),
                values: values.collect(),
            }
        });
        Self {
            modes,
            n_features,
            shown: shown.collect(),
            population: population(experiment),
        }
    }
}

/// The singular values to expect of an experiment's tree, without the user's features; none for
/// data that are not of a tree.
pub(crate) fn population(experiment: &Experiment) -> Option<Vec<f64>> {
    let tree = experiment.data.tree()?;
    Some(tree.expected_singular_values())
}

/// Which of so many features are shown.
pub(crate) fn shown(n_features: usize) -> std::iter::Chain<Range<usize>, Range<usize>> {
    if n_features <= MOST_SHOWN {
        return (0..n_features).chain(0..0);
    }
    (0..MOST_SHOWN - LAST_SHOWN).chain(n_features - LAST_SHOWN..n_features)
}
