//! Which file the present work belongs to, whether all of it is there, and what is asked before any
//! of it is lost.
//!
//! No file is opened here and nothing is drawn: the session reports what happens, and each
//! transition answers what is to be done. Whether there is unsaved work is never stored; it is
//! derived from what is known to stand in the files.

use std::path::{Path, PathBuf};

use super::content::{Content, OpenedFile, ReadFile};
use super::known_files::{KnownFiles, Write};
use super::last_known::LastKnown;
use super::phase::{Asked, Closing, Phase, Recovery, Then};
use super::reply::{CloseReply, LastAutosave, Standing};
use crate::app::command::question::Question;
use crate::files::Fingerprint;

/// The present work, as far as files know it.
#[derive(Debug)]
pub(crate) struct Document {
    /// The experiment file that was opened or saved last; `None` before the first.
    path: Option<PathBuf>,
    /// The experiment that the program begins with, which needs no saving.
    beginning: Content,
    /// The work as opening a data file made it, which needs no saving: opening that file again
    /// makes it anew. `None` where runs were pinned: they stay, and are in no file.
    from_data: Option<Content>,
    /// What stands in experiment files, and what is being written to them.
    files: KnownFiles,
    phase: Phase,
}

impl Document {
    /// The tutorial's experiment, in no file; the user is asked first whether to recover the work
    /// of a crashed instance, if there is any.
    pub(crate) fn new(has_recovered_work: bool) -> Self {
        let phase = if has_recovered_work {
            Phase::Recovering {
                step: Recovery::Asked,
                waiting: None,
            }
        } else {
            Phase::Editing
        };
        Self {
            path: None,
            beginning: Content::beginning(),
            from_data: None,
            files: KnownFiles::default(),
            phase,
        }
    }

    /// The present work's file.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The open question, if any. The question about recovered work stays open until it is read.
    pub(crate) fn question(&self) -> Option<Question> {
        match self.phase {
            Phase::Recovering { .. } => Some(Question::Recover),
            Phase::Asking(Asked::Quit) => Some(Question::Quit),
            Phase::Asking(Asked::ReplaceBy(_)) => Some(Question::ReplaceBy),
            Phase::Asking(Asked::SaveOver { .. }) => Some(Question::SaveOver),
            Phase::Asking(Asked::LeftWork) => Some(Question::LeftWork),
            _ => None,
        }
    }

    /// The file that the open question is about, where it is about one that is to be saved.
    pub(crate) fn asked_file(&self) -> Option<&Path> {
        match &self.phase {
            Phase::Asking(Asked::SaveOver { path, .. }) => Some(path),
            _ => None,
        }
    }

    /// Whether the work of a crashed instance is still to be opened or discarded.
    pub(crate) fn is_recovering(&self) -> bool {
        matches!(self.phase, Phase::Recovering { .. })
    }

    /// Whether the recovered work is being read, under this number.
    pub(crate) fn is_reading_recovered(&self, number: u64) -> bool {
        let step = Recovery::Reading(number);
        matches!(&self.phase, Phase::Recovering { step: of, .. } if *of == step)
    }

    /// Whether the present work may be changed: not before recovered work is decided about, and not
    /// when the window is closing.
    pub(crate) fn can_edit(&self) -> bool {
        !matches!(
            self.phase,
            Phase::Recovering { .. } | Phase::Closing(Closing::Now | Closing::Discarding)
        )
    }

    /// How much of the present work is kept in a file, its own or that of opened data; `is_present`
    /// compares with the present work.
    pub(crate) fn standing(&self, is_present: impl Fn(&Content) -> bool) -> Standing {
        if let Some(write) = self.files.being_saved(self.path()) {
            // The file will hold this, whatever it holds now.
            return if is_present(&write.content) {
                Standing::BeingSaved(write.number)
            } else {
                Standing::Unsaved
            };
        }
        let is_kept = match &self.path {
            None => is_present(&self.beginning) || self.from_data.as_ref().is_some_and(is_present),
            Some(path) => self.files.content(path).is_some_and(is_present),
        };
        if is_kept {
            Standing::Saved
        } else {
            Standing::Unsaved
        }
    }

