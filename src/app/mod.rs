//! The window: everything egui.
//!
//! [`App::logic`] receives what the worker reports, [`App::show`] draws, [`App::perform`] acts on
//! what the panels asked for. Panels read data and return an [`command::action::Action`]; while they draw,
//! they change nothing but how they themselves are set. Repaints come from the worker's wake, from
//! input, and while playing.

pub mod command;
mod panels;
mod plots;
pub mod run;
pub mod session;
mod shell;
pub mod text;
mod theme;
pub mod views;
pub mod widgets;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::Context;

use crate::experiment::Experiment;
use crate::worker::Worker;
use crate::worker::job::Job;
use command::action::{Action, PinChange};
use panels::controls::Controls;
use panels::file_dialog::FileDialog;
use panels::lessons::Lessons;
use panels::palette::CommandPalette;
use panels::pin_table::PinTable;
use panels::self_check::SelfCheck;
use panels::timeline::TimelineStrip;
use run::RunState;
use session::aside::Aside;
use session::desk::Desk;
use session::history::{History, Moment};
use session::pins::{Pin, Pins};
use session::playhead::Timeline;
use session::settings::Settings;
use session::work::Work;
use shell::keeping::Keeping;
use text::message::Message;
use text::words::Words;
use views::data::Data;
use views::illusions::Illusions;
use views::learning::Learning;
use views::regression::Regression;
use views::seeds::Seeds;

pub use shell::native::{WindowError, run};

/// The tutorial opens at epoch 61, where its matrix is still blank. Here the animals have split
/// from the plants, and the fish from the birds.
const OPENING_EPOCH: usize = 150;

/// No frame spends longer than this on reading events.
const DRAIN_BUDGET: Duration = Duration::from_millis(3);

/// The application.
pub struct App {
    experiment: Experiment,
    worker: Worker,
    state: RunState,
    timeline: Timeline,
    timeline_strip: TimelineStrip,
    controls: Controls,
    learning: Learning,
    seeds: Seeds,
    illusions: Illusions,
    data: Data,
    regression: Regression,
    lessons: Lessons,
    self_check: SelfCheck,
    history: History,
    pins: Pins,
    /// Trains the pins of an opened file, one after the other.
    pin_job: Job<Option<Pin>>,
    pin_table: PinTable,
    desk: Desk,
    work: Work,
    file_dialog: FileDialog,
    /// The folder of the last file.
    folder: Option<PathBuf>,
    words: Words,
    settings: Settings,
    keeping: Keeping,
    /// Where they are kept; nothing is written where there is no place for it.
    settings_path: Option<PathBuf>,
    /// A message that stays until it is read.
    message: Option<Message>,
    shows_help: bool,
    command_palette: CommandPalette,
    /// Told every new status line.
    listener: Box<dyn FnMut(&str)>,
    last_status: String,
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
        theme::fonts::install(ctx);
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
            timeline_strip: TimelineStrip::default(),
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
            command_palette: CommandPalette::default(),
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
        let (status, _) = text::status::line(&self.state, &self.words);
        if status != self.last_status {
            (self.listener)(&status);
            self.last_status = status;
        }
    }

    /// Acts on a request.
    pub fn perform(&mut self, action: Action, ctx: &Context) {
        match action {
            Action::Train(experiment) => self.edit(*experiment, ctx),
            Action::Do(command) => self.do_command(command, ctx),
            Action::LookAt(epoch) => self.timeline.look_at(epoch),
            Action::Pin(change) => self.change_pins(change, ctx),
            Action::BrowseFile(asker, purpose) => {
                self.desk.browse(asker, purpose, self.folder.clone());
            }
            Action::OpenFile(asker, path) => {
                let n_layers = self.experiment.hidden.len() + 1;
                self.desk.open(asker, path, n_layers);
            }
            Action::SaveFile(asker, purpose, path) => self.save(Some(asker), purpose, path),
            Action::Answer(answer) => self.answer(answer, ctx),
            Action::Dismiss => self.message = None,
        }
        // What was just changed is drawn by the next frame.
        ctx.request_repaint();
    }

    /// Acts on what was asked of the pinned runs.
    fn change_pins(&mut self, change: PinChange, ctx: &Context) {
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
    fn edit(&mut self, experiment: Experiment, ctx: &Context) {
        if experiment != self.experiment {
            let is_button_down = ctx.input(|input| input.pointer.any_down());
            self.history.note((&self.experiment).into(), is_button_down);
            if let Some(run) = self.state.shown().filter(|_| is_button_down) {
                self.pins.begin_drag(run);
            }
        }
        self.train(experiment);
    }

    fn train(&mut self, experiment: Experiment) {
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
