//! The taught value of a watched pair.

use crate::data::Dataset;
use crate::experiment::{Experiment, Pair, taught};

/// The feature of a watched pair, as it is taught.
#[derive(Clone, Debug, PartialEq)]
pub struct TaughtPair {
    /// The pair's item.
    pub item: usize,
    /// The value of the pair's feature for each of the P items.
    pub values: Vec<f64>,
}

impl TaughtPair {
    /// The taught pair of each watched pair of an experiment; `dataset` is the data of its source.
    pub fn all(experiment: &Experiment, dataset: &Dataset) -> Vec<Self> {
        let of_pair = |&Pair { item, feature }: &Pair| {
            let value = |item| taught::value(experiment, dataset, Pair { item, feature });
            let values = (0..dataset.n_items()).map(|item| value(item).unwrap_or(0.0));
            Self {
                item,
                values: values.collect(),
            }
        };
        experiment.watched.iter().map(of_pair).collect()
    }

    /// The taught value of the pair itself.
    pub fn target(&self) -> f64 {
        self.values.get(self.item).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures;

    #[test]
    fn the_shark_is_taught_to_have_no_bones_and_the_tuna_to_have_some() {
        let shark = fixtures::shark();
        let pairs = TaughtPair::all(&shark, &shark.data.sample());
        assert_eq!(pairs.len(), 1);
        assert_eq!((pairs[0].target(), pairs[0].values[1]), (-1.0, 1.0));
    }
}
