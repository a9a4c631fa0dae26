//! Unsaved work: asked about before the window closes or another file is opened.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable as _;
use modescope::app::command::view::View;
use modescope::app::session::settings::Settings;

use crate::driver::Window;

pub(crate) const SIZE: [f32; 2] = [1280.0, 800.0];

pub(crate) fn settings(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("settings.toml");
    let text = "version = 1\nlanguage = \"english\"\ntheme = \"light\"\n";
    std::fs::write(&path, text).expect("it can be written");
    path
}

impl Window {
    /// Asks it to close; answers what it says to that.
    pub(crate) fn close(&mut self) -> Vec<ViewportCommand> {
        let viewports = &mut self.0.input_mut().viewports;
        let root = viewports.entry(ViewportId::ROOT).or_default();
        root.events.push(ViewportEvent::Close);
        self.0.step();
        self.commands()
    }

    /// The viewport commands that the program sends in this frame.
    fn commands(&self) -> Vec<ViewportCommand> {
        self.0.output().viewport_output[&ViewportId::ROOT]
            .commands
            .clone()
    }

    fn wait_for_close(&mut self) {
        self.wait_until("it does not close", |window| {
            window.commands().contains(&ViewportCommand::Close)
        });
        assert!(!self.close().contains(&ViewportCommand::CancelClose));
    }

    /// Types a path and enters it; what comes of it is for the caller to wait for.
    fn type_path(&mut self, path: &Path) {
        self.type_into("Path of the file", &path.display().to_string());
        self.0.key_press(Key::Enter);
    }

    pub(crate) fn save_as(&mut self, path: &Path) {
        self.0
            .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        self.settle();
        self.enter("Path of the file", &path.display().to_string());
        self.wait_for(&format!("Saved as {}", path.display()));
    }

    /// Opens an experiment file over work that is in no file; answers what is asked.
    fn open_over(&mut self, path: &Path, answer: &str) {
        self.drop_files(&[path.to_owned()]);
        self.wait_for("Save your work first?");
        self.click_button(answer);
    }

    fn undo(&mut self) {
        self.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        self.settle();
    }

    fn redo(&mut self) {
        self.0
            .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        self.settle();
    }
}

/// An experiment file of the tutorial's setting.
fn saved(path: &Path) {
    Window::open().save_as(path);
}

#[test]
fn a_window_with_nothing_to_lose_closes() {
    let mut window = Window::open();
    assert!(!window.close().contains(&ViewportCommand::CancelClose));
    // To look at another epoch or view changes nothing.
    window.press(Key::ArrowRight);
    window.click_button("Data");
    assert!(!window.close().contains(&ViewportCommand::CancelClose));
    assert!(!window.shows("Save before closing?"));
}

#[test]
fn unsaved_changes_are_asked_about() {
    let mut window = Window::open();
    window.enter("Learning rate, typed", "70");
    assert!(window.close().contains(&ViewportCommand::CancelClose));
    window.settle();
    assert!(window.shows("Save before closing?"));
    // Behind the question the keys do nothing.
    window.reset();
    assert_eq!(window.app().experiment().lr, 70.0);
    window.click_button("Cancel");
    assert!(!window.shows("Save before closing?"));
    window.close();
    window.settle();
    window.0.get_by_label("Close without saving").click();
    window.wait_for_close();
}

#[test]
fn work_saved_before_closing_is_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.press(Key::P);
    window.close();
    window.settle();
    window.click_button("Save");
    // Left without a name, it does not close after all.
    window.press(Key::Escape);
    window.0.run_steps(3);
    assert!(!window.commands().contains(&ViewportCommand::Close));
    window.close();
    window.settle();
    window.click_button("Save");
    window.type_path(&path);
    window.wait_for_close();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("[[pin]]"), "{text}");
}

#[test]
fn ctrl_s_saves_where_it_was_saved_last() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.save_as(&path);
    window.enter("Learning rate, typed", "70");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.0.step();
    // What is just being written is waited for, not asked about.
    if window.close().contains(&ViewportCommand::CancelClose) {
        assert!(!window.shows("Save before closing?"));
        window.wait_for_close();
    }
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("lr = 70.0"), "{text}");
}

