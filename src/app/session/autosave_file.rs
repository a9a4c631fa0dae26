//! The file for unsaved work, in which it survives a crash.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::found_work;
use super::settings;
use crate::app::command::notice::Trouble;
use crate::experiment::file::ExperimentFile;
use crate::files::{self, FileError};
use crate::worker::job::Job;

/// As many instances at once have a file of their own in a folder.
pub(crate) const N_PLACES: usize = 16;

/// The end of the program waits no longer than this for a disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where unsaved work is kept. Nothing waits for a disk but [`AutosaveStore::finish`] and, for a
/// moment, the verbs about work that another instance left.
pub(crate) trait AutosaveStore {
    /// The file.
    fn path(&self) -> &Path;

    /// Whether there is unsaved work in it.
    fn has_work(&self) -> bool;

    /// Later writes are marked as unsaved changes to this file.
    fn belongs_to(&mut self, _: Option<&Path>) {}

    /// Writes this to it, in place of what is there or being written.
    fn write(&mut self, file: ExperimentFile);

    /// Removes it, and gives up what is being written.
    fn clear(&mut self);

    /// The result of the last write or removal, reported once; the error says why it failed.
    fn poll(&mut self) -> Option<Result<(), Trouble>>;

    /// Whether unsaved work that another instance left when it crashed is in another file.
    fn leaves_work(&self) -> bool;

    /// Takes one such file for this instance alone; answers its path, or `None` if there is none
    /// any more.
    fn hold_left(&mut self) -> Option<PathBuf>;

    /// The file of such work that was taken.
    fn held(&self) -> Option<&Path>;

    /// Leaves the file that was taken to others again.
    fn release_left(&mut self);

    /// Removes the file that was taken.
    fn discard_left(&mut self);

    /// The work in the file that was taken is open: that becomes this instance's copy.
    fn adopt_left(&mut self);

    /// The file cannot be read: keeps it under another name, which is answered.
    fn set_broken_aside(&mut self) -> PathBuf;

    /// The program ends: writes this to it, or removes it, and waits for that.
    fn finish(&mut self, file: Option<ExperimentFile>);
}

/// An autosave file in a folder, this instance's alone while it runs.
#[derive(Debug)]
pub(crate) struct AutosaveFile {
    path: PathBuf,
    /// The experiment file that the work belongs to.
    of: Option<PathBuf>,
    /// Other files, with the unsaved work of crashed instances.
    left: Vec<PathBuf>,
    /// One of them, and its lock, while the user decides about it.
    held: Option<(PathBuf, File)>,
    /// Held while the program runs; the system releases it however the program ends.
    _lock: File,
    job: Job<Result<(), FileError>>,
}

impl AutosaveFile {
    /// Takes a file in `folder`: one with the work of a crashed instance, if there is one and it is
    /// to be recovered, else a free one. `wake` is called when something was written.
    ///
    /// # Errors
    /// If the folder cannot be written to, or all files are taken.
    pub(crate) fn take(
        folder: &Path,
        recovers: bool,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut free: Option<(PathBuf, File)> = None;
        let mut left = Vec::new();
        // The file taken has work to be recovered: other work is left.
        let mut has_taken_work = !recovers;
        for place in 1..=N_PLACES {
            let path = folder.join(format!("unsaved-{place}.toml"));
            let has_work = path.exists();
            if !has_work && free.is_some() {
                continue;
            }
            match locked(&path)? {
                Some(_) if has_work && has_taken_work => left.push(path),
                Some(lock) => {
                    free = Some((path, lock));
                    has_taken_work |= has_work;
                }
                None => {}
            }
        }
        let (path, lock) = free.ok_or(io::ErrorKind::ResourceBusy)?;
        Ok(Self {
            path,
            of: None,
            left,
            held: None,
            _lock: lock,
            job: Job::new("autosave", wake),
        })
    }
}

