//! A colour bar: a strip of colours with numbers or words beside it, and what they are.

use plotters::style::RGBColor;

use super::axes::{MEDIUM, SMALL};
use super::canvas::{Anchor, Canvas};
use super::colours::INK;
use super::raster::text_widths;

const WIDTH: f64 = 14.0;
/// Between a matrix and its bar.
const GAP: f64 = 18.0;

/// A colour bar from 0 at its foot to 1.
pub(super) struct ColourBar {
    /// How many colours there are.
    pub(super) n_steps: usize,
    /// The colour at a height.
    pub(super) colour: fn(f64) -> RGBColor,
    /// Heights and what is written there.
    pub(super) ticks: Vec<(f64, String)>,
    /// What it shows; may be empty.
    pub(super) name: &'static str,
}

impl ColourBar {
    /// The width that it takes right of a matrix.
    pub(super) fn room(&self) -> f64 {
        let name = if self.name.is_empty() {
            0.0
        } else {
            1.5 * MEDIUM
        };
        GAP + WIDTH + 8.0 + self.ticks_width() + 8.0 + name
    }

    fn ticks_width(&self) -> f64 {
        let texts: Vec<String> = self.ticks.iter().map(|(_, text)| text.clone()).collect();
        let widths = text_widths(&texts, SMALL);
        widths.into_iter().fold(0.0, f64::max).ceil()
    }

    /// Draws it right of a matrix with these edges.
    pub(super) fn draw(&self, canvas: &Canvas, [_, top, matrix, bottom]: [f64; 4]) {
        let (left, right) = (matrix + GAP, matrix + GAP + WIDTH);
        let y = |share: f64| bottom - share * (bottom - top);
        let share = |step: usize| step as f64 / self.n_steps as f64;
        for step in 0..self.n_steps {
            let (low, high) = (share(step), share(step + 1));
            let colour = (self.colour)(f64::midpoint(low, high));
            // Each reaches below the next, so that no seam is seen.
            canvas.rect([left, (y(high) - 1.0).max(top), right, y(low)], colour);
        }
        canvas.outline([left, top, right, bottom], 0.8, INK);
        for (share, text) in &self.ticks {
            let share = *share;
            canvas.line(&[(right, y(share)), (right + 4.0, y(share))], 1.0, INK);
            canvas.text(text, (right + 8.0, y(share)), SMALL, INK, Anchor::Left);
        }
        if !self.name.is_empty() {
            let x = right + 8.0 + self.ticks_width() + 8.0 + 0.5 * MEDIUM;
            let at = (x, f64::midpoint(top, bottom));
            canvas.text(self.name, at, MEDIUM, INK, Anchor::Upward);
        }
    }
}
