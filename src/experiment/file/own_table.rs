//! Data of one's own, as a table of the file: their numbers, their file, or both.

use nalgebra::DVectorView;
use serde::{Deserialize, Serialize};

use super::choices_table::ChoicesTable;
use super::error::{Refusal, Wrong};
use super::kept_files::{ReadFiles, WrittenFiles};
use super::tables::{FeatureTable, matrix};
use crate::data::own::DataPart;
use crate::data::read::{Choices, read};
use crate::data::{FileBytes, OwnData, OwnSource, Place, Provenance, ReadError};

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnTable {
    name: Option<String>,
    path: Option<String>,
    file: Option<String>,
    feature_names: Option<Vec<String>>,
    choices: Option<ChoicesTable>,
    #[serde(default)]
    item: Vec<FeatureTable>,
}

/// Data of one's own as they were read.
pub(crate) struct ReadOwn {
    pub(crate) name: String,
    pub(crate) data: OwnData,
    pub(crate) provenance: Option<Provenance>,
}

impl OwnTable {
    pub(crate) fn of(own: &OwnSource, files: &mut WrittenFiles) -> Self {
        let columns = own.data.dataset.targets.column_iter();
        let item = |(name, values): (&String, DVectorView<f64>)| FeatureTable {
            name: Some(name.clone()),
            values: values.iter().copied().collect(),
        };
        let provenance = own.provenance.as_ref();
        let file = provenance.and_then(|provenance| files.name_of(&own.name, provenance));
        let kept = provenance.filter(|_| file.is_some());
        let choices = kept.map(|provenance| &provenance.choices);
        let choices = choices.filter(|choices| !choices.is_default());
        Self {
            name: Some(own.name.clone()),
            path: None,
            file,
            feature_names: own.data.feature_names.clone(),
            choices: choices.map(ChoicesTable::of),
            item: own.data.items.iter().zip(columns).map(item).collect(),
        }
    }

    /// The data: those that stand here, else those of the file.
    pub(crate) fn read(mut self, files: &mut ReadFiles<'_>) -> Result<ReadOwn, Refusal> {
        let choices = self.choices.take();
        if choices.is_some() && self.path.is_none() && self.file.is_none() {
            return Err(("own.choices".to_owned(), Wrong::ChoicesWithoutFile));
        }
        let choices = choices.unwrap_or_default().choices();
        let choices = choices.map_err(|(field, wrong)| (format!("own.choices.{field}"), wrong))?;
        let (field, file) = match (&self.path, &self.file) {
            (Some(_), Some(_)) => {
                return Err(exclude("path", "file"));
            }
            (Some(path), None) => ("own.path", Some(files.beside(path))),
            (None, Some(file)) => ("own.file", Some(files.kept(file))),
            (None, None) => ("own.item", None),
        };
        let refused = |wrong| (field.to_owned(), wrong);
        let file = file.transpose().map_err(refused)?;
        let name = self.name();
        let data = match &file {
            Some(file) if self.item.is_empty() => {
                self.of_file(&name, file, &choices).map_err(refused)?
            }
            _ if self.path.is_some() => {
                return Err(exclude("path", "[[own.item]]"));
            }
            _ => self.inline()?,
        };
        Ok(ReadOwn {
            name,
            data,
            provenance: file.map(|file| Provenance { file, choices }),
        })
    }

    fn name(&self) -> String {
        let path = self
            .path
            .as_deref()
            .and_then(|it| it.rsplit(['/', '\\']).next());
        let name = self.name.as_deref().or(path).or(self.file.as_deref());
        name.unwrap_or("own data").to_owned()
    }

    fn of_file(&self, name: &str, file: &FileBytes, choices: &Choices) -> Result<OwnData, Wrong> {
        if self.feature_names.is_some() {
            return Err(Wrong::FeatureNamesOfFile);
        }
        Ok(read(name, &file.0, choices)?.data)
    }

    /// The data that stand in `[[own.item]]`.
    fn inline(self) -> Result<OwnData, Refusal> {
        let named = (1..).zip(self.item);
        let (items, rows): (Vec<String>, Vec<Vec<f64>>) = named
            .map(|(number, item)| {
                let name = item.name.unwrap_or_else(|| format!("item {number}"));
                (name, item.values)
            })
            .unzip();
        let ragged = |(row, wrong)| (format!("own.item.{row}.values"), wrong);
        let targets = matrix(&rows).map_err(ragged)?.transpose();
        let data = OwnData::new(items, self.feature_names, targets, None, place);
        data.map_err(|error: ReadError| {
            let place = error.place();
            let path = place.and_then(|at| Some(format!("{}.{}", at.array.as_ref()?, at.row - 1)));
            (path.unwrap_or("own.item".to_owned()), error.into())
        })
    }
}

/// The refusal of `path`, which cannot stand beside another key.
fn exclude(one: &'static str, other: &'static str) -> Refusal {
    ("own.path".to_owned(), Wrong::Exclude { one, other })
}

/// Where in the file a part of inline data stands.
fn place(part: DataPart) -> Place {
    let (field, row, column) = match part {
        DataPart::Item(item) => ("own.item", item, None),
        DataPart::Feature(feature) => ("own.feature_names", feature, None),
        DataPart::Target { item, feature } => ("own.item", item, Some(feature + 1)),
    };
    Place {
        array: Some(field.into()),
        row: row + 1,
        column,
        heading: None,
    }
}
