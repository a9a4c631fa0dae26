//! The last line of the window: what the run did, what can be done about it, and the way to the table
//! of runs.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::app::App;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::text::status;
use crate::app::theme::palette::ThemeColors;
use crate::app::widgets::status_hint;
use crate::experiment::view::Below;

impl App {
    /// What the run did or, instead, a hint or why a typed epoch was refused; at its right end the
    /// offers that follow from it.
    pub(super) fn status_row(&mut self, ui: &mut Ui, palette: &ThemeColors) -> Option<Action> {
        let mut action = None;
        let hint = status_hint::taken(ui.ctx());
        let (line, is_wrong) = match (self.timeline_strip.refusal(), hint) {
            (Some(refusal), _) => (refusal.to_owned(), true),
            (None, Some(hint)) => (hint, false),
            (None, None) => status::line(self.session.run_state(), &self.words),
        };
        let color = if is_wrong {
            palette.error
        } else {
            palette.quiet
        };
        let row = vec2(ui.available_width(), ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let runs = ui.button(self.words.get("toggle-pins"));
            if runs
                .on_hover_text(self.words.get("toggle-pins-hint"))
                .clicked()
            {
                action = Some(Action::Do(Command::ShowBelow(Below::Runs)));
            }
            if let Some(run) = self.session.run_state().shown() {
                let outweighing = self.session.outweighing();
                let taken = self.offers.ui(ui, run, outweighing, &self.words);
                action = action.take().or(taken);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                // What is cut is shown on hover by itself.
                let text = RichText::new(&line).color(color);
                ui.add(Label::new(text).truncate());
            });
        });
        action
    }
}
