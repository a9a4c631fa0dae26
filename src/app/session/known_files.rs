//! What is known to stand in experiment files, and what is being written to them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::content::{Content, OpenedFile};
use super::last_known::LastKnown;

/// The experiment files that this program has read, written or is writing.
#[derive(Debug, Default)]
pub(crate) struct KnownFiles {
    contents: BTreeMap<PathBuf, KnownContent>,
    /// Files that are being written, in their order.
    writes: Vec<Write>,
}

/// An experiment file that is being written.
#[derive(Debug)]
pub(crate) struct Write {
    pub(crate) number: u64,
    pub(crate) path: PathBuf,
    pub(crate) content: Content,
    /// Fingerprint of what the file is expected to hold until then.
    pub(crate) last_known: LastKnown,
    /// When it is written, it is the present work's file: nothing else was saved or opened since.
    pub(crate) becomes_current: bool,
}

/// The known content of a file.
#[derive(Debug)]
struct KnownContent {
    /// `None` if another program has changed the file since.
    content: Option<Content>,
    last_known: LastKnown,
    /// The newest task at that time: content read by an older task is out of date.
    as_of: u64,
}

impl KnownFiles {
    /// The content of a file, if it is known.
    pub(crate) fn content(&self, path: &Path) -> Option<&Content> {
        self.contents.get(path)?.content.as_ref()
    }

    /// The fingerprint of what a file holds once everything under way is written.
    pub(crate) fn last_known(&self, path: &Path) -> LastKnown {
        let mut writes = self.writes.iter().rev();
        let being_written = writes.find(|write| write.path == path);
        let being_written = being_written.map(|write| &write.last_known);
        let known = self.contents.get(path).map(|known| &known.last_known);
        // A save that expects nothing does not count for a file that was opened meanwhile: what was
        // read is expected there.
        let being_written = being_written.filter(|it| known.is_none() || it.get().is_some());
        being_written.or(known).cloned().unwrap_or_default()
    }

    /// A file was read and is shown.
    pub(crate) fn know_opened(&mut self, opened: &OpenedFile) {
        let known = self.contents.get(&opened.path);
        // What was read may have been overwritten since.
        if known.is_none_or(|known| known.as_of < opened.number) {
            let known = KnownContent {
                content: Some(Content::from(opened.file.as_ref())),
                last_known: LastKnown::new(opened.fingerprint),
                as_of: opened.number,
            };
            self.contents.insert(opened.path.clone(), known);
        }
    }

    /// The newest write to the present work's file, `path` or the one that it gets.
    pub(crate) fn being_saved(&self, path: Option<&Path>) -> Option<&Write> {
        let mut writes = self.writes.iter().rev();
        writes.find(|write| write.is_to(path))
    }

    /// No write makes its file the current one any more.
    pub(crate) fn release_current(&mut self) {
        for write in &mut self.writes {
            write.becomes_current = false;
        }
    }

    /// A file is being written.
    pub(crate) fn begin_write(&mut self, write: Write) {
        self.writes.push(write);
    }

    /// A file was written, `newest` being the newest task; answers its path if it becomes the
    /// current one. Numbers of exports are passed over.
    pub(crate) fn end_write(&mut self, number: u64, newest: u64) -> Option<PathBuf> {
        let write = self.drop_write(number)?;
        let current = write.becomes_current.then(|| write.path.clone());
        let known = KnownContent {
            content: Some(write.content),
            last_known: write.last_known,
            as_of: newest,
        };
        self.contents.insert(write.path, known);
        current
    }

    /// A file was not written; answers what was to be written.
    pub(crate) fn drop_write(&mut self, number: u64) -> Option<Write> {
        let mut writes = self.writes.iter();
        let place = writes.position(|write| write.number == number)?;
        Some(self.writes.remove(place))
    }

    /// Another program has changed a file.
    pub(crate) fn forget_content(&mut self, path: &Path) {
        if let Some(known) = self.contents.get_mut(path) {
            known.content = None;
        }
    }
}

impl Write {
    /// Whether it writes the present work's file, `path` or the one that it gets.
    pub(crate) fn is_to(&self, path: Option<&Path>) -> bool {
        self.becomes_current || path == Some(self.path.as_path())
    }
}
