//! A table in outline: what there is to choose from, and its beginning to look at.

use super::choices::{Choices, FirstRow};
use super::column_lookup::ColumnLookup;
use super::grid::CellGrid;
use super::preview::Preview;
use super::raw_table::RawTable;
use crate::data::Place;

/// The most columns that are listed.
const MAX_COLUMNS: usize = 1000;

/// The columns, rows and arrays to choose from; transposed if the choices say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// How a choice calls each column: by its heading or, without one of its own, by its number
    /// from 1. The first thousand.
    pub columns: Vec<String>,
    /// Number of columns, names among the cells included.
    pub n_columns: usize,
    /// Number of rows, names among the cells included.
    pub n_rows: usize,
    /// Whether the table is text, so that names may be among its cells.
    pub is_text: bool,
    /// The beginning of the table, and the cell in doubt.
    pub preview: Preview,
    /// The arrays that may be read, of a file of several.
    pub arrays: Vec<String>,
}

impl Outline {
    /// The outline of a table that is read by these choices, `doubt` being the place in the file
    /// of what is in doubt; empty if its rows differ in length.
    pub fn of(table: &RawTable, choices: &Choices, doubt: Option<&Place>) -> Self {
        let Ok(grid) = CellGrid::new(table, choices.transpose) else {
            return Self::default();
        };
        let (n_rows, n_columns) = (grid.n_rows(), grid.n_columns());
        Self {
            columns: columns(&grid, choices.first_row),
            n_columns,
            n_rows,
            is_text: grid.is_text(),
            preview: Preview::of(&grid, doubt),
            arrays: Vec::new(),
        }
    }
}

fn columns(grid: &CellGrid<'_>, first_row: FirstRow) -> Vec<String> {
    let listed = 0..grid.n_columns().min(MAX_COLUMNS);
    let headings: Vec<String> = match grid.headings() {
        Some(names) => names.names.iter().take(MAX_COLUMNS).cloned().collect(),
        None if grid.is_text() && first_row != FirstRow::Item && grid.n_rows() > 0 => {
            let heading = |column: usize| grid.text(0, column).trim().to_owned();
            listed.map(heading).collect()
        }
        None => vec![String::new(); listed.len()],
    };
    let names = ColumnLookup::new(&headings);
    (0..headings.len())
        .map(|column| names.called(column))
        .collect()
}
