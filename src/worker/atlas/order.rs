//! What an atlas's threads are asked for, and what they find.

use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::cell::Cell;
use crate::analysis::atlas::curve::LossCurve;
use crate::analysis::atlas::filling::AtlasOptions;
use crate::analysis::atlas::lines::TheoryLine;
use crate::analysis::atlas::plane::{CellIndex, Plane};
use crate::analysis::atlas::section::SectionPoint;
use crate::experiment::Experiment;

/// An atlas to be filled.
#[derive(Clone, Debug, PartialEq)]
pub struct AtlasOrder {
    /// Its axes.
    pub plane: Plane,
    /// All else that its cells have.
    pub base: Experiment,
    /// What its cells are about.
    pub options: AtlasOptions,
}

/// A section to be computed.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionOrder {
    /// Its axis.
    pub axis: Axis,
    /// All else that its runs have.
    pub base: Experiment,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A cell, and the loss of its first draw.
    Cell {
        /// Which one.
        at: CellIndex,
        /// The cell.
        cell: Cell,
        /// The loss.
        curve: LossCurve,
    },
    /// Theory's lines.
    Lines(Vec<TheoryLine>),
    /// A point of the section.
    Point(SectionPoint),
}

impl AtlasOrder {
    /// How many runs each cell has: given weights are the same for every draw.
    pub fn n_draws(&self) -> usize {
        if self.base.weights.is_some() {
            1
        } else {
            self.options.n_draws.max(1)
        }
    }

    /// The experiment of one of a cell's draws.
    pub(super) fn experiment(&self, at: CellIndex, draw: usize) -> Experiment {
        let mut experiment = self.plane.experiment(&self.base, at);
        if draw > 0 {
            experiment.init_seed = experiment.init_seed.wrapping_add(draw as u32);
        }
        experiment
    }
}
