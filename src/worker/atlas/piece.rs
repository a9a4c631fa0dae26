//! A piece of work, and how a thread does it.

use std::sync::Arc;

use super::order::{AtlasOrder, Found, SectionOrder};
use crate::analysis::atlas::cell::{Cell, CellRun};
use crate::analysis::atlas::curve::LossCurve;
use crate::analysis::atlas::lines::lines;
use crate::analysis::atlas::plane::CellIndex;
use crate::analysis::atlas::section::SectionPoint;
use crate::analysis::run_summary::RunSummary;
use crate::experiment::Experiment;
use crate::model::Setup;

/// So many setups are kept beside those of a cell's draws: the section's, and that of the lines.
const N_BESIDE: usize = 2;

/// A piece of work.
#[derive(Debug)]
pub(super) struct Piece {
    /// The number of the order that it is of; another one in force means that it is cancelled.
    pub(super) number: u64,
    /// What is to be done.
    pub(super) task: Task,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum Task {
    /// Cells that share what they can.
    Cells(Arc<AtlasOrder>, Vec<CellIndex>),
    /// Theory's lines.
    Lines(Arc<AtlasOrder>),
    /// The point of a section at a value.
    Point(Arc<SectionOrder>, f64),
}

/// What a thread asks and tells while it is at a piece.
pub(super) trait Foreman {
    /// Whether the piece is wanted no more.
    fn is_cancelled(&self) -> bool;
    /// Waits while no run is to begin.
    fn wait_while_held(&self);
    /// Takes what was found.
    fn found(&self, found: Found);
}

/// The setups that a thread used last, the newest at the end.
#[derive(Debug, Default)]
pub(super) struct KeptSetups(Vec<Setup>);

impl Task {
    /// Whether it is of a section, not of an atlas.
    pub(super) fn is_of_section(&self) -> bool {
        matches!(self, Self::Point(..))
    }

    /// Does the task; `None` if cancelled.
    pub(super) fn perform(&self, setups: &mut KeptSetups, foreman: &dyn Foreman) -> Option<()> {
        match self {
            Self::Cells(order, cells) => {
                for &at in cells {
                    foreman.wait_while_held();
                    if let Some((cell, curve)) = cell(order, at, setups, foreman)? {
                        foreman.found(Found::Cell { at, cell, curve });
                    }
                }
            }
            Self::Lines(order) if order.base.validate().is_err() => {}
            Self::Lines(order) => {
                let is_cancelled = &mut || foreman.is_cancelled();
                let setup = setups.of(&order.base, N_BESIDE, is_cancelled)?;
                let lines = lines(&order.plane, &order.base, setup, is_cancelled)?;
                foreman.found(Found::Lines(lines));
            }
            Self::Point(order, value) => {
                let experiment = order.axis.parameter.set(&order.base, *value);
                if experiment.validate().is_ok() {
                    let is_cancelled = &mut || foreman.is_cancelled();
                    let setup = setups.of(&experiment, N_BESIDE, is_cancelled)?;
                    let point = SectionPoint::unless(*value, &experiment, setup, is_cancelled)?;
                    foreman.found(Found::Point(point));
                }
            }
        }
        Some(())
    }
}

/// Trains a cell's draws; no cell where they cannot be trained. `None` if cancelled.
#[expect(
    clippy::option_option,
    reason = "one says cancelled, the other that there is none"
)]
fn cell(
    order: &AtlasOrder,
    at: CellIndex,
    setups: &mut KeptSetups,
    foreman: &dyn Foreman,
) -> Option<Option<(Cell, LossCurve)>> {
    let (mut runs, mut curve) = (Vec::new(), None);
    let n_draws = order.n_draws();
    for draw in 0..n_draws {
        let experiment = order.experiment(at, draw);
        if experiment.validate().is_err() {
            return Some(None);
        }
        let is_cancelled = &mut || foreman.is_cancelled();
        let setup = setups.of(&experiment, n_draws + N_BESIDE, is_cancelled)?;
        let thresholds = [order.options.threshold];
        let (summary, record) = RunSummary::unless(&experiment, setup, &thresholds, is_cancelled)?;
        runs.push(CellRun::of(&summary));
        curve.get_or_insert_with(|| LossCurve::of(&record));
    }
    Some(Cell::new(runs).zip(curve))
}

impl KeptSetups {
    /// The setup that an experiment needs, a kept one if that fits; no more than `most` are kept.
    /// `None` if cancelled.
    fn of(
        &mut self,
        experiment: &Experiment,
        most: usize,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<&mut Setup> {
        let setup = match self.0.iter().position(|setup| setup.fits(experiment)) {
            Some(place) => self.0.remove(place),
            None => Setup::interruptible(experiment, self.0.last(), is_cancelled)?,
        };
        if self.0.len() >= most {
            self.0.remove(0);
        }
        self.0.push(setup);
        self.0.last_mut()
    }
}
