//! Why a file cannot be read or written.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::data::ReadError;
use crate::experiment::file::ExperimentFileError;
use crate::export::FigureError;

/// The largest file that is read, in bytes: a million features of 128 items as numpy keeps them,
/// with weights.
pub const MAX_FILE_BYTES: u64 = 4 << 30;

/// Why a file cannot be read or written.
#[derive(Debug, Error)]
pub enum FileError {
    /// The system says no.
    #[error("{}: {}", .path.display(), lowercase_first(.reason))]
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// It is larger than anything that can be trained on.
    #[error("{}: the file has more than the {} MB that it may have", .path.display(), MAX_FILE_BYTES >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size, or as much of it as was read.
        bytes: u64,
    },
    /// What it holds is not data that can be trained on.
    #[error("{}: {reason}", .path.display())]
    Data {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: ReadError,
    },
    /// What it holds is no experiment.
    #[error("{}: {reason}", .path.display())]
    Experiment {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: Box<ExperimentFileError>,
    },
    /// It cannot be drawn.
    #[error("{}: {reason}", .path.display())]
    Figure {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: FigureError,
    },
    /// Its name does not say what it is to hold.
    #[error("{}: the name must end with {}", .path.display(), or(.endings))]
    Ending {
        /// The file.
        path: PathBuf,
        /// How it may end, without dots; at least one.
        endings: &'static [&'static str],
    },
}

/// `.csv or .npz`.
fn or(endings: &[&str]) -> String {
    let dotted: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    dotted.join(" or ")
}

/// A system's sentence, to stand behind a colon.
fn lowercase_first(reason: &io::Error) -> String {
    let text = reason.to_string();
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}
