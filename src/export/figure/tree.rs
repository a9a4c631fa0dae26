//! The dendrogram of the items at an epoch, the one at the end of the run faintly behind it: the
//! same order of leaves and one scale for the whole run.

use plotters::style::RGBColor;

use super::axes::{Frame, Side, Values};
use super::canvas::{Canvas, Sheet};
use super::colours::{self, FAINT, INK, QUIET};
use super::error::FigureError;
use super::legend::{self, LINE, Mark};
use super::moment::{Moment, steady_rows};
use super::names::Names;
use crate::analysis::dendrogram::{Dendrogram, leaf_order};
use crate::picture::RunView;

const LEFT: f64 = 74.0;
const TOP: f64 = 48.0;
const HEIGHT: f64 = 320.0;
/// The least width of all leaves together, and of one.
const LEAST_WIDTH: f64 = 520.0;
const LEAST_SLOT: f64 = 10.0;

/// The most rows that are looked at for the scale.
const MOST_ROWS: usize = 1000;

/// The figure.
pub(super) fn sheet<'a>(
    run: &'a RunView,
    epoch: usize,
    layer: usize,
) -> Result<Sheet<'a>, FigureError> {
    let moment = Moment::steady(run, epoch, layer)?;
    let modes = &run.data.ok_or(FigureError::NoData)?.modes;
    let n = run.items.len();
    if n < 2 {
        return Err(FigureError::OneItem);
    }
    let slot = (LEAST_WIDTH / n as f64).max(LEAST_SLOT);
    let order = leaf_order(modes);
    let names: Vec<String> = order.iter().map(|&item| run.items[item].clone()).collect();
    let names = Names::new(&names, slot);
    let right = LEFT + slot * n as f64;
    let bottom = TOP + HEIGHT;
    let legend = bottom + 8.0 + names.room + 14.0;
    let frame = Frame {
        edges: [LEFT, TOP, right, bottom],
        n_epochs: 1,
    };
    Ok(Sheet::new(right + 24.0, legend + LINE, move |canvas| {
        let record = run.record;
        let tree = |row: usize| Dendrogram::new(record.similarity(row, layer), &order);
        let rows = steady_rows(run, MOST_ROWS);
        let last = rows.last().copied().unwrap_or(moment.row);
        let highest = rows.iter().copied().chain([moment.row]);
        let highest = highest.map(|row| farthest(record.similarity(row, layer), n));
        let highest = highest.fold(f64::MIN_POSITIVE, f64::max);
        let axis = Values::linear(0.0, 1.05 * highest);
        let purple = colours::similarity(0.8);
        draw_tree(canvas, &frame, axis, &tree(last), n, (1.2, FAINT));
        draw_tree(canvas, &frame, axis, &tree(moment.row), n, (2.2, purple));
        frame.value_axis(canvas, Side::Left, axis, "Distance", INK);
        frame.title(canvas, &moment.title("Tree of the items", run));
        names.below_columns(canvas, LEFT, bottom, slot);
        if last > moment.row {
            let words = format!("at epoch {}", record.epochs()[last]);
            let line = (Mark::Line(1.2), QUIET, words);
            legend::draw(canvas, (LEFT, legend), [line]);
        }
    }))
}

/// The largest distance between two items.
fn farthest(rsm: &[f64], n: usize) -> f64 {
    let pairs = (0..n).flat_map(|a| (0..a).map(move |b| (a, b)));
    let squares = pairs.map(|(a, b)| rsm[a * (n + 1)] + rsm[b * (n + 1)] - 2.0 * rsm[a * n + b]);
    squares.fold(0.0, f64::max).sqrt()
}

/// A tree of `n` leaves, its lines of that width and colour.
fn draw_tree(
    canvas: &Canvas,
    frame: &Frame,
    axis: Values,
    tree: &Dendrogram,
    n: usize,
    (width, colour): (f64, RGBColor),
) {
    let [left, _, right, bottom] = frame.edges;
    let slot = (right - left) / n as f64;
    // Where each node is: leaves first, then merges.
    let mut at: Vec<(f64, f64)> = (0..n)
        .map(|place| (left + slot * (place as f64 + 0.5), bottom))
        .collect();
    for merge in &tree.merges {
        let (a, b) = (at[merge.left], at[merge.right]);
        let y = frame.y(merge.height, axis);
        canvas.line(&[a, (a.0, y), (b.0, y), b], width, colour);
        at.push((f64::midpoint(a.0, b.0), y));
    }
}
