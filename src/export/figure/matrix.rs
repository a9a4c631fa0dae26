//! A matrix of coloured cells in a thin frame, with names on its rows and columns.

use plotters::style::RGBColor;

use super::canvas::Canvas;
use super::colours::INK;
use super::names::Names;

/// Where a matrix stands and how large it is.
#[derive(Clone, Copy)]
pub(super) struct Matrix {
    /// Its upper left corner.
    pub(super) at: (f64, f64),
    /// Width and height of a cell.
    pub(super) cell: (f64, f64),
    /// Rows and columns.
    pub(super) shape: (usize, usize),
}

impl Matrix {
    pub(super) fn right(self) -> f64 {
        self.at.0 + self.cell.0 * self.shape.1 as f64
    }

    pub(super) fn bottom(self) -> f64 {
        self.at.1 + self.cell.1 * self.shape.0 as f64
    }

    /// Its edges: left, top, right, bottom.
    pub(super) fn edges(self) -> [f64; 4] {
        [self.at.0, self.at.1, self.right(), self.bottom()]
    }

    /// Draws the cells; `colour(row, column)` is a cell's.
    pub(super) fn draw(self, canvas: &Canvas, colour: impl Fn(usize, usize) -> RGBColor) {
        let ((left, top), (width, height)) = (self.at, self.cell);
        let (right, bottom) = (self.right(), self.bottom());
        for row in 0..self.shape.0 {
            for col in 0..self.shape.1 {
                let (x, y) = (left + col as f64 * width, top + row as f64 * height);
                // Each reaches below the next, so that no seam is seen at any scale.
                let edges = [
                    x,
                    y,
                    (x + width + 1.0).min(right),
                    (y + height + 1.0).min(bottom),
                ];
                canvas.rect(edges, colour(row, col));
            }
        }
        canvas.outline(self.edges(), 0.8, INK);
    }

    /// Names left of the rows.
    pub(super) fn name_rows(self, canvas: &Canvas, names: &Names) {
        names.beside_rows(canvas, self.at.0, self.at.1, self.cell.1);
    }

    /// Names below the columns.
    pub(super) fn name_columns(self, canvas: &Canvas, names: &Names) {
        names.below_columns(canvas, self.at.0, self.bottom(), self.cell.0);
    }
}
