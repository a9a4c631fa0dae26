//! The help window: what to do, and the keys.

use egui::{Context, Grid, Key, Window};

use crate::app::command::action::Action;
use crate::app::text::words::Words;

/// The keys, as (key, what it does), both keys of the catalogue.
const KEYS: [(&str, &str); 16] = [
    ("key-space", "help-play"),
    ("key-arrows", "help-step"),
    ("key-shift-arrows", "help-step-ten"),
    ("key-home-end", "help-ends"),
    ("key-brackets", "help-stages"),
    ("key-n", "help-new-init"),
    ("key-r", "help-reset"),
    ("key-l", "help-log"),
    ("key-t", "help-theory"),
    ("key-m", "help-aligned"),
    ("key-p", "help-pin"),
    ("key-undo", "help-undo"),
    ("key-redo", "help-redo"),
    ("key-open", "help-open"),
    ("key-save", "help-save"),
    ("key-f1", "help-help"),
];

/// What can be done with the mouse alone.
const TIPS: [&str; 5] = [
    "help-drag",
    "help-plot",
    "help-type",
    "help-double-click",
    "help-zoom",
];

/// Draws the window while `is_open`.
#[must_use]
pub(crate) fn window(ctx: &Context, words: &Words, is_open: &mut bool) -> Option<Action> {
    let mut action = None;
    let is_typing = ctx.memory(|memory| memory.focused().is_some());
    if *is_open && !is_typing && ctx.input(|input| input.key_pressed(Key::Escape)) {
        *is_open = false;
    }
    Window::new(words.get("help-title"))
        .open(is_open)
        .collapsible(false)
        .resizable(false)
        .default_width(420.0)
        .anchor(egui::Align2::CENTER_CENTER, egui::Vec2::ZERO)
        // The keys are many for a small window.
        .default_height(620.0)
        .max_height((ctx.content_rect().height() - 96.0).max(120.0))
        .vscroll(true)
        .show(ctx, |ui| {
            ui.label(words.get("help-intro"));
            ui.add_space(6.0);
            let check = ui.button(words.get("check-open"));
            if check.on_hover_text(words.get("check-open-hint")).clicked() {
                action = Some(Action::CheckSelf);
            }
            ui.add_space(6.0);
            for tip in TIPS {
                ui.horizontal_wrapped(|ui| {
                    ui.label("•");
                    ui.label(words.get(tip));
                });
            }
            ui.add_space(8.0);
            Grid::new("keys")
                .num_columns(2)
                .spacing([24.0, 4.0])
                .show(ui, |ui| {
                    for (key, does) in KEYS {
                        ui.monospace(words.get(key));
                        ui.label(words.get(does));
                        ui.end_row();
                    }
                });
        });
    if action.is_some() {
        *is_open = false;
    }
    action
}