    /// The window is to close. A second wish no longer waits for exports, and never lets go of
    /// unsaved work.
    pub(crate) fn request_close(&mut self, standing: Standing, is_writing: bool) -> CloseReply {
        let is_second = self.phase == Phase::Closing(Closing::WhenWritten);
        match (&self.phase, standing) {
            (Phase::Recovering { .. } | Phase::Closing(Closing::Discarding), _) => {
                CloseReply::Closes
            }
            (_, Standing::Unsaved) => self.ask(Asked::Quit),
            (_, Standing::BeingSaved(_)) if is_second => self.ask(Asked::Quit),
            (Phase::Closing(_), Standing::Saved) => CloseReply::Closes,
            _ if is_writing => {
                self.phase = Phase::Closing(Closing::WhenWritten);
                CloseReply::Waits
            }
            _ => CloseReply::Closes,
        }
    }

    /// Asks about the unsaved work of another instance, unless something else is under way; answers
    /// whether it asks.
    pub(crate) fn ask_about_left_work(&mut self) -> bool {
        let asks = self.phase == Phase::Editing;
        if asks {
            self.phase = Phase::Asking(Asked::LeftWork);
        }
        asks
    }

    fn ask(&mut self, asked: Asked) -> CloseReply {
        self.phase = Phase::Asking(asked);
        CloseReply::Asks
    }

    /// The recovered work is being read, under this number.
    pub(crate) fn begin_recovery(&mut self, number: u64) {
        if let Phase::Recovering { step, .. } = &mut self.phase {
            *step = Recovery::Reading(number);
        }
    }

    /// The recovered work is open, in no file, or could not be read; answers which file waited for
    /// that.
    pub(crate) fn end_recovery(&mut self) -> Option<ReadFile> {
        match std::mem::replace(&mut self.phase, Phase::Editing) {
            Phase::Recovering { waiting, .. } => waiting,
            other => {
                self.phase = other;
                None
            }
        }
    }

    /// A file was read; answers it if it can be shown or trained on now. Before recovered work is
    /// decided about, it waits.
    pub(crate) fn take_read(&mut self, read: ReadFile) -> Option<ReadFile> {
        match &mut self.phase {
            Phase::Recovering { waiting, .. } => {
                *waiting = Some(read);
                None
            }
            Phase::Closing(Closing::Now | Closing::Discarding) => None,
            _ => Some(read),
        }
    }

    /// An experiment file or a data file is to replace the present work; answers it if it can do so
    /// now.
    pub(crate) fn replace_by(&mut self, read: ReadFile, standing: Standing) -> Option<ReadFile> {
        match standing {
            Standing::Saved => return Some(read),
            Standing::BeingSaved(number) => {
                let then = Then::Open(read);
                self.phase = Phase::Saving { number, then };
            }
            Standing::Unsaved => self.phase = Phase::Asking(Asked::ReplaceBy(read)),
        }
        None
    }

    /// Opened data have replaced the present work: the new work has no file yet, so that saving it
    /// never overwrites the file of the work before.
    pub(crate) fn opened_data(&mut self, content: Content) {
        self.from_data = content.pins.is_empty().then_some(content);
        self.go_to(None);
        self.phase = Phase::Editing;
    }

    /// The opened experiment file has replaced the present work.
    pub(crate) fn opened(&mut self, opened: &OpenedFile) {
        self.files.know_opened(opened);
        self.go_to(Some(opened.path.clone()));
        self.phase = Phase::Editing;
    }

    /// Makes another file current, or none; a save still running no longer affects that.
    pub(crate) fn go_to(&mut self, path: Option<PathBuf>) {
        self.path = path;
        self.files.release_current();
    }

    /// The fingerprint of what a file holds, as far as this program knows; nothing else in it is to
    /// be overwritten without a question.
    pub(crate) fn last_known(&self, path: &Path) -> LastKnown {
        self.files.last_known(path)
    }

    /// A path is needed to save the present work; then the rest follows.
    pub(crate) fn need_path(&mut self, then: Then) {
        self.phase = Phase::NeedsPath(then);
    }

