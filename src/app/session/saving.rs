//! Verbs that read and write files.

use std::path::PathBuf;

use super::content::{AwaitedRead, Content, FileContent, OpenedFile, ReadFile};
use super::file_tasks::ToWrite;
use super::last_known::LastKnown;
use super::on_screen::OnScreen;
use super::phase::Then;
use super::pins::PinList;
use super::reply::Standing;
use super::session::Session;
use super::task::Task;
use crate::app::command::notice::{Notice, Trouble};
use crate::app::command::purpose::{DialogId, Purpose};
use crate::experiment::file::ExperimentFile;
use crate::files::FileError;

impl Session {
    /// Says which dialog is open. With none, nobody asks for a path any more.
    pub(crate) fn set_dialog(&mut self, dialog: Option<DialogId>) {
        self.dialog = dialog;
        if dialog.is_none() {
            self.document.abandon_path();
        }
        let asker = self.newest_read.as_ref().and_then(|read| read.task.asker);
        if asker.is_some() && asker != dialog {
            self.stop_reading();
        }
    }

    /// Gives up the file to be opened that is being read: whatever comes of it is ignored.
    pub(crate) fn stop_reading(&mut self) {
        if let Some(read) = self.newest_read.take() {
            self.files.give_up(read.task);
        }
        self.others_left.clear();
    }

    /// Asks for a path in the desktop's own dialog, which begins with `name` in `folder`.
    pub(crate) fn browse(
        &mut self,
        asker: DialogId,
        purpose: Purpose,
        folder: Option<PathBuf>,
        name: String,
    ) {
        let task = self.new_task(Some(asker));
        self.files.browse(task, purpose, folder, name);
    }

    /// Opens a file. Of several that are asked for, only the newest is opened.
    pub(crate) fn open(&mut self, asker: Option<DialogId>, path: PathBuf) {
        self.stop_reading();
        let task = self.new_task(asker);
        let awaited = path.clone();
        self.newest_read = Some(AwaitedRead {
            task,
            path: awaited,
        });
        let n_layers = self.experiment.hidden.len() + 1;
        self.files.read(task, path, n_layers);
    }

    /// Opens the first of several files; the others are named when that has come to an end.
    pub(crate) fn open_first(&mut self, paths: Vec<PathBuf>) {
        let mut paths = paths.into_iter();
        let Some(first) = paths.next() else {
            return;
        };
        self.open(None, first);
        let name = |path: PathBuf| {
            path.file_name()
                .map(|name| name.to_string_lossy().into_owned())
        };
        self.others_left = paths.filter_map(name).collect();
    }

    /// Saves the experiment in its file, or asks for a path.
    pub(crate) fn save(&mut self) -> Vec<Notice> {
        match self.document.path().map(ToOwned::to_owned) {
            Some(path) => {
                self.save_as(None, path);
                Vec::new()
            }
            None => vec![Notice::NeedsPath],
        }
    }

    /// Writes the experiment; this file is then the current one. Answers the task's number. A file
    /// that was opened or saved here is not overwritten if another program has changed it since.
    pub(crate) fn save_as(&mut self, asker: Option<DialogId>, path: PathBuf) -> u64 {
        let last_known = self.document.last_known(&path);
        self.save_over(asker, path, last_known)
    }

    /// Writes the experiment over what is `last_known` to be in the file, and nothing else.
    pub(super) fn save_over(
        &mut self,
        asker: Option<DialogId>,
        path: PathBuf,
        last_known: LastKnown,
    ) -> u64 {
        let file = self.file();
        let task = self.new_task(asker);
        let content = Content::from(&file);
        self.seen_views.know(&path, file.view.clone());
        self.document
            .begin_write(task.number, path.clone(), content, last_known.clone());
        let written = ToWrite::Experiment(Box::new(file), last_known);
        self.files.write(task, path, written);
        task.number
    }

    /// Writes what a dialog asked for; a figure as it is on screen.
    pub(crate) fn export(
        &mut self,
        asker: DialogId,
        purpose: Purpose,
        path: PathBuf,
        on_screen: OnScreen,
    ) {
        let experiment = Box::new(self.experiment.clone());
        let written = match purpose {
            Purpose::Open => return,
            Purpose::SaveExperiment => {
                self.save_as(Some(asker), path);
                return;
            }
            Purpose::SaveData => ToWrite::Data(experiment),
            Purpose::Export(product) => ToWrite::Product(product, experiment, Box::new(on_screen)),
        };
        let task = self.new_task(Some(asker));
        self.files.write(task, path, written);
    }

    /// A file was read.
    pub(super) fn end_read(
        &mut self,
        task: Task,
        path: PathBuf,
        result: Result<FileContent, Trouble>,
    ) -> Vec<Notice> {
        if self.document.is_reading_recovered(task.number) {
            return self.end_recovery(task, result);
        }
        // Given up: another file was asked for, the window is closing, the dialog was closed, or
        // the user stopped the reading.
        let awaited = self.newest_read.take_if(|awaited| awaited.task == task);
        if awaited.is_none() {
            return Vec::new();
        }
        let asker = task.asker;
        let mut notices = match result {
            Ok(content) => self.take_in(
                asker,
                ReadFile {
                    number: task.number,
                    path,
                    content,
                },
            ),
            Err(trouble) => vec![Notice::NotOpened { asker, trouble }],
        };
        let names = std::mem::take(&mut self.others_left);
        if !names.is_empty() {
            notices.push(Notice::OthersLeft { names });
        }
        notices
    }

