//! A table as its file holds it, before any choice about it.
//!
//! The readers of all kinds of file give one, and the user's choices make a data set of it. Rows
//! and columns are those of the file; nothing is decided yet about which of them are items.

use nalgebra::DMatrix;

use super::origin::Origin;
use super::text_cells::TextCells;
use crate::data::Place;

/// A table, its names as far as the file tells them from the cells, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct RawTable {
    /// The cells.
    pub cells: Cells,
    /// The columns' names, where the file keeps them apart from the cells, as an archive does.
    pub headings: Option<Names>,
    /// The rows' names, where the file keeps them apart from the cells.
    pub row_names: Option<Names>,
    /// The first weights W_1 … W_L that the file brings along, for the table as it stands.
    pub weights: Vec<DMatrix<f64>>,
    /// The kind of file, and how it was read.
    pub origin: Origin,
}

/// The cells of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Text whose meaning is still to be found, names of rows and columns included.
    Text(TextCells),
    /// Numbers; not-a-number is a missing value.
    Numbers(NumberCells),
}

/// Numbers in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberCells {
    /// The values, columns × rows: a row of the table is a column of this matrix.
    pub values: DMatrix<f64>,
    /// The array that holds them, in a file of several.
    pub array: Option<String>,
    /// Whether the file says that 0 and 1 are numbers and not no and yes.
    pub keeps_zero_one: bool,
}

/// A list of names beside the cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The names, in order.
    pub names: Vec<String>,
    /// The array that holds them, in a file of several.
    pub array: Option<String>,
}

impl RawTable {
    /// A table of text alone, whose names are still among the cells.
    pub fn of_text(cells: TextCells, origin: Origin) -> Self {
        Self {
            cells: Cells::Text(cells),
            headings: None,
            row_names: None,
            weights: Vec::new(),
            origin,
        }
    }

    /// Number of rows, names among the cells included.
    pub fn n_rows(&self) -> usize {
        match &self.cells {
            Cells::Text(text) => text.n_rows(),
            Cells::Numbers(numbers) => numbers.values.ncols(),
        }
    }

    /// Number of columns, names among the cells included: of the widest row.
    pub fn n_columns(&self) -> usize {
        match &self.cells {
            Cells::Text(text) => text.n_columns(),
            Cells::Numbers(numbers) => numbers.values.nrows(),
        }
    }

    /// The place in the file of a cell, row and column being counted from 0.
    pub fn place(&self, row: usize, column: usize) -> Place {
        match &self.cells {
            Cells::Text(text) => Place::cell(text.file_row(row), column + 1),
            Cells::Numbers(numbers) => {
                let place = Place::cell(row + 1, column + 1);
                match &numbers.array {
                    Some(array) => place.in_array(array),
                    None => place,
                }
            }
        }
    }
}

impl Names {
    /// The place in the file of a name, counted from 0.
    pub fn place(&self, index: usize) -> Place {
        let place = Place::row(index + 1);
        match &self.array {
            Some(array) => place.in_array(array),
            None => place,
        }
    }
}
