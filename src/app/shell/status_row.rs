//! The last line of the window: what the run did, what can be done about it, and the way to the
//! table of runs. While presenting what the run did stands there alone and large, beside the loss
//! at the epoch looked at.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::app::App;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::text::status;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::status_hint;
use crate::experiment::view::Below;
use crate::numbers::short;

/// Size of the letters while presenting.
const PRESENTED: f32 = 16.0;

impl App {
    /// What the run did or, instead, a hint or why a typed epoch was refused; at its right end the
    /// offers that follow from it.
    pub(super) fn status_row(&mut self, ui: &mut Ui, colours: &ThemeColours) -> Option<Action> {
        let mut action = None;
        let hint = status_hint::taken(ui.ctx());
        let (line, is_wrong) = match (self.timeline_strip.refusal(), hint) {
            (Some(refusal), _) => (refusal.to_owned(), true),
            (None, Some(hint)) => (hint, false),
            (None, None) => status::line(self.session.run_state(), &self.words),
        };
        let color = match (is_wrong, self.is_presenting) {
            (true, _) => colours.error,
            (false, true) => ui.visuals().text_color(),
            (false, false) => colours.quiet,
        };
        let mut text = RichText::new(&line).color(color);
        if self.is_presenting {
            text = text.size(PRESENTED);
        }
        let row = vec2(ui.available_width(), ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if self.is_presenting {
                self.loss_at_epoch(ui);
                said_ui(ui, text);
                return;
            }
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
            said_ui(ui, text);
        });
        action
    }

    /// The loss at the epoch looked at.
    fn loss_at_epoch(&self, ui: &mut Ui) {
        let Some(run) = self.session.run_state().shown() else {
            return;
        };
        let row = run.record.row_at(self.session.epoch());
        let (Some(loss), Some(epoch)) =
            (run.record.losses().get(row), run.record.epochs().get(row))
        else {
            return;
        };
        let values = [
            ("epoch", epoch.to_string().into()),
            ("loss", short(*loss).into()),
        ];
        let text = self.words.with("status-at-epoch", &values);
        ui.label(RichText::new(text).size(PRESENTED).strong());
    }
}

/// Draws what the run did from the left on, as much of it as has room; what is cut is shown on
/// hover by itself.
fn said_ui(ui: &mut Ui, text: RichText) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(text).truncate());
    });
}
