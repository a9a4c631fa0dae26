//! Cells as text, row by row, packed into one string.
//!
//! A table of a million cells is one allocation for its text and one for its cells' ends. Rows
//! may differ in length; which of them may is decided later.

use std::ops::Range;

/// Rows of cells, each cell without outer white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextCells {
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    rows: Vec<Row>,
}

/// A row's cells, by their numbers over the whole table, and its line in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    cells: Range<usize>,
    file_row: usize,
}

impl TextCells {
    /// Adds a row, which stands in that row of the file, counted from 1.
    pub fn push_row<'a>(&mut self, file_row: usize, cells: impl IntoIterator<Item = &'a str>) {
        let start = self.ends.len();
        for cell in cells {
            self.text.push_str(cell.trim());
            self.ends.push(self.text.len());
        }
        let cells = start..self.ends.len();
        self.rows.push(Row { cells, file_row });
    }

    /// Number of rows.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// Number of cells of the longest row.
    pub fn n_columns(&self) -> usize {
        let lengths = self.rows.iter().map(|row| row.cells.len());
        lengths.max().unwrap_or(0)
    }

    /// Number of cells of a row.
    pub fn row_len(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.cells.len())
    }

    /// A cell; none behind the end of its row.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let cells = &self.rows.get(row)?.cells;
        let cell = cells.start + column;
        if cell >= cells.end {
            return None;
        }
        let start = match cell {
            0 => 0,
            _ => self.ends[cell - 1],
        };
        Some(&self.text[start..self.ends[cell]])
    }

    /// The cells of a row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.row_len(row)).filter_map(move |column| self.cell(row, column))
    }

    /// The line of the file in which a row begins, from 1.
    pub fn file_row(&self, row: usize) -> usize {
        self.rows.get(row).map_or(row + 1, |row| row.file_row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_row_and_column() {
        let mut cells = TextCells::default();
        cells.push_row(2, ["", " a ", "b"]);
        cells.push_row(5, ["c"]);
        cells.push_row(6, []);
        assert_eq!((cells.n_rows(), cells.n_columns()), (3, 3));
        assert_eq!(cells.row(0).collect::<Vec<_>>(), ["", "a", "b"]);
        assert_eq!((cells.cell(1, 0), cells.cell(1, 1)), (Some("c"), None));
        assert_eq!((cells.row_len(2), cells.cell(2, 0)), (0, None));
        assert_eq!([0, 1, 2].map(|row| cells.file_row(row)), [2, 5, 6]);
    }
}
