//! A table's cells in rows and columns of one length, exchanged where that is chosen.

use std::borrow::Cow;

use super::raw_table::{Cells, Names, RawTable};
use super::text_cells::TextCells;
use crate::data::{Place, ReadError};

/// A rectangle of cells, counted from 0.
pub(super) struct CellGrid<'a> {
    table: &'a RawTable,
    is_turned: bool,
    /// The first row of the file is one cell short, as R writes it: its first cell is missing.
    is_short: bool,
    file_shape: (usize, usize),
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Text, whatever it means.
    Text(&'a str),
    /// A number; not-a-number is a missing value.
    Number(f64),
}

impl<'a> CellGrid<'a> {
    /// The grid of a table, rows and columns exchanged if `is_turned`.
    pub(super) fn new(table: &'a RawTable, is_turned: bool) -> Result<Self, ReadError> {
        let n_rows = table.n_rows();
        let (width, is_short) = match &table.cells {
            Cells::Text(text) => width(text)?,
            Cells::Numbers(_) => (table.n_columns(), false),
        };
        Ok(Self {
            table,
            is_turned,
            is_short,
            file_shape: (n_rows, width),
        })
    }

    pub(super) fn n_rows(&self) -> usize {
        self.at(self.file_shape.0, self.file_shape.1).0
    }

    pub(super) fn n_columns(&self) -> usize {
        self.at(self.file_shape.0, self.file_shape.1).1
    }

    /// Whether names of rows and columns may be among the cells.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.table.cells, Cells::Text(_))
    }

    /// Whether the file says that its 0 and 1 are numbers.
    pub(super) fn keeps_zero_one(&self) -> bool {
        matches!(&self.table.cells, Cells::Numbers(numbers) if numbers.keeps_zero_one)
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'a> {
        let (row, column) = self.at(row, column);
        match &self.table.cells {
            Cells::Numbers(numbers) => Cell::Number(numbers.values[(column, row)]),
            Cells::Text(text) => {
                let is_shifted = self.is_short && row == 0;
                let column = column.checked_sub(usize::from(is_shifted));
                Cell::Text(column.and_then(|c| text.cell(row, c)).unwrap_or_default())
            }
        }
    }

    pub(super) fn text(&self, row: usize, column: usize) -> Cow<'a, str> {
        match self.cell(row, column) {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number(value) => Cow::Owned(value.to_string()),
        }
    }

    /// The place in the file of a cell.
    pub(super) fn place(&self, row: usize, column: usize) -> Place {
        let (row, column) = self.at(row, column);
        self.table.place(row, column)
    }

    /// Whether rows and columns are exchanged.
    pub(super) fn is_turned(&self) -> bool {
        self.is_turned
    }

    /// The number in the file of a row; where rows and columns are exchanged, of the file's column.
    pub(super) fn row_number(&self, row: usize) -> usize {
        let place = self.place(row, 0);
        let column = place.column.unwrap_or(row + 1);
        if self.is_turned { column } else { place.row }
    }

    /// The number in the file of a column, as [`Self::row_number`].
    pub(super) fn column_number(&self, column: usize) -> usize {
        let place = self.place(0, column);
        let number = place.column.unwrap_or(column + 1);
        if self.is_turned { place.row } else { number }
    }

    /// The row and the column of the cell at that place in the file; `None` if it is elsewhere.
    pub(super) fn cell_at(&self, place: &Place) -> Option<(usize, usize)> {
        let (n_rows, n_columns) = self.file_shape;
        let column = place.column?.checked_sub(1).filter(|it| *it < n_columns)?;
        let row = (0..n_rows).find(|&row| self.table.place(row, column).row == place.row)?;
        let is_here = self.table.place(row, column).array == place.array;
        is_here.then(|| self.at(row, column))
    }

    /// The columns' names, where they are not among the cells.
    pub(super) fn headings(&self) -> Option<&'a Names> {
        if self.is_turned {
            self.table.row_names.as_ref()
        } else {
            self.table.headings.as_ref()
        }
    }

    /// The rows' names, where they are not among the cells.
    pub(super) fn row_names(&self) -> Option<&'a Names> {
        if self.is_turned {
            self.table.headings.as_ref()
        } else {
            self.table.row_names.as_ref()
        }
    }

    fn at(&self, row: usize, column: usize) -> (usize, usize) {
        if self.is_turned {
            (column, row)
        } else {
            (row, column)
        }
    }
}

/// Whether a heading is that of a column of names.
fn heads_names(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    ["item", "items", "name", "names"].contains(&heading.as_str())
}

/// The number of cells of each row, and whether the first row is one short.
fn width(text: &TextCells) -> Result<(usize, bool), ReadError> {
    let first = text.row_len(0);
    let is_empty_from = |row: usize, column: usize| {
        (column..text.row_len(row)).all(|c| text.cell(row, c).is_none_or(str::is_empty))
    };
    let rest = 1..text.n_rows();
    if rest.is_empty() {
        return Ok((first, false));
    }
    let all_have = |len: usize| rest.clone().all(|row| text.row_len(row) == len);
    // R leaves out the heading of the names, and writes no empty one in its place. A heading of
    // names that would then stand over numbers is no such: the rows are too long, perhaps by
    // decimal commas without quotes.
    let is_number = |row: usize| {
        let cell = text.cell(row, 1).unwrap_or_default();
        cell.parse::<f64>().is_ok()
    };
    let is_named = text.cell(0, 0).is_some_and(|heading| {
        let stands_over_numbers = heads_names(heading) && rest.clone().all(is_number);
        !heading.is_empty() && !stands_over_numbers
    });
    if is_named && all_have(first + 1) && !rest.clone().all(|row| is_empty_from(row, first)) {
        return Ok((first + 1, true));
    }
    let second = text.row_len(1);
    if first > second && all_have(second) && is_empty_from(0, second) {
        return Ok((second, false));
    }
    for row in rest {
        let found = text.row_len(row);
        if found < first || !is_empty_from(row, first) {
            return Err(ReadError::Ragged {
                row: text.file_row(row),
                found,
                expected: first,
            });
        }
    }
    Ok((first, false))
}
