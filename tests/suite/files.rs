//! A user's own files in the real window: opened by path and by drop, refused in words, saved.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::experiment::Experiment;

use crate::driver::{Window, tree};

pub(crate) const TABLE: &str =
    "item,swims,flies,barks\nTuna,yes,no,no\nRobin,no,yes,no\nDog,no,no,yes\n";

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the program reads it by its path".to_owned())
    }
}

/// A file in a folder of its own.
pub(crate) fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("a file can be written");
    path
}

impl Window {
    pub(crate) fn open_by_path(&mut self, path: &Path) {
        self.click_button("Data");
        self.click("Open data …");
        self.enter("Path of the file", &path.display().to_string());
    }

    pub(crate) fn drop_files(&mut self, paths: &[PathBuf]) {
        let files = paths.iter().map(|path| {
            let file: egui::DroppedFileHandle = Arc::new(Dropped(path.clone()));
            file
        });
        self.0.input_mut().dropped_files = files.collect();
        self.0.step();
    }
}

#[test]
fn a_table_is_opened_by_its_path_and_left_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "pets.csv", TABLE);
    let mut window = Window::open();
    window.open_by_path(&path);
    window.wait_for("pets.csv is open: 3 items, 3 features");
    window.settle();
    let experiment = &window.run().facts.experiment;
    assert_eq!(experiment.items, ["Tuna", "Robin", "Dog"]);
    assert_eq!(window.run().facts.dataset.n_features(), 3);
    // Its learning rate is in force, and stable.
    assert!(experiment.lr < window.run().facts.stability_limit);
    for view in ["Learning", "Illusions", "Data"] {
        window.click_button(view);
    }
    assert!(!window.shows("The tree behind the data"));
    window.click("Back to the tree");
    assert_eq!(tree(window.app().experiment()).n_features, 10_000);
    window.click("Undo");
    assert_eq!(window.app().experiment().items, ["Tuna", "Robin", "Dog"]);
}

#[test]
fn a_file_in_doubt_is_asked_about_alone_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "pets.csv", "item,swims\nTuna,maybe\nRobin,no\n");
    let mut window = Window::open();
    window.open_by_path(&path);
    window.wait_for("row 2, column 2 (\"swims\") holds \"maybe\"");
    // No dialog is left behind the question, to take the keyboard from it.
    assert!(!window.shows("Path of the file"));
    assert_eq!(*window.app().experiment(), Experiment::default());
    window.click("Do not open it");
    // The same file is asked about again, and answers are taken.
    window.open_by_path(&path);
    window.wait_for("How is pets.csv to be read?");
    window.press(egui::Key::Escape);
    assert!(!window.shows("How is pets.csv"));
    let other = file(&folder, "more.csv", TABLE);
    window.open_by_path(&other);
    window.wait_for("more.csv is open");
    assert_eq!(window.app().experiment().items.len(), 3);
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let mut window = Window::open();
    window.open_by_path(Path::new("/nowhere/pets.csv"));
    window.wait_for("pets.csv: no such file");
    window.click("Cancel");
    assert_eq!(*window.app().experiment(), Experiment::default());
}

#[test]
fn a_file_is_opened_by_dropping_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "pets.csv", TABLE);
    let mut window = Window::open();
    window.drop_files(&[path]);
    window.wait_for("pets.csv is open");
    window.settle();
    assert_eq!(window.run().facts.experiment.items.len(), 3);
    window.drop_files(&[file(&folder, "bad.csv", "")]);
    window.wait_for("bad.csv: the file is empty");
    assert_eq!(window.app().experiment().items.len(), 3);
}

#[test]
fn what_is_taught_is_saved_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
    window.wait_for("pets.csv is open");
    window.click("Illusions");
    window.click("Add a feature");
    window.click_button("Data");
    window.click("Save data …");
    let saved = folder.path().join("saved.npz");
    window.enter("Path of the file", &saved.display().to_string());
    window.wait_for("Saved as");
    let own = modescope::files::read_data(&saved, &modescope::data::read::Choices::default())
        .unwrap()
        .data;
    assert_eq!((own.n_items(), own.n_features()), (3, 4));
    assert_eq!(own.items, ["Tuna", "Robin", "Dog"]);
    assert_eq!(own.feature_names.unwrap()[3], "feature");
    // A file that is there is not replaced without a second word.
    window.click("Save data …");
    window.enter("Path of the file", &saved.display().to_string());
    window.wait_for("Already there: saved.npz");
    window.click_button("Save");
    window.wait_for("Saved as");
}

