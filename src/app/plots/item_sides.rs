//! The modes on the side of the items: a row of bars for each level; on hover, the split that the
//! level's modes make, with all of its items.

use egui::{RectAlign, Sense, Tooltip, Ui};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use super::pointed::PointedParts;
use crate::analysis::mode_groups::ModeGroup;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture_with;
use crate::numbers::signed;
use crate::picture::{ModeSides, Phrase, Words as _, group_named, numbers_of};

/// Draws as many levels as there is room for.
pub(crate) fn item_sides_ui(ui: &mut Ui, sides: &ModeSides<'_>, words: &Words) {
    let font = WindowFont(ui.ctx());
    let layout = sides.layout(canvas::size(ui.available_size()), &font, words);
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    let pointed_modes = PointedParts::shown(ui.ctx()).modes;
    let mut responses = Vec::new();
    for (i, (row, group)) in layout.rows.iter().zip(&layout.groups).enumerate() {
        let response = canvas.part(ui, i, *row, Sense::hover());
        accessible_picture_with(&response, || description(sides, group, words));
        if group.modes.iter().any(|mode| pointed_modes.contains(mode)) {
            canvas.lift(ui, *row);
        }
        responses.push(response);
    }
    let Some((at, row)) = canvas
        .pointed()
        .and_then(|at| Some((at, layout.row_at(at)?)))
    else {
        return;
    };
    let group = &layout.groups[row];
    PointedParts::at_modes(ui.ctx(), group.modes.clone());
    let mut text = text_of(sides, group, words);
    if let Some(item) = layout.item_at(at).filter(|_| !sides.is_null(group)) {
        text = format!("{}\n{text}", entry(sides, group, item));
    }
    // Beside the row: below it, the text would cover the next one.
    let mut tooltip = Tooltip::for_enabled(&responses[row]);
    tooltip.popup = tooltip
        .popup
        .align(RectAlign::LEFT)
        .align_alternatives(&[RectAlign::LEFT, RectAlign::RIGHT]);
    tooltip.show(|ui| ui.label(text));
}

/// `modes 3–4: fish | birds, flowers | trees`, and how strong they are.
fn text_of(sides: &ModeSides<'_>, group: &ModeGroup, words: &Words) -> String {
    let what = group_named((group, sides.modes), sides.names(), usize::MAX, words);
    let values = [
        ("modes", numbers_of(group).into()),
        ("n", group.modes.len().into()),
        ("what", what.into()),
    ];
    let strength = words.say(&Phrase::Item(sides.strength(group)));
    format!("{}\n{strength}", words.with("stage-name", &values))
}

/// `Goldfish +0.35`.
fn entry(sides: &ModeSides<'_>, group: &ModeGroup, item: usize) -> String {
    let value = signed(sides.part_of(group, item), 2);
    format!("{} {value}", sides.items[item])
}

/// For those who do not see the bars.
fn description(sides: &ModeSides<'_>, group: &ModeGroup, words: &Words) -> String {
    let entries: Vec<String> = (0..sides.items.len())
        .map(|item| entry(sides, group, item))
        .collect();
    let text = text_of(sides, group, words).replace('\n', "; ");
    format!("{text}; {}", entries.join(words.comma()))
}
