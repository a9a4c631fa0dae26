//! Requests: panels return them, the app performs them. A request that needs no further value is a
//! [`Command`].

use std::path::PathBuf;

use super::commands::Command;
use super::purpose::{DialogId, Purpose};
use super::question::Answer;
use crate::data::read::Choices;
use crate::experiment::Experiment;

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Carry out a command.
    Do(Command),
    /// Put this experiment in the present one's place, as a step that can be undone, and train it.
    Edit(Box<Experiment>),
    /// Look at this epoch.
    LookAt(usize),
    /// Change the pinned runs.
    Pin(PinChange),
    /// Show the desktop's own file dialog for an open one.
    BrowseFile(DialogId, Purpose),
    /// Open this file, which a dialog asked for, if one did.
    OpenFile(Option<DialogId>, PathBuf),
    /// Give up the file that is being read to be opened.
    StopReading,
    /// Open the first of the files that were dropped on the window.
    OpenDropped(Vec<PathBuf>),
    /// Write this file.
    SaveFile(DialogId, Purpose, PathBuf),
    /// Read the present data's file by other choices.
    Choose(Box<Choices>),
    /// Drop the choices that were refused.
    GiveUpChoice,
    /// Read the file that is in doubt by these choices; `None` to leave it.
    Decide(Option<Box<Choices>>),
    /// Go back to the question before, about the file that is in doubt.
    DecideAgain,
    /// The open question was answered.
    Answer(Answer),
}

/// A change of the pinned runs, which are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinChange {
    /// Keep the run shown beside those to come.
    Add,
    /// Train a pinned run's experiment again.
    Restore(usize),
    /// Remove one.
    Remove(usize),
    /// Give one another name.
    Rename(usize, String),
    /// Give one the next colour.
    Recolour(usize),
    /// Take one out of the pictures, or bring it back.
    ToggleHidden(usize),
}

/// Which way along the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the first epoch.
    Back,
    /// Towards the last epoch.
    Forth,
}
