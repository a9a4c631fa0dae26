//! How wide a closed combo box must be, so that none of its choices is cut and it stays as wide
//! whichever is chosen.

use egui::{Color32, TextStyle, Ui};

/// The width of a combo box in which each of these texts is whole.
pub(crate) fn combo_width(ui: &Ui, texts: impl IntoIterator<Item = String>) -> f32 {
    let font = TextStyle::Button.resolve(ui.style());
    let widths = texts.into_iter().map(|text| {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(text, font.clone(), Color32::WHITE);
        galley.size().x
    });
    let spacing = ui.spacing();
    let around = 2.0 * spacing.button_padding.x + spacing.icon_spacing + spacing.icon_width;
    (widths.fold(0.0, f32::max) + around).ceil()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_combo_box_is_as_wide_as_its_widest_choice() {
        egui::__run_test_ui(|ui| {
            let width = |texts: &[&str]| combo_width(ui, texts.iter().map(ToString::to_string));
            let (short, long) = (width(&["a"]), width(&["a", "a much longer choice"]));
            assert!(long > short);
            assert!(long - width(&["a much longer choice"]) < 0.5);
        });
    }
}
