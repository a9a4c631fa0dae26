//! Acts on what was asked for.

use egui::Context;

use super::app::App;
use crate::app::command::action::Action;
use crate::app::widgets::pointer;

impl App {
    /// Acts on a request.
    pub fn perform(&mut self, action: Action, ctx: &Context) {
        let session = &mut self.session;
        match action {
            Action::Edit(experiment) => {
                let is_dragging = pointer::is_pressed(ctx);
                session.edit(*experiment, is_dragging);
            }
            Action::Do(command) => self.do_command(command, ctx),
            Action::LookAt(epoch) => session.look_at(epoch),
            Action::Pin(change) => session.pin(change),
            Action::BrowseFile(asker, purpose) => {
                let name = self.file_dialog.file_name();
                session.browse(asker, purpose, self.folder.clone(), name);
            }
            Action::OpenFile(asker, path) => session.open(asker, path),
            Action::StopReading => session.stop_reading(),
            Action::OpenDropped(paths) => session.open_first(paths),
            Action::SaveFile(asker, purpose, path) => {
                let on_screen = self.on_screen();
                self.session.export(asker, purpose, path, on_screen);
            }
            Action::Choose(choices) => session.choose(*choices),
            Action::GiveUpChoice => session.give_up_attempt(),
            Action::Decide(Some(choices)) => session.choose_for_doubtful(*choices),
            Action::Decide(None) => session.give_up_doubtful(),
            Action::DecideAgain => session.go_back_in_doubt(),
            Action::Answer(answer) => {
                let notices = session.answer(answer);
                self.react(notices, ctx);
            }
        }
        // What was just changed is drawn by the next frame.
        ctx.request_repaint();
    }
}
