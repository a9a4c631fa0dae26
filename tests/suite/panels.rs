//! The panels below the Learning view, and the pairs followed below its matrix.

use std::time::Instant;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::session::settings::Settings;
use modescope::experiment::view::Below;

use crate::driver::{DEADLINE, Window};

const PANELS: [&str; 4] = ["What each mode is", "Map", "Tree", "Microscope"];

/// The label of the picture that begins so.
fn picture(window: &Window, start: &str) -> String {
    let label = pictures(window, start).pop();
    label.unwrap_or_else(|| {
        panic!(
            "no picture begins with {start:?}: {:?}",
            pictures(window, "")
        )
    })
}

fn pictures(window: &Window, start: &str) -> Vec<String> {
    let labels = window.0.query_all_by_role(Role::Image);
    let labels = labels.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.starts_with(start)).collect()
}

/// Chooses what the matrix's colours are relative to.
fn choose_scale(window: &mut Window, scale: &str) {
    let combo = window.0.get_by_role_and_label(Role::ComboBox, "RSM scale");
    combo.click();
    window.settle();
    window.click_button(scale);
}

/// Clicks the cell of two items. Where it is, is found by clicking, from the top or the bottom;
/// what was followed by mistake is removed from the list.
fn click_cell(window: &mut Window, a: &str, b: &str, from_top: bool) {
    let wanted = [
        format!("{a} – {b}: similarity"),
        format!("{b} – {a}: similarity"),
    ];
    let removals = |window: &Window| {
        let buttons = window.0.query_all_by_role(Role::Button);
        let names = buttons.filter_map(|node| node.accesskit_node().label());
        let removals = names.filter(|name| name.starts_with("Remove "));
        removals.collect::<Vec<String>>()
    };
    let before = removals(window);
    for i in 1..20 * 20 {
        let i = if from_top { i } else { 20 * 20 - i };
        let share = egui::vec2((i % 20) as f32, (i / 20) as f32) / 20.0;
        let rect = window.picture_at("Similarity at epoch");
        window.press_and_release_at(rect.min + rect.size() * share);
        window.0.step();
        if wanted
            .iter()
            .any(|start| !pictures(window, start).is_empty())
        {
            return;
        }
        for name in removals(window) {
            if !before.contains(&name) {
                window.click(&name);
            }
        }
    }
    panic!("no cell is {a} – {b}");
}

#[test]
fn each_panel_shows_what_the_epoch_has() {
    let mut window = Window::open();
    window.click("Map");
    assert!(
        picture(
            &window,
            "Map of the items along modes 2 and 3 at epoch 150, in"
        )
        .contains("Goldfish, Tuna")
    );
    window.enter("Epoch, typed", "0");
    assert!(
        picture(
            &window,
            "Map of the items along modes 2 and 3 at epoch 0, in 1 places"
        )
        .contains("all 8 items")
    );
    window.click("Tree");
    picture(
        &window,
        "Tree of the items at epoch 0, open into 1 branches",
    );
    window.enter("Epoch, typed", "125");
    let kingdoms = picture(
        &window,
        "Tree of the items at epoch 125, open into 2 branches",
    );
    assert!(kingdoms.contains(" | "), "{kingdoms}");
    window.enter("Epoch, typed", "249");
    picture(
        &window,
        "Tree of the items at epoch 249, open into 8 branches",
    );
    window.click("What each mode is");
    assert!(window.0.query_all_by_label_contains("% learned").count() > 0);
    assert!(pictures(&window, "Tree of the items").is_empty());
}

#[test]
fn the_axes_of_the_map_are_a_choice() {
    let mut window = Window::open();
    window.click("Map");
    picture(&window, "Map of the items along modes 2 and 3");
    window
        .0
        .get_by_role_and_label(Role::ComboBox, "Across")
        .click();
    window.settle();
    window.click("mode 1: what all items share");
    picture(&window, "Map of the items along modes 1 and 3");
    // Up along the mode that is across already: they change places.
    window.0.get_by_role_and_label(Role::ComboBox, "Up").click();
    window.settle();
    window.click("mode 1: what all items share");
    picture(&window, "Map of the items along modes 3 and 1");
}

#[test]
fn a_mode_switched_off_is_missed() {
    let mut window = Window::open();
    window.click("Microscope");
    window.enter("Epoch, typed", "249");
    let whole = picture(
        &window,
        "Product of U, A and V transposed at epoch 249, with all modes",
    );
    assert!(
        whole.contains("largest error of a prediction 0.00"),
        "{whole}"
    );
    assert!(
        whole.contains("The product is the whole network"),
        "{whole}"
    );
    window.click("Use mode 1: what all items share");
    let part = picture(
        &window,
        "Product of U, A and V transposed at epoch 249, modes off: 1",
    );
    assert!(
        !part.contains("largest error of a prediction 0.00"),
        "{part}"
    );
    window.click("All on");
    assert_eq!(
        picture(&window, "Product of U, A and V transposed at epoch 249"),
        whole
    );
    // What the modes do not hold is said.
    window.enter("Initialisation scale γ, typed", "10");
    window.enter("Epoch, typed", "0");
    let share = picture(&window, "Product of U, A and V transposed at epoch 0");
    assert!(share.contains("% of the network"), "{share}");
}

