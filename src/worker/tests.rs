//! The worker's contract with whoever reads its events.

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
fn a_full_queue_puts_the_thread_to_sleep_until_an_event_is_read() {
    let mut worker = Worker::spawn(|| ()).unwrap();
    let n_epochs = 40_000;
    let id = worker.start(Experiment {
        n_epochs,
        ..small()
    });
    // Nothing is read until the thread has said that it waits: from then on it can only be
    // woken, since waiting it does nothing but receive.
    let start = Instant::now();
    while !worker.waits_for_room.load(Ordering::SeqCst) {
        assert!(start.elapsed() < DEADLINE, "the queue fills up");
        thread::yield_now();
    }
    let epochs = epochs_of(&until_end(&worker, id), id);
    assert_eq!(epochs, (0..n_epochs).collect::<Vec<_>>());
}

#[test]
fn a_thread_that_waits_for_room_takes_the_next_experiment() {
    let mut worker = Worker::spawn(|| ()).unwrap();
    worker.start(long());
    let start = Instant::now();
    while !worker.waits_for_room.load(Ordering::SeqCst) {
        assert!(start.elapsed() < DEADLINE, "the queue fills up");
        thread::yield_now();
    }
    let id = worker.start(small());
    assert_eq!(epochs_of(&until_end(&worker, id), id).len(), 250);
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
fn dropping_the_handle_ends_the_thread() {
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
    // Where it did not return, this test would not end.
    drop(worker);
    // The iterator ends with the thread, which holds the sender.
    woken.iter().for_each(drop);
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
fn a_long_run_streams_and_is_superseded_before_its_end() {
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
    let events = until_end(&worker, new);
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
    // The thread ends, and with it the sender: all wakes have arrived.
    drop(worker);
    let wakes = woken.iter().count();
    assert!(
        (1..=events.len()).contains(&wakes),
        "{wakes} for {}",
        events.len()
    );
}
