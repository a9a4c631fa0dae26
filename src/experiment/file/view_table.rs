//! How a view is set, as a table of the file.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::error::{Refusal, Wrong};
use crate::experiment::ViewState;
use crate::experiment::atlas_look::AtlasLook;
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
    atlas: Option<toml::Table>,
}

impl ViewTable {
    pub(crate) fn of(view: &ViewState) -> Self {
        let learning = view.learning.as_ref();
        let atlas = view.atlas.as_ref();
        Self {
            name: view.name.clone(),
            epoch: view.epoch,
            followed: view.followed.clone(),
            learning: learning.and_then(|options| toml::Table::try_from(options).ok()),
            atlas: atlas.and_then(|look| toml::Table::try_from(look).ok()),
        }
    }

    pub(crate) fn view(self) -> Result<ViewState, Refusal> {
        let learning = self.learning.map(|table| options("learning", table));
        let learning: Option<LearningOptions> = learning.transpose()?;
        let atlas = self.atlas.map(atlas_look).transpose()?;
        Ok(ViewState {
            name: self.name,
            epoch: self.epoch,
            learning,
            atlas,
            followed: self.followed,
        })
    }
}

/// The options of a table, every field of which must be known: the settings file ignores fields
/// that it does not know, but in an experiment file they are typing errors.
fn options<T: Serialize + DeserializeOwned + Default>(
    view: &str,
    table: toml::Table,
) -> Result<T, Refusal> {
    let known = toml::Table::try_from(T::default()).unwrap_or_default();
    for (field, value) in &table {
        let refused = |wrong| Err((format!("view.{view}.{field}"), wrong));
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
        if let Err(error) = alone.try_into::<T>() {
            return refused(Wrong::Form(error.message().trim().to_owned()));
        }
    }
    Ok(table.try_into().unwrap_or_default())
}

/// The same of the Atlas view, whose options must fit each other as well.
fn atlas_look(table: toml::Table) -> Result<AtlasLook, Refusal> {
    let has_y = table.contains_key("y");
    let look: AtlasLook = options("atlas", table)?;
    let Some((field, why)) = look.fault() else {
        return Ok(look);
    };
    // The one of the two axes that the file names.
    let field = if field == "y" && !has_y { "x" } else { field };
    Err((format!("view.atlas.{field}"), Wrong::Form(why.to_owned())))
}
