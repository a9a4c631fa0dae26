//! The data's singular values, with the population's as marks beside them.

use egui::{Align2, FontId, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::app::text::format;
use crate::app::theme::accessible::accessible_picture;
use crate::app::theme::palette::Palette;

const FONT: f32 = 12.0;

/// Draws a bar for each singular value, and a line where the population's is.
pub(crate) fn spectrum_ui(
    ui: &mut Ui,
    values: &[f64],
    population: &[f64],
    palette: &Palette,
    name: &str,
) {
    let size = vec2(
        ui.available_width(),
        ui.available_height().clamp(120.0, 260.0),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter_at(rect);
    let ink = ui.visuals().text_color();
    let inner = Rect::from_min_max(
        rect.min + vec2(4.0, FONT + 8.0),
        rect.max - vec2(4.0, FONT + 10.0),
    );
    let largest = values
        .iter()
        .chain(population)
        .copied()
        .fold(1e-12, f64::max);
    let height = |value: f64| inner.height() * (value / largest) as f32;
    let slot = inner.width() / values.len() as f32;
    let is_wide = slot > 34.0;
    for (i, &value) in values.iter().enumerate() {
        let left = inner.left() + slot * i as f32;
        let bar = Rect::from_min_max(
            pos2(left + slot * 0.2, inner.bottom() - height(value)),
            pos2(left + slot * 0.8, inner.bottom()),
        );
        painter.rect_filled(bar, 1.0, palette.mode(i, values.len()));
        if let Some(&population) = population.get(i) {
            let y = inner.bottom() - height(population);
            let stroke = Stroke::new(2.0, ui.visuals().strong_text_color());
            painter.hline(left + slot * 0.08..=left + slot * 0.92, y, stroke);
        }
        let font = FontId::proportional(FONT);
        if is_wide {
            let above = pos2(bar.center().x, bar.top().min(inner.bottom()) - 4.0);
            let text = format::plain((value * 10.0).round() / 10.0);
            painter.text(above, Align2::CENTER_BOTTOM, text, font.clone(), ink);
        }
        if is_wide || i.is_multiple_of(8) {
            let below = pos2(bar.center().x, inner.bottom() + 4.0);
            painter.text(below, Align2::CENTER_TOP, (i + 1).to_string(), font, ink);
        }
    }
    accessible_picture(&response, name);
}
