//! The run as the window knows it: one plain struct that events are applied to. No egui.

pub(crate) mod compared;
pub(crate) mod extract;
#[expect(clippy::module_inception, reason = "private: its noun is the folder's")]
mod run;

use std::sync::Arc;

pub use crate::analysis::extent::Extent;
pub use run::{Run, RunEnd, Stage};

use crate::analysis::theory::Foreseen;
use crate::experiment::ExperimentError;
use crate::model::Record;
use crate::worker::{Event, RunFacts, RunId};

/// The run that is shown and, while a newer one has no rows yet, the facts of that.
#[derive(Debug, Default)]
pub struct RunState {
    /// Events of any other run are stale.
    awaited: Option<RunId>,
    /// The awaited run has begun and has no rows yet; the last run stays in view.
    starting: Option<Arc<RunFacts>>,
    /// The theory of the awaited run, if that came before its rows.
    foreseen: Option<Arc<Foreseen>>,
    shown: Option<Run>,
    failure: Option<RunFailure>,
}

/// Why a run has no result.
#[derive(Clone, Debug, PartialEq)]
pub enum RunFailure {
    /// The experiment cannot be run.
    Refused(ExperimentError),
    /// The run panicked.
    Panicked(String),
}

impl RunState {
    /// From now on, only events of this run count.
    pub fn await_run(&mut self, id: RunId) {
        self.awaited = Some(id);
        self.starting = None;
        self.foreseen = None;
        self.failure = None;
    }

    /// The run to show, if any has rows yet.
    pub fn shown(&self) -> Option<&Run> {
        self.shown.as_ref()
    }

    /// Why the awaited run has no result, if it failed.
    pub fn failure(&self) -> Option<&RunFailure> {
        self.failure.as_ref()
    }

    /// Whether the awaited run has no rows yet: what is shown is the last one.
    pub fn is_preparing(&self) -> bool {
        self.failure.is_none() && self.shown.as_ref().map(|run| run.id) != self.awaited
    }

    /// Whether the awaited run has ended, one way or the other.
    pub fn is_settled(&self) -> bool {
        self.failure.is_some()
            || self
                .shown
                .as_ref()
                .is_some_and(|run| Some(run.id) == self.awaited && run.ending.is_some())
    }

    /// Takes note of an event; stale ones change nothing.
    pub fn apply(&mut self, event: Event) {
        if Some(event.id()) != self.awaited {
            return;
        }
        match event {
            Event::Started { facts, .. } => {
                self.failure = None;
                self.starting = Some(facts);
            }
            Event::Rows { id, rows } => self.add_rows(id, rows),
            Event::Foreseen { id, foreseen } => {
                match self.shown.as_mut().filter(|run| run.id == id) {
                    Some(run) => run.foreseen = Some(foreseen),
                    None => self.foreseen = Some(foreseen),
                }
            }
            Event::Ended {
                outcome,
                setup_time,
                training_time,
                ..
            } => self.end(RunEnd {
                outcome,
                setup_time,
                training_time,
            }),
            Event::Refused { error, .. } => self.failure = Some(RunFailure::Refused(error)),
            Event::Panicked { message, .. } => self.failure = Some(RunFailure::Panicked(message)),
        }
    }

    fn add_rows(&mut self, id: RunId, rows: Record) {
        if let Some(facts) = self.starting.take() {
            self.show(Run::new(id, facts, rows));
        } else if let Some(run) = self.shown.as_mut().filter(|run| run.id == id) {
            run.append(rows);
        }
    }

    fn show(&mut self, mut run: Run) {
        run.foreseen = self.foreseen.take();
        self.shown = Some(run);
    }

    fn end(&mut self, ending: RunEnd) {
        // A run can end without a row: it diverged in its first epoch. Then it shows nothing.
        if let (Some(facts), Some(id)) = (self.starting.take(), self.awaited) {
            let rows = Record::new(facts.experiment.row_shape());
            self.show(Run::new(id, facts, rows));
        }
        if let Some(run) = &mut self.shown {
            run.ending = Some(ending);
            run.read();
        }
    }
}

