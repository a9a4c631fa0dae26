//! The plot's frame stays where it is, and its range follows the run.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::action::Action;
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;

use crate::driver::{DEADLINE, Window};

impl Window {
    /// Where the frame of the chart with this name is.
    fn frame_of(&self, name: &str) -> Rect {
        let mut nodes = self.0.query_all_by_label_contains(name);
        nodes.next_back().expect("the chart has a name").rect()
    }

    /// Clicks a place of a chart's frame; answers the epoch that this chose.
    fn epoch_at(&mut self, name: &str, share: f32) -> usize {
        let frame = self.frame_of(name);
        let at = frame.left_center() + vec2(frame.width() * share, 0.0);
        self.press_and_release_at(at);
        // Two clicks in a row must be no double-click.
        self.0.run_steps(40);
        self.settle();
        self.app().epoch()
    }
}

const DYNAMICS: &str = "Learning dynamics: at epoch";

/// Where every control around the view is, by what it is called. What is drawn for each layer or
/// each pinned run is left out.
fn controls(window: &Window, words: &Words) -> Vec<(String, [i32; 4])> {
    let size = window.0.ctx.content_rect();
    let middle = Rect::from_min_max(egui::pos2(280.0, 40.0), size.max - vec2(0.0, 70.0));
    let units = words.get("control-hidden-units");
    let mut controls = Vec::new();
    for role in [
        Role::Slider,
        Role::TextInput,
        Role::Button,
        Role::ComboBox,
        Role::Label,
    ] {
        for node in window.0.query_all_by_role(role) {
            let rect = node.rect();
            let name = node.accesskit_node().label().or(node.value());
            let name = name.unwrap_or_default();
            // What a line says may change, where it stands may not.
            let is_said = role == Role::Label && !words_of(words).contains(&name);
            let is_layer = role == Role::TextInput && name.starts_with(&units);
            // News stands over the status line for a while.
            let is_of_news = name == words.get("button-dismiss");
            if is_of_news || middle.intersects(rect) || is_said || is_layer || rect.is_negative() {
                continue;
            }
            let name = name.replace(&words.get("pause"), &words.get("play"));
            let edges = [rect.left(), rect.top(), rect.right(), rect.bottom()];
            controls.push((
                format!("{role:?} {name}"),
                edges.map(|it| (it * 8.0).round() as i32),
            ));
        }
    }
    controls.sort();
    controls
}

/// The names that stand beside the controls.
fn words_of(words: &Words) -> Vec<String> {
    let keys = [
        "control-lr",
        "control-gamma",
        "control-epochs",
        "control-hidden-layers",
        "control-hidden-units",
        "control-levels",
        "control-branches",
        "control-flip",
        "control-features",
        "section-training",
        "section-network",
        "section-data",
        "seed",
        "epoch",
    ];
    keys.map(|key| words.get(key)).to_vec()
}

/// The window in a language, and where its controls were at first.
struct Still {
    window: Window,
    words: Words,
    before: Vec<(String, [i32; 4])>,
    _folder: tempfile::TempDir,
}

impl Still {
    fn open(size: [f32; 2], language: Language) -> Self {
        let (window, folder) = Window::speaking(size, language);
        let words = Words::new(language);
        let before = controls(&window, &words);
        assert!(before.len() > 40, "{before:?}");
        Self {
            window,
            words,
            before,
            _folder: folder,
        }
    }

    /// No control has moved.
    fn assert(&self, what: &str) {
        let now = controls(&self.window, &self.words);
        for (old, new) in self.before.iter().zip(&now) {
            assert_eq!(old, new, "{what} in {:?}", self.words.language());
        }
        assert_eq!(self.before.len(), now.len(), "{what}");
    }

    /// Enters a value, good or bad.
    fn enter(&mut self, key: &str, text: &str) {
        let name = self.words.get(key);
        let name = self.words.with("control-typed", &[("name", name.into())]);
        // The box is scrolled into sight and, by the reset, out again.
        self.window.enter(&name, text);
        self.window.0.run_steps(20);
        let is_scrolled = self.window.0.ctx.content_rect().height() < 700.0;
        if !is_scrolled {
            self.assert(text);
        }
    }
}

/// Refused values, and those that are noted.
const TYPED: [(&str, &str); 12] = [
    ("control-lr", "-5"),
    ("control-gamma", "nothing"),
    ("control-epochs", "0"),
    ("control-hidden-layers", "7"),
    ("control-hidden-units", "2.5"),
    ("control-levels", "99"),
    ("control-features", "inf"),
    ("control-init-seed", "-1"),
    ("control-data-seed", "x"),
    ("control-lr", "270"),
    ("control-lr", "340"),
    ("control-lr", "100"),
];

