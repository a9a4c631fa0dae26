//! Clicks as a hand or a touchpad makes them.

use egui::{Event, Key, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::driver::Window;

/// Types at the keyboard, into whatever has the focus.
fn type_keys(window: &mut Window, text: &str) {
    window.0.event(Event::Text(text.to_owned()));
    window.settle();
    window.press(Key::Enter);
}

#[test]
fn a_click_into_a_number_selects_all_of_it() {
    let mut window = Window::open();
    for (typed, n_epochs) in [("150", 150), ("70", 70)] {
        let at = window.text_box("Epochs, typed").rect().center();
        window.click_at(at);
        type_keys(&mut window, typed);
        assert_eq!(window.app().experiment().n_epochs, n_epochs);
    }
}

#[test]
fn tab_into_a_number_selects_all_of_it() {
    let mut window = Window::open();
    let at = window.text_box("Learning rate, typed").rect().center();
    window.click_at(at);
    let gamma = "Initialisation scale γ, typed";
    for _ in 0..6 {
        if !window.has_focus(gamma) {
            window.press(Key::Tab);
        }
    }
    assert!(window.has_focus(gamma));
    type_keys(&mut window, "0.5");
    assert_eq!(window.app().experiment().gamma, 0.5);
}

#[test]
fn a_second_click_puts_the_cursor_where_it_points() {
    let mut window = Window::open();
    let rect = window.text_box("Epochs, typed").rect();
    window.click_at(rect.center());
    // The number is at the right: the cursor goes behind it.
    window.click_at(rect.right_center() - vec2(1.0, 0.0));
    type_keys(&mut window, "0");
    assert_eq!(window.app().experiment().n_epochs, 2500);
}

#[test]
fn a_quick_click_on_a_rail_moves_the_slider() {
    let mut window = Window::open();
    for share in [0.75, 0.25, 0.5] {
        let at = window.on_slider("Epoch", share);
        window.click_at(at);
        let epoch = window.app().epoch() as f32;
        assert!((epoch - share * 249.0).abs() < 2.0, "{share}: {epoch}");
    }
    let before = window.app().experiment().lr;
    let at = window.on_slider("Learning rate", 0.9);
    window.click_at(at);
    assert!(window.app().experiment().lr > before);
}

#[test]
fn the_threshold_of_a_false_belief_is_said_where_one_is_shaded() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Examples");
    window.click("Shark has_bones");
    let chart = "Predictions over the epochs";
    let mut charts = window.0.query_all_by_label_contains(chart);
    let frame = charts.next_back().expect("the chart has a name").rect();
    drop(charts);
    let limit = "and is beyond ±0.1";
    for (epoch, is_said) in [(125.0, true), (20.0, false)] {
        let share = epoch / 249.0;
        let at = frame.left_center() + vec2(frame.width() * share, 30.0);
        window.0.hover_at(at);
        window.0.run_steps(3);
        assert_eq!(window.shows(limit), is_said, "{epoch}");
    }
}
