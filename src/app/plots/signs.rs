//! A matrix of features as the tutorial draws it: cyan for no, magenta for yes, item names on the
//! rows. Real values are drawn between the two.

use egui::emath::GuiRounding as _;
use egui::{Align2, Color32, FontId, Mesh, Rect, Sense, Shape, Ui, pos2, vec2};

use crate::app::text::words::short;
use crate::app::theme::accessible::accessible_picture;
use crate::app::theme::palette::Palette;

const FONT: f32 = 12.0;
const GAP: f32 = 6.0;

/// Cells from this size on are set apart.
const LEAST_WITH_GAP: f32 = 8.0;

/// What the picture is drawn from: `value(row, col)` is −1 … 1.
pub(crate) struct Signs<'a> {
    pub(crate) title: &'a str,
    pub(crate) rows: &'a [String],
    /// Names under the columns; empty for none.
    pub(crate) columns: &'a [String],
    pub(crate) n_columns: usize,
    pub(crate) value: &'a dyn Fn(usize, usize) -> f64,
    /// A row that is picked out, in this matrix or in one beside it.
    pub(crate) picked: Option<usize>,
    pub(crate) palette: &'a Palette,
}

impl Signs<'_> {
    /// Draws the matrix with cells of a size; answers the row under the pointer.
    pub(crate) fn ui(self, ui: &mut Ui, cell: f32) -> Option<usize> {
        let ink = ui.visuals().text_color();
        let layout = |name: &String| {
            ui.painter()
                .layout_no_wrap(name.clone(), FontId::proportional(FONT), ink)
        };
        let rows: Vec<_> = self.rows.iter().map(layout).collect();
        let columns = self.columns.iter().map(|name| layout(&short(name)));
        let columns: Vec<_> = columns.collect();
        let widest = |galleys: &[std::sync::Arc<egui::Galley>]| {
            galleys
                .iter()
                .map(|galley| galley.size().x)
                .fold(0.0, f32::max)
        };
        let names = widest(&rows) + GAP;
        let matrix = vec2(self.n_columns as f32 * cell, rows.len() as f32 * cell);
        let size = vec2(names + matrix.x, matrix.y + widest(&columns) + GAP);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let painter = ui.painter_at(rect.expand(2.0));
        let origin = pos2(rect.left() + names, rect.top());
        let at = |row: usize, col: usize| {
            let corner = pos2(origin.x + col as f32 * cell, origin.y + row as f32 * cell);
            // On whole pixels, so that all gaps are alike.
            Rect::from_min_size(corner, vec2(cell, cell)).round_to_pixels(ui.pixels_per_point())
        };
        // Small cells have no gaps: they would be most of what is seen.
        let gap = if cell < LEAST_WITH_GAP {
            0.0
        } else {
            1.0 / ui.pixels_per_point()
        };
        let mut mesh = Mesh::default();
        for row in 0..rows.len() {
            for col in 0..self.n_columns {
                let color = self.palette.sign((self.value)(row, col));
                let mut rect = at(row, col);
                rect.max -= vec2(gap, gap);
                mesh.add_colored_rect(rect, color);
            }
        }
        painter.add(Shape::mesh(mesh));
        let every = (FONT / cell).ceil().max(1.0) as usize;
        for (row, galley) in rows.into_iter().enumerate().step_by(every) {
            let place = pos2(origin.x - GAP / 2.0, at(row, 0).center().y);
            let place = Align2::RIGHT_CENTER.anchor_size(place, galley.size());
            painter.galley(place.min, galley, ink);
        }
        for (col, galley) in columns.into_iter().enumerate().step_by(every) {
            let middle = at(0, col).center().x - galley.size().y / 2.0;
            let foot = origin.y + matrix.y + GAP / 2.0 + galley.size().x;
            let text = egui::epaint::TextShape::new(pos2(middle, foot), galley, ink);
            painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
        }
        if let Some(row) = self.picked.filter(|&row| row < self.rows.len()) {
            let line = Rect::from_min_size(at(row, 0).min, vec2(matrix.x, cell));
            let stroke = egui::Stroke::new(2.0, strong(ui));
            painter.rect_stroke(line, 0.0, stroke, egui::StrokeKind::Outside);
        }
        accessible_picture(&response, self.title);
        let hovered = response.hover_pos()?;
        let row = ((hovered.y - origin.y) / cell).floor();
        (row >= 0.0 && row < self.rows.len() as f32).then_some(row as usize)
    }
}

fn strong(ui: &Ui) -> Color32 {
    ui.visuals().strong_text_color()
}
