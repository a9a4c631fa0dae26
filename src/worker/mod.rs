//! One background thread that trains the newest experiment.
//!
//! [`Worker`] is the handle: it sends experiments and hands out [`Event`]s. The thread behind it
//! is the actor. It knows the model and no window: whoever shows the events is woken by a closure.
//! Other long work, one piece at a time, is a [`job::Job`].

mod actor;
mod event;
pub mod job;

use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::experiment::Experiment;
use actor::Actor;
use event::Order;

pub use event::{Event, RunFacts, RunId};

#[cfg(feature = "gui")]
pub(crate) use actor::panic_message;

/// Events that may wait unread. When they do, rows are merged into the next event instead.
const QUEUE: usize = 8;

/// The handle of the background thread. Dropping it ends the thread.
#[derive(Debug)]
pub struct Worker {
    /// None only while dropping.
    orders: Option<Sender<Order>>,
    events: Receiver<Event>,
    thread: Option<JoinHandle<()>>,
    last_id: RunId,
}

impl Worker {
    /// Starts the thread. `wake` is called, from the thread, whenever there is an event to read.
    ///
    /// # Errors
    /// If the system refuses another thread.
    pub fn spawn(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::spawn_hooked(wake, |_| ())
    }

    /// As [`Worker::spawn`], with something to do before each run, within its panic guard.
    fn spawn_hooked(
        wake: impl Fn() + Send + 'static,
        before_run: impl Fn(&Experiment) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let (outbox, events) = sync_channel(QUEUE);
        let actor = Actor::new(inbox, outbox, Box::new(wake), Box::new(before_run));
        let thread = thread::Builder::new()
            .name("training".to_owned())
            .spawn(move || actor.run())?;
        Ok(Self {
            orders: Some(orders),
            events,
            thread: Some(thread),
            last_id: RunId(0),
        })
    }

    /// Trains `experiment` from now on; whatever runs is dropped.
    pub fn start(&mut self, experiment: Experiment) -> RunId {
        self.last_id = RunId(self.last_id.0 + 1);
        let id = self.last_id;
        if let Some(orders) = &self.orders {
            // This fails only if the thread is gone, which no run can bring about.
            orders.send(Order { id, experiment }).ok();
        }
        id
    }

    /// The next event that is already there.
    pub fn try_next(&self) -> Option<Event> {
        self.events.try_recv().ok()
    }

    /// The next event, waiting for it at most `timeout`.
    pub fn next_within(&self, timeout: Duration) -> Option<Event> {
        self.events.recv_timeout(timeout).ok()
    }

    /// Whether the thread is there. It always is, short of a bug.
    pub fn is_alive(&self) -> bool {
        self.thread
            .as_ref()
            .is_some_and(|thread| !thread.is_finished())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // First hang up, which the thread looks for every few milliseconds; then join it.
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::data::TreeRecipe;
    use crate::model::Outcome;

    /// Nothing here takes this long; it only bounds a failure.
    const DEADLINE: Duration = Duration::from_mins(1);

    fn small() -> Experiment {
        let data = TreeRecipe {
            n_features: 300,
            ..TreeRecipe::default()
        };
        Experiment {
            data: data.into(),
            lr: 3.0,
            gamma: 1e-3,
            watched: Vec::new(),
            ..Experiment::default()
        }
    }

    fn long() -> Experiment {
        Experiment {
            n_epochs: 100_000,
            ..small()
        }
    }

    /// Everything up to and including the end of run `id`.
    fn until_end(worker: &Worker, id: RunId) -> Vec<Event> {
        let mut events = Vec::new();
        loop {
            let event = worker
                .next_within(DEADLINE)
                .expect("an event before the deadline");
            let is_end = event.id() == id
                && !matches!(
                    event,
                    Event::Started { .. } | Event::Rows { .. } | Event::Foreseen { .. }
                );
            events.push(event);
            if is_end {
                return events;
            }
        }
    }

    fn epochs_of(events: &[Event], wanted: RunId) -> Vec<usize> {
        let rows = events.iter().filter_map(|event| match event {
            Event::Rows { id, rows } if *id == wanted => Some(rows.epochs()),
            _ => None,
        });
        rows.flatten().copied().collect()
    }

    #[test]
    fn every_epoch_arrives_once_and_in_order() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let id = worker.start(Experiment {
            n_epochs: 20_000,
            ..small()
        });
        let events = until_end(&worker, id);
        assert!(matches!(events[0], Event::Started { .. }));
        assert_eq!(epochs_of(&events, id), (0..20_000).collect::<Vec<_>>());
        assert!(matches!(
            events.last(),
            Some(Event::Ended {
                outcome: Outcome::Finished,
                ..
            })
        ));
    }

