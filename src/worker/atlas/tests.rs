use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::*;
use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::cell::Cell;
use crate::analysis::atlas::cell::CellRun;
use crate::analysis::atlas::filling::{Atlas, AtlasOptions};
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::plane::{CellIndex, Plane};
use crate::analysis::atlas::section::SectionPoint;
use crate::analysis::atlas::spacing::Spacing;
use crate::analysis::run_summary::RunSummary;
use crate::experiment::Experiment;
use crate::model::Setup;

/// Nothing here takes this long; it only bounds a failure.
const DEADLINE: Duration = Duration::from_mins(1);

fn axis(parameter: Parameter, values: &[f64]) -> Axis {
    Axis::new(parameter, Spacing::Linear, values.to_vec()).unwrap()
}

/// A small network's, of so many learning rates and three scales.
fn order(n_lrs: usize, n_draws: usize) -> AtlasOrder {
    let lrs: Vec<f64> = (1..=n_lrs).map(|i| 10.0 * i as f64).collect();
    let plane = Plane {
        x: axis(Parameter::Lr, &lrs),
        y: axis(Parameter::Gamma, &[1e-6, 1e-3, 1.0]),
    };
    let experiment = Experiment {
        n_epochs: 60,
        hidden: vec![8],
        ..Experiment::default()
    };
    AtlasOrder {
        base: plane.base(&experiment),
        plane,
        options: AtlasOptions {
            n_draws,
            ..AtlasOptions::default()
        },
    }
}

fn worker(n_threads: usize) -> (AtlasWorker, Receiver<()>) {
    let (sender, woken): (Sender<()>, _) = channel();
    let sender = std::sync::Mutex::new(sender);
    let wake = move || {
        sender.lock().unwrap().send(()).ok();
    };
    (AtlasWorker::with_threads(n_threads, wake), woken)
}

/// All that is found until nothing is left.
fn found(worker: &mut AtlasWorker, woken: &Receiver<()>) -> Vec<Found> {
    let mut all = Vec::new();
    while worker.is_busy() {
        woken.recv_timeout(DEADLINE).unwrap();
        all.extend(worker.poll().into_iter().map(Result::unwrap));
    }
    all
}

/// Waits until something was found, and answers it.
fn first(worker: &mut AtlasWorker) -> Found {
    let start = Instant::now();
    loop {
        if let Some(found) = worker.poll().into_iter().next() {
            return found.unwrap();
        }
        assert!(start.elapsed() < DEADLINE, "nothing is found");
        thread::yield_now();
    }
}

fn cells(found: &[Found]) -> Vec<(CellIndex, Cell)> {
    let cell = |found: &Found| match found {
        Found::Cell { at, cell, .. } => Some((*at, cell.clone())),
        _ => None,
    };
    found.iter().filter_map(cell).collect()
}

#[test]
fn one_thread_goes_from_coarse_to_fine_with_the_lines_after_the_first_pass() {
    let (mut worker, woken) = worker(1);
    let order = order(19, 1);
    worker.start(order.clone(), |_| false);
    let found = found(&mut worker, &woken);
    let passes = order.plane.passes();
    let places: Vec<CellIndex> = cells(&found).into_iter().map(|(at, _)| at).collect();
    assert_eq!(places, passes.concat());
    assert!(matches!(&found[passes[0].len()], Found::Lines(lines) if !lines.is_empty()));
    assert!(!worker.is_busy());
}

#[test]
fn cells_have_the_numbers_of_the_run_alone() {
    let (mut worker, woken) = worker(3);
    let order = order(5, 3);
    worker.start(order.clone(), |_| false);
    let found = cells(&found(&mut worker, &woken));
    assert_eq!(found.len(), order.plane.n_cells());
    for (at, cell) in found {
        let run = |draw: u32| {
            let mut experiment = order.plane.experiment(&order.base, at);
            experiment.init_seed += draw;
            let mut setup = Setup::new(&experiment, None);
            let thresholds = [order.options.threshold];
            let run = RunSummary::unless(&experiment, &mut setup, &thresholds, &mut || false);
            CellRun::of(&run.unwrap().0)
        };
        assert_eq!(Some(cell), Cell::new((0..3).map(run).collect()), "{at:?}");
    }
}

#[test]
fn layers_and_units_have_setups_of_their_own() {
    let (mut worker, woken) = worker(2);
    let plane = Plane {
        x: axis(Parameter::Layers, &[0.0, 1.0, 2.0]),
        y: axis(Parameter::Lr, &[50.0, 100.0]),
    };
    let base = plane.base(&order(1, 1).base);
    let options = AtlasOptions::default();
    worker.start(
        AtlasOrder {
            plane: plane.clone(),
            base,
            options,
        },
        |_| false,
    );
    let mut atlas = Atlas::new(plane, options);
    for found in found(&mut worker, &woken) {
        if let Found::Cell { at, cell, curve } = found {
            assert!(!curve.points.is_empty());
            atlas.insert(at, cell, curve);
        }
    }
    assert!(atlas.is_full());
}

