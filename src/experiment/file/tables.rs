//! The tables of a file that each hold one part of an experiment. What is left out of one is as in
//! another experiment: the tutorial's, or for a pin the file's.

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use super::error::Wrong;
use crate::data::TreeRecipe;
use crate::data::item_group::ItemGroup;
use crate::experiment::Experiment;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TreeTable {
    pub(crate) levels: Option<usize>,
    pub(crate) branches: Option<usize>,
    pub(crate) flip: Option<f64>,
    pub(crate) features: Option<usize>,
    pub(crate) seed: Option<u32>,
    pub(crate) outputs_before: Option<usize>,
}

/// A name and its values: of a feature for each item, of an item for each feature.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FeatureTable {
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) values: Vec<f64>,
}

/// A group of items that has a name: its first and its last item, from 0.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupTable {
    pub(crate) items: [usize; 2],
    pub(crate) name: String,
}

impl GroupTable {
    pub(crate) fn of(group: &ItemGroup) -> Self {
        Self {
            items: [group.first, group.last],
            name: group.name.clone(),
        }
    }
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NetworkTable {
    pub(crate) hidden: Option<Vec<usize>>,
    pub(crate) seed: Option<u32>,
    pub(crate) outputs_before: Option<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) layer: Vec<LayerTable>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LayerTable {
    pub(crate) rows: Vec<Vec<f64>>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TrainingTable {
    pub(crate) lr: Option<f64>,
    pub(crate) gamma: Option<f64>,
    pub(crate) epochs: Option<usize>,
}

impl TreeTable {
    pub(crate) fn of(tree: &TreeRecipe) -> Self {
        Self {
            levels: Some(tree.levels),
            branches: Some(tree.branches),
            flip: Some(tree.flip),
            features: Some(tree.n_features),
            seed: Some(tree.seed),
            outputs_before: Some(tree.outputs_before),
        }
    }

    /// The recipe; what is left out is the tutorial's.
    pub(crate) fn recipe(self) -> TreeRecipe {
        let tutorials = TreeRecipe::default();
        TreeRecipe {
            levels: self.levels.unwrap_or(tutorials.levels),
            branches: self.branches.unwrap_or(tutorials.branches),
            flip: self.flip.unwrap_or(tutorials.flip),
            n_features: self.features.unwrap_or(tutorials.n_features),
            seed: self.seed.unwrap_or(tutorials.seed),
            outputs_before: self.outputs_before.unwrap_or(tutorials.outputs_before),
        }
    }
}

impl NetworkTable {
    pub(crate) fn of(experiment: &Experiment) -> Self {
        let layer = |layer: &DMatrix<f64>| LayerTable {
            rows: layer
                .row_iter()
                .map(|row| row.iter().copied().collect())
                .collect(),
        };
        let weights = experiment.weights.iter().flat_map(|weights| weights.iter());
        Self {
            hidden: Some(experiment.hidden.clone()),
            seed: Some(experiment.init_seed),
            outputs_before: Some(experiment.init_before),
            layer: weights.map(layer).collect(),
        }
    }
}

impl TrainingTable {
    pub(crate) fn of(experiment: &Experiment) -> Self {
        Self {
            lr: Some(experiment.lr),
            gamma: Some(experiment.gamma),
            epochs: Some(experiment.n_epochs),
        }
    }
}

/// The matrix of these rows, or the row that has another length, from 0.
pub(crate) fn matrix(rows: &[Vec<f64>]) -> Result<DMatrix<f64>, (usize, Wrong)> {
    let expected = rows.first().map_or(0, Vec::len);
    for (row, numbers) in rows.iter().enumerate() {
        let found = numbers.len();
        if found != expected {
            let wrong = Wrong::Ragged {
                row: row + 1,
                found,
                expected,
            };
            return Err((row, wrong));
        }
    }
    Ok(DMatrix::from_row_iterator(
        rows.len(),
        expected,
        rows.iter().flatten().copied(),
    ))
}
