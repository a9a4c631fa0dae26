//! Lines with buttons: how wide they are, and a text at the left of those at the right end.

use egui::{Align, Color32, Label, Layout, RichText, TextStyle, Ui, vec2};

/// Draws a text in the room that buttons with these texts leave of the line, so that they stand at
/// its right end. What is cut is shown on hover by itself.
pub(crate) fn text_before(ui: &mut Ui, text: RichText, buttons: &[String]) {
    let width = ui.available_width() - row_width(ui, buttons);
    let room = vec2(width.max(0.0), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add(Label::new(text).truncate());
    });
}

/// Whether buttons with these texts have room beside each other, with the spacing that is set.
pub(crate) fn has_room(ui: &Ui, buttons: &[String]) -> bool {
    row_width(ui, buttons) - ui.spacing().item_spacing.x <= ui.available_width()
}

/// The width of buttons with these texts and of the gaps before them.
fn row_width(ui: &Ui, texts: &[String]) -> f32 {
    let font = TextStyle::Button.resolve(ui.style());
    let spacing = ui.spacing();
    let around = 2.0 * spacing.button_padding.x + spacing.item_spacing.x + 1.0;
    let width = |text: &String| {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(text.clone(), font.clone(), Color32::PLACEHOLDER);
        galley.size().x + around
    };
    texts.iter().map(width).sum()
}
