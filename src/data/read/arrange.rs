//! From a table and the choices about it to a data set and the report about both.

use std::collections::{HashMap, HashSet};

use nalgebra::DMatrix;

use super::changes::Changes;
use super::choices::{Choices, Missing};
use super::column_lookup::by_number;
use super::columns::Columns;
use super::grid::CellGrid;
use super::numbers;
use super::origin::{FileFormat, Origin, Separator, Skipped};
use super::raw_table::RawTable;
use super::report::{NamesFrom, ReadReport};
use super::table_error::TableError;
use super::values;
use crate::data::own::{DataPart, check_size};
use crate::data::place::excerpt;
use crate::data::{MAX_ITEMS, MIN_ITEMS, OwnData, Place, ReadError, outweighing};

/// A data set, and how it came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The data set.
    pub data: OwnData,
    /// A report of what was found and done.
    pub report: ReadReport,
}

/// Makes a data set of a table, by a user's choices in the order that [`super`] names.
///
/// # Errors
/// If something is wrong or in doubt.
pub fn arrange(table: &RawTable, choices: &Choices) -> Result<Reading, ReadError> {
    let grid = CellGrid::new(table, choices.transpose)?;
    let mut columns = Columns::new(&grid, choices)?;
    check_bounds(&columns, choices.missing)?;
    let mut read = values::read(&grid, &columns, has_commas(table), choices)?;
    let n_missing = read.numbers.iter().filter(|value| value.is_nan()).count();
    if choices.missing == Missing::Error
        && let Some(missing) = values::first_missing(&grid, &columns, &read.numbers)
    {
        return Err(missing.into());
    }
    let feature_names = feature_names(&columns);
    let changes = Changes::of(&grid, &columns, &feature_names, &read.numbers, choices);
    let kept = numbers::without_missing(&mut read.numbers, choices.missing);
    columns.rows = kept.items.iter().map(|&item| columns.rows[item]).collect();
    columns.features = kept.features.iter().map(|&i| columns.features[i]).collect();
    let name_of = |&feature: &usize| feature_names[feature].clone();
    let feature_names: Vec<String> = kept.features.iter().map(name_of).collect();
    let (items, item_rows, mut numbers) = items(&grid, &columns, read.numbers)?;
    numbers::scale(&mut numbers, choices.scaling);
    let weights = weights(table, &numbers, choices);
    let report = ReadReport {
        n_items: numbers.ncols(),
        n_features: numbers.nrows(),
        origin: origin(table, &columns, weights.is_some()),
        item_names: item_names_from(&grid, &columns),
        feature_names: feature_names_from(&grid, &columns),
        decimal: read.decimal,
        thousands: choices.thousands,
        values: read.read,
        changes,
        missing: (n_missing > 0).then_some((n_missing, choices.missing)),
        scaling: choices.scaling,
        duplicates: duplicates(&feature_names),
        constant: constant(&feature_names, &numbers),
        outweighing: outweighing(&numbers)
            .into_iter()
            .map(|feature| excerpt(&feature_names[feature]))
            .collect(),
    };
    let data = OwnData::new(items, Some(feature_names), numbers, weights, |part| {
        place(&grid, &columns, &item_rows, part)
    })?;
    Ok(Reading { data, report })
}

/// Checks the numbers of items and features before anything is made of them, as far as they are
/// known by then: classes are fewer than rows, and rows may be left out.
fn check_bounds(columns: &Columns, missing: Missing) -> Result<(), ReadError> {
    let is_final = columns.group.is_none() && missing != Missing::DropItems;
    let n_items = columns.rows.len();
    let n_items = if is_final {
        n_items
    } else {
        n_items.clamp(MIN_ITEMS, MAX_ITEMS)
    };
    check_size(n_items, columns.features.len())
}

/// Whether commas part the cells.
fn has_commas(table: &RawTable) -> bool {
    matches!(
        table.origin.format,
        FileFormat::Text {
            separator: Separator::Char(b','),
            ..
        }
    )
}

/// The table's origin and what was left out.
fn origin(table: &RawTable, columns: &Columns, has_weights: bool) -> Origin {
    let mut origin = table.origin.clone();
    if columns.n_empty > 0 {
        let n_columns = columns.n_empty;
        origin.skipped.push(Skipped::EmptyColumns { n_columns });
    }
    if let Some(column) = columns.row_numbers {
        let column = column + 1;
        origin.skipped.push(Skipped::RowNumbers { column });
    }
    if !has_weights && !table.weights.is_empty() {
        origin.skipped.push(Skipped::Weights);
    }
    origin
}

