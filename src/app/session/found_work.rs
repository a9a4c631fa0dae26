//! Unsaved work of a program that was ended without being closed, as far as it can be told of
//! before it is opened.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::experiment::Experiment;
use crate::experiment::file::{self, ExperimentFile};
use crate::files::{self, Fingerprint};

/// The comment before the name of the file that the work belongs to.
const OF: &str = "# unsaved changes to: ";

/// Unsaved work that was found.
#[derive(Clone, Debug)]
pub(crate) struct FoundWork {
    /// The experiment file that it belongs to; `None` if it was never saved.
    pub(crate) of: Option<PathBuf>,
    /// Time since it was changed; `None` where the system does not say.
    pub(crate) age: Option<Duration>,
    /// The work.
    pub(crate) work: ExperimentFile,
    /// The content of that file; the tutorial's experiment if there is no readable file.
    pub(crate) saved: ExperimentFile,
    /// The fingerprint of that content; `None` if there is no readable file.
    pub(crate) fingerprint: Option<Fingerprint>,
}

/// How far the unsaved work that is asked about is known.
#[derive(Clone, Debug)]
pub(crate) enum FoundState {
    /// Its file is being read, or there is none.
    BeingRead,
    /// Its file has been read.
    Known(Box<FoundWork>),
    /// Its file cannot be read.
    Unreadable,
    /// The program could not look into its file: nothing is known of it.
    Unknown,
}

impl FoundState {
    /// Reads the work in an autosave file, as [`FoundWork::read`].
    pub(super) fn read(path: &Path) -> Self {
        FoundWork::read(path).map_or(Self::Unreadable, |found| Self::Known(Box::new(found)))
    }
}

impl FoundWork {
    /// Reads the work in an autosave file; `None` if it cannot be read. Waits for the disk, and for
    /// that of the file that the work belongs to.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let age = files::age(path);
        let bytes = files::read(path).ok()?;
        let work = file::read(str::from_utf8(&bytes).ok()?).ok()?;
        let of = named_in(&bytes);
        let saved = of.as_ref().map(|of| files::read_experiment_marked(of));
        let (saved, fingerprint) = saved.and_then(Result::ok).unzip();
        Some(Self {
            of,
            age,
            work,
            saved: saved.unwrap_or_else(|| Experiment::default().into()),
            fingerprint,
        })
    }
}

/// The text of an autosave file for the work on the file `of`.
pub(super) fn written(work: &ExperimentFile, of: Option<&Path>) -> String {
    let text = file::write(work);
    // Whole: the next start may be in another folder.
    let of = of.map(|of| std::path::absolute(of).unwrap_or_else(|_| of.to_owned()));
    // A name that is no text, or has a line break in it, cannot stand in a comment.
    match of.as_deref().and_then(Path::to_str) {
        Some(of) if !of.contains(['\n', '\r']) => format!("{OF}{of}\n{text}"),
        _ => text,
    }
}

/// The file that is named in the first line.
fn named_in(bytes: &[u8]) -> Option<PathBuf> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let name = std::str::from_utf8(line).ok()?.strip_prefix(OF)?;
    Some(PathBuf::from(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(lr: f64) -> ExperimentFile {
        Experiment {
            lr,
            ..Experiment::default()
        }
        .into()
    }

    #[test]
    fn found_work_knows_its_file_and_what_is_saved_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let (own, aside) = (
            folder.path().join("mine.toml"),
            folder.path().join("a.toml"),
        );
        std::fs::write(&own, file::write(&work(60.0))).unwrap();
        std::fs::write(&aside, written(&work(70.0), Some(&own))).unwrap();
        let found = FoundWork::read(&aside).unwrap();
        assert_eq!(found.of.as_deref(), Some(own.as_path()));
        assert_eq!(found.work.experiment.lr, 70.0);
        assert_eq!(found.saved.experiment.lr, 60.0);
    }

    #[test]
    fn work_that_was_never_saved_is_compared_with_the_tutorials() {
        let folder = tempfile::tempdir().unwrap();
        let aside = folder.path().join("a.toml");
        std::fs::write(&aside, written(&work(70.0), None)).unwrap();
        let found = FoundWork::read(&aside).unwrap();
        assert_eq!((found.of, found.saved.experiment.lr), (None, 100.0));
        std::fs::write(&aside, "nonsense").unwrap();
        assert!(FoundWork::read(&aside).is_none());
    }
}
