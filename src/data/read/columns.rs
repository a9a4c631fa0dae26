//! Which rows are read, and what each column is: a feature, the items' names, their classes.

use std::collections::HashSet;

use super::choices::{Choices, FirstRow, ItemNames};
use super::column_lookup::ColumnLookup;
use super::grid::CellGrid;
use super::heading;
use super::table_error::TableError;
use super::value::{is_numeric, is_value};
use crate::data::place::excerpt;
use crate::data::{MAX_FEATURES, Place, ReadError};

/// The most columns of which features are chosen.
const MAX_COLUMNS: usize = 2 * MAX_FEATURES;

/// The most rows of which items are chosen, or classes made.
const MAX_ROWS: usize = 10_000_000;

/// The parts of a grid, its rows and columns counted from 0.
#[derive(Debug)]
pub(super) struct Columns {
    /// Every column's name; empty where it has none.
    pub(super) headings: Vec<String>,
    /// Whether the names are the file's first row.
    pub(super) has_header: bool,
    /// The rows that are read.
    pub(super) rows: Vec<usize>,
    /// The number of a row below the heading that is the first of the grid.
    pub(super) first_row: usize,
    /// The columns that the user leaves out, in the table's order.
    pub(super) dropped: Vec<usize>,
    /// The columns that are features.
    pub(super) features: Vec<usize>,
    /// The column that names the items.
    pub(super) items: Option<usize>,
    /// The column that numbers the rows and is left out, for another names the items.
    pub(super) row_numbers: Option<usize>,
    /// Whether names beside the cells, if there are any, name the items.
    pub(super) uses_row_names: bool,
    /// The column of their classes.
    pub(super) group: Option<usize>,
    /// How many columns had neither name nor value.
    pub(super) n_empty: usize,
}

impl Columns {
    /// The parts of a grid by a user's choices.
    pub(super) fn new(grid: &CellGrid<'_>, choices: &Choices) -> Result<Self, ReadError> {
        check_shape(grid)?;
        let has_header = grid.is_text() && choices.first_row != FirstRow::Item;
        let headings = match grid.headings() {
            Some(names) => names.names.clone(),
            None if has_header && choices.first_row == FirstRow::Names => heading::taken(grid),
            None if has_header => heading::of(grid)?,
            None => vec![String::new(); grid.n_columns()],
        };
        let first_row = usize::from(has_header);
        let mut columns = Self {
            headings,
            has_header,
            rows: rows(grid, choices, first_row)?,
            first_row,
            dropped: Vec::new(),
            features: Vec::new(),
            items: None,
            row_numbers: None,
            uses_row_names: choices.items == ItemNames::Auto,
            group: None,
            n_empty: 0,
        };
        columns.assign(grid, choices)?;
        Ok(columns)
    }

    /// The place in the file of a cell, with its column's name.
    pub(super) fn place(&self, grid: &CellGrid<'_>, row: usize, column: usize) -> Place {
        let heading = self.headings.get(column).map_or("", String::as_str);
        grid.place(row, column).headed(heading)
    }

    /// The name of the item in a row; `None` if none stands in the file.
    pub(super) fn item_name(&self, grid: &CellGrid<'_>, row: usize) -> Option<String> {
        if let Some(column) = self.items {
            return Some(grid.text(row, column).into_owned());
        }
        let names = grid.row_names().filter(|_| self.uses_row_names)?;
        Some(names.names.get(row).cloned().unwrap_or_default())
    }

    /// The name made up for the item in a row.
    pub(super) fn made_up(&self, row: usize) -> String {
        format!("item {}", row - self.first_row + 1)
    }