#[test]
fn files_are_remembered_the_last_one_first() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    {
        let mut window = Window::sized(SIZE, Some(settings.clone()));
        window.save_as(&folder.path().join("one.toml"));
        window.enter("Learning rate, typed", "70");
        window.save_as(&folder.path().join("two.toml"));
        window.wait_until("the settings are not written", |_| {
            let text = std::fs::read_to_string(&settings);
            text.is_ok_and(|text| text.contains("one.toml") && text.contains("two.toml"))
        });
    }
    let text = std::fs::read_to_string(&settings).unwrap();
    let place = |name| text.find(name).expect("it is remembered");
    assert!(place("two.toml") < place("one.toml"), "{text}");
    let mut window = Window::sized(SIZE, Some(settings));
    window.click("File");
    window.click("Open recent");
    window.click("two.toml");
    window.wait_for("two.toml is open");
    window.settle();
    assert_eq!(window.app().experiment().lr, 70.0);
}

#[test]
fn a_file_that_was_only_opened_is_not_unsaved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.press(Key::P);
    window.save_as(&path);
    // Somebody takes the colour of the pin away by hand.
    let text = std::fs::read_to_string(&path).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with("colour"));
    let bare = lines.collect::<Vec<_>>().join("\n");
    assert!(bare.len() < text.len());
    std::fs::write(&path, bare).unwrap();
    let mut window = Window::open();
    window.click("Pinned runs");
    window.drop_files(std::slice::from_ref(&path));
    window.wait_for("mine.toml is open");
    window.click("Pinned runs");
    // Now, and when its pin is trained.
    assert!(!window.close().contains(&ViewportCommand::CancelClose));
    window.wait_for("pinned run");
    assert!(!window.close().contains(&ViewportCommand::CancelClose));
}

#[test]
fn an_opened_file_changes_no_settings_and_undo_brings_the_look_back() {
    let folder = tempfile::tempdir().unwrap();
    let theirs = folder.path().join("theirs.toml");
    let mut window = Window::open();
    window.click("Log loss");
    window.press(Key::End);
    window.click_button("Data");
    window.save_as(&theirs);
    drop(window);
    let settings = settings(&folder);
    let own = || Settings::load(&settings).0;
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    window.click("Strength of each mode");
    window.press(Key::Home);
    window.drop_files(&[theirs]);
    window.wait_for("theirs.toml is open");
    window.settle();
    assert_eq!(window.app().epoch(), 249);
    // The Data view is in front.
    assert!(!window.shows("Log loss"));
    window.wait_until("the file is not remembered", |_| !own().recent.is_empty());
    assert_eq!(own().view, View::Learning);
    assert!(own().learning.is_aligned && !own().learning.is_log);
    window.undo();
    assert_eq!(window.app().epoch(), 0);
    assert!(window.shows("Log loss"));
    window.redo();
    assert_eq!(window.app().epoch(), 249);
    // What the user changes himself is remembered, and nothing else.
    window.click_button("Learning");
    window.click("Singular values, not normalised");
    window.wait_until("the change is not remembered", |_| own().learning.is_raw);
    assert!(own().learning.is_aligned && !own().learning.is_log);
}

#[test]
fn the_opening_of_a_file_can_be_undone_pins_and_all() {
    let folder = tempfile::tempdir().unwrap();
    let [mine, theirs] = ["mine.toml", "theirs.toml"].map(|name| folder.path().join(name));
    saved(&theirs);
    let before = std::fs::read_to_string(&theirs).unwrap();
    let mut window = Window::open();
    window.click("Pinned runs");
    window.enter("Learning rate, typed", "70");
    window.press(Key::P);
    window.save_as(&mine);
    window.enter("Learning rate, typed", "50");
    window.press(Key::P);
    window.open_over(&theirs, "Open without saving");
    assert_eq!(window.app().experiment().lr, 100.0);
    assert!(!window.shows("pinned run"));
    window.undo();
    assert_eq!(window.app().experiment().lr, 50.0);
    window.click("Pinned runs");
    assert!(window.shows("Remove lr 70") && window.shows("Remove lr 50"));
    // It is as unsaved as it was, and is saved where it was saved, not over what was opened.
    assert!(window.close().contains(&ViewportCommand::CancelClose));
    window.settle();
    window.click_button("Cancel");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.wait_until("it is not saved", |_| {
        let text = std::fs::read_to_string(&mine).unwrap();
        text.matches("[[pin]]").count() == 2
    });
    assert_eq!(std::fs::read_to_string(&theirs).unwrap(), before);
    window.redo();
    assert_eq!(window.app().experiment().lr, 100.0);
    assert!(!window.shows("Remove lr 70"));
}

