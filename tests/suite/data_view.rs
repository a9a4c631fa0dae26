//! The Data view: room for each of its pictures at every size, in both languages.

use egui::accesskit::Role;
use egui::{Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;

use crate::driver::Window;
use crate::files::{TABLE, file};

/// Sizes of the window, and the least height of the bars in each.
const SIZES: [([f32; 2], f32); 2] = [([1024.0, 640.0], 120.0), ([1280.0, 800.0], 200.0)];

/// The height of the timeline and the status line.
const BOTTOM: f32 = 68.0;

#[test]
fn the_singular_values_are_high_enough_to_be_read() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (size, least) in SIZES {
            let (mut window, _folder) = Window::speaking(size, language);
            window.click_button(&words.get("view-data"));
            let bars = window.picture_at(&words.get("data-spectrum"));
            let said = format!("{bars:?} in {size:?}, {language:?}");
            assert!(bars.height() >= least, "{said}");
            assert!(bars.bottom() < size[1] - BOTTOM, "{said}");
            assert!(bars.width() > 0.25 * size[0], "{said}");
            // The labels are small, the features large.
            let labels = window.picture_at(&words.get("phrase-labels"));
            let values = [("shown", "10".into()), ("of", "10000".into())];
            let features = window.picture_at(&words.with("phrase-features-of", &values));
            assert!(labels.width() < 0.5 * features.width(), "{said}");
            assert!(labels.height() < features.height(), "{said}");
            assert!(labels.left() > features.right(), "{said}");
        }
    }
}

#[test]
fn own_data_have_high_singular_values_below_their_choices() {
    for size in [[1024.0, 640.0], [1280.0, 800.0]] {
        let folder = tempfile::tempdir().expect("there is a folder for tests");
        let mut window = Window::sized(size, None);
        window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
        window.wait_for("pets.csv is open");
        window.settle();
        window.click_button("Data");
        let bars = window.picture_at("Singular values of the data:");
        assert!(bars.height() >= 120.0, "{bars:?} in {size:?}");
    }
}

#[test]
fn own_data_are_high_enough_to_be_read_below_many_choices() {
    for size in [[1024.0, 640.0], [1280.0, 800.0]] {
        let folder = tempfile::tempdir().expect("there is a folder for tests");
        let mut window = Window::sized(size, None);
        let row = |item| {
            format!(
                "Animal {item},1.5,{item},{}",
                if item == 3 { "" } else { "2" }
            )
        };
        let rows: Vec<String> = (1..=12).map(row).collect();
        let table = format!("item,length of the body,legs,eyes\n{}\n", rows.join("\n"));
        window.drop_files(&[file(&folder, "pets.csv", &table)]);
        window.wait_for("How is pets.csv to be read?");
        window.answer("Fill in the feature’s mean");
        window.wait_for("pets.csv is open");
        window.settle();
        window.click_button("Data");
        let map = window.picture_at("Features");
        assert!(map.height() >= 120.0, "{map:?} in {size:?}");
        assert!(map.bottom() < size[1] - BOTTOM, "{map:?} in {size:?}");
    }
}

#[test]
fn the_choices_of_a_file_stay_where_they_are_whatever_is_said_about_it() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let mut window = Window::sized([1024.0, 640.0], None);
    window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
    window.wait_for("pets.csv is open");
    window.settle();
    window.click_button("Data");
    let places = |window: &Window| {
        let boxes = window.0.query_all_by_role(Role::ComboBox);
        let places: Vec<Rect> = boxes.map(|node| node.rect()).collect();
        places
    };
    let before = places(&window);
    assert!(before.len() > 4, "{before:?}");
    window.enter("Rows", "9:12");
    window.wait_for("there are no rows 9:12");
    assert_eq!(places(&window), before);
}

#[test]
fn the_parts_of_the_view_are_divided_as_they_are_dragged() {
    let mut window = Window::open();
    window.click_button("Data");
    let bars = |window: &Window| window.picture_at("Singular values of the data");
    let before = bars(&window);
    let divider =
        "Divider between above and below (arrow keys move it; Home or a double-click puts it back)";
    let at = |window: &Window| -> Rect {
        window
            .0
            .get_by_role_and_label(Role::Splitter, divider)
            .rect()
    };
    let from = at(&window).center();
    window.0.hover_at(from);
    window.0.step();
    window.0.drag_at(from);
    window.0.step();
    window.0.hover_at(from + vec2(0.0, 50.0));
    window.0.step();
    window.0.drop_at(from + vec2(0.0, 50.0));
    window.0.run_steps(40);
    assert!((bars(&window).height() - before.height() + 50.0).abs() < 2.0);
    let dragged = at(&window).center();
    window.double_click_at(dragged);
    window.0.run_steps(3);
    assert_eq!(bars(&window), before);
}

#[test]
fn the_open_dialog_stays_where_it_is_when_a_path_is_refused() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.click_button("Data");
    window.click("Open data …");
    let buttons = |window: &Window| {
        let place = |name| window.0.get_by_role_and_label(Role::Button, name).rect();
        ["Browse …", "Open", "Cancel"].map(place)
    };
    let before = buttons(&window);
    window.enter("Path of the file", "missing.csv");
    window.wait_for("missing.csv: ");
    assert_eq!(buttons(&window), before);
}

#[test]
fn screen_readers_read_the_features_item_by_item() {
    let mut window = Window::open();
    window.click_button("Data");
    let read = "10 of 10000 features: Goldfish ";
    let mut found = window.0.query_all_by_label_contains(read);
    let label = found.next().and_then(|node| node.accesskit_node().label());
    let label = label.expect("the features are read");
    let answers = label.matches("yes").count() + label.matches("no").count();
    assert_eq!(answers, 80, "{label}");
}
