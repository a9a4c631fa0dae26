//! When unsaved work is copied to the autosave file, and when the copy is removed.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::autosave_file::AutosaveStore;
use super::content::Content;
use crate::app::command::notice::Trouble;
use crate::experiment::ViewState;
use crate::experiment::file::ExperimentFile;

/// Unsaved work is copied when it has not been saved for so long after it changed.
const DELAY: Duration = Duration::from_secs(1);

/// Unsaved work is copied once more so long after only its view changed.
const VIEW_DELAY: Duration = Duration::from_secs(10);

/// The copy of unsaved work.
pub(crate) struct Autosave {
    store: Box<dyn AutosaveStore>,
    /// The work that the file holds, and how it was looked at.
    copied: Option<(Content, ViewState)>,
    /// Since when the present work, or its view, differs from `copied`.
    changed_at: Option<Instant>,
    /// The last copy or removal failed.
    has_failed: bool,
}

impl Autosave {
    /// Copies go to `store`.
    pub(crate) fn new(store: Box<dyn AutosaveStore>) -> Self {
        Self {
            store,
            copied: None,
            changed_at: None,
            has_failed: false,
        }
    }

    /// The path of the autosave file.
    pub(crate) fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether a crashed instance has left work in the file.
    pub(crate) fn has_work(&self) -> bool {
        self.store.has_work()
    }

    /// Later copies are marked as unsaved changes to `file`.
    pub(crate) fn belongs_to(&mut self, file: Option<&Path>) {
        self.store.belongs_to(file);
    }

    /// Why the last copy failed; of several failures in a row, the first is told. What failed is
    /// copied again.
    pub(crate) fn poll_error(&mut self) -> Option<Trouble> {
        let result = self.store.poll()?;
        let has_failed_before = std::mem::replace(&mut self.has_failed, result.is_err());
        let trouble = result.err()?;
        self.copied = None;
        (!has_failed_before).then_some(trouble)
    }

    /// Nothing is unsaved: removes the copy.
    pub(crate) fn nothing_unsaved(&mut self) {
        self.changed_at = None;
        if self.copied.take().is_some() {
            self.store.clear();
        }
    }

    /// Whether unsaved work is to be copied at `now`, or after how long it will be; `is_present`
    /// and `is_seen` compare with the present work and its view.
    pub(crate) fn due(
        &mut self,
        now: Instant,
        is_present: impl Fn(&Content) -> bool,
        is_seen: impl Fn(&ViewState) -> bool,
    ) -> Option<Duration> {
        let delay = match &self.copied {
            Some((content, view)) if is_present(content) => {
                if is_seen(view) {
                    self.changed_at = None;
                    return None;
                }
                VIEW_DELAY
            }
            _ => DELAY,
        };
        let since = *self.changed_at.get_or_insert(now);
        Some(delay.saturating_sub(now.saturating_duration_since(since)))
    }

    /// Copies this.
    pub(crate) fn copy(&mut self, file: ExperimentFile) {
        self.changed_at = None;
        self.copied = Some((Content::from(&file), file.view.clone()));
        self.store.write(file);
    }

    /// The recovered work is open: the file holds this.
    pub(crate) fn recovered(&mut self, file: &ExperimentFile) {
        self.copied = Some((Content::from(file), file.view.clone()));
    }

    /// Removes the copy.
    pub(crate) fn discard(&mut self) {
        self.copied = None;
        self.changed_at = None;
        self.store.clear();
    }

    /// Whether unsaved work that another instance left when it crashed is in another file.
    pub(crate) fn leaves_work(&self) -> bool {
        self.store.leaves_work()
    }

    /// Takes such work for this instance alone; answers its path, or `None` if there is none any
    /// more.
    pub(crate) fn hold_left(&mut self) -> Option<PathBuf> {
        self.store.hold_left()
    }

    /// The file of such work that was taken.
    pub(crate) fn held(&self) -> Option<&Path> {
        self.store.held()
    }

    /// Leaves the work that was taken to others again.
    pub(crate) fn release_left(&mut self) {
        self.store.release_left();
    }

    /// Discards the work that was taken.
    pub(crate) fn discard_left(&mut self) {
        self.store.discard_left();
    }

    /// The work that was taken is open: this instance's file holds it.
    pub(crate) fn adopt_left(&mut self, file: &ExperimentFile) {
        self.changed_at = None;
        self.store.adopt_left();
        self.recovered(file);
    }

    /// The recovered work cannot be read: keeps the file under another name, which is answered.
    pub(crate) fn set_broken_aside(&mut self) -> PathBuf {
        self.store.set_broken_aside()
    }

    /// The program ends: leaves this for the next start, or nothing, and waits for the disk.
    pub(crate) fn finish(&mut self, file: Option<ExperimentFile>) {
        self.store.finish(file);
    }
}