#[test]
fn work_that_a_file_would_replace_can_be_saved_or_kept() {
    let folder = tempfile::tempdir().unwrap();
    let [mine, theirs] = ["mine.toml", "theirs.toml"].map(|name| folder.path().join(name));
    saved(&theirs);
    let mut window = Window::open();
    window.enter("Learning rate, typed", "70");
    window.open_over(&theirs, "Cancel");
    assert_eq!(window.app().experiment().lr, 70.0);
    // Left without a name, it is not opened either.
    window.open_over(&theirs, "Save, then open");
    window.press(Key::Escape);
    window.0.run_steps(3);
    assert_eq!(window.app().experiment().lr, 70.0);
    window.open_over(&theirs, "Save, then open");
    window.type_path(&mine);
    window.wait_for("theirs.toml is open");
    assert_eq!(window.app().experiment().lr, 100.0);
    let text = std::fs::read_to_string(&mine).unwrap();
    assert!(text.contains("lr = 70.0"), "{text}");
}

#[test]
fn the_title_names_the_file_and_says_what_is_not_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.save_as(&folder.path().join("mine.toml"));
    assert_eq!(window.app().title(), "mine.toml – modescope");
    window.press(Key::N);
    assert_eq!(window.app().title(), "mine.toml • – modescope");
    window.undo();
    assert_eq!(window.app().title(), "mine.toml – modescope");
}

#[test]
fn a_name_without_an_ending_gets_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window
        .0
        .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.settle();
    window.type_path(&folder.path().join("mine"));
    let path = folder.path().join("mine.toml");
    window.wait_for(&format!("Saved as {}", path.display()));
    window
        .0
        .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.settle();
    window.type_path(&folder.path().join("mine.csv"));
    window.wait_for("must end with .toml");
}

#[test]
fn the_window_closes_when_what_is_being_written_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run.csv");
    let mut window = Window::open();
    window.enter("Epochs, typed", "50000");
    window.save_as(&folder.path().join("mine.toml"));
    window.click("File");
    window.click("Export the curves …");
    window.type_path(&path);
    window.0.run_steps(2);
    // It is trained anew for it, which takes a while; on a busy machine it may be done by now.
    if window.close().contains(&ViewportCommand::CancelClose) {
        window.wait_for_close();
    }
    let rows = std::fs::read_to_string(&path).unwrap().lines().count();
    assert_eq!(rows, 50_001);
}

#[test]
fn a_pin_that_takes_long_keeps_no_other_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.click("Pinned runs");
    window.press(Key::P);
    window.enter("Learning rate, typed", "70");
    window.press(Key::P);
    window.save_as(&path);
    // The second of them, and then the first, is endless.
    let text = std::fs::read_to_string(&path).unwrap();
    let (head, pins) = text.split_at(text.find("[[pin]]").unwrap());
    let second = 7 + pins[7..].find("[[pin]]").unwrap();
    let long = |pin: &str| pin.replace("epochs = 250", "epochs = 1000000");
    let (one, two) = pins.split_at(second);
    for (pins, quick) in [
        (format!("{one}\n{}", long(two)), "Remove lr 100"),
        (format!("{two}\n{}", long(one)), "Remove lr 70"),
    ] {
        std::fs::write(&path, format!("{head}{pins}")).unwrap();
        window.drop_files(std::slice::from_ref(&path));
        window.wait_for(quick);
        // All of them count, trained or not.
        assert!(!window.close().contains(&ViewportCommand::CancelClose));
    }
}

#[test]
fn a_file_shows_the_same_picture_to_somebody_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.enter("Hidden layers, typed", "2");
    for toggle in ["Log loss", "Strength of each mode", "discrete", "Tree"] {
        window.click(toggle);
    }
    window.click("RSM of hidden layer 2");
    window.save_as(&path);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut theirs = Window::open();
    theirs.drop_files(std::slice::from_ref(&path));
    theirs.wait_for("mine.toml is open");
    theirs.settle();
    theirs.save_as(&folder.path().join("theirs.toml"));
    let again = std::fs::read_to_string(folder.path().join("theirs.toml")).unwrap();
    assert_eq!(again, text);
    for line in [
        "is_log = true",
        "is_aligned = true",
        "layer = 1",
        "below = \"tree\"",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}
