//! Loss in red on the left axis, modes from blue to green on the right: the tutorial's twin axes.

use super::axes::{Frame, SMALL, Side, TINY, Values};
use super::canvas::{Anchor, Canvas, Sheet};
use super::colours::{self, BAND, FIRST_MODE, INK, LOSS, QUIET};
use super::moment::MOST_LOSS;
use super::raster::text_width;
use crate::export::RunView;

/// The figure.
pub(super) fn sheet<'a>(run: &'a RunView, is_log: bool) -> Sheet<'a> {
    Sheet::new(720.0, 440.0, move |canvas| {
        let frame = Frame {
            edges: [74.0, 48.0, 646.0, 380.0],
            n_epochs: run.n_epochs,
        };
        draw_in(canvas, &frame, run, is_log, None);
    })
}

/// Loss and modes in a frame, with a band at an epoch.
pub(super) fn draw_in(
    canvas: &Canvas,
    frame: &Frame,
    run: &RunView,
    is_log: bool,
    band: Option<usize>,
) {
    let losses = run.record.losses();
    if let Some(epoch) = band {
        draw_band(canvas, frame, epoch);
    }
    let loss_axis = loss_axis(&[losses], is_log);
    let modes = draw_modes(canvas, frame, run);
    let points = run.record.epochs().iter().zip(losses);
    let points = points.map(|(&epoch, &loss)| (epoch as f64, loss));
    frame.curve(canvas, points, loss_axis, 2.2, LOSS);
    draw_divergence(canvas, frame, run);
    frame.epoch_axis(canvas);
    frame.value_axis(canvas, Side::Left, loss_axis, "MSE", LOSS);
    let name = "Singular values (modes)";
    frame.value_axis(canvas, Side::Right, modes, name, FIRST_MODE);
    frame.title(canvas, "Training loss (Mean Squared Error)");
}

/// The axis of loss curves: from 0, or from the decade of their least value above zero.
pub(super) fn loss_axis(curves: &[&[f64]], is_log: bool) -> Values {
    let first = curves.iter().filter_map(|losses| losses.first());
    let first = first.copied().fold(f64::MIN_POSITIVE, f64::max);
    let seen = || {
        let losses = curves.iter().copied().flatten().copied();
        losses.filter(|loss| *loss <= MOST_LOSS * first)
    };
    let largest = seen().fold(first, f64::max);
    if !is_log {
        return Values::linear(0.0, (1.05 * largest).min(f64::MAX));
    }
    let least = seen().filter(|loss| *loss > 0.0).fold(first, f64::min);
    // A run that has learned everything ends in rounding, which says nothing.
    let low = least.max(1e-16 * first).log10();
    let margin = 0.04 * (largest.log10() - low).max(1.0);
    Values {
        low: low - margin,
        high: largest.log10() + margin,
        is_log,
    }
}

/// The modes divided by the largest of them, and their axis.
pub(super) fn draw_modes(canvas: &Canvas, frame: &Frame, run: &RunView) -> Values {
    let record = run.record;
    let axis = Values::linear(0.0, 1.05);
    let largest = largest_mode(run);
    let n_modes = record.shape().n_items;
    // The first on top: it is the one that all see.
    for mode in (0..n_modes).rev() {
        let points = record.epochs().iter().enumerate();
        let points = points.map(|(row, &epoch)| (epoch as f64, record.modes(row)[mode] / largest));
        frame.curve(canvas, points, axis, 1.4, colours::mode(mode, n_modes));
    }
    if run.outcome.diverged_at().is_none() && n_modes <= MOST_NUMBERED {
        number_modes(canvas, frame, run, axis, largest);
    }
    axis
}

/// More modes than this have no numbers: they would only hide each other.
const MOST_NUMBERED: usize = 16;
/// Modes that end as close as this, on their axis, share a number.
const SAME_END: f64 = 0.045;

/// The modes' numbers above the ends of their lines.
fn number_modes(canvas: &Canvas, frame: &Frame, run: &RunView, axis: Values, largest: f64) {
    let last = run.record.len() - 1;
    let n_modes = run.record.shape().n_items;
    let ends: Vec<f64> = run
        .record
        .modes(last)
        .iter()
        .map(|end| end / largest)
        .collect();
    let [_, _, right, _] = frame.edges;
    let mut first = 0;
    for group in ends.chunk_by(|a, b| a - b < SAME_END) {
        let number = match group.len() {
            1 => format!("{}", first + 1),
            n => format!("{}–{}", first + 1, first + n),
        };
        let number = if first == 0 {
            format!("mode {number}")
        } else {
            number
        };
        // One at zero has not been learned, and its number would stand in the way.
        if group[0] > SAME_END {
            let at = (right - 5.0, frame.y(group[0], axis) - 8.0);
            let colour = colours::mode(first, n_modes);
            canvas.text(&number, at, TINY, colour, Anchor::Right);
        }
        first += group.len();
    }
}

/// The largest mode of the record; of a run that diverged, before its loss left the picture.
fn largest_mode(run: &RunView) -> f64 {
    let record = run.record;
    let losses = record.losses();
    // A row's modes are those behind its step, and their loss is the next row's.
    let is_seen = |row: &usize| {
        let loss = losses.get(row + 1);
        run.outcome.diverged_at().is_none()
            || loss.is_some_and(|loss| *loss <= MOST_LOSS * losses[0])
    };
    let largest = (0..record.len())
        .take_while(is_seen)
        .map(|row| record.modes(row)[0])
        .fold(0.0, f64::max);
    if largest > 0.0 { largest } else { 1.0 }
}

/// A band from two epochs before to two behind.
fn draw_band(canvas: &Canvas, frame: &Frame, epoch: usize) {
    let [left, top, right, bottom] = frame.edges;
    let x = |epoch: f64| frame.x(epoch).clamp(left, right);
    let middle = epoch as f64;
    canvas.rect([x(middle - 2.0), top, x(middle + 2.0), bottom], BAND);
}

/// Where a run diverged.
pub(super) fn draw_divergence(canvas: &Canvas, frame: &Frame, run: &RunView) {
    let Some(epoch) = run.outcome.diverged_at() else {
        return;
    };
    let [_, top, right, bottom] = frame.edges;
    let x = frame.x(epoch as f64);
    canvas.dashes((x, top), (x, bottom), 1.0, QUIET);
    let words = format!("diverged at epoch {epoch}");
    // Behind it there is nothing else.
    let has_room = x + 12.0 + text_width(&words, SMALL) < right;
    let (at, anchor) = if has_room {
        (x + 6.0, Anchor::Left)
    } else {
        (x - 6.0, Anchor::Right)
    };
    canvas.text(&words, (at, top + 9.0), SMALL, INK, anchor);
}
