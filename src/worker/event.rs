//! The worker's reports of its runs.

use std::sync::Arc;
use std::time::Duration;

use super::facts::RunFacts;
use crate::analysis::theory::Foreseen;
use crate::experiment::ExperimentError;
use crate::model::{Outcome, Record};

/// Counts the experiments sent to a worker; later ones are larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(pub(super) u64);

/// A report of the worker. Events of older runs than the last one sent are stale: drop them.
#[derive(Clone, Debug)]
pub enum Event {
    /// The setup is there and training begins.
    Started {
        /// Which run.
        id: RunId,
        /// The facts known before the first epoch.
        facts: Arc<RunFacts>,
    },
    /// The next rows of the record, in order and without gaps.
    Rows {
        /// Which run.
        id: RunId,
        /// The rows.
        rows: Record,
    },
    /// The theory of the run. Of a short run it comes before its rows, of a long one with
    /// the last.
    Foreseen {
        /// Which run.
        id: RunId,
        /// The theory.
        foreseen: Arc<Foreseen>,
    },
    /// All rows have been sent.
    Ended {
        /// Which run.
        id: RunId,
        /// The outcome of the run.
        outcome: Outcome,
        /// Time spent on the setup.
        setup_time: Duration,
        /// Time spent training.
        training_time: Duration,
    },
    /// The experiment cannot be run.
    Refused {
        /// Which run.
        id: RunId,
        /// Why.
        error: ExperimentError,
    },
    /// The run panicked: a bug, contained. The next experiment works.
    Panicked {
        /// Which run.
        id: RunId,
        /// The message of the panic.
        message: String,
    },
}

impl Event {
    /// The run that this is about.
    pub fn id(&self) -> RunId {
        match self {
            Self::Started { id, .. }
            | Self::Rows { id, .. }
            | Self::Foreseen { id, .. }
            | Self::Ended { id, .. }
            | Self::Refused { id, .. }
            | Self::Panicked { id, .. } => *id,
        }
    }
}
