//! The parts of the views: dividers, the strip of panels, and features that are added or pasted.

use std::time::Instant;

use egui::accesskit::Role;
use egui::{Event, Key, Rect, vec2};
use egui_kittest::kittest::Queryable as _;
use modescope::app::session::settings::Settings;

use crate::driver::{DEADLINE, Window};

const ROWS: &str =
    "Divider between above and below (arrow keys move it; Home or a double-click puts it back)";

impl Window {
    fn place_of(&self, role: Role, label: &str) -> Rect {
        self.0.get_by_role_and_label(role, label).rect()
    }

    fn drag_by(&mut self, from: Rect, by: egui::Vec2) {
        self.0.hover_at(from.center());
        self.0.step();
        self.0.drag_at(from.center());
        self.0.step();
        self.0.hover_at(from.center() + by);
        self.0.step();
        self.0.drop_at(from.center() + by);
        self.0.run_steps(40);
    }
}

#[test]
fn the_strip_of_panels_stays_whichever_is_chosen() {
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut window = Window::sized(size, None);
        let before = window.place_of(Role::Button, "Map");
        for panel in ["Map", "Tree", "Microscope", "What each mode is"] {
            window.click_button(panel);
            assert_eq!(window.place_of(Role::Button, "Map"), before, "{panel}");
        }
    }
}

#[test]
fn a_divider_is_dragged_remembered_and_restored_by_a_double_click() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let mut window = Window::sized([1280.0, 800.0], Some(path.clone()));
    let before = window.place_of(Role::Splitter, ROWS);
    window.drag_by(before, vec2(0.0, 40.0));
    let dragged = window.place_of(Role::Splitter, ROWS);
    assert!((dragged.center().y - before.center().y - 40.0).abs() < 2.0);
    let start = Instant::now();
    while Settings::load(&path).0.splits.learning_rows.is_none() {
        window.0.step();
        assert!(start.elapsed() < DEADLINE, "the settings are not saved");
    }
    let mut again = Window::sized([1280.0, 800.0], Some(path));
    assert_eq!(again.place_of(Role::Splitter, ROWS), dragged);
    again.double_click_at(dragged.center());
    again.0.run_steps(3);
    assert_eq!(again.place_of(Role::Splitter, ROWS), before);
}

#[test]
fn a_new_features_name_is_ready_to_be_typed() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Add a feature");
    window.wait_until("its name does not take the focus", |window| {
        window.shows("Name of feature 1") && window.has_focus("Name of feature 1")
    });
    window.0.run_steps(2);
    window.0.event(Event::Text("purrs".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(window.app().experiment().user_features[0].name, "purrs");
}

#[test]
fn a_feature_is_pasted_as_it_stands_in_the_notebook() {
    let mut window = Window::open();
    window.click("Illusions");
    let text = "new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]\nits_label = 'has_bones'";
    window.0.event(Event::Paste(text.to_owned()));
    window.settle();
    assert!(window.shows("has_bones: yes for 3 items, no for 5"));
    window.click("Add it");
    let experiment = window.app().experiment();
    assert_eq!(experiment.user_features[0].name, "has_bones");
    assert_eq!(experiment.watched.len(), 1);
}

#[test]
fn a_pasted_text_that_is_no_feature_is_refused_in_words() {
    let mut window = Window::open();
    window.click("Illusions");
    window.0.event(Event::Paste("[1, -1, 1]".to_owned()));
    window.settle();
    assert!(window.shows("There are 3 values, and this experiment has 8 items."));
    window.click_button("Add it");
    assert!(window.app().experiment().user_features.is_empty());
}

#[test]
fn a_group_of_the_tree_can_be_named_and_that_can_be_undone() {
    let mut window = Window::open();
    window.click_button("Data");
    assert!(window.shows("fish | birds"));
    window.click("Name the group Robin, Canary");
    window.enter("Name of the group Robin, Canary", "songbirds");
    assert!(window.shows("fish | songbirds"));
    window
        .0
        .key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    window.settle();
    assert!(window.shows("fish | birds"));
}

#[test]
fn beside_the_questions_of_a_narrow_window_the_curves_keep_their_width() {
    for size in [[1024.0, 640.0], [1280.0, 800.0]] {
        let mut window = Window::sized(size, None);
        window.click("What am I seeing?");
        let mut charts = window
            .0
            .query_all_by_label_contains("Learning dynamics: at epoch");
        let chart = charts.next_back().expect("the chart has a name").rect();
        drop(charts);
        assert!(chart.width() > 250.0, "{size:?}: {chart}");
        // The choices stay in one line, and no tab is cut.
        let top = |label: &str| window.0.get_by_label(label).rect().center().y;
        let line = top("Loss");
        for choice in ["Log loss", "Strength of each mode", "continuous"] {
            assert!((top(choice) - line).abs() < 1.0, "{size:?}: {choice}");
        }
        let question = "Why does the loss wait before it falls?";
        let lesson = window.0.get_by_label(question).rect();
        let tab = window.0.get_by_label("Microscope").rect();
        assert!(tab.right() < lesson.left(), "{size:?}: {tab}");
        let matrix = window.picture_at("Similarity at epoch");
        assert!(matrix.top() > chart.center().y, "{size:?}: {matrix}");
    }
}

#[test]
fn beside_the_questions_the_curves_of_the_other_views_keep_their_width() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.click("What am I seeing?");
    window.click_button("Illusions");
    window.click("Examples");
    window.click("Shark has_bones");
    let width = |window: &Window, start: &str| {
        let mut charts = window.0.query_all_by_label_contains(start);
        charts
            .next_back()
            .expect("the chart has a name")
            .rect()
            .width()
    };
    let predictions = width(&window, "Predictions over the epochs");
    assert!(predictions > 200.0, "{predictions}");
    window.click_button("Regression");
    window.wait_for("then falls in 4 drops");
    let losses = width(&window, "Loss on the way: regression");
    assert!(losses > 250.0, "{losses}");
    // The choice of the weights' features is whole.
    let lesson = window.0.get_by_label("Where do the three ways end?").rect();
    let choice = window.0.get_by_label("the first 10").rect();
    assert!(choice.right() < lesson.left(), "{choice} {lesson}");
}

#[test]
fn no_frame_shows_a_panel_in_the_places_of_another() {
    let mut window = Window::open();
    let product = "Product of U, A and V transposed";
    let place = window.0.get_by_label("Microscope").rect().center();
    window.press_and_release_at(place);
    let mut seen = Vec::new();
    for _ in 0..6 {
        if window.shows(product) {
            seen.push(window.picture_at(product));
        }
        window.0.step();
    }
    assert!(!seen.is_empty());
    assert!(seen.iter().all(|place| *place == seen[0]), "{seen:?}");
}
