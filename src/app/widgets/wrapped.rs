//! A text over several lines, with the line breaks that Japanese asks for.

use egui::{Label, Response, RichText, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::app::text::line_breaks::{is_japanese, with_breaks};
use crate::app::theme::accessible::accessible_name;

/// Draws a text as wide as there is room for; `styled` gives it size and colour.
pub(crate) fn wrapped_ui(
    ui: &mut Ui,
    text: &str,
    styled: impl Fn(RichText) -> RichText,
) -> Response {
    // There the first line would begin elsewhere than the others, and be as wide.
    debug_assert!(!ui.layout().main_wrap(), "{text}");
    let broken = broken(ui, text, ui.available_width(), &styled);
    let response = ui.add(Label::new(styled(RichText::new(broken))).wrap());
    accessible_name(ui, &response, text);
    response
}

/// Draws a text behind a bullet, its lines one below the other.
pub(crate) fn bulleted_ui(ui: &mut Ui, text: &str) -> Response {
    let row = ui.horizontal_top(|ui| {
        ui.label("•");
        ui.vertical(|ui| wrapped_ui(ui, text, |text| text)).inner
    });
    row.inner
}

/// The text with a line break wherever one of a Japanese text is to go on, in a room of this width;
/// any other text as it is.
pub(crate) fn broken(
    ui: &Ui,
    text: &str,
    room: f32,
    styled: &dyn Fn(RichText) -> RichText,
) -> String {
    if !is_japanese(text) {
        return text.to_owned();
    }
    let width = |part: &str| {
        let part = WidgetText::from(styled(RichText::new(part)));
        let extend = Some(TextWrapMode::Extend);
        let galley = part.into_galley(ui, extend, f32::INFINITY, TextStyle::Body);
        galley.size().x
    };
    // Widths of parts do not add up to the last digit.
    with_breaks(text, room - 1.0, &width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_japanese_text_is_broken_for_its_room_and_another_one_is_left_to_egui() {
        let ctx = egui::Context::default();
        crate::app::theme::fonts::install(&ctx);
        let texts = ["学習の曲線と、損失の曲線", "the curves of learning"];
        let mut lines = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let broken = texts.map(|text| broken(ui, text, 60.0, &|text| text));
            lines = broken.map(|text| text.lines().count()).to_vec();
        });
        output.textures_delta.clear();
        assert!(lines[0] > 1 && lines[1] == 1, "{lines:?}");
    }

    #[test]
    fn a_bulleted_text_has_no_more_lines_than_its_room_needs() {
        let ctx = egui::Context::default();
        crate::app::theme::fonts::install(&ctx);
        let text = "学習率とγをドラッグすると、変えるたびに同じ乱数からその場で再訓練します。";
        for width in 150..400 {
            let mut heights = [0.0; 2];
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                // Each in a room of its own: what is drawn widens the room that it is in.
                let bulleted = ui.scope(|ui| {
                    ui.set_max_width(width as f32);
                    bulleted_ui(ui, text).rect
                });
                let bulleted = bulleted.inner;
                let plain = ui.scope(|ui| {
                    ui.set_max_width(bulleted.width().ceil() + 1.0);
                    wrapped_ui(ui, text, |text| text).rect
                });
                let plain = plain.inner;
                heights = [bulleted.height(), plain.height()];
            });
            output.textures_delta.clear();
            assert!(heights[0] <= heights[1] + 0.5, "{width}: {heights:?}");
        }
    }
}
