//! What is to be computed next: cells from coarse to fine, theory's lines after the first pass of
//! them, and a section's points between the passes.

use std::collections::VecDeque;
use std::sync::Arc;

use super::order::{AtlasOrder, SectionOrder};
use super::piece::{Piece, Task};
use crate::analysis::atlas::plane::{CellIndex, Plane};

/// The most cells that a thread takes at once, of those that share a setup.
const MOST_TOGETHER: usize = 8;

/// Every how many values of a section there is a point of a pass.
const STEPS: [usize; 4] = [8, 4, 2, 1];

/// The pieces of work that nobody has taken yet.
#[derive(Debug, Default)]
pub(super) struct Queue {
    atlas: Option<(u64, Arc<AtlasOrder>)>,
    section: Option<(u64, Arc<SectionOrder>)>,
    /// Cells with the number of their pass.
    cells: VecDeque<(usize, Vec<CellIndex>)>,
    /// Values of the section's axis with the number of their pass.
    points: VecDeque<(usize, f64)>,
    wants_lines: bool,
}

impl Queue {
    /// Takes an atlas in the place of another, but for the cells that it `has`.
    pub(super) fn set_atlas(
        &mut self,
        number: u64,
        order: AtlasOrder,
        has: &dyn Fn(CellIndex) -> bool,
    ) {
        let passes = order.plane.passes().into_iter().enumerate();
        let of_pass = |(pass, mut cells): (usize, Vec<CellIndex>)| {
            cells.retain(|&at| !has(at));
            let together = together(&order.plane, &cells);
            together.into_iter().map(move |cells| (pass, cells))
        };
        self.cells = passes.flat_map(of_pass).collect();
        self.wants_lines = true;
        self.atlas = Some((number, Arc::new(order)));
    }

    /// Takes a section in the place of another.
    pub(super) fn set_section(&mut self, number: u64, order: SectionOrder) {
        let values = order.axis.values();
        let of_pass = |(pass, step): (usize, usize)| {
            let is_new = move |index: &usize| step == STEPS[0] || !index.is_multiple_of(2 * step);
            let indices = (0..values.len()).step_by(step).filter(is_new);
            indices.map(move |index| (pass, values[index]))
        };
        self.points = STEPS.into_iter().enumerate().flat_map(of_pass).collect();
        self.section = Some((number, Arc::new(order)));
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.points.is_empty() && !self.wants_lines
    }

    /// The next piece.
    pub(super) fn take(&mut self) -> Option<Piece> {
        let cells_pass = self.cells.front().map(|(pass, _)| *pass);
        let points_pass = self.points.front().map(|(pass, _)| *pass);
        if let Some((number, order)) = &self.atlas {
            let (number, order) = (*number, Arc::clone(order));
            if self.wants_lines && cells_pass != Some(0) {
                self.wants_lines = false;
                let task = Task::Lines(order);
                return Some(Piece { number, task });
            }
            let is_first = cells_pass.is_some_and(|cells| points_pass.is_none_or(|it| cells <= it));
            if is_first {
                let (_, cells) = self.cells.pop_front()?;
                let task = Task::Cells(order, cells);
                return Some(Piece { number, task });
            }
        }
        let (number, order) = self.section.as_ref()?;
        let (_, value) = self.points.pop_front()?;
        let task = Task::Point(Arc::clone(order), value);
        let number = *number;
        Some(Piece { number, task })
    }
}

/// The cells of a pass in groups of neighbours that share data and first weights.
fn together(plane: &Plane, cells: &[CellIndex]) -> Vec<Vec<CellIndex>> {
    let shares = |a: &CellIndex, b: &CellIndex| {
        (!plane.x.parameter.changes_setup() || a.x == b.x)
            && (!plane.y.parameter.changes_setup() || a.y == b.y)
    };
    let groups = cells.chunk_by(shares);
    let parts = groups.flat_map(|group| group.chunks(MOST_TOGETHER));
    parts.map(<[CellIndex]>::to_vec).collect()
}
