//! Ways out of a doubt about a table: choices with which it may be read.

use super::choices::{Choices, ItemNames, Missing, RowRange};
use super::outline::Outline;
use super::table_error::TableError;
use crate::data::{Place, ReadError};

/// One way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The first row is an item.
    FirstRowIsItem,
    /// That column holds the items' names.
    ItemsIn(String),
    /// Every column is a feature, and the items are numbered.
    NumberItems,
    /// That column is left out, and the items are numbered.
    NumberItemsWithout(String),
    /// That becomes of missing values.
    Missing(Missing),
    /// That column is left out.
    Drop(String),
    /// That column holds the items' classes, whose means are the items.
    GroupMean(String),
    /// That array is the table.
    Array(String),
    /// Rows and columns are exchanged.
    Transpose,
    /// Only so many rows are read, from the first on.
    FirstRows(usize),
}

impl WayOut {
    /// The choices with which this way is taken.
    pub fn choices(&self, before: &Choices) -> Choices {
        let mut choices = before.clone();
        match self {
            Self::FirstRowIsItem => choices.no_header = true,
            Self::ItemsIn(column) => choices.items = ItemNames::Column(column.clone()),
            Self::NumberItems => choices.items = ItemNames::None,
            Self::NumberItemsWithout(column) => {
                choices.items = ItemNames::None;
                choices.drop.push(column.clone());
            }
            Self::Missing(missing) => choices.missing = *missing,
            Self::Drop(column) => choices.drop.push(column.clone()),
            Self::GroupMean(column) => choices.group_mean = Some(column.clone()),
            Self::Array(array) => choices.array = Some(array.clone()),
            Self::Transpose => choices.transpose ^= true,
            Self::FirstRows(n) => {
                let from = choices.rows.map_or(1, |rows| rows.from);
                let to = Some(from.saturating_add(n.saturating_sub(1)));
                choices.rows = Some(RowRange { from, to });
            }
        }
        choices
    }
}

/// The ways out of what is wrong with a table of that outline that was read by `choices`, the
/// likeliest first; none where no choice can help.
pub fn ways_out(error: &ReadError, choices: &Choices, outline: &Outline) -> Vec<WayOut> {
    let is_turned = choices.transpose;
    match error {
        ReadError::Table(error) => out_of_doubt(error, outline),
        ReadError::SeveralMatrices { names, .. } => {
            names.iter().cloned().map(WayOut::Array).collect()
        }
        ReadError::TooManyItems { max, .. } if is_turned => vec![WayOut::FirstRows(*max)],
        ReadError::TooManyItems { max, .. } => {
            vec![WayOut::Transpose, WayOut::FirstRows(*max)]
        }
        ReadError::TooFewItems { .. } | ReadError::NoFeatures if !is_turned => {
            vec![WayOut::Transpose]
        }
        ReadError::DuplicateName { place, .. } | ReadError::EmptyName { place } => {
            let are_classes = matches!(error, ReadError::DuplicateName { .. });
            of_names(place, choices, outline, are_classes)
        }
        _ => Vec::new(),
    }
}

/// How a choice calls the column of that number, from 1.
fn called(column: usize, outline: &Outline) -> String {
    let name = column.checked_sub(1).and_then(|it| outline.columns.get(it));
    name.cloned().unwrap_or_else(|| column.to_string())
}

fn out_of_doubt(error: &TableError, outline: &Outline) -> Vec<WayOut> {
    match error {
        TableError::NoHeader { .. } => vec![WayOut::FirstRowIsItem],
        TableError::NoItemColumn { column, .. } => {
            let column = called(*column, outline);
            vec![WayOut::NumberItems, WayOut::ItemsIn(column)]
        }
        TableError::Missing { .. } => {
            let all = [
                Missing::Mean,
                Missing::Zero,
                Missing::DropItems,
                Missing::DropFeatures,
            ];
            all.map(WayOut::Missing).to_vec()
        }
        TableError::NotAValue { column, .. } => {
            vec![
                WayOut::Drop(column.clone()),
                WayOut::GroupMean(column.clone()),
            ]
        }
        _ => Vec::new(),
    }
}

/// The items' names are empty, or not distinct: so are those of a list beside the cells, or those
/// of a column.
fn of_names(place: &Place, choices: &Choices, outline: &Outline, are_classes: bool) -> Vec<WayOut> {
    let is_column_known = place.array.is_none() && !choices.transpose;
    match place.column.filter(|_| is_column_known) {
        Some(column) => {
            let column = called(column, outline);
            let numbered = WayOut::NumberItemsWithout(column.clone());
            let means = are_classes.then_some(WayOut::GroupMean(column));
            [Some(numbered), means].into_iter().flatten().collect()
        }
        None if place.array.is_some() => vec![WayOut::NumberItems],
        None => Vec::new(),
    }
}
