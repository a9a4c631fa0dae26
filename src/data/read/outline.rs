//! A table in outline: what there is to choose from, and its beginning to look at.

use super::choices::Choices;
use super::columns::by_number;
use super::grid::{Cell, CellGrid};
use super::raw_table::RawTable;
use crate::data::place::excerpt;
use crate::numbers::exact;

/// The most columns that are listed.
const MAX_COLUMNS: usize = 1000;

/// The most rows that are shown.
const SHOWN_ROWS: usize = 6;

/// The most cells of a row that are shown.
const SHOWN_CELLS: usize = 8;

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
    /// The beginnings of the first rows, names among the cells included.
    pub first_rows: Vec<Vec<String>>,
    /// The arrays that may be read, of a file of several.
    pub arrays: Vec<String>,
}

impl Outline {
    /// The outline of a table that is read by these choices; empty if its rows differ in length.
    pub fn of(table: &RawTable, choices: &Choices) -> Self {
        let Ok(grid) = CellGrid::new(table, choices.transpose) else {
            return Self::default();
        };
        let (n_rows, n_columns) = (grid.n_rows(), grid.n_columns());
        let row = |row: usize| {
            let cells = (0..n_columns.min(SHOWN_CELLS)).map(|column| shown(&grid, row, column));
            cells.collect()
        };
        Self {
            columns: columns(&grid, choices.no_header),
            n_columns,
            n_rows,
            is_text: grid.is_text(),
            first_rows: (0..n_rows.min(SHOWN_ROWS)).map(row).collect(),
            arrays: Vec::new(),
        }
    }

    /// Number of rows below the heading, if there is one.
    pub fn n_data_rows(&self, choices: &Choices) -> usize {
        let has_header = self.is_text && !choices.no_header;
        self.n_rows.saturating_sub(usize::from(has_header))
    }
}

fn shown(grid: &CellGrid<'_>, row: usize, column: usize) -> String {
    match grid.cell(row, column) {
        Cell::Text(text) => excerpt(text),
        Cell::Number(number) => exact(number),
    }
}

fn columns(grid: &CellGrid<'_>, no_header: bool) -> Vec<String> {
    let listed = 0..grid.n_columns().min(MAX_COLUMNS);
    let headings: Vec<String> = match grid.headings() {
        Some(names) => names.names.iter().take(MAX_COLUMNS).cloned().collect(),
        None if grid.is_text() && !no_header && grid.n_rows() > 0 => {
            let heading = |column: usize| grid.text(0, column).trim().to_owned();
            listed.map(heading).collect()
        }
        None => vec![String::new(); listed.len()],
    };
    let lower: Vec<String> = headings.iter().map(|name| name.to_lowercase()).collect();
    let is_alone = |name: &String| lower.iter().filter(|other| *other == name).count() == 1;
    let column = |(column, (name, lower)): (usize, (&String, &String))| {
        if name.is_empty() || !is_alone(lower) {
            by_number(column, &headings)
        } else {
            name.clone()
        }
    };
    let named = headings.iter().zip(&lower).enumerate();
    named.map(column).collect()
}
