//! The choices about how a data file was read, as a table of the file. Its keys are the options of
//! the command line.

use serde::{Deserialize, Serialize};

use super::error::{Refusal, Wrong};
use crate::data::read::{
    Choices, Encoding, FirstRow, ItemNames, Missing, RowRange, Scaling, Thousands, ZeroOne,
};

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option")]
pub(crate) struct ChoicesTable {
    #[serde(skip_serializing_if = "is_default")]
    encoding: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    array: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    transpose: bool,
    #[serde(skip_serializing_if = "is_default")]
    header: bool,
    #[serde(skip_serializing_if = "is_default")]
    no_header: bool,
    #[serde(skip_serializing_if = "is_default")]
    rows: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    drop: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    group_mean: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    items: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    no_items: bool,
    #[serde(skip_serializing_if = "is_default")]
    thousands: Thousands,
    #[serde(skip_serializing_if = "is_default")]
    zero_one: ZeroOne,
    #[serde(skip_serializing_if = "is_default")]
    na: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    missing: Missing,
    #[serde(skip_serializing_if = "is_default")]
    center: bool,
    #[serde(skip_serializing_if = "is_default")]
    zscore: bool,
}

impl ChoicesTable {
    pub(crate) fn of(choices: &Choices) -> Self {
        let items = match &choices.items {
            ItemNames::Column(column) => Some(column.clone()),
            ItemNames::Auto | ItemNames::None => None,
        };
        Self {
            encoding: choices.encoding.map(|it| it.name().to_lowercase()),
            thousands: choices.thousands,
            na: choices.na.clone(),
            array: choices.array.clone(),
            transpose: choices.transpose,
            header: choices.first_row == FirstRow::Names,
            no_header: choices.first_row == FirstRow::Item,
            rows: choices.rows.map(|rows| rows.to_string()),
            drop: choices.drop.clone(),
            group_mean: choices.group_mean.clone(),
            items,
            no_items: choices.items == ItemNames::None,
            zero_one: choices.zero_one,
            missing: choices.missing,
            center: choices.scaling == Scaling::Center,
            zscore: choices.scaling == Scaling::Zscore,
        }
    }

    /// The choices; a refusal's path begins inside this table.
    pub(crate) fn choices(self) -> Result<Choices, Refusal> {
        let exclude =
            |one: &'static str, other| Err((one.to_owned(), Wrong::Exclude { one, other }));
        let first_row = match (self.header, self.no_header) {
            (true, true) => return exclude("no_header", "header"),
            (true, false) => FirstRow::Names,
            (false, true) => FirstRow::Item,
            (false, false) => FirstRow::Auto,
        };
        let items = match (self.items, self.no_items) {
            (Some(_), true) => return exclude("no_items", "items"),
            (Some(column), false) => ItemNames::Column(column),
            (None, true) => ItemNames::None,
            (None, false) => ItemNames::Auto,
        };
        let scaling = match (self.center, self.zscore) {
            (true, true) => return exclude("zscore", "center"),
            (true, false) => Scaling::Center,
            (false, true) => Scaling::Zscore,
            (false, false) => Scaling::None,
        };
        let rows = self.rows.map(|rows| rows.parse::<RowRange>()).transpose();
        let rows = rows.map_err(|error| ("rows".to_owned(), error.into()))?;
        let encoding = self.encoding.map(|name| name.parse::<Encoding>());
        let encoding = encoding.transpose();
        let encoding = encoding.map_err(|error| ("encoding".to_owned(), error.into()))?;
        Ok(Choices {
            encoding,
            thousands: self.thousands,
            na: self.na,
            array: self.array,
            transpose: self.transpose,
            first_row,
            rows,
            drop: self.drop,
            group_mean: self.group_mean,
            items,
            zero_one: self.zero_one,
            missing: self.missing,
            scaling,
        })
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
