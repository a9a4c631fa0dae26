//! What goes to the worker's thread, and what comes back.

use std::sync::Arc;
use std::time::Duration;

use crate::analysis::theory::foreseen::FirstStrengths;
use crate::analysis::theory::{Foreseen, Starts};
use crate::data::Dataset;
use crate::experiment::{Experiment, ExperimentError};
use crate::model::{DataModes, Outcome, Record};

/// Counts the experiments sent to a worker; later ones are larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(pub(super) u64);

/// What the worker reports. Events of older runs than the last one sent are stale: drop them.
#[derive(Clone, Debug)]
pub enum Event {
    /// The setup is there and training begins.
    Started {
        /// Which run.
        id: RunId,
        /// What is known of it before the first epoch.
        facts: Arc<RunFacts>,
    },
    /// The next rows of the record, in order and without gaps.
    Rows {
        /// Which run.
        id: RunId,
        /// The rows.
        rows: Record,
    },
    /// What theory says of the run. Of a short run it comes before its rows, of a long one with
    /// the last.
    Foreseen {
        /// Which run.
        id: RunId,
        /// What is foreseen.
        foreseen: Arc<Foreseen>,
    },
    /// All rows have been sent.
    Ended {
        /// Which run.
        id: RunId,
        /// How it ended.
        outcome: Outcome,
        /// Time spent on the setup.
        setup: Duration,
        /// Time spent training.
        training: Duration,
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
        /// What the panic said.
        message: String,
    },
}

/// What is known of a run before its first epoch.
#[derive(Clone, Debug, PartialEq)]
pub struct RunFacts {
    /// What is trained.
    pub experiment: Experiment,
    /// The data set, without user features.
    pub dataset: Arc<Dataset>,
    /// Where the theory of one hidden layer starts from; none for other depths.
    pub starts: Option<Starts>,
    /// How strong each of the data's modes is before the first epoch.
    pub first_strengths: FirstStrengths,
    /// The data's own modes.
    pub modes: DataModes,
    /// The largest learning rate at which the solution is stable.
    pub stability_limit: f64,
    /// Every how many epochs a row is kept.
    pub stride: usize,
}

/// An experiment to train.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) id: RunId,
    pub(super) experiment: Experiment,
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