    #[test]
    fn nothing_is_lost_on_a_reader_who_sleeps() {
        let (wake, woken) = std::sync::mpsc::channel();
        let mut worker = Worker::spawn(move || wake.send(()).unwrap_or(())).unwrap();
        let n_epochs = 40_000;
        let id = worker.start(Experiment {
            n_epochs,
            ..small()
        });
        // Read only once the queue is full.
        for _ in 0..QUEUE {
            woken.recv_timeout(DEADLINE).unwrap();
        }
        assert_eq!(
            epochs_of(&until_end(&worker, id), id),
            (0..n_epochs).collect::<Vec<_>>()
        );
    }

    #[test]
    fn of_a_burst_the_newest_is_finished_and_older_ones_stop_early() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let ids: Vec<RunId> = (0..100)
            .map(|i| {
                worker.start(Experiment {
                    lr: 1.0 + f64::from(i) / 100.0,
                    n_epochs: if i == 99 { 50 } else { 100_000 },
                    ..small()
                })
            })
            .collect();
        let events = until_end(&worker, ids[99]);
        let ended = |event: &&Event| matches!(event, Event::Ended { .. });
        assert_eq!(events.iter().filter(ended).count(), 1);
        assert_eq!(epochs_of(&events, ids[99]).len(), 50);
    }

    #[test]
    fn dropping_the_handle_returns_at_once() {
        let (wake, woken) = std::sync::mpsc::channel();
        let mut worker = Worker::spawn(move || wake.send(()).unwrap_or(())).unwrap();
        worker.start(Experiment {
            n_epochs: crate::experiment::validity::MAX_EPOCHS,
            ..small()
        });
        // The queue is full, nobody reads it, and the run goes on.
        for _ in 0..QUEUE {
            woken.recv_timeout(DEADLINE).unwrap();
        }
        let start = Instant::now();
        drop(worker);
        assert!(
            start.elapsed() < Duration::from_secs(1),
            "{:?}",
            start.elapsed()
        );
    }

    #[test]
    fn a_panic_is_reported_and_the_next_change_works() {
        let panics_at_two = |experiment: &Experiment| {
            assert!(experiment.n_epochs != 2, "two epochs are unlucky");
        };
        let mut worker = Worker::spawn_hooked(|| (), panics_at_two).unwrap();
        let unlucky = worker.start(Experiment {
            n_epochs: 2,
            ..small()
        });
        let events = until_end(&worker, unlucky);
        assert!(matches!(
            events.last(),
            Some(Event::Panicked { message, .. }) if message == "two epochs are unlucky"
        ));
        let id = worker.start(small());
        assert_eq!(epochs_of(&until_end(&worker, id), id).len(), 250);
        assert!(worker.is_alive());
    }

    #[test]
    fn a_long_run_streams_and_is_superseded_quickly() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let old = worker.start(long());
        // Wait until rows of the long run have come.
        loop {
            if let Event::Rows { id, rows } = worker.next_within(DEADLINE).unwrap() {
                assert_eq!(id, old);
                assert!(rows.len() < 100_000);
                break;
            }
        }
        let new = worker.start(Experiment {
            n_epochs: 50,
            ..small()
        });
        let start = Instant::now();
        let events = until_end(&worker, new);
        // 50 ms is the promise; the rest is for a machine that is busy with other tests.
        assert!(
            start.elapsed() < Duration::from_secs(1),
            "{:?}",
            start.elapsed()
        );
        assert!(
            !events
                .iter()
                .any(|e| e.id() == old && matches!(e, Event::Ended { .. }))
        );
        assert_eq!(epochs_of(&events, new).len(), 50);
    }

    #[test]
    fn a_bad_experiment_is_refused_in_words() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let id = worker.start(Experiment {
            lr: f64::NAN,
            ..small()
        });
        let events = until_end(&worker, id);
        assert!(matches!(events.as_slice(), [Event::Refused { .. }]));
    }

    #[test]
    fn a_diverged_run_keeps_what_came_before() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let id = worker.start(Experiment {
            lr: 200.0,
            gamma: 1.0,
            ..small()
        });
        let events = until_end(&worker, id);
        let Some(Event::Ended {
            outcome: Outcome::Diverged { epoch },
            ..
        }) = events.last()
        else {
            panic!("this run diverges");
        };
        assert_eq!(epochs_of(&events, id), (0..*epoch).collect::<Vec<_>>());
    }

    #[test]
    fn the_reader_is_woken_for_news_only() {
        let (wake, woken) = std::sync::mpsc::channel();
        let mut worker = Worker::spawn(move || wake.send(()).unwrap_or(())).unwrap();
        let id = worker.start(small());
        let events = until_end(&worker, id);
        // Let the last wake arrive, then the worker is at rest.
        let mut wakes = 0;
        while woken.recv_timeout(Duration::from_millis(200)).is_ok() {
            wakes += 1;
        }
        assert!(
            (1..=events.len()).contains(&wakes),
            "{wakes} for {}",
            events.len()
        );
    }
}
