//! Work saved aside while it is in no file, so that it survives a crash.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::experiment::file::ExperimentFile;
use crate::files::{self, FileError};
use crate::worker::job::Job;

/// As many programs at once have a place of their own in a folder.
const N_PLACES: usize = 16;

/// The end of the program waits no longer than this for a disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// A file for what is not saved, this program's alone while it runs.
#[derive(Debug)]
pub(crate) struct Aside {
    path: PathBuf,
    /// Held while the program runs; the system lets it go however the program ends.
    _lock: File,
    job: Job<Result<(), FileError>>,
}

impl Aside {
    /// Takes a place in `folder`: one where a program that is gone has left its work, if there is
    /// one, else a free one. `wake` is called when something was written.
    ///
    /// # Errors
    /// If the folder cannot be written to, or all places are taken.
    pub(crate) fn take(folder: &Path, wake: impl Fn() + Send + Sync + 'static) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut free = None;
        for place in 1..=N_PLACES {
            let path = folder.join(format!("unsaved-{place}.toml"));
            let is_left = path.exists();
            if !is_left && free.is_some() {
                continue;
            }
            let mut options = File::options();
            let lock = options.create(true).truncate(false).write(true);
            let lock = lock.open(path.with_extension("lock"))?;
            match lock.try_lock() {
                Ok(()) => {
                    free = Some((path, lock));
                    if is_left {
                        break;
                    }
                }
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        let (path, lock) = free.ok_or(io::ErrorKind::ResourceBusy)?;
        Ok(Self {
            path,
            _lock: lock,
            job: Job::new("aside", wake),
        })
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is something in it.
    pub(crate) fn is_there(&self) -> bool {
        self.path.exists()
    }

    /// Writes this, in the background.
    pub(crate) fn keep(&mut self, file: ExperimentFile) {
        let path = self.path.clone();
        self.job
            .start(move |_| files::write_experiment(&path, &file));
    }

    /// What came of writing, once.
    pub(crate) fn poll(&mut self) -> Option<Result<(), String>> {
        let result = self.job.poll()?;
        Some(match result {
            Ok(written) => written.map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        })
    }

    /// Nothing is unsaved: what is there goes, in the background, behind what is being written.
    pub(crate) fn clear(&mut self) {
        let path = self.path.clone();
        self.job.start(move |_| match fs::remove_file(&path) {
            Err(reason) if reason.kind() != io::ErrorKind::NotFound => {
                Err(FileError::System { path, reason })
            }
            _ => Ok(()),
        });
    }

    /// The same, waiting until it is done.
    pub(crate) fn end(&mut self) {
        self.clear();
        let start = Instant::now();
        while self.job.is_busy() && start.elapsed() < PATIENCE {
            self.job.poll();
            thread::sleep(Duration::from_millis(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;

    fn take(folder: &tempfile::TempDir) -> Aside {
        Aside::take(folder.path(), || ()).expect("there is a place")
    }

    fn keep(aside: &mut Aside) {
        aside.keep(Experiment::default().into());
        while aside.poll().transpose().expect("it is written").is_none() {
            thread::yield_now();
        }
    }

    #[test]
    fn what_is_left_is_found_by_the_next_and_by_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, mut two) = (take(&folder), take(&folder));
        assert_ne!(one.path(), two.path());
        keep(&mut one);
        keep(&mut two);
        let left = two.path().to_owned();
        drop(two);
        // The first is running: what it keeps is not left.
        let mut next = take(&folder);
        assert_eq!(next.path(), left);
        assert!(next.is_there());
        next.end();
        assert!(!next.is_there() && one.is_there());
        let after = take(&folder);
        assert!(!after.is_there());
    }

    #[test]
    fn nothing_comes_after_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let mut aside = take(&folder);
        for _ in 0..20 {
            aside.keep(Experiment::default().into());
            aside.end();
            assert!(!aside.is_there());
        }
        thread::sleep(Duration::from_millis(20));
        assert!(!aside.is_there());
    }
}
