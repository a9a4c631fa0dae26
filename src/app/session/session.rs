//! One session of work: everything that is worked on, behind a few verbs. No window, no words.
//!
//! Verbs stand in files of their own: `edit` changes the experiment, `choosing` how own data are
//! read, `saving` reads and writes, `left_work` opens what another instance left, `closing` answers
//! questions and closes, `looking` changes only the view, `tick` receives the results of background
//! work.

use std::path::Path;
use std::sync::Arc;

use super::autosave::Autosave;
use super::autosave_file::AutosaveStore;
use super::content::{AwaitedRead, Content};
use super::document::Document;
use super::file_tasks::FileTasks;
use super::found_work::FoundState;
use super::history::{History, HistoryState, Opening};
use super::look::Look;
use super::pin_training::PinTraining;
use super::pins::Pins;
use super::playhead::Playhead;
use super::readings::Readings;
use super::reply::Standing;
use super::seen_views::SeenViews;
use crate::app::command::purpose::DialogId;
use crate::app::command::question::Question;
use crate::app::run::RunState;
use crate::experiment::Experiment;
use crate::experiment::file::ExperimentFile;
use crate::worker::Worker;

/// The tutorial opens at epoch 61, where its matrix is still blank. Here the animals have split
/// from the plants, and the fish from the birds.
pub(super) const OPENING_EPOCH: usize = 150;

/// One session of work.
pub(crate) struct Session {
    pub(super) experiment: Experiment,
    pub(super) worker: Worker,
    pub(super) run_state: RunState,
    pub(super) playhead: Playhead,
    pub(super) history: History,
    pub(super) pins: Pins,
    pub(super) pin_training: PinTraining,
    pub(super) document: Document,
    /// `None` where the system has no place for it.
    pub(super) autosave: Option<Autosave>,
    /// The unsaved work of a crashed instance that is asked about, as far as it is known.
    pub(super) found: FoundState,
    pub(super) files: Box<dyn FileTasks>,
    /// Tasks so far.
    pub(super) n_tasks: u64,
    /// The file to be opened that is being read; results of other reads are ignored.
    pub(super) newest_read: Option<AwaitedRead>,
    /// The names of files that were dropped beside that one.
    pub(super) others_left: Vec<String>,
    /// The dialog that is open. A file it asked for is not opened once it is closed.
    pub(super) dialog: Option<DialogId>,
    pub(super) readings: Readings,
    /// How the run is looked at now.
    pub(super) look: Look,
    /// How the files of this session were looked at last.
    pub(super) seen_views: SeenViews,
    /// How the user last chose to look at runs; opening a file does not change this.
    pub(super) own_look: Look,
}

/// The services that a session needs: file tasks, the autosave file, and a way to wake the window.
pub(crate) struct Tools {
    pub(crate) files: Box<dyn FileTasks>,
    /// `None` where the system has no place for it.
    pub(crate) autosave: Option<Box<dyn AutosaveStore>>,
    /// Called, from a thread, when there is something for [`Session::tick`].
    pub(crate) wake: Arc<dyn Fn() + Send + Sync>,
}

impl Session {
    /// A session that is already training the tutorial's experiment, looked at as the user is used
    /// to; it plays `speed` epochs a second.
    ///
    /// # Errors
    /// If the system refuses a thread.
    pub(crate) fn new(tools: Tools, look: Look, speed: f64) -> std::io::Result<Self> {
        let Tools {
            files,
            autosave,
            wake,
        } = tools;
        let autosave = autosave.map(Autosave::new);
        let has_recovered_work = autosave.as_ref().is_some_and(Autosave::has_work);
        let pin_wake = Arc::clone(&wake);
        let mut session = Self {
            experiment: Experiment::default(),
            worker: Worker::spawn(move || wake())?,
            run_state: RunState::default(),
            playhead: Playhead::new(OPENING_EPOCH, speed),
            history: History::default(),
            pins: Pins::default(),
            pin_training: PinTraining::new(move || pin_wake()),
            document: Document::new(has_recovered_work),
            autosave,
            found: FoundState::BeingRead,
            files,
            n_tasks: 0,
            newest_read: None,
            others_left: Vec::new(),
            dialog: None,
            readings: Readings::default(),
            seen_views: SeenViews::default(),
            own_look: look.clone(),
            look,
        };
        session.train(Experiment::default());
        if has_recovered_work {
            session.look_into_found_work();
        }
        Ok(session)
    }

