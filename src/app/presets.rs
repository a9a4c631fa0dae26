//! The menus of presets.

use egui::Ui;

use super::action::Action;
use super::words::Words;
use crate::presets::{ILLUSIONS, PRESETS, Preset};

/// The menu of presets.
#[must_use]
pub(crate) fn menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    menu_of(ui, words, "presets", &PRESETS)
}

/// The menu of presets with a user feature.
#[must_use]
pub(crate) fn illusions_menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    menu_of(ui, words, "illusion-presets", &ILLUSIONS)
}

fn menu_of(ui: &mut Ui, words: &Words, name: &str, presets: &[Preset]) -> Option<Action> {
    let mut action = None;
    let menu = ui.menu_button(words.get(name), |ui| {
        for preset in presets {
            let hint = words.get(&format!("{}-hint", preset.key));
            if ui
                .button(words.get(preset.key))
                .on_hover_text(hint)
                .clicked()
            {
                action = Some(Action::Train(Box::new(preset.experiment())));
                ui.close();
            }
        }
    });
    menu.response
        .on_hover_text(words.get(&format!("{name}-hint")));
    action
}
