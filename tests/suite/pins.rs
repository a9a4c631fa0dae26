//! Pinned runs in the real window.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::driver::Window;

impl Window {
    fn has(&self, label: &str) -> bool {
        self.0.query_all_by_label(label).next().is_some()
    }
}

#[test]
fn p_pins_the_run_and_the_table_brings_it_back() {
    let mut window = Window::open();
    window.click("Pinned runs");
    assert!(!window.has("pinned run"));
    window.press(Key::P);
    window.press(Key::P);
    window.enter("Initialisation scale γ, typed", "1");
    assert!(window.has("pinned run"));
    window.click("Pin");
    assert!(window.has("Remove γ 10⁰") && window.has("Remove lr 100 · γ 10⁻¹²"));
    window.enter("Name of pinned run 1", "four drops");
    window.click("Train four drops again");
    assert_eq!(
        window.app().experiment().gamma.to_bits(),
        1e-12_f64.to_bits()
    );
    assert_eq!(window.run().n_drops, 4);
    window.click("Another colour for four drops");
    window.click("Remove four drops");
    window.click("Remove γ 10⁰");
    assert!(!window.has("pinned run"));
}

#[test]
fn pins_of_other_shapes_are_drawn_in_every_view() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.press(Key::P);
    for (control, value) in [
        ("Levels, typed", "2"),
        ("Hidden layers, typed", "0"),
        ("Learning rate, typed", "3000"),
        ("Epochs, typed", "1"),
    ] {
        window.enter(control, value);
        window.press(Key::P);
    }
    for view in ["Illusions", "Data", "Learning"] {
        window.click_button(view);
    }
}

#[test]
fn a_band_over_seeds_is_computed_beside_the_run_in_both_views() {
    let mut window = Window::open();
    window.click("50 seeds");
    window.wait_for("Shaded: the range of 50 draws");
    window.click_button("Illusions");
    window.click("Example: Shark has_bones");
    window.wait_for("Shaded: the range of 50 draws");
    window.enter("Initialisation scale γ, typed", "1");
    window.wait_for("Shaded: the range of 50 draws");
    window.click("50 seeds");
    assert!(!window.shows("Shaded: the range"));
}

#[test]
fn a_press_that_slow_frames_make_long_is_a_click_all_the_same() {
    let mut window = Window::open();
    window.click("50 seeds");
    let at = window.0.get_by_label("Log loss").rect().center();
    let is_on = |window: &Window| {
        let toggle = window.0.get_by_label("Log loss");
        toggle.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    let before = is_on(&window);
    window.0.hover_at(at);
    window.0.step();
    window.0.drag_at(at);
    // A second and a half, as when frames take long while draws are trained.
    window.0.run_steps(90);
    window.0.drop_at(at);
    window.settle();
    assert_ne!(is_on(&window), before);
}

#[test]
fn a_band_over_seeds_can_be_given_up() {
    let mut window = Window::open();
    window.enter("Epochs, typed", "20000");
    window.click("50 seeds");
    window.wait_for("of 50 draws");
    // Fifty times as long as the run, which the click waits for.
    window.click("Cancel");
    assert!(!window.shows("of 50 draws") && !window.shows("Shaded"));
    window.enter("Epochs, typed", "250");
    assert!(!window.shows("of 50 draws"));
}

#[test]
fn what_is_done_to_pins_can_be_undone() {
    let mut window = Window::open();
    window.click("Pinned runs");
    window.press(Key::P);
    window.enter("Learning rate, typed", "70");
    window.press(Key::P);
    window.click("Remove lr 100 · γ 10⁻¹²");
    assert!(!window.shows("Remove lr 100") && window.shows("Remove lr 70"));
    let undo = |window: &mut Window| {
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.settle();
    };
    undo(&mut window);
    assert!(window.shows("Remove lr 100") && window.shows("Remove lr 70"));
    undo(&mut window);
    assert!(window.shows("Remove lr 100") && !window.shows("Remove lr 70"));
    assert_eq!(window.app().experiment().lr, 70.0);
    undo(&mut window);
    assert_eq!(window.app().experiment().lr, 100.0);
    assert!(window.shows("Remove lr 100"));
    undo(&mut window);
    assert!(!window.shows("Remove lr 100"));
}

/// How far down something is.
fn top(window: &Window, label: &str) -> f32 {
    window.0.get_by_label(label).rect().top()
}

#[test]
fn the_run_at_hand_is_the_first_row_and_a_click_on_a_head_sorts_the_others() {
    let mut window = Window::open();
    window.click("Pinned runs");
    for lr in ["80", "50", "70"] {
        window.enter("Learning rate, typed", lr);
        window.press(Key::P);
    }
    window.enter("Learning rate, typed", "60");
    let rows = |window: &Window| {
        let at = |lr: &str| top(window, &format!("Remove lr {lr}"));
        let mut rows = ["80", "50", "70"].map(|lr| (at(lr), lr));
        assert!(rows.iter().all(|(at, _)| *at > top(window, "this run")));
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.map(|(_, lr)| lr)
    };
    assert_eq!(rows(&window), ["80", "50", "70"]);
    let before = window.0.get_by_label("γ").rect();
    window.click_button("lr");
    assert_eq!(rows(&window), ["50", "70", "80"]);
    window.click_button("lr");
    assert_eq!(rows(&window), ["80", "70", "50"]);
    assert_eq!(window.0.get_by_label("γ").rect(), before);
    window.click_button("lr");
    assert_eq!(rows(&window), ["80", "50", "70"]);
}

#[test]
fn a_pin_keeps_its_name_whatever_the_run_at_hand_is_and_can_be_hidden() {
    let mut window = Window::open();
    window.press(Key::P);
    window.enter("Learning rate, typed", "60");
    window.press(Key::P);
    window.click("Runs");
    let names = |window: &Window| {
        ["Name of pinned run 1", "Name of pinned run 2"].map(|name| {
            let name = window.text_box(name);
            name.accesskit_node().value().unwrap_or_default()
        })
    };
    let expected = ["lr 100 · γ 10⁻¹²", "lr 60"];
    assert_eq!(names(&window), expected);
    window.enter("Initialisation scale γ, typed", "1");
    assert_eq!(names(&window), expected);
    window.reset();
    assert_eq!(names(&window), expected);
    window.click("Hide the curves of lr 60");
    assert!(window.has("Show the curves of lr 60"));
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert!(window.has("Hide the curves of lr 60"));
}

#[test]
fn the_button_leads_to_the_table_of_runs_and_all_of_it_is_in_sight() {
    let mut window = Window::open();
    window.press(Key::P);
    window.click_button("Data");
    window.click("Pinned runs");
    let name = window.text_box("Name of pinned run 1").rect();
    let remove = window.0.get_by_label("Remove lr 100 · γ 10⁻¹²").rect();
    assert!(name.width() > 50.0, "{name}");
    assert!(remove.right() <= 1280.0, "{remove}");
}
