//! A session at work on the disk in memory, as the shell drives it, and the claims that hold after
//! every step.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::disk::{SharedDisk, content_of};
use crate::app::command::action::PinChange;
use crate::app::command::notice::Notice;
use crate::app::command::purpose::DialogId;
use crate::app::command::question::{Answer, Question};
use crate::app::session::content::{Content, FileContent};
use crate::app::session::data_read::DataFile;
use crate::app::session::look::Look;
use crate::app::session::session::{Session, Tools};
use crate::data::csv;
use crate::data::read::{Choices, Scaling};
use crate::experiment::{Experiment, taught};

/// One step of a user, of the disk or of time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Edit(u8),
    Pin,
    RemovePin,
    Undo,
    Redo,
    Save,
    SaveAs(u8),
    /// Gives the dialog a path.
    GivePath(u8),
    CancelDialog,
    EndWrite(bool),
    GoOnReading,
    /// Another program writes a file.
    Outside(u8),
    Open(u8),
    /// Asks about the work that another instance left.
    OfferLeftWork,
    /// Has the data z-scored, or not.
    ZScore(bool),
    Answer(Answer),
    Close,
    /// Another frame.
    Tick,
    /// Time enough for the autosave passes.
    Wait,
    Crash,
}

/// A session on a disk.
pub(super) struct Instance {
    pub(super) disk: SharedDisk,
    pub(super) session: Session,
    now: Instant,
    dialog: Option<DialogId>,
    n_dialogs: u64,
    /// How often the user was told that the autosave file could not be written.
    pub(super) n_autosave_failures: usize,
    /// The work as opening a data file made it last.
    pub(super) opened_data: Option<Content>,
    /// The experiment files that the session has opened or saved.
    pub(super) known: BTreeSet<PathBuf>,
    /// Work of other programs that the user has seen or was asked about.
    pub(super) seen: Vec<Content>,
    /// The window has closed, as far as the session has a say in it.
    pub(super) has_closed: bool,
}

/// The choice to z-score, or not.
fn scaled(is_on: bool) -> Choices {
    let scaling = if is_on {
        Scaling::Zscore
    } else {
        Scaling::None
    };
    Choices {
        scaling,
        ..Choices::default()
    }
}

/// The work, as the session would save it.
pub(super) fn content(session: &Session) -> Content {
    Content::from(&session.file())
}

/// The files: two experiments, a broken file, a table.
pub(super) fn path(file: u8) -> PathBuf {
    ["a.toml", "b.toml", "broken.toml", "table.csv"][usize::from(file % 4)].into()
}

impl Instance {
    /// A first start, with files on the disk, and the work of an instance that crashed, which is
    /// left as it is.
    pub(super) fn new() -> Self {
        let mut taught = Experiment::default();
        taught.data.tree_mut().expect("it is a tree").n_features = 4;
        let data = taught::taught(&taught, &taught.data.sample()).expect("it is small");
        Self::with_table(&csv::write(&data))
    }

    /// As [`Instance::new`], with a table of that text.
    pub(super) fn with_table(text: &str) -> Self {
        let disk = SharedDisk::default();
        for (file, lr) in [(0, 20.0), (1, 30.0)] {
            let experiment = Experiment {
                lr,
                ..Experiment::default()
            };
            let content = content_of(experiment.into());
            disk.0.borrow_mut().files.insert(path(file), Some(content));
        }
        disk.0.borrow_mut().files.insert(path(2), None);
        let left = Experiment {
            lr: 9.0,
            ..Experiment::default()
        };
        disk.0.borrow_mut().left = Some(left.into());
        let file = DataFile::new("table.csv".to_owned(), text.as_bytes().to_vec());
        let table = FileContent::Data(Box::new(file.read(2)));
        disk.0.borrow_mut().files.insert(path(3), Some(table));
        Self::on(disk)
    }

    fn on(disk: SharedDisk) -> Self {
        let tools = Tools {
            files: Box::new(disk.clone()),
            autosave: Some(Box::new(disk.clone())),
            wake: Arc::new(|| ()),
        };
        let session = Session::new(tools, Look::default(), 60.0).expect("a thread can be had");
        Self {
            disk,
            session,
            now: Instant::now(),
            dialog: None,
            n_dialogs: 0,
            n_autosave_failures: 0,
            opened_data: None,
            known: BTreeSet::new(),
            seen: Vec::new(),
            has_closed: false,
        }
    }

    /// The program is gone without a word, and started again.
    pub(super) fn crash(self) -> Self {
        self.disk.0.borrow_mut().crash();
        let disk = self.disk.clone();
        drop(self);
        Self::on(disk)
    }

    /// Does a step, and what the shell does in the frame after it.
    pub(super) fn step(&mut self, step: Step) {
        let notices = self.verb(step);
        self.react(notices);
        self.session.set_dialog(self.dialog);
        let now = self.now;
        let tick = self.session.tick(|| now);
        self.react(tick.notices);
        let session = &mut self.session;
        session.pin_training.settle(&mut session.pins);
        self.see(step);
    }

    /// Notes what the user now knows of other programs' work.
    fn see(&mut self, step: Step) {
        self.seen.push(content(&self.session));
        // The question is asked when the write that is refused ends.
        if matches!(step, Step::EndWrite(_))
            && let Some(path) = self.session.asked_file()
        {
            self.seen.extend(self.disk.0.borrow().foreign(path));
        }
    }

