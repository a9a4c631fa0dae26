//! What an experiment file holds.

use crate::experiment::Experiment;
use crate::experiment::View;

/// The version that is written, and the latest that is read.
pub const VERSION: u32 = 2;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ExperimentFile {
    /// What is trained.
    pub experiment: Experiment,
    /// What the window shows.
    pub view: View,
    /// Runs that were pinned.
    pub pins: Vec<Pin>,
}

/// A pinned run.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// What it is called.
    pub name: String,
    /// Its colour, by number.
    pub colour: Option<usize>,
    /// What was trained.
    pub experiment: Experiment,
}

impl From<Experiment> for ExperimentFile {
    fn from(experiment: Experiment) -> Self {
        Self {
            experiment,
            view: View::default(),
            pins: Vec::new(),
        }
    }
}
