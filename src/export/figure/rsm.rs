//! The similarity matrix at an epoch in purple, with its items and a colour bar; beside it loss
//! and modes with a band at that epoch.

use super::axes::Frame;
use super::canvas::Sheet;
use super::colour_bar::ColourBar;
use super::error::FigureError;
use super::matrix::Matrix;
use super::moment::Moment;
use super::names::{LEAST_CELL, Names};
use super::{colours, dynamics};
use crate::export::RunView;

/// The matrix's side in pixels, about: cells are whole pixels.
const SIDE: f64 = 332.0;
const TOP: f64 = 48.0;
/// The left and right edge of loss and modes, and what is right of them.
const CURVES: [f64; 2] = [74.0, 74.0 + 480.0];
const RIGHT_AXIS: f64 = 78.0;

/// The figure.
pub(super) fn sheet<'a>(
    run: &'a RunView,
    epoch: usize,
    layer: usize,
    is_log: bool,
) -> Result<Sheet<'a>, FigureError> {
    let moment = Moment::of(run, epoch, layer)?;
    let record = run.record;
    let n = run.items.len();
    let cell = (SIDE / n as f64).floor().max(LEAST_CELL);
    let names = Names::new(run.items, cell);
    let matrix = Matrix {
        at: (CURVES[1] + RIGHT_AXIS + names.room, TOP),
        cell: (cell, cell),
        shape: (n, n),
    };
    let bar = ColourBar {
        n_steps: 128,
        colour: colours::similarity,
        ticks: ["0", "0.25", "0.5", "0.75", "1"]
            .into_iter()
            .enumerate()
            .map(|(quarter, text)| (quarter as f64 / 4.0, text.to_owned()))
            .collect(),
        name: "Similarity",
    };
    let width = matrix.right() + bar.room() + 8.0;
    let height = (matrix.bottom() + names.room + 18.0).max(440.0);
    Ok(Sheet::new(width, height, move |canvas| {
        let curves = Frame {
            edges: [CURVES[0], TOP, CURVES[1], TOP + SIDE],
            n_epochs: run.n_epochs,
        };
        dynamics::draw_in(canvas, &curves, run, is_log, Some(epoch));
        let largest = record.largest_similarity(layer);
        let largest = if largest > 0.0 { largest } else { 1.0 };
        let rsm = record.similarity(moment.row, layer);
        matrix.draw(canvas, |row, col| {
            colours::similarity(rsm[row * n + col] / largest)
        });
        matrix.name_rows(canvas, &names);
        matrix.name_columns(canvas, &names);
        let frame = Frame {
            edges: matrix.edges(),
            n_epochs: 1,
        };
        frame.title(canvas, &moment.title("Representational similarity", run));
        bar.draw(canvas, matrix.edges());
    }))
}
