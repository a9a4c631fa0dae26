//! Where the matrices are: as many groups side by side as leave the cells largest.

use super::super::names::Names;
use super::super::settled::settled;
use super::super::strokes::{line_height, size};
use super::super::{Drawing, Grid, Measure, Point, Size};
use super::Matrices;

/// Around the picture, between groups, and between the matrices of one.
const MARGIN: f64 = 6.0;
const GAP: f64 = 24.0;
const CLOSE: f64 = 12.0;
/// The largest cell, without numbers and, in width and height, with numbers in it.
const LARGEST_CELL: f64 = 34.0;
const LARGEST_WITH_NUMBERS: [f64; 2] = [84.0, 46.0];
/// How much wider than high a cell may be without and with a number, and how much higher.
const WIDE: [f64; 2] = [1.5, 2.5];
const HIGH: f64 = 1.5;
/// The share of the width and height that names take at most.
const MOST_NAMES: [f64; 2] = [0.2, 0.42];
/// A row at least so high where the picture has room for it, however narrow the columns are: names
/// beside lower ones are left out.
const LEAST_ROW: f64 = 12.0;

/// Where a matrix is.
pub(super) struct MatrixPlace {
    pub(super) grid: Grid,
    /// Room for its caption.
    pub(super) caption: Size,
    is_first: bool,
}

/// Where the matrices are.
pub(super) struct MatrixFrame {
    pub(super) places: Vec<MatrixPlace>,
    rows: Names,
    columns: Names,
    /// What the gaps between matrices are wider than they must be, for captions that need it.
    wider: f64,
}

impl MatrixFrame {
    /// Captions have a line, and two where one of them needs them.
    pub(super) fn fitting(picture: &Matrices, size: Size, measure: &dyn Measure) -> Self {
        let frame = Self::largest(picture, size, 1, measure);
        let captions = picture.groups.iter().flatten().zip(&frame.places);
        let is_cut = captions.into_iter().any(|(matrix, place)| {
            measure.width(&matrix.caption, size::TEXT) > place.caption.width
        });
        if is_cut {
            Self::largest(picture, size, 2, measure)
        } else {
            frame
        }
    }

    /// With the largest cells below captions of so many lines.
    fn largest(picture: &Matrices, size: Size, n_lines: usize, measure: &dyn Measure) -> Self {
        let n = picture.groups.len();
        let frames = (1..=n).map(|per_line| Self::of(picture, size, (per_line, n_lines), measure));
        let cell = |frame: &Self| {
            let first = frame.places.first();
            first.map_or(0.0, |place| {
                place.grid.column_width().min(place.grid.row_height())
            })
        };
        // Of frames alike, the one with most side by side.
        let best = frames.max_by(|a, b| cell(a).total_cmp(&cell(b)));
        best.unwrap_or_else(|| Self::of(picture, size, (1, n_lines), measure))
    }

    /// With so many groups side by side, and captions of so many lines.
    fn of(
        picture: &Matrices,
        size: Size,
        (per_line, n_lines): (usize, usize),
        measure: &dyn Measure,
    ) -> Self {
        let (n_rows, n_cols) = picture.shape();
        let lines: Vec<&[Vec<_>]> = picture.groups.chunks(per_line).collect();
        let caption = n_lines as f64 * line_height(size::TEXT) + 4.0;
        let most = [MOST_NAMES[0] * size.width, MOST_NAMES[1] * size.height];
        let longest = lines.iter().map(|line| matrices_and_gaps(line));
        let (n, gaps) = longest.max_by_key(|(n, _)| *n).unwrap_or((1, 0.0));
        let cell = |names: [f64; 2]| {
            let width = size.width - 2.0 * MARGIN - names[0] - gaps;
            let high = size.height / lines.len() as f64 - 2.0 * MARGIN - caption - names[1];
            let room = [width / (n * n_cols) as f64, high / n_rows as f64];
            largest_cell(room, picture.has_numbers)
        };
        let ((rows, columns), cell) = settled(cell(most), |[wide, high]| {
            let rows = Names::beside_rows(&picture.rows, high, most[0], measure);
            let columns = Names::below_columns(&picture.columns, wide, most[1], measure);
            let cell = cell([rows.room, columns.room]);
            ((rows, columns), cell)
        });
        let spare = [
            size.width - 2.0 * MARGIN - rows.room - gaps - (n * n_cols) as f64 * cell[0],
            size.height / lines.len() as f64
                - 2.0 * MARGIN
                - caption
                - columns.room
                - n_rows as f64 * cell[1],
        ];
        let frame = Self {
            places: Vec::new(),
            rows,
            columns,
            wider: 0.0,
        };
        let mut frame = frame.with_spare(picture, (n, cell), spare, measure);
        let line = MARGIN + caption + cell[1] * n_rows as f64 + frame.columns.room + MARGIN;
        for (i, groups) in lines.into_iter().enumerate() {
            let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
            let top = line * i as f64 + MARGIN + caption;
            let grid = Grid::new(Point::new(MARGIN, top), cell, n_rows, n_cols);
            frame.place_line(&sizes, &grid, Size::new(size.width, caption));
        }
        frame
    }

