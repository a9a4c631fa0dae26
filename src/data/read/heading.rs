//! Whether the first row holds the features' names.

use super::decimal::DecimalSign;
use super::grid::CellGrid;
use super::table_error::TableError;
use super::value::{CellMeaning, is_numeric, meaning};
use crate::data::place::excerpt;

/// The columns' names of a grid of text, from its first row; empty where a column has none.
///
/// # Errors
/// If the first row holds values, so that it would be lost as an item.
pub(super) fn of(grid: &CellGrid<'_>) -> Result<Vec<String>, TableError> {
    let names = taken(grid);
    if is_title(grid, &names) {
        let title = excerpt(&names[0]);
        return Err(TableError::TitleRow { title });
    }
    if let Some((corner, rest)) = names.split_first()
        && holds_values(grid, corner, rest)
    {
        let shown: Vec<&str> = names.iter().take(4).map(String::as_str).collect();
        let row = excerpt(&shown.join(", "));
        return Err(TableError::NoHeader { row });
    }
    Ok(names)
}

/// Whether the first row is a title: one text alone, above a row of names and further rows.
fn is_title(grid: &CellGrid<'_>, names: &[String]) -> bool {
    let is_alone = names.iter().skip(1).all(String::is_empty);
    let is_name = |column| {
        let text = grid.text(1, column);
        !text.is_empty() && !is_numeric(&text)
    };
    is_alone && names.len() > 2 && grid.n_rows() > 2 && (1..names.len()).all(is_name)
}

/// The cells of the first row, taken for names whatever they look like.
pub(super) fn taken(grid: &CellGrid<'_>) -> Vec<String> {
    let name = |column| grid.text(0, column).into_owned();
    (0..grid.n_columns()).map(name).collect()
}

/// Whether the first row holds values. With an empty first cell its numbers are names, as pandas
/// writes those of columns that were not named.
fn holds_values(grid: &CellGrid<'_>, corner: &str, rest: &[String]) -> bool {
    if corner.is_empty() {
        return false;
    }
    let filled: Vec<&String> = rest.iter().filter(|cell| !cell.is_empty()).collect();
    let numbers: Vec<&&String> = filled.iter().filter(|cell| is_numeric(cell)).collect();
    let is_fraction = |cell: &str| is_numeric(cell) && cell.parse::<i64>().is_err();
    if !numbers.is_empty() {
        let has_fraction = numbers.iter().any(|cell| is_fraction(cell));
        return 2 * numbers.len() >= filled.len() || has_fraction || is_fraction(corner);
    }
    // Words for yes and no, where the next row has such words in the same columns too.
    let is_word = |text: &str| matches!(meaning(text, DecimalSign::Point), CellMeaning::Word(_));
    let next_are_words = || {
        (1..grid.n_columns()).all(|column| {
            let text = grid.text(1, column);
            text.is_empty() || is_word(&text)
        })
    };
    let has_repeats = || (1..filled.len()).any(|i| filled[..i].contains(&filled[i]));
    let are_long = || filled.iter().all(|cell| cell.chars().count() > 1);
    !filled.is_empty()
        && filled.iter().all(|cell| is_word(cell))
        && (are_long() || has_repeats() || filled.iter().all(|cell| !cell.is_ascii()))
        && grid.n_rows() > 1
        && next_are_words()
}
