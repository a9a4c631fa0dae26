//! Acts on what was asked for.

use egui::Context;

use super::app::App;
use crate::app::command::action::Action;

impl App {
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
}