/// Goes through what used to move something, and looks each time whether anything has.
fn nothing_moves(size: [f32; 2], language: Language) {
    let mut still = Still::open(size, language);
    for (key, text) in TYPED {
        still.enter(key, text);
    }
    for layers in ["0", "3", "4", "1"] {
        still.enter("control-hidden-layers", layers);
    }
    let mut still = Still::open(size, language);
    let name = still.words.get("control-lr");
    let at = |window: &Window, share| window.on_slider(&name, share);
    still.window.0.drag_at(at(&still.window, 0.5));
    for share in [0.6, 0.9, 0.999, 0.1] {
        still.window.0.hover_at(at(&still.window, share));
        still.window.settle();
        still.assert("a drag");
    }
    still.window.0.drop_at(at(&still.window, 0.1));
    still.window.settle();
    still.window.press(Key::Escape);
    still.window.reset();
    still.assert("reset");
    for (key, what) in [
        (Key::P, "a pin"),
        (Key::T, "theory"),
        (Key::Space, "playing"),
        (Key::Space, "rest"),
    ] {
        still.window.0.key_press(key);
        still.window.0.run_steps(8);
        still.assert(what);
    }
    let ctx = still.window.0.ctx.clone();
    let app = still.window.0.state_mut().as_mut();
    let missing = Action::OpenFile(None, PathBuf::from("no such file.csv"));
    app.expect("there is an app").perform(missing, &ctx);
    still.window.wait_for("no such file.csv");
    still.assert("a notice");
    for view in [Key::Num2, Key::Num3, Key::Num4, Key::Num1] {
        still.window.0.key_press_modifiers(Modifiers::COMMAND, view);
        still.window.settle();
        still.assert("a view");
    }
}

#[test]
fn no_control_around_the_view_moves_in_english() {
    nothing_moves([1280.0, 800.0], Language::English);
    nothing_moves([1024.0, 640.0], Language::English);
}

#[test]
fn no_control_around_the_view_moves_in_japanese() {
    nothing_moves([1280.0, 800.0], Language::Japanese);
    nothing_moves([1024.0, 640.0], Language::Japanese);
}

#[test]
fn news_passes_by_itself_and_an_error_stays_until_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let ctx = window.0.ctx.clone();
    let open = |window: &mut Window, name: &str| {
        let app = window.0.state_mut().as_mut().expect("there is an app");
        app.perform(Action::OpenFile(None, folder.path().join(name)), &ctx);
    };
    std::fs::write(
        folder.path().join("mine.csv"),
        "item,a,b\nx,1,0\ny,0,1\nz,1,1\n",
    )
    .unwrap();
    open(&mut window, "mine.csv");
    window.wait_for("mine.csv is open");
    // A minute of frames.
    for _ in 0..60 {
        window.0.run_steps(60);
        if !window.shows("mine.csv is open") {
            break;
        }
    }
    assert!(!window.shows("mine.csv is open"));
    open(&mut window, "mine.csv");
    window.wait_for("mine.csv is open");
    window.reset();
    assert!(!window.shows("mine.csv is open"));
    open(&mut window, "missing.csv");
    window.wait_for("missing.csv");
    window.0.run_steps(3600);
    assert!(window.shows("missing.csv"));
    window.click("OK");
    assert!(!window.shows("missing.csv"));
}

#[test]
fn a_moved_slider_is_drawn_with_its_run_in_the_same_frame() {
    let mut window = Window::open();
    let app = window.0.state_mut().as_mut().expect("there is an app");
    app.set_patience(DEADLINE);
    window.0.drag_at(window.on_slider("Learning rate", 0.5));
    window.0.step();
    for i in 1..=20 {
        let share = 0.5 - 0.02 * i as f32;
        window.0.hover_at(window.on_slider("Learning rate", share));
        window.0.step();
        let app = window.app();
        let shown = &window.run().facts.experiment;
        assert_eq!(shown, app.experiment());
        assert!(app.state().is_settled());
        // The box says so, too.
        let typed = window.text_box("Learning rate, typed").value();
        assert_eq!(typed, Some(format!("{}", shown.lr)));
    }
}

