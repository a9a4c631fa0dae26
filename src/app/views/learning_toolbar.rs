//! The choices above the learning dynamics: what is drawn, on which axes, and theory beside it. They
//! stand in one line, whatever the width: their names get shorter, and the chart below keeps its
//! place.

use egui::{Align, Layout, Ui, vec2};

use crate::app::command::commands::Command;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::shortcut::hint;
use crate::app::widgets::text_before::has_room;
use crate::experiment::view::{LearningOptions, TheoryShown};

/// The keys of the choices; those of theory are the last two.
const CHOICES: [&str; 8] = [
    "toggle-loss",
    "toggle-modes",
    "toggle-log",
    "toggle-raw",
    "toggle-aligned",
    "toggle-seeds",
    "toggle-discrete",
    "toggle-continuous",
];

/// The gap in a line that is tight.
const TIGHT: f32 = 2.0;

/// How the choices are named, for the room that there is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Naming {
    Usual,
    Shorter,
    /// Shorter, without gaps, and without a name before the two kinds of theory.
    Tight,
}

impl Naming {
    /// The first for which there is room; sets its spacing.
    fn fitting(ui: &mut Ui, words: &Words) -> Self {
        for naming in [Self::Usual, Self::Shorter] {
            let names = CHOICES.map(|key| naming.name(key, words));
            // A line on either side of the axes is as wide as a gap.
            let others = [words.get("theory"), String::new(), String::new()];
            if has_room(ui, &[names.as_slice(), &others].concat()) {
                return naming;
            }
        }
        ui.spacing_mut().item_spacing.x = TIGHT;
        ui.spacing_mut().button_padding.x = TIGHT;
        Self::Tight
    }

    fn name(self, key: &str, words: &Words) -> String {
        let end = if self == Self::Usual {
            "short"
        } else {
            "shorter"
        };
        words.get(&format!("{key}-{end}"))
    }
}

/// Draws the choices.
pub(super) fn toolbar_ui(ui: &mut Ui, options: &mut LearningOptions, words: &Words) {
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(line);
        let naming = Naming::fitting(ui, words);
        choices_ui(ui, options, naming, words);
    });
}

fn choices_ui(ui: &mut Ui, options: &mut LearningOptions, naming: Naming, words: &Words) {
    let is_tight = naming == Naming::Tight;
    let toggle = |ui: &mut Ui, value: &mut bool, key: &str, command: Option<Command>| {
        let response = ui.toggle_value(value, naming.name(key, words));
        accessible_name(ui, &response, &words.get(key));
        let key = format!("{key}-hint");
        let text = command.map(|command| hint(ui.ctx(), words, &key, command));
        response.on_hover_text(text.unwrap_or_else(|| words.get(&key)));
    };
    let [loss, modes, log, raw, aligned, seeds, discrete, continuous] = CHOICES;
    let gap = |ui: &mut Ui| {
        if !is_tight {
            ui.separator();
        }
    };
    toggle(ui, &mut options.shows_loss, loss, None);
    toggle(ui, &mut options.shows_modes, modes, None);
    gap(ui);
    toggle(ui, &mut options.is_log, log, Some(Command::ToggleLog));
    toggle(ui, &mut options.is_raw, raw, None);
    let by_key = Some(Command::ToggleAligned);
    toggle(ui, &mut options.is_aligned, aligned, by_key);
    toggle(ui, &mut options.shows_seeds, seeds, None);
    gap(ui);
    if !is_tight {
        let theory = hint(ui.ctx(), words, "theory-hint", Command::CycleTheory);
        ui.label(words.get("theory")).on_hover_text(theory);
    }
    let mut has_discrete = options.theory.has_discrete();
    let mut has_continuous = options.theory.has_continuous();
    toggle(ui, &mut has_discrete, discrete, None);
    toggle(ui, &mut has_continuous, continuous, None);
    options.theory = TheoryShown::of(has_discrete, has_continuous);
}
