//! The Illusions view: features of one's own, and what the network believes of them.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::driver::Window;

/// Takes so many edits back.
fn undo(window: &mut Window, n: usize) {
    for _ in 0..n {
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.settle();
    }
}

#[test]
fn the_table_is_edited_watched_and_taken_back() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Examples");
    window.click("Shark has_bones");
    let shark = window.app().experiment().clone();
    assert_eq!(shark.user_features[0].name, "has_bones");
    assert!(window.shows("Shark has_bones: wrongly believed from epoch 1"));
    let run = window.run();
    let peak = (0..250)
        .map(|row| run.record.predictions(row)[0])
        .fold(0.0, f64::max);
    assert!((0.45..0.55).contains(&peak), "{peak}");

    // By mouse, then by keyboard.
    window.click("Shark has_bones: no");
    assert!((window.app().experiment().user_features[0].values[0] - 1.0).abs() < 1e-12);
    window.0.get_by_label("Shark has_bones: yes").focus();
    window.0.step();
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    assert!((window.app().experiment().user_features[0].values[1] + 1.0).abs() < 1e-12);

    window.click("Watch Tuna has_bones");
    assert_eq!(window.app().experiment().watched.len(), 2);
    window.enter("Name of item 2", "鮪");
    window.0.get_by_label("鮪 has_bones: no");
    window.enter("Name of feature 1", "has bones");
    window.click("Move, duplicate or delete has bones");
    window.click("Duplicate has bones");
    assert_eq!(window.app().experiment().user_features.len(), 2);
    window.click("Move, duplicate or delete has bones");
    window.click("Delete has bones");
    assert_eq!(
        window.app().experiment().user_features[0].name,
        "has bones_2"
    );

    undo(&mut window, 7);
    assert_eq!(*window.app().experiment(), shark);
    window
        .0
        .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.settle();
    assert!((window.app().experiment().user_features[0].values[0] - 1.0).abs() < 1e-12);
}

#[test]
fn the_strongest_illusion_is_found_and_seen() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Find the strongest");
    let run = window.run();
    let target = run.facts.experiment.user_features[0].values[run.facts.experiment.watched[0].item];
    let wrongest = (0..250)
        .map(|row| -target * run.record.predictions(row)[0])
        .fold(0.0, f64::max);
    assert!(wrongest > 0.65, "{wrongest}");
}
