//! What the window knows of the run: one plain struct that events are applied to. No egui.

use std::sync::Arc;
use std::time::Duration;

use crate::model::theory::Foreseen;
use crate::model::{DataModes, ExperimentError, Outcome, Pair, Record, stages, taught};
use crate::worker::{Event, RunFacts, RunId};

/// The run that is shown and, while a newer one has no rows yet, the facts of that.
#[derive(Debug, Default)]
pub struct RunState {
    /// Events of any other run are stale.
    awaited: Option<RunId>,
    /// The awaited run has begun and has no rows yet; the last run stays in view.
    starting: Option<Arc<RunFacts>>,
    /// What is foreseen of it, if that came before its rows.
    foreseen: Option<Arc<Foreseen>>,
    shown: Option<Run>,
    notice: Option<Notice>,
}

/// A run with at least one row.
#[derive(Debug)]
pub struct Run {
    /// Which run.
    pub id: RunId,
    /// What was known before it began.
    pub facts: Arc<RunFacts>,
    /// What theory says of it, once that is known.
    pub foreseen: Option<Arc<Foreseen>>,
    /// What has come so far.
    pub record: Record,
    /// How it ended; none while it goes on.
    pub ending: Option<Ending>,
    /// Extremes over the record so far.
    pub extent: Extent,
    /// Where modes rose, in the order of the epochs.
    pub stages: Vec<Stage>,
    /// In how many drops the loss fell.
    pub n_drops: usize,
    /// Rows from which stages and drops were last read.
    n_read: usize,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ending {
    /// Finished or diverged.
    pub outcome: Outcome,
    /// Time spent on the setup.
    pub setup: Duration,
    /// Time spent training.
    pub training: Duration,
}

/// Beyond this many times the first loss a run is blowing up: its values are no scale for the
/// rest, and leave the pictures at their edges.
const BLOWS_UP: f64 = 4.0;

/// Extremes of a record, as far as the run does not blow up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extent {
    /// The largest loss.
    pub largest_loss: f64,
    /// The least loss above zero; infinite if there is none.
    pub least_loss: f64,
    /// The largest singular value.
    pub largest_mode: f64,
    /// The largest entry of each hidden layer's RSM.
    pub largest_similarity: Vec<f64>,
    /// The least entry of each hidden layer's RSM.
    pub least_similarity: Vec<f64>,
}

/// Modes of about the same singular value that rise one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The epoch at which the first of them does.
    pub epoch: f64,
    /// Their indices, ascending.
    pub modes: Vec<usize>,
}

