//! The phase of the document: one question, wait or operation at a time.

use std::path::PathBuf;

use super::content::ReadFile;
use crate::files::Fingerprint;

/// The document's open question, wait or operation.
#[derive(Debug, PartialEq)]
pub(crate) enum Phase {
    /// No question, wait or operation: the user edits.
    Editing,
    /// The unsaved work of a crashed instance is there. Until it is open or discarded, nothing can
    /// be edited and its file is not touched. The newest other file that was read meanwhile waits.
    Recovering {
        step: Recovery,
        waiting: Option<ReadFile>,
    },
    /// Work could be lost, and there is a question about it.
    Asking(Asked),
    /// A path is needed to save the present work; then the rest follows.
    NeedsPath(Then),
    /// The experiment is being written, under this number; then the rest follows.
    Saving { number: u64, then: Then },
    /// The window closes.
    Closing(Closing),
}

/// How far the recovery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recovery {
    /// The user is asked.
    Asked,
    /// The work is being read, under this number.
    Reading(u64),
}

/// The question about work that could be lost.
#[derive(Debug, PartialEq)]
pub(crate) enum Asked {
    /// Whether to save unsaved work before the window closes.
    Quit,
    /// Whether to save it before this file replaces it.
    ReplaceBy(ReadFile),
    /// Whether to save over the file at `path`, in which another program has written what was
    /// `found`; then the rest follows.
    SaveOver {
        path: PathBuf,
        found: Fingerprint,
        then: Option<Then>,
    },
    /// Whether to open the unsaved work that another instance left when it crashed.
    LeftWork,
}

/// The action that follows when the present work is saved.
#[derive(Debug, PartialEq)]
pub(crate) enum Then {
    /// The window closes.
    Close,
    /// The given file is shown.
    Open(ReadFile),
}

/// How the window closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// When all files are written.
    WhenWritten,
    /// At once.
    Now,
    /// At once; the user has discarded the unsaved work.
    Discarding,
}
