//! The application: what the window remembers between two frames, and what it does in each.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::Context;

use super::keeping::Keeping;
use crate::app::command::action::PinChange;
use crate::app::panels::controls::Controls;
use crate::app::panels::file_dialog::FileDialog;
use crate::app::panels::lessons::Lessons;
use crate::app::panels::pin_table::PinTable;
use crate::app::panels::self_check::SelfCheck;
use crate::app::run::RunState;
use crate::app::session::aside::Aside;
use crate::app::session::desk::Desk;
use crate::app::session::history::{History, Moment};
use crate::app::session::pins::{Pin, Pins};
use crate::app::session::playhead::Timeline;
use crate::app::session::settings::Settings;
use crate::app::session::work::Work;
use crate::app::text::message::Message;
use crate::app::text::status;
use crate::app::text::words::Words;
use crate::app::theme::fonts;
use crate::app::views::data::Data;
use crate::app::views::illusions::Illusions;
use crate::app::views::learning::Learning;
use crate::app::views::regression::Regression;
use crate::app::views::seeds::Seeds;
use crate::experiment::Experiment;
use crate::worker::Worker;
use crate::worker::job::Job;

/// The tutorial opens at epoch 61, where its matrix is still blank. Here the animals have split
/// from the plants, and the fish from the birds.
pub(super) const OPENING_EPOCH: usize = 150;

/// No frame spends longer than this on reading events.
const DRAIN_BUDGET: Duration = Duration::from_millis(3);

/// The application.
pub struct App {
    pub(super) experiment: Experiment,
    pub(super) worker: Worker,
    pub(super) state: RunState,
    pub(super) timeline: Timeline,
    pub(super) controls: Controls,
    pub(super) learning: Learning,
    pub(super) seeds: Seeds,
    pub(super) illusions: Illusions,
    pub(super) data: Data,
    pub(super) regression: Regression,
    pub(super) lessons: Lessons,
    pub(super) self_check: SelfCheck,
    pub(super) history: History,
    pub(super) pins: Pins,
    /// Trains the pins of an opened file, one after the other.
    pub(super) pin_job: Job<Option<Pin>>,
    pub(super) pin_table: PinTable,
    pub(super) desk: Desk,
    pub(super) work: Work,
    pub(super) file_dialog: FileDialog,
    /// The folder of the last file.
    pub(super) folder: Option<PathBuf>,
    pub(super) words: Words,
    pub(super) settings: Settings,
    pub(super) keeping: Keeping,
    /// Where they are kept; nothing is written where there is no place for it.
    pub(super) settings_path: Option<PathBuf>,
    /// A message that stays until it is read.
    pub(super) message: Option<Message>,
    pub(super) shows_help: bool,
    /// Told every new status line.
    pub(super) listener: Box<dyn FnMut(&str)>,
    pub(super) last_status: String,
}

impl App {
    /// The application, its settings from `settings_path`, already training the tutorial's
    /// experiment. `listener` is told every new status line.
    ///
    /// # Errors
    /// If the system refuses a thread.
    pub fn new(
        ctx: &Context,
        settings_path: Option<PathBuf>,
        listener: Box<dyn FnMut(&str)>,
    ) -> std::io::Result<Self> {
        let (settings, broken) = match &settings_path {
            Some(path) => Settings::load(path),
            None => (Settings::default(), None),
        };
        fonts::install(ctx);
        ctx.set_theme(egui::ThemePreference::from(settings.theme));
        let words = Words::new(settings.language);
        let message = broken.map(|broken| {
            let path = broken.path.display().to_string();
            let values = [("path", path.into()), ("reason", broken.reason.into())];
            Message::error(words.with("message-settings-aside", &values))
        });
        // A press elsewhere ends typing, so that what was typed is in force before a drag begins.
        ctx.options_mut(|options| {
            options.input_options.surrender_focus_on = egui::SurrenderFocusOn::Presses;
        });
        let (wake, desk_wake, pin_wake) = (ctx.clone(), ctx.clone(), ctx.clone());
        // A folder that cannot be written to is told of when the settings are written.
        let aside_wake = ctx.clone();
        let folder = settings_path.as_deref().and_then(Path::parent);
        let aside = folder
            .and_then(|folder| Aside::take(folder, move || aside_wake.request_repaint()).ok());
        let mut app = Self {
            experiment: Experiment::default(),
            worker: Worker::spawn(move || wake.request_repaint())?,
            state: RunState::default(),
            timeline: Timeline::new(OPENING_EPOCH, settings.speed),
            controls: Controls::default(),
            learning: Learning::default(),
            seeds: Seeds::new(ctx),
            illusions: Illusions::default(),
            data: Data::default(),
            regression: Regression::new(ctx),
            lessons: Lessons::default(),
            self_check: SelfCheck::new(ctx),
            history: History::default(),
            pins: Pins::default(),
            pin_job: Job::new("pins", move || pin_wake.request_repaint()),
            pin_table: PinTable::default(),
            desk: Desk::new(move || desk_wake.request_repaint()),
            file_dialog: FileDialog::default(),
            folder: None,
            words,
            work: Work::new(aside),
            keeping: Keeping::new(&settings),
            settings,
            settings_path,
            message,
            shows_help: false,
            listener,
            last_status: String::new(),
        };
        app.train(Experiment::default());
        Ok(app)
    }

