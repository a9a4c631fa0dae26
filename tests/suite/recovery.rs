//! Unsaved work is recovered after a crash.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::driver::Window;
use crate::work::{SIZE, settings};

fn unsaved(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("unsaved-1.toml")
}

impl Window {
    fn wait_for_file(&mut self, path: &Path, is_there: bool) {
        self.wait_until("the file is not as it should be", |_| {
            path.exists() == is_there
        });
    }
}

#[test]
fn a_crashed_windows_work_is_recovered_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    window.enter("Learning rate, typed", "70");
    window.press(Key::P);
    window.wait_for_file(&unsaved(&folder), true);
    let half = std::fs::read_to_string(unsaved(&folder)).unwrap();
    assert!(half.contains("lr = 70.0"), "{half}");
    // A second window beside it has nothing to take up.
    let second = Window::sized(SIZE, Some(settings.clone()));
    assert!(!second.shows("Recover unsaved work?"));
    drop(second);
    // It is gone without a word.
    drop(window);
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    assert!(window.shows("Recover unsaved work?"));
    window.wait_for("Never saved in a file");
    window.click_button("Recover");
    window.wait_for("Unsaved work recovered");
    window.wait_until("it is not taken up", |window| {
        window.app().experiment().lr == 70.0
    });
    window.settle();
    // It is in no file still.
    assert!(window.close().contains(&ViewportCommand::CancelClose));
    window.settle();
    assert!(unsaved(&folder).exists());
    window.click_button("Cancel");
    drop(window);
    let mut window = Window::sized(SIZE, Some(settings));
    window.wait_for("Never saved in a file");
    window.click_button("Discard");
    assert_eq!(window.app().experiment().lr, 100.0);
    window.wait_for_file(&unsaved(&folder), false);
}

#[test]
fn recovered_work_that_is_not_decided_about_stays_and_other_files_wait() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    window.enter("Learning rate, typed", "70");
    window.wait_for_file(&unsaved(&folder), true);
    drop(window);
    // Other data come while the question stands: they wait, and the window closes without another
    // question.
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    let table = crate::files::file(&folder, "pets.csv", crate::files::TABLE);
    window.drop_files(std::slice::from_ref(&table));
    window.settle();
    assert!(!window.shows("pets.csv is open"));
    assert!(!window.close().contains(&ViewportCommand::CancelClose));
    let recovered = std::fs::read_to_string(unsaved(&folder)).unwrap();
    assert!(recovered.contains("lr = 70.0"), "{recovered}");
    drop(window);
    // They are opened once the work is discarded.
    let mut window = Window::sized(SIZE, Some(settings));
    window.drop_files(&[table]);
    window.wait_for("Never saved in a file");
    window.click_button("Discard");
    window.wait_for("pets.csv is open");
    assert!(!window.shows("Recover unsaved work?"));
}

#[test]
fn a_window_that_is_started_with_a_file_offers_unsaved_work() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    window.enter("Learning rate, typed", "70");
    window.wait_for_file(&unsaved(&folder), true);
    drop(window);
    let table = crate::files::file(&folder, "pets.csv", crate::files::TABLE);
    let mut window = Window::opening(settings.clone(), table.clone());
    window.wait_for("pets.csv is open");
    assert!(!window.shows("Recover unsaved work?"));
    window.click("OK");
    // By the menu, after it was left for later once.
    for answer in ["Cancel", "Recover"] {
        window.click("File");
        window.click_button("Recover unsaved work …");
        window.wait_for("Never saved in a file");
        window.click_button(answer);
    }
    window.wait_until("it is not recovered", |window| {
        window.app().experiment().lr == 70.0
    });
    window.settle();
    assert_eq!(window.app().title(), "not yet named • – modescope");
    window.click("File");
    let entry = "Recover unsaved work …";
    let entry = window.0.get_by_role_and_label(Role::Button, entry);
    assert!(entry.accesskit_node().is_disabled());
    drop(window);
    // It is this window's unsaved work now.
    let window = Window::sized(SIZE, Some(settings));
    assert!(window.shows("Recover unsaved work?"));
}

