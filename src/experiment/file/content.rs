//! The content of an experiment file.

use crate::experiment::Experiment;
use crate::experiment::ViewState;

/// The version that is written, and the latest that is read.
pub const VERSION: u32 = 3;

/// The content of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ExperimentFile {
    /// The experiment.
    pub experiment: Experiment,
    /// The view that the window shows.
    pub view: ViewState,
    /// Runs that were pinned.
    pub pins: Vec<Pin>,
}

/// A pinned run.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The run's name.
    pub name: String,
    /// The run's colour, by number.
    pub colour: Option<usize>,
    /// Whether the run is listed, and drawn in no picture.
    pub is_hidden: bool,
    /// The experiment that was trained.
    pub experiment: Experiment,
}

impl From<Experiment> for ExperimentFile {
    fn from(experiment: Experiment) -> Self {
        Self {
            experiment,
            view: ViewState::default(),
            pins: Vec::new(),
        }
    }
}
