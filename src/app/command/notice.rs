//! Results of commands and of work in the background: data, without words.
//!
//! The session returns notices; `text::notice` makes sentences of them, and the shell shows them or
//! acts on them.

use std::path::PathBuf;

use super::purpose::DialogId;
use crate::data::read::ReadReport;
use crate::experiment::ExperimentError;
use crate::files::FileError;

/// Something that happened. `asker` is the dialog that asked for it, if one did.
#[derive(Debug)]
pub(crate) enum Notice {
    /// A path was chosen in the desktop's own dialog.
    PathChosen {
        asker: Option<DialogId>,
        path: PathBuf,
    },
    /// A file was read. What becomes of its content may still have to be asked or waited for.
    Read { asker: Option<DialogId> },
    /// An experiment file is open.
    Opened { path: PathBuf },
    /// A data table is open, and trained on.
    DataOpened {
        path: PathBuf,
        /// How it was read.
        report: Box<ReadReport>,
        /// The learning rate that was chosen for it.
        lr: f64,
        /// The file brought the first weights, too.
        has_weights: bool,
    },
    /// The data's file was read by other choices.
    DataReadAnew {
        lr: f64,
        /// The learning rate before.
        lr_before: f64,
        /// The one that fits the data.
        fitting: f64,
    },
    /// A data file cannot be read, or a file not saved over, without an answer of the user, who is
    /// asked for it.
    InDoubt { asker: Option<DialogId> },
    /// The unsaved work of an instance that crashed is open; it is in no file yet.
    Recovered,
    /// The unsaved work that another instance left is not there any more.
    NoWorkLeft,
    /// The work of an instance that crashed cannot be read; its file is kept.
    NotRecovered { trouble: Trouble, kept: PathBuf },
    /// Of several dropped files, these were not opened.
    OthersLeft { names: Vec<String> },
    /// A file was not opened.
    NotOpened {
        asker: Option<DialogId>,
        trouble: Trouble,
    },
    /// The experiment is to be saved and has no file yet: the shell asks for a path.
    NeedsPath,
    /// A file was written.
    Saved {
        asker: Option<DialogId>,
        path: PathBuf,
    },
    /// A figure was drawn, and no installed font has these of its characters.
    NoFont { letters: Vec<char> },
    /// A file was not written.
    NotSaved {
        asker: Option<DialogId>,
        trouble: Trouble,
    },
    /// The copy of unsaved work could not be written.
    AutosaveFailed { path: PathBuf, trouble: Trouble },
    /// A pinned run of an opened file could not be trained: what the panic, or the system, said.
    PinNotTrained { message: String },
    /// The window must stay open: a question is asked, or files are still being written.
    StaysOpen,
    /// The window closes as soon as all files are written.
    WillCloseWhenWritten,
    /// The window is to close now.
    Close,
}

/// Why a file was not read or written.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The file cannot be used.
    File(FileError),
    /// The data of this file cannot be trained on.
    Refused {
        name: String,
        error: ExperimentError,
    },
    /// The desktop has no dialog for files.
    NoDialog,
    /// The work panicked, or the system refused a thread: what was said.
    Failed(String),
}