    /// What is trained.
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// What is known of the run.
    pub fn state(&self) -> &RunState {
        &self.state
    }

    /// The epoch looked at.
    pub fn epoch(&self) -> usize {
        self.timeline.epoch(self.experiment.n_epochs)
    }

    /// The window's title.
    pub fn title(&self) -> &str {
        self.work.title()
    }

    /// The last status line.
    pub fn status(&self) -> &str {
        &self.last_status
    }

    /// Receives: events, and the time that passes while playing. Runs while minimised, too.
    pub fn logic(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.pointer.any_down()) {
            self.history.end_drag();
            self.pins.end_drag();
        }
        let start = Instant::now();
        while let Some(event) = self.worker.try_next() {
            self.state.apply(event);
            if start.elapsed() > DRAIN_BUDGET {
                ctx.request_repaint();
                break;
            }
        }
        while let Some(news) = self.desk.try_next() {
            self.hear(news, ctx);
        }
        self.hear_pins();
        self.hear_close(ctx);
        self.name_window(ctx);
        if self.timeline.is_playing() {
            let dt = f64::from(ctx.input(|input| input.stable_dt)).min(0.1);
            self.timeline.advance(dt, self.experiment.n_epochs);
            ctx.request_repaint();
        }
        let (status, _) = status::line(&self.state, &self.words);
        if status != self.last_status {
            (self.listener)(&status);
            self.last_status = status;
        }
    }

    /// Acts on what was asked of the pinned runs.
    pub(super) fn change_pins(&mut self, change: PinChange, ctx: &Context) {
        let changes_nothing = match change {
            PinChange::Add => self.pins.has(&self.experiment),
            PinChange::Restore(_) => true,
            _ => false,
        };
        if !changes_nothing {
            let before = Moment {
                at_hand: None,
                ..self.moment()
            };
            self.history.note(before, false);
        }
        match change {
            PinChange::Add => {
                if let Some(run) = self.state.shown() {
                    self.pins.pin(run);
                }
            }
            PinChange::Restore(pin) => {
                if let Some(pin) = self.pins.all.get(pin) {
                    let experiment = pin.trace.experiment.clone();
                    self.edit(experiment, ctx);
                }
            }
            PinChange::Remove(pin) => self.pins.remove(pin),
            PinChange::Rename(pin, name) => self.pins.rename(pin, name),
            PinChange::Recolour(pin) => self.pins.recolour(pin),
        }
    }

    /// Trains another experiment, and notes the present one for undoing.
    pub(super) fn edit(&mut self, experiment: Experiment, ctx: &Context) {
        if experiment != self.experiment {
            let is_button_down = ctx.input(|input| input.pointer.any_down());
            self.history.note((&self.experiment).into(), is_button_down);
            if let Some(run) = self.state.shown().filter(|_| is_button_down) {
                self.pins.begin_drag(run);
            }
        }
        self.train(experiment);
    }

    pub(super) fn train(&mut self, experiment: Experiment) {
        self.experiment = experiment;
        let id = self.worker.start(self.experiment.clone());
        self.state.await_run(id);
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("experiment", &self.experiment)
            .finish_non_exhaustive()
    }
}
