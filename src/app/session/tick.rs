//! Receives the results of background work since the last frame: training, files, pins, autosave.

use std::time::{Duration, Instant};

use super::content::Content;
use super::file_tasks::{TaskOutcome, TaskReport};
use super::reply::Standing;
use super::session::Session;
use crate::app::command::notice::Notice;
use crate::experiment::ViewState;

/// No tick spends longer than this on reading what the worker reports.
const DRAIN_BUDGET: Duration = Duration::from_millis(3);

/// The outcome of a tick.
#[derive(Debug, Default)]
pub(crate) struct Tick {
    /// Notices of the events to tell the user of or to act on.
    pub(crate) notices: Vec<Notice>,
    /// After this time at the latest, another tick is due, whether something happens or not.
    pub(crate) next: Option<Duration>,
}

impl Session {
    /// Receives what the background has done; `clock` tells the time.
    pub(crate) fn tick(&mut self, clock: impl Fn() -> Instant) -> Tick {
        let start = clock();
        let mut tick = Tick::default();
        while let Some(event) = self.worker.try_next() {
            self.run_state.apply(event);
            if clock().saturating_duration_since(start) > DRAIN_BUDGET {
                tick.next = Some(Duration::ZERO);
                break;
            }
        }
        while let Some(report) = self.files.try_next() {
            tick.notices.extend(self.receive(report));
        }
        self.follow_readings();
        if let Err(message) = self.pin_training.poll(&mut self.pins) {
            tick.notices.push(Notice::PinNotTrained { message });
        }
        let standing = self.standing();
        if self.document.closes_now(standing, self.files.is_writing()) {
            tick.notices.push(Notice::Close);
        }
        let due = self.copy_unsaved(start, standing, &mut tick.notices);
        tick.next = tick.next.or(due);
        tick
    }

    /// Waits for the newest run to end, `patience` at most; `clock` tells the time.
    pub(crate) fn wait_for_run(&mut self, patience: Duration, clock: impl Fn() -> Instant) {
        let start = clock();
        while !self.run_state.is_settled() {
            let elapsed = clock().saturating_duration_since(start);
            let left = patience.saturating_sub(elapsed);
            if left.is_zero() {
                return;
            }
            let Some(event) = self.worker.next_within(left) else {
                return;
            };
            self.run_state.apply(event);
        }
    }

    fn receive(&mut self, TaskReport { task, outcome }: TaskReport) -> Vec<Notice> {
        let asker = task.asker;
        match outcome {
            TaskOutcome::Chosen(Ok(None)) => Vec::new(),
            TaskOutcome::Chosen(Ok(Some(path))) => vec![Notice::PathChosen { asker, path }],
            TaskOutcome::Chosen(Err(trouble)) => vec![Notice::NotOpened { asker, trouble }],
            TaskOutcome::Read { path, result } => self.end_read(task, path, result.map(|it| *it)),
            TaskOutcome::Examined(result) => self.end_examine(task, result),
            TaskOutcome::Found(found) => {
                self.found = found;
                Vec::new()
            }
            TaskOutcome::Written { path, result } => self.end_write(task, path, result),
        }
    }

    /// Copies unsaved work to the autosave file once it has been unsaved for a while, and removes
    /// the copy when nothing is; answers when the copy is due.
    fn copy_unsaved(
        &mut self,
        now: Instant,
        standing: Standing,
        notices: &mut Vec<Notice>,
    ) -> Option<Duration> {
        if self.document.is_recovering() {
            return None;
        }
        let epoch = self.epoch();
        let autosave = self.autosave.as_mut()?;
        if let Some(trouble) = autosave.poll_error() {
            let path = autosave.path().to_owned();
            notices.push(Notice::AutosaveFailed { path, trouble });
        }
        if standing == Standing::Saved {
            autosave.nothing_unsaved();
            return None;
        }
        let (experiment, pins) = (&self.experiment, &self.pins);
        let is_present = |content: &Content| content.is(experiment, pins);
        let is_seen = |view: &ViewState| *view == self.look.in_file(epoch);
        let due = autosave.due(now, is_present, is_seen)?;
        if !due.is_zero() {
            return Some(due);
        }
        let file = self.file();
        if let Some(autosave) = &mut self.autosave {
            autosave.belongs_to(self.document.path());
            autosave.copy(file);
        }
        None
    }
}
