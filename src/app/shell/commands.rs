//! Commands are carried out, and which of them apply is read off what is there.

use std::sync::Arc;

use egui::Context;

use super::app::App;
use crate::analysis::comparison;
use crate::app::command::action::{Direction, PinChange};
use crate::app::command::applies::{Facts, Why};
use crate::app::command::commands::Command;
use crate::app::command::figure_kind::FigureKind;
use crate::app::command::language::Language;
use crate::app::command::picture::Picture;
use crate::app::command::product::Product;
use crate::app::command::purpose::Purpose;
use crate::app::command::view::View;
use crate::app::command::zoom::Zoom;
use crate::app::session::atlas_on_screen::AtlasOnScreen;
use crate::app::text::message::Message;
use crate::app::text::words::Words;
use crate::app::views::representation::layer_of;
use crate::app::widgets::pointer;
use crate::presets;

impl App {
    /// Carries out a command; one that does not apply does nothing.
    pub(in crate::app) fn do_command(&mut self, command: Command, ctx: &Context) {
        if command.applies(&self.facts()).is_err() {
            return;
        }
        match command {
            Command::ToggleLesson => self.settings.shows_lesson ^= true,
            Command::Theme(theme) => {
                self.settings.theme = theme;
                ctx.set_theme(egui::ThemePreference::from(theme));
            }
            Command::Speak(language) => self.speak(language),
            Command::Size(zoom) => {
                self.settings.zoom = zoom.factor();
                ctx.set_zoom_factor(self.zoom(ctx));
            }
            Command::Present => {
                self.is_presenting ^= true;
                ctx.set_zoom_factor(self.zoom(ctx));
            }
            Command::KeepPresented(control) => self.settings.toggle_presented(control),
            Command::NextRegion => self.regions.go(ctx, false),
            Command::PreviousRegion => self.regions.go(ctx, true),
            Command::Help | Command::CheckSelf => self.show_window(command),
            Command::Palette => self.command_palette.open(),
            Command::Reset => {
                self.controls.clear();
                self.toast.forget_news();
                if self.session.reset() {
                    let text = self.words.get("message-reset");
                    self.toast.show(Message::news(text));
                }
            }
            Command::Preset(key) => self.train_preset(key, ctx),
            Command::Show(view) => {
                // News was of what the other view shows.
                if view != self.session.look().view {
                    self.toast.forget_news();
                }
                self.session.show_view(view);
            }
            other => self.do_with_files(other, ctx),
        }
    }

    /// Shows a window over the pictures: one, not two.
    fn show_window(&mut self, command: Command) {
        let shows_help = self.shows_help;
        self.shows_help = false;
        self.self_check.close();
        if command == Command::Help {
            self.shows_help = !shows_help;
        } else {
            self.self_check.open();
        }
    }

    /// Carries out a command about files, or one that is a verb of the session.
    fn do_with_files(&mut self, command: Command, ctx: &Context) {
        match command {
            Command::Open => self.ask_file(Purpose::Open),
            Command::RecoverWork => {
                self.toast.withdraw_offer();
                let notices = self.session.offer_left_work();
                self.react(notices, ctx);
            }
            Command::Save => {
                let notices = self.session.save();
                self.react(notices, ctx);
            }
            Command::SaveAs => self.ask_file(Purpose::SaveExperiment),
            Command::SaveData => self.ask_file(Purpose::SaveData),
            Command::ExportFigure(kind) => self.export(self.figure(kind)),
            Command::CopyFigure(kind) => self.copy_figure(kind),
            Command::ExportCurves => self.export(Product::Curves),
            Command::ExportRun => self.export(Product::Run),
            Command::ExportScript => self.export(Product::Script),
            Command::Undo if self.has_refused() => self.drop_refused(),
            of_session => {
                if matches!(of_session, Command::Undo | Command::Redo) {
                    self.toast.forget_news();
                }
                self.do_in_session(of_session);
            }
        }
    }

    /// Carries out a command that is a verb of the session.
    fn do_in_session(&mut self, command: Command) {
        let session = &mut self.session;
        match command {
            Command::Undo => session.undo(),
            Command::Redo => session.redo(),
            Command::NewInit => session.new_init(),
            Command::NewData => session.new_data(),
            Command::BackToTree => session.back_to_tree(),
            Command::Pin => session.pin(PinChange::Add),
            Command::ToggleLoss => session.change_learning(|it| it.shows_loss ^= true),
            Command::ToggleModes => session.change_learning(|it| it.shows_modes ^= true),
            Command::ToggleLog => session.change_learning(|it| it.is_log ^= true),
            Command::ToggleRaw => session.change_learning(|it| it.is_raw ^= true),
            Command::ToggleAligned => session.change_learning(|it| it.is_aligned ^= true),
            Command::CycleTheory => session.change_learning(|it| it.theory = it.theory.next()),
            Command::ToggleSeeds => session.change_learning(|it| it.shows_seeds ^= true),
            Command::ShowBelow(below) => {
                session.show_view(View::Learning);
                session.change_learning(|it| it.below = below);
            }
            Command::Play => session.toggle_play(),
            Command::EpochBack => session.move_epoch(-1),
            Command::EpochForward => session.move_epoch(1),
            Command::TenEpochsBack => session.move_epoch(-10),
            Command::TenEpochsForward => session.move_epoch(10),
            Command::FirstEpoch => session.first_epoch(),
            Command::LastEpoch => session.last_epoch(),
            Command::PreviousStage => session.move_stage(Direction::Back),
            Command::NextStage => session.move_stage(Direction::Forth),
            // The others belong to the window: see `do_command`.
            _ => {}
        }
    }

