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
    if !is_japanese(text) {
        return ui.add(Label::new(styled(RichText::new(text))).wrap());
    }
    let width = |part: &str| {
        let part = WidgetText::from(styled(RichText::new(part)));
        let extend = Some(TextWrapMode::Extend);
        let galley = part.into_galley(ui, extend, f32::INFINITY, TextStyle::Body);
        galley.size().x
    };
    // Widths of parts do not add up to the last digit.
    let broken = with_breaks(text, ui.available_width() - 1.0, &width);
    let response = ui.add(Label::new(styled(RichText::new(broken))).wrap());
    accessible_name(ui, &response, text);
    response
}