#[test]
fn a_cell_of_the_matrix_is_followed_over_the_epochs() {
    let mut window = Window::open();
    assert!(pictures(&window, "Goldfish – Tuna: similarity").is_empty());
    click_cell(&mut window, "Goldfish", "Tuna", true);
    let line = picture(&window, "Goldfish – Tuna: similarity");
    assert!(line.contains("at epoch 150"), "{line}");
    click_cell(&mut window, "Rose", "Goldfish", false);
    picture(&window, "Goldfish – Rose: similarity");
    choose_scale(&mut window, "Minus final");
    picture(&window, "Similarity at epoch 150 minus the final one");
    window.enter("Epoch, typed", "249");
    picture(&window, "Goldfish – Tuna: similarity 0.00 at epoch 249");
    choose_scale(&mut window, "Whole run");
    window.click("Remove Goldfish – Tuna");
    assert!(pictures(&window, "Goldfish – Tuna: similarity").is_empty());
    window.click("Remove Goldfish – Rose");
    assert!(pictures(&window, "Goldfish – Rose: similarity").is_empty());
}

#[test]
fn every_panel_of_every_shape_can_be_drawn() {
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut window = Window::sized(size, None);
        click_cell(&mut window, "Goldfish", "Tuna", true);
        for (name, text) in [
            ("Hidden layers, typed", "3"),
            ("Hidden layers, typed", "0"),
            ("Hidden layers, typed", "1"),
            ("Levels, typed", "5"),
            ("Levels, typed", "7"),
            ("Levels, typed", "1"),
            ("Learning rate, typed", "1000"),
            ("Levels, typed", "3"),
            ("Learning rate, typed", "340"),
            ("Epochs, typed", "1"),
            ("Learning rate, typed", "100"),
            ("Features, typed", "1"),
        ] {
            window.enter(name, text);
            for panel in PANELS {
                window.click(panel);
            }
            for scale in ["This epoch", "Cosine", "Minus final", "Whole run"] {
                choose_scale(&mut window, scale);
            }
        }
    }
}

#[test]
fn a_diverged_run_has_one_last_good_epoch_everywhere() {
    let mut window = Window::open();
    window.click("Tree");
    window.enter("Learning rate, typed", "340");
    assert_eq!(window.app().epoch(), 150);
    window.press(Key::End);
    // Where exactly depends on the last bits: past the limit a run is chaotic.
    let last = window.app().epoch();
    assert!((150..249).contains(&last), "{last}");
    picture(&window, &format!("Tree of the items at epoch {last}"));
    picture(&window, &format!("Similarity at epoch {last}"));
    let status = window.app().status().to_owned();
    assert!(
        status.contains(&format!("(shown up to {last}):")),
        "{status}"
    );
    let at = window.on_slider("Epoch", 0.95);
    window.click_at(at);
    assert_eq!(window.app().epoch(), last);
    window.enter("Epoch, typed", &(last + 1).to_string());
    let refusal = format!("an epoch of this run is a whole number from 0 to {last}");
    assert!(window.shows(&refusal));
    window.press(Key::Escape);
    window.press(Key::Home);
    picture(&window, "Tree of the items at epoch 0");
    // A run that goes on to its end shows what was looked at before.
    window.enter("Learning rate, typed", "100");
    window.press(Key::End);
    assert_eq!(window.app().epoch(), 249);
}

#[test]
fn the_choice_is_remembered_and_older_settings_still_load() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let old = "version = 1\nlanguage = \"english\"\n[learning]\nshows_item_sides = true\n";
    std::fs::write(&path, old).unwrap();
    let (settings, aside) = Settings::load(&path);
    assert_eq!((settings.learning.below, aside), (Below::Modes, None));
    let mut window = Window::sized([1280.0, 800.0], Some(path.clone()));
    window.click("Microscope");
    let start = Instant::now();
    while Settings::load(&path).0.learning.below != Below::Microscope {
        window.0.step();
        assert!(start.elapsed() < DEADLINE, "the settings are not saved");
    }
}

#[test]
fn following_pairs_leaves_the_matrix_where_it_is() {
    let mut window = Window::open();
    let matrix = |window: &Window| {
        let mut nodes = window
            .0
            .query_all_by_label_contains("Similarity at epoch 150");
        nodes.next_back().expect("the matrix has a name").rect()
    };
    let before = matrix(&window);
    click_cell(&mut window, "Goldfish", "Tuna", true);
    click_cell(&mut window, "Rose", "Goldfish", false);
    assert_eq!(matrix(&window), before);
}

#[test]
fn long_names_leave_both_axes_of_the_map_in_sight() {
    let folder = tempfile::tempdir().unwrap();
    let mut table = String::from("item,a,b,c,d,e,f\n");
    for item in 0..64 {
        let bits: Vec<&str> = (0..6)
            .map(|bit| if item >> bit & 1 == 1 { "yes" } else { "no" })
            .collect();
        table += &format!("Gegenstand {item:02},{}\n", bits.join(","));
    }
    let mut window = Window::open();
    window.drop_files(&[crate::files::file(&folder, "long.csv", &table)]);
    window.wait_for("long.csv is open");
    window.click("Map");
    window.settle();
    let up = window.0.get_by_role_and_label(Role::ComboBox, "Up").rect();
    assert!(up.right() <= 1280.0, "{up}");
    let map = window.picture_at("Map of the items");
    assert!(map.right() <= 1280.0, "{map}");
}

#[test]
fn a_title_that_is_not_cut_is_not_repeated_on_hover() {
    let mut window = Window::open();
    let title = "Similarity (RSM), epoch 150";
    let n = |window: &Window| window.0.query_all_by_label(title).count();
    let before = n(&window);
    let place = window.0.get_by_label(title).rect();
    window.0.hover_at(place.center());
    // Longer than a tooltip waits to appear.
    window.0.run_steps(90);
    assert_eq!(n(&window), before);
}
