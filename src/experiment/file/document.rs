//! The file's tables, and the way to an experiment and back.

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use super::content::{ExperimentFile, Pin, VERSION};
use super::error::Wrong;
use crate::data::own::Part;
use crate::data::{
    DataSource, OwnData, OwnSource, Place, ReadError, Shared, TreeRecipe, UserFeature,
};
use crate::experiment::View;
use crate::experiment::view::LearningOptions;
use crate::experiment::{Experiment, Pair};
use crate::experiment::{ExperimentError, Field};

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
pub(crate) struct Tree {
    levels: usize,
    branches: usize,
    flip: f64,
    features: usize,
    seed: u32,
    #[serde(default)]
    outputs_before: usize,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Own {
    name: String,
    feature_names: Option<Vec<String>>,
    #[serde(default)]
    item: Vec<Feature>,
}

/// A name and its values: of a feature for each item, of an item for each feature.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Feature {
    name: String,
    values: Vec<f64>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Watch {
    item: usize,
    feature: usize,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Network {
    pub(crate) hidden: Vec<usize>,
    pub(crate) seed: u32,
    #[serde(default)]
    pub(crate) outputs_before: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) layer: Vec<Layer>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Layer {
    rows: Vec<Vec<f64>>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Training {
    lr: f64,
    gamma: f64,
    epochs: usize,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ViewTable {
    name: Option<String>,
    epoch: Option<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    followed: Vec<[usize; 2]>,
    learning: Option<toml::Table>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
struct PinTable<T = Tree, N = Network> {
    name: String,
    colour: Option<usize>,
    experiment: Body<T, N>,
}

/// A field, entries of lists by their number from 0 as in `watch.1`, and what is wrong with it.
pub(crate) type Refusal = (String, Wrong);

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

/// Where in the file the value stands that makes `experiment` wrong.
fn path_of(error: ExperimentError, experiment: &Experiment) -> String {
    let name = name_of(error.field);
    // Only with the entry that is at fault is it as wrong.
    let is_wrong = |experiment: Experiment| experiment.validate() == Err(error);
    let entry = match error.field {
        Field::UserFeature => experiment.user_features.iter().position(|feature| {
            is_wrong(Experiment {
                user_features: vec![feature.clone()],
                ..experiment.clone()
            })
        }),
        Field::Watched => experiment.watched.iter().position(|&pair| {
            is_wrong(Experiment {
                watched: vec![pair],
                ..experiment.clone()
            })
        }),
        Field::Weights => {
            let n_items = experiment.data.n_items();
            let shapes = crate::experiment::shapes::shapes(
                n_items,
                &experiment.hidden,
                experiment.n_outputs(),
            );
            let layers = experiment.weights.iter().flat_map(|layers| layers.iter());
            let shapes = layers.map(DMatrix::shape).zip(shapes);
            shapes
                .into_iter()
                .position(|(found, wanted)| found != wanted)
        }
        _ => None,
    };
    entry.map_or(name.to_owned(), |entry| format!("{name}.{entry}"))
}

impl ViewTable {
    fn of(view: &View) -> Self {
        let learning = view.learning.as_ref();
        Self {
            name: view.name.clone(),
            epoch: view.epoch,
            followed: view.followed.clone(),
            learning: learning.and_then(|options| toml::Table::try_from(options).ok()),
        }
    }

    fn view(self) -> Result<View, Refusal> {
        let learning = self.learning.map(learning_options).transpose()?;
        Ok(View {
            name: self.name,
            epoch: self.epoch,
            learning,
            followed: self.followed,
        })
    }
}

/// In settings a field of an older program is passed over; here it is a slip of the hand.
fn learning_options(table: toml::Table) -> Result<LearningOptions, Refusal> {
    let known = toml::Table::try_from(LearningOptions::default()).unwrap_or_default();
    for (field, value) in &table {
        let refused = |message: &str| {
            let wrong = Wrong::Form(message.to_owned());
            Err((format!("view.learning.{field}"), wrong))
        };
        if !known.contains_key(field) {
            return refused("there is no such field");
        }
        let alone = toml::Table::from_iter([(field.clone(), value.clone())]);
        if let Err(error) = alone.try_into::<LearningOptions>() {
            return refused(error.message().trim());
        }
    }
    Ok(table.try_into().unwrap_or_default())
}

impl Tree {
    fn of(tree: &TreeRecipe) -> Self {
        Self {
            levels: tree.levels,
            branches: tree.branches,
            flip: tree.flip,
            features: tree.n_features,
            seed: tree.seed,
            outputs_before: tree.outputs_before,
        }
    }
}

impl From<Tree> for TreeRecipe {
    fn from(tree: Tree) -> Self {
        Self {
            levels: tree.levels,
            branches: tree.branches,
            flip: tree.flip,
            n_features: tree.features,
            seed: tree.seed,
            outputs_before: tree.outputs_before,
        }
    }
}

impl Own {
    fn of(own: &OwnSource) -> Self {
        let columns = own.data.dataset.targets.column_iter();
        let item = |(name, values): (&String, nalgebra::DVectorView<f64>)| Feature {
            name: name.clone(),
            values: values.iter().copied().collect(),
        };
        Self {
            name: own.name.clone(),
            feature_names: own.data.feature_names.clone(),
            item: own.data.items.iter().zip(columns).map(item).collect(),
        }
    }

    fn source(self) -> Result<OwnSource, Refusal> {
        let (items, rows): (Vec<String>, Vec<Vec<f64>>) = self
            .item
            .into_iter()
            .map(|item| (item.name, item.values))
            .unzip();
        let ragged = |(row, wrong)| (format!("own.item.{row}.values"), wrong);
        let targets = matrix(&rows).map_err(ragged)?.transpose();
        let data = OwnData::new(items, self.feature_names, targets, None, |part| {
            let (field, row, column) = match part {
                Part::Item(item) => ("own.item", item, None),
                Part::Feature(feature) => ("own.feature_names", feature, None),
                Part::Target { item, feature } => ("own.item", item, Some(feature + 1)),
            };
            Place {
                array: Some(field.to_owned()),
                row: row + 1,
                column,
            }
        });
        let refused = |error: ReadError| {
            let place = error.place();
            let path = place.and_then(|at| Some(format!("{}.{}", at.array.as_ref()?, at.row - 1)));
            (path.unwrap_or("own.item".to_owned()), error.into())
        };
        Ok(OwnSource {
            name: self.name,
            data: Shared::new(data.map_err(refused)?),
        })
    }
}

/// The matrix of these rows, or the row that has another length, from 0.
fn matrix(rows: &[Vec<f64>]) -> Result<DMatrix<f64>, (usize, Wrong)> {
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

/// Where in the file a value stands.
fn name_of(field: Field) -> &'static str {
    match field {
        Field::Lr => "training.lr",
        Field::Gamma => "training.gamma",
        Field::Epochs => "training.epochs",
        Field::HiddenLayers | Field::HiddenUnits => "network.hidden",
        Field::Weights => "network.layer",
        Field::Levels => "tree.levels",
        Field::Branches => "tree.branches",
        Field::Flip => "tree.flip",
        Field::Features | Field::Memory => "tree.features",
        Field::DataOutputsBefore => "tree.outputs_before",
        Field::InitOutputsBefore => "network.outputs_before",
        Field::Items => "items",
        Field::UserFeature => "feature",
        Field::Watched => "watch",
    }
}
