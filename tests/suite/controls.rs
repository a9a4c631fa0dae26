//! The controls at the left: sliders, typed numbers, refusals, seeds.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;
use modescope::experiment::Experiment;
use modescope::model::Outcome;

use crate::driver::{Window, tree};

/// Values that cannot be used: box, text, and what is said of it.
const REFUSED: [(&str, &str, &str); 13] = [
    (
        "Learning rate, typed",
        "-5",
        "must be above zero · still 100",
    ),
    (
        "Learning rate, typed",
        "nan",
        "must be a finite number · still 100",
    ),
    (
        "Initialisation scale γ, typed",
        "0",
        "must be above zero · still 10⁻¹²",
    ),
    (
        "Hidden layers, typed",
        "nan",
        "must be a finite number · still 1",
    ),
    (
        "Features, typed",
        "inf",
        "must be a finite number · still 10000",
    ),
    (
        "Epochs, typed",
        "many",
        "not a number (0.5, 1e-12) · still 250",
    ),
    (
        "Epochs, typed",
        "0",
        "must be from 1 to 1000000 · still 250",
    ),
    ("Hidden units, typed", "2.5", "must be a whole number"),
    ("Hidden layers, typed", "7", "must be from 0 to 4 · still 1"),
    ("Levels, typed", "-1", "must not be negative"),
    (
        "Flip probability, typed",
        "2",
        "must be from 0 to 1 · still 0.15",
    ),
    (
        "Init seed, typed",
        "-1",
        "a whole number to 4294967295 · still 2021",
    ),
    (
        "Epoch, typed",
        "250",
        "an epoch of this run is a whole number from 0 to 249",
    ),
];

#[test]
fn dragging_gamma_loses_the_bumps_and_back() {
    let mut window = Window::open();
    window.drag("Initialisation scale γ", 3.0 / 16.0, 15.0 / 16.0);
    assert!((window.app().experiment().gamma - 1.0).abs() < 1e-12);
    assert_eq!(window.run().n_drops, 1);
    assert!(window.app().status().contains("1 drop"));
    window.drag("Initialisation scale γ", 15.0 / 16.0, 3.0 / 16.0);
    assert_eq!(
        window.app().experiment().gamma.to_bits(),
        1e-12_f64.to_bits()
    );
    assert_eq!(window.run().n_drops, 4);
}

#[test]
fn a_drag_retrains_on_the_same_draw_at_every_position() {
    let mut window = Window::open();
    let at = |window: &Window, share| window.on_slider("Learning rate", share);
    window.0.hover_at(at(&window, 0.5));
    window.0.step();
    window.0.drag_at(at(&window, 0.5));
    window.0.step();
    let mut seen = Vec::new();
    for share in [0.45, 0.4, 0.33, 0.2, 0.1] {
        window.0.hover_at(at(&window, share));
        window.settle();
        let shown = &window.run().facts.experiment;
        assert_eq!(shown, window.app().experiment());
        assert_eq!((shown.init_seed, tree(shown).seed), (2021, 2021));
        seen.push(shown.lr);
    }
    assert!(seen.is_sorted_by(|a, b| a > b), "{seen:?}");
    window.0.drop_at(at(&window, 0.1));
    window.settle();
    // The whole drag is one edit.
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(*window.app().experiment(), Experiment::default());
}

#[test]
fn a_typed_value_may_leave_the_slider() {
    let mut window = Window::open();
    window.enter("Learning rate, typed", "340");
    assert!(matches!(
        window.run().ending.map(|ending| ending.outcome),
        Some(Outcome::Diverged { .. })
    ));
    assert!(
        window
            .app()
            .status()
            .contains("lr 340 is past the stability limit of about 254")
    );
    window.enter("Learning rate, typed", "270");
    assert!(
        window.app().status().contains("oscillates"),
        "{}",
        window.app().status()
    );
    for text in ["1e-3", "10^-3", "10⁻³"] {
        window.enter("Initialisation scale γ, typed", text);
        assert_eq!(
            window.app().experiment().gamma.to_bits(),
            1e-3_f64.to_bits()
        );
    }
}

#[test]
fn what_cannot_be_used_is_refused_where_it_was_typed() {
    let mut window = Window::open();
    let run = window.run().id;
    for (name, text, reason) in REFUSED {
        window.enter(name, text);
        assert!(window.shows(reason), "{name}");
        // What was typed is still there to be corrected, and the last good value in force.
        let typed = window
            .0
            .get_by_role_and_label(Role::TextInput, name)
            .value();
        assert_eq!(typed.as_deref(), Some(text));
        assert_eq!(*window.app().experiment(), Experiment::default());
    }
    assert_eq!(window.run().id, run);
    window.enter("Learning rate, typed", "60");
    let refusal = "must be a finite number · still 100";
    assert!(window.0.query_by_label(refusal).is_none());
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
    window.click("Reset to the notebook");
    assert!(!window.shows("must be above zero · still 10⁻¹²"));
}

