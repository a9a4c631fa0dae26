//! How a view is set, as a table of the file.

use serde::{Deserialize, Serialize};

use super::error::{Refusal, Wrong};
use crate::experiment::ViewState;
use crate::experiment::pair_lookup::nearest;
use crate::experiment::view::LearningOptions;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ViewTable {
    name: Option<String>,
    epoch: Option<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    followed: Vec<[usize; 2]>,
    learning: Option<toml::Table>,
}

impl ViewTable {
    pub(crate) fn of(view: &ViewState) -> Self {
        let learning = view.learning.as_ref();
        Self {
            name: view.name.clone(),
            epoch: view.epoch,
            followed: view.followed.clone(),
            learning: learning.and_then(|options| toml::Table::try_from(options).ok()),
        }
    }

    pub(crate) fn view(self) -> Result<ViewState, Refusal> {
        let learning = self.learning.map(learning_options).transpose()?;
        Ok(ViewState {
            name: self.name,
            epoch: self.epoch,
            learning,
            followed: self.followed,
        })
    }
}

/// The options of a table, every field of which must be known: the settings file ignores fields
/// that it does not know, but in an experiment file they are typing errors.
fn learning_options(table: toml::Table) -> Result<LearningOptions, Refusal> {
    let known = toml::Table::try_from(LearningOptions::default()).unwrap_or_default();
    for (field, value) in &table {
        let refused = |wrong| Err((format!("view.learning.{field}"), wrong));
        if !known.contains_key(field) {
            let like = nearest(field, known.keys().map(String::as_str));
            let wrong = Wrong::UnknownKey {
                found: field.clone(),
                like: like.map(str::to_owned),
                known: known.keys().cloned().collect(),
            };
            return refused(wrong);
        }
        let alone = toml::Table::from_iter([(field.clone(), value.clone())]);
        if let Err(error) = alone.try_into::<LearningOptions>() {
            return refused(Wrong::Form(error.message().trim().to_owned()));
        }
    }
    Ok(table.try_into().unwrap_or_default())
}
