//! How the files of this session were looked at last. To look at a run is no change that asks to be
//! saved; yet a file that is opened again in the same session looks as it was last seen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::experiment::ViewState;
use crate::experiment::file::ExperimentFile;

/// The views of files by their paths.
#[derive(Debug, Default)]
pub(super) struct SeenViews(BTreeMap<PathBuf, SeenView>);

/// The view of a file.
#[derive(Debug)]
struct SeenView {
    /// The view that the file holds.
    in_file: ViewState,
    /// The view when other work took the file's place; `None` before.
    last: Option<ViewState>,
}

impl SeenViews {
    /// The file holds this view: it was opened, or is being saved.
    pub(super) fn know(&mut self, path: &Path, in_file: ViewState) {
        let last = None;
        self.0.insert(path.to_owned(), SeenView { in_file, last });
    }

    /// Other work takes the file's place, which was looked at in this way.
    pub(super) fn leave(&mut self, path: &Path, last: ViewState) {
        if let Some(seen) = self.0.get_mut(path) {
            seen.last = Some(last);
        }
    }

    /// The view in which a file is shown that was read: the one last seen, unless the file's own
    /// has changed since or has other items.
    pub(super) fn of(&self, path: &Path, file: &ExperimentFile) -> ViewState {
        let n_items = file.experiment.items.len();
        let fits = |last: &&ViewState| last.followed.iter().flatten().all(|item| *item < n_items);
        let seen = self.0.get(path).filter(|seen| seen.in_file == file.view);
        let last = seen.and_then(|seen| seen.last.as_ref()).filter(fits);
        last.unwrap_or(&file.view).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;

    fn view(epoch: usize, followed: Vec<[usize; 2]>) -> ViewState {
        ViewState {
            epoch: Some(epoch),
            followed,
            ..ViewState::default()
        }
    }

    fn file(epoch: usize) -> ExperimentFile {
        ExperimentFile {
            view: view(epoch, Vec::new()),
            ..Experiment::default().into()
        }
    }

    #[test]
    fn a_file_opened_again_looks_as_it_was_last_seen() {
        let (path, mut seen) = (Path::new("a.toml"), SeenViews::default());
        assert_eq!(seen.of(path, &file(1)), file(1).view);
        seen.know(path, file(1).view);
        seen.leave(path, view(42, vec![[0, 7]]));
        assert_eq!(seen.of(path, &file(1)), view(42, vec![[0, 7]]));
        // Somebody has changed the file's own view.
        assert_eq!(seen.of(path, &file(2)), file(2).view);
        // The file has eight items.
        seen.leave(path, view(42, vec![[0, 8]]));
        assert_eq!(seen.of(path, &file(1)), file(1).view);
        // Saved again, the file holds what is seen.
        seen.know(path, file(3).view);
        assert_eq!(seen.of(path, &file(3)), file(3).view);
    }
}
