//! The Illusions view: features of one's own, and what the network believes of them.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;
use modescope::experiment::file::write;
use modescope::presets;

use crate::driver::Window;
use crate::files::file;

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
    assert!(window.shows("Shark has_bones: wrongly believed up to +0.5"));
    // Screen readers read a sentence where there are a number and a mark.
    assert!(window.shows("If training stopped at epoch 150, the network would say: Shark"));
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
    window.click("Find the most misleading feature");
    let run = window.run();
    let target = run.facts.experiment.user_features[0].values[run.facts.experiment.watched[0].item];
    let wrongest = (0..250)
        .map(|row| -target * run.record.predictions(row)[0])
        .fold(0.0, f64::max);
    assert!(wrongest > 0.65, "{wrongest}");
}

#[test]
fn a_table_of_numbers_is_written_in_numbers_and_yes_stays_yes() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let table = "item,is_living,weight\nPine,1,850.1234\nRose,1,0.125\nRobin,0,-0.02\n";
    let mut window = Window::sized([1280.0, 800.0], None);
    window.drop_files(&[file(&folder, "living.csv", table)]);
    window.wait_for("living.csv is open");
    window.settle();
    window.click_button("Illusions");
    // Screen readers have all digits; the cell itself has three.
    for cell in [
        "Pine is_living: 1",
        "Robin is_living: 0",
        "Pine weight: 850.1234",
        "Robin weight: −0.02",
    ] {
        window.0.get_by_role_and_label(Role::Label, cell);
    }
    window.click("Add a feature");
    window
        .0
        .get_by_role_and_label(Role::Button, "Pine feature: yes");
    window
        .0
        .get_by_role_and_label(Role::Label, "Pine is_living: 1");
}

#[test]
fn a_search_without_a_find_says_so_and_moves_nothing() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.click("Illusions");
    window.click("Find the most misleading feature");
    let place = |window: &Window| window.0.get_by_label("What you teach").rect();
    let before = place(&window);
    window.click("Find the most misleading feature");
    assert!(window.shows("Nothing to add"));
    assert_eq!(place(&window), before);
}

#[test]
fn a_cell_that_is_newly_watched_is_scrolled_into_sight() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let names: Vec<String> = (0..24).map(|i| format!("feature_{i}")).collect();
    let row = |item: usize| {
        let bit = |i: usize| {
            if (item + i).is_multiple_of(3) {
                "1"
            } else {
                "0"
            }
        };
        let values: Vec<&str> = (0..24).map(bit).collect();
        format!("item_{item},{}\n", values.join(","))
    };
    let rows: Vec<String> = (0..64).map(row).collect();
    let table = format!("item,{}\n{}", names.join(","), rows.concat());
    let mut window = Window::sized([1024.0, 640.0], None);
    window.drop_files(&[file(&folder, "wide.csv", &table)]);
    window.wait_for("wide.csv is open");
    window.settle();
    let experiment = window.app().experiment();
    let pair = experiment.watched.first().expect("one is watched");
    let (item, feature) = (pair.item, pair.feature);
    window.click_button("Illusions");
    window.0.run_steps(40);
    let cell = format!("Watch item_{item} feature_{feature}");
    let rect = window.0.get_by_label(&cell).rect();
    let middle = egui::Rect::from_min_max(egui::pos2(264.0, 36.0), egui::pos2(760.0, 572.0));
    assert!(middle.contains_rect(rect), "{rect:?}");
}

#[test]
fn a_long_name_is_whole_for_screen_readers_and_when_it_is_typed() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let name = |end: &str| format!("a very long name of an animal of the {end}");
    let [north, south] = ["north", "south"].map(name);
    let table = format!("item,swims,flies\n{north},1,0\n{south},0,1\n");
    let mut window = Window::sized([1024.0, 640.0], None);
    window.drop_files(&[file(&folder, "long.csv", &table)]);
    window.wait_for("long.csv is open");
    window.settle();
    window.click_button("Illusions");
    let first = window.text_box("Name of item 1").value();
    assert_eq!(first, Some(north));
    window.enter("Name of item 1", "Cod");
    assert_eq!(window.app().experiment().items, ["Cod".to_owned(), south]);
}

