//! Which mark is which: one line each.

use plotters::style::RGBColor;

use super::axes::SMALL;
use super::canvas::{Anchor, Canvas};

/// Height of a line.
pub(super) const LINE: f64 = 16.0;
const MARK: f64 = 22.0;

/// What stands before a line's words.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// A line of that width.
    Line(f64),
    /// A dashed line.
    Dashes,
    /// A filled patch.
    Patch,
}

/// Draws the lines below each other, the first at `at` (left, middle).
pub(super) fn draw(
    canvas: &Canvas,
    at: (f64, f64),
    lines: impl IntoIterator<Item = (Mark, RGBColor, String)>,
) {
    let (left, right) = (at.0, at.0 + MARK);
    for (i, (mark, colour, text)) in lines.into_iter().enumerate() {
        let y = at.1 + LINE * i as f64;
        match mark {
            Mark::Line(width) => canvas.line(&[(left, y), (right, y)], width, colour),
            Mark::Dashes => canvas.dashes((left, y), (right, y), 1.4, colour),
            Mark::Patch => canvas.rect([left + 4.0, y - 5.0, right - 4.0, y + 5.0], colour),
        }
        canvas.text(&text, (right + 6.0, y), SMALL, colour, Anchor::Left);
    }
}
