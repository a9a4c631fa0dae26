//! The plot's frame stays where it is, and its range follows the run.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::driver::Window;

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
        self.0.hover_at(at);
        self.0.step();
        self.0.drag_at(at);
        self.0.step();
        self.0.drop_at(at);
        // Two clicks in a row must be no double-click.
        self.0.run_steps(40);
        self.settle();
        self.app().epoch()
    }
}

const DYNAMICS: &str = "Learning dynamics: at epoch";

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
