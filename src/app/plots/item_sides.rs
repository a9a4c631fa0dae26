//! What each mode is: its item side as a row of bars, and the split that it makes, said on hover
//! with all of its items.

use egui::{Sense, Ui};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture_with;
use crate::numbers::signed;
use crate::picture::{ModeSides, Phrase, Words as _, named};

/// Draws as many modes as there is room for.
pub(crate) fn item_sides_ui(ui: &mut Ui, sides: &ModeSides<'_>, words: &Words) {
    let font = WindowFont(ui.ctx());
    let layout = sides.layout(canvas::size(ui.available_size()), &font, words);
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    for (mode, row) in layout.rows.iter().enumerate() {
        let response = canvas.part(ui, mode, *row, Sense::hover());
        accessible_picture_with(&response, || description(sides, mode, words));
    }
    let Some((at, mode)) = canvas
        .pointed()
        .and_then(|at| Some((at, layout.mode_at(at)?)))
    else {
        return;
    };
    let mut text = mode_text(sides, mode, words);
    if let Some(item) = layout.item_at(at).filter(|_| !sides.modes.is_null(mode)) {
        text = format!("{}\n{text}", entry(sides, mode, item));
    }
    canvas.response.on_hover_text_at_pointer(text);
}

/// `mode 2: Goldfish, Tuna | Rose, Daisy`, and how strong it is.
fn mode_text(sides: &ModeSides<'_>, mode: usize, words: &Words) -> String {
    let number = (mode + 1).to_string();
    let what = named(&sides.modes.meaning(mode), sides.items, usize::MAX, words);
    let values = [("mode", number.into()), ("what", what.into())];
    let strength = words.say(&Phrase::Item(sides.strength(mode)));
    format!("{}\n{strength}", words.with("mode-name", &values))
}

/// `Goldfish +0.35`.
fn entry(sides: &ModeSides<'_>, mode: usize, item: usize) -> String {
    let value = signed(sides.modes.item_side[(item, mode)], 2);
    format!("{} {value}", sides.items[item])
}

/// For those who do not see the bars.
fn description(sides: &ModeSides<'_>, mode: usize, words: &Words) -> String {
    let entries: Vec<String> = (0..sides.items.len())
        .map(|item| entry(sides, mode, item))
        .collect();
    let text = mode_text(sides, mode, words).replace('\n', "; ");
    format!("{text}; {}", entries.join(", "))
}