#[test]
fn what_was_typed_counts_though_a_button_is_clicked_next() {
    let mut window = Window::open();
    window
        .0
        .get_by_role_and_label(Role::TextInput, "Learning rate, typed")
        .click();
    window.0.step();
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.0.step();
    window
        .0
        .get_by_role_and_label(Role::TextInput, "Learning rate, typed")
        .type_text("60");
    window.0.step();
    window.click("New init");
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
    assert_eq!(window.app().experiment().init_seed, 2022);
}

#[test]
fn undo_takes_back_a_refused_entry_before_an_older_edit() {
    let mut window = Window::open();
    let name = "Learning rate, typed";
    let text_of = |window: &Window, name: &str| window.text_box(name).value();
    window.enter(name, "60");
    window.enter("Epoch, typed", "9999");
    window.enter(name, "-5");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(text_of(&window, name).as_deref(), Some("60"));
    assert_ne!(text_of(&window, "Epoch, typed").as_deref(), Some("9999"));
    assert!(!window.shows("must be above zero"));
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(*window.app().experiment(), Experiment::default());
    assert_eq!(text_of(&window, name).as_deref(), Some("100"));
}

#[test]
fn undo_takes_back_a_refused_entry_without_any_edit_before_it() {
    let mut window = Window::open();
    window.enter("Epochs, typed", "many");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    let value = window.text_box("Epochs, typed").value();
    assert_eq!(value.as_deref(), Some("250"));
}

#[test]
fn undo_while_typing_shows_the_value_in_force_again() {
    let mut window = Window::open();
    let name = "Learning rate, typed";
    window.enter(name, "60");
    window.drag("Learning rate", 0.5, 0.4);
    let lr = window.app().experiment().lr;
    let shown = window.text_box(name).value();
    for typed in ["1234", "x"] {
        window.type_into(name, typed);
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.settle();
        assert_eq!(window.text_box(name).value(), shown);
        assert!(window.has_focus(name));
        assert!((window.app().experiment().lr - lr).abs() < 1e-12);
    }
    // Nothing is typed any more: undo takes back the edit before.
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
}

#[test]
fn keys_work_again_after_a_box_was_left_by_a_drag() {
    let mut window = Window::open();
    window
        .0
        .get_by_role_and_label(Role::TextInput, "Learning rate, typed")
        .click();
    window.0.step();
    window.drag("Learning rate", 0.5, 0.4);
    window.press(Key::N);
    assert_eq!(window.app().experiment().init_seed, 2022);
}

#[test]
fn new_draws_are_a_choice() {
    let mut window = Window::open();
    window.press(Key::N);
    assert_eq!(window.app().experiment().init_seed, 2022);
    window.click("New data");
    assert_eq!(tree(window.app().experiment()).seed, 2022);
    // A letter alone does not reset, and the reset says how it is undone.
    window.press(Key::R);
    assert_eq!(window.app().experiment().init_seed, 2022);
    window
        .0
        .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.settle();
    assert_eq!(*window.app().experiment(), Experiment::default());
    assert!(window.shows("Undo brings back what was there"));
}

#[test]
fn letters_typed_into_a_box_are_no_shortcuts() {
    let mut window = Window::open();
    window.enter("Learning rate, typed", "n l r 1");
    assert_eq!(*window.app().experiment(), Experiment::default());
}

#[test]
fn a_double_click_resets_one_control() {
    let mut window = Window::open();
    window.drag("Learning rate", 0.5, 0.2);
    window.drag("Flip probability", 0.3, 0.6);
    let flip = tree(window.app().experiment()).flip;
    let name = window.0.get_by_role_and_label(Role::Label, "Learning rate");
    let at = name.rect().center();
    window.double_click_at(at);
    assert!((window.app().experiment().lr - 100.0).abs() < 1e-12);
    assert_eq!(
        tree(window.app().experiment()).flip.to_bits(),
        flip.to_bits()
    );
}

#[test]
fn all_controls_fit_a_low_window_in_both_languages() {
    for language in [Language::English, Language::Japanese] {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("settings.toml");
        let name = format!("{language:?}").to_lowercase();
        let text = format!("version = 1\nlanguage = \"{name}\"\n");
        std::fs::write(&settings, text).unwrap();
        let window = Window::sized([1024.0, 600.0], Some(settings));
        let words = Words::new(language);
        let slider = |key: &str| {
            let name = words.get(key);
            let slider = window.0.get_by_role_and_label(Role::Slider, &name);
            slider.rect()
        };
        let timeline = slider("epoch").top();
        let last = slider("control-features").bottom();
        assert!(last <= timeline, "{last} {timeline}");
    }
}
