//! Why the data file at a path beside an experiment file cannot be read.

use thiserror::Error;

/// Why a data file beside an experiment file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BesideError {
    /// The experiment was not read from a file.
    #[error("the experiment file's folder is not known, so a path from there leads nowhere")]
    NoFolder,
    /// The path leads out of the experiment file's folder.
    #[error(
        "the path must stay in the experiment file's folder: without `..`, and not from a root"
    )]
    Outside,
    /// Nothing is at the path.
    #[error("no such file")]
    Missing,
    /// The path leads to a folder, a pipe or a device.
    #[error("this is no file")]
    NotAFile,
    /// The data files that are named have too many bytes together.
    #[error("the data files that are named here have more than {max_megabytes} MB together")]
    TooLarge {
        /// The most megabytes that they may have together.
        max_megabytes: usize,
    },
    /// The system refuses the file, in its own words.
    #[error("{0}")]
    System(String),
}
