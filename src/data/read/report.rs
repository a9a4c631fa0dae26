//! Report of how a file was read, for the user to check.

use std::fmt;

use serde::Serialize;

use super::changes::{Changes, RowsRead};
use super::choices::{Missing, Scaling, Thousands};
use super::decimal::DecimalSign;
use super::origin::{FileFormat, Origin, Skipped};
use crate::printable::printable;

/// How a file was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadReport {
    /// Number of items, P.
    pub n_items: usize,
    /// Number of features, N.
    pub n_features: usize,
    /// The kind of file.
    pub origin: Origin,
    /// Where the items' names came from.
    pub item_names: NamesFrom,
    /// Where the features' names came from.
    pub feature_names: NamesFrom,
    /// The decimal sign, where a number has one.
    pub decimal: Option<DecimalSign>,
    /// The mark that groups digits, by the user's choice.
    pub thousands: Thousands,
    /// The kind of values, and how they were read.
    pub values: ValuesRead,
    /// Everything that was left out or filled in.
    pub changes: Changes,
    /// The number of missing values, and their treatment.
    pub missing: Option<(usize, Missing)>,
    /// The scaling of each feature's values.
    pub scaling: Scaling,
    /// Names that several features have.
    pub duplicates: Vec<String>,
    /// Features that are the same for all items.
    pub constant: Vec<String>,
    /// Features with values so large that the others hardly count: a loss settles before they are
    /// learned.
    pub outweighing: Vec<String>,
}

/// Where names came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamesFrom {
    /// The first row.
    Header,
    /// A column, by name or number.
    Column(String),
    /// A list beside the values.
    Array,
    /// The classes of a column.
    Classes(String),
    /// Names made up by the program.
    MadeUp,
}

/// How the values were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValuesRead {
    /// As numbers.
    Numbers,
    /// Only 0 and 1: as −1 and +1.
    ZeroOne,
    /// Only 0 and 1: as they are.
    ZeroOneAsIs,
    /// Words for yes and no: as +1 and −1.
    Words,
}

impl ReadReport {
    /// Whether the items outnumber the features by far, as in a table whose rows are features.
    pub fn may_be_transposed(&self) -> bool {
        self.n_items >= 4 * self.n_features
    }

    /// Whether marks that group digits were read over.
    pub fn has_grouped_digits(&self) -> bool {
        !matches!(self.thousands, Thousands::Auto | Thousands::None)
    }

    /// Whether the data are the file's numbers, neither scaled nor means of classes.
    pub fn has_numbers_as_they_are(&self) -> bool {
        let are_means = matches!(self.item_names, NamesFrom::Classes(_));
        self.values == ValuesRead::Numbers && self.scaling == Scaling::None && !are_means
    }
}

impl fmt::Display for ReadReport {
    /// One or two lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} items x {} feature{}; {}; items' names: {}; features' names: {}",
            self.n_items,
            self.n_features,
            s(self.n_features),
            self.origin,
            self.item_names,
            self.feature_names
        )?;
        if let Some(DecimalSign::Comma) = self.decimal {
            f.write_str("; decimal comma")?;
        }
        if self.has_grouped_digits() {
            write!(f, "; digits grouped by {}", self.thousands.name())?;
        }
        write!(f, "\n{}", self.values)?;
        if self.has_numbers_as_they_are() {
            f.write_str(" as they are")?;
        }
        if let Some((n, how)) = self.missing {
            write!(f, "; {}", missing(n, how))?;
        }
        write!(f, "{}", self.changes)?;
        match self.scaling {
            Scaling::None => {}
            Scaling::Center => f.write_str("; each feature centred")?,
            Scaling::Zscore => f.write_str("; each feature z-scored")?,
        }
        self.write_hints(f)
    }
}

impl ReadReport {
    /// What is noticed about the data as they are, each part after a semicolon.
    fn write_hints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.duplicates.is_empty() {
            write!(f, "; several features are called {}", few(&self.duplicates))?;
        }
        if !self.constant.is_empty() {
            write!(f, "; the same for all items: {}", few(&self.constant))?;
        }
        if !self.outweighing.is_empty() {
            write!(
                f,
                "; the values of {} are so large that the loss settles before the other features \
                 are learned: --zscore gives all the same weight",
                few(&self.outweighing)
            )?;
        }
        if self.may_be_transposed() && !self.changes.is_transposed {
            f.write_str("; far more items than features: --transpose exchanges them")?;
        }
        Ok(())
    }
}

