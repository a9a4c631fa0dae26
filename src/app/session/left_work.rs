//! Verbs about unsaved work that another instance left when it crashed, while other work is open.

use super::autosave::Autosave;
use super::content::OpenedFile;
use super::found_work::FoundState;
use super::session::Session;
use crate::app::command::notice::Notice;

impl Session {
    /// Whether there is such work.
    pub(crate) fn leaves_work(&self) -> bool {
        self.autosave.as_ref().is_some_and(Autosave::leaves_work)
    }

    /// Asks whether to open such work.
    pub(crate) fn offer_left_work(&mut self) -> Vec<Notice> {
        let Some(autosave) = self.autosave.as_mut() else {
            return Vec::new();
        };
        let Some(path) = autosave.hold_left() else {
            return vec![Notice::NoWorkLeft];
        };
        if self.document.ask_about_left_work() {
            // The newest wish counts: what is still being read is not opened behind the question.
            self.stop_reading();
            self.found = FoundState::BeingRead;
            let task = self.new_task(None);
            self.files.look_into(task, path);
        }
        Vec::new()
    }

    /// Opens such work as a file is opened: unsaved present work is asked about first.
    pub(super) fn open_left_work(&mut self) {
        let held = self.autosave.as_ref().and_then(Autosave::held);
        if let Some(path) = held.map(ToOwned::to_owned) {
            self.open(None, path);
        }
    }

    /// Makes the file that found work belongs to the present one, as task `number` found it; none
    /// if that is not known, or there is no such file any more.
    pub(super) fn go_to_file_of_found(&mut self, number: u64) {
        self.document.go_to(None);
        if let FoundState::Known(found) = &self.found
            && let (Some(path), Some(fingerprint)) = (&found.of, found.fingerprint)
        {
            self.document.opened(&OpenedFile {
                number,
                path: path.clone(),
                file: Box::new(found.saved.clone()),
                fingerprint,
            });
        }
    }

    /// Whether the opened file is such work; it is then this instance's own unsaved work.
    pub(super) fn adopt_left_work(&mut self, opened: &OpenedFile) -> bool {
        let Some(autosave) = self.autosave.as_mut() else {
            return false;
        };
        let is_left_work = autosave.held() == Some(opened.path.as_path());
        if is_left_work {
            autosave.adopt_left(&opened.file);
        }
        is_left_work
    }
}
