//! What a person asked for: panels return it, the app performs it after all panels are drawn.

use std::path::PathBuf;

use super::language::Language;
use super::product::Product;
use super::purpose::{DialogId, Purpose};
use super::question::Answer;
use super::view::View;
use crate::experiment::Experiment;

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Train this instead.
    Train(Box<Experiment>),
    /// Take the last edit back.
    Undo,
    /// Make it again.
    Redo,
    /// Show another view.
    Show(View),
    /// Look at this epoch.
    LookAt(usize),
    /// Move the epoch by so many.
    MoveEpoch(i64),
    /// Go to the first epoch.
    FirstEpoch,
    /// Go to the last epoch.
    LastEpoch,
    /// Go to the next stage, or the one before.
    MoveStage(Direction),
    /// Start or stop playing the epochs.
    TogglePlay,
    /// Draw the first weights from another seed.
    NewInit,
    /// Draw the data from another seed.
    NewData,
    /// From one's own data back to the tutorial's tree.
    BackToTree,
    /// Back to the tutorial's experiment.
    Reset,
    /// The loss on a linear or a logarithmic axis.
    ToggleLog,
    /// Lay the next kind of theory over the simulation.
    CycleTheory,
    /// Aligned strengths or sorted singular values.
    ToggleAligned,
    /// Change the pinned runs.
    Pin(PinChange),
    /// Open or close the help window.
    ToggleHelp,
    /// Show or hide what the view is about.
    ToggleLesson,
    /// Set the tutorial's exercises to this program.
    CheckSelf,
    /// Speak another language.
    Speak(Language),
    /// Light, dark, or as the system has it.
    Theme(egui::ThemePreference),
    /// Ask for a file.
    AskFile(Purpose),
    /// Ask for it in the desktop's own dialog.
    BrowseFile(DialogId, Purpose),
    /// Open this file, which a dialog asked for, if one did.
    OpenFile(Option<DialogId>, PathBuf),
    /// Save the experiment where it was saved last.
    Save,
    /// Write this file.
    SaveFile(DialogId, Purpose, PathBuf),
    /// Put a figure on the clipboard.
    CopyFigure(Product),
    /// What was asked is answered.
    Answer(Answer),
    /// A message was read.
    Dismiss,
}

/// What is asked of the pinned runs; they are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinChange {
    /// Keep the run of the moment beside those to come.
    Add,
    /// Train a pinned run's experiment again.
    Restore(usize),
    /// Let one go.
    Remove(usize),
    /// Call one otherwise.
    Rename(usize, String),
    /// Give one the next colour.
    Recolour(usize),
}

/// Which way along the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the first epoch.
    Back,
    /// Towards the last epoch.
    Forth,
}
