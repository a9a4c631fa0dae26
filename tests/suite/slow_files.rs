//! Files that are never read to their end, in the real window: the rest of the work goes on, and
//! the reading can be stopped.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::driver::Window;
use crate::files::{TABLE, file};

/// A pipe into which nobody writes. Dropped, it lets the thread end that reads it.
struct SilentPipe(PathBuf);

impl SilentPipe {
    fn new(folder: &Path) -> Self {
        let path = folder.join("pipe.csv");
        let status = Command::new("mkfifo").arg(&path).status();
        assert!(status.expect("mkfifo can be started").success());
        Self(path)
    }
}

impl Drop for SilentPipe {
    fn drop(&mut self) {
        // Opened for both, a pipe does not wait for its other end.
        let mut options = std::fs::OpenOptions::new();
        options.read(true).write(true).open(&self.0).ok();
    }
}

#[test]
fn work_is_saved_while_a_dropped_pipe_is_read_and_the_reading_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = SilentPipe::new(folder.path());
    let mut window = Window::open();
    window.drop_files(std::slice::from_ref(&pipe.0));
    window.wait_for("Reading pipe.csv");
    window.save_as(&folder.path().join("mine.toml"));
    window.click("Stop reading");
    assert!(!window.shows("Reading pipe.csv"));
    window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
    window.wait_for("pets.csv is open");
}

#[test]
fn a_dialog_whose_file_does_not_come_is_used_for_another_one() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = SilentPipe::new(folder.path());
    let pets = file(&folder, "pets.csv", TABLE);
    let mut window = Window::open();
    window.open_by_path(&pipe.0);
    window.wait_for("Stop reading");
    window.click("Stop reading");
    assert!(!window.shows("reading …"));
    window.enter("Path of the file", &pets.display().to_string());
    window.wait_for("pets.csv is open");
    // The late answer changes nothing, whether it comes now or never.
    let opened = window.app().experiment().clone();
    drop(pipe);
    window.settle();
    assert_eq!(*window.app().experiment(), opened);
}

#[test]
fn a_dialog_that_was_closed_while_it_read_keeps_no_other_from_saving() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = SilentPipe::new(folder.path());
    let mut window = Window::open();
    window.open_by_path(&pipe.0);
    window.wait_for("Stop reading");
    window.click("Cancel");
    window.save_as(&folder.path().join("mine.toml"));
}
