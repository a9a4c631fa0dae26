//! Matrices of the same rows and columns side by side, or below each other where that leaves them
//! larger: the weights of Regression and their differences, and those of the exercise.

use nalgebra::DMatrix;

use super::cell_scale::{CellScale, largest_size};
use super::item_phrase::ItemPhrase;
use super::names::Names;
use super::strokes::{line_height, outline, size, text};
use super::{
    Align, Colour, Drawing, Grid, Measure, Phrase, Point, Size, Words, short_names,
};
use crate::numbers::{fixed, short};

/// Around the picture, and between its matrices.
const MARGIN: f64 = 6.0;
const GAP: f64 = 18.0;
/// The largest cell, without and with numbers in it.
const LARGEST_CELL: f64 = 22.0;
const LARGEST_WITH_NUMBERS: [f64; 2] = [64.0, 34.0];
/// The sizes of numbers in cells, the largest first.
const NUMBER_SIZES: [f64; 6] = [14.0, 13.0, 12.0, 11.0, 10.0, 9.0];
/// The share of the width and height that names take at most.
const MOST_NAMES: [f64; 2] = [0.2, 0.25];

/// One of the matrices.
#[derive(Clone, Debug, PartialEq)]
pub struct CellMatrix {
    /// What it is.
    pub caption: String,
    /// Its numbers; none where there are none, of a run that diverged.
    pub values: Option<DMatrix<f64>>,
    /// Its colours.
    pub scale: CellScale,
    /// With how many decimals its numbers are written where there is room; none for as short as
    /// they are.
    pub n_decimals: Option<usize>,
    /// Cells that are outlined as wrong.
    pub wrong: Vec<(usize, usize)>,
}

/// Matrices of the same shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrices {
    /// At least one.
    pub matrices: Vec<CellMatrix>,
    /// Names of the rows; empty for none.
    pub rows: Vec<String>,
    /// Names of the columns; empty for none.
    pub columns: Vec<String>,
    /// Whether numbers are wanted in the cells, where there is room.
    pub has_numbers: bool,
}

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
    /// The weights of Regression, items on the rows: those found analytically, and those of each
    /// network with their difference from these. Each is captioned and features × P; a network
    /// without weights diverged. All weights have one scale, up to `largest` or the largest
    /// analytical one, all differences another.
    pub fn of_weights(
        (caption, analytical): (String, &DMatrix<f64>),
        networks: &[(String, Option<&DMatrix<f64>>)],
        [items, features]: [Vec<String>; 2],
        words: &dyn Words,
    ) -> Self {
        let scale = CellScale::signed(analytical.iter().copied());
        let differences = networks.iter().map(|(_, weights)| {
            let difference = weights.map(|weights| (weights - analytical).transpose());
            difference.filter(|difference| difference.iter().all(|value| value.is_finite()))
        });
        let differences: Vec<Option<DMatrix<f64>>> = differences.collect();
        let all = differences.iter().flatten().flat_map(|difference| difference.iter().copied());
        let largest = largest_size(all);
        let difference = words.say(&Phrase::Item(ItemPhrase::Difference(largest)));
        let mut matrices = vec![CellMatrix::new(caption, Some(analytical.transpose()), scale)];
        for ((caption, weights), between) in networks.iter().zip(differences) {
            let values = weights.map(DMatrix::transpose).filter(|_| between.is_some());
            let has_diverged = values.is_none();
            matrices.push(CellMatrix::new(caption.clone(), values, scale));
            if !has_diverged {
                let scale = CellScale::Signed { largest };
                matrices.push(CellMatrix::new(difference.clone(), between, scale));
            }
        }
        Self {
            matrices,
            rows: items,
            columns: features,
            has_numbers: false,
        }
    }

    /// The exercise: true weights, those found, of which the ones that round to another number are
    /// outlined, and the error.
    pub fn of_exercise(truth: &DMatrix<f64>, found: &DMatrix<f64>, words: &dyn Words) -> Self {
        let error = found - truth;
        let caption = |phrase| words.say(&Phrase::Item(phrase));
        let scale = CellScale::of(truth.iter().copied());
        let entries = (0..truth.nrows()).flat_map(|row| (0..truth.ncols()).map(move |col| (row, col)));
        let wrong = entries.filter(|&at| found[at].round() != truth[at]);
        let matrix = |phrase, values: DMatrix<f64>, scale, n_decimals| CellMatrix {
            n_decimals: Some(n_decimals),
            ..CellMatrix::new(caption(phrase), Some(values), scale)
        };
        let of_error = CellScale::signed(error.iter().copied());
        Self {
            matrices: vec![
                matrix(ItemPhrase::TrueWeights, truth.clone(), scale, 0),
                CellMatrix {
                    wrong: wrong.collect(),
                    ..matrix(ItemPhrase::Estimate, found.clone(), scale, 3)
                },
                matrix(ItemPhrase::Error, error, of_error, 3),
            ],
            rows: Vec::new(),
            columns: Vec::new(),
            has_numbers: true,
        }
    }

    /// Lays them out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> MatricesLayout {
        let mut drawing = Drawing::new(size);
        let frame = Frame::fitting(self, size, measure);
        for (i, (matrix, grid)) in self.matrices.iter().zip(&frame.grids).enumerate() {
            matrix.draw_caption(&mut drawing, grid, frame.caption_room, measure);
            if matrix.values.is_some() {
                matrix.draw(&mut drawing, grid);
            } else {
                matrix.draw_diverged(&mut drawing, grid, measure, words);
            }
            if self.has_numbers {
                matrix.draw_numbers(&mut drawing, grid, measure);
            }
            let area = grid.area;
            if i % frame.per_line == 0 {
                frame.rows.draw_rows(&mut drawing, area.left, area.top, grid.row_height());
            }
            if matrix.values.is_some() {
                let width = grid.column_width();
                frame.columns.draw_columns(&mut drawing, area.left, area.bottom, width);
            }
        }
        MatricesLayout {
            drawing,
            grids: frame.grids,
        }
    }

    fn shape(&self) -> (usize, usize) {
        let mut shapes = self.matrices.iter().filter_map(|matrix| matrix.values.as_ref());
        shapes.next().map_or((1, 1), DMatrix::shape)
    }
}

