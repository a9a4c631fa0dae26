//! What each mode is: its item side as a row of signed bars over the items' names, and the split
//! that it makes.

use super::axes::{LARGE, MEDIUM, SMALL, plain};
use super::canvas::{Anchor, Canvas, Sheet, shortened};
use super::colours::{self, INK, QUIET};
use super::error::FigureError;
use super::names::{LEAST_CELL, Names, split_words};
use super::raster::text_width;
use crate::export::RunView;
use crate::model::DataModes;

/// The most modes shown; beyond that their splits are no longer told apart.
const MOST_MODES: usize = 16;

const TOP: f64 = 56.0;
const MARGIN: f64 = 20.0;
/// Room for a mode's number.
const NUMBER: f64 = 26.0;
/// A row of bars, and how far the longest of them reaches from its middle.
const ROW: f64 = 36.0;
const REACH: f64 = 14.0;
/// The width of all bars together, about, and the widest column.
const WIDTH: f64 = 330.0;
const WIDEST_COLUMN: f64 = 40.0;
/// The most room for words beside the bars.
const MOST_WORDS: f64 = 420.0;

/// The figure.
pub(super) fn sheet<'a>(run: &'a RunView) -> Result<Sheet<'a>, FigureError> {
    let modes = &run.data.ok_or(FigureError::NoData)?.modes;
    let n = run.items.len();
    let n_modes = modes.singular_values.len();
    let n_shown = n_modes.min(MOST_MODES);
    let column = (WIDTH / n as f64).floor().clamp(LEAST_CELL, WIDEST_COLUMN);
    let names = Names::new(run.items, column);
    let words: Vec<Words> = (0..n_shown)
        .map(|mode| Words::of(modes, mode, run.items))
        .collect();
    let left = MARGIN + NUMBER;
    let right = left + column * n as f64;
    let title = if n_shown == n_modes {
        "What each mode is: its item side".to_owned()
    } else {
        format!("What each mode is: the item side of the first {n_shown} of {n_modes}")
    };
    let widest = words.iter().map(|words| words.width);
    let title_end = MARGIN + text_width(&title, LARGE);
    let width = widest.fold(0.0, f64::max) + right + 18.0 + MARGIN;
    let bottom = TOP + ROW * n_shown as f64;
    let height = bottom + names.room + MARGIN;
    Ok(Sheet::new(
        width.max(title_end + MARGIN),
        height,
        move |canvas| {
            canvas.text(&title, (MARGIN, 28.0), LARGE, INK, Anchor::Left);
            for (mode, words) in words.iter().enumerate() {
                let middle = TOP + ROW * (mode as f64 + 0.5);
                let colour = colours::mode(mode, n_modes);
                let number = (mode + 1).to_string();
                canvas.text(&number, (left - 8.0, middle), MEDIUM, colour, Anchor::Right);
                if !modes.is_null(mode) {
                    let side = modes.item_side.column(mode);
                    draw_bars(canvas, (left, middle), column, side.as_slice());
                }
                canvas.line(&[(left, middle), (right, middle)], 0.8, QUIET);
                words.draw(canvas, (right + 18.0, middle));
            }
            names.below_columns(canvas, left, bottom, column);
        },
    ))
}

/// An item side as bars, cyan down and magenta up.
fn draw_bars(canvas: &Canvas, (left, middle): (f64, f64), column: f64, side: &[f64]) {
    let largest = side.iter().fold(f64::MIN_POSITIVE, |a, b| a.max(b.abs()));
    for (item, value) in side.iter().enumerate() {
        let x = |share: f64| left + column * (item as f64 + share);
        let end = middle - REACH * value / largest;
        let edges = [x(0.15), end.min(middle), x(0.85), end.max(middle)];
        canvas.rect(edges, colours::sign(value.signum()));
    }
}

/// What is said beside a mode's bars.
struct Words {
    split: String,
    strength: String,
    width: f64,
}

impl Words {
    /// With as many items by name as there is room for.
    fn of(modes: &DataModes, mode: usize, items: &[String]) -> Self {
        let split = modes.split(mode);
        if modes.is_null(mode) {
            let (split, strength) = (
                "nothing of these data".to_owned(),
                "singular value 0".to_owned(),
            );
            let width = text_width(&split, SMALL);
            return Self {
                split,
                strength,
                width,
            };
        }
        let strength = format!("singular value {}", plain(modes.singular_values[mode]));
        let fitting = [8, 4, 2, 1].into_iter().find_map(|most| {
            let words = split_words(&split, items, most);
            (text_width(&words, SMALL) <= MOST_WORDS).then_some(words)
        });
        // Even single names may be long.
        let split = fitting.unwrap_or_else(|| shortened(&split_words(&split, items, 1), 40));
        let width = text_width(&split, SMALL).max(text_width(&strength, SMALL));
        Self {
            split,
            strength,
            width,
        }
    }

    fn draw(&self, canvas: &Canvas, (left, middle): (f64, f64)) {
        let above = (left, middle - 7.0);
        canvas.text(&self.split, above, SMALL, INK, Anchor::Left);
        let below = (left, middle + 7.0);
        canvas.text(&self.strength, below, SMALL, QUIET, Anchor::Left);
    }
}