    /// The experiment that is trained.
    pub(crate) fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// The state of the run.
    pub(crate) fn run_state(&self) -> &RunState {
        &self.run_state
    }

    /// The pinned runs, and the run before the drag under way.
    pub(crate) fn pins(&self) -> &Pins {
        &self.pins
    }

    /// The edits that can be undone and redone.
    pub(crate) fn history(&self) -> &History {
        &self.history
    }

    /// The epoch looked at, and whether it moves.
    pub(crate) fn playhead(&self) -> &Playhead {
        &self.playhead
    }

    /// The epoch looked at, within the run.
    pub(crate) fn epoch(&self) -> usize {
        self.playhead.epoch(self.last_epoch_seen())
    }

    /// The last epoch that can be looked at: of a diverged run, the last before it blows up.
    pub(super) fn last_epoch_seen(&self) -> usize {
        match self.run_state.shown() {
            Some(run) if !self.run_state.is_preparing() => run.last_epoch(),
            _ => self.experiment.last_epoch(),
        }
    }

    /// How the run is looked at.
    pub(crate) fn look(&self) -> &Look {
        &self.look
    }

    /// How the user has chosen himself to look at runs.
    pub(crate) fn own_look(&self) -> &Look {
        &self.own_look
    }

    /// The experiment file that was opened or saved last.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    /// The open question, if any.
    pub(crate) fn question(&self) -> Option<Question> {
        self.document.question()
    }

    /// The file that the open question is about, where it is about one that is to be saved.
    pub(crate) fn asked_file(&self) -> Option<&Path> {
        self.document.asked_file()
    }

    /// The unsaved work of a crashed instance that is asked about, as far as it is known.
    pub(crate) fn found_work(&self) -> &FoundState {
        &self.found
    }

    /// Whether a task is under way that this dialog asked for.
    pub(crate) fn is_busy_for(&self, dialog: DialogId) -> bool {
        self.files.is_busy_for(dialog)
    }

    /// The file to be opened that is being read, if one is.
    pub(crate) fn awaited_read(&self) -> Option<&AwaitedRead> {
        self.newest_read.as_ref()
    }

    /// Whether anything is in no file. Looking is no change.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.standing() != Standing::Saved
    }

    /// Everything that decides the picture.
    pub(super) fn file(&self) -> ExperimentFile {
        ExperimentFile {
            experiment: self.experiment.clone(),
            view: self.look.in_file(self.epoch()),
            pins: self.pins.stored(),
        }
    }

    /// Other work takes the place of the present one: remembers how its file was looked at.
    pub(super) fn leave_view(&mut self) {
        if let Some(path) = self.document.path() {
            let last = self.look.in_file(self.epoch());
            self.seen_views.leave(path, last);
        }
    }

    /// How much of the present work is kept in a file.
    pub(super) fn standing(&self) -> Standing {
        let is_present = |content: &Content| -> bool { content.is(&self.experiment, &self.pins) };
        self.document.standing(is_present)
    }

    /// The present state, for undoing the opening of a file.
    pub(super) fn moment(&self) -> HistoryState {
        HistoryState {
            experiment: self.experiment.clone(),
            pins: Some(self.pins.list()),
            epoch: Some(self.epoch()),
            opening: Some(Box::new(Opening {
                path: self.document.path().map(ToOwned::to_owned),
                look: self.look.clone(),
            })),
        }
    }

    /// Finds out what the recovered work is, to be told with the question about it.
    fn look_into_found_work(&mut self) {
        let path = self.autosave.as_ref().map(|it| it.path().to_owned());
        if let Some(path) = path {
            let task = self.new_task(None);
            self.files.look_into(task, path);
        }
    }

    /// Trains this from now on.
    pub(super) fn train(&mut self, experiment: Experiment) {
        self.experiment = experiment;
        let id = self.worker.start(self.experiment.clone());
        self.run_state.await_run(id);
    }
}
