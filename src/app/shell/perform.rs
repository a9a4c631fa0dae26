//! Acts on what was asked for.

use egui::Context;

use super::app::{App, OPENING_EPOCH};
use crate::app::command::action::Action;
use crate::app::text::words::Words;
use crate::data::TreeRecipe;
use crate::experiment::Experiment;

impl App {
    /// Acts on a request.
    pub fn perform(&mut self, action: Action, ctx: &Context) {
        let n_epochs = self.experiment.n_epochs;
        match action {
            Action::Train(experiment) => self.edit(*experiment, ctx),
            Action::Undo => {
                if let Some(before) = self.history.undo(self.moment()) {
                    self.go_to(before);
                }
            }
            Action::Redo => {
                if let Some(after) = self.history.redo(self.moment()) {
                    self.go_to(after);
                }
            }
            Action::Show(view) => self.settings.view = view,
            Action::LookAt(epoch) => self.timeline.look_at(epoch),
            Action::MoveEpoch(n) => self.timeline.move_by(n, n_epochs),
            Action::FirstEpoch => self.timeline.look_at(0),
            Action::LastEpoch => self.timeline.look_at(n_epochs - 1),
            Action::MoveStage(direction) => {
                let stages = self.state.shown().map_or(&[][..], |run| &run.stages);
                self.timeline.move_to_stage(direction, stages, n_epochs);
            }
            Action::TogglePlay => self.timeline.toggle(n_epochs),
            Action::NewInit => {
                let mut experiment = self.experiment.clone();
                experiment.init_seed = experiment.init_seed.wrapping_add(1);
                experiment.init_before = 0;
                experiment.weights = None;
                self.edit(experiment, ctx);
            }
            Action::NewData => {
                let mut experiment = self.experiment.clone();
                if let Some(tree) = experiment.data.tree_mut() {
                    tree.seed = tree.seed.wrapping_add(1);
                    tree.outputs_before = 0;
                    self.edit(experiment, ctx);
                }
            }
            Action::BackToTree => {
                self.edit(self.experiment.on_tree(TreeRecipe::default()), ctx);
            }
            Action::Reset => {
                self.controls.clear();
                self.timeline.look_at(OPENING_EPOCH);
                self.edit(Experiment::default(), ctx);
            }
            Action::ToggleLog => {
                let is_log = &mut self.settings.learning.is_log;
                *is_log = !*is_log;
            }
            Action::CycleTheory => {
                let theory = &mut self.settings.learning.theory;
                *theory = theory.next();
            }
            Action::ToggleAligned => {
                let is_aligned = &mut self.settings.learning.is_aligned;
                *is_aligned = !*is_aligned;
            }
            Action::Pin(change) => self.change_pins(change, ctx),
            Action::ToggleHelp => self.shows_help = !self.shows_help,
            Action::ToggleLesson => self.settings.shows_lesson ^= true,
            Action::CheckSelf => self.self_check.open(),
            Action::Speak(language) => {
                // What was refused was refused in the other language.
                self.controls.clear();
                self.settings.language = language;
                self.words = Words::new(language);
            }
            Action::Theme(theme) => {
                self.settings.theme = theme.into();
                ctx.set_theme(theme);
            }
            Action::AskFile(purpose) => self.ask_file(purpose),
            Action::BrowseFile(asker, purpose) => {
                self.desk.browse(asker, purpose, self.folder.clone());
            }
            Action::OpenFile(asker, path) => {
                let n_layers = self.experiment.hidden.len() + 1;
                self.desk.open(asker, path, n_layers);
            }
            Action::Save => self.save_again(),
            Action::SaveFile(asker, purpose, path) => self.save(Some(asker), purpose, path),
            Action::CopyFigure(product) => self.desk.picture(product, self.experiment.clone()),
            Action::Answer(answer) => self.answer(answer, ctx),
            Action::Dismiss => self.message = None,
        }
        // What was just changed is drawn by the next frame.
        ctx.request_repaint();
    }
}
