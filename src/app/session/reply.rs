//! The document's replies to the session: whether the work is saved, and the next step.

use std::path::PathBuf;

use super::content::ReadFile;
use super::phase::Then;
use crate::files::Fingerprint;

/// How much of the present work is kept in a file. The window's title, opening another file and
/// closing all go by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// All of it.
    Saved,
    /// All of it will, when the write of this number succeeds.
    BeingSaved(u64),
    /// Not all of it.
    Unsaved,
}

/// The reply to a request to close the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CloseReply {
    /// The window closes.
    Closes,
    /// The window stays open for a question.
    Asks,
    /// The window stays open until all files are written.
    Waits,
}

/// The next step after the user's answer to a question.
#[derive(Debug, PartialEq)]
pub(crate) enum Decision {
    /// Nothing is to be done.
    Nothing,
    /// The present work is to be saved; then the rest follows.
    Save(Then),
    /// The present work is to be saved over what was found in the file; then the rest follows.
    SaveOver {
        path: PathBuf,
        found: Fingerprint,
        then: Option<Then>,
    },
    /// A path is to be asked for, to save the present work; then the rest follows.
    SaveElsewhere(Option<Then>),
    /// The window closes.
    Close,
    /// The given file is to be shown.
    Show(ReadFile),
    /// The unsaved work that another instance left is to be opened.
    ReadLeft,
    /// The unsaved work that another instance left is to be discarded.
    DiscardLeft,
    /// The unsaved work that another instance left stays where it is.
    ReleaseLeft,
    /// The recovered work is to be read.
    ReadRecovered,
    /// The recovered work is to be discarded; this file waited for that.
    DiscardRecovered(Option<ReadFile>),
}

/// The fate of the autosave file when the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LastAutosave {
    /// The file stays as it is: the user has not decided about the recovered work in it.
    Keep,
    /// The present work is written to it, for the next start to recover.
    Write,
    /// The file is removed: nothing is unsaved, or the user has discarded the unsaved work.
    Remove,
}
