//! The predictions of the watched pairs, red and thick, over the modes.

use super::axes::{Frame, Side, Values};
use super::canvas::{Canvas, Sheet, shortened};
use super::colours::{self, FIRST_MODE, LOSS, MOST_WATCHED, QUIET};
use super::dynamics;
use super::error::FigureError;
use super::legend::{self, Mark};
use crate::export::RunView;

/// How far beyond ±1 the axis reaches.
const REACH: f64 = 1.05;
/// The longest name that is written whole, in letters.
const MOST_LETTERS: usize = 60;

/// The figure.
pub(super) fn sheet<'a>(run: &'a RunView) -> Result<Sheet<'a>, FigureError> {
    let [first, others @ ..] = run.watched else {
        return Err(FigureError::NothingWatched);
    };
    Ok(Sheet::new(720.0, 440.0, move |canvas| {
        let frame = Frame {
            edges: [74.0, 48.0, 646.0, 380.0],
            n_epochs: run.n_epochs,
        };
        let modes = dynamics::draw_modes(canvas, &frame, run);
        let reach = reach(run);
        let axis = Values::linear(-reach, reach);
        let [left, _, right, _] = frame.edges;
        let zero = frame.y(0.0, axis);
        canvas.line(&[(left, zero), (right, zero)], 0.8, QUIET);
        let record = run.record;
        // The first on top.
        for pair in (0..run.watched.len()).rev() {
            let points = record.epochs().iter().enumerate();
            let points = points.map(|(row, &epoch)| (epoch as f64, record.predictions(row)[pair]));
            let width = match pair {
                0 => 3.0,
                1..MOST_WATCHED => 2.2,
                _ => 1.0,
            };
            frame.curve(canvas, points, axis, width, colours::watched(pair));
        }
        dynamics::draw_divergence(canvas, &frame, run);
        frame.epoch_axis(canvas);
        frame.value_axis(canvas, Side::Left, axis, "Prediction", LOSS);
        let name = "Singular values (modes)";
        frame.value_axis(canvas, Side::Right, modes, name, FIRST_MODE);
        if others.is_empty() {
            frame.title(
                canvas,
                &format!("Prediction for {}", shortened(first, MOST_LETTERS)),
            );
        } else {
            frame.title(canvas, "Predictions");
            draw_legend(canvas, &frame, run.watched);
        }
    }))
}

/// Far enough for real values too; a run that diverges leaves the picture.
fn reach(run: &RunView) -> f64 {
    if run.outcome.diverged_at().is_some() {
        return REACH;
    }
    let record = run.record;
    let all = (0..record.len()).flat_map(|row| record.predictions(row));
    let largest = all.fold(0.0_f64, |a, b| a.max(b.abs()));
    // What swings a little past ±1 stays in the tutorial's frame.
    if largest <= REACH {
        REACH
    } else {
        (1.05 * largest).min(f64::MAX / 4.0)
    }
}

/// Which line is which, at the upper left; those without a colour of their own are counted.
fn draw_legend(canvas: &Canvas, frame: &Frame, names: &[String]) {
    let [left, top, ..] = frame.edges;
    let named = names.iter().take(MOST_WATCHED);
    let named = named.map(|name| shortened(name, MOST_LETTERS));
    let n_more = names.len().saturating_sub(MOST_WATCHED);
    let more = (n_more > 0).then(|| format!("… and {n_more} more"));
    let lines = named.chain(more).enumerate();
    let lines = lines.map(|(pair, text)| (Mark::Line(2.2), colours::watched(pair), text));
    legend::draw(canvas, (left + 12.0, top + 12.0), lines);
}