/// The area of the columns of the table, from the first one to the divider.
fn columns(window: &Window, words: &Words) -> egui::Rect {
    let [title, divider] = ["table-title", "split-columns"].map(|key| words.get(key));
    let title = window.0.get_by_label(&title).rect();
    let divider = (window.0).get_by_role_and_label(Role::Splitter, &divider);
    egui::Rect::from_min_max(title.min, egui::pos2(divider.rect().left(), 10_000.0))
}

#[test]
fn the_newest_feature_is_a_whole_column_in_sight() {
    for language in Language::ALL {
        let words = Words::new(language);
        let (mut window, _folder) = Window::speaking([1024.0, 640.0], language);
        window.click_button(&words.get("view-illusions"));
        for n in 1..=5 {
            window.click(&words.get("feature-add"));
            window.0.run_steps(30);
            let name = n.to_string();
            let name = words.with("table-feature", &[("n", name.into())]);
            let newest = window.text_box(&name).rect();
            let columns = columns(&window, &words);
            let all = columns.x_range().contains(newest.left())
                && columns.x_range().contains(newest.right());
            assert!(all, "{newest:?} {columns:?} {n} {language:?}");
            // None is cut where the items' names end.
            let item = words.with("table-item", &[("n", "1".into())]);
            let items = window.text_box(&item).rect();
            for n in 1..=n {
                let name = words.with("table-feature", &[("n", n.to_string().into())]);
                let place = window.text_box(&name).rect();
                let is_cut = place.left() < items.right() && place.right() > items.right() + 1.0;
                assert!(!is_cut, "{place:?} {items:?} {n} {language:?}");
            }
        }
    }
}

#[test]
fn what_became_of_a_belief_is_said_in_full() {
    for language in Language::ALL {
        let words = Words::new(language);
        for size in [[1024.0, 640.0], [1280.0, 800.0]] {
            let (mut window, _folder) = Window::speaking(size, language);
            window.click_button(&words.get("view-illusions"));
            window.click(&words.get("illusion-presets"));
            window.click(&words.get("illusion-shark"));
            let told = window.0.query_all_by_label_contains("+0.5");
            let mut told: Vec<_> = told
                .filter(|node| {
                    node.accesskit_node()
                        .value()
                        .is_some_and(|label| label.contains("−1.00"))
                })
                .collect();
            let story = told.pop().expect("the story is told");
            let (text, place) = (
                story.accesskit_node().value().unwrap_or_default(),
                story.rect(),
            );
            let ctx = &window.0.ctx;
            let font = egui::TextStyle::Body.resolve(&ctx.global_style());
            let galley = ctx
                .fonts_mut(|fonts| fonts.layout_no_wrap(text.clone(), font, egui::Color32::WHITE));
            let n_lines = (place.height() / galley.size().y).round();
            // A blank at the end of a line takes no room.
            let whole = galley.size().x <= n_lines * (place.width() + 6.0);
            assert!(whole, "{text:?} {place:?} {size:?} {language:?}");
            assert!(place.bottom() < size[1] - 60.0, "{place:?} {size:?}");
        }
    }
}

/// The Illusions view with a table of 64 items and six features.
fn long_table(folder: &tempfile::TempDir) -> Window {
    let row = |item: usize| format!("item_{item},1,0,{},1,0,1\n", item % 2);
    let rows: Vec<String> = (0..64).map(row).collect();
    let table = format!("item,a,b,c,d,e,f\n{}", rows.concat());
    let mut window = Window::sized([1024.0, 640.0], None);
    window.drop_files(&[file(folder, "long.csv", &table)]);
    window.wait_for("long.csv is open");
    window.settle();
    window.click_button("Illusions");
    window.0.run_steps(40);
    window
}

#[test]
fn the_row_of_a_newly_watched_item_is_scrolled_into_sight() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let mut window = long_table(&folder);
    let text = format!("illusion_idx = 60\nf = [{}]", "1, -1, ".repeat(32));
    window.0.event(egui::Event::Paste(text));
    window.settle();
    window.click("Add it");
    window.0.run_steps(40);
    let rect = window.0.get_by_label("Watch item_60 feature").rect();
    let middle = egui::Rect::from_min_max(egui::pos2(264.0, 36.0), egui::pos2(760.0, 572.0));
    assert!(middle.contains_rect(rect), "{rect:?}");
}