#[test]
fn an_experiment_is_saved_and_shows_the_same_picture_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.press(egui::Key::P);
    window.enter("Initialisation scale γ, typed", "1");
    window.enter("Epoch, typed", "42");
    window.click_button("Illusions");
    window
        .0
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::S);
    window.settle();
    window.enter("Path of the file", &path.display().to_string());
    window.wait_for("Saved as");
    let saved = window.app().experiment().clone();

    let mut other = Window::open();
    other.drop_files(&[path]);
    other.wait_for("mine.toml is open");
    other.settle();
    assert_eq!(*other.app().experiment(), saved);
    assert_eq!(other.app().epoch(), 42);
    assert!(
        other
            .0
            .query_by_label_contains("Teach the network a feature")
            .is_some()
    );
    // The button leads to the table, in the Learning view.
    other.click("Pinned runs");
    other.wait_for("Remove lr 100 · γ 10⁻¹²");
}

#[test]
fn a_damaged_experiment_is_refused_with_line_and_field() {
    let folder = tempfile::tempdir().unwrap();
    let text = "version = 1\nitems = [\"a\"]\n[tree]\nlevels = \"three\"\n";
    let mut window = Window::open();
    window.drop_files(&[file(&folder, "bad.toml", text)]);
    window.wait_for("bad.toml: line 4, ");
    assert_eq!(*window.app().experiment(), Experiment::default());
}

#[test]
fn a_figure_is_exported_from_the_menu() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    let mut window = Window::open();
    window.click("File");
    window.click("Export a figure");
    window.click("Map at this epoch …");
    window.enter("Path of the file", &path.display().to_string());
    window.wait_for("Saved as");
    let svg = std::fs::read_to_string(path).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("Map of the items, epoch 150"));
}

#[test]
fn a_png_has_the_resolution_that_was_chosen_and_the_next_one_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    for (name, is_chosen) in [("a.png", true), ("b.png", false)] {
        window.click("File");
        window.click("Export a figure");
        window.click("Learning dynamics …");
        if is_chosen {
            assert!(window.shows("2250 × 1375 pixels"));
            window.click("200 dpi");
        }
        assert!(window.shows("1500 × 917 pixels"));
        let path = folder.path().join(name);
        window.enter("Path of the file", &path.display().to_string());
        window.wait_for(name);
        let png = std::fs::read(path).unwrap();
        assert_eq!(png[16..20], 1500_u32.to_be_bytes());
    }
}

#[test]
fn an_exported_figure_is_as_the_window_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let export = |window: &mut Window, name: &str| {
        let path = folder.path().join(name);
        window.click("File");
        window.click("Export a figure");
        window.click("Learning dynamics …");
        window.enter("Path of the file", &path.display().to_string());
        window.wait_for(name);
        std::fs::read_to_string(path).unwrap()
    };
    let plain = export(&mut window, "plain.svg");
    window.press(egui::Key::L);
    window.press(egui::Key::T);
    let shown = export(&mut window, "shown.svg");
    for words in ["10⁻", "theory"] {
        assert!(shown.contains(words) && !plain.contains(words), "{words}");
    }
}

#[test]
fn figures_of_a_hidden_layer_are_not_offered_without_one() {
    let mut window = Window::open();
    let is_offered = |window: &mut Window, figure: &str| {
        window.click("File");
        window.click("Export a figure");
        let item = window.0.get_by_label(figure);
        let is_offered = !item.accesskit_node().is_disabled();
        window.press(egui::Key::Escape);
        is_offered
    };
    assert!(is_offered(&mut window, "Tree at this epoch …"));
    window.enter("Hidden layers, typed", "0");
    assert!(!is_offered(&mut window, "Tree at this epoch …"));
    assert!(is_offered(&mut window, "Singular values of the data …"));
}

/// A table of so many items and three features.
fn table(n_items: usize) -> String {
    let row = |i: usize| format!("item {i},{},{},{}\n", i % 2, (i / 2) % 2, (i / 3) % 2);
    let rows: String = (0..n_items).map(row).collect();
    format!("item,a,b,c\n{rows}")
}

