//! The parts of a picture that lines, dots and names take up.

use super::{Area, Point};

/// The side of a square that is taken as a whole by what passes through it.
const SQUARE: f64 = 3.0;

/// Which squares of an area are taken.
pub(crate) struct Occupied {
    area: Area,
    n_cols: usize,
    n_rows: usize,
    taken: Vec<bool>,
}

impl Occupied {
    /// An area of which nothing is taken.
    pub(crate) fn none_of(area: Area) -> Self {
        let squares = |side: f64| (side.max(0.0) / SQUARE).ceil() as usize + 1;
        let (n_cols, n_rows) = (squares(area.width()), squares(area.height()));
        Self {
            area,
            n_cols,
            n_rows,
            taken: vec![false; n_cols * n_rows],
        }
    }

    /// Takes what a line passes through.
    pub(crate) fn take_line(&mut self, points: &[Point]) {
        for pair in points.windows(2) {
            let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
            let n = (dx.abs().max(dy.abs()) / (0.5 * SQUARE)).ceil().max(1.0) as usize;
            for step in 0..=n {
                let share = step as f64 / n as f64;
                let at = Point::new(pair[0].x + share * dx, pair[0].y + share * dy);
                self.take(Area {
                    left: at.x - 1.0,
                    top: at.y - 1.0,
                    right: at.x + 1.0,
                    bottom: at.y + 1.0,
                });
            }
        }
    }

    /// Takes an area.
    pub(crate) fn take(&mut self, area: Area) {
        let (cols, rows) = self.squares(area);
        for row in rows {
            let start = row * self.n_cols;
            self.taken[start + cols.start..start + cols.end].fill(true);
        }
    }

    /// Whether an area lies within and nothing of it is taken.
    pub(crate) fn is_free(&self, area: Area) -> bool {
        let (cols, rows) = self.squares(area);
        let is_taken = |row: usize| {
            let start = row * self.n_cols;
            self.taken[start + cols.start..start + cols.end].contains(&true)
        };
        self.area.holds(&area) && !rows.into_iter().any(is_taken)
    }

    /// Columns and rows of the squares that an area touches.
    fn squares(&self, area: Area) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let range = |from: f64, to: f64, n: usize| {
            // What is left of or above the area is negative, and 0 as a number of squares.
            let (from, to) = ((from / SQUARE) as usize, (to / SQUARE) as usize);
            from.min(n)..(to + 1).min(n)
        };
        let Area { left, top, .. } = self.area;
        let cols = range(area.left - left, area.right - left, self.n_cols);
        let rows = range(area.top - top, area.bottom - top, self.n_rows);
        (cols, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area {
            left,
            top,
            right,
            bottom,
        }
    }

    #[test]
    fn nothing_is_free_that_a_line_or_an_area_takes_or_that_is_outside() {
        let mut occupied = Occupied::none_of(area(100.0, 100.0, 200.0, 160.0));
        occupied.take_line(&[Point::new(110.0, 110.0), Point::new(190.0, 150.0)]);
        occupied.take(area(100.0, 150.0, 110.0, 160.0));
        assert!(!occupied.is_free(area(140.0, 120.0, 160.0, 135.0)));
        assert!(!occupied.is_free(area(105.0, 140.0, 120.0, 155.0)));
        assert!(!occupied.is_free(area(190.0, 100.0, 201.0, 110.0)));
        assert!(occupied.is_free(area(160.0, 101.0, 199.0, 120.0)));
        occupied.take_line(&[Point::new(0.0, 0.0), Point::new(500.0, 0.0)]);
        assert!(occupied.is_free(area(160.0, 103.0, 199.0, 120.0)));
    }
}
