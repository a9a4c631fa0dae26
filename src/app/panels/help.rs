//! The help window: what to do, and the shortcuts, read off the list of commands.

use egui::{Context, Grid, RichText, Ui, Window};

use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::section::Section;
use crate::app::text::story::limit;
use crate::app::text::words::Words;
use crate::app::widgets::shortcut::shortcut_text;
use crate::app::widgets::wrapped::{bulleted_ui, wrapped_ui};

/// Keys of the tips for the mouse.
const TIPS: [&str; 10] = [
    "help-drag",
    "help-plot",
    "help-marks",
    "help-type",
    "help-double-click",
    "help-zoom",
    "help-belief",
    "help-atlas",
    "help-legend",
    "help-palette",
];

/// Draws the window while `is_open`.
#[must_use]
pub(crate) fn window(ctx: &Context, words: &Words, is_open: &mut bool) -> Option<Action> {
    let shown = Window::new(words.get("help-title"))
        .open(is_open)
        .collapsible(false)
        .resizable(false)
        .default_width(440.0)
        .anchor(egui::Align2::CENTER_CENTER, egui::Vec2::ZERO)
        // The keys are many for a small window.
        .default_height(620.0)
        .max_height((ctx.content_rect().height() - 96.0).max(120.0))
        .vscroll(true)
        .show(ctx, |ui| contents(ui, words));
    let action = shown.and_then(|shown| shown.inner).flatten();
    if action.is_some() {
        *is_open = false;
    }
    action
}

fn contents(ui: &mut Ui, words: &Words) -> Option<Action> {
    wrapped_ui(ui, &words.get("help-intro"), |text| text);
    ui.add_space(6.0);
    let check = ui.button(words.get("check-open"));
    let check = check.on_hover_text(words.get("check-open-hint"));
    ui.add_space(6.0);
    for tip in TIPS {
        let palette = shortcut_text(ui.ctx(), Command::Palette).unwrap_or_default();
        let values = [("shortcut", palette.into()), ("limit", limit().into())];
        bulleted_ui(ui, &words.with(tip, &values));
    }
    for section in Section::MENUS {
        shortcuts(ui, words, section);
    }
    check.clicked().then_some(Action::Do(Command::CheckSelf))
}

/// The shortcuts of a section's commands, under its name.
fn shortcuts(ui: &mut Ui, words: &Words, section: Section) {
    let commands = Command::all().filter(|command| command.section() == section);
    let mut with_shortcut = commands.filter(|command| !command.shortcuts().is_empty());
    let Some(first) = with_shortcut.next() else {
        return;
    };
    ui.add_space(8.0);
    ui.label(RichText::new(words.get(section.key())).strong());
    Grid::new(section.key())
        .num_columns(2)
        .min_col_width(110.0)
        .spacing([16.0, 4.0])
        .show(ui, |ui| {
            for command in std::iter::once(first).chain(with_shortcut) {
                ui.monospace(shortcut_text(ui.ctx(), command).unwrap_or_default());
                ui.label(words.command(command));
                ui.end_row();
            }
        });
}