/// Something to tell that is no run.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
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
        self.notice = None;
    }

    /// The run to show, if any has rows yet.
    pub fn shown(&self) -> Option<&Run> {
        self.shown.as_ref()
    }

    /// What to tell beside the run.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Whether the awaited run has no rows yet: what is shown is the last one.
    pub fn is_preparing(&self) -> bool {
        self.notice.is_none() && self.shown.as_ref().map(|run| run.id) != self.awaited
    }

    /// Whether the awaited run has ended, one way or the other.
    pub fn is_settled(&self) -> bool {
        self.notice.is_some()
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
                self.notice = None;
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
                setup,
                training,
                ..
            } => self.end(Ending {
                outcome,
                setup,
                training,
            }),
            Event::Refused { error, .. } => self.notice = Some(Notice::Refused(error)),
            Event::Panicked { message, .. } => self.notice = Some(Notice::Panicked(message)),
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

    fn end(&mut self, ending: Ending) {
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

impl Run {
    fn new(id: RunId, facts: Arc<RunFacts>, record: Record) -> Self {
        let mut run = Self {
            id,
            facts,
            foreseen: None,
            record,
            ending: None,
            extent: Extent::default(),
            stages: Vec::new(),
            n_drops: 0,
            n_read: 0,
        };
        let n_epochs = run.facts.experiment.n_epochs;
        run.record
            .reserve((n_epochs.div_ceil(run.facts.stride) + 1).saturating_sub(run.record.len()));
        run.extent = Extent::empty(run.record.shape().n_hidden_layers);
        run.take_in(0);
        run
    }

    fn append(&mut self, rows: Record) {
        let first_new = self.record.len();
        self.record.append(rows);
        self.take_in(first_new);
    }

    /// Brings what is derived up to date with the rows from `first_new` on.
    fn take_in(&mut self, first_new: usize) {
        let largest_data_mode = self.facts.modes.singular_values[0];
        self.extent
            .take_in(&self.record, first_new, largest_data_mode);
        // All rows are read for these, so not for every few that a long run adds.
        if self.record.len() > self.n_read + self.n_read / 4 {
            self.read();
        }
    }

    /// Reads stages and drops off the record.
    fn read(&mut self) {
        self.n_read = self.record.len();
        self.n_drops = stages::drops(&self.record).len();
        let rises = stages::half_rises(&self.record, &self.facts.modes);
        self.stages = grouped(&rises, &self.facts.modes);
    }

    /// What is taught for a pair; none if it is not of this run.
    pub(crate) fn target(&self, pair: Pair) -> Option<f64> {
        taught::value(&self.facts.experiment, &self.facts.dataset, pair)
    }

    /// Whether a run like this is over before anybody could read that it is being prepared.
    pub(crate) fn is_short(&self) -> bool {
        let time = |ending: &Ending| ending.setup + ending.training;
        self.ending
            .as_ref()
            .is_some_and(|ending| time(ending) < Duration::from_millis(100))
    }

    /// A row, or the last before it at which the run does not blow up.
    pub(crate) fn steady_row(&self, row: usize) -> usize {
        let losses = self.record.losses();
        let upto = &losses[..losses.len().min(row + 1)];
        let steady = upto
            .iter()
            .rposition(|&loss| loss <= self.extent.largest_loss);
        steady.unwrap_or(0)
    }

    /// Epochs trained so far.
    pub fn n_trained(&self) -> usize {
        self.record.epochs().last().map_or(0, |&epoch| epoch + 1)
    }
}

impl Extent {
    fn empty(n_hidden_layers: usize) -> Self {
        Self {
            least_loss: f64::INFINITY,
            largest_similarity: vec![0.0; n_hidden_layers],
            least_similarity: vec![0.0; n_hidden_layers],
            ..Self::default()
        }
    }

    fn take_in(&mut self, record: &Record, first_new: usize, largest_data_mode: f64) {
        let first_mode = if record.is_empty() {
            0.0
        } else {
            record.modes(0)[0]
        };
        let ordinary_mode = first_mode.max(largest_data_mode);
        let first_loss = record.losses().first().copied().unwrap_or(0.0);
        for row in first_new..record.len() {
            let loss = record.losses()[row];
            if loss > BLOWS_UP * first_loss {
                continue;
            }
            self.largest_loss = self.largest_loss.max(loss);
            if loss > 0.0 {
                self.least_loss = self.least_loss.min(loss);
            }
            // Modes are those after the step, so they may blow up a row before the loss does.
            let mode = record.modes(row)[0];
            if mode <= BLOWS_UP * ordinary_mode {
                self.largest_mode = self.largest_mode.max(mode);
            }
            for layer in 0..self.largest_similarity.len() {
                for &value in record.similarity(row, layer) {
                    self.largest_similarity[layer] = self.largest_similarity[layer].max(value);
                    self.least_similarity[layer] = self.least_similarity[layer].min(value);
                }
            }
        }
    }
}

/// Rises in the order of their epochs, neighbours of about equal singular values as one stage.
fn grouped(rises: &[Option<f64>], modes: &DataModes) -> Vec<Stage> {
    let mut risen: Vec<(f64, usize)> = rises
        .iter()
        .enumerate()
        .filter_map(|(mode, rise)| Some(((*rise)?, mode)))
        .collect();
    risen.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut stages: Vec<Stage> = Vec::new();
    for (epoch, mode) in risen {
        let s = |mode: usize| modes.singular_values[mode];
        match stages.last_mut() {
            // Within a tenth of each other in strength: modes of one level of the tree.
            Some(stage) if (s(stage.modes[0]) / s(mode)).ln().abs() < 0.1 => stage.modes.push(mode),
            _ => stages.push(Stage {
                epoch,
                modes: vec![mode],
            }),
        }
    }
    for stage in &mut stages {
        stage.modes.sort_unstable();
    }
    stages
}

#[cfg(test)]
impl RunState {
    /// An experiment trained to its end, for tests of what is read off a run.
    pub(super) fn trained(experiment: crate::model::Experiment) -> Self {
        let mut worker = crate::worker::Worker::spawn(|| ()).unwrap();
        let mut state = Self::default();
        state.await_run(worker.start(experiment));
        while !state.is_settled() {
            state.apply(worker.next_within(Duration::from_mins(1)).unwrap());
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Experiment;
    use crate::worker::Worker;

    /// All events of a run.
    fn events(worker: &mut Worker, experiment: Experiment) -> (RunId, Vec<Event>) {
        let id = worker.start(experiment);
        let mut events = Vec::new();
        loop {
            let event = worker.next_within(Duration::from_mins(1)).unwrap();
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
        let steady = run.steady_row(last);
        assert!(steady < last && run.record.losses()[steady] <= 4.0);
        assert_eq!(run.steady_row(2), 2);
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
        assert_eq!(state.notice(), Some(&Notice::Panicked("oh".to_owned())));
        let facts = Arc::clone(&state.shown().unwrap().facts);
        state.apply(Event::Started { id, facts });
        assert_eq!(state.notice(), None);
    }
}
