//! The numbers that a table's cells mean, decided for the whole table at once.

use nalgebra::DMatrix;

use super::choices::{Choices, Thousands, ZeroOne};
use super::column_lookup::by_number;
use super::columns::Columns;
use super::decimal::DecimalSign;
use super::grid::{Cell, CellGrid};
use super::number_format::NumberFormat;
use super::number_signs;
use super::report::ValuesRead;
use super::table_error::TableError;
use super::value::{CellMeaning, Word, has_sign, is_date, is_grouped, is_number, meaning_in};
use crate::data::place::excerpt;
use crate::data::{CellKind, Place, ReadError};

/// Numbers in items and features; not-a-number where a value is missing.
pub(super) struct Values {
    /// N × P.
    pub(super) numbers: DMatrix<f64>,
    /// How they were read.
    pub(super) read: ValuesRead,
    /// The decimal sign, where there was one to be told.
    pub(super) decimal: Option<DecimalSign>,
}

/// Which kinds of cell there are.
#[derive(Default)]
struct Found {
    n_numbers: usize,
    n_marks: usize,
    n_other_yes: usize,
    n_no: usize,
    n_x: usize,
    is_bits: bool,
    /// Whether 0 and 1 are numbers: the file says so, or writes them as only this program does.
    is_kept: bool,
}

/// Reads the values of a grid. `has_commas` says that commas part the cells.
///
/// # Errors
/// The first cell that is no value, or is unlike those before it.
pub(super) fn read(
    grid: &CellGrid<'_>,
    columns: &Columns,
    has_commas: bool,
    choices: &Choices,
) -> Result<Values, ReadError> {
    let (format, decimal) = number_signs::of(grid, columns, has_commas, choices.thousands)?;
    let meanings = Meanings {
        format,
        na: &choices.na,
    };
    let found = survey(grid, columns, meanings)?;
    let has_words = found.n_marks + found.n_other_yes + found.n_no + found.n_x > 0;
    let is_no = |meaning| no_of(&found, meaning);
    let is_as_is = choices.zero_one == ZeroOne::AsIs || found.is_kept;
    let is_no_yes = has_words || (found.is_bits && found.n_numbers > 0 && !is_as_is);
    let mut numbers = Vec::with_capacity(columns.rows.len() * columns.features.len());
    for &row in &columns.rows {
        for &column in &columns.features {
            let value = match meanings.of(grid.cell(row, column)) {
                CellMeaning::Number(value) if is_no_yes => 2.0 * value - 1.0,
                CellMeaning::Number(value) => value,
                meaning => match is_no(meaning) {
                    Some(true) => -1.0,
                    Some(false) => 1.0,
                    None => f64::NAN,
                },
            };
            numbers.push(value);
        }
    }
    let read = match (has_words, is_no_yes, found.is_bits && found.n_numbers > 0) {
        (true, ..) => ValuesRead::Words,
        (false, true, _) => ValuesRead::ZeroOne,
        (false, false, true) => ValuesRead::ZeroOneAsIs,
        (false, false, false) => ValuesRead::Numbers,
    };
    Ok(Values {
        numbers: DMatrix::from_vec(columns.features.len(), columns.rows.len(), numbers),
        read,
        decimal,
    })
}

/// The first cell whose value is missing.
pub(super) fn first_missing(
    grid: &CellGrid<'_>,
    columns: &Columns,
    numbers: &DMatrix<f64>,
) -> Option<TableError> {
    let at = numbers.iter().position(|value| value.is_nan())?;
    let n_features = columns.features.len();
    let (row, column) = (
        columns.rows[at / n_features],
        columns.features[at % n_features],
    );
    Some(TableError::Missing {
        place: columns.place(grid, row, column),
        text: excerpt(&grid.text(row, column)),
        item: columns.item_name(grid, row).map(|name| excerpt(&name)),
        n: numbers.iter().filter(|value| value.is_nan()).count(),
    })
}

fn cells(columns: &Columns) -> impl Iterator<Item = (usize, usize)> {
    let rows = columns.rows.iter();
    rows.flat_map(|&row| columns.features.iter().map(move |&column| (row, column)))
}

/// Counts the kinds of cell.
fn survey(
    grid: &CellGrid<'_>,
    columns: &Columns,
    meanings: Meanings<'_>,
) -> Result<Found, ReadError> {
    let mut found = Found {
        is_bits: true,
        is_kept: true,
        ..Found::default()
    };
    let mut kind = None;
    for (row, column) in cells(columns) {
        let cell = grid.cell(row, column);
        let place = || columns.place(grid, row, column);
        let this = match meanings.of(cell) {
            CellMeaning::Number(value) if !value.is_finite() => {
                let place = place();
                return Err(ReadError::NotFinite { place, value });
            }
            CellMeaning::Number(value) => {
                found.count_number(cell, value);
                CellKind::Number
            }
            CellMeaning::Word(word) => {
                found.count_word(word);
                CellKind::YesNo
            }
            CellMeaning::Blank | CellMeaning::Missing => continue,
            CellMeaning::Other => {
                let at = (row, column);
                return Err(not_a_value(grid, columns, meanings, at));
            }
        };
        let others = *kind.get_or_insert(this);
        if others != this {
            return Err(ReadError::MixedKinds {
                place: place(),
                text: excerpt(&grid.text(row, column)),
                others,
            });
        }
    }
    found.is_kept = found.n_numbers > 0 && (found.is_kept || grid.keeps_zero_one());
    Ok(found)
}

