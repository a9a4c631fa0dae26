//! The work at hand: in which file it is, whether all of it is there, what is asked before it is
//! lost, and its copy aside until it is.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};

use super::App;
use super::action::Action;
use super::aside::Aside;
use super::file_dialog::Purpose;
use super::history::Moment;
use super::pins::{Pin, PinList, Pins};
use super::question::{Answer, Question};
use super::settings;
use super::top_bar::Message;
use super::views::View;
use crate::experiment_file::{self, ExperimentFile};
use crate::model::Experiment;

/// What is unsaved is written aside so long after it changed.
const ASIDE_AFTER: Duration = Duration::from_secs(1);

/// What can be lost. The view and the epoch stand in the file, too, but to look is no change.
#[derive(Clone, Debug, PartialEq)]
struct Content {
    experiment: Experiment,
    pins: Vec<experiment_file::Pin>,
}

/// The file at hand.
#[derive(Clone, Debug)]
struct AtHand {
    /// The experiment file that was opened or saved last.
    path: Option<PathBuf>,
    /// What is in it; before there is one, what the program begins with.
    saved: Content,
}

/// What the opening of a file replaces, besides the experiment.
#[derive(Clone, Debug)]
pub(super) struct Before {
    at_hand: AtHand,
    pins: PinList,
}

/// The work at hand, as far as files know it.
#[derive(Debug)]
pub(super) struct Work {
    at_hand: AtHand,
    /// What is being written, and where.
    saving: Option<(PathBuf, Content)>,
    /// There is none where the system has no place for it.
    aside: Option<Aside>,
    /// What is aside.
    kept: Option<Content>,
    /// Since when something else is at hand.
    changed_at: Option<Instant>,
    question: Option<Question>,
    quits_when_saved: bool,
    /// It was asked, and answered, that the window may close.
    may_quit: bool,
}

impl Content {
    /// What the program begins with.
    fn beginning() -> Self {
        Self {
            experiment: Experiment::default(),
            pins: Vec::new(),
        }
    }

    fn is(&self, experiment: &Experiment, pins: &Pins) -> bool {
        self.experiment == *experiment && pins.are_stored_as(&self.pins)
    }
}

impl AtHand {
    /// No file yet.
    fn beginning() -> Self {
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
    pub(super) fn new(aside: Option<Aside>) -> Self {
        let is_left = aside.as_ref().is_some_and(Aside::is_there);
        Self {
            at_hand: AtHand::beginning(),
            saving: None,
            aside,
            kept: None,
            changed_at: None,
            question: is_left.then_some(Question::Left),
            quits_when_saved: false,
            may_quit: false,
        }
    }

    /// What is asked, if anything is.
    pub(super) fn question(&self) -> Option<Question> {
        self.question
    }

    /// An experiment file is open; answers whether it is the user's own, and so the one at hand
    /// from now on. What was left aside is in no file of theirs.
    pub(super) fn opened(&mut self, path: &Path, file: &ExperimentFile) -> bool {
        let is_aside = self.aside.as_ref().is_some_and(|a| a.path() == path);
        self.at_hand = if is_aside {
            AtHand::beginning()
        } else {
            AtHand {
                path: Some(path.to_owned()),
                saved: file.into(),
            }
        };
        !is_aside
    }

    /// An experiment file is being written.
    fn begin_saving(&mut self, path: &Path, file: &ExperimentFile) {
        self.saving = Some((path.to_owned(), file.into()));
    }

    /// A file was written, or not; answers whether it is the experiment's.
    pub(super) fn end_saving(&mut self, path: &Path, is_written: bool) -> bool {
        let Some((path, content)) = self.saving.take_if(|(saving, _)| saving == path) else {
            return false;
        };
        if is_written {
            self.at_hand = AtHand {
                path: Some(path),
                saved: content,
            };
        } else {
            self.quits_when_saved = false;
        }
        true
    }

    /// Whether all that is at hand is just being written.
    fn is_saving(&self, experiment: &Experiment, pins: &Pins) -> bool {
        let saving = self.saving.as_ref();
        saving.is_some_and(|(_, content)| content.is(experiment, pins))
    }

    /// Nothing is being written any more.
    pub(super) fn give_up_saving(&mut self) {
        self.saving = None;
        self.quits_when_saved = false;
    }
}

impl App {
    /// Everything that decides the picture.
    fn file(&self) -> ExperimentFile {
        ExperimentFile {
            experiment: self.experiment.clone(),
            view: file_view(self.settings.view, self.epoch()),
            pins: self.pins.stored(),
        }
    }

    /// Whether there is anything that is not in the file.
    pub(super) fn is_unsaved(&self) -> bool {
        !self.work.at_hand.saved.is(&self.experiment, &self.pins)
    }

    /// All that is at hand.
    pub(super) fn moment(&self) -> Moment {
        Moment {
            experiment: self.experiment.clone(),
            replaced: Some(Box::new(Before {
                at_hand: self.work.at_hand.clone(),
                pins: self.pins.list(),
            })),
        }
    }

    /// Goes back, or forth, to what was at hand.
    pub(super) fn go_to(&mut self, moment: Moment) {
        if let Some(before) = moment.replaced {
            self.work.at_hand = before.at_hand;
            self.show_pins(before.pins);
        }
        self.train(moment.experiment);
    }

