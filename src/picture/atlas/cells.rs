//! The cells of an atlas: filled rectangles, neighbours that look the same in one, and hatching.

use super::super::strokes::fill;
use super::super::{Area, Colour, Drawing};
use super::AtlasPicture;
use super::frame::PlaneFrame;
use super::look::{Hatch, Look};
use super::scale::QuantityScale;
use crate::analysis::atlas::plane::CellIndex;

/// How far a rectangle reaches below those that are painted after it: no seam is seen.
const OVERLAP: f64 = 0.6;

/// Neighbours in a row that look the same.
struct Run {
    look: Look,
    area: Area,
}

impl AtlasPicture<'_> {
    /// Draws the cells from the top row to the lowest.
    pub(super) fn draw_cells(&self, drawing: &mut Drawing, frame: &PlaneFrame<'_>) {
        let scale = QuantityScale::of(self.atlas, self.quantity);
        let n_rows = frame.y.len();
        let rows = (0..n_rows).rev().map(|y| self.runs(y, frame, scale));
        let runs: Vec<Run> = rows.flatten().collect();
        for run in &runs {
            let reaching = Area {
                right: (run.area.right + OVERLAP).min(frame.area.right),
                bottom: (run.area.bottom + OVERLAP).min(frame.area.bottom),
                ..run.area
            };
            fill(drawing, reaching, run.look.fill);
        }
        for hatch in [Hatch::Oscillates, Hatch::Diverges] {
            for is_coloured in [false, true] {
                let is_of = |run: &&Run| {
                    let coloured = matches!(run.look.fill, Colour::Scale(_));
                    run.look.hatch == Some(hatch) && coloured == is_coloured
                };
                let region = runs.iter().filter(is_of).map(|run| run.area);
                hatch.draw(drawing, &region.collect::<Vec<_>>(), is_coloured);
            }
        }
    }

    /// The runs of a row, from left to right; none where nothing is known.
    fn runs(&self, y: usize, frame: &PlaneFrame<'_>, scale: Option<QuantityScale>) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for x in 0..frame.x.len() {
            let at = CellIndex { x, y };
            let Some((_, cell)) = self.atlas.standing_at(at) else {
                continue;
            };
            let look = Look::of(cell, self.quantity, scale);
            let area = frame.cell(at);
            match runs.last_mut() {
                Some(last) if last.look == look && (last.area.right - area.left).abs() < 1e-9 => {
                    last.area.right = area.right;
                }
                _ => runs.push(Run { look, area }),
            }
        }
        runs
    }
}