#[test]
fn a_section_is_computed_beside_and_anew_without_the_atlas() {
    let (mut worker, woken) = worker(1);
    let order = order(4, 1);
    worker.start(order.clone(), |_| false);
    let values: Vec<f64> = (1..=10).map(|i| 20.0 * f64::from(i)).collect();
    let section = |gamma| SectionOrder {
        axis: axis(Parameter::Lr, &values),
        base: Experiment {
            gamma,
            ..order.base.clone()
        },
    };
    worker.start_section(section(1.0));
    worker.start_section(section(1e-3));
    let all = found(&mut worker, &woken);
    assert_eq!(cells(&all).len(), order.plane.n_cells());
    let points = all.iter().filter_map(|found| match found {
        Found::Point(point) => Some(point.clone()),
        _ => None,
    });
    let points: Vec<SectionPoint> = points.collect();
    let order: Vec<f64> = points.iter().map(|point| point.value).collect();
    let passes = [0, 8, 4, 2, 6, 1, 3, 5, 7, 9].map(|index: usize| values[index]);
    assert_eq!(order, passes);
    let experiment = Experiment {
        lr: values[8],
        ..section(1e-3).base
    };
    let mut setup = Setup::new(&experiment, None);
    let alone = SectionPoint::unless(values[8], &experiment, &mut setup, &mut || false);
    assert_eq!(Some(&points[1]), alone.as_ref());
}

#[test]
fn cells_that_are_there_are_not_computed_again() {
    let (mut worker, woken) = worker(1);
    let order = order(9, 1);
    worker.start(order, |at| at.x < 7);
    let found = cells(&found(&mut worker, &woken));
    assert_eq!(found.len(), 2 * 3);
    assert!(found.iter().all(|(at, _)| at.x >= 7));
}

#[test]
fn what_is_stopped_or_replaced_is_found_no_more() {
    let (mut worker, woken) = worker(2);
    let mut long = order(40, 1);
    long.base.n_epochs = 50_000_000;
    worker.start(long.clone(), |_| false);
    worker.stop();
    assert_eq!((worker.poll(), worker.is_busy()), (Vec::new(), false));
    worker.start(long, |_| false);
    // The runs under way would take minutes.
    let short = order(2, 1);
    worker.start(short.clone(), |_| false);
    let found = cells(&found(&mut worker, &woken));
    assert_eq!(found.len(), short.plane.n_cells());
}

#[test]
fn no_run_begins_while_held() {
    let (mut worker, woken) = worker(2);
    worker.hold(true);
    let mut order = order(200, 1);
    order.base.n_epochs = 500;
    worker.start(order, |_| false);
    thread::sleep(Duration::from_millis(30));
    assert!(worker.poll().is_empty() && worker.is_busy());
    worker.hold(false);
    first(&mut worker);
    worker.hold(true);
    // What was under way ends, one run a thread; then nothing comes.
    thread::sleep(Duration::from_millis(300));
    worker.poll();
    thread::sleep(Duration::from_millis(50));
    assert!(worker.poll().is_empty() && worker.is_busy());
    worker.hold(false);
    assert!(!found(&mut worker, &woken).is_empty());
}

#[test]
fn a_panic_is_a_message_and_the_next_atlas_works() {
    let (mut worker, woken) = worker(2);
    worker.board.fail("unlucky 13".to_owned());
    woken.recv_timeout(DEADLINE).unwrap();
    let message = "unlucky 13".to_owned();
    assert_eq!(worker.poll(), [Err(JobError { message })]);
    worker.start(order(2, 1), |_| false);
    assert_eq!(cells(&found(&mut worker, &woken)).len(), 6);
}

#[test]
fn nobody_is_woken_twice_before_a_poll() {
    let (mut worker, woken) = worker(2);
    worker.start(order(6, 1), |_| false);
    let start = Instant::now();
    while worker.board.has_work_left() {
        assert!(start.elapsed() < DEADLINE);
        thread::yield_now();
    }
    woken.recv_timeout(DEADLINE).unwrap();
    assert!(woken.try_recv().is_err());
    assert_eq!(
        cells(
            &worker
                .poll()
                .into_iter()
                .map(Result::unwrap)
                .collect::<Vec<_>>()
        )
        .len(),
        18
    );
}
