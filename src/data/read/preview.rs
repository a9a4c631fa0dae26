//! The beginning of a table to look at, with the cell that is in doubt.

use super::grid::{Cell, CellGrid};
use crate::data::Place;
use crate::data::place::excerpt;
use crate::numbers::exact;

/// The first rows and columns of a table; those of a cell in doubt come last if they are further
/// on. Rows and columns are numbered as errors number them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The rows, names among the cells included.
    pub rows: Vec<PreviewRow>,
    /// The numbers of the columns that are shown.
    pub columns: Vec<usize>,
    /// The row and the column of the cell in doubt, by index from 0 among those shown.
    pub marked: Option<(usize, usize)>,
    /// Where rows are left out.
    pub rows_left_out: LeftOut,
    /// Where columns are left out.
    pub columns_left_out: LeftOut,
    /// Whether rows and columns of the file are exchanged: then `columns` are numbers of rows.
    pub is_turned: bool,
}

/// Where rows or columns of a table are left out of its preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Some before the last one that is shown.
    pub before_last: bool,
    /// Some behind it.
    pub at_end: bool,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// The row's number in the file.
    pub number: usize,
    /// The shown cells, shortened.
    pub cells: Vec<String>,
}

impl Preview {
    /// The most first rows that are shown; a further one is that of the cell in doubt.
    pub const MAX_ROWS: usize = 6;

    /// The most first cells of a row that are shown; a further one is in the column in doubt.
    pub const MAX_CELLS: usize = 40;

    /// The preview of a grid; `doubt` is the place in the file of what is in doubt.
    pub(super) fn of(grid: &CellGrid<'_>, doubt: Option<&Place>) -> Self {
        let doubt = doubt.and_then(|place| grid.cell_at(place));
        let row_in_doubt = doubt.map(|(row, _)| row);
        let (rows, rows_left_out) = shown(grid.n_rows(), Self::MAX_ROWS, row_in_doubt);
        let (columns, columns_left_out) = shown(
            grid.n_columns(),
            Self::MAX_CELLS,
            doubt.map(|(_, column)| column),
        );
        let marked = doubt.and_then(|(row, column)| {
            let row = rows.iter().position(|&it| it == row)?;
            Some((row, columns.iter().position(|&it| it == column)?))
        });
        let row = |&row: &usize| PreviewRow {
            number: grid.row_number(row),
            cells: columns
                .iter()
                .map(|&column| text(grid, row, column))
                .collect(),
        };
        let number = |&column: &usize| grid.column_number(column);
        Self {
            rows: rows.iter().map(row).collect(),
            columns: columns.iter().map(number).collect(),
            marked,
            rows_left_out,
            columns_left_out,
            is_turned: grid.is_turned(),
        }
    }
}

/// The first few of `n` and the wanted one behind them; where others are left out.
fn shown(n: usize, few: usize, wanted: Option<usize>) -> (Vec<usize>, LeftOut) {
    let further = wanted.filter(|&wanted| wanted >= few);
    let shown: Vec<usize> = (0..n.min(few)).chain(further).collect();
    let left_out = LeftOut {
        before_last: further.is_some_and(|further| further > few),
        at_end: shown.last().is_some_and(|last| last + 1 < n),
    };
    (shown, left_out)
}

fn text(grid: &CellGrid<'_>, row: usize, column: usize) -> String {
    match grid.cell(row, column) {
        Cell::Text(text) => excerpt(text),
        Cell::Number(number) => exact(number),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Choices, Outline, examine};
    use super::*;

    fn outline(table: &str, choices: &Choices) -> Outline {
        examine("a.csv", table.as_bytes(), choices).outline
    }

    #[test]
    fn the_cell_in_doubt_is_marked_with_the_numbers_that_the_error_names() {
        let table = "# legs of animals\n\nitem,legs,eyes\nTuna,0,2\nRobin,,2\n";
        let examined = examine("a.csv", table.as_bytes(), &Choices::default());
        let said = examined
            .reading
            .expect_err("a value is missing")
            .to_string();
        assert!(said.starts_with("row 5, column 2 (\"legs\")"), "{said}");
        assert!(said.contains("of item \"Robin\""), "{said}");
        let preview = examined.outline.preview;
        let (row, column) = preview.marked.expect("the cell is shown");
        assert_eq!((preview.rows[row].number, preview.columns[column]), (5, 2));
        assert_eq!(preview.rows[row].cells, ["Robin", "", "2"]);
    }

    #[test]
    fn a_cell_in_doubt_far_down_and_far_right_is_shown_too() {
        let heading: Vec<String> = (1..=60).map(|n| format!("f{n}")).collect();
        let mut table = vec![format!("item,{}", heading.join(","))];
        for row in 1..=30 {
            let cell = |column| if (row, column) == (25, 55) { "" } else { "2.5" };
            let cells: Vec<&str> = (1..=60).map(cell).collect();
            table.push(format!("i{row},{}", cells.join(",")));
        }
        let preview = outline(&table.join("\n"), &Choices::default()).preview;
        let (row, column) = preview.marked.expect("the cell is shown");
        assert_eq!(
            (preview.rows[row].number, preview.columns[column]),
            (26, 56)
        );
        assert_eq!(preview.rows.len(), Preview::MAX_ROWS + 1);
        assert_eq!(preview.columns.len(), Preview::MAX_CELLS + 1);
    }

    #[test]
    fn what_is_left_out_is_said_where_it_is_and_only_there() {
        let left_out = |n, wanted| {
            let LeftOut {
                before_last,
                at_end,
            } = shown(n, 6, wanted).1;
            (before_last, at_end)
        };
        for (n, wanted, said) in [
            (5, None, (false, false)),
            (6, Some(2), (false, false)),
            (7, None, (false, true)),
            // The one in doubt is the next, the last, or between others.
            (7, Some(6), (false, false)),
            (9, Some(6), (false, true)),
            (9, Some(8), (true, false)),
            (9, Some(7), (true, true)),
        ] {
            assert_eq!(left_out(n, wanted), said, "{n} {wanted:?}");
        }
    }

    #[test]
    fn of_an_exchanged_table_the_numbers_are_the_files_too() {
        let turned = Choices {
            transpose: true,
            ..Choices::default()
        };
        let preview = outline("item,a,b\nlegs,4,\neyes,2,2\n", &turned).preview;
        let (row, column) = preview.marked.expect("the cell is shown");
        assert!(preview.is_turned);
        // The cell is in the file's row 2 and column 3.
        assert_eq!((preview.rows[row].number, preview.columns[column]), (3, 2));
        assert_eq!(preview.rows[row].cells, ["b", "", "2"]);
    }
}
