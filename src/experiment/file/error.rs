//! Errors of an experiment file, with their line and field.

use thiserror::Error;

use crate::data::ReadError;
use crate::data::read::RowRangeError;
use crate::experiment::ExperimentError;
use crate::experiment::pair_lookup::PairError;

/// Why a file is no experiment.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ExperimentFileError {
    /// There is no version.
    #[error("there is no `version`, so this is no experiment file")]
    NoVersion,
    /// The file is from a later modescope.
    #[error("the file is of version {found}, and this modescope reads up to version {known}")]
    Newer {
        /// The file's version.
        found: i64,
        /// The latest that is read.
        known: u32,
    },
    /// A field is wrong.
    #[error("line {line}, `{field}`: {wrong}")]
    Field {
        /// The field's line, from 1.
        line: usize,
        /// The field's name, such as `training.lr`.
        field: String,
        /// The field's error.
        wrong: Wrong,
    },
    /// The file is not TOML.
    #[error("line {line}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The parser's message.
        message: String,
    },
}

/// The error of a field.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Wrong {
    /// The value cannot be used.
    #[error(transparent)]
    Value(#[from] ExperimentError),
    /// The data cannot be trained on.
    #[error(transparent)]
    Data(#[from] ReadError),
    /// A watched pair's name means no item or feature.
    #[error(transparent)]
    Pair(#[from] PairError),
    /// The data file at that path cannot be read.
    #[error("{0}")]
    Beside(String),
    /// The rows to read are no range.
    #[error(transparent)]
    Rows(#[from] RowRangeError),
    /// Two keys of which there may be only one.
    #[error("there cannot be `{one}` beside `{other}`")]
    Exclude {
        /// The key that is refused.
        one: &'static str,
        /// The key that is there, too.
        other: &'static str,
    },
    /// The field has another type, or is unknown, or missing.
    #[error("{0}")]
    Form(String),
    /// The file has both of `[tree]` and `[own]`, or neither.
    #[error("there must be either [tree] or [own], and not both")]
    Source,
    /// Rows differ in length.
    #[error("row {row} has {found} numbers where the first has {expected}")]
    Ragged {
        /// The row, from 1.
        row: usize,
        /// How many numbers it has.
        found: usize,
        /// How many the first has.
        expected: usize,
    },
}

/// The path of a value, entries of lists by their number from 0 as in `watch.1`, and what is wrong
/// with the value.
pub(crate) type Refusal = (String, Wrong);