impl fmt::Display for Changes {
    /// What is told behind the report, each part after a semicolon.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.filled.is_empty() {
            let counted =
                |(name, n): &(String, usize)| format!("{n} cell{} in {}", s(*n), quoted(name));
            write!(f, "; filled in: {}", some(self.filled.iter().map(counted)))?;
        }
        if !self.items.is_empty() {
            write!(f, "; items left out: {}", few(&self.items))?;
        }
        if !self.features.is_empty() {
            write!(f, "; features left out: {}", few(&self.features))?;
        }
        if self.is_transposed {
            f.write_str("; rows and columns exchanged")?;
        }
        if !self.columns.is_empty() {
            write!(f, "; columns left out: {}", few(&self.columns))?;
        }
        match self.rows {
            Some(RowsRead { from, to, of }) => write!(f, "; rows {from} to {to} of {of} read"),
            None => Ok(()),
        }
    }
}

/// How many names are listed.
const MAX_NAMES: usize = 5;

/// The first few of many names.
fn few(names: &[String]) -> String {
    some(names.iter().map(|name| quoted(name)))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", printable(name))
}

/// The number of missing values, and what was done about them.
fn missing(n: usize, how: Missing) -> String {
    let (their, s) = (if n == 1 { "its" } else { "their" }, s(n));
    let how = match how {
        Missing::Error => "refused".to_owned(),
        Missing::Mean => format!("replaced by {their} feature's mean"),
        Missing::Zero => "replaced by 0".to_owned(),
        Missing::DropItems => format!("left out with {their} item{s}"),
        Missing::DropFeatures => format!("left out with {their} feature{s}"),
    };
    format!("{n} missing value{s} {how}")
}

/// The ending of a noun of which there are `n`.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// The first few of many texts, and the number of the others.
fn some(texts: impl ExactSizeIterator<Item = String>) -> String {
    let n = texts.len();
    let shown = texts.take(MAX_NAMES).collect::<Vec<_>>().join(", ");
    match n.saturating_sub(MAX_NAMES) {
        0 => shown,
        n => format!("{shown} and {n} more"),
    }
}

impl fmt::Display for NamesFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => f.write_str("first row"),
            Self::Column(column) => write!(f, "column {}", printable(column)),
            Self::Array => f.write_str("from the file"),
            Self::Classes(column) => write!(f, "classes of column {}", printable(column)),
            Self::MadeUp => f.write_str("made up"),
        }
    }
}

impl fmt::Display for ValuesRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Numbers => "numbers",
            Self::ZeroOne => {
                "only 0 and 1, read as no and yes (-1 and +1); --zero-one as-is keeps them"
            }
            Self::ZeroOneAsIs => "only 0 and 1, kept as they are",
            Self::Words => "words for yes and no, read as +1 and -1",
        })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.format {
            FileFormat::Text {
                encoding,
                separator,
            } => {
                write!(f, "text in {encoding}, cells parted by {separator}")?;
            }
            FileFormat::Array {
                name: Some(name), ..
            } => write!(f, "array {name}")?,
            FileFormat::Array { name: None, .. } => f.write_str("an array")?,
        }
        if let Some(packed) = self.packed {
            write!(f, " ({packed})")?;
        }
        for skipped in &self.skipped {
            match skipped {
                Skipped::Comments { n_rows } => {
                    write!(f, ", {n_rows} row{} with # skipped", s(*n_rows))
                }
                Skipped::SeparatorRow => f.write_str(", row sep= skipped"),
                Skipped::EmptyColumns { n_columns: n } => {
                    write!(f, ", {n} empty column{} skipped", s(*n))
                }
                Skipped::RowNumbers { column } => {
                    write!(f, ", column #{column}, the row numbers, left out")
                }
                Skipped::Arrays { arrays } => {
                    let arrays = some(
                        arrays
                            .iter()
                            .map(|array| printable(&array.to_string()).into_owned()),
                    );
                    write!(f, ", arrays left out: {arrays}")
                }
                Skipped::Weights => f.write_str(", its weights left out"),
            }?;
        }
        Ok(())
    }
}