    /// The recovered work was read, or cannot be; then a file that waited for that is opened.
    fn end_recovery(&mut self, task: Task, result: Result<FileContent, Trouble>) -> Vec<Notice> {
        let mut notices = Vec::new();
        let before = self.moment();
        let waiting = self.document.end_recovery();
        match result {
            Ok(FileContent::Experiment(file, _)) => {
                self.history.note(before, false);
                self.go_to_file_of_found(task.number);
                if let Some(autosave) = &mut self.autosave {
                    autosave.recovered(file.as_ref());
                }
                self.show(*file);
                notices.push(Notice::Recovered);
            }
            // An autosave file ends with `toml`: it is never read as data.
            Ok(FileContent::Data(_)) => {}
            Err(trouble) => {
                let aside = self.autosave.as_mut();
                if let Some(kept) = aside.map(super::autosave::Autosave::set_broken_aside) {
                    notices.push(Notice::NotRecovered { trouble, kept });
                }
            }
        }
        if let Some(read) = waiting {
            notices.extend(self.take_in(None, read));
        }
        notices
    }

    /// Shows an experiment that was read, or trains on data, once the present work may give way.
    pub(super) fn take_in(&mut self, asker: Option<DialogId>, read: ReadFile) -> Vec<Notice> {
        let Some(read) = self.document.take_read(read) else {
            return vec![Notice::Read { asker }];
        };
        if let FileContent::Data(data) = &read.content
            && let Some(notices) = self.refused_data(asker, &read.path, data)
        {
            return notices;
        }
        let mut notices = vec![Notice::Read { asker }];
        if let Some(read) = self.document.replace_by(read, self.standing()) {
            notices.extend(self.show_read(read));
        }
        notices
    }

    /// Replaces the present work by a file that was read.
    pub(super) fn show_read(&mut self, read: ReadFile) -> Vec<Notice> {
        let ReadFile {
            number,
            path,
            content,
        } = read;
        match content {
            FileContent::Experiment(file, fingerprint) => self.show_opened(OpenedFile {
                number,
                path,
                file,
                fingerprint,
            }),
            FileContent::Data(data) => self.show_data(path, *data),
        }
    }

    fn show_opened(&mut self, opened: OpenedFile) -> Vec<Notice> {
        self.history.note(self.moment(), false);
        // Opened once more, a file is shown as it stands.
        if self.document.path() != Some(opened.path.as_path()) {
            self.leave_view();
        }
        self.document.opened(&opened);
        let is_left_work = self.adopt_left_work(&opened);
        let OpenedFile {
            number: opened_by,
            path,
            mut file,
            ..
        } = opened;
        let view = self.seen_views.of(&path, &file);
        let in_file = std::mem::replace(&mut file.view, view);
        self.seen_views.know(&path, in_file);
        let own = self.autosave.as_ref().map(super::autosave::Autosave::path);
        if is_left_work {
            self.go_to_file_of_found(opened_by);
        } else if own == Some(path.as_path()) {
            // This file is removed when nothing is unsaved: no place for work.
            self.document.go_to(None);
        }
        self.show(*file);
        vec![if is_left_work {
            Notice::Recovered
        } else {
            Notice::Opened { path }
        }]
    }

    /// Shows what an experiment file says: what is trained, its pins, and how it is looked at.
    fn show(&mut self, file: ExperimentFile) {
        if let Some(epoch) = file.view.epoch {
            self.playhead.look_at(epoch);
        }
        self.look.show(file.view);
        self.replace_pins(PinList {
            trained: Vec::new(),
            awaited: file.pins,
        });
        self.train(file.experiment);
    }

    /// A file was written, or not.
    pub(super) fn end_write(
        &mut self,
        task: Task,
        path: PathBuf,
        result: Result<Vec<char>, Trouble>,
    ) -> Vec<Notice> {
        let letters = match result {
            Ok(letters) => letters,
            Err(trouble) => return vec![self.fail_write(task, trouble)],
        };
        let Task { number, asker } = task;
        let mut notices = vec![Notice::Saved { asker, path }];
        if !letters.is_empty() {
            notices.push(Notice::NoFont { letters });
        }
        let then = self.document.end_write(number, self.n_tasks);
        // Whoever has gone on working meanwhile keeps on.
        match then.filter(|_| self.standing() == Standing::Saved) {
            Some(Then::Close) => self.document.close_when_written(),
            Some(Then::Open(read)) => notices.extend(self.show_read(read)),
            None => {}
        }
        notices
    }

    /// A file was not written. If that is because another program has changed it, the user is
    /// asked.
    fn fail_write(&mut self, Task { number, asker }: Task, trouble: Trouble) -> Notice {
        if let Trouble::File(FileError::Changed { found, .. }) = &trouble
            && self.document.refuse_write(number, *found)
        {
            return Notice::InDoubt { asker };
        }
        let is_dialog_open = asker.is_some() && asker == self.dialog;
        self.document.fail_write(number, is_dialog_open);
        Notice::NotSaved { asker, trouble }
    }

    pub(super) fn new_task(&mut self, asker: Option<DialogId>) -> Task {
        self.n_tasks += 1;
        Task {
            number: self.n_tasks,
            asker,
        }
    }
}
