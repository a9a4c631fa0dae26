//! The timeline: looking at an epoch, and playing.

use std::time::Instant;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::driver::{DEADLINE, Window};

#[test]
fn scrubbing_looks_and_never_retrains() {
    let mut window = Window::open();
    let run = window.run().id;
    window.drag("Epoch", 150.0 / 249.0, 0.2);
    assert!(
        (45..=55).contains(&window.app().epoch()),
        "{}",
        window.app().epoch()
    );
    window.enter("Epoch, typed", "120");
    assert_eq!(window.app().epoch(), 120);
    window.press(Key::ArrowRight);
    assert_eq!(window.app().epoch(), 121);
    window
        .0
        .key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    window.settle();
    assert_eq!(window.app().epoch(), 111);
    window.press(Key::End);
    assert_eq!(window.app().epoch(), 249);
    window.press(Key::Home);
    assert_eq!(window.app().epoch(), 0);
    window.press(Key::CloseBracket);
    assert!(
        // Behind the drop at epoch 93.
        (94..=100).contains(&window.app().epoch()),
        "{}",
        window.app().epoch()
    );
    window.press(Key::OpenBracket);
    assert_eq!(window.app().epoch(), 0);
    assert_eq!(window.run().id, run);
}

#[test]
fn the_plot_is_pointed_at_to_look_at_an_epoch() {
    let mut window = Window::open();
    let run = window.run().id;
    let plots = window
        .0
        .query_all_by_label_contains("Learning dynamics: at epoch");
    let rect = plots.last().expect("the plot says what it shows").rect();
    let at = rect.left_center() + vec2(rect.width() * 0.5, 0.0);
    window.0.hover_at(at);
    window.0.step();
    window.0.drag_at(at);
    window.0.step();
    window.0.hover_at(at + vec2(-60.0, 5.0));
    window.0.step();
    window.0.drop_at(at + vec2(-60.0, 5.0));
    window.settle();
    assert!(
        (70..130).contains(&window.app().epoch()),
        "{}",
        window.app().epoch()
    );
    assert_eq!(window.run().id, run);
}

#[test]
fn playing_moves_the_epoch_and_stops_at_the_end() {
    let mut window = Window::open();
    window.enter("Epoch, typed", "200");
    window.0.key_press(Key::Space);
    window.0.run_steps(10);
    assert!(window.app().epoch() > 200);
    window.0.get_by_label("Pause");
    let start = Instant::now();
    while window.app().epoch() < 249 {
        window.0.step();
        assert!(start.elapsed() < DEADLINE);
    }
    window.settle();
    window.0.get_by_label("Play");
}

#[test]
fn a_double_click_on_the_plot_leaves_the_epoch() {
    let mut window = Window::open();
    let name = "Learning dynamics: at epoch";
    let mut plots = window.0.query_all_by_label_contains(name);
    let at = plots.next_back().expect("there is a plot").rect().center();
    drop(plots);
    window.double_click_at(at);
    assert_eq!(window.app().epoch(), 150);
    // A single click does move it.
    window.0.run_steps(60);
    window.click_at(at);
    assert_ne!(window.app().epoch(), 150);
}

#[test]
fn the_marks_of_the_stages_stand_where_the_keys_go() {
    let mut window = Window::open();
    window.press(Key::Home);
    for _ in 0..4 {
        window.press(Key::CloseBracket);
        let mark = format!("stage learned by epoch {}:", window.app().epoch());
        assert!(window.shows(&mark), "{mark}");
    }
}

#[test]
fn a_mark_of_a_stage_says_on_hover_what_it_is() {
    let mut window = Window::open();
    for mark in ["stage learned by epoch", "stage foreseen at epoch"] {
        let place = window.picture_at(mark);
        window.0.hover_at(place.center());
        // Longer than a tooltip waits to appear.
        window.0.run_steps(90);
        assert!(!window.shows("Moving it never retrains"), "{mark}");
        let all = window.0.query_all_by_label_contains(mark).count();
        let pictures = window.0.query_all_by_role(egui::accesskit::Role::Image);
        let is_it = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node()
                .label()
                .is_some_and(|it| it.contains(mark))
        };
        assert!(all > pictures.filter(is_it).count(), "{mark}");
    }
}
