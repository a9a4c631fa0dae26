//! Errors of an experiment file, with their line and field.

use thiserror::Error;

use super::beside_error::BesideError;
use super::kept_file_error::KeptFileError;
use crate::data::ReadError;
use crate::data::read::{RowRangeError, UnknownEncoding};
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
    #[error("line {line}: {wrong}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The fault there.
        wrong: Wrong,
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
    #[error(transparent)]
    Beside(#[from] BesideError),
    /// The data file inside the experiment file cannot be used.
    #[error(transparent)]
    Kept(#[from] KeptFileError),
    /// There are choices about how a data file is read, and there is no data file.
    #[error("these choices are about a data file; there must be `file` or `path` beside them")]
    ChoicesWithoutFile,
    /// There are names of features for data that a file holds.
    #[error("`feature_names` are for the data of [[own.item]]")]
    FeatureNamesOfFile,
    /// The items of a group are not all those below one branch of the data's tree.
    #[error("the first and the last item, from 0, of all that are below one branch of the tree")]
    NoGroup,
    /// A group has two names.
    #[error("this group of items has a name already")]
    GroupTwice,
    /// A group has no name.
    #[error("a group of items needs a name")]
    GroupWithoutName,
    /// There never was such a version.
    #[error("there is no version {found}")]
    Version {
        /// The file's version.
        found: i64,
    },
    /// A key is not known.
    #[error("unknown field `{found}`{}; known here: {}", meant(like.as_deref()), list(known))]
    UnknownKey {
        /// The key.
        found: String,
        /// The key that may be meant.
        like: Option<String>,
        /// The keys that are known there.
        known: Vec<String>,
    },
    /// A key is missing.
    #[error("missing field `{key}`")]
    MissingKey {
        /// The key.
        key: String,
    },
    /// The file is no text.
    #[error("this is not UTF-8 text")]
    NotText,
    /// The rows to read are no range.
    #[error(transparent)]
    Rows(#[from] RowRangeError),
    /// A name is that of no encoding.
    #[error(transparent)]
    Encoding(#[from] UnknownEncoding),
    /// Two keys of which there may be only one.
    #[error("there cannot be `{one}` beside `{other}`")]
    Exclude {
        /// The key that is refused.
        one: &'static str,
        /// The key that is there, too.
        other: &'static str,
    },
    /// The field has another type, in the parser's words.
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

fn meant(like: Option<&str>) -> String {
    like.map_or_else(String::new, |like| format!("; did you mean `{like}`?"))
}

/// The keys in quotes, parted by commas.
fn list(keys: &[String]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    keys.join(", ")
}

/// The path of a value, entries of lists by their number from 0 as in `watch.1`, and what is wrong
/// with the value.
pub(crate) type Refusal = (String, Wrong);