impl Found {
    fn count_number(&mut self, cell: Cell<'_>, value: f64) {
        self.n_numbers += 1;
        self.is_bits &= value == 0.0 || value == 1.0;
        self.is_kept &= matches!(cell, Cell::Text("0e0" | "1e0" | "-0e0"));
    }

    fn count_word(&mut self, word: Word) {
        match word {
            Word::Yes { is_mark: true } => self.n_marks += 1,
            Word::Yes { is_mark: false } => self.n_other_yes += 1,
            Word::No => self.n_no += 1,
            Word::X => self.n_x += 1,
        }
    }
}

/// Whether a cell of words means no; none where its value is missing.
fn no_of(found: &Found, meaning: CellMeaning) -> Option<bool> {
    let has_circles = found.n_marks > 0;
    // Marks and empty cells alone: what is not marked is no.
    let is_marked = found.n_other_yes + found.n_no == 0 && (found.n_x > 0) != has_circles;
    match meaning {
        CellMeaning::Word(Word::Yes { .. }) => Some(false),
        CellMeaning::Word(Word::No) => Some(true),
        CellMeaning::Word(Word::X) => Some(has_circles),
        CellMeaning::Blank if is_marked => Some(true),
        _ => None,
    }
}

/// What decides the meaning of every cell of a table.
#[derive(Clone, Copy)]
struct Meanings<'a> {
    format: NumberFormat,
    /// The user's own texts for a missing value.
    na: &'a [String],
}

impl Meanings<'_> {
    fn of(self, cell: Cell<'_>) -> CellMeaning {
        let found = match cell {
            Cell::Number(value) if value.is_nan() => CellMeaning::Missing,
            Cell::Number(value) => CellMeaning::Number(value),
            Cell::Text(text) => meaning_in(text, self.format),
        };
        let is_na = self
            .na
            .iter()
            .any(|na| self.is_meant(na.trim(), cell, found));
        if is_na { CellMeaning::Missing } else { found }
    }

    /// Whether a cell is a text for a missing value, or the same number.
    fn is_meant(self, na: &str, cell: Cell<'_>, found: CellMeaning) -> bool {
        let is_number = |value| {
            let written = self.format.number(na).or_else(|| na.parse().ok());
            written == Some(value)
        };
        match (cell, found) {
            (_, CellMeaning::Number(value)) => is_number(value),
            (Cell::Text(text), _) => text.to_lowercase() == na.to_lowercase(),
            (Cell::Number(_), _) => false,
        }
    }
}

/// A column by its heading or else its number, in quotes where a shell would take it apart.
fn on_command_line(heading: &str, column: usize) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "_-.:/+,@%".contains(c);
    if heading.is_empty() {
        format!("\"{}\"", by_number(column))
    } else if heading.chars().all(is_plain) {
        excerpt(heading)
    } else {
        format!("\"{}\"", excerpt(heading))
    }
}

fn not_a_value(
    grid: &CellGrid<'_>,
    columns: &Columns,
    meanings: Meanings<'_>,
    (row, column): (usize, usize),
) -> ReadError {
    let whole = grid.text(row, column);
    let (place, text): (Place, String) = (columns.place(grid, row, column), excerpt(&whole));
    if is_grouped(&whole) {
        let ways = Thousands::of(&whole);
        return TableError::Grouped { place, text, ways }.into();
    }
    if is_number(&whole) {
        let ways = Thousands::of(&whole);
        return TableError::MixedDecimals { place, text, ways }.into();
    }
    if has_sign(&whole) {
        return TableError::Sign { place, text }.into();
    }
    let number = column + 1;
    let column = on_command_line(&columns.headings[column], column);
    let error = if is_date(&whole) {
        TableError::Date {
            place,
            text,
            column,
            number,
        }
    } else {
        let may_be_na = text == *whole && is_of_values(grid, columns, meanings, number - 1);
        TableError::NotAValue {
            place,
            text,
            column,
            number,
            may_be_na,
        }
    };
    error.into()
}

/// Whether most cells of a column have a value, or say that it is missing: a word among them may
/// say the same.
fn is_of_values(
    grid: &CellGrid<'_>,
    columns: &Columns,
    meanings: Meanings<'_>,
    column: usize,
) -> bool {
    let is_other = |&&row: &&usize| meanings.of(grid.cell(row, column)) == CellMeaning::Other;
    let n_others = columns.rows.iter().filter(is_other).count();
    2 * n_others < columns.rows.len()
}
