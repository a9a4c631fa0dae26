//! The real app, driven through its accessibility tree.

use std::time::Instant;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::experiment::Experiment;
use modescope::model::Outcome;

use crate::driver::{DEADLINE, Window, tree};

#[test]
fn it_opens_on_the_tutorials_experiment_already_trained() {
    let window = Window::open();
    assert_eq!(*window.app().experiment(), Experiment::default());
    assert_eq!(window.run().n_drops, 4);
    assert!(window.app().status().starts_with("250 epochs in "));
    // The representation at the opening epoch has something to show.
    let rsm = window.run().record.similarity(window.app().epoch(), 0);
    assert!(rsm[0] > 0.1 * window.run().extent.largest_similarity[0]);
}

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
        (97..=110).contains(&window.app().epoch()),
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
    for (name, text, reason) in [
        (
            "Learning rate, typed",
            "-5",
            "the learning rate must be above zero",
        ),
        (
            "Learning rate, typed",
            "nan",
            "the learning rate must be a finite number",
        ),
        (
            "Initialisation scale γ, typed",
            "0",
            "gamma must be above zero",
        ),
        (
            "Hidden layers, typed",
            "nan",
            "the number of hidden layers must be a finite number",
        ),
        (
            "Features, typed",
            "inf",
            "the number of features must be a finite number",
        ),
        (
            "Epochs, typed",
            "many",
            "not a number; type 100, 0.5, 1e-12 or 10^-12",
        ),
        (
            "Epochs, typed",
            "0",
            "the number of epochs must be from 1 to 1000000",
        ),
        ("Hidden units, typed", "2.5", "must be a whole number"),
        (
            "Hidden layers, typed",
            "7",
            "the number of hidden layers must be from 0 to 4",
        ),
        ("Levels, typed", "-1", "must not be negative"),
        (
            "Flip probability, typed",
            "2",
            "the flip probability must be from 0 to 1",
        ),
        (
            "Init seed, typed",
            "-1",
            "a seed is a whole number from 0 to 4294967295",
        ),
        (
            "Epoch, typed",
            "250",
            "an epoch of this run is a whole number from 0 to 249",
        ),
    ] {
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
    assert!(!window.shows("the learning rate must be a finite number"));
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
    window.click("Reset to the notebook");
    assert!(!window.shows("gamma must be above zero"));
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
fn the_table_is_edited_watched_and_taken_back() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Examples");
    window.click("Shark has_bones");
    let shark = window.app().experiment().clone();
    assert_eq!(shark.user_features[0].name, "has_bones");
    assert!(
        window
            .0
            .query_by_label_contains("Shark has_bones: wrongly believed from epoch 1")
            .is_some()
    );
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

    for _ in 0..7 {
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.settle();
    }
    assert_eq!(*window.app().experiment(), shark);
    window
        .0
        .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.settle();
    assert!((window.app().experiment().user_features[0].values[0] - 1.0).abs() < 1e-12);
}

