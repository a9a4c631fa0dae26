//! Acts on what was asked for.

use egui::Context;

use super::app::App;
use crate::app::command::action::Action;
use crate::app::text::words::Words;

impl App {
    /// Acts on a request.
    pub fn perform(&mut self, action: Action, ctx: &Context) {
        let session = &mut self.session;
        match action {
            Action::Train(experiment) => {
                let is_dragging = ctx.input(|input| input.pointer.any_down());
                session.edit(*experiment, is_dragging);
            }
            Action::Undo => session.undo(),
            Action::Redo => session.redo(),
            Action::Show(view) => session.show_view(view),
            Action::LookAt(epoch) => session.look_at(epoch),
            Action::MoveEpoch(n) => session.move_epoch(n),
            Action::FirstEpoch => session.first_epoch(),
            Action::LastEpoch => session.last_epoch(),
            Action::MoveStage(direction) => session.move_stage(direction),
            Action::TogglePlay => session.toggle_play(),
            Action::NewInit => session.new_init(),
            Action::NewData => session.new_data(),
            Action::BackToTree => session.back_to_tree(),
            Action::Reset => {
                self.controls.clear();
                session.reset();
            }
            Action::ToggleLog => session.change_learning(|it| it.is_log ^= true),
            Action::CycleTheory => session.change_learning(|it| it.theory = it.theory.next()),
            Action::ToggleAligned => session.change_learning(|it| it.is_aligned ^= true),
            Action::Pin(change) => session.pin(change),
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
                session.browse(asker, purpose, self.folder.clone());
            }
            Action::OpenFile(asker, path) => session.open(asker, path),
            Action::Save => {
                let notices = session.save();
                self.react(notices, ctx);
            }
            Action::SaveFile(asker, purpose, path) => {
                let on_screen = self.on_screen();
                self.session.export(asker, purpose, path, on_screen);
            }
            Action::CopyFigure(product) => {
                let on_screen = self.on_screen();
                if let Some(run) = self.session.run_state().shown() {
                    self.clipboard.draw(product, run, on_screen);
                }
            }
            Action::Answer(answer) => {
                let notices = session.answer(answer);
                self.react(notices, ctx);
            }
            Action::Dismiss => self.message = None,
        }
        // What was just changed is drawn by the next frame.
        ctx.request_repaint();
    }
}