    fn assign(&mut self, grid: &CellGrid<'_>, choices: &Choices) -> Result<(), ReadError> {
        let names = ColumnLookup::new(&self.headings);
        let dropped = choices.drop.iter().map(|wanted| names.find(wanted));
        let dropped: HashSet<usize> = dropped.collect::<Result<_, _>>()?;
        let group = choices.group_mean.as_ref();
        self.group = group.map(|wanted| names.find(wanted)).transpose()?;
        let mut rest: Vec<usize> = (0..grid.n_columns())
            .filter(|column| !dropped.contains(column) && self.group != Some(*column))
            .collect();
        self.items = match &choices.items {
            ItemNames::Column(wanted) => Some(names.find(wanted)?),
            ItemNames::Auto if grid.is_text() => match self.numbered_names(grid, &rest) {
                Some((numbers, names)) => {
                    self.row_numbers = Some(numbers);
                    Some(names)
                }
                None => self.first_of(grid, &rest)?,
            },
            ItemNames::Auto | ItemNames::None => None,
        };
        let no_features = [self.items, self.row_numbers];
        rest.retain(|&column| !no_features.contains(&Some(column)));
        let is_empty = |&column: &usize| {
            let is_blank = |&row: &usize| grid.text(row, column).is_empty();
            self.has_header && self.headings[column].is_empty() && self.rows.iter().all(is_blank)
        };
        let (empty, features) = rest.into_iter().partition(is_empty);
        let empty: Vec<usize> = empty;
        self.n_empty = empty.len();
        self.dropped = dropped.into_iter().collect();
        self.dropped.sort_unstable();
        self.features = features;
        Ok(())
    }

    /// The first column, if it numbers the rows and is not named, and the column of names behind
    /// it: as pandas writes its index, and R its rows, before names that are a column.
    fn numbered_names(&self, grid: &CellGrid<'_>, rest: &[usize]) -> Option<(usize, usize)> {
        let (&first, others) = rest.split_first()?;
        // Read and written again, pandas' own index has this name.
        let is_unnamed = ["", "Unnamed: 0"].contains(&self.headings[first].trim());
        let mut seen = HashSet::new();
        let numbers_a_row = |&row: &usize| {
            let number: Option<usize> = grid.text(row, first).parse().ok();
            number.is_some_and(|number| seen.insert(number))
        };
        if !(self.has_header && is_unnamed && self.rows.iter().all(numbers_a_row)) {
            return None;
        }
        let next = others
            .first()
            .filter(|column| self.are_names(grid, **column));
        let names = next.copied().or_else(|| self.only_names(grid, others))?;
        Some((first, names))
    }

    /// The first column if it names the items. Numbers under a name of their own, or without any
    /// heading row, may be a feature; pandas leaves the heading of its row numbers empty.
    fn first_of(&self, grid: &CellGrid<'_>, rest: &[usize]) -> Result<Option<usize>, TableError> {
        let Some(&first) = rest.first() else {
            return Ok(None);
        };
        let are_numbers = !self.rows.is_empty()
            && self
                .rows
                .iter()
                .all(|&row| is_numeric(&grid.text(row, first)));
        let is_named = !self.has_header || !self.headings[first].is_empty();
        if !(are_numbers && is_named) {
            return Ok(Some(first));
        }
        if self.group.is_some() {
            return Ok(None); // classes name the items
        }
        let heading = excerpt(&self.headings[first]);
        let column = first + 1;
        let names = self.only_names(grid, rest);
        let names = names.map(|column| ColumnLookup::new(&self.headings).called(column));
        Err(TableError::NoItemColumn {
            column,
            heading,
            names,
        })
    }

    /// The column that may name the items, if there is just one: its cells are distinct words.
    fn only_names(&self, grid: &CellGrid<'_>, rest: &[usize]) -> Option<usize> {
        let mut found = rest.iter().filter(|column| self.are_names(grid, **column));
        match (found.next(), found.next()) {
            (Some(&only), None) => Some(only),
            _ => None,
        }
    }

    /// Whether the cells of a column are distinct words.
    fn are_names(&self, grid: &CellGrid<'_>, column: usize) -> bool {
        let mut seen = HashSet::new();
        let is_name = |&row: &usize| {
            let text = grid.text(row, column);
            !is_value(&text) && seen.insert(text)
        };
        !self.rows.is_empty() && self.rows.iter().all(is_name)
    }
}

