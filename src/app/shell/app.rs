//! The application: what the window remembers between two frames, and what it does in each.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use super::clipboard::Clipboard;
use super::fit_screen::fit_screen;
use super::keeping::Keeping;
use super::regions::Regions;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::view::View;
use crate::app::panels::command_palette::CommandPalette;
use crate::app::panels::controls::Controls;
use crate::app::panels::file_dialog::FileDialog;
use crate::app::panels::first_steps::FirstSteps;
use crate::app::panels::lessons::Lessons;
use crate::app::panels::offers::Offers;
use crate::app::panels::reading_notice::ReadingNotice;
use crate::app::panels::self_check::SelfCheck;
use crate::app::panels::timeline::TimelineStrip;
use crate::app::panels::toast::Toast;
use crate::app::run::RunState;
use crate::app::session::autosave_file::{AutosaveFile, AutosaveStore, N_PLACES};
use crate::app::session::background_files::BackgroundFiles;
use crate::app::session::look::Look;
use crate::app::session::session::{Session, Tools};
use crate::app::session::settings::{SetAside, Settings};
use crate::app::text::message::Message;
use crate::app::text::status;
use crate::app::text::words::Words;
use crate::app::theme::{fonts, visuals};
use crate::app::views::atlas::AtlasView;
use crate::app::views::data::Data;
use crate::app::views::illusions::Illusions;
use crate::app::views::learning::Learning;
use crate::app::views::regression::Regression;
use crate::app::views::seeds::Seeds;
use crate::app::widgets::instant_click::InstantClicks;
use crate::app::widgets::pointer;
use crate::experiment::Experiment;

/// No frame waits longer than this for training. A run that ends within it is drawn in the frame of
/// the change.
const PATIENCE: Duration = Duration::from_millis(4);

/// A press is a click up to so many seconds.
const LONGEST_CLICK: f64 = 3.0;

/// Letters and lines are at most so much larger while presenting.
const PRESENTING: f32 = 2.0;

/// The least room for the pictures and the texts while presenting, in points.
const LEAST_ROOM: [f32; 2] = [800.0, 600.0];

/// The application.
pub struct App {
    pub(super) session: Session,
    pub(super) controls: Controls,
    pub(super) timeline_strip: TimelineStrip,
    pub(super) offers: Offers,
    pub(super) learning: Learning,
    pub(super) seeds: Seeds,
    pub(super) illusions: Illusions,
    pub(super) data: Data,
    pub(super) regression: Regression,
    pub(super) atlas: AtlasView,
    pub(super) lessons: Lessons,
    pub(super) self_check: SelfCheck,
    pub(super) file_dialog: FileDialog,
    /// The folder of the last file.
    pub(super) folder: Option<PathBuf>,
    pub(super) clipboard: Clipboard,
    pub(super) words: Arc<Words>,
    pub(super) settings: Settings,
    pub(super) keeping: Keeping,
    /// Where they are kept; nothing is written where there is no place for it.
    pub(super) settings_path: Option<PathBuf>,
    pub(super) toast: Toast,
    pub(super) reading_notice: ReadingNotice,
    pub(super) regions: Regions,
    /// A changed run is waited for so long before the frame is drawn without it.
    pub(super) patience: Duration,
    pub(super) shows_help: bool,
    /// Little but the pictures is shown, and that large.
    pub(super) is_presenting: bool,
    pub(super) first_steps: FirstSteps,
    pub(super) command_palette: CommandPalette,
    /// The window's title, as the system was last told.
    pub(super) title: String,
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
        Self::start(ctx, settings_path, listener, true)
    }

    /// Does the same and opens a file. Unsaved work of a crashed instance is then offered by a
    /// notice and a command, or at the next start: its question would cover what was asked for.
    ///
    /// # Errors
    /// If the system refuses a thread.
    pub fn opening(
        ctx: &Context,
        settings_path: Option<PathBuf>,
        listener: Box<dyn FnMut(&str)>,
        file: PathBuf,
    ) -> std::io::Result<Self> {
        let mut app = Self::start(ctx, settings_path, listener, false)?;
        app.perform(Action::OpenFile(None, file), ctx);
        Ok(app)
    }

    fn start(
        ctx: &Context,
        settings_path: Option<PathBuf>,
        listener: Box<dyn FnMut(&str)>,
        recovers: bool,
    ) -> std::io::Result<Self> {
        let (settings, broken) = match &settings_path {
            Some(path) => Settings::load(path),
            None => (Settings::default(), None),
        };
        let words = Arc::new(Words::new(settings.language));
        dress(ctx, &settings);
        let (tools, news) = tools(ctx, settings_path.as_deref(), recovers);
        let toast = first_toast(broken, news, &words);
        Ok(Self {
            session: Session::new(tools, first_look(&settings), settings.speed)?,
            controls: Controls::default(),
            timeline_strip: TimelineStrip::default(),
            offers: Offers::new(ctx),
            learning: Learning::default(),
            seeds: Seeds::new(ctx),
            illusions: Illusions::default(),
            data: Data::default(),
            regression: Regression::new(ctx),
            atlas: AtlasView::new(ctx),
            lessons: Lessons::default(),
            self_check: SelfCheck::new(ctx),
            file_dialog: FileDialog::default(),
            folder: None,
            clipboard: Clipboard::new(ctx),
            words,
            keeping: Keeping::new(&settings),
            settings,
            settings_path,
            toast,
            reading_notice: ReadingNotice::default(),
            regions: Regions::default(),
            patience: PATIENCE,
            shows_help: false,
            is_presenting: false,
            first_steps: FirstSteps::default(),
            command_palette: CommandPalette::default(),
            title: String::new(),
            listener,
            last_status: String::new(),
        })
    }

    /// Waits at most so long for a changed run, in place of the 4 ms that nobody notices: for tests
    /// on a busy machine.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// The experiment that is trained.
    pub fn experiment(&self) -> &Experiment {
        self.session.experiment()
    }

    /// The run as far as it is known.
    pub fn state(&self) -> &RunState {
        self.session.run_state()
    }

    /// How large everything is to be. While presenting, as large as can be without cutting a text.
    pub(super) fn zoom(&self, ctx: &Context) -> f32 {
        let usual = self.settings.zoom;
        if !self.is_presenting {
            return usual;
        }
        let room = ctx.content_rect().size() * ctx.zoom_factor() / usual;
        let [width, height] = LEAST_ROOM;
        let most = (room.x / width).min(room.y / height);
        usual * most.clamp(1.0, PRESENTING)
    }

    /// The epoch looked at.
    pub fn epoch(&self) -> usize {
        self.session.epoch()
    }

    /// The window's title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The last status line.
    pub fn status(&self) -> &str {
        &self.last_status
    }

    /// Receives: what the background has done, and the time that passes while playing. Runs while
    /// minimised, too.
    pub fn logic(&mut self, ctx: &Context) {
        if !pointer::is_pressed(ctx) {
            self.session.end_drag();
        }
        self.session.set_dialog(self.file_dialog.id());
        let tick = self.session.tick(Instant::now);
        if let Some(next) = tick.next {
            ctx.request_repaint_after(next);
        }
        self.react(tick.notices, ctx);
        if self.session.look().view != View::Atlas {
            self.atlas.leave();
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            let notices = self.session.request_close();
            self.react(notices, ctx);
        }
        self.copy_drawn(ctx);
        self.name_window(ctx);
        fit_screen(ctx);
        let dt = f64::from(ctx.input(|input| input.stable_dt)).min(0.1);
        if self.session.play(dt) {
            ctx.request_repaint();
        }
        let (status, _) = status::line(self.session.run_state(), &self.words);
        if status != self.last_status {
            (self.listener)(&status);
            self.last_status = status;
        }
    }
}

