//! The file that is to be replaced: found through symbolic links, with the mode and the owner that
//! its replacement must have.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// So many links lead from one to the next at most; Linux follows as many.
const MOST_LINKS: usize = 40;

/// A file that is to be replaced or made.
#[derive(Debug)]
pub(super) struct Target {
    /// Where the file itself is: behind all links.
    path: PathBuf,
    /// Metadata of the existing file; `None` for a new one.
    old: Option<Metadata>,
}

impl Target {
    /// The file that a user's `path` means, through links, whether it is there or not. No folder is
    /// made: one that is missing is more likely mistyped than wanted.
    ///
    /// # Errors
    /// If the system says no, if links lead round in a circle, and for what cannot be replaced by
    /// a file: a folder, a pipe, a device, and a file that may not be written to.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let path = behind_links(path)?;
        let old = match fs::symlink_metadata(&path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match &old {
            Some(old) if old.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Some(old) if !old.is_file() => {
                let reason = "not a file that can be replaced";
                return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
            }
            // Renaming asks the folder alone, so a write-protected file would be replaced too.
            Some(_) => drop(OpenOptions::new().append(true).open(&path)?),
            None => {}
        }
        Ok(Self { path, old })
    }

    /// Where the file itself is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder in which the file itself is.
    pub(super) fn folder(&self) -> &Path {
        folder_of(&self.path)
    }

    /// Whether a file is there already.
    pub(super) fn is_there(&self) -> bool {
        self.old.is_some()
    }

    /// Makes an empty file with this file's mode, or that of any new file. Until it has its owner
    /// too, nobody else may open it if others may not open this one.
    pub(super) fn create_like(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        if let Some(old) = &self.old {
            use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
            options.mode(old.mode() & 0o600);
        }
        options.open(path)
    }

    /// Gives a file this file's mode, whatever the user's mask, and its owner and group as far as
    /// the system lets us.
    pub(super) fn make_alike(&self, file: &File) -> io::Result<()> {
        let Some(old) = &self.old else {
            return Ok(());
        };
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, fchown};
            let new = file.metadata()?;
            if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
                // Only the superuser gives a file away; a group of one's own can be given.
                fchown(file, Some(old.uid()), Some(old.gid()))
                    .or_else(|_| fchown(file, None, Some(old.gid())))
                    .ok();
            }
        }
        // Last: a change of owner takes bits away.
        file.set_permissions(old.permissions())
    }
}

/// Makes the folder of a file of the program's own, such as its settings, where it is missing.
///
/// # Errors
/// If the system says no.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(folder_of(path))
}

/// The path at the end of the links that begin at `path`.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !path.is_symlink() {
            return Ok(path);
        }
        // A relative link begins at its own folder; joining an absolute one replaces all.
        path = folder_of(&path).join(fs::read_link(&path)?);
    }
    // The system's own words for links that lead round in a circle.
    fs::metadata(&path)?;
    Err(io::Error::other("too many symbolic links"))
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