#[test]
fn every_view_and_panel_draws_data_of_every_size() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::sized([1024.0, 640.0], None);
    for n_items in [2, 128] {
        let name = format!("{n_items}.csv");
        window.drop_files(&[file(&folder, &name, &table(n_items))]);
        window.wait_for(&format!("{name} is open"));
        window.settle();
        assert_eq!(window.run().record.shape().n_items, n_items);
        for panel in ["Map", "Tree", "Microscope", "What each mode is"] {
            window.click(panel);
        }
        for view in ["Illusions", "Data", "Regression", "Learning"] {
            window.click_button(view);
        }
    }
}

#[test]
fn a_figure_is_copied_to_the_clipboard() {
    let mut window = Window::open();
    window.click("File");
    window.click("Copy a figure");
    window.click_button("Learning dynamics");
    window.wait_for("The figure is on the clipboard");
}

#[test]
fn keys_mean_nothing_behind_the_dialog_and_it_keeps_the_keyboard() {
    let mut window = Window::open();
    window.open_by_path(Path::new("/nowhere/pets.csv"));
    window.wait_for("pets.csv: no such file");
    // What is typed on goes into the box, not to the shortcuts.
    for key in [egui::Key::R, egui::Key::N, egui::Key::P, egui::Key::F1] {
        window.press(key);
    }
    assert_eq!(*window.app().experiment(), Experiment::default());
    assert!(!window.shows("pinned run") && !window.shows("Drag the learning rate"));
}

#[test]
fn a_file_dropped_on_an_open_dialog_neither_closes_it_nor_speaks_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.click_button("Data");
    window.click("Save data …");
    window.drop_files(&[file(&folder, "bad.csv", "")]);
    window.wait_for("bad.csv: the file is empty");
    assert!(window.0.query_by_label("Browse …").is_some());
    window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
    window.wait_for("pets.csv is open");
    assert!(window.0.query_by_label("Browse …").is_some());
}

#[test]
fn a_script_does_not_replace_what_lies_beside_it_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("mine.npz");
    std::fs::write(&data, "precious").unwrap();
    let mut window = Window::open();
    window.click("File");
    window.click("Export as a PyTorch script …");
    let path = folder.path().join("mine.py");
    window.enter("Path of the file", &path.display().to_string());
    window.wait_for("Already there: mine.npz");
    assert_eq!(std::fs::read(&data).unwrap(), b"precious");
    assert!(!path.exists());
}

#[test]
fn the_pins_of_one_file_do_not_come_with_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pinned.toml");
    let mut window = Window::open();
    window.click("Pinned runs");
    window.press(egui::Key::P);
    window.save_as(&path);
    window.click("Remove lr 100 · γ 10⁻¹²");
    let bare = folder.path().join("bare.toml");
    window.save_as(&bare);
    window.wait_for("bare.toml");
    window.drop_files(&[path]);
    window.wait_for("pinned.toml is open");
    window.wait_for("Remove lr 100 · γ 10⁻¹²");
    window.drop_files(&[bare]);
    window.wait_for("bare.toml is open");
    assert!(!window.shows("pinned run"));
}

#[test]
fn opened_data_are_saved_under_a_name_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.save_as(&mine);
    let before = std::fs::read_to_string(&mine).unwrap();
    window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
    window.wait_for("pets.csv is open");
    window.settle();
    assert_eq!(window.app().title(), "pets.csv – modescope");
    // Closing asks nothing, either, until something is changed.
    assert!(!window.close().contains(&egui::ViewportCommand::CancelClose));
    window.enter("Learning rate, typed", "0.01");
    assert_eq!(window.app().title(), "pets.csv • – modescope");
    window
        .0
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::S);
    window.settle();
    let pets = folder.path().join("pets.toml");
    let suggested = window.text_box("Path of the file").value();
    assert_eq!(suggested, Some(pets.display().to_string()));
    window.click_button("Save");
    window.wait_for(&format!("Saved as {}", pets.display()));
    assert_eq!(std::fs::read_to_string(&mine).unwrap(), before);
    assert_eq!(window.app().title(), "pets.toml – modescope");
}