#[test]
fn the_plots_frame_stays_whatever_is_shown_beside_the_run() {
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut window = Window::sized(size, None);
        let frame = window.frame_of(DYNAMICS);
        for toggle in ["discrete", "continuous", "50 seeds", "Log loss", "Modes"] {
            window.click(toggle);
            assert_eq!(window.frame_of(DYNAMICS), frame, "{toggle}");
        }
        window.wait_for("Shaded: the range");
        assert_eq!(window.frame_of(DYNAMICS), frame, "a band over seeds");
        for lr in ["60", "340", "270"] {
            window.press(Key::P);
            window.enter("Learning rate, typed", lr);
            assert_eq!(window.frame_of(DYNAMICS), frame, "a pin beside lr {lr}");
        }
        window.enter("Hidden layers, typed", "3");
        assert_eq!(window.frame_of(DYNAMICS), frame, "three hidden layers");
        let layer = Role::Button;
        window
            .0
            .get_by_role_and_label(layer, "RSM of hidden layer 2")
            .click();
        window.settle();
        assert_eq!(window.frame_of(DYNAMICS), frame, "another layer");
    }
}

#[test]
fn theory_past_the_stability_limit_is_not_drawn_and_said_why() {
    let mut window = Window::open();
    window.click("discrete");
    assert!(window.shows("theory, discrete"));
    window.enter("Learning rate, typed", "340");
    window.wait_for("theory does not hold there and is not drawn");
    assert!(!window.shows("theory, discrete"));
}

#[test]
fn the_range_of_every_chart_follows_the_run() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Examples");
    window.click("Shark has_bones");
    for (view, name) in [
        ("Learning", DYNAMICS),
        ("Illusions", "Predictions over the epochs"),
        ("Regression", "Loss on the way:"),
    ] {
        window.click_button(view);
        for n_epochs in [1000, 250, 150] {
            window.enter("Epochs, typed", &n_epochs.to_string());
            window.wait_until("the comparison does not end", |window| {
                !window.shows("comparing")
            });
            window.settle();
            let chosen = window.epoch_at(name, 0.5);
            assert!(
                chosen.abs_diff(n_epochs / 2) <= n_epochs / 100 + 1,
                "{view}: {chosen} of {n_epochs}"
            );
        }
    }
}

#[test]
fn a_zoomed_chart_is_panned_and_shows_the_whole_run_again() {
    let mut window = Window::open();
    let frame = window.frame_of(DYNAMICS);
    let at = frame.center();
    let wheel = |window: &mut Window, modifiers: Modifiers, delta| {
        window.0.hover_at(at);
        window.0.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta,
            phase: egui::TouchPhase::Move,
            modifiers,
            source: egui::MouseWheelSource::Unknown,
        });
        window.0.run_steps(30);
    };
    assert!(!window.shows("Show the whole run"));
    wheel(&mut window, Modifiers::COMMAND, vec2(0.0, 150.0));
    let left = window.epoch_at(DYNAMICS, 0.02);
    assert!((20..110).contains(&left), "{left}");
    // To the right, by the wheel.
    wheel(&mut window, Modifiers::NONE, vec2(-60.0, 0.0));
    let moved = window.epoch_at(DYNAMICS, 0.02);
    assert!(moved > left, "{left} {moved}");
    assert_eq!(window.frame_of(DYNAMICS), frame);
    // A longer run keeps what a person has zoomed into.
    window.enter("Epochs, typed", "500");
    assert_eq!(window.epoch_at(DYNAMICS, 0.02), moved);
    window.enter("Epochs, typed", "250");
    window.click("Show the whole run");
    assert!(window.epoch_at(DYNAMICS, 0.02) <= 6);
}

#[test]
fn a_hint_at_an_axis_stands_in_the_status_line_and_covers_nothing() {
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut window = Window::sized(size, None);
        window.click_button("Regression");
        window.wait_for("Loss on the way: regression");
        let frame = window.frame_of("Loss on the way: regression");
        window.0.hover_at(frame.center_bottom() + vec2(0.0, 14.0));
        // Longer than a box at the pointer waits to appear.
        window.0.run_steps(90);
        let hint = "The wheel zooms this axis";
        let mut said = window.0.query_all_by_label_contains(hint);
        let place = said.next().expect("the hint is said").rect();
        assert!(place.top() > size[1] - 68.0, "{place:?}");
        assert!(said.next().is_none());
        drop(said);
        window.0.hover_at(frame.center());
        window.0.run_steps(3);
        assert!(!window.shows(hint));
    }
}
