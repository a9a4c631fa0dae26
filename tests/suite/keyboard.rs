//! The window by keyboard alone.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::driver::{Window, tree};

impl Window {
    /// The name of the focused widget.
    fn focused(&self) -> Option<String> {
        let nodes = self.0.root().children_recursive();
        let mut focused = nodes.filter(|node| node.accesskit_node().is_focused());
        focused.next()?.accesskit_node().label()
    }

    /// Presses the tab key until this has the focus; answers how often.
    fn tab_to(&mut self, name: &str) -> usize {
        for n in 1..=30 {
            self.press(Key::Tab);
            if self.focused().as_deref() == Some(name) {
                return n;
            }
        }
        panic!(
            "{name} is not reached; the focus is on {:?}",
            self.focused()
        );
    }

    /// Types into whatever has the focus, and enters it.
    fn type_keys(&mut self, text: &str) {
        self.0.event(Event::Text(text.to_owned()));
        self.0.step();
        self.press(Key::Enter);
    }
}

#[test]
fn the_learning_rate_is_within_few_presses_of_tab() {
    let mut window = Window::open();
    assert!(window.tab_to("Learning rate") <= 1);
    assert!(window.tab_to("Learning rate, typed") <= 1);
    assert!(window.tab_to("Initialisation scale γ") <= 1);
    // Back again.
    window.0.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.settle();
    assert_eq!(window.focused().as_deref(), Some("Learning rate, typed"));
}

#[test]
fn f6_goes_through_the_regions_and_back() {
    let mut window = Window::open();
    let mut seen = Vec::new();
    for _ in 0..4 {
        window.press(Key::F6);
        seen.push(window.focused().unwrap_or_default());
    }
    assert_eq!(seen[0], "Learning rate");
    assert_eq!(seen[2], "Previous stage");
    assert_eq!(seen[3], "File");
    window.0.key_press_modifiers(Modifiers::SHIFT, Key::F6);
    window.settle();
    assert_eq!(window.focused().as_deref(), Some("Previous stage"));
}

#[test]
fn adding_a_feature_is_a_few_presses_away() {
    let mut window = Window::open();
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.settle();
    window.press(Key::F6);
    window.press(Key::F6);
    let n = if window.focused().as_deref() == Some("Add a feature") {
        0
    } else {
        window.tab_to("Add a feature")
    };
    assert!(n <= 3, "{n}");
    window.press(Key::Space);
    assert_eq!(window.app().experiment().user_features.len(), 1);
}

#[test]
fn arrows_move_a_slider_that_was_clicked() {
    let mut window = Window::open();
    let at = window.on_slider("Learning rate", 0.5);
    window.click_at(at);
    let before = window.app().experiment().lr;
    window.press(Key::ArrowRight);
    assert_eq!(window.app().experiment().lr, before + 1.0);
    let at = window.on_slider("Epochs", 0.5);
    window.click_at(at);
    let before = window.app().experiment().n_epochs;
    window.press(Key::ArrowLeft);
    assert!(window.app().experiment().n_epochs < before);
    // The space bar still plays.
    window.0.key_press(Key::Space);
    window.0.run_steps(3);
    window.0.get_by_label("Pause");
}

#[test]
fn a_whole_session_by_keyboard_alone() {
    let mut window = Window::open();
    // Train with other settings, a decimal comma among them.
    window.tab_to("Learning rate, typed");
    window.type_keys("60,5");
    assert_eq!(window.app().experiment().lr, 60.5);
    window.press(Key::F6);
    window.press(Key::F6);
    window.press(Key::F6);
    assert_eq!(window.focused().as_deref(), Some("File"));
    window.press(Key::F6);
    window.tab_to("Initialisation scale γ");
    for _ in 0..3 {
        window.press(Key::ArrowRight);
    }
    assert_eq!(window.app().experiment().gamma, 1e-9);
    window.tab_to("New init");
    window.press(Key::Space);
    assert_eq!(window.app().experiment().init_seed, 2022);
    window.tab_to("New data");
    window.press(Key::Enter);
    assert_eq!(tree(window.app().experiment()).seed, 2022);
    // Look at epochs.
    window.press(Key::Escape);
    window.press(Key::End);
    assert_eq!(window.app().epoch(), 249);
    window.press(Key::OpenBracket);
    assert!(window.app().epoch() < 249);
    // Pin, undo, and go through the views.
    window.press(Key::P);
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    for view in [Key::Num2, Key::Num3, Key::Num4, Key::Num1] {
        window.0.key_press_modifiers(Modifiers::COMMAND, view);
        window.settle();
    }
}

#[test]
fn a_menu_and_the_help_window_by_keyboard() {
    let mut window = Window::open();
    window.press(Key::N);
    window.press(Key::F6);
    while window.focused().as_deref() != Some("File") {
        window.press(Key::F6);
    }
    window.tab_to("Edit");
    window.press(Key::Enter);
    window.tab_to("Reset to the notebook");
    window.press(Key::Enter);
    assert_eq!(window.app().experiment().init_seed, 2021);
    window.press(Key::F1);
    assert!(window.shows("A deep linear network learns"));
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(!window.shows("A deep linear network learns"));
}

