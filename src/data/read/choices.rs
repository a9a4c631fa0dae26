//! A user's choices about how a table is read.
//!
//! Choices are applied in the order in which [`super`] lists them, and are stored in the
//! experiment file. The default is no choice: a table that is then in doubt is refused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::origin::Encoding;

/// Every choice. Columns are chosen by heading or, if no heading matches, by number from 1,
/// with or without a `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How characters are bytes, of a text without a byte order mark; `None` for UTF-8.
    pub encoding: Option<Encoding>,
    /// The array to read, of a file of several.
    pub array: Option<String>,
    /// Rows and columns are exchanged first; all other choices are about the exchanged table.
    pub transpose: bool,
    /// The meaning of the first row.
    pub first_row: FirstRow,
    /// The rows to read.
    pub rows: Option<RowRange>,
    /// Columns to leave out.
    pub drop: Vec<String>,
    /// The column whose words are classes: the items are the classes' means.
    pub group_mean: Option<String>,
    /// Where the items' names stand.
    pub items: ItemNames,
    /// The mark that groups the digits of numbers.
    pub thousands: Thousands,
    /// How a table of only 0 and 1 is read.
    pub zero_one: ZeroOne,
    /// Texts and numbers that say that a value is missing, beside those that are known.
    pub na: Vec<String>,
    /// The treatment of missing values.
    pub missing: Missing,
    /// The scaling of each feature's values.
    pub scaling: Scaling,
}

/// The meaning of the first row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstRow {
    /// The features' names; refused where it looks like values.
    #[default]
    Auto,
    /// The features' names, whatever they look like.
    Names,
    /// An item.
    Item,
}

/// The scaling of each feature's values over the items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scaling {
    /// No scaling.
    #[default]
    None,
    /// The mean is subtracted.
    Center,
    /// Mean 0 and standard deviation 1 (the population's: divided by P); a constant feature
    /// becomes 0.
    Zscore,
}

/// Where the items' names stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ItemNames {
    /// In the first column or, where that numbers the rows without a heading, in the column of
    /// names behind it; refused where the first holds numbers under a name of its own.
    #[default]
    Auto,
    /// Nowhere: every column is a feature, and names are made up.
    None,
    /// In this column.
    Column(String),
}

/// The mark that groups the digits of a number's whole part by threes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thousands {
    /// Refused where a dot or comma may group digits or be the decimal sign.
    #[default]
    Auto,
    /// No mark: a dot or comma is the decimal sign.
    None,
    /// Dots, as in 1.234,5.
    Dot,
    /// Commas, as in 1,234.5.
    Comma,
    /// Apostrophes, as in 1'234.5.
    Apostrophe,
    /// Blanks, as in 1 234,5.
    Space,
}

/// How a table of only 0 and 1 is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZeroOne {
    /// As no and yes: −1 and +1.
    #[default]
    NoYes,
    /// As the numbers 0 and 1.
    AsIs,
}

/// The treatment of missing values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Missing values are refused.
    #[default]
    Error,
    /// The mean of the feature over the items that have it.
    Mean,
    /// The number 0.
    #[serde(rename = "0")]
    Zero,
    /// Items with a missing value are left out.
    DropItems,
    /// Features with a missing value are left out.
    DropFeatures,
}

/// A range of rows below the heading, counted from 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowRange {
    /// The first row.
    pub from: usize,
    /// The last row; none for the last of the file.
    pub to: Option<usize>,
}

impl Thousands {
    /// The value of the command line's option that makes this choice.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::None => "none",
            Self::Dot => "dot",
            Self::Comma => "comma",
            Self::Apostrophe => "apostrophe",
            Self::Space => "space",
        }
    }
}

impl Choices {
    /// Whether nothing has been chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Why a text is no range of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RowRangeError {
    /// The text is not of the form.
    #[error("must be FROM:TO, two whole numbers from 1 on, such as 2:5; either may be left out")]
    Form,
    /// The range ends before it begins.
    #[error("row {from} is after row {to}: the first number must not be larger than the second")]
    Reversed {
        /// The first number.
        from: usize,
        /// The second number.
        to: usize,
    },
}

impl FromStr for RowRange {
    type Err = RowRangeError;

    /// Reads `2:5`, `2:` or `:5`.
    fn from_str(text: &str) -> Result<Self, RowRangeError> {
        let (from, to) = text.split_once(':').ok_or(RowRangeError::Form)?;
        let number = |text: &str| match text.trim() {
            "" => Ok(None),
            digits => match digits.parse() {
                Ok(0) | Err(_) => Err(RowRangeError::Form),
                Ok(number) => Ok(Some(number)),
            },
        };
        let (from, to) = (number(from)?.unwrap_or(1), number(to)?);
        match to.filter(|&to| to < from) {
            Some(to) => Err(RowRangeError::Reversed { from, to }),
            None => Ok(Self { from, to }),
        }
    }
}

impl fmt::Display for RowRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.from)?;
        match self.to {
            Some(to) => write!(f, "{to}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_rows_is_two_numbers_with_a_colon() {
        for (text, from, to) in [("2:5", 2, Some(5)), ("3:", 3, None), (":4", 1, Some(4))] {
            assert_eq!(text.parse(), Ok(RowRange { from, to }), "{text}");
        }
        for bad in ["", "3", "0:4", "1:0", "a:b", "-1:3", "1:2:3"] {
            assert_eq!(bad.parse::<RowRange>(), Err(RowRangeError::Form), "{bad}");
        }
        let reversed = "9:2".parse::<RowRange>().expect_err("nothing is between");
        assert_eq!(reversed, RowRangeError::Reversed { from: 9, to: 2 });
        let said = reversed.to_string();
        assert!(said.starts_with("row 9 is after row 2"), "{said}");
    }
}
