//! Experiment files that another program changes while they are open.

use std::path::Path;

use egui::{Key, Modifiers, ViewportCommand};

use crate::driver::Window;

const OTHERS: &str = "version = 2\nlr = 42.0\n";

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it can be read")
}

impl Window {
    fn save(&mut self) {
        self.0.key_press_modifiers(Modifiers::COMMAND, Key::S);
        self.settle();
    }

    fn wait_for_text(&mut self, path: &Path, part: &str) {
        self.wait_until("the file is not written", |_| text(path).contains(part));
    }
}

#[test]
fn ctrl_s_does_not_write_over_another_programs_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.save_as(&path);
    window.enter("Learning rate, typed", "70");
    window.save();
    window.wait_for_text(&path, "lr = 70.0");
    std::fs::write(&path, OTHERS).unwrap();
    window.enter("Learning rate, typed", "60");
    window.save();
    window.wait_for("Save over another program's changes?");
    assert!(window.shows(&path.display().to_string()));
    window.click_button("Cancel");
    assert_eq!(text(&path), OTHERS);
    assert_eq!(window.app().title(), "mine.toml • – modescope");
    // Another name keeps both.
    let other = folder.path().join("other.toml");
    window.save();
    window.wait_for("Save over another program's changes?");
    window.click_button("Save as …");
    window.enter("Path of the file", &other.display().to_string());
    window.wait_for(&format!("Saved as {}", other.display()));
    assert_eq!(text(&path), OTHERS);
    assert!(text(&other).contains("lr = 60.0"));
}

#[test]
fn closing_does_not_write_over_another_programs_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let mut window = Window::open();
    window.save_as(&path);
    window.enter("Learning rate, typed", "70");
    std::fs::write(&path, OTHERS).unwrap();
    window.close();
    window.settle();
    window.click_button("Save");
    window.wait_for("Save over another program's changes?");
    assert_eq!(text(&path), OTHERS);
    window.click_button("Save anyway");
    window.wait_for_text(&path, "lr = 70.0");
    window.wait_until("it stays open", |window| {
        !window.close().contains(&ViewportCommand::CancelClose)
    });
}