    /// Shows these pins in place of others, and trains those that are not yet.
    pub(super) fn show_pins(&mut self, pins: PinList) {
        let awaited = pins.awaited.clone();
        self.pins.replace(pins);
        // What an earlier file has under way is unwanted from here on.
        self.pin_job.cancel();
        if !awaited.is_empty() {
            self.pin_job
                .start(move |is_unwanted| Pin::trained(awaited, is_unwanted));
        }
    }

    /// The experiment file to write to `path`, which is from now on the one at hand.
    pub(super) fn file_for(&mut self, path: &Path) -> ExperimentFile {
        let file = self.file();
        self.work.begin_saving(path, &file);
        file
    }

    /// Saves the experiment where it was saved last, or asks where.
    pub(super) fn save_again(&mut self) {
        match self.work.at_hand.path.clone() {
            Some(path) => self.save(None, Purpose::SaveExperiment, path),
            None => self.ask_file(Purpose::SaveExperiment),
        }
    }

    /// Asks for a file; for the experiment, beginning with the one it was saved in last.
    pub(super) fn ask_file(&mut self, purpose: Purpose) {
        let last = self.work.at_hand.path.clone();
        let last = last.filter(|_| purpose == Purpose::SaveExperiment);
        self.file_dialog.ask(purpose, self.folder.as_deref(), last);
    }

    /// Asks before the window closes on work that is in no file; what is just being written is
    /// waited for.
    pub(super) fn hear_close(&mut self, ctx: &Context) {
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        // What was left and is not answered for stays, whatever else is at hand.
        let may_ask = !self.work.may_quit && self.work.question != Some(Question::Left);
        if is_closing && may_ask && self.is_unsaved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if self.work.is_saving(&self.experiment, &self.pins) {
                self.work.quits_when_saved = true;
            } else {
                self.work.question = Some(Question::Quit);
            }
        }
        let work = &mut self.work;
        if work.quits_when_saved && work.saving.is_none() {
            if !self.is_unsaved() {
                self.quit(ctx);
            } else if !self.file_dialog.is_asking() {
                // It was left without saving.
                self.work.quits_when_saved = false;
            }
        }
    }

    fn quit(&mut self, ctx: &Context) {
        self.work.may_quit = true;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Acts on the answer to what was asked.
    pub(super) fn answer(&mut self, answer: Answer, ctx: &Context) {
        self.work.question = None;
        match answer {
            Answer::SaveAndQuit => {
                self.work.quits_when_saved = true;
                self.save_again();
            }
            Answer::Quit => self.quit(ctx),
            Answer::Stay => {}
            Answer::TakeUp => {
                if let Some(aside) = &self.work.aside {
                    let path = aside.path().to_owned();
                    self.perform(Action::OpenFile(None, path), ctx);
                }
            }
            Answer::LetGo => self.clear_aside(),
        }
    }

    /// What was left could not be taken up: it stays, under another name.
    pub(super) fn set_left_aside(&mut self, path: &Path, reason: &str) {
        let aside = self.work.aside.as_ref();
        if aside.is_some_and(|aside| aside.path() == path) {
            settings::set_aside(path, &reason);
        }
    }

    /// Writes what is unsaved aside once it has changed for a while, and lets go what is saved.
    pub(super) fn keep_aside(&mut self, ctx: &Context) {
        if self.work.question == Some(Question::Left) {
            return;
        }
        let is_unsaved = self.is_unsaved();
        let (experiment, pins) = (&self.experiment, &self.pins);
        let work = &mut self.work;
        let Some(aside) = &mut work.aside else {
            return;
        };
        if let Some(Err(reason)) = aside.poll() {
            let path = aside.path().display().to_string();
            let values = [("path", path.into()), ("reason", reason.into())];
            self.message = Some(Message::error(
                self.words.with("message-aside-failed", &values),
            ));
        }
        if !is_unsaved {
            work.changed_at = None;
            if work.kept.take().is_some() {
                self.clear_aside();
            }
            return;
        }
        let kept = work.kept.as_ref();
        if kept.is_some_and(|kept| kept.is(experiment, pins)) {
            work.changed_at = None;
            return;
        }
        let elapsed = work.changed_at.get_or_insert_with(Instant::now).elapsed();
        if elapsed < ASIDE_AFTER {
            ctx.request_repaint_after(ASIDE_AFTER.saturating_sub(elapsed));
            return;
        }
        let file = self.file();
        let work = &mut self.work;
        work.changed_at = None;
        work.kept = Some(Content::from(&file));
        if let Some(aside) = &mut work.aside {
            aside.keep(file);
        }
    }

    /// The program ends as it was asked to: nothing is left for the next one.
    pub(super) fn end_work(&mut self) {
        // Work that was left and not yet answered for stays.
        if self.work.question != Some(Question::Left)
            && let Some(aside) = &mut self.work.aside
        {
            aside.end();
        }
    }

    fn clear_aside(&mut self) {
        self.work.kept = None;
        if let Some(aside) = &mut self.work.aside {
            aside.clear();
        }
    }
}

fn file_view(view: View, epoch: usize) -> experiment_file::View {
    experiment_file::View {
        name: Some(view.name().to_owned()),
        epoch: Some(epoch),
    }
}