impl CellMatrix {
    /// A matrix with nothing in its cells but their colours.
    pub fn new(caption: String, values: Option<DMatrix<f64>>, scale: CellScale) -> Self {
        Self {
            caption,
            values,
            scale,
            n_decimals: None,
            wrong: Vec::new(),
        }
    }

    fn draw_caption(&self, drawing: &mut Drawing, grid: &Grid, room: f64, measure: &dyn Measure) {
        let words = short_names::cut(&self.caption, room, size::TEXT, measure);
        let at = Point::new(grid.area.left, grid.area.top - 3.0);
        let look = (size::TEXT, Colour::Ink);
        text(drawing, words, at, [Align::Start, Align::End], look);
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

    fn draw_diverged(
        &self,
        drawing: &mut Drawing,
        grid: &Grid,
        measure: &dyn Measure,
        words: &dyn Words,
    ) {
        outline(drawing, grid.area, 1.0, Colour::Faint);
        let words = words.say(&Phrase::Item(ItemPhrase::Diverged));
        let words = short_names::cut(&words, grid.area.width(), size::TEXT, measure);
        let look = (size::TEXT, Colour::Error);
        text(drawing, words, grid.area.centre(), [Align::Middle; 2], look);
    }

    fn draw_numbers(&self, drawing: &mut Drawing, grid: &Grid, measure: &dyn Measure) {
        let Some(values) = &self.values else {
            return;
        };
        let write = |value: f64| match self.n_decimals {
            // Where the decimals would all be zeros, or digits without end.
            Some(n) if value == 0.0 || (0.5 * 0.1_f64.powi(n as i32)..1e5).contains(&value.abs()) => {
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

/// Where the matrices are.
struct Frame {
    grids: Vec<Grid>,
    /// How many are side by side.
    per_line: usize,
    rows: Names,
    columns: Names,
    caption_room: f64,
}

impl Frame {
    /// With as many matrices side by side as leave the cells largest.
    fn fitting(picture: &Matrices, size: Size, measure: &dyn Measure) -> Self {
        let n = picture.matrices.len();
        let frames = (1..=n).map(|per_line| Self::of(picture, size, per_line, measure));
        let area = |frame: &Self| {
            let grid = &frame.grids[0];
            grid.column_width().min(grid.row_height())
        };
        // Of frames alike, the one with most side by side.
        let best = frames.max_by(|a, b| area(a).total_cmp(&area(b)));
        best.unwrap_or_else(|| Self::of(picture, size, n.max(1), measure))
    }

    fn of(picture: &Matrices, size: Size, per_line: usize, measure: &dyn Measure) -> Self {
        let (n_rows, n_cols) = picture.shape();
        let n_lines = picture.matrices.len().div_ceil(per_line);
        let caption = line_height(size::TEXT) + 4.0;
        let most = [MOST_NAMES[0] * size.width, MOST_NAMES[1] * size.height];
        let largest = if picture.has_numbers {
            LARGEST_WITH_NUMBERS
        } else {
            [LARGEST_CELL; 2]
        };
        let cell = |names: [f64; 2]| {
            let width = size.width - 2.0 * MARGIN - names[0] - GAP * (per_line - 1) as f64;
            let high = size.height / n_lines as f64 - 2.0 * MARGIN - caption - names[1];
            let wide = (width / (per_line * n_cols) as f64).clamp(1.0, largest[0]);
            let high = (high / n_rows as f64).clamp(1.0, largest[1]);
            // Cells are not much wider than high, nor the other way round.
            [wide.min(2.5 * high), high.min(2.0 * wide)]
        };
        let least = cell(most);
        let rows = Names::beside_rows(&picture.rows, least[1], most[0], measure);
        let columns = Names::below_columns(&picture.columns, least[0], most[1], measure);
        let names_room = if picture.columns.is_empty() { 0.0 } else { columns.room };
        let beside = if picture.rows.is_empty() { 0.0 } else { rows.room };
        let cell = cell([beside, names_room]);
        let width = cell[0] * n_cols as f64;
        let line = MARGIN + caption + cell[1] * n_rows as f64 + names_room + MARGIN;
        let grid = |i: usize| {
            let (row, col) = (i / per_line, i % per_line);
            let x = MARGIN + beside + (width + GAP) * col as f64;
            let y = line * row as f64 + MARGIN + caption;
            Grid::new(Point::new(x, y), cell, n_rows, n_cols)
        };
        Self {
            grids: (0..picture.matrices.len()).map(grid).collect(),
            per_line,
            rows,
            columns,
            caption_room: width + GAP - 6.0,
        }
    }
}
