//! The names of a figure's rows or columns: not too long, and no larger than their cells allow.

use super::axes::SMALL;
use super::canvas::{Anchor, Canvas, shortened};
use super::colours::INK;
use super::raster::text_widths;
use crate::model::modes::Split;

/// The narrowest cell beside which a name can still be read in print.
pub(super) const LEAST_CELL: f64 = 5.0;
/// The longest name that is written whole, in letters.
const MOST_LETTERS: usize = 24;
/// Between a name and its cell.
const GAP: f64 = 6.0;

/// Names as they are written.
pub(super) struct Names {
    texts: Vec<String>,
    size: f64,
    /// The room they take, the gap to their cells included.
    pub(super) room: f64,
}

impl Names {
    /// Names beside cells that have so many pixels for each.
    pub(super) fn new(names: &[String], cell: f64) -> Self {
        let texts: Vec<String> = names
            .iter()
            .map(|name| shortened(name, MOST_LETTERS))
            .collect();
        let size = SMALL.min(0.92 * cell);
        let widths = text_widths(&texts, size);
        let room = GAP + widths.into_iter().fold(0.0, f64::max).ceil();
        Self { texts, size, room }
    }

    /// Left of cells that begin at `top` and are so high, the names ending at `right`.
    pub(super) fn beside_rows(&self, canvas: &Canvas, right: f64, top: f64, cell: f64) {
        for (i, name) in self.texts.iter().enumerate() {
            let at = (right - GAP, top + cell * (i as f64 + 0.5));
            canvas.text(name, at, self.size, INK, Anchor::Right);
        }
    }

    /// Below cells that begin at `left` and are so wide, reading upwards to `bottom`.
    pub(super) fn below_columns(&self, canvas: &Canvas, left: f64, bottom: f64, cell: f64) {
        for (i, name) in self.texts.iter().enumerate() {
            let at = (left + cell * (i as f64 + 0.5), bottom + GAP);
            canvas.text(name, at, self.size, INK, Anchor::EndsUpward);
        }
    }
}

/// `Goldfish, Tuna …`: at most so many of the items by name.
pub(super) fn listed(items: &[usize], names: &[String], most: usize) -> String {
    let first = items.iter().take(most);
    let first: Vec<String> = first
        .map(|&item| shortened(&names[item], MOST_LETTERS))
        .collect();
    let more = if items.len() > most { " …" } else { "" };
    first.join(", ") + more
}

/// What a mode tells apart, at most so many items of either side by name.
pub(super) fn split_words(split: &Split, names: &[String], most: usize) -> String {
    let positive = || listed(&split.positive, names, most);
    match (split.positive.len(), split.negative.len()) {
        (n, 0) if n == names.len() => "what all items share".to_owned(),
        (_, 0) => positive(),
        _ => format!("{} | {}", positive(), listed(&split.negative, names, most)),
    }
}
