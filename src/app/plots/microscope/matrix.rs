//! One matrix of the microscope: its cells, and which of them is where.

use std::collections::BTreeSet;

use egui::{Mesh, Painter, Pos2, Rect, Shape, vec2};

use crate::app::theme::palette::Palette;

/// One of the four matrices: where it is, and the numbers in it.
pub(super) struct Matrix<'a> {
    pub(super) origin: Pos2,
    pub(super) cell: egui::Vec2,
    pub(super) n_rows: usize,
    pub(super) n_cols: usize,
    /// What the ends of the colours stand for.
    pub(super) scale: f64,
    pub(super) value: Box<dyn Fn(usize, usize) -> f64 + 'a>,
    /// Which modes a cell belongs to.
    pub(super) modes: fn(usize, usize) -> [Option<usize>; 2],
}

impl Matrix<'_> {
    pub(super) fn rect(&self) -> Rect {
        let size = vec2(
            self.n_cols as f32 * self.cell.x,
            self.n_rows as f32 * self.cell.y,
        );
        Rect::from_min_size(self.origin, size)
    }

    pub(super) fn at(&self, row: usize, col: usize) -> Rect {
        let corner = self.origin + vec2(col as f32 * self.cell.x, row as f32 * self.cell.y);
        Rect::from_min_size(corner, self.cell)
    }

    pub(super) fn cell_at(&self, pos: Pos2) -> Option<(usize, usize)> {
        let share = pos - self.origin;
        let (row, col) = (share.y / self.cell.y, share.x / self.cell.x);
        let is_in = row >= 0.0 && col >= 0.0;
        let (row, col) = (row as usize, col as usize);
        (is_in && row < self.n_rows && col < self.n_cols).then_some((row, col))
    }

    pub(super) fn draw(
        &self,
        painter: &Painter,
        palette: &Palette,
        off: &BTreeSet<usize>,
        edge: egui::Stroke,
    ) {
        let mut mesh = Mesh::default();
        for row in 0..self.n_rows {
            for col in 0..self.n_cols {
                let modes = (self.modes)(row, col);
                let is_off = modes.into_iter().flatten().any(|mode| off.contains(&mode));
                let value = if is_off {
                    0.0
                } else {
                    (self.value)(row, col) / self.scale
                };
                mesh.add_colored_rect(self.at(row, col), palette.signed(value));
            }
        }
        painter.add(Shape::mesh(mesh));
        painter.rect_stroke(self.rect(), 0.0, edge, egui::StrokeKind::Outside);
    }
}
