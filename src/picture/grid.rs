//! Coloured cells in rows and columns, with numbers in them where there is room.

use super::strokes::{fill, line_height, outline, text};
use super::{Align, Area, Colour, Drawing, Measure, Point};

/// Cells from this size on are set apart by thin lines.
const LEAST_WITH_SEAMS: f64 = 9.0;

/// The rows and columns of a matrix, and where they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// All of its cells together.
    pub area: Area,
    /// Rows.
    pub n_rows: usize,
    /// Columns.
    pub n_cols: usize,
}

impl Grid {
    /// A grid with its upper left corner at `at` and cells of this width and height.
    pub(crate) fn new(at: Point, [width, height]: [f64; 2], n_rows: usize, n_cols: usize) -> Self {
        Self {
            area: Area {
                left: at.x,
                top: at.y,
                right: at.x + width * n_cols as f64,
                bottom: at.y + height * n_rows as f64,
            },
            n_rows,
            n_cols,
        }
    }

    /// The width of a column.
    pub fn column_width(&self) -> f64 {
        self.area.width() / self.n_cols.max(1) as f64
    }

    /// The height of a row.
    pub fn row_height(&self) -> f64 {
        self.area.height() / self.n_rows.max(1) as f64
    }

    /// Where a cell is.
    pub fn cell(&self, row: usize, col: usize) -> Area {
        let x = |col: usize| self.area.left + self.column_width() * col as f64;
        let y = |row: usize| self.area.top + self.row_height() * row as f64;
        Area {
            left: x(col),
            top: y(row),
            right: x(col + 1),
            bottom: y(row + 1),
        }
    }

    /// The row and column of the cell at a point; none beside the grid.
    pub fn cell_at(&self, point: Point) -> Option<(usize, usize)> {
        if !self.area.contains(point) || self.n_rows == 0 || self.n_cols == 0 {
            return None;
        }
        let row = (point.y - self.area.top) / self.row_height();
        let col = (point.x - self.area.left) / self.column_width();
        let (row, col) = (row as usize, col as usize);
        Some((row.min(self.n_rows - 1), col.min(self.n_cols - 1)))
    }

    /// Draws the cells edge to edge, and a frame.
    pub(crate) fn draw(&self, drawing: &mut Drawing, colour: impl Fn(usize, usize) -> Colour) {
        drawing.shapes.reserve(self.n_rows * self.n_cols + 1);
        for row in 0..self.n_rows {
            for col in 0..self.n_cols {
                let cell = self.cell(row, col);
                // Each reaches below the next, so that no seam is seen at any scale.
                let area = Area {
                    right: (cell.right + 0.5).min(self.area.right),
                    bottom: (cell.bottom + 0.5).min(self.area.bottom),
                    ..cell
                };
                fill(drawing, area, colour(row, col));
            }
        }
        outline(drawing, self.area, 1.0, Colour::Quiet);
    }

    /// Draws the cells set apart by thin lines where they are large enough, else edge to edge.
    pub(crate) fn draw_apart(
        &self,
        drawing: &mut Drawing,
        colour: impl Fn(usize, usize) -> Colour,
    ) {
        if self.column_width().min(self.row_height()) < LEAST_WITH_SEAMS {
            self.draw(drawing, colour);
            return;
        }
        for row in 0..self.n_rows {
            for col in 0..self.n_cols {
                let area = self.cell(row, col).grown(-0.5);
                let colour = colour(row, col);
                fill(drawing, area, colour);
                if matches!(colour, Colour::Signed(_)) {
                    // Zero has the ground's colour, and would be no cell.
                    outline(drawing, area, 0.5, Colour::Faint);
                }
            }
        }
    }

    /// The largest size, of these in turn, at which every text fits into its cell.
    pub(crate) fn size_for(
        &self,
        sizes: &[f64],
        texts: &[String],
        measure: &dyn Measure,
    ) -> Option<f64> {
        let fits = |size: &f64| {
            let is_high = line_height(*size) <= self.row_height();
            let room = self.column_width() - 4.0;
            is_high && texts.iter().all(|text| measure.width(text, *size) <= room)
        };
        sizes.iter().copied().find(fits)
    }

    /// Writes a text into each cell, row by row.
    pub(crate) fn write(
        &self,
        drawing: &mut Drawing,
        size: f64,
        texts: &[String],
        colour: impl Fn(usize, usize) -> Colour,
    ) {
        for (i, words) in texts.iter().enumerate() {
            let (row, col) = (i / self.n_cols, i % self.n_cols);
            let at = self.cell(row, col).centre();
            let look = (size, colour(row, col));
            text(drawing, words, at, [Align::Middle; 2], look);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_of_a_grid_is_in_the_cell_that_is_drawn_there() {
        let grid = Grid::new(Point::new(10.0, 20.0), [4.0, 3.0], 2, 5);
        for row in 0..2 {
            for col in 0..5 {
                assert_eq!(grid.cell_at(grid.cell(row, col).centre()), Some((row, col)));
            }
        }
        assert_eq!(grid.cell_at(Point::new(30.0, 26.0)), Some((1, 4)));
        assert_eq!(grid.cell_at(Point::new(9.9, 21.0)), None);
        let empty = Grid::new(Point::new(0.0, 0.0), [4.0, 3.0], 0, 5);
        assert_eq!(empty.cell_at(Point::new(0.0, 0.0)), None);
    }
}
