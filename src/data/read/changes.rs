//! What the choices leave out of a table, and what they fill in: told after reading, by name.

use nalgebra::DMatrix;

use super::choices::{Choices, Missing};
use super::column_lookup::by_number;
use super::columns::Columns;
use super::grid::CellGrid;
use crate::data::place::excerpt;

/// Everything that was left out or filled in, names shortened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whether rows and columns were exchanged.
    pub is_transposed: bool,
    /// The columns that the user left out.
    pub columns: Vec<String>,
    /// The rows that were read, of how many; `None` for all.
    pub rows: Option<RowsRead>,
    /// The items that were left out because a value is missing.
    pub items: Vec<String>,
    /// The features that were left out because a value is missing.
    pub features: Vec<String>,
    /// The features in which values were filled in, and how many.
    pub filled: Vec<(String, usize)>,
}

/// Rows below the heading, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowsRead {
    /// The first that was read.
    pub from: usize,
    /// The last that was read.
    pub to: usize,
    /// How many there are.
    pub of: usize,
}

impl Changes {
    /// The changes to a grid, `numbers` being its values, N × P, with not-a-number where one is
    /// missing.
    pub(super) fn of(
        grid: &CellGrid<'_>,
        columns: &Columns,
        feature_names: &[String],
        numbers: &DMatrix<f64>,
        choices: &Choices,
    ) -> Self {
        let of = grid.n_rows() - columns.first_row;
        let rows = choices.rows.map(|range| RowsRead {
            from: range.from.max(1),
            to: range.to.unwrap_or(of),
            of,
        });
        let called = |&column: &usize| match columns.headings[column].trim() {
            "" => by_number(column),
            name => excerpt(name),
        };
        let mut changes = Self {
            is_transposed: choices.transpose,
            columns: columns.dropped.iter().map(called).collect(),
            rows: rows.filter(|rows| (rows.from, rows.to) != (1, of)),
            ..Self::default()
        };
        let features = feature_names.iter().map(|name| excerpt(name));
        let n_missing = numbers.row_iter().map(|values| n_missing(values.iter()));
        let gaps = features.zip(n_missing).filter(|(_, n)| *n > 0);
        match choices.missing {
            Missing::Error => {}
            Missing::Mean | Missing::Zero => changes.filled = gaps.collect(),
            Missing::DropFeatures => changes.features = gaps.map(|(name, _)| name).collect(),
            Missing::DropItems => {
                let has_gap = |item: &usize| n_missing_of_item(numbers, *item) > 0;
                let names = (0..numbers.ncols()).filter(has_gap).map(|item| {
                    let row = columns.rows[item];
                    let name = columns.item_name(grid, row);
                    name.map_or_else(|| columns.made_up(row), |name| excerpt(&name))
                });
                changes.items = names.collect();
            }
        }
        changes
    }
}

fn n_missing_of_item(numbers: &DMatrix<f64>, item: usize) -> usize {
    n_missing(numbers.column(item).iter())
}

fn n_missing<'a>(values: impl Iterator<Item = &'a f64>) -> usize {
    values.filter(|value| value.is_nan()).count()
}