    /// No path is being asked for: what was to follow the saving does not.
    pub(crate) fn abandon_path(&mut self) {
        if matches!(self.phase, Phase::NeedsPath(_)) {
            self.phase = Phase::Editing;
        }
    }

    /// The present work is being written to a file that is expected to hold what is `last_known`.
    /// What waited for a path, or for an older write, follows this one.
    pub(crate) fn begin_write(
        &mut self,
        number: u64,
        path: PathBuf,
        content: Content,
        last_known: LastKnown,
    ) {
        self.files.release_current();
        self.files.begin_write(Write {
            number,
            path,
            content,
            last_known,
            becomes_current: true,
        });
        match std::mem::replace(&mut self.phase, Phase::Editing) {
            Phase::NeedsPath(then) | Phase::Saving { then, .. } => self.then(number, then),
            other => self.phase = other,
        }
    }

    /// Continues with `then` when the write of that number succeeds.
    pub(crate) fn then(&mut self, number: u64, then: Then) {
        self.phase = Phase::Saving { number, then };
    }

    /// A file was written, `newest` being the newest task; answers what was to follow.
    pub(crate) fn end_write(&mut self, number: u64, newest: u64) -> Option<Then> {
        let current = self.files.end_write(number, newest);
        self.path = current.or_else(|| self.path.take());
        self.take_then(number)
    }

    /// A file was not written. What was to follow still does if a dialog asks for another path.
    pub(crate) fn fail_write(&mut self, number: u64, is_dialog_open: bool) {
        self.files.drop_write(number);
        if let Some(then) = self.take_then(number).filter(|_| is_dialog_open) {
            self.need_path(then);
        }
    }

    /// A file was not written, because another program has changed it to what was `found`; answers
    /// whether the user is now asked about that. Nobody is asked where another question is open, or
    /// where the present work has another file by now.
    pub(crate) fn refuse_write(&mut self, number: u64, found: Fingerprint) -> bool {
        let Some(write) = self.files.drop_write(number) else {
            return false;
        };
        self.files.forget_content(&write.path);
        if !write.is_to(self.path()) {
            return false;
        }
        let then = match std::mem::replace(&mut self.phase, Phase::Editing) {
            Phase::Editing => None,
            Phase::Closing(Closing::WhenWritten) => Some(Then::Close),
            Phase::Saving { number: of, then } if of == number => Some(then),
            other => {
                self.phase = other;
                return false;
            }
        };
        let path = write.path;
        self.phase = Phase::Asking(Asked::SaveOver { path, found, then });
        true
    }

    fn take_then(&mut self, number: u64) -> Option<Then> {
        match std::mem::replace(&mut self.phase, Phase::Editing) {
            Phase::Saving { number: of, then } if of == number => Some(then),
            other => {
                self.phase = other;
                None
            }
        }
    }

    /// The present work is saved: the window closes when all files are.
    pub(crate) fn close_when_written(&mut self) {
        self.phase = Phase::Closing(Closing::WhenWritten);
    }

    /// Answers whether the window that waits for its files closes now. With unsaved work it stays
    /// open: the write failed, or the user has gone on working.
    pub(crate) fn closes_now(&mut self, standing: Standing, is_writing: bool) -> bool {
        if self.phase != Phase::Closing(Closing::WhenWritten) || is_writing {
            return false;
        }
        let closes = standing == Standing::Saved;
        self.phase = if closes {
            Phase::Closing(Closing::Now)
        } else {
            Phase::Editing
        };
        closes
    }

    /// The fate of the autosave file when the program ends.
    pub(crate) fn last_autosave(&self, standing: Standing) -> LastAutosave {
        match (&self.phase, standing) {
            (Phase::Recovering { .. }, _) => LastAutosave::Keep,
            (Phase::Closing(Closing::Discarding), _) | (_, Standing::Saved) => LastAutosave::Remove,
            _ => LastAutosave::Write,
        }
    }

    /// The document's present phase.
    #[cfg(test)]
    pub(crate) fn phase(&self) -> &Phase {
        &self.phase
    }
}

mod answer;

#[cfg(test)]
mod tests;