#[cfg(test)]
impl RunState {
    /// An experiment trained to its end, for tests of what is read off a run.
    pub(crate) fn trained(experiment: crate::experiment::Experiment) -> Self {
        let mut worker = crate::worker::Worker::spawn(|| ()).unwrap();
        let mut state = Self::default();
        state.await_run(worker.start(experiment));
        while !state.is_settled() {
            state.apply(
                worker
                    .next_within(std::time::Duration::from_mins(1))
                    .unwrap(),
            );
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::Outcome;
    use crate::worker::Worker;

    /// All events of a run.
    fn events(worker: &mut Worker, experiment: Experiment) -> (RunId, Vec<Event>) {
        let id = worker.start(experiment);
        let mut events = Vec::new();
        loop {
            let event = worker
                .next_within(std::time::Duration::from_mins(1))
                .unwrap();
            let is_last = !matches!(
                event,
                Event::Started { .. } | Event::Rows { .. } | Event::Foreseen { .. }
            );
            events.push(event);
            if is_last {
                return (id, events);
            }
        }
    }

    #[test]
    fn the_default_run_has_the_tutorials_stages() {
        let state = RunState::trained(Experiment::default());
        let run = state.shown().unwrap();
        assert!(state.is_settled());
        assert_eq!(run.n_drops, 4);
        let modes: Vec<_> = run.stages.iter().map(|stage| stage.modes.clone()).collect();
        assert_eq!(modes, [vec![0], vec![1], vec![2, 3], vec![4, 5, 6, 7]]);
        assert_eq!(run.n_trained(), 250);
        assert!((run.extent.largest_mode - run.record.largest_mode()).abs() < 1e-15);
        let largest = run.record.largest_similarity(0);
        assert!((run.extent.largest_similarity[0] - largest).abs() < 1e-15);
    }

    #[test]
    fn a_run_that_blows_up_does_not_set_the_scales() {
        let state = RunState::trained(Experiment {
            lr: 340.0,
            ..Experiment::default()
        });
        let run = state.shown().unwrap();
        assert!(matches!(
            run.ending.map(|ending| ending.outcome),
            Some(Outcome::Diverged { .. })
        ));
        assert!(run.record.largest_mode() > 1e6);
        assert!(run.extent.largest_mode < 1e3, "{}", run.extent.largest_mode);
        assert!(run.extent.largest_similarity[0] < 1e3);
        // The last rows are of no scale with the others; an earlier one stands in for them.
        let last = run.record.len() - 1;
        let steady = run.extent.steady_row(&run.record, last);
        assert!(steady < last && run.record.losses()[steady] <= 4.0);
        assert_eq!(run.extent.steady_row(&run.record, 2), 2);
    }

    #[test]
    fn stale_events_change_nothing() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let (old, old_events) = events(&mut worker, Experiment::default());
        let (new, new_events) = events(
            &mut worker,
            Experiment {
                lr: 60.0,
                ..Experiment::default()
            },
        );
        let mut state = RunState::default();
        state.await_run(old);
        state.await_run(new);
        for event in old_events.into_iter().chain(new_events) {
            state.apply(event);
        }
        let run = state.shown().unwrap();
        assert_eq!(run.id, new);
        assert!((run.facts.experiment.lr - 60.0).abs() < 1e-15);
    }

    #[test]
    fn the_last_curves_stay_until_new_ones_come() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let (old, old_events) = events(&mut worker, Experiment::default());
        let mut state = RunState::default();
        state.await_run(old);
        for event in old_events {
            state.apply(event);
        }
        let (new, new_events) = events(
            &mut worker,
            Experiment {
                lr: 60.0,
                ..Experiment::default()
            },
        );
        state.await_run(new);
        let mut new_events = new_events.into_iter();
        state.apply(new_events.next().unwrap());
        assert_eq!(state.shown().unwrap().id, old);
        assert!(!state.is_settled());
        for event in new_events {
            state.apply(event);
        }
        assert_eq!(state.shown().unwrap().id, new);
    }

    #[test]
    fn a_panic_is_told_and_forgotten_with_the_next_run() {
        let mut state = RunState::trained(Experiment::default());
        let id = state.shown().unwrap().id;
        let message = "oh".to_owned();
        state.apply(Event::Panicked { id, message });
        assert_eq!(
            state.failure(),
            Some(&RunFailure::Panicked("oh".to_owned()))
        );
        let facts = Arc::clone(&state.shown().unwrap().facts);
        state.apply(Event::Started { id, facts });
        assert_eq!(state.failure(), None);
    }
}
