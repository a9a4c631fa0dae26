//! The user's work, which could be lost: the experiment and the pinned runs.

use std::path::PathBuf;

use super::data_read::DataRead;
use super::pins::Pins;
use super::task::Task;
use crate::experiment::Experiment;
use crate::experiment::file::{self, ExperimentFile};
use crate::files::Fingerprint;

/// The user's work. A file also holds the view and the epoch, but changing these is no edit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Content {
    pub(crate) experiment: Experiment,
    pub(crate) pins: Vec<file::Pin>,
}

/// An experiment file that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OpenedFile {
    /// The task that read it.
    pub(crate) number: u64,
    pub(crate) path: PathBuf,
    pub(crate) file: Box<ExperimentFile>,
    /// The fingerprint of what was read.
    pub(crate) fingerprint: Fingerprint,
}

/// A file to be opened, while it is being read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AwaitedRead {
    /// The task that reads it.
    pub(crate) task: Task,
    pub(crate) path: PathBuf,
}

/// The content of a file that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FileContent {
    /// Data of the user's own, or the error that prevented reading them.
    Data(Box<DataRead>),
    /// An experiment, and the fingerprint of what was read.
    Experiment(Box<ExperimentFile>, Fingerprint),
}

/// A file that was read, and what it held.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadFile {
    /// The task that read it.
    pub(crate) number: u64,
    pub(crate) path: PathBuf,
    pub(crate) content: FileContent,
}

impl Content {
    /// The tutorial's experiment without pins, with which the program begins.
    pub(crate) fn beginning() -> Self {
        Self {
            experiment: Experiment::default(),
            pins: Vec::new(),
        }
    }

    /// Whether these are its experiment and its pins. Compares in place, without a copy.
    pub(crate) fn is(&self, experiment: &Experiment, pins: &Pins) -> bool {
        self.experiment == *experiment && pins.are_stored_as(&self.pins)
    }
}

impl From<&ExperimentFile> for Content {
    fn from(file: &ExperimentFile) -> Self {
        Self {
            experiment: file.experiment.clone(),
            pins: file.pins.clone(),
        }
    }
}
