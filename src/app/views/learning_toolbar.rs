//! The choices above the learning dynamics: what is drawn, on which axes, and theory beside it.

use egui::Ui;

use crate::app::command::commands::Command;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::shortcut::hint;
use crate::experiment::view::{LearningOptions, TheoryShown};

/// Draws the choices.
pub(super) fn toolbar_ui(ui: &mut Ui, options: &mut LearningOptions, words: &Words) {
    ui.horizontal_wrapped(|ui| {
        let toggle = |ui: &mut Ui, value: &mut bool, key: &str, command: Option<Command>| {
            let response = ui.toggle_value(value, words.get(&format!("{key}-short")));
            accessible_name(ui, &response, &words.get(key));
            let key = format!("{key}-hint");
            let text = command.map(|command| hint(ui.ctx(), words, &key, command));
            response.on_hover_text(text.unwrap_or_else(|| words.get(&key)));
        };
        toggle(ui, &mut options.shows_loss, "toggle-loss", None);
        toggle(ui, &mut options.shows_modes, "toggle-modes", None);
        ui.separator();
        let is_log = &mut options.is_log;
        toggle(ui, is_log, "toggle-log", Some(Command::ToggleLog));
        toggle(ui, &mut options.is_raw, "toggle-raw", None);
        let is_aligned = &mut options.is_aligned;
        toggle(
            ui,
            is_aligned,
            "toggle-aligned",
            Some(Command::ToggleAligned),
        );
        toggle(ui, &mut options.shows_seeds, "toggle-seeds", None);
        ui.separator();
        let theory = hint(ui.ctx(), words, "theory-hint", Command::CycleTheory);
        ui.label(words.get("theory")).on_hover_text(theory);
        let mut has_discrete = options.theory.has_discrete();
        let mut has_continuous = options.theory.has_continuous();
        toggle(ui, &mut has_discrete, "toggle-discrete", None);
        toggle(ui, &mut has_continuous, "toggle-continuous", None);
        options.theory = TheoryShown::of(has_discrete, has_continuous);
    });
}