/// Checks the numbers of rows and columns before a list of either is made.
fn check_shape(grid: &CellGrid<'_>) -> Result<(), ReadError> {
    let (found, max) = (grid.n_columns(), MAX_COLUMNS);
    if found > max {
        return Err(ReadError::TooManyFeatures { found, max });
    }
    let (found, max) = (grid.n_rows(), MAX_ROWS);
    if found > max {
        return Err(ReadError::TooManyItems { found, max });
    }
    Ok(())
}

/// The rows that are read, of those from `first_row` on.
fn rows(
    grid: &CellGrid<'_>,
    choices: &Choices,
    first_row: usize,
) -> Result<Vec<usize>, TableError> {
    let all = first_row..grid.n_rows();
    let Some(range) = choices.rows else {
        return Ok(all.collect());
    };
    let n_rows = all.len();
    // What is not there is not left out silently.
    if range.to.unwrap_or(range.from) > n_rows {
        let range = range.to_string();
        return Err(TableError::NoSuchRows { range, n_rows });
    }
    let (from, to) = (range.from.max(1), range.to.unwrap_or(n_rows));
    Ok(all.skip(from - 1).take(to + 1 - from).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{NamesFrom, ReadReport, Skipped, read};
    use super::*;

    fn report(table: &str) -> Result<ReadReport, String> {
        let reading = read("a.csv", table.as_bytes(), &Choices::default());
        let reading = reading.map_err(|error| error.to_string())?;
        assert_eq!(reading.data.items, ["Tuna", "Robin", "Dog"], "{table}");
        Ok(reading.report)
    }

    #[test]
    fn row_numbers_before_a_column_of_names_are_left_out_and_told() {
        for table in [
            // As pandas writes its index, and what it makes of it when it reads it again.
            ",name,a,b\n0,Tuna,1,2.5\n1,Robin,2,3\n2,Dog,4,1\n",
            "Unnamed: 0,name,a,b\n0,Tuna,1,2.5\n1,Robin,2,3\n2,Dog,4,1\n",
            // Filtered, and with the names in the last column.
            ",a,b,name\n7,1,2.5,Tuna\n3,2,3,Robin\n12,4,1,Dog\n",
            // As R writes it, with and without a heading of the row numbers.
            "\"\",\"name\",\"a\",\"b\"\n\"1\",\"Tuna\",1,2.5\n\"2\",\"Robin\",2,3\n\"3\",\"Dog\",4,1\n",
            "\"name\" \"a\" \"b\"\n\"1\" \"Tuna\" 1 2.5\n\"2\" \"Robin\" 2 3\n\"3\" \"Dog\" 4 1\n",
        ] {
            let report = report(table).unwrap_or_else(|error| panic!("{table}: {error}"));
            assert_eq!(report.n_features, 2, "{table}");
            let numbers = Skipped::RowNumbers { column: 1 };
            assert_eq!(report.origin.skipped, [numbers], "{table}");
            assert_eq!(report.item_names, NamesFrom::Column("name".to_owned()));
            let said = report.to_string();
            assert!(
                said.contains("column #1, the row numbers, left out"),
                "{said}"
            );
        }
    }

    #[test]
    fn numbers_without_names_behind_them_still_name_the_items() {
        for table in [",a,b\n0,1,2.5\n1,2,3\n2,4,1\n", ",0,1\n0,1,2.5\n1,3,4\n"] {
            let reading = read("a.csv", table.as_bytes(), &Choices::default()).expect("a table");
            assert_eq!(reading.data.items[..2], ["0", "1"]);
            assert!(reading.report.origin.skipped.is_empty());
        }
        // Words that are not distinct are classes and no names.
        let said = report(",kind,a\n0,fish,1\n1,fish,2\n").expect_err("words");
        assert!(said.contains("--group-mean kind"), "{said}");
    }
}