    /// Whether what was entered last in a box in sight, or chosen about the data in sight, was
    /// refused.
    fn has_refused(&self) -> bool {
        let is_of_data = || {
            let attempt = self.session.readings().attempt();
            self.data.has_refused() || attempt.is_some_and(|attempt| attempt.refusal.is_some())
        };
        let shows_data = self.session.look().view == View::Data;
        self.controls.has_refused()
            || self.timeline_strip.refusal().is_some()
            || (shows_data && is_of_data())
    }

    /// Takes back what was refused: the values in force are shown again.
    fn drop_refused(&mut self) {
        self.controls.drop_refused();
        self.timeline_strip.drop_refused();
        if self.session.look().view == View::Data {
            self.data.drop_refused();
            self.session.give_up_attempt();
        }
    }

    /// The facts that decide which commands apply, and which are in force.
    pub(in crate::app) fn facts(&self) -> Facts {
        let session = &self.session;
        let experiment = session.experiment();
        let is_tree = experiment.data.tree().is_some();
        let shown = session.run_state().shown();
        let is_pinned = shown.is_some_and(|run| session.pins().has(&run.facts.experiment));
        let obstacles = [
            (
                !session.history().can_undo() && !self.has_refused(),
                Why::NothingToUndo,
            ),
            (!session.history().can_redo(), Why::NothingToRedo),
            (shown.is_none(), Why::NoRun),
            (is_pinned, Why::PinnedAlready),
            (experiment.hidden.is_empty(), Why::NoHiddenLayer),
            (experiment.watched.is_empty(), Why::NothingWatched),
            (comparison::is_too_large(experiment), Why::TooLargeToCompare),
            (!is_tree, Why::OwnData),
            (is_tree, Why::TreeData),
            (!session.leaves_work(), Why::NoWorkLeft),
            (session.look().view != View::Atlas, Why::NoAtlas),
        ];
        let obstacles = obstacles.into_iter().filter(|(is_there, _)| *is_there);
        Facts {
            obstacles: obstacles.map(|(_, why)| why).collect(),
            in_force: self.in_force(),
        }
    }

    /// The commands whose choice is in force.
    fn in_force(&self) -> Vec<Command> {
        let look = self.session.look();
        let learning = &look.learning;
        let toggles = [
            (learning.shows_loss, Command::ToggleLoss),
            (learning.shows_modes, Command::ToggleModes),
            (learning.is_log, Command::ToggleLog),
            (learning.is_raw, Command::ToggleRaw),
            (learning.is_aligned, Command::ToggleAligned),
            (learning.shows_seeds, Command::ToggleSeeds),
            (self.settings.shows_lesson, Command::ToggleLesson),
            (self.shows_help, Command::Help),
            (self.is_presenting, Command::Present),
        ];
        let toggles = toggles.into_iter().filter(|(is_on, _)| *is_on);
        let mut in_force = vec![
            Command::Show(look.view),
            Command::ShowBelow(learning.below),
            Command::Theme(self.settings.theme),
            Command::Speak(self.words.language()),
        ];
        let presented = self.settings.presented.iter();
        in_force.extend(presented.map(|control| Command::KeepPresented(*control)));
        in_force.extend(Zoom::of(self.settings.zoom).map(Command::Size));
        in_force.extend(toggles.map(|(_, command)| command));
        in_force
    }

    fn export(&mut self, product: Product) {
        self.ask_file(Purpose::Export(product));
    }

    /// A figure of the epoch and the layer that are looked at.
    fn figure(&self, kind: FigureKind) -> Product {
        let run = self.session.run_state().shown();
        let learning = &self.session.look().learning;
        let layer = run.and_then(|run| layer_of(run, learning));
        Product::Figure(Picture {
            plot: kind.plot(self.session.epoch(), layer.unwrap_or(0)),
            page: self.file_dialog.page(),
        })
    }

    /// The atlas as its view shows it, if that is in front.
    pub(super) fn atlas_on_screen(&self) -> Option<AtlasOnScreen> {
        let (session, look) = (&self.session, self.session.look());
        let run = session.run_state().shown();
        let run = run.filter(|_| look.view == View::Atlas)?;
        self.atlas.on_screen(run, session.experiment(), &look.atlas)
    }

    fn copy_figure(&mut self, kind: FigureKind) {
        let product = self.figure(kind);
        let on_screen = self.on_screen();
        if let Some(run) = self.session.run_state().shown() {
            self.clipboard.draw(product, run, on_screen);
        }
    }

    fn train_preset(&mut self, key: &str, ctx: &Context) {
        if let Some(preset) = presets::all().find(|preset| preset.key == key) {
            self.controls.clear();
            self.toast.forget_news();
            let is_dragging = pointer::is_pressed(ctx);
            self.session.edit(preset.experiment(), is_dragging);
        }
    }

    fn speak(&mut self, language: Language) {
        // Refusals stand there in the other language.
        self.controls.clear();
        self.settings.language = language;
        self.words = Arc::new(Words::new(language));
    }
}
