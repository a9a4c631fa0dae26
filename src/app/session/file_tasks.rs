//! Work with files off the window's thread, as the session asks for it.

use std::path::PathBuf;

use super::content::FileContent;
use super::data_read::{DataFile, DataRead};
use super::found_work::FoundState;
use super::last_known::LastKnown;
use super::on_screen::OnScreen;
use super::task::Task;
use crate::app::command::notice::Trouble;
use crate::app::command::product::Product;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::experiment::Experiment;
use crate::experiment::file::ExperimentFile;

/// Reads and writes files, and asks the desktop for paths. No call waits for a disk: what each task
/// has come to is a [`TaskReport`].
pub(crate) trait FileTasks {
    /// Asks for a path in the desktop's own dialog, which begins with `name` in `folder`.
    fn browse(&mut self, task: Task, purpose: Purpose, folder: Option<PathBuf>, name: String);

    /// Reads a file; `n_layers` is the number of weight matrices of the network that is to learn
    /// from it.
    fn read(&mut self, task: Task, path: PathBuf, n_layers: usize);

    /// Reads a data file whose bytes are known, by the choices about it.
    fn examine(&mut self, task: Task, file: DataFile, n_layers: usize);

    /// Looks into the autosave file of a crashed instance.
    fn look_into(&mut self, task: Task, path: PathBuf);

    /// Writes a file, whole or not at all, after those that are being written.
    fn write(&mut self, task: Task, path: PathBuf, written: ToWrite);

    /// Whether a task is under way that this dialog asked for.
    fn is_busy_for(&self, asker: DialogId) -> bool;

    /// No longer counts a task as under way, though nothing ends a thread that waits for a disk or
    /// a pipe: its late report is still to be ignored. Never for a write.
    fn give_up(&mut self, task: Task);

    /// Whether anything is being written.
    fn is_writing(&self) -> bool;

    /// The next report that is there. Reports of writes come in the order of the writes.
    fn try_next(&mut self) -> Option<TaskReport>;
}

/// The content of a file to be written.
#[derive(Debug)]
pub(crate) enum ToWrite {
    /// An experiment, its pins and how it is looked at, unless the file holds something else than
    /// what is known last.
    Experiment(Box<ExperimentFile>, LastKnown),
    /// The experiment's data.
    Data(Box<Experiment>),
    /// A product of the run, such as a figure.
    Product(Product, Box<Experiment>, Box<OnScreen>),
}

/// A finished task and its outcome.
#[derive(Debug)]
pub(crate) struct TaskReport {
    pub(crate) task: Task,
    pub(crate) outcome: TaskOutcome,
}

/// The outcome of a task.
#[derive(Debug)]
pub(crate) enum TaskOutcome {
    /// A path was chosen in the desktop's dialog; `None` if that was cancelled, failed, or there is
    /// no such dialog.
    Chosen(Result<Option<PathBuf>, Trouble>),
    /// A file was read.
    Read {
        path: PathBuf,
        result: Result<Box<FileContent>, Trouble>,
    },
    /// A data file was read by the choices about it.
    Examined(Result<Box<DataRead>, Trouble>),
    /// The work in the autosave file of a crashed instance; `None` if it cannot be read.
    Found(FoundState),
    /// A file was written; of a figure, the characters that no font has.
    Written {
        path: PathBuf,
        result: Result<Vec<char>, Trouble>,
    },
}