/// The features' names, made up where there are none.
fn feature_names(columns: &Columns) -> Vec<String> {
    let named = (1..).zip(&columns.features);
    named
        .map(|(number, &column)| match columns.headings[column].trim() {
            "" => format!("feature {number}"),
            name => name.to_owned(),
        })
        .collect()
}

/// The items' names, the row of each, and their values, N × P.
type Items = (Vec<String>, Vec<usize>, DMatrix<f64>);

/// The items of a grid; classes, where they are chosen.
fn items(
    grid: &CellGrid<'_>,
    columns: &Columns,
    numbers: DMatrix<f64>,
) -> Result<Items, ReadError> {
    let rows = &columns.rows;
    let Some(group) = columns.group else {
        let name = |&row: &usize| {
            let name = columns.item_name(grid, row);
            name.unwrap_or_else(|| columns.made_up(row))
        };
        return Ok((rows.iter().map(name).collect(), rows.clone(), numbers));
    };
    let mut classes: HashMap<String, usize> = HashMap::new();
    let (mut names, mut first_rows, mut class_of) = (Vec::new(), Vec::new(), Vec::new());
    for &row in rows {
        let name = grid.text(row, group).into_owned();
        if name.is_empty() {
            let place = columns.place(grid, row, group);
            return Err(TableError::NoClass { place }.into());
        }
        let class = *classes.entry(name.clone()).or_insert_with(|| {
            names.push(name);
            first_rows.push(row);
            names.len() - 1
        });
        class_of.push(class);
    }
    let means = numbers::class_means(&numbers, &class_of, names.len());
    Ok((names, first_rows, means))
}

/// The file's first weights, where they are for the items and features that the data set has.
fn weights(
    table: &RawTable,
    numbers: &DMatrix<f64>,
    choices: &Choices,
) -> Option<Vec<DMatrix<f64>>> {
    let is_whole = numbers.shape() == (table.n_columns(), table.n_rows()) && !choices.transpose;
    (is_whole && !table.weights.is_empty()).then(|| table.weights.clone())
}

fn place(grid: &CellGrid<'_>, columns: &Columns, item_rows: &[usize], part: DataPart) -> Place {
    let row = |item: usize| item_rows.get(item).copied().unwrap_or(0);
    let column = |feature: usize| columns.features.get(feature).copied().unwrap_or(0);
    match part {
        DataPart::Item(item) => match (columns.group.or(columns.items), grid.row_names()) {
            (None, Some(names)) => names.place(row(item)),
            (column, _) => grid.place(row(item), column.unwrap_or(0)),
        },
        DataPart::Feature(feature) => match grid.headings() {
            Some(names) => names.place(column(feature)),
            None => grid.place(0, column(feature)),
        },
        DataPart::Target { item, feature } => columns.place(grid, row(item), column(feature)),
    }
}

fn item_names_from(grid: &CellGrid<'_>, columns: &Columns) -> NamesFrom {
    let called = |column: usize| match columns.headings[column].as_str() {
        "" => by_number(column),
        name => excerpt(name),
    };
    match (columns.group, columns.items) {
        (Some(group), _) => NamesFrom::Classes(called(group)),
        (None, Some(column)) => NamesFrom::Column(called(column)),
        (None, None) if columns.uses_row_names && grid.row_names().is_some() => NamesFrom::Array,
        (None, None) => NamesFrom::MadeUp,
    }
}

fn feature_names_from(grid: &CellGrid<'_>, columns: &Columns) -> NamesFrom {
    if grid.headings().is_some() {
        NamesFrom::Array
    } else if columns.has_header {
        NamesFrom::Header
    } else {
        NamesFrom::MadeUp
    }
}

fn duplicates(names: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut told = HashSet::new();
    let again = names.iter().filter(|name| !seen.insert(name.as_str()));
    again
        .filter(|name| told.insert(name.as_str()))
        .map(|name| excerpt(name))
        .collect()
}

fn constant(names: &[String], numbers: &DMatrix<f64>) -> Vec<String> {
    let features = names.iter().zip(numbers.row_iter());
    features
        .filter(|(_, values)| {
            values
                .iter()
                .all(|&value| Some(&value) == values.iter().next())
        })
        .map(|(name, _)| excerpt(name))
        .collect()
}
