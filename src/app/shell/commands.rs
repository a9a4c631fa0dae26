//! Commands are carried out, and which of them apply is read off what is there.

use egui::Context;

use super::app::{App, OPENING_EPOCH};
use crate::analysis::comparison;
use crate::app::command::action::{Direction, PinChange};
use crate::app::command::applies::{Facts, Why};
use crate::app::command::commands::Command;
use crate::app::command::figure_kind::FigureKind;
use crate::app::command::language::Language;
use crate::app::command::picture::Picture;
use crate::app::command::product::Product;
use crate::app::command::purpose::Purpose;
use crate::app::text::words::Words;
use crate::app::views::learning::layer_of;
use crate::data::TreeRecipe;
use crate::experiment::Experiment;
use crate::experiment::view::TheoryShown;
use crate::presets;

impl App {
    /// Carries out a command; one that does not apply does nothing.
    pub(in crate::app) fn do_command(&mut self, command: Command, ctx: &Context) {
        if command.applies(&self.facts()).is_err() {
            return;
        }
        let n_epochs = self.experiment.n_epochs;
        let learning = &mut self.settings.learning;
        match command {
            Command::Open => self.ask_file(Purpose::Open),
            Command::Save => self.save_again(),
            Command::SaveAs => self.ask_file(Purpose::SaveExperiment),
            Command::SaveData => self.ask_file(Purpose::SaveData),
            Command::ExportFigure(kind) => self.export(self.figure(kind)),
            Command::CopyFigure(kind) => {
                self.desk
                    .picture(self.figure(kind), self.experiment.clone());
            }
            Command::ExportCurves => self.export(Product::Curves),
            Command::ExportRun => self.export(Product::Run),
            Command::ExportScript => self.export(Product::Script),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::NewInit => self.draw_first_weights(ctx),
            Command::NewData => self.draw_data(ctx),
            Command::BackToTree => {
                self.edit(self.experiment.on_tree(TreeRecipe::default()), ctx);
            }
            Command::Reset => self.reset(ctx),
            Command::Pin => self.change_pins(PinChange::Add, ctx),
            Command::Show(view) => self.settings.view = view,
            Command::ToggleLoss => learning.shows_loss ^= true,
            Command::ToggleModes => learning.shows_modes ^= true,
            Command::ToggleLog => learning.is_log ^= true,
            Command::ToggleRaw => learning.is_raw ^= true,
            Command::ToggleAligned => learning.is_aligned ^= true,
            Command::CycleTheory => learning.theory = learning.theory.next(),
            Command::ToggleSeeds => learning.shows_seeds ^= true,
            Command::ShowBelow(below) => learning.below = below,
            Command::ToggleLesson => self.settings.shows_lesson ^= true,
            Command::Theme(theme) => {
                self.settings.theme = theme;
                ctx.set_theme(egui::ThemePreference::from(theme));
            }
            Command::Speak(language) => self.speak(language),
            Command::Play => self.timeline.toggle(n_epochs),
            Command::EpochBack => self.timeline.move_by(-1, n_epochs),
            Command::EpochForward => self.timeline.move_by(1, n_epochs),
            Command::TenEpochsBack => self.timeline.move_by(-10, n_epochs),
            Command::TenEpochsForward => self.timeline.move_by(10, n_epochs),
            Command::FirstEpoch => self.timeline.look_at(0),
            Command::LastEpoch => self.timeline.look_at(n_epochs - 1),
            Command::PreviousStage => self.move_to_stage(Direction::Back),
            Command::NextStage => self.move_to_stage(Direction::Forth),
            Command::Help => self.shows_help ^= true,
            Command::Palette => self.command_palette.open(),
            Command::CheckSelf => self.self_check.open(),
            Command::Preset(key) => self.train_preset(key, ctx),
        }
    }

