//! The real app, driven through its accessibility tree.

use std::time::Instant;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::language::Language;
use modescope::experiment::Experiment;

use crate::driver::{DEADLINE, Window};

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
fn languages_are_switched_at_run_time() {
    let mut window = Window::open();
    window.click("View");
    window.click("Language");
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

#[test]
fn lists_of_names_have_the_marks_of_their_language() {
    let (mut window, _folder) = Window::speaking([1280.0, 800.0], Language::Japanese);
    window.settle();
    let mut modes = window.0.query_all_by_label_contains("魚 | 鳥");
    let label = modes.next().and_then(|node| node.accesskit_node().label());
    let label = label.expect("a mode tells fish from birds");
    assert!(label.contains("魚 | 鳥、花 | 木"), "{label}");
    assert!(!label.contains(", "), "{label}");
}