#[test]
fn the_data_view_says_what_is_taught() {
    let mut window = Window::open();
    window.click_button("Data");
    assert!(
        window
            .0
            .query_by_label_contains("8 items, each a one-hot input")
            .is_some()
    );
    window.0.get_by_role_and_label(Role::Image, "Labels");
    // Trees of other shapes, and one item's row under the pointer.
    for (name, text) in [
        ("Levels, typed", "7"),
        ("Levels, typed", "1"),
        ("Branches, typed", "5"),
    ] {
        window.enter(name, text);
        let rect = window.0.get_by_role_and_label(Role::Image, "Labels").rect();
        window.0.hover_at(rect.center());
        window.0.run_steps(3);
    }
    assert!(window.0.query_by_label_contains("5 items").is_some());
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

#[test]
fn new_draws_are_a_choice() {
    let mut window = Window::open();
    window.press(Key::N);
    assert_eq!(window.app().experiment().init_seed, 2022);
    window.click("New data");
    assert_eq!(tree(window.app().experiment()).seed, 2022);
    window.press(Key::R);
    assert_eq!(*window.app().experiment(), Experiment::default());
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
    for _ in 0..2 {
        window.0.drag_at(at);
        window.0.step();
        window.0.drop_at(at);
        window.0.step();
    }
    window.settle();
    assert!((window.app().experiment().lr - 100.0).abs() < 1e-12);
    assert_eq!(
        tree(window.app().experiment()).flip.to_bits(),
        flip.to_bits()
    );
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
fn languages_are_switched_at_run_time() {
    let mut window = Window::open();
    window.click("English");
    window.click("日本語");
    window.0.get_by_label("ノートブックに戻す");
    assert!(window.app().status().contains("下降 4 回"));
    assert!(window.0.query_by_label("Reset to the notebook").is_none());
    // Every glyph is there: a harness panics at a missing one.
    window.press(Key::F1);
    assert!(
        window
            .0
            .query_by_label_contains("深層線形ネットワークが")
            .is_some()
    );
}

#[test]
fn every_word_can_be_drawn_in_both_languages() {
    let mut window = Window::open();
    for text in [
        include_str!("../../assets/i18n/en.ftl"),
        include_str!("../../assets/i18n/ja.ftl"),
    ] {
        // The harness panics at a missing glyph when it is laid out.
        let has_all = window.0.ctx.fonts_mut(|fonts| {
            let font = egui::FontId::proportional(14.0);
            let missing: String = text
                .chars()
                .filter(|c| !c.is_whitespace() && !fonts.has_glyph(&font, *c))
                .collect();
            missing
        });
        assert_eq!(has_all, "");
    }
    window.settle();
}

#[test]
fn every_view_of_every_shape_can_be_drawn() {
    let mut window = Window::sized([1024.0, 640.0], None);
    for toggle in [
        "Log loss",
        "Singular values, not normalised",
        "What each mode is",
        "Loss",
        "Modes",
    ] {
        window.click(toggle);
    }
    for (name, text) in [
        ("Hidden layers, typed", "0"),
        ("Hidden layers, typed", "3"),
        ("Levels, typed", "5"),
        ("Levels, typed", "1"),
        ("Branches, typed", "128"),
        ("Epochs, typed", "1"),
        ("Epochs, typed", "2"),
        ("Features, typed", "1"),
        ("Flip probability, typed", "0"),
    ] {
        window.enter(name, text);
    }
    assert_eq!(window.app().experiment().n_epochs, 2);
}

#[test]
fn settings_are_remembered_and_a_broken_file_is_no_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let mut window = Window::sized([1280.0, 800.0], Some(path.clone()));
    window.press(Key::L);
    window.0.run_steps(2);
    let start = Instant::now();
    while !std::fs::read_to_string(&path).is_ok_and(|text| text.contains("is_log = true")) {
        window.0.step();
        assert!(start.elapsed() < DEADLINE, "the settings are not saved");
    }
    std::fs::write(&path, "version = \"klingon").unwrap();
    let mut window = Window::sized([1280.0, 800.0], Some(path.clone()));
    assert!(
        window
            .0
            .query_by_label_contains("The settings could not be read")
            .is_some()
    );
    assert!(folder.path().join("settings.broken.toml").exists());
    window.click("OK");
    assert!(
        window
            .0
            .query_by_label_contains("The settings could not be read")
            .is_none()
    );
}

#[test]
fn every_control_has_a_name() {
    let window = Window::open();
    for role in [Role::Slider, Role::TextInput, Role::Button, Role::ComboBox] {
        let nodes: Vec<_> = window.0.query_all_by_role(role).collect();
        assert!(role == Role::ComboBox || !nodes.is_empty(), "{role:?}");
        for node in nodes {
            let label = node.accesskit_node().label();
            assert!(
                label.is_some_and(|label| !label.is_empty()),
                "a {role:?} has no name"
            );
        }
    }
    assert!((window.slider_value("Learning rate") - 100.0).abs() < 1e-9);
}