/// The look of the last session's end.
fn first_look(settings: &Settings) -> Look {
    Look {
        view: settings.view,
        learning: settings.learning.clone(),
        atlas: settings.atlas.clone(),
        followed: Vec::new(),
    }
}

/// Facts about the autosave file, found at the start, that the user is to be told.
#[derive(Debug, Default)]
struct AutosaveNews {
    /// Unsaved work of a crashed instance was left where it is.
    leaves_work: bool,
    /// Why unsaved work of this window has no copy.
    error: Option<io::Error>,
}

/// The message of the start, if there is anything to tell.
fn first_toast(broken: Option<SetAside>, news: AutosaveNews, words: &Words) -> Toast {
    let mut toast = Toast::default();
    if news.leaves_work {
        let message = Message::news(words.get("message-work-left"));
        toast.offer(message.offering(Command::RecoverWork));
    }
    if let Some(error) = news.error {
        toast.add(no_autosave_message(&error, words));
    }
    if let Some(broken) = broken {
        let path = broken.path.display().to_string();
        let values = [("path", path.into()), ("reason", broken.reason.into())];
        toast.add(Message::error(
            words.with("message-settings-aside", &values),
        ));
    }
    toast
}

/// Says that unsaved work of this window has no copy, and why.
fn no_autosave_message(error: &io::Error, words: &Words) -> Message {
    Message::error(if error.kind() == io::ErrorKind::ResourceBusy {
        words.with("message-no-autosave-place", &[("n", N_PLACES.into())])
    } else {
        let reason = words.system_error(error).into();
        words.with("message-no-autosave", &[("reason", reason)])
    })
}

/// Gives the window its fonts, its colours, its size, and its ways with pointer and keyboard.
fn dress(ctx: &Context, settings: &Settings) {
    fonts::install(ctx);
    visuals::install(ctx);
    ctx.add_plugin(InstantClicks::default());
    ctx.set_theme(egui::ThemePreference::from(settings.theme));
    ctx.set_zoom_factor(settings.zoom);
    // A press elsewhere ends typing, so that what was typed is in force before a drag begins.
    ctx.options_mut(|options| {
        options.input_options.surrender_focus_on = egui::SurrenderFocusOn::Presses;
        // Frames tell how long a press was: where they are slow, a click looks long.
        options.input_options.max_click_duration = LONGEST_CLICK;
    });
}

/// The tools of the session: threads that wake the window, and an autosave file beside the
/// settings; and what there is to tell of that file. A folder that cannot be written to is told of
/// when the settings are written.
fn tools(ctx: &Context, settings_path: Option<&Path>, recovers: bool) -> (Tools, AutosaveNews) {
    let wake = |ctx: Context| move || ctx.request_repaint();
    let folder = settings_path.and_then(Path::parent);
    let taken = folder.map(|folder| AutosaveFile::take(folder, recovers, wake(ctx.clone())));
    let mut news = AutosaveNews::default();
    let autosave = match taken {
        None => None,
        Some(Ok(file)) => {
            news.leaves_work = file.leaves_work();
            Some(Box::new(file) as Box<dyn AutosaveStore>)
        }
        Some(Err(error)) => {
            news.error = Some(error);
            None
        }
    };
    let tools = Tools {
        files: Box::new(BackgroundFiles::new(wake(ctx.clone()))),
        autosave,
        wake: Arc::new(wake(ctx.clone())),
    };
    (tools, news)
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("experiment", self.session.experiment())
            .finish_non_exhaustive()
    }
}
