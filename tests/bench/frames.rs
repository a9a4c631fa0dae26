//! The window's frames: what one costs, and how soon a moved slider's curve is on screen.
//! `cargo bench --bench frames`. The real app is stepped; only drawing by the GPU is left out.

#![expect(clippy::print_stdout, reason = "a benchmark reports")]

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use modescope::app::App;
use modescope::experiment::Experiment;
use modescope::worker::{Event, RunId, Worker};

/// A screen's frame.
const FRAME: Duration = Duration::from_micros(16_667);

type Window = Harness<'static, Option<App>>;

fn main() {
    let mut window = window();
    settle(&mut window);
    report("a frame at rest", &mut timed(200, || window.step()));
    dragging(&mut window, "");
    report("superseding 100,000 epochs", &mut superseding());

    window.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    report(
        "a frame while the atlas fills",
        &mut timed(200, || window.step()),
    );
    dragging(&mut window, " beside the atlas");
}

/// Drags the learning rate to and fro, and reports what that costs.
fn dragging(window: &mut Window, beside: &str) {
    let slider = window
        .get_by_role_and_label(Role::Slider, "Learning rate")
        .rect();
    let at = move |share: f32| Pos2::new(slider.left() + slider.width() * share, slider.center().y);
    window.hover_at(at(0.5));
    window.step();
    window.drag_at(at(0.5));
    window.step();
    let (mut costs, mut latencies, mut frames) = (Vec::new(), Vec::new(), Vec::new());
    for step in 0..200 {
        window.hover_at(at(0.5 + 0.45 * (step as f32 / 7.0).sin()));
        let moved = Instant::now();
        window.step();
        costs.push(moved.elapsed());
        let mut n_frames = 1;
        while !app(window).state().is_settled() {
            // The next frame of the screen.
            std::thread::sleep(
                FRAME
                    .saturating_mul(n_frames)
                    .saturating_sub(moved.elapsed()),
            );
            let start = Instant::now();
            window.step();
            costs.push(start.elapsed());
            n_frames += 1;
        }
        let shown = app(window).state().shown().expect("a run is shown");
        assert_eq!(shown.facts.experiment, *app(window).experiment());
        latencies.push(moved.elapsed());
        frames.push(n_frames);
    }
    window.drop_at(at(0.5));
    settle(window);
    report(&format!("a frame while dragging{beside}"), &mut costs);
    report(&format!("from move to curve{beside}"), &mut latencies);
    let most = frames.iter().copied().max().unwrap_or(1);
    let counts = (1..=most).map(|n| {
        let n_moves = frames.iter().filter(|frames| **frames == n).count();
        format!("{n}: {n_moves}")
    });
    println!(
        "moves by frames to the curve{beside}, the frame of the move included: {}",
        counts.collect::<Vec<_>>().join(", ")
    );
}

/// How soon the first rows of a new run come while a run of 100,000 epochs is under way.
fn superseding() -> Vec<Duration> {
    let mut worker = Worker::spawn(|| ()).expect("a thread can be had");
    let long = Experiment {
        n_epochs: 100_000,
        ..Experiment::default()
    };
    let first_rows = |worker: &Worker, of: RunId| loop {
        let event = worker
            .next_within(Duration::from_mins(1))
            .expect("it goes on");
        if event.id() == of && matches!(event, Event::Rows { .. }) {
            return;
        }
    };
    (0..30)
        .map(|_| {
            let id = worker.start(long.clone());
            first_rows(&worker, id);
            let start = Instant::now();
            let id = worker.start(Experiment::default());
            first_rows(&worker, id);
            start.elapsed()
        })
        .collect()
}

fn window() -> Window {
    let draw = |ui: &mut egui::Ui, app: &mut Option<App>| {
        let app = app.get_or_insert_with(|| {
            App::new(ui.ctx(), None, Box::new(|_| ())).expect("a thread can be had")
        });
        app.logic(ui.ctx());
        app.show(ui);
    };
    Harness::builder()
        .with_size([1280.0, 800.0])
        .build_ui_state(draw, None)
}

fn app(window: &Window) -> &App {
    window.state().as_ref().expect("the first frame made it")
}

fn settle(window: &mut Window) {
    while !app(window).state().is_settled() {
        window.step();
    }
    window.run_steps(3);
}

fn timed(n: usize, mut what: impl FnMut()) -> Vec<Duration> {
    let one = |_| {
        let start = Instant::now();
        what();
        start.elapsed()
    };
    (0..n).map(one).collect()
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let ms = |share: f64| 1e3 * times[((times.len() - 1) as f64 * share) as usize].as_secs_f64();
    println!(
        "{what}: median {:.2} ms, 95 % within {:.2} ms",
        ms(0.5),
        ms(0.95)
    );
}
