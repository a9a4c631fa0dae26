//! The box for the width of a figure that is to be written.

use egui::Ui;

use crate::app::command::picture::{Page, Picture};
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::export::paint::PageSize;

/// The width of a figure: its own until another one is chosen.
pub(super) fn width_ui(ui: &mut Ui, picture: &mut Picture, n_items: usize, words: &Words) {
    /// From half a column of a paper to a poster.
    const WIDTHS_CM: std::ops::RangeInclusive<f64> = 4.0..=100.0;
    let own = Page {
        width_mm: None,
        ..picture.page
    };
    let own = picture
        .plot
        .size(n_items, own)
        .map_or(0.0, |size| size.width);
    let own = PageSize::cm_of_points(own);
    let width = picture.page.width_mm.map(|width| f64::from(width) / 10.0);
    let mut cm = width.unwrap_or(own);
    ui.horizontal(|ui| {
        let name = words.get("picture-width");
        ui.label(&name);
        let drag = egui::DragValue::new(&mut cm)
            .range(WIDTHS_CM)
            .clamp_existing_to_range(false)
            .speed(0.1)
            .fixed_decimals(1)
            .suffix(" cm");
        let response = ui.add(drag);
        accessible_name(ui, &response, &name);
        let response = response.on_hover_text(words.get("picture-width-hint"));
        if response.changed() {
            picture.page.width_mm = Some((cm * 10.0).round() as u32);
        }
        let is_own = picture.page.width_mm.is_none();
        let own = egui::Button::new(words.get("picture-width-own"));
        if ui.add_enabled(!is_own, own).clicked() {
            picture.page.width_mm = None;
        }
    });
}
