//! A grid of runs read back from the CSV table that `modescope sweep` writes, as an atlas or a
//! section.
//!
//! Columns are looked up by their names, and none may say what it cannot. Runs that differ in
//! nothing but their seeds are the draws of one cell. Rows that are not there, as those of another
//! shard, are cells that have not been computed.

mod axes;
mod choice;
mod error;
mod row;
mod table;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use self::axes::Chosen;
use self::row::GridRow;
use self::table::Columns;
use crate::analysis::atlas::cell::{Cell, CellRun, Quantity};
use crate::analysis::atlas::curve::LossCurve;
use crate::analysis::atlas::filling::{Atlas, AtlasOptions};
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::plane::{CellIndex, Plane};
use crate::analysis::atlas::section::{Section, SectionPoint};
use crate::analysis::stages::LEARNED;

pub use choice::GridChoice;
pub use error::GridError;

/// The rows of a grid.
pub struct StoredGrid {
    columns: Columns,
    rows: Vec<GridRow>,
}

/// An atlas out of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridAtlas {
    /// The cells.
    pub atlas: Atlas,
    /// How many epochs each run has, if they are the same everywhere.
    pub n_epochs: Option<usize>,
}

impl StoredGrid {
    /// Reads a table.
    ///
    /// # Errors
    /// If it is none, a column is missing, a cell is not what its column says, or a run stands
    /// there twice.
    pub fn read(bytes: &[u8]) -> Result<Self, GridError> {
        let (columns, rows) = table::read(bytes)?;
        if rows.is_empty() {
            return Err(GridError::Empty);
        }
        let mut seen = HashMap::new();
        for row in &rows {
            if let Some(first) = seen.insert(row.identity(), row.line) {
                let second = row.line;
                return Err(GridError::Twice { first, second });
            }
        }
        Ok(Self { columns, rows })
    }

    /// The atlas of a quantity.
    ///
    /// # Errors
    /// If the grid has no such axes, or more columns vary than there are axes.
    pub fn atlas(&self, choice: &GridChoice, quantity: Quantity) -> Result<GridAtlas, GridError> {
        if quantity == Quantity::FalseBelief && self.columns.illusions.is_empty() {
            return Err(GridError::NothingWatched);
        }
        let threshold = self.threshold(choice.threshold)?;
        let chosen = Chosen::of(&self.rows, choice)?;
        let [x, y] = chosen.two_axes(choice)?;
        let plane = Plane {
            x: chosen.axis(x)?,
            y: chosen.axis(y)?,
        };
        let mut draws: HashMap<CellIndex, Vec<CellRun>> = HashMap::new();
        for row in &chosen.rows {
            let at = CellIndex {
                x: plane.x.nearest(axes::value(row, x)?),
                y: plane.y.nearest(axes::value(row, y)?),
            };
            draws.entry(at).or_default().push(CellRun {
                fate: row.fate,
                below: row.below[threshold],
                n_drops: row.n_drops,
                last_loss: row.last_loss,
                false_belief: row.false_belief,
            });
        }
        let options = AtlasOptions {
            threshold: self.columns.below[threshold].0,
            n_draws: draws.values().map(Vec::len).max().unwrap_or(1),
        };
        let mut atlas = Atlas::new(plane, options);
        for (at, runs) in draws {
            if let Some(cell) = Cell::new(runs) {
                atlas.insert(at, cell, LossCurve::default());
            }
        }
        let epochs = chosen.only_value(Parameter::Epochs);
        let n_epochs = epochs.map(|epochs| epochs as usize);
        Ok(GridAtlas { atlas, n_epochs })
    }

    /// The section along one axis, with the points of all draws.
    ///
    /// # Errors
    /// If the sweep told no last epochs, or another column than the axis' varies.
    pub fn section(&self, choice: &GridChoice) -> Result<Section, GridError> {
        if !self.columns.have_last() {
            return Err(GridError::NoLast);
        }
        let chosen = Chosen::of(&self.rows, choice)?;
        let along = chosen.one_axis(choice)?;
        let axis = chosen.axis(along)?;
        let point = |row: &&GridRow| {
            let [strengths, losses] = row.last.clone();
            Ok(SectionPoint {
                value: axes::value(row, along)?,
                strengths,
                losses,
                diverged_at: row.diverged_at(),
            })
        };
        let points: Result<Vec<_>, GridError> = chosen.rows.iter().map(point).collect();
        Ok(Section {
            axis,
            points: points?,
        })
    }

    /// The place of a threshold among the columns that tell of one.
    fn threshold(&self, asked: Option<f64>) -> Result<usize, GridError> {
        let below = &self.columns.below;
        let wanted = asked.unwrap_or(LEARNED);
        let place = below.iter().position(|(threshold, _)| *threshold == wanted);
        match (place, asked) {
            (Some(place), _) => Ok(place),
            (None, None) => Ok(0),
            (None, Some(asked)) => {
                let there = below.iter().map(|(threshold, _)| format!("{threshold:?}"));
                let there = there.collect::<Vec<_>>().join(", ");
                Err(GridError::NoThreshold { asked, there })
            }
        }
    }
}
