//! A user's choices about how a table is read.
//!
//! Choices are applied in the order in which [`super`] lists them, and are stored in the
//! experiment file. The default is no choice: a table that is then in doubt is refused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Every choice. Columns are chosen by heading or, if no heading matches, by number from 1,
/// with or without a `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The array to read, of a file of several.
    pub array: Option<String>,
    /// Rows and columns are exchanged first; all other choices are about the exchanged table.
    pub transpose: bool,
    /// The first row is an item and not the features' names.
    pub no_header: bool,
    /// The rows to read.
    pub rows: Option<RowRange>,
    /// Columns to leave out.
    pub drop: Vec<String>,
    /// The column whose words are classes: the items are the classes' means.
    pub group_mean: Option<String>,
    /// Where the items' names stand.
    pub items: ItemNames,
    /// How a table of only 0 and 1 is read.
    pub zero_one: ZeroOne,
    /// The treatment of missing values.
    pub missing: Missing,
    /// The scaling of each feature's values.
    pub scaling: Scaling,
}

/// The scaling of each feature's values over the items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// In the first column; refused where it holds numbers under a name of its own.
    #[default]
    Auto,
    /// Nowhere: every column is a feature, and names are made up.
    None,
    /// In this column.
    Column(String),
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

impl Choices {
    /// Whether nothing has been chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl FromStr for RowRange {
    type Err = String;

    /// Reads `2:5`, `2:` or `:5`.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            "must be FROM:TO, two whole numbers from 1 on, such as 2:5; either may be left out"
                .to_owned()
        };
        let (from, to) = text.split_once(':').ok_or_else(wrong)?;
        let number = |text: &str| match text.trim() {
            "" => Ok(None),
            digits => digits.parse().map(Some).map_err(|_| wrong()),
        };
        let from = number(from)?.unwrap_or(1);
        let to = number(to)?;
        if from == 0 || to.is_some_and(|to| to < from) {
            return Err(wrong());
        }
        Ok(Self { from, to })
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
        for bad in ["", "3", "0:4", "5:4", "a:b", "-1:3", "1:2:3"] {
            assert!(bad.parse::<RowRange>().is_err(), "{bad}");
        }
    }
}
