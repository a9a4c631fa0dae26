//! Version 1 of the file, where it differs: the outputs skipped before a draw were called `before`,
//! and for the data they were counted in data sets of their own shape.

use serde::Deserialize;

use super::document;
use super::error::Refusal;
use super::tables;
use crate::data::TreeRecipe;

/// The whole file, as version 1 had it.
pub(crate) type ExperimentTables = document::ExperimentTables<TreeTable, NetworkTable>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TreeTable {
    levels: usize,
    branches: usize,
    flip: f64,
    features: usize,
    seed: u32,
    #[serde(default)]
    before: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NetworkTable {
    hidden: Vec<usize>,
    seed: u32,
    #[serde(default)]
    before: usize,
    #[serde(default)]
    layer: Vec<tables::LayerTable>,
}

impl From<TreeTable> for tables::TreeTable {
    fn from(tree: TreeTable) -> Self {
        let first = TreeRecipe {
            levels: tree.levels,
            branches: tree.branches,
            flip: tree.flip,
            n_features: tree.features,
            seed: tree.seed,
            outputs_before: 0,
        };
        Self::of(&TreeRecipe {
            outputs_before: tree.before.saturating_mul(first.outputs_used()),
            ..first
        })
    }
}

impl From<NetworkTable> for tables::NetworkTable {
    fn from(network: NetworkTable) -> Self {
        Self {
            hidden: Some(network.hidden),
            seed: Some(network.seed),
            outputs_before: Some(network.before),
            layer: network.layer,
        }
    }
}

/// A refusal with the field's name in version 1.
pub(crate) fn named((path, wrong): Refusal) -> Refusal {
    (path.replace("outputs_before", "before"), wrong)
}