#[test]
fn escape_ends_presenting_and_the_ticked_controls_stay() {
    let mut window = Window::open();
    window.press(Key::F5);
    assert!(window.shows("End presenting"));
    window
        .0
        .get_by_role_and_label(Role::Slider, "Learning rate");
    window
        .0
        .get_by_role_and_label(Role::Slider, "Initialisation scale γ");
    let is_there = |window: &Window, name: &str| {
        let sliders = window.0.query_all_by_role_and_label(Role::Slider, name);
        sliders.count() > 0
    };
    assert!(!is_there(&window, "Features"));
    window.press(Key::Escape);
    assert!(!window.shows("End presenting"));
    assert!(is_there(&window, "Features"));
}

#[test]
fn a_whole_session_through_the_accessibility_tree() {
    let mut window = Window::open();
    window
        .0
        .get_by_role_and_label(Role::Slider, "Epoch")
        .set_value_accesskit(200.0);
    window.settle();
    assert_eq!(window.slider_value("Epoch"), 200.0);
    window
        .0
        .get_by_role_and_label(Role::Slider, "Learning rate")
        .increment_accesskit();
    window.settle();
    assert_eq!(window.app().experiment().lr, 101.0);
    for (name, seed) in [("New init", 2022), ("New data", 2022)] {
        window
            .0
            .get_by_role_and_label(Role::Button, name)
            .click_accesskit();
        window.settle();
        let experiment = window.app().experiment();
        assert!(experiment.init_seed == seed || tree(experiment).seed == seed);
    }
    for (view, shown) in [
        ("Illusions", "Teach the network a feature"),
        ("Data", "8 items, each a one-hot input"),
        ("Learning", "Learning dynamics: at epoch 200"),
    ] {
        window
            .0
            .get_by_role_and_label(Role::Button, view)
            .click_accesskit();
        window.settle();
        assert!(window.shows(shown), "{view}");
    }
    window
        .0
        .get_by_role_and_label(Role::Button, "Reset to the notebook")
        .click_accesskit();
    window.settle();
    assert_eq!(window.app().experiment().lr, 100.0);
}

#[test]
fn a_divider_is_moved_by_the_arrows_and_put_back_by_home() {
    let mut window = Window::open();
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    window.settle();
    window.press(Key::F6);
    window.press(Key::F6);
    window.tab_to(
        "Divider between above and below (arrow keys move it; Home or a double-click puts it back)",
    );
    let bars = |window: &Window| window.picture_at("Singular values of the data").height();
    let before = bars(&window);
    window.press(Key::ArrowDown);
    let moved = bars(&window);
    assert!((before - moved - 16.0).abs() < 1.0, "{before} {moved}");
    // Nothing else has taken the key.
    assert_eq!(window.app().epoch(), 150);
    window.press(Key::Home);
    assert_eq!(bars(&window), before);
}

#[test]
fn the_exercise_is_set_by_keys() {
    let mut window = Window::open();
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    window.settle();
    window.press(Key::F6);
    window.press(Key::F6);
    if window.focused().as_deref() != Some("Exercise: 3 × 3") {
        window.tab_to("Exercise: 3 × 3");
    }
    window.press(Key::Space);
    assert!(window.shows("True weights W are whole numbers"));
    window.tab_to("Samples");
    let before = window.slider_value("Samples");
    window.press(Key::ArrowLeft);
    assert_eq!(window.slider_value("Samples"), before - 1.0);
    window.tab_to("Inputs 2 and 3: equal");
    window.press(Key::Space);
    window.wait_for("is singular");
}

#[test]
fn escape_closes_each_window_and_they_do_not_stack() {
    let mut window = Window::open();
    let check = "The tutorial's exercises, answered here";
    let help = "Drag the learning rate and γ";
    window.press(Key::F1);
    assert!(window.shows(help));
    window.click("Check this program");
    assert!(window.shows(check) && !window.shows(help));
    window.press(Key::F1);
    assert!(window.shows(help) && !window.shows(check));
    window.press(Key::Escape);
    assert!(!window.shows(help));
    window.click("Help");
    window.click("Check this program");
    assert!(window.shows(check));
    window.press(Key::Escape);
    assert!(!window.shows(check));
    // What stands above goes first.
    window.press(Key::F5);
    window.press(Key::F1);
    window.press(Key::Escape);
    assert!(!window.shows(help) && window.shows("End presenting"));
    window.press(Key::Escape);
    assert!(!window.shows("End presenting"));
}

#[test]
fn f6_draws_the_same_ring_as_tab() {
    let mut window = Window::open();
    window.press(Key::F6);
    assert_eq!(window.focused().as_deref(), Some("Learning rate"));
    let color = window.0.ctx.global_style().visuals.hyperlink_color;
    let is_ring = |clipped: &egui::epaint::ClippedShape| matches!(&clipped.shape, egui::Shape::Rect(rect) if rect.stroke.color == color);
    assert!(window.0.output().shapes.iter().any(is_ring));
}

#[test]
fn typing_replaces_the_proposed_name_and_keeps_its_ending() {
    let mut window = Window::open();
    let save_as = Modifiers::COMMAND | Modifiers::SHIFT;
    for text in ["mine", "another"] {
        window.0.key_press_modifiers(save_as, Key::S);
        window.settle();
        window.0.event(Event::Text(text.to_owned()));
        window.settle();
        let path = window.text_box("Path of the file").value();
        assert_eq!(path, Some(format!("{text}.toml")));
        window.press(Key::Escape);
    }
}
