//! The singular values of the data as bars, in the modes' colours; for data of a tree with those
//! of the population as lines.

use super::axes::{Frame, MEDIUM, SMALL, Side, TINY, Values};
use super::canvas::{Anchor, Canvas, Sheet};
use super::colours::{self, FIRST_MODE, INK};
use super::error::FigureError;
use super::legend::{self, LINE, Mark};
use crate::export::RunView;

const LEFT: f64 = 74.0;
const TOP: f64 = 48.0;
const HEIGHT: f64 = 300.0;
/// The least width of all bars together, and of one.
const LEAST_WIDTH: f64 = 480.0;
const LEAST_SLOT: f64 = 8.0;
/// Bars with as much room have their value above them, and a number below.
const VALUE_ROOM: f64 = 38.0;
const NUMBER_ROOM: f64 = 28.0;

/// The figure.
pub(super) fn sheet<'a>(run: &'a RunView) -> Result<Sheet<'a>, FigureError> {
    let data = run.data.ok_or(FigureError::NoData)?;
    let values = &data.modes.singular_values;
    let population = data.population.as_deref().unwrap_or_default();
    let slot = (LEAST_WIDTH / values.len() as f64).max(LEAST_SLOT);
    let frame = Frame {
        edges: [LEFT, TOP, LEFT + slot * values.len() as f64, TOP + HEIGHT],
        n_epochs: 1,
    };
    let [left, _, right, bottom] = frame.edges;
    let legend = bottom + 62.0;
    Ok(Sheet::new(
        right + 24.0,
        legend + 2.0 * LINE,
        move |canvas| {
            let largest = values.iter().chain(population).copied();
            let largest = largest.fold(0.0, f64::max).max(f64::MIN_POSITIVE);
            let axis = Values::linear(0.0, 1.08 * largest);
            draw_bars(canvas, &frame, axis, slot, values);
            for (mode, &value) in population.iter().enumerate() {
                let x = |share: f64| left + slot * (mode as f64 + share);
                let y = frame.y(value, axis);
                canvas.line(&[(x(0.06), y), (x(0.94), y)], 2.0, INK);
            }
            canvas.line(&[(left, bottom), (right, bottom)], 1.0, INK);
            frame.value_axis(canvas, Side::Left, axis, "Singular value", FIRST_MODE);
            frame.title(canvas, "Singular values of the data");
            let at = (f64::midpoint(left, right), bottom + 22.0);
            canvas.text("Mode", at, MEDIUM, INK, Anchor::Below);
            if !population.is_empty() {
                let lines = [
                    (Mark::Patch, FIRST_MODE, "data".to_owned()),
                    (
                        Mark::Line(2.0),
                        INK,
                        "population: its value for as many features".to_owned(),
                    ),
                ];
                legend::draw(canvas, (left, legend - 8.0), lines);
            }
        },
    ))
}

/// A bar for each value with its number.
fn draw_bars(canvas: &Canvas, frame: &Frame, axis: Values, slot: f64, values: &[f64]) {
    let [left, _, _, bottom] = frame.edges;
    let stride = (NUMBER_ROOM / slot).ceil() as usize;
    for (mode, &value) in values.iter().enumerate() {
        let x = |share: f64| left + slot * (mode as f64 + share);
        let top = frame.y(value, axis);
        let colour = colours::mode(mode, values.len());
        canvas.rect([x(0.2), top, x(0.8), bottom], colour);
        if slot >= VALUE_ROOM {
            let text = super::axes::plain(value);
            canvas.text(&text, (x(0.5), top - 8.0), TINY, INK, Anchor::Middle);
        }
        // Every one, or 1, 6, 11 … as room allows.
        if mode.is_multiple_of(stride) {
            let at = (x(0.5), bottom + 6.0);
            canvas.text(&(mode + 1).to_string(), at, SMALL, INK, Anchor::Below);
        }
    }
}