#[test]
fn recovered_changes_to_a_file_are_saved_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    let experiment = folder.path().join("mine.toml");
    Window::open().save_as(&experiment);
    let mut window = Window::opening(settings.clone(), experiment.clone());
    window.wait_for("mine.toml is open");
    window.enter("Learning rate, typed", "70");
    window.wait_for_file(&unsaved(&folder), true);
    drop(window);
    let mut window = Window::sized(SIZE, Some(settings));
    window.wait_for("mine.toml");
    window.click_button("Recover");
    window.wait_until("it is not recovered", |window| {
        window.app().experiment().lr == 70.0
    });
    window.settle();
    assert_eq!(window.app().title(), "mine.toml • – modescope");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.wait_until("it is not saved", |window| {
        window.app().title() == "mine.toml – modescope"
    });
    let text = std::fs::read_to_string(&experiment).unwrap();
    assert!(text.contains("lr = 70.0"), "{text}");
}

#[test]
fn the_notice_of_unsaved_work_has_a_button_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    let experiment = folder.path().join("mine.toml");
    Window::open().save_as(&experiment);
    std::fs::write(unsaved(&folder), "version = 1\nnonsense").unwrap();
    let mut window = Window::opening(settings, experiment);
    window.wait_for("mine.toml is open");
    assert!(window.shows("Unsaved work of an earlier session is still kept"));
    window.click_button("Recover unsaved work …");
    assert!(!window.shows("is still kept"));
    window.wait_for("Its file cannot be read");
    window.click_button("Discard");
    window.wait_for_file(&unsaved(&folder), false);
    assert!(!window.shows("Recover unsaved work?"));
}

#[test]
fn the_autosave_file_is_removed_when_the_work_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::sized(SIZE, Some(settings(&folder)));
    window.enter("Learning rate, typed", "70");
    window.wait_for_file(&unsaved(&folder), true);
    window.save_as(&folder.path().join("mine.toml"));
    window.wait_for_file(&unsaved(&folder), false);
}

#[test]
fn an_autosave_file_that_cannot_be_read_is_kept_under_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    std::fs::write(unsaved(&folder), "version = 1\nnonsense").unwrap();
    let mut window = Window::sized(SIZE, Some(settings));
    window.wait_for("Its file cannot be read");
    window.click_button("Recover");
    window.wait_for("The unsaved work cannot be read. unsaved-1.toml: line 2");
    assert!(window.shows("Its file is kept as") && window.shows("unsaved-1.broken.toml"));
    window.enter("Learning rate, typed", "70");
    window.wait_for_file(&unsaved(&folder), true);
    let broken = folder.path().join("unsaved-1.broken.toml");
    let kept = std::fs::read_to_string(broken).unwrap();
    assert_eq!(kept, "version = 1\nnonsense");
}

#[test]
fn work_that_is_being_recovered_is_not_lost_if_the_window_closes_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(&folder);
    let mut window = Window::sized(SIZE, Some(settings.clone()));
    window.enter("Learning rate, typed", "70");
    window.wait_for_file(&unsaved(&folder), true);
    drop(window);
    let mut window = Window::sized(SIZE, Some(settings));
    window.wait_for("Never saved in a file");
    window
        .0
        .get_by_role_and_label(Role::Button, "Recover")
        .click();
    window.0.step();
    // Read by now or not: it is there, or is asked about.
    window.close();
    drop(window);
    let left = std::fs::read_to_string(unsaved(&folder)).unwrap();
    assert!(left.contains("lr = 70.0"), "{left}");
}

#[test]
fn a_17th_window_says_that_its_unsaved_work_has_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let locks: Vec<std::fs::File> = (1..=16)
        .map(|place| {
            let lock = folder.path().join(format!("unsaved-{place}.lock"));
            let lock = std::fs::File::create(lock).unwrap();
            lock.lock().unwrap();
            lock
        })
        .collect();
    let window = Window::sized(SIZE, Some(settings(&folder)));
    assert!(window.shows("16 windows are open already"));
    drop((window, locks));
    let window = Window::sized(SIZE, Some(settings(&folder)));
    assert!(!window.shows("windows are open already"));
}
