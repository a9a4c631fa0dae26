//! Why a file cannot be read or written.

use std::fs::Metadata;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::fingerprint::Fingerprint;
use super::system_reason::said;
use crate::data::ReadError;
use crate::experiment::file::ExperimentFileError;
use crate::export::FigureError;

/// The largest file that is read, in bytes: a million features of 512 items as numpy keeps them.
pub const MAX_FILE_BYTES: u64 = 4 << 30;

/// The most bytes that are read from a pipe or standard input, whose size nobody says beforehand.
pub const MAX_PIPE_BYTES: u64 = 1 << 30;

/// Something with a path that is no file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAFile {
    /// A folder.
    Folder,
    /// A device, such as a terminal or `/dev/zero`.
    Device,
    /// A socket of another program.
    Socket,
}

impl NotAFile {
    /// The kind of a thing on disk; none for a file or a pipe.
    pub(super) fn of(about: &Metadata) -> Option<Self> {
        if about.is_dir() {
            return Some(Self::Folder);
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt as _;
            let kind = about.file_type();
            if kind.is_char_device() || kind.is_block_device() {
                return Some(Self::Device);
            }
            if kind.is_socket() {
                return Some(Self::Socket);
            }
        }
        None
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Folder => "this is a folder; give a file in it",
            Self::Device => "this is a device and no file; save what it gives as a file first",
            Self::Socket => "this is a socket and no file; save what it gives as a file first",
        }
    }
}

/// Why a file cannot be read or written.
#[derive(Debug, Error)]
pub enum FileError {
    /// The system says no.
    #[error("{}: {}", .path.display(), said(.reason))]
    System {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: io::Error,
    },
    /// The folder that the file is to be written into is not there.
    #[error("{}: the folder {} does not exist; make it first", .path.display(), .folder.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// The path leads to no file.
    #[error("{}: {}", .path.display(), kind.sentence())]
    NotAFile {
        /// The path.
        path: PathBuf,
        /// The kind of thing that the path leads to.
        kind: NotAFile,
    },
    /// The file is larger than anything that can be trained on, or a pipe gives more than is read.
    #[error("{}: there are more than the {} MB that may be read", .path.display(), most >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The file's size, or as much of it as was read.
        bytes: u64,
        /// The most that is read.
        most: u64,
    },
    /// The file holds something else than when it was read or written last.
    #[error("{}: another program has changed it meanwhile; it was not saved over", .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
        /// The fingerprint of what it holds.
        found: Fingerprint,
    },
    /// The content is not data that can be trained on.
    #[error("{}: {reason}", .path.display())]
    Data {
        /// The file.
        path: PathBuf,
        /// The fault and its place.
        reason: ReadError,
    },
    /// The content is no experiment.
    #[error("{}: {reason}", .path.display())]
    Experiment {
        /// The file.
        path: PathBuf,
        /// The fault and its place.
        reason: Box<ExperimentFileError>,
    },
    /// The content cannot be drawn.
    #[error("{}: {reason}", .path.display())]
    Figure {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: FigureError,
    },
    /// The name does not say what the file is to hold.
    #[error("{}: the name must end with {}", .path.display(), or(.endings))]
    Ending {
        /// The file.
        path: PathBuf,
        /// The endings it may have, without dots; at least one.
        endings: &'static [&'static str],
    },
}

/// `.csv or .npz`.
fn or(endings: &[&str]) -> String {
    let dotted: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    dotted.join(" or ")
}
