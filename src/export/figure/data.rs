//! Labels and features as the tutorial's `plot_tree_data` draws them: cyan for no, magenta for
//! yes, item names on the rows; of many features the first and the last.

use super::axes::{Frame, MEDIUM, plain};
use super::canvas::{Anchor, Sheet};
use super::colour_bar::ColourBar;
use super::colours::{self, INK};
use super::error::FigureError;
use super::matrix::Matrix;
use super::names::{LEAST_CELL, Names};
use crate::export::RunView;
use crate::export::ShownFeature;

const TOP: f64 = 48.0;
const MARGIN: f64 = 20.0;
/// Between labels and features, and where features are left out.
const GAP: f64 = 28.0;
/// The labels' side, about, and their largest cells.
const SIDE: f64 = 332.0;
const WIDEST_CELL: f64 = 16.0;
/// Columns narrower than this have no room for their names.
const LEAST_COLUMN: f64 = 12.0;

/// The figure.
pub(super) fn sheet<'a>(run: &'a RunView) -> Result<Sheet<'a>, FigureError> {
    let data = run.data.ok_or(FigureError::NoData)?;
    let n = run.items.len();
    let cell = (SIDE / n as f64).floor().clamp(LEAST_CELL, WIDEST_CELL);
    let items = Names::new(run.items, cell);
    let labels = Matrix {
        at: (MARGIN + items.room, TOP),
        cell: (cell, cell),
        shape: (n, n),
    };
    let left = labels.right() + GAP + items.room;
    let blocks = blocks(&data.shown, (left, TOP), cell);
    let right = blocks.last().map_or(left, |block| block.matrix.right());
    let features = [left, TOP, right, labels.bottom()];
    let largest = largest(&data.shown);
    let bar = bar(&data.shown, largest);
    let names_room = blocks.iter().map(|block| block.names.room);
    let names_room = names_room.fold(items.room, f64::max);
    let width = right + bar.room() + 8.0;
    let height = labels.bottom() + names_room + MARGIN;
    Ok(Sheet::new(width, height, move |canvas| {
        let frame = |edges| Frame { edges, n_epochs: 1 };
        frame(labels.edges()).title(canvas, "Labels");
        let label = |row: usize, col: usize| if row == col { 1.0 } else { -1.0 };
        labels.draw(canvas, |row, col| colours::sign(label(row, col)));
        labels.name_rows(canvas, &items);
        labels.name_columns(canvas, &items);
        frame(features).title(canvas, &title(data.shown.len(), data.n_features));
        for (i, block) in blocks.iter().enumerate() {
            let Block {
                matrix,
                features,
                names,
            } = block;
            matrix.draw(canvas, |row, col| {
                colours::sign(features[col].values[row] / largest)
            });
            matrix.name_columns(canvas, names);
            if i == 0 {
                matrix.name_rows(canvas, &items);
            } else {
                let middle = f64::midpoint(TOP, matrix.bottom());
                let at = (matrix.at.0 - GAP / 2.0, middle);
                canvas.text("…", at, MEDIUM, INK, Anchor::Middle);
            }
        }
        bar.draw(canvas, features);
    }))
}

/// Features that follow one another.
struct Block<'a> {
    matrix: Matrix,
    features: &'a [ShownFeature],
    names: Names,
}

/// The features from `at` on, apart where some are left out.
fn blocks(shown: &[ShownFeature], at: (f64, f64), cell: f64) -> Vec<Block<'_>> {
    let column = cell.max(LEAST_COLUMN);
    let mut left = at.0;
    let mut blocks = Vec::new();
    for features in shown.chunk_by(|a, b| a.feature + 1 == b.feature) {
        let matrix = Matrix {
            at: (left, at.1),
            cell: (column, cell),
            shape: (features[0].values.len(), features.len()),
        };
        left = matrix.right() + GAP;
        let names: Vec<String> = features.iter().map(name).collect();
        blocks.push(Block {
            matrix,
            features,
            names: Names::new(&names, column),
        });
    }
    blocks
}

/// Its name, or its number from 1.
fn name(feature: &ShownFeature) -> String {
    if feature.name.is_empty() {
        (feature.feature + 1).to_string()
    } else {
        feature.name.clone()
    }
}

fn title(n_shown: usize, n_features: usize) -> String {
    if n_shown == n_features {
        "Features".to_owned()
    } else {
        format!("{n_shown} of {n_features} features")
    }
}

/// The size that stands for yes.
fn largest(shown: &[ShownFeature]) -> f64 {
    let values = shown.iter().flat_map(|feature| &feature.values);
    let largest = values.fold(0.0_f64, |a, b| a.max(b.abs()));
    if largest > 0.0 { largest } else { 1.0 }
}

/// No and yes as in the tutorial; for real values the numbers.
fn bar(shown: &[ShownFeature], largest: f64) -> ColourBar {
    let mut values = shown.iter().flat_map(|feature| &feature.values);
    if values.all(|value| value.abs() == largest) {
        return ColourBar {
            n_steps: 2,
            colour: |share| colours::sign((share - 0.5).signum()),
            ticks: vec![(0.25, "no".to_owned()), (0.75, "yes".to_owned())],
            name: "",
        };
    }
    let tick = |share: f64| (share, plain((2.0 * share - 1.0) * largest));
    ColourBar {
        n_steps: 128,
        colour: |share| colours::sign(2.0 * share - 1.0),
        ticks: [0.0, 0.5, 1.0].map(tick).to_vec(),
        name: "",
    }
}
