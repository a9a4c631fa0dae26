//! The similarity matrix at an epoch in purple, with its items and a colour bar; beside it loss
//! and modes with a band at that epoch.

use super::axes::{Frame, MEDIUM, SMALL};
use super::canvas::{Anchor, Canvas, drawn, shortened};
use super::colours::{self, INK};
use super::raster::text_width;
use super::{FigureError, dynamics};
use crate::export::RunView;

/// The matrix's side in pixels, about: cells are whole pixels.
const SIDE: f64 = 332.0;
const TOP: f64 = 48.0;
/// The longest name that is written whole, in letters.
const MOST_LETTERS: usize = 24;

/// The figure.
pub(super) fn draw(
    run: &RunView,
    epoch: usize,
    layer: usize,
    is_log: bool,
) -> Result<String, FigureError> {
    let record = run.record;
    let n_layers = record.shape().n_hidden_layers;
    if layer >= n_layers {
        return Err(FigureError::NoLayer { layer, n_layers });
    }
    let last = record.epochs().last().copied().unwrap_or(0);
    if epoch > last {
        return Err(FigureError::NoEpoch { epoch, last });
    }
    let row = record.row_at(epoch);
    let n = run.items.len();
    let cell = (SIDE / n as f64).floor().max(2.0);
    let side = cell * n as f64;
    let font_size = SMALL.min(0.92 * cell).max(4.0);
    let names: Vec<String> = run
        .items
        .iter()
        .map(|name| shortened(name, MOST_LETTERS))
        .collect();
    let widths = names.iter().map(|name| text_width(name, font_size));
    let names_width = widths.fold(0.0, f64::max).ceil();
    let left = 74.0 + 480.0 + 78.0 + names_width;
    let width = (left + side + 92.0) as u32;
    let height = (TOP + side + names_width + 24.0).max(440.0) as u32;
    Ok(drawn(width, height, |canvas| {
        let curves = Frame {
            edges: [74.0, TOP, 74.0 + 480.0, TOP + SIDE],
            n_epochs: run.n_epochs,
        };
        dynamics::draw_in(canvas, &curves, run, is_log, Some(epoch));
        let matrix = Matrix {
            left,
            cell,
            names: &names,
            font_size,
        };
        let largest = record.largest_similarity(layer);
        let largest = if largest > 0.0 { largest } else { 1.0 };
        matrix.draw(canvas, record.similarity(row, layer), largest);
        let title = match n_layers {
            1 => format!(
                "Representational similarity, epoch {}",
                record.epochs()[row]
            ),
            _ => format!(
                "Representational similarity, layer {}, epoch {}",
                layer + 1,
                record.epochs()[row]
            ),
        };
        let frame = Frame {
            edges: [left, TOP, left + side, TOP + side],
            n_epochs: 1,
        };
        frame.title(canvas, &title);
        draw_bar(
            canvas,
            [left + side + 18.0, TOP, left + side + 32.0, TOP + side],
        );
    }))
}

/// Where the matrix stands and what its rows are called.
struct Matrix<'a> {
    left: f64,
    cell: f64,
    names: &'a [String],
    font_size: f64,
}

impl Matrix<'_> {
    fn draw(&self, canvas: &Canvas, rsm: &[f64], largest: f64) {
        let n = self.names.len();
        let at = |i: usize| i as f64 * self.cell;
        let (right, bottom) = (self.left + at(n), TOP + at(n));
        for row in 0..n {
            for col in 0..n {
                let (x, y) = (self.left + at(col), TOP + at(row));
                // Each reaches below the next, so that no seam is seen at any scale.
                let edges = [
                    x,
                    y,
                    (x + self.cell + 0.5).min(right),
                    (y + self.cell + 0.5).min(bottom),
                ];
                canvas.rect(edges, colours::similarity(rsm[row * n + col] / largest));
            }
        }
        let (left, top) = (self.left, TOP);
        let frame = [
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
            (left, top),
        ];
        canvas.line(&frame, 0.8, INK);
        for (i, name) in self.names.iter().enumerate() {
            let middle = at(i) + self.cell / 2.0;
            let (size, row, column) = (self.font_size, TOP + middle, left + middle);
            canvas.text(name, (left - 6.0, row), size, INK, Anchor::Right);
            canvas.text(name, (column, bottom + 6.0), size, INK, Anchor::EndsUpward);
        }
    }
}

/// The colours from 0 to 1 with their numbers.
fn draw_bar(canvas: &Canvas, [left, top, right, bottom]: [f64; 4]) {
    const STEPS: usize = 128;
    let y = |share: f64| bottom - share * (bottom - top);
    for step in 0..STEPS {
        let (low, high) = (step as f64 / STEPS as f64, (step + 1) as f64 / STEPS as f64);
        let colour = colours::similarity(f64::midpoint(low, high));
        canvas.rect([left, (y(high) - 0.5).max(top), right, y(low)], colour);
    }
    let frame = [
        (left, top),
        (right, top),
        (right, bottom),
        (left, bottom),
        (left, top),
    ];
    canvas.line(&frame, 0.8, INK);
    for (share, text) in [
        (0.0, "0"),
        (0.25, "0.25"),
        (0.5, "0.5"),
        (0.75, "0.75"),
        (1.0, "1"),
    ] {
        canvas.line(&[(right, y(share)), (right + 4.0, y(share))], 1.0, INK);
        canvas.text(text, (right + 8.0, y(share)), SMALL, INK, Anchor::Left);
    }
    let at = (right + 46.0, f64::midpoint(top, bottom));
    canvas.text("Similarity", at, MEDIUM, INK, Anchor::Upward);
}