/// The lock of the autosave file at `path`; `None` if another instance has it.
fn locked(path: &Path) -> io::Result<Option<File>> {
    let mut options = File::options();
    let lock = options.create(true).truncate(false).write(true);
    let lock = lock.open(path.with_extension("lock"))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

impl AutosaveStore for AutosaveFile {
    fn path(&self) -> &Path {
        &self.path
    }

    fn has_work(&self) -> bool {
        self.path.exists()
    }

    fn belongs_to(&mut self, file: Option<&Path>) {
        if self.of.as_deref() != file {
            self.of = file.map(ToOwned::to_owned);
        }
    }

    fn write(&mut self, file: ExperimentFile) {
        let (path, of) = (self.path.clone(), self.of.clone());
        self.job.start(move |_| {
            let text = found_work::written(&file, of.as_deref());
            // It may have been removed since the start; where it cannot be made, the write fails.
            files::make_folder(&path).ok();
            files::write(&path, text.as_bytes())
        });
    }

    fn clear(&mut self) {
        let path = self.path.clone();
        self.job.start(move |_| match fs::remove_file(&path) {
            Err(reason) if reason.kind() != io::ErrorKind::NotFound => {
                Err(FileError::System { path, reason })
            }
            _ => Ok(()),
        });
    }

    fn poll(&mut self) -> Option<Result<(), Trouble>> {
        let result = self.job.poll()?;
        Some(match result {
            Ok(written) => written.map_err(Trouble::File),
            Err(error) => Err(Trouble::Failed(error.message)),
        })
    }

    fn leaves_work(&self) -> bool {
        self.held.is_some() || !self.left.is_empty()
    }

    fn hold_left(&mut self) -> Option<PathBuf> {
        self.release_left();
        while let Some(path) = self.left.pop() {
            // Another window may have taken it, recovered it or discarded it.
            if let Ok(Some(lock)) = locked(&path)
                && path.exists()
            {
                self.held = Some((path.clone(), lock));
                return Some(path);
            }
        }
        None
    }

    fn held(&self) -> Option<&Path> {
        self.held.as_ref().map(|(path, _)| path.as_path())
    }

    fn release_left(&mut self) {
        let held = self.held.take();
        self.left.extend(held.map(|(path, _)| path));
    }

    fn discard_left(&mut self) {
        if let Some((path, _lock)) = self.held.take() {
            // What cannot be removed is offered again.
            fs::remove_file(path).ok();
        }
    }

    fn adopt_left(&mut self) {
        if let Some((path, lock)) = self.held.take() {
            let own = self.path.clone();
            self.job.start(move |_| {
                let moved = fs::rename(&path, &own);
                drop(lock);
                moved.map_err(|reason| FileError::System { path, reason })
            });
        }
    }

    fn set_broken_aside(&mut self) -> PathBuf {
        settings::set_aside(&self.path, &"it cannot be read").path
    }

    fn finish(&mut self, file: Option<ExperimentFile>) {
        match file {
            Some(file) => self.write(file),
            None => self.clear(),
        }
        // There is no window left to tell of a failure.
        let _ = self.job.wait(PATIENCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;

    fn take(folder: &tempfile::TempDir) -> AutosaveFile {
        AutosaveFile::take(folder.path(), true, || ()).expect("there is a free file")
    }

    fn write(autosave: &mut AutosaveFile) {
        autosave.write(Experiment::default().into());
        let written = autosave.job.wait(Duration::from_mins(1));
        assert!(matches!(written, Some(Ok(Ok(())))), "{written:?}");
    }

    #[test]
    fn a_crashed_instances_autosave_is_found_by_the_next_and_a_running_ones_by_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, mut two) = (take(&folder), take(&folder));
        assert_ne!(one.path(), two.path());
        write(&mut one);
        write(&mut two);
        let left = two.path().to_owned();
        drop(two);
        // The first is running: its work is not to be recovered.
        let mut next = take(&folder);
        assert_eq!(next.path(), left);
        assert!(next.has_work());
        next.finish(None);
        assert!(!next.has_work() && one.has_work());
        let after = take(&folder);
        assert!(!after.has_work());
    }

    #[test]
    fn work_that_is_not_to_be_recovered_now_stays_for_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let mut crashed = take(&folder);
        write(&mut crashed);
        let left = crashed.path().to_owned();
        drop(crashed);
        let mut beside = AutosaveFile::take(folder.path(), false, || ()).unwrap();
        assert!(beside.leaves_work() && !beside.has_work());
        beside.finish(None);
        drop(beside);
        let next = take(&folder);
        assert_eq!(next.path(), left);
        assert!(next.has_work() && !next.leaves_work());
    }

    /// Beside the work of a crashed instance, an instance that recovers nothing at its start.
    fn beside_work(folder: &tempfile::TempDir) -> (AutosaveFile, PathBuf) {
        let mut crashed = take(folder);
        write(&mut crashed);
        let left = crashed.path().to_owned();
        drop(crashed);
        let beside = AutosaveFile::take(folder.path(), false, || ()).unwrap();
        (beside, left)
    }

    #[test]
    fn left_work_is_taken_by_one_instance_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, left) = beside_work(&folder);
        let mut two = AutosaveFile::take(folder.path(), false, || ()).unwrap();
        assert_eq!(one.hold_left(), Some(left.clone()));
        assert_eq!(one.held(), Some(left.as_path()));
        assert!(one.leaves_work());
        assert_eq!(two.hold_left(), None);
        one.release_left();
        assert_eq!((one.held(), one.leaves_work()), (None, true));
        assert_eq!(one.hold_left(), Some(left.clone()));
        one.discard_left();
        assert!(!left.exists() && !one.leaves_work());
        assert_eq!(one.hold_left(), None);
    }

    #[test]
    fn left_work_that_is_open_is_this_instances_own() {
        let folder = tempfile::tempdir().unwrap();
        let (mut beside, left) = beside_work(&folder);
        beside.hold_left();
        beside.adopt_left();
        let adopted = beside.job.wait(Duration::from_mins(1));
        assert!(matches!(adopted, Some(Ok(Ok(())))), "{adopted:?}");
        assert!(beside.has_work() && !left.exists() && !beside.leaves_work());
        beside.finish(None);
        assert!(!take(&folder).has_work());
    }

    #[test]
    fn of_several_crashed_instances_the_work_of_one_is_recovered_and_the_rest_left() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, mut two) = (take(&folder), take(&folder));
        write(&mut one);
        write(&mut two);
        let paths = [one.path().to_owned(), two.path().to_owned()];
        drop((one, two));
        let mut next = take(&folder);
        assert!(next.has_work() && next.leaves_work());
        assert_eq!(next.path(), paths[0]);
        assert_eq!(next.hold_left().as_deref(), Some(paths[1].as_path()));
    }

    #[test]
    fn the_last_write_or_removal_is_what_counts() {
        let folder = tempfile::tempdir().unwrap();
        let mut autosave = take(&folder);
        for _ in 0..20 {
            autosave.write(Experiment::default().into());
            autosave.finish(None);
            assert!(!autosave.has_work());
            autosave.clear();
            autosave.finish(Some(Experiment::default().into()));
            assert!(autosave.has_work());
        }
    }

    #[test]
    fn a_17th_window_has_no_autosave_file() {
        let folder = tempfile::tempdir().unwrap();
        let all: Vec<AutosaveFile> = (0..N_PLACES).map(|_| take(&folder)).collect();
        let refused = AutosaveFile::take(folder.path(), true, || ()).expect_err("all are taken");
        assert_eq!(refused.kind(), io::ErrorKind::ResourceBusy);
        drop(all);
        assert!(AutosaveFile::take(folder.path(), true, || ()).is_ok());
    }

    #[test]
    fn a_broken_autosave_is_kept_under_another_name() {
        let folder = tempfile::tempdir().unwrap();
        let mut autosave = take(&folder);
        fs::write(autosave.path(), "nonsense").unwrap();
        let kept = autosave.set_broken_aside();
        assert!(!autosave.has_work());
        assert_eq!(kept, folder.path().join("unsaved-1.broken.toml"));
        let kept = fs::read_to_string(kept);
        assert_eq!(kept.unwrap(), "nonsense");
    }
}
