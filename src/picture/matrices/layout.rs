//! The matrices laid out: captions, cells and their numbers.

use super::super::item_phrase::ItemPhrase;
use super::super::paragraph::Paragraph;
use super::super::strokes::{line_height, outline, size, text};
use super::super::{Align, Colour, Drawing, Grid, Measure, Phrase, Point, Size, Words, shortened};
use super::frame::MatrixFrame;
use super::{CellMatrix, Matrices};
use crate::numbers::{fixed, short};

/// The sizes of numbers in cells, the largest first.
const NUMBER_SIZES: [f64; 6] = [14.0, 13.0, 12.0, 11.0, 10.0, 9.0];

/// The matrices laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct MatricesLayout {
    /// The picture.
    pub drawing: Drawing,
    /// Where each matrix is.
    pub grids: Vec<Grid>,
}

impl MatricesLayout {
    /// The matrix, the row and the column at a point.
    pub fn cell_at(&self, point: Point) -> Option<(usize, (usize, usize))> {
        let mut grids = self.grids.iter().enumerate();
        grids.find_map(|(i, grid)| Some((i, grid.cell_at(point)?)))
    }
}

impl Matrices {
    /// Lays them out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> MatricesLayout {
        let mut drawing = Drawing::new(size);
        let frame = MatrixFrame::fitting(self, size, measure);
        let matrices = self.groups.iter().flatten();
        for (matrix, place) in matrices.zip(&frame.places) {
            let grid = &place.grid;
            matrix.draw_caption(&mut drawing, grid, place.caption, measure);
            if matrix.values.is_some() {
                matrix.draw(&mut drawing, grid);
            } else {
                CellMatrix::draw_diverged(&mut drawing, grid, measure, words);
            }
            if self.has_numbers {
                matrix.draw_numbers(&mut drawing, grid, measure);
            }
            if matrix.values.is_some() {
                frame.draw_names(&mut drawing, place);
            }
        }
        MatricesLayout {
            drawing,
            grids: frame.places.iter().map(|place| place.grid).collect(),
        }
    }
}

impl CellMatrix {
    /// Writes the caption above the matrix, its last line next to it.
    fn draw_caption(&self, drawing: &mut Drawing, grid: &Grid, room: Size, measure: &dyn Measure) {
        let caption = Paragraph::fitting(&self.caption, room, size::TEXT, measure);
        let look = (caption.size, Colour::Ink);
        for (i, line) in caption.lines.into_iter().rev().enumerate() {
            let y = grid.area.top - 3.0 - i as f64 * line_height(caption.size);
            let at = Point::new(grid.area.left, y);
            text(drawing, line, at, [Align::Start, Align::End], look);
        }
    }

    fn draw(&self, drawing: &mut Drawing, grid: &Grid) {
        let Some(values) = &self.values else {
            return;
        };
        grid.draw_apart(drawing, |row, col| self.scale.colour(values[(row, col)]));
        for &(row, col) in &self.wrong {
            outline(drawing, grid.cell(row, col).grown(-1.5), 2.0, Colour::Error);
        }
    }

    fn draw_diverged(drawing: &mut Drawing, grid: &Grid, measure: &dyn Measure, words: &dyn Words) {
        outline(drawing, grid.area, 1.0, Colour::Faint);
        let words = words.say(&Phrase::Item(ItemPhrase::Diverged));
        let words = shortened(&words, grid.area.width(), size::TEXT, measure);
        let look = (size::TEXT, Colour::Error);
        text(drawing, words, grid.area.centre(), [Align::Middle; 2], look);
    }

    fn draw_numbers(&self, drawing: &mut Drawing, grid: &Grid, measure: &dyn Measure) {
        let Some(values) = &self.values else {
            return;
        };
        let write = |value: f64| match self.n_decimals {
            // Where the decimals would all be zeros, or digits without end.
            Some(n)
                if value == 0.0 || (0.5 * 0.1_f64.powi(n as i32)..1e5).contains(&value.abs()) =>
            {
                fixed(value, n)
            }
            _ => short(value),
        };
        let cells = (0..grid.n_rows).flat_map(|row| (0..grid.n_cols).map(move |col| (row, col)));
        let texts: Vec<String> = cells.map(|at| write(values[at])).collect();
        if let Some(size) = grid.size_for(&NUMBER_SIZES, &texts, measure) {
            let ink = |row, col| self.scale.ink(values[(row, col)]);
            grid.write(drawing, size, &texts, ink);
        }
    }
}