    /// Names, and captions of so many matrices side by side, with the width and height that their
    /// cells leave.
    fn with_spare(
        self,
        picture: &Matrices,
        (n, cell): (usize, [f64; 2]),
        spare: [f64; 2],
        measure: &dyn Measure,
    ) -> Self {
        let [wide, high] = spare.map(|spare| spare.max(0.0));
        let n_cols = picture.shape().1;
        let needed = widest_caption(picture, measure) - n_cols as f64 * cell[0] - CLOSE;
        let wider = needed.clamp(0.0, wide / n as f64);
        let beside = (cell[1], wide - wider * n as f64);
        Self {
            rows: (self.rows).with_more_room(&picture.rows, beside, measure),
            columns: (self.columns).with_more_room(&picture.columns, (cell[0], high), measure),
            wider,
            places: self.places,
        }
    }

    /// Places groups of so many matrices like `first` side by side, in a line so wide under
    /// captions so high.
    fn place_line(&mut self, sizes: &[usize], first: &Grid, line: Size) {
        let start = self.places.len();
        let mut left = MARGIN + self.rows.room;
        for &n in sizes {
            for i in 0..n {
                let at = Point::new(left, first.area.top);
                let cell = [first.column_width(), first.row_height()];
                let grid = Grid::new(at, cell, first.n_rows, first.n_cols);
                let gap = if i + 1 < n { CLOSE } else { GAP };
                left = grid.area.right + gap + self.wider;
                self.places.push(MatrixPlace {
                    grid,
                    caption: Size::new(left - 6.0 - grid.area.left, line.height),
                    is_first: self.places.len() == start,
                });
            }
        }
        if let Some(last) = self.places.last_mut() {
            last.caption.width = line.width - MARGIN - last.grid.area.left;
        }
    }

    /// Names left of the first of a line, and below each.
    pub(super) fn draw_names(&self, drawing: &mut Drawing, place: &MatrixPlace) {
        let grid = &place.grid;
        let area = grid.area;
        if place.is_first {
            self.rows
                .draw_rows(drawing, area.left, area.top, grid.row_height());
        }
        self.columns
            .draw_columns(drawing, area.left, area.bottom, grid.column_width());
    }
}

/// The largest cell in a room.
fn largest_cell(room: [f64; 2], has_numbers: bool) -> [f64; 2] {
    let largest = if has_numbers {
        LARGEST_WITH_NUMBERS
    } else {
        [LARGEST_CELL; 2]
    };
    let wide = room[0].clamp(1.0, largest[0]);
    let high = room[1].clamp(1.0, largest[1]);
    [
        wide.min(WIDE[usize::from(has_numbers)] * high),
        high.min((HIGH * wide).max(LEAST_ROW)),
    ]
}

/// The width of the widest caption in a line of its own, and the room behind it.
fn widest_caption(picture: &Matrices, measure: &dyn Measure) -> f64 {
    let captions = picture.groups.iter().flatten();
    let widths = captions.map(|matrix| measure.width(&matrix.caption, size::TEXT));
    widths.fold(0.0, f64::max) + 7.0
}

/// How many matrices a line of groups has, and the gaps between them.
fn matrices_and_gaps<T>(line: &[Vec<T>]) -> (usize, f64) {
    let n: usize = line.iter().map(Vec::len).sum();
    let gaps = GAP * (line.len() - 1) as f64 + CLOSE * (n - line.len()) as f64;
    (n, gaps)
}