#[test]
fn the_bar_of_the_columns_is_in_sight_below_a_long_table() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let mut window = long_table(&folder);
    // Cells that are out of sight are not drawn.
    let seen = |window: &Window| {
        let cells = window.0.query_all_by_label_contains("Watch item_");
        let names = cells.filter_map(|cell| cell.accesskit_node().label());
        names
            .map(|name| name.split(' ').next_back().unwrap_or_default().to_owned())
            .collect::<std::collections::BTreeSet<String>>()
    };
    let before = seen(&window);
    let title = window.0.get_by_label("What you teach").rect();
    let divider = "Divider between left and right";
    let divider = window.0.get_by_label_contains(divider).rect();
    // The bar is in one of the lines above the foot of the table; a click scrolls to its place.
    let mut is_scrolled = false;
    for (up, right) in (2..14).flat_map(|up| [(up, 116.0), (up, 212.0)]) {
        let at = egui::pos2(title.left() + right, divider.bottom() - up as f32);
        window.press_and_release_at(at);
        window.0.run_steps(3);
        is_scrolled |= seen(&window) != before;
    }
    assert!(is_scrolled, "{before:?}");
}

#[test]
fn with_three_features_the_curves_have_room_in_a_small_window() {
    let folder = tempfile::tempdir().expect("there is a folder for tests");
    let mut experiment = presets::shark();
    for i in 1..3 {
        let mut feature = experiment.user_features[0].clone();
        feature.name = format!("feature_{i}");
        experiment.user_features.push(feature);
        let mut pair = experiment.watched[0];
        pair.feature += i;
        experiment.watched.push(pair);
    }
    let text = write(&experiment.into());
    for (language, size) in [
        (Language::English, [1024.0, 640.0]),
        (Language::Japanese, [1024.0, 640.0]),
        (Language::English, [1280.0, 800.0]),
    ] {
        let words = Words::new(language);
        let (mut window, _settings) = Window::speaking(size, language);
        window.drop_files(&[file(&folder, "three.toml", &text)]);
        window.wait_until("three.toml is not open", |window| {
            window.app().experiment().user_features.len() == 3
        });
        window.settle();
        window.click_button(&words.get("view-illusions"));
        let name = words.get("predictions-name");
        let frame = window.0.get_by_label(&name).rect();
        let all = frame.height() >= 180.0 && frame.width() >= 160.0;
        assert!(all, "{frame:?} {language:?} {size:?}");
    }
}

#[test]
fn the_mark_that_ends_watching_has_room_beside_what_is_said() {
    let mut window = Window::open();
    window.click("Illusions");
    window.click("Examples");
    window.click("Shark has_bones");
    let now = "If training stopped at epoch 150";
    let said = window.0.get_by_label_contains(now).rect();
    let mark = window
        .0
        .get_by_label("Watch Shark has_bones no more")
        .rect();
    assert!(mark.left() - said.right() >= 6.0, "{said} {mark}");
}

#[test]
fn of_ones_own_values_whole_columns_are_in_sight_and_the_watched_one_among_them() {
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..12).map(|i| format!("value_{i:02}")).collect();
    let mut table = format!("item,{}\n", names.join(","));
    for item in 0..6 {
        let values: Vec<String> = (0..12)
            .map(|i| format!("{}.5", (item * 7 + i) % 5))
            .collect();
        table.extend(["Thing ", &item.to_string(), ",", &values.join(","), "\n"]);
    }
    let mut window = Window::open();
    window.drop_files(&[file(&folder, "own.csv", &table)]);
    window.wait_for("own.csv is open");
    window.click("Illusions");
    window.0.run_steps(8);
    let divider = "Divider between left and right";
    let divider = window.0.get_by_label_contains(divider).rect();
    let eyes = window.0.query_all_by_label_contains("Watch Thing 0 ");
    let right = eyes.map(|eye| eye.rect().right());
    let right = right
        .filter(|right| *right < divider.left())
        .fold(0.0, f32::max);
    assert!(divider.left() - right < 60.0, "{right} {divider}");
}
