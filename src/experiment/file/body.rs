//! An experiment inside the file, as tables.

use std::collections::HashSet;

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use super::error::{Refusal, Wrong};
use super::fault::path_of;
use super::kept_files::{ReadFiles, WrittenFiles};
use super::own_table::OwnTable;
use super::tables::{
    FeatureTable, GroupTable, LayerTable, NetworkTable, TrainingTable, TreeTable, matrix,
};
use super::watch_table::{self, WatchTable};
use crate::data::item_group::ItemGroup;
use crate::data::{DataSource, Shared, UserFeature, names};
use crate::experiment::Experiment;

/// An experiment inside the file. What differs between versions are the tables of the tree and of
/// the network.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
pub(crate) struct BodyTable<T = TreeTable, N = NetworkTable> {
    pub(crate) items: Option<Vec<String>>,
    pub(crate) tree: Option<T>,
    pub(crate) own: Option<OwnTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) group: Vec<GroupTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) feature: Vec<FeatureTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) watch: Vec<WatchTable>,
    pub(crate) network: Option<N>,
    pub(crate) training: Option<TrainingTable>,
}

impl BodyTable {
    /// The tables of `experiment`, its data file among `files`.
    pub(crate) fn of(experiment: &Experiment, files: &mut WrittenFiles) -> Self {
        let feature = |feature: &UserFeature| FeatureTable {
            name: Some(feature.name.clone()),
            values: feature.values.clone(),
        };
        Self {
            items: Some(experiment.items.clone()),
            tree: experiment.data.tree().map(TreeTable::of),
            own: experiment.data.own().map(|own| OwnTable::of(own, files)),
            group: experiment.groups.iter().map(GroupTable::of).collect(),
            feature: experiment.user_features.iter().map(feature).collect(),
            watch: experiment.watched.iter().map(WatchTable::of).collect(),
            network: Some(NetworkTable::of(experiment)),
            training: Some(TrainingTable::of(experiment)),
        }
    }
}

impl<T: Into<TreeTable>, N: Into<NetworkTable>> BodyTable<T, N> {
    /// The experiment; what is left out is as in `base`.
    pub(crate) fn experiment(
        self,
        base: &Experiment,
        files: &mut ReadFiles<'_>,
    ) -> Result<Experiment, Refusal> {
        let mut experiment = on_data(self.tree.map(Into::into), self.own, base, files)?;
        if let Some(items) = self.items {
            experiment.items = items;
        }
        experiment.watched.clear();
        experiment.groups = groups(self.group, &experiment)?;
        let n_items = experiment.data.n_items();
        let features = (1..).zip(self.feature);
        let features = features.map(|(number, feature)| user_feature(feature, number, n_items));
        experiment.user_features = features.collect();
        set_network(&mut experiment, self.network.map(Into::into))?;
        let training = self.training.unwrap_or_default();
        experiment.lr = training.lr.unwrap_or(base.lr);
        experiment.gamma = training.gamma.unwrap_or(base.gamma);
        experiment.n_epochs = training.epochs.unwrap_or(base.n_epochs);
        experiment.watched = watch_table::pairs(&self.watch, &experiment)?;
        match experiment.validate() {
            Ok(()) => Ok(experiment),
            Err(error) => Err((path_of(error, &experiment), error.into())),
        }
    }
}

/// The groups that are named: each is below one branch of the tree, and has one name.
fn groups(tables: Vec<GroupTable>, experiment: &Experiment) -> Result<Vec<ItemGroup>, Refusal> {
    let mut known = HashSet::new();
    let mut groups = Vec::new();
    for (index, table) in tables.into_iter().enumerate() {
        let [first, last] = table.items;
        let refused = |key: &str, wrong| Err((format!("group.{index}.{key}"), wrong));
        // Known ones first: so many groups as there are, however many tables the file has.
        if !known.insert([first, last]) {
            return refused("items", Wrong::GroupTwice);
        }
        if !experiment.is_group(first, last) {
            return refused("items", Wrong::NoGroup);
        }
        let name = table.name;
        if name.is_empty() {
            return refused("name", Wrong::GroupWithoutName);
        }
        groups.push(ItemGroup { first, last, name });
    }
    Ok(groups)
}

/// `base` on these data, with their names and weights; on its own data if there are none.
fn on_data(
    tree: Option<TreeTable>,
    own: Option<OwnTable>,
    base: &Experiment,
    files: &mut ReadFiles<'_>,
) -> Result<Experiment, Refusal> {
    match (tree, own) {
        (None, None) => Ok(base.clone()),
        (Some(tree), None) => {
            let tree = tree.recipe();
            Ok(Experiment {
                items: names::items(tree.levels, tree.branches),
                weights: None,
                data: DataSource::Tree(tree),
                ..base.clone()
            })
        }
        (None, Some(own)) => {
            let own = own.read(files)?;
            Ok(base.on_read(own.name, own.data, own.provenance))
        }
        (Some(_), Some(_)) => Err(("own".to_owned(), Wrong::Source)),
    }
}

fn user_feature(feature: FeatureTable, number: usize, n_items: usize) -> UserFeature {
    let is_left_out = feature.values.is_empty();
    UserFeature {
        name: feature.name.unwrap_or_else(|| format!("feature {number}")),
        values: if is_left_out {
            vec![1.0; n_items.min(crate::data::MAX_ITEMS)]
        } else {
            feature.values
        },
    }
}

/// Network and weights as the table says. Weights of the data file stay only in its network.
fn set_network(experiment: &mut Experiment, network: Option<NetworkTable>) -> Result<(), Refusal> {
    let Some(network) = network else {
        return Ok(());
    };
    let layer = |(index, layer): (usize, LayerTable)| {
        let refused = |(row, wrong)| (format!("network.layer.{index}.rows.{row}"), wrong);
        matrix(&layer.rows).map_err(refused)
    };
    let layers = network.layer.into_iter().enumerate().map(layer);
    let layers: Vec<DMatrix<f64>> = layers.collect::<Result<_, Refusal>>()?;
    if let Some(hidden) = network.hidden {
        experiment.hidden = hidden;
        experiment.weights = None;
    }
    if !layers.is_empty() {
        experiment.weights = Some(Shared::new(layers));
    }
    experiment.init_seed = network.seed.unwrap_or(experiment.init_seed);
    experiment.init_before = network.outputs_before.unwrap_or(experiment.init_before);
    Ok(())
}
