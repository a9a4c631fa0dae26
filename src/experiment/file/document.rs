//! The whole file as a document of tables: from an experiment, and back to one.

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use super::content::{ExperimentFile, Pin, VERSION};
use super::error::{Refusal, Wrong};
use super::fault::path_of;
use super::tables::{Feature, Layer, Network, Own, Training, Tree, Watch, matrix};
use super::view_table::ViewTable;
use crate::data::{DataSource, Shared, TreeRecipe, UserFeature};
use crate::experiment::{Experiment, Pair, View};

/// The whole file; what differs between versions are the tables of the tree and of the network.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
pub(crate) struct Document<T = Tree, N = Network> {
    version: u32,
    items: Vec<String>,
    tree: Option<T>,
    own: Option<Own>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    feature: Vec<Feature>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    watch: Vec<Watch>,
    network: N,
    training: Training,
    view: Option<ViewTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pin: Vec<PinTable<T, N>>,
}

/// An experiment inside the file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
struct Body<T = Tree, N = Network> {
    items: Vec<String>,
    tree: Option<T>,
    own: Option<Own>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    feature: Vec<Feature>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    watch: Vec<Watch>,
    network: N,
    training: Training,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
struct PinTable<T = Tree, N = Network> {
    name: String,
    colour: Option<usize>,
    experiment: Body<T, N>,
}

impl Document {
    pub(crate) fn of(file: &ExperimentFile) -> Self {
        let Body {
            items,
            tree,
            own,
            feature,
            watch,
            network,
            training,
        } = Body::of(&file.experiment);
        let pin = |pin: &Pin| {
            let mut experiment = Body::of(&pin.experiment);
            if pin.experiment.data == file.experiment.data {
                (experiment.tree, experiment.own) = (None, None);
            }
            PinTable {
                name: pin.name.clone(),
                colour: pin.colour,
                experiment,
            }
        };
        let view = &file.view;
        Self {
            version: VERSION,
            items,
            tree,
            own,
            feature,
            watch,
            network,
            training,
            view: (*view != View::default()).then(|| ViewTable::of(view)),
            pin: file.pins.iter().map(pin).collect(),
        }
    }
}

impl<T: Into<TreeRecipe>, N: Into<Network>> Document<T, N> {
    pub(crate) fn file(self) -> Result<ExperimentFile, Refusal> {
        let body = Body {
            items: self.items,
            tree: self.tree,
            own: self.own,
            feature: self.feature,
            watch: self.watch,
            network: self.network,
            training: self.training,
        };
        let experiment = body.experiment(None)?;
        let pin = |(index, pin): (usize, PinTable<T, N>)| {
            let experiment = pin.experiment.experiment(Some(&experiment.data));
            Ok(Pin {
                name: pin.name,
                colour: pin.colour,
                experiment: experiment
                    .map_err(|(field, wrong)| (format!("pin.{index}.experiment.{field}"), wrong))?,
            })
        };
        let pins = (0..)
            .zip(self.pin)
            .map(pin)
            .collect::<Result<_, Refusal>>()?;
        let view = self.view.map(ViewTable::view).transpose()?;
        Ok(ExperimentFile {
            experiment,
            view: view.unwrap_or_default(),
            pins,
        })
    }
}

impl Body {
    fn of(experiment: &Experiment) -> Self {
        let feature = |feature: &UserFeature| Feature {
            name: feature.name.clone(),
            values: feature.values.clone(),
        };
        let watch = |pair: &Pair| Watch {
            item: pair.item,
            feature: pair.feature,
        };
        let layer = |layer: &DMatrix<f64>| Layer {
            rows: layer
                .row_iter()
                .map(|row| row.iter().copied().collect())
                .collect(),
        };
        let weights = experiment.weights.iter().flat_map(|weights| weights.iter());
        Self {
            items: experiment.items.clone(),
            tree: experiment.data.tree().map(Tree::of),
            own: experiment.data.own().map(Own::of),
            feature: experiment.user_features.iter().map(feature).collect(),
            watch: experiment.watched.iter().map(watch).collect(),
            network: Network {
                hidden: experiment.hidden.clone(),
                seed: experiment.init_seed,
                outputs_before: experiment.init_before,
                layer: weights.map(layer).collect(),
            },
            training: Training {
                lr: experiment.lr,
                gamma: experiment.gamma,
                epochs: experiment.n_epochs,
            },
        }
    }
}

impl<T: Into<TreeRecipe>, N: Into<Network>> Body<T, N> {
    /// The experiment; without data of its own it is on `shared`.
    fn experiment(self, shared: Option<&DataSource>) -> Result<Experiment, Refusal> {
        let data = match (self.tree, self.own, shared) {
            (Some(tree), None, _) => DataSource::Tree(tree.into()),
            (None, Some(own), _) => DataSource::Own(own.source()?),
            (None, None, Some(shared)) => shared.clone(),
            (None, None, None) => return Err(("tree".to_owned(), Wrong::Source)),
            (Some(_), Some(_), _) => return Err(("own".to_owned(), Wrong::Source)),
        };
        let network: Network = self.network.into();
        let matrix = |(index, layer): (usize, Layer)| {
            let refused = |(row, wrong)| (format!("network.layer.{index}.rows.{row}"), wrong);
            matrix(&layer.rows).map_err(refused)
        };
        let weights: Vec<DMatrix<f64>> = (0..)
            .zip(network.layer)
            .map(matrix)
            .collect::<Result<_, Refusal>>()?;
        let user_feature = |feature: Feature| UserFeature {
            name: feature.name,
            values: feature.values,
        };
        let pair = |watch: Watch| Pair {
            item: watch.item,
            feature: watch.feature,
        };
        let experiment = Experiment {
            data,
            items: self.items,
            user_features: self.feature.into_iter().map(user_feature).collect(),
            hidden: network.hidden,
            init_seed: network.seed,
            init_before: network.outputs_before,
            lr: self.training.lr,
            gamma: self.training.gamma,
            n_epochs: self.training.epochs,
            weights: (!weights.is_empty()).then(|| Shared::new(weights)),
            watched: self.watch.into_iter().map(pair).collect(),
        };
        match experiment.validate() {
            Ok(()) => Ok(experiment),
            Err(error) => Err((path_of(error, &experiment), error.into())),
        }
    }
}
