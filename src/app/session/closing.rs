//! Verbs that answer questions and close the window.

use super::last_known::LastKnown;
use super::phase::Then;
use super::reply::{CloseReply, Decision, LastAutosave};
use super::session::Session;
use crate::app::command::notice::Notice;
use crate::app::command::question::Answer;

impl Session {
    /// The window is to close. Unsaved work is asked about; files that are being written are
    /// waited for, unless that is asked for once more.
    pub(crate) fn request_close(&mut self) -> Vec<Notice> {
        let is_writing = self.files.is_writing();
        let reply = self.document.request_close(self.standing(), is_writing);
        if reply == CloseReply::Closes {
            return Vec::new();
        }
        // The newest wish counts: a file that is still being read is not opened.
        self.stop_reading();
        let mut notices = vec![Notice::StaysOpen];
        if reply == CloseReply::Waits {
            notices.push(Notice::WillCloseWhenWritten);
        }
        notices
    }

    /// Answers the question that is asked.
    pub(crate) fn answer(&mut self, answer: Answer) -> Vec<Notice> {
        match self.document.answer(answer) {
            Decision::Nothing => Vec::new(),
            Decision::Close => vec![Notice::Close],
            Decision::Show(read) => self.show_read(read),
            Decision::Save(then) => self.save_then(then),
            Decision::SaveOver { path, found, then } => {
                let number = self.save_over(None, path, LastKnown::new(found));
                if let Some(then) = then {
                    self.document.then(number, then);
                }
                Vec::new()
            }
            Decision::SaveElsewhere(then) => {
                if let Some(then) = then {
                    self.document.need_path(then);
                }
                vec![Notice::NeedsPath]
            }
            Decision::ReadLeft => {
                self.open_left_work();
                Vec::new()
            }
            Decision::DiscardLeft => {
                if let Some(autosave) = &mut self.autosave {
                    autosave.discard_left();
                }
                Vec::new()
            }
            Decision::ReleaseLeft => {
                if let Some(autosave) = &mut self.autosave {
                    autosave.release_left();
                }
                Vec::new()
            }
            Decision::ReadRecovered => {
                self.read_recovered();
                Vec::new()
            }
            Decision::DiscardRecovered(waiting) => {
                if let Some(autosave) = &mut self.autosave {
                    autosave.discard();
                }
                waiting.map_or_else(Vec::new, |read| self.take_in(None, read))
            }
        }
    }

    fn save_then(&mut self, then: Then) -> Vec<Notice> {
        if let Some(path) = self.document.path().map(ToOwned::to_owned) {
            let number = self.save_as(None, path);
            self.document.then(number, then);
            Vec::new()
        } else {
            self.document.need_path(then);
            vec![Notice::NeedsPath]
        }
    }

    fn read_recovered(&mut self) {
        if let Some(path) = self.autosave.as_ref().map(super::autosave::Autosave::path) {
            let path = path.to_owned();
            let task = self.new_task(None);
            self.document.begin_recovery(task.number);
            let n_layers = self.experiment.hidden.len() + 1;
            self.files.read(task, path, n_layers);
        }
    }

    /// The program ends. Unsaved work is left for the next start, unless the user discarded it.
    pub(crate) fn end(&mut self) {
        let file = match self.document.last_autosave(self.standing()) {
            LastAutosave::Keep => return,
            LastAutosave::Write => Some(self.file()),
            LastAutosave::Remove => None,
        };
        if let Some(autosave) = &mut self.autosave {
            autosave.belongs_to(self.document.path());
            autosave.finish(file);
        }
    }
}
