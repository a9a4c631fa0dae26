//! Writing a file whole or not at all: beside it first, then under its name.
//!
//! A symbolic link stays, and the file that it leads to is replaced; that file's mode stays too,
//! and its owner where the system lets us. What else hangs on the old file itself, such as hard
//! links to it, stays with the old one.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::error::FileError;
use super::target::{Target, folder_of};
use super::temporary;

/// Writes a whole file: beside it first, then under its name, so that a failure leaves what was
/// there. Its folder must be there.
///
/// # Errors
/// If its folder is not there, the system says no, and for what cannot be replaced by a file, such
/// as a folder.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_with(path, |mut file| {
        file.write_all(bytes)?;
        Ok(file)
    })
}

/// Writes like [`write()`]; `content` writes what the file is to hold, and gives the file back.
///
/// # Errors
/// The errors of [`write()`], and if `content` fails.
pub fn write_with(
    path: &Path,
    content: impl FnOnce(BufWriter<File>) -> io::Result<BufWriter<File>>,
) -> Result<(), FileError> {
    Written::beside(path, content)?.put()
}

/// Whether a file can be written there, before work that would be lost if it could not.
///
/// # Errors
/// The errors of [`write()`], except that a full disk is not noticed.
pub fn check_writable(path: &Path) -> Result<(), FileError> {
    let tried = Target::of(path).and_then(|target| temporary::beside(&target));
    tried.map(drop).map_err(system_error(path))
}

/// An empty file, or a pipe, to write into piece by piece.
///
/// # Errors
/// If its folder is not there, or the system says no.
pub fn create(path: &Path) -> Result<File, FileError> {
    File::create(path).map_err(system_error(path))
}

/// A file that is there, to be read and written on behind what it holds; `None` if none is there.
///
/// # Errors
/// If the system says no, and for what is no file.
pub fn open_to_append(path: &Path) -> Result<Option<File>, FileError> {
    let opened = || {
        // A pipe would be waited for.
        if !fs::metadata(path)?.is_file() {
            let reason = "not a file that can be read and written on";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        }
        File::options().read(true).write(true).open(path)
    };
    match opened() {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(system_error(path)(error)),
    }
}

/// A file that is written whole, beside the one that it is to replace. Without
/// [`put`](Self::put) it goes away again.
#[derive(Debug)]
pub(super) struct Written {
    /// The file's path by the user's words.
    path: PathBuf,
    target: Target,
    temporary: TempPath,
    /// Locked until the file is in its place.
    lock: File,
}

impl Written {
    /// Writes what the file at `path` is to hold, as in [`write_with`].
    pub(super) fn beside(
        path: &Path,
        content: impl FnOnce(BufWriter<File>) -> io::Result<BufWriter<File>>,
    ) -> Result<Self, FileError> {
        let written = || {
            let target = Target::of(path)?;
            let (file, temporary) = temporary::beside(&target)?.into_parts();
            let file = content(BufWriter::new(file))?.into_inner()?;
            target.make_alike(&file)?;
            file.sync_all()?;
            Ok(Self {
                path: path.to_owned(),
                target,
                temporary,
                lock: file,
            })
        };
        written().map_err(system_error(path))
    }

    /// Puts it in the place of the old file.
    pub(super) fn put(self) -> Result<(), FileError> {
        let put = self.temporary.persist(self.target.path());
        drop(self.lock);
        put.map_err(|failed| system_error(&self.path)(failed.error))
    }

    /// Puts both in their places, or neither: where the second cannot be put, the old file is put
    /// back in the first one's place. Only a program that is killed, or a machine that stops, in
    /// the moment between two renames leaves the first alone.
    pub(super) fn put_both(first: Self, second: Self) -> Result<(), FileError> {
        let (path, place) = (first.path.clone(), first.target.path().to_owned());
        let old = temporary::kept(&first.target).map_err(system_error(&path))?;
        first.put()?;
        let failed = match second.put() {
            Ok(()) => return Ok(()),
            Err(failed) => failed,
        };
        let put_back = match old {
            Some((old, _lock)) => old.persist(&place).map_err(|failed| failed.error),
            None => fs::remove_file(&place),
        };
        put_back.map_err(system_error(&path))?;
        Err(failed)
    }
}

/// The system's error as one of the user's file, whichever file it was about. A missing folder is
/// named.
fn system_error(path: &Path) -> impl FnOnce(io::Error) -> FileError {
    |reason| {
        let (path, folder) = (path.to_owned(), folder_of(path));
        if reason.kind() == io::ErrorKind::NotFound && !folder.exists() {
            let folder = folder.to_owned();
            return FileError::NoFolder { path, folder };
        }
        FileError::System { path, reason }
    }
}

#[cfg(test)]
mod tests;