    fn verb(&mut self, step: Step) -> Vec<Notice> {
        let session = &mut self.session;
        match step {
            Step::Edit(lr) => {
                let experiment = Experiment {
                    lr: f64::from(lr) + 1.0,
                    ..Experiment::default()
                };
                session.edit(experiment, false);
            }
            Step::Pin => {
                self.finish_run();
                self.session.pin(PinChange::Add);
            }
            Step::RemovePin => session.pin(PinChange::Remove(0)),
            Step::Undo => session.undo(),
            Step::Redo => session.redo(),
            Step::Save => return session.save(),
            Step::SaveAs(file) => {
                session.save_as(None, path(file));
            }
            Step::GivePath(file) => {
                if let Some(asker) = self.dialog {
                    session.save_as(Some(asker), path(file));
                }
            }
            Step::CancelDialog => self.dialog = None,
            Step::EndWrite(succeeds) => self.disk.0.borrow_mut().end_write(succeeds),
            Step::Outside(file) => self.disk.0.borrow_mut().write_outside(path(file)),
            Step::GoOnReading => self.disk.0.borrow_mut().go_on_reading(),
            Step::Open(file) => session.open(None, path(file)),
            Step::OfferLeftWork => return session.offer_left_work(),
            Step::ZScore(is_on) => session.choose(scaled(is_on)),
            Step::Answer(answer) => return session.answer(answer),
            Step::Close => {
                let notices = session.request_close();
                self.has_closed |= notices.is_empty();
                return notices;
            }
            Step::Wait => {
                // Unsaved work is noticed, and copied when it has been so for a while.
                let now = self.now;
                self.now += Duration::from_secs(2);
                return session.tick(|| now).notices;
            }
            Step::Tick | Step::Crash => {}
        }
        Vec::new()
    }

    fn react(&mut self, notices: Vec<Notice>) {
        for notice in notices {
            match notice {
                Notice::NeedsPath => {
                    self.n_dialogs += 1;
                    self.dialog = Some(DialogId(self.n_dialogs));
                }
                Notice::Saved { asker, path } => {
                    self.known.insert(path);
                    self.dialog.take_if(|dialog| asker == Some(*dialog));
                }
                Notice::Opened { path } => {
                    self.known.insert(path);
                }
                Notice::InDoubt { asker } => {
                    self.dialog.take_if(|dialog| asker == Some(*dialog));
                }
                Notice::AutosaveFailed { .. } => self.n_autosave_failures += 1,
                Notice::DataOpened { .. } => {
                    // A save must not write other data over the file of the work before.
                    assert_eq!(self.session.path(), None, "opened data have a file");
                    self.opened_data = Some(content(&self.session));
                }
                Notice::Close => self.has_closed = true,
                _ => {}
            }
        }
    }

    /// Waits until the run has ended, so that it can be pinned.
    fn finish_run(&mut self) {
        let session = &mut self.session;
        while !session.run_state.is_settled() {
            let event = session.worker.next_within(Duration::from_mins(1));
            session.run_state.apply(event.expect("the run goes on"));
        }
    }

    /// Whether this stands in a file on the disk, or is what the program begins with.
    pub(super) fn is_in_a_file(&self, work: &Content) -> bool {
        let holds = |file: &Option<FileContent>| match file {
            Some(FileContent::Experiment(file, _)) => Content::from(file.as_ref()) == *work,
            _ => false,
        };
        *work == Content::beginning() || self.disk.0.borrow().files.values().any(holds)
    }

    /// Whether the current file holds the work.
    pub(super) fn is_in_its_file(&self) -> bool {
        let work = content(&self.session);
        match self.session.path() {
            None => work == Content::beginning(),
            Some(path) => match self.disk.0.borrow().files.get(path) {
                Some(Some(FileContent::Experiment(file, _))) => {
                    Content::from(file.as_ref()) == work
                }
                _ => false,
            },
        }
    }

    /// Whether another program has overwritten the current file.
    pub(super) fn is_file_foreign(&self) -> bool {
        let path = self.session.path();
        path.is_some_and(|path| self.disk.0.borrow().foreign(path).is_some())
    }

    /// Whether the work is in its own file, or in that of opened data, as far as other programs
    /// leave it alone.
    pub(super) fn is_kept(&self) -> bool {
        let here = content(&self.session);
        let is_data = self.session.path().is_none()
            && here.pins.is_empty()
            && self.opened_data.as_ref() == Some(&here);
        is_data || self.is_in_its_file() || self.is_file_foreign()
    }

    /// The content of the autosave file.
    pub(super) fn autosaved(&self) -> Option<Content> {
        self.disk.0.borrow().autosave.as_ref().map(Content::from)
    }

    /// The work that another instance left.
    pub(super) fn left(&self) -> Option<Content> {
        self.disk.0.borrow().left.as_ref().map(Content::from)
    }

    /// Lets everything under way end well, discards what is asked about, and closes.
    pub(super) fn close_for_good(&mut self) {
        while self.disk.0.borrow().is_reading() {
            self.step(Step::GoOnReading);
        }
        while !self.disk.0.borrow().writes.is_empty() {
            self.step(Step::EndWrite(true));
        }
        self.step(Step::CancelDialog);
        for _ in 0..4 {
            if self.question() == Some(Question::SaveOver) {
                self.step(Step::Answer(Answer::Cancel));
            }
            if self.question().is_some() {
                self.step(Step::Answer(Answer::Discard));
            }
            if self.has_closed {
                return;
            }
            self.step(Step::Close);
        }
        assert!(self.has_closed, "{:?}", self.session.document);
    }

    /// The open question.
    pub(super) fn question(&self) -> Option<Question> {
        self.session.question()
    }
}