    /// What decides which commands apply, and which are in force.
    pub(in crate::app) fn facts(&self) -> Facts {
        let experiment = &self.experiment;
        let is_tree = experiment.data.tree().is_some();
        let obstacles = [
            (!self.history.can_undo(), Why::NothingToUndo),
            (!self.history.can_redo(), Why::NothingToRedo),
            (self.state.shown().is_none(), Why::NoRun),
            (self.pins.has(experiment), Why::PinnedAlready),
            (experiment.hidden.is_empty(), Why::NoHiddenLayer),
            (experiment.watched.is_empty(), Why::NothingWatched),
            (comparison::is_too_large(experiment), Why::TooLargeToCompare),
            (!is_tree, Why::OwnData),
            (is_tree, Why::TreeData),
        ];
        let obstacles = obstacles.into_iter().filter(|(is_there, _)| *is_there);
        Facts {
            obstacles: obstacles.map(|(_, why)| why).collect(),
            in_force: self.in_force(),
        }
    }

    /// The commands whose choice is in force.
    fn in_force(&self) -> Vec<Command> {
        let learning = &self.settings.learning;
        let toggles = [
            (learning.shows_loss, Command::ToggleLoss),
            (learning.shows_modes, Command::ToggleModes),
            (learning.is_log, Command::ToggleLog),
            (learning.is_raw, Command::ToggleRaw),
            (learning.is_aligned, Command::ToggleAligned),
            (
                learning.theory != TheoryShown::Nothing,
                Command::CycleTheory,
            ),
            (learning.shows_seeds, Command::ToggleSeeds),
            (self.settings.shows_lesson, Command::ToggleLesson),
            (self.shows_help, Command::Help),
        ];
        let toggles = toggles.into_iter().filter(|(is_on, _)| *is_on);
        let mut in_force = vec![
            Command::Show(self.settings.view),
            Command::ShowBelow(learning.below),
            Command::Theme(self.settings.theme),
            Command::Speak(self.words.language()),
        ];
        in_force.extend(toggles.map(|(_, command)| command));
        in_force
    }

    fn export(&mut self, product: Product) {
        self.ask_file(Purpose::Export(product));
    }

    /// A figure of the epoch and the layer that are looked at.
    fn figure(&self, kind: FigureKind) -> Product {
        let run = self.state.shown();
        let layer = run.and_then(|run| layer_of(run, &self.settings.learning));
        Product::Figure(Picture {
            plot: kind.plot(self.epoch(), layer.unwrap_or(0)),
            is_log: self.settings.learning.is_log,
            scale: self.file_dialog.scale(),
        })
    }

    fn undo(&mut self) {
        if let Some(before) = self.history.undo(self.moment()) {
            self.go_to(before);
        }
    }

    fn redo(&mut self) {
        if let Some(after) = self.history.redo(self.moment()) {
            self.go_to(after);
        }
    }

    /// Draws the first weights from the next seed.
    fn draw_first_weights(&mut self, ctx: &Context) {
        let mut experiment = self.experiment.clone();
        experiment.init_seed = experiment.init_seed.wrapping_add(1);
        experiment.init_before = 0;
        experiment.weights = None;
        self.edit(experiment, ctx);
    }

    /// Draws the data from the next seed.
    fn draw_data(&mut self, ctx: &Context) {
        let mut experiment = self.experiment.clone();
        if let Some(tree) = experiment.data.tree_mut() {
            tree.seed = tree.seed.wrapping_add(1);
            tree.outputs_before = 0;
            self.edit(experiment, ctx);
        }
    }

    fn reset(&mut self, ctx: &Context) {
        self.controls.clear();
        self.timeline.look_at(OPENING_EPOCH);
        self.edit(Experiment::default(), ctx);
    }

    fn train_preset(&mut self, key: &str, ctx: &Context) {
        if let Some(preset) = presets::all().find(|preset| preset.key == key) {
            self.controls.clear();
            self.edit(preset.experiment(), ctx);
        }
    }

    fn speak(&mut self, language: Language) {
        // Refusals stand there in the other language.
        self.controls.clear();
        self.settings.language = language;
        self.words = Words::new(language);
    }

    fn move_to_stage(&mut self, direction: Direction) {
        let stages = self.state.shown().map_or(&[][..], |run| &run.stages);
        let n_epochs = self.experiment.n_epochs;
        self.timeline.move_to_stage(direction, stages, n_epochs);
    }
}
