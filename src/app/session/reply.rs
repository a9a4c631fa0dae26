//! What the document answers: how much of the work is saved, and what is to be done.

use super::content::{OpenedFile, ReadFile};
use super::phase::Then;

/// How much of the present work stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// All of it.
    Saved,
    /// All of it will, when the write of this number succeeds.
    BeingSaved(u64),
    /// Not all of it.
    Unsaved,
}

/// What the wish to close the window comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CloseReply {
    /// It closes.
    Closes,
    /// It stays open for a question.
    Asks,
    /// It stays open until all files are written.
    Waits,
}

/// What an answer comes to.
#[derive(Debug, PartialEq)]
pub(crate) enum Decision {
    /// Nothing is to be done.
    Nothing,
    /// The present work is to be saved; then the rest follows.
    Save(Then),
    /// The window closes.
    Close,
    /// This file is to be shown.
    Show(OpenedFile),
    /// The recovered work is to be read.
    ReadRecovered,
    /// The recovered work is to be discarded; this file waited for that.
    DiscardRecovered(Option<ReadFile>),
}

/// What becomes of the autosave file when the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LastAutosave {
    /// It stays as it is: the user has not decided about the recovered work in it.
    Keep,
    /// The present work is written to it, for the next start to recover.
    Write,
    /// It is removed: nothing is unsaved, or the user has discarded it.
    Remove,
}
