//! Doubts and faults of a table, each with the ways out.

use thiserror::Error;

use super::choices::Thousands;
use crate::data::place::Place;
use crate::numbers::exact;

/// Why a table is no data set without a further choice.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum TableError {
    /// The first row holds values.
    #[error(
        "the first row ({row}) holds values and no names, so there is no header; --no-header \
         reads it as an item, --header takes it for the features' names all the same, or add a \
         first row with their names"
    )]
    NoHeader {
        /// The row's beginning.
        row: String,
    },
    /// The first row holds a title above the names.
    #[error(
        "the first row holds only \"{title}\", a title and no features' names; remove the rows above \
         the names"
    )]
    TitleRow {
        /// The only text of the row, shortened.
        title: String,
    },
    /// The first column holds numbers under a name of its own, or under none.
    #[error(
        "the first column{} holds numbers and no item names; --items {} says which column names \
         the items, --no-items makes up names and takes every column as a feature",
        in_brackets(heading), quoted(names.as_ref())
    )]
    NoItemColumn {
        /// The column, from 1.
        column: usize,
        /// The column's name, which may be empty.
        heading: String,
        /// The only column of distinct words, by heading or number.
        names: Option<String>,
    },
    /// No column has the wanted name.
    #[error(
        "there is no column \"{wanted}\"{}; the columns are 1 to {n_columns}: {known}",
        did_you_mean(like.as_ref())
    )]
    NoColumn {
        /// The name that was looked for.
        wanted: String,
        /// The column of the most similar name.
        like: Option<String>,
        /// The names of the first columns.
        known: String,
        /// How many columns there are.
        n_columns: usize,
    },
    /// Several columns have the wanted name.
    #[error("several columns are called \"{wanted}\" ({columns}); say which by its number")]
    AmbiguousColumn {
        /// The name that was looked for.
        wanted: String,
        /// The columns' numbers, from 1.
        columns: String,
    },
    /// A value is missing.
    #[error(
        "{place} is missing a value{}{}{}; --missing says what to do: mean, 0, drop-items or \
         drop-features",
        in_brackets(text),
        of_item(item.as_deref()), of_all(*n)
    )]
    Missing {
        /// The cell.
        place: Place,
        /// The cell's text.
        text: String,
        /// The name of the row's item, shortened, if it has one.
        item: Option<String>,
        /// How many values are missing in all.
        n: usize,
    },
    /// An item belongs to no class.
    #[error("{place} is empty, so its item has no class; fill it in, or leave out that row")]
    NoClass {
        /// The cell.
        place: Place,
    },
    /// Rows are wanted that are not there.
    #[error("there are no rows {range}: below the heading the table has {}", rows(*n_rows))]
    NoSuchRows {
        /// The rows that are wanted, as FROM:TO.
        range: String,
        /// The number of rows below the heading.
        n_rows: usize,
    },
    /// A cell is neither a number nor yes or no.
    #[error(
        "{place} holds \"{text}\", which is neither a number nor yes or no; --drop {column} leaves \
         the column out, --group-mean {column} takes it for the items' classes{}",
        or_missing(*may_be_na, text)
    )]
    NotAValue {
        /// The cell.
        place: Place,
        /// The cell's text, shortened.
        text: String,
        /// The name or number of the cell's column, as a command line takes it.
        column: String,
        /// The number of the cell's column in the table as it is read, from 1.
        number: usize,
        /// Whether the text is whole and may say that a value is missing.
        may_be_na: bool,
    },
    /// A cell is a date.
    #[error(
        "{place} holds the date \"{text}\", and a date is no value; --drop {column} leaves the column \
         out, or write a number instead, such as a year"
    )]
    Date {
        /// The cell.
        place: Place,
        /// The cell's text, shortened.
        text: String,
        /// The name or number of the cell's column, as a command line takes it.
        column: String,
        /// The number of the cell's column in the table as it is read, from 1.
        number: usize,
    },
    /// A number has a percent or currency sign.
    #[error("{place} holds \"{text}\"; write numbers without percent and currency signs")]
    Sign {
        /// The cell.
        place: Place,
        /// The cell's text, shortened.
        text: String,
    },
    /// A number's digits are grouped.
    #[error(
        "{place} holds \"{text}\", whose digits are grouped; {}write numbers without thousands \
         separators",
        read_with(ways)
    )]
    Grouped {
        /// The cell.
        place: Place,
        /// The cell's text, shortened.
        text: String,
        /// The marks that may group the digits.
        ways: Vec<Thousands>,
    },
    /// Every dot, or every comma, may group digits or be the decimal sign.
    #[error(
        "{place} holds \"{text}\", which is {} if its {} groups digits (--thousands {}), and {} if \
         that is the decimal sign (--thousands none)",
        value(*mark, text), mark.name(), mark.name(), value(Thousands::None, text)
    )]
    Thousands {
        /// The first such cell.
        place: Place,
        /// The cell's text, shortened.
        text: String,
        /// The mark, a dot or a comma.
        mark: Thousands,
    },
    /// Some numbers have a decimal comma and others a point.
    #[error(
        "{place} holds \"{text}\" where other cells have the other decimal sign; {}use one \
         throughout, without thousands separators",
        read_with(ways)
    )]
    MixedDecimals {
        /// The first cell with the second sign, or with one that may group digits.
        place: Place,
        /// The cell's text, shortened.
        text: String,
        /// The marks that may group the cell's digits.
        ways: Vec<Thousands>,
    },
}

fn in_brackets(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!(" (\"{text}\")")
}

/// A column as a command line takes it; any, where none is known.
fn quoted(column: Option<&String>) -> String {
    column.map_or_else(|| "COLUMN".to_owned(), |column| format!("\"{column}\""))
}

fn did_you_mean(like: Option<&String>) -> String {
    like.map_or_else(String::new, |like| format!("; did you mean \"{like}\"?"))
}

fn of_all(n: usize) -> String {
    match n {
        1 => String::new(),
        n => format!(" ({n} values are missing in all)"),
    }
}

fn of_item(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" of item \"{name}\""))
}

/// The options that read grouped digits, if there are any.
fn read_with(ways: &[Thousands]) -> String {
    let options = ways.iter().map(|way| format!("--thousands {}", way.name()));
    match ways {
        [] => String::new(),
        _ => format!("{} reads it, or ", options.collect::<Vec<_>>().join(" or ")),
    }
}

/// The option that takes a text for a missing value.
fn or_missing(may_be_na: bool, text: &str) -> String {
    if !may_be_na {
        return String::new();
    }
    format!(", --na \"{text}\" takes it for a missing value")
}

/// The number that a text is then.
fn value(thousands: Thousands, text: &str) -> String {
    thousands.number(text).map_or_else(String::new, exact)
}

fn rows(n: usize) -> String {
    match n {
        1 => "1 row".to_owned(),
        n => format!("{n} rows"),
    }
}

impl TableError {
    /// The cell that is in doubt, where it is one.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Missing { place, .. }
            | Self::NoClass { place }
            | Self::NotAValue { place, .. }
            | Self::Date { place, .. }
            | Self::Sign { place, .. }
            | Self::Grouped { place, .. }
            | Self::Thousands { place, .. }
            | Self::MixedDecimals { place, .. } => Some(place),
            _ => None,
        }
    }
}
