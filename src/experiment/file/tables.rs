//! The tables of a file that each hold one part of an experiment.

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use super::error::{Refusal, Wrong};
use crate::data::own::Part;
use crate::data::{OwnData, OwnSource, Place, ReadError, Shared, TreeRecipe};

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tree {
    pub(crate) levels: usize,
    pub(crate) branches: usize,
    pub(crate) flip: f64,
    pub(crate) features: usize,
    pub(crate) seed: u32,
    #[serde(default)]
    pub(crate) outputs_before: usize,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    pub(crate) name: String,
    pub(crate) feature_names: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) item: Vec<Feature>,
}

/// A name and its values: of a feature for each item, of an item for each feature.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Feature {
    pub(crate) name: String,
    pub(crate) values: Vec<f64>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Watch {
    pub(crate) item: usize,
    pub(crate) feature: usize,
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
    pub(crate) rows: Vec<Vec<f64>>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Training {
    pub(crate) lr: f64,
    pub(crate) gamma: f64,
    pub(crate) epochs: usize,
}

impl Tree {
    pub(crate) fn of(tree: &TreeRecipe) -> Self {
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
    pub(crate) fn of(own: &OwnSource) -> Self {
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

    pub(crate) fn source(self) -> Result<OwnSource, Refusal> {
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
                array: Some(field.into()),
                row: row + 1,
                column,
                heading: None,
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
