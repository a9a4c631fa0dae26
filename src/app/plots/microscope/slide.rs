//! One frame's picture of the microscope: the matrices, their signs and names, and what is said
//! beside them.

use std::collections::BTreeSet;

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Sense};
use egui::{Ui, WidgetInfo, pos2, vec2};
use nalgebra::DMatrix;

use super::matrix::Matrix;
use super::shown::Shown;
use super::sizes::{CAPTION, FONT, GAP, NUMBERS, SIGN};
use super::still::Still;
use crate::app::plots::scene::Scene;
use crate::app::text::format;
use crate::app::text::names::{column_name, mode_name};
use crate::app::theme::accessible::accessible_picture;

/// One frame's picture.
pub(super) struct Slide<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) off: &'a BTreeSet<usize>,
    pub(super) still: &'a Still,
    pub(super) aligned: &'a [f64],
    pub(super) product: &'a DMatrix<f64>,
    pub(super) share: Option<f64>,
    pub(super) epoch: usize,
}

impl Slide<'_> {
    /// Draws the matrices; answers the mode that was clicked.
    pub(super) fn picture(&self, ui: &mut Ui, shown: &Shown) -> Option<usize> {
        // A little more than the matrices, for the last one's edge.
        let size = shown.size() + vec2(3.0, 0.0);
        let (response, painter) = ui.allocate_painter(size, Sense::CLICK);
        let matrices = self.matrices(shown, response.rect.min);
        let visuals = ui.visuals();
        let (ink, edge) = (
            visuals.text_color(),
            visuals.widgets.noninteractive.bg_stroke,
        );
        for (matrix, name) in matrices.iter().zip(["U", "A", "V", "U·A·V"]) {
            matrix.draw(&painter, self.scene.palette, self.off, edge);
            let font = |size: f32| FontId::proportional(size);
            let mut job = egui::text::LayoutJob::default();
            let strong = egui::TextFormat::simple(font(FONT + 1.0), ink);
            job.append(name, 0.0, strong.clone());
            if name.ends_with('V') {
                // No font at hand has a raised T.
                let raised = egui::TextFormat {
                    font_id: font(FONT - 3.0),
                    valign: egui::Align::TOP,
                    ..strong
                };
                job.append("T", 0.5, raised);
            }
            let scale = format!("±{}", format::plain(format::three_digits(matrix.scale)));
            let quiet = egui::TextFormat::simple(font(FONT), self.scene.palette.quiet);
            job.append(&scale, 6.0, quiet);
            let galley = painter.layout_job(job);
            let at = pos2(matrix.origin.x, response.rect.top());
            painter.galley(at, galley, ink);
        }
        self.signs(&painter, &matrices, ink);
        self.names(&painter, shown, &matrices, ink);
        accessible_picture(&response, &self.description());
        let mut clicked = self.numbers(ui, &painter, shown, &matrices);
        let hovered = response.hover_pos().and_then(|pos| {
            let mut cells = matrices.iter().enumerate();
            cells.find_map(|(i, matrix)| Some((i, matrix.cell_at(pos)?)))
        });
        if let Some((at, (row, col))) = hovered {
            let matrix = &matrices[at];
            let frame = egui::Stroke::new(2.0, self.scene.palette.epoch);
            let cell = matrix.at(row, col);
            painter.rect_stroke(cell, 0.0, frame, egui::StrokeKind::Inside);
            if response.clicked() {
                // A diagonal of A is one mode; elsewhere in it, the column's.
                clicked = clicked.or((matrix.modes)(row, col)[0]);
            }
            let text = self.hover_text(at, row, col, (matrix.value)(row, col));
            response.on_hover_text_at_pointer(text);
        }
        clicked
    }

    pub(super) fn matrices<'a>(&'a self, shown: &Shown, corner: Pos2) -> [Matrix<'a>; 4] {
        let modes = &self.scene.run.facts.modes;
        let n = modes.singular_values.len();
        let top = corner.y + CAPTION + NUMBERS;
        let modes_wide = shown.n_modes as f32 * shown.mode_width;
        let items_wide = shown.n_items as f32 * shown.item_width;
        let u = corner.x + shown.names;
        let a = u + modes_wide + SIGN;
        let v = a + modes_wide + SIGN;
        let p = v + items_wide + SIGN;
        let mode_cell = vec2(shown.mode_width, shown.height);
        let item_cell = vec2(shown.item_width, shown.height);
        let (aligned, item_side) = (self.aligned, &modes.item_side);
        let largest_mode = self.scene.run.extent.largest_mode;
        [
            Matrix {
                origin: pos2(u, top),
                cell: mode_cell,
                n_rows: shown.n_features,
                n_cols: shown.n_modes,
                scale: positive(self.still.side.amax()),
                value: Box::new(|row, col| self.still.side[(row, col)]),
                modes: |_, col| [Some(col), None],
            },
            Matrix {
                origin: pos2(a, top),
                cell: mode_cell,
                n_rows: shown.n_modes,
                n_cols: shown.n_modes,
                scale: positive(largest_mode.max(modes.singular_values[0])),
                value: Box::new(move |row, col| aligned[row + col * n]),
                modes: |row, col| [Some(col), Some(row)],
            },
            Matrix {
                origin: pos2(v, top),
                cell: item_cell,
                n_rows: shown.n_modes,
                n_cols: shown.n_items,
                scale: positive(item_side.amax()),
                value: Box::new(move |row, col| item_side[(col, row)]),
                modes: |row, _| [Some(row), None],
            },
            Matrix {
                origin: pos2(p, top),
                cell: item_cell,
                n_rows: shown.n_features,
                n_cols: shown.n_items,
                scale: positive(self.still.taught.amax()),
                value: Box::new(|row, col| self.product[(row, col)]),
                modes: |_, _| [None, None],
            },
        ]
    }

    /// The dots and the equals sign, halfway between neighbours.
    pub(super) fn signs(&self, painter: &Painter, matrices: &[Matrix<'_>; 4], ink: Color32) {
        let rows = self.still.features.len() as f32;
        for (i, sign) in ["·", "·", "="].into_iter().enumerate() {
            let (left, right) = (matrices[i].rect().right(), matrices[i + 1].rect().left());
            // Nearer to the left where numbers stand on the right.
            let x = if i == 2 {
                f32::midpoint(left, right)
            } else {
                left + SIGN * 0.3
            };
            let y = matrices[0].origin.y + rows * matrices[0].cell.y / 2.0;
            painter.text(
                pos2(x, y),
                Align2::CENTER_CENTER,
                sign,
                FontId::proportional(22.0),
                ink,
            );
        }
    }

    /// The features beside U, the items below Vᵀ and the product.
    pub(super) fn names(
        &self,
        painter: &Painter,
        shown: &Shown,
        matrices: &[Matrix<'_>; 4],
        ink: Color32,
    ) {
        let font = FontId::proportional(FONT.min(shown.height + 2.0).max(8.0));
        let u = &matrices[0];
        let every = ((font.size - 1.0) / shown.height).ceil().max(1.0) as usize;
        for (row, name) in self.features().iter().enumerate().step_by(every) {
            let at = pos2(u.origin.x - GAP, u.at(row, 0).center().y);
            painter.text(at, Align2::RIGHT_CENTER, name, font.clone(), ink);
        }
        let items = self.scene.items();
        let every = ((FONT + 1.0) / shown.item_width).ceil().max(1.0) as usize;
        for matrix in &matrices[2..] {
            let bottom = matrix.rect().bottom() + GAP;
            let names = items.iter().take(shown.n_items).enumerate();
            for (item, name) in names.step_by(every) {
                let font = FontId::proportional(FONT);
                let galley = painter.layout_no_wrap(name.clone(), font, ink);
                let x = matrix.at(0, item).center().x - galley.size().y / 2.0;
                let at = pos2(x, bottom + galley.size().x);
                let text = egui::epaint::TextShape::new(at, galley, ink);
                painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
            }
        }
    }

    /// The modes' numbers: over U as switches, and beside A and Vᵀ to read along.
    pub(super) fn numbers(
        &self,
        ui: &Ui,
        painter: &Painter,
        shown: &Shown,
        matrices: &[Matrix<'_>; 4],
    ) -> Option<usize> {
        let mut clicked = None;
        let [u, a, v, _] = matrices;
        let font = FontId::proportional(FONT.min(shown.height + 1.0).max(8.0));
        for mode in 0..shown.n_modes {
            let (color, is_on) = (self.mode_color(mode), !self.off.contains(&mode));
            let number = (mode + 1).to_string();
            for (x, y, anchor) in [
                (
                    u.at(0, mode).center().x,
                    u.origin.y - 2.0,
                    Align2::CENTER_BOTTOM,
                ),
                (
                    a.at(0, mode).center().x,
                    a.origin.y - 2.0,
                    Align2::CENTER_BOTTOM,
                ),
                (
                    a.origin.x - GAP,
                    a.at(mode, 0).center().y,
                    Align2::RIGHT_CENTER,
                ),
                (
                    v.origin.x - GAP,
                    v.at(mode, 0).center().y,
                    Align2::RIGHT_CENTER,
                ),
            ] {
                let place = painter.text(pos2(x, y), anchor, &number, font.clone(), color);
                if !is_on {
                    let line = egui::Stroke::new(1.0, color);
                    painter.hline(place.x_range().expand(1.0), place.center().y, line);
                }
            }
            let place = Rect::from_min_size(
                u.at(0, mode).min - vec2(0.0, NUMBERS),
                vec2(shown.mode_width, NUMBERS),
            );
            let switch = ui.interact(place, ui.scope_id().with(("mode", mode)), Sense::click());
            let name = mode_name(mode, self.scene.words, &self.scene.run.facts);
            let values = [("name", name.as_str().into())];
            let said = self.scene.words.with("microscope-switch", &values);
            switch.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_on, &said));
            if switch.hovered() || switch.has_focus() {
                let frame = egui::Stroke::new(1.0, self.scene.palette.epoch);
                painter.rect_stroke(place, 2.0, frame, egui::StrokeKind::Inside);
            }
            let hint = self.scene.words.get("microscope-switch-hint");
            if switch.on_hover_text(format!("{name}\n{hint}")).clicked() {
                clicked = Some(mode);
            }
        }
        clicked
    }

    pub(super) fn mode_color(&self, mode: usize) -> Color32 {
        if self.off.contains(&mode) {
            return self.scene.palette.quiet;
        }
        let n_modes = self.scene.run.facts.modes.singular_values.len();
        self.scene.palette.mode(mode, n_modes)
    }

    /// The features' names, or numbers.
    pub(super) fn features(&self) -> Vec<String> {
        let experiment = &self.scene.run.facts.experiment;
        let name = |&feature: &usize| column_name(feature, experiment);
        self.still.features.iter().map(name).collect()
    }
}

/// A scale that can be divided by.
fn positive(scale: f64) -> f64 {
    if scale > 0.0 && scale.is_finite() {
        scale
    } else {
        1.0
    }
}
