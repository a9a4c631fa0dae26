//! The menus of presets: each entry is the command of its preset.

use egui::{RichText, Ui};

use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::text::words::Words;
use crate::presets::{CELLS, ILLUSIONS, PRESETS, Preset};

/// The menu of presets, the notebook's later cells last.
#[must_use]
pub(crate) fn menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    menu_of(ui, words, "presets", |ui| {
        let preset = entries(ui, words, &PRESETS);
        ui.separator();
        ui.label(RichText::new(words.get("preset-cells")).size(12.0).weak())
            .on_hover_text(words.get("preset-cells-hint"));
        let cell = entries(ui, words, &CELLS);
        preset.or(cell)
    })
}

/// The menu of presets with a user feature.
#[must_use]
pub(crate) fn illusions_menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    menu_of(ui, words, "illusion-presets", |ui| {
        entries(ui, words, &ILLUSIONS)
    })
}

fn menu_of(
    ui: &mut Ui,
    words: &Words,
    name: &str,
    entries: impl FnOnce(&mut Ui) -> Option<Preset>,
) -> Option<Action> {
    let menu = ui.menu_button(words.get(name), |ui| {
        let chosen = entries(ui)?;
        ui.close();
        Some(Action::Do(Command::Preset(chosen.key)))
    });
    menu.response
        .on_hover_text(words.get(&format!("{name}-hint")));
    menu.inner.flatten()
}

/// An entry for each; answers which was clicked.
fn entries(ui: &mut Ui, words: &Words, presets: &[Preset]) -> Option<Preset> {
    let mut chosen = None;
    for preset in presets {
        let hint = words.get(&format!("{}-hint", preset.key));
        let entry = ui.button(words.get(preset.key)).on_hover_text(hint);
        if entry.clicked() {
            chosen = Some(*preset);
        }
    }
    chosen
}
