//! The work at hand: in which file it is, whether all of it is there, what is asked before it is
//! lost, and its copy aside until it is.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::aside::Aside;
use super::pins::Pins;
use crate::app::command::question::Question;
use crate::experiment::Experiment;
use crate::experiment::file::{self, ExperimentFile};

/// What can be lost. The view and the epoch stand in the file, too, but to look is no change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Content {
    pub(crate) experiment: Experiment,
    pub(crate) pins: Vec<file::Pin>,
}

/// The file at hand.
#[derive(Clone, Debug)]
pub(crate) struct AtHand {
    /// The experiment file that was opened or saved last.
    pub(crate) path: Option<PathBuf>,
    /// What is in it; before there is one, what the program begins with.
    pub(crate) saved: Content,
}

/// The work at hand, as far as files know it.
#[derive(Debug)]
pub(crate) struct Work {
    pub(crate) at_hand: AtHand,
    /// What is being written, if it is to be the file at hand.
    pub(crate) saving: Option<Saving>,
    /// There is none where the system has no place for it.
    pub(crate) aside: Option<Aside>,
    /// What is aside.
    pub(crate) kept: Option<Content>,
    /// Since when something else is at hand.
    pub(crate) changed_at: Option<Instant>,
    pub(crate) question: Option<Question>,
    /// What was left aside is being read: until it is at hand it stays.
    pub(crate) is_taking_up: bool,
    /// An experiment file that waits until it is answered what becomes of the work at hand.
    pub(crate) waiting: Option<Opened>,
    pub(crate) next: Next,
    pub(crate) closing: Closing,
    /// What the window's title says.
    pub(crate) title: String,
}

/// An experiment on its way into a file.
#[derive(Debug)]
pub(crate) struct Saving {
    pub(crate) number: u64,
    pub(crate) path: PathBuf,
    pub(crate) content: Content,
}

/// An experiment file that was read.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) path: PathBuf,
    pub(crate) file: Box<ExperimentFile>,
}

/// Whether the window closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    No,
    /// When what is being written is.
    WhenWritten,
    /// At once.
    Now,
    /// At once, and what is in no file is let go.
    LettingGo,
}

/// What follows when the work at hand is saved.
#[derive(Debug, Default)]
pub(crate) enum Next {
    #[default]
    Nothing,
    Close,
    Open(Opened),
}

impl Content {
    /// What the program begins with.
    pub(crate) fn beginning() -> Self {
        Self {
            experiment: Experiment::default(),
            pins: Vec::new(),
        }
    }

    pub(crate) fn is(&self, experiment: &Experiment, pins: &Pins) -> bool {
        self.experiment == *experiment && pins.are_stored_as(&self.pins)
    }
}

impl AtHand {
    /// No file yet.
    pub(crate) fn beginning() -> Self {
        Self {
            path: None,
            saved: Content::beginning(),
        }
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

impl Work {
    /// The tutorial's experiment, in no file; whether there is work that a program that is gone
    /// has left `aside` is asked first.
    pub(crate) fn new(aside: Option<Aside>) -> Self {
        let is_left = aside.as_ref().is_some_and(Aside::is_there);
        Self {
            at_hand: AtHand::beginning(),
            saving: None,
            aside,
            kept: None,
            changed_at: None,
            question: is_left.then_some(Question::Left),
            is_taking_up: false,
            waiting: None,
            next: Next::Nothing,
            closing: Closing::No,
            title: String::new(),
        }
    }

    /// What is asked, if anything is.
    pub(crate) fn question(&self) -> Option<Question> {
        self.question
    }

    /// The window's title, as it was last told.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// Whether this is the file for what is in no other.
    pub(crate) fn is_aside(&self, path: &Path) -> bool {
        self.aside
            .as_ref()
            .is_some_and(|aside| aside.path() == path)
    }

    /// Whether what a program that is gone has left is still there to be taken up.
    pub(crate) fn is_left(&self) -> bool {
        self.question == Some(Question::Left) || self.is_taking_up
    }

    /// An experiment file takes the place of what was at hand; answers whether it is the user's
    /// own. What was left aside is in no file of theirs.
    pub(crate) fn opened(&mut self, Opened { path, file }: &Opened) -> bool {
        let is_aside = self.is_aside(path);
        if is_aside {
            self.is_taking_up = false;
            self.set_at_hand(AtHand::beginning());
        } else {
            self.set_at_hand(AtHand {
                path: Some(path.clone()),
                saved: file.as_ref().into(),
            });
        }
        !is_aside
    }

    /// Another file is at hand: what is still being written is not.
    pub(crate) fn set_at_hand(&mut self, at_hand: AtHand) {
        self.at_hand = at_hand;
        self.saving = None;
        self.next = Next::Nothing;
    }

    /// The file at hand is written; answers what is next.
    pub(crate) fn end_saving(&mut self, number: u64) -> Next {
        let is_its = |saving: &mut Saving| saving.number == number;
        let Some(Saving { path, content, .. }) = self.saving.take_if(is_its) else {
            return Next::Nothing;
        };
        self.at_hand = AtHand {
            path: Some(path),
            saved: content,
        };
        std::mem::take(&mut self.next)
    }

    /// A file could not be written. What is next still is, while the dialog asks for another.
    pub(crate) fn give_up_saving(&mut self, number: u64) {
        self.saving.take_if(|saving| saving.number == number);
        if self.closing == Closing::WhenWritten {
            self.closing = Closing::No;
        }
    }

    /// A file was not opened, since another one was: if it is what was left, it is asked again.
    pub(crate) fn pass_over(&mut self, path: &Path) {
        if self.is_taking_up && self.is_aside(path) {
            self.is_taking_up = false;
            self.question = Some(Question::Left);
        }
    }

    /// Whether all that is at hand is just being written.
    pub(crate) fn is_saving(&self, experiment: &Experiment, pins: &Pins) -> bool {
        let saving = self.saving.as_ref();
        saving.is_some_and(|saving| saving.content.is(experiment, pins))
    }
}
