//! Writing a file whole or not at all: beside it first, then under its name.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::error::FileError;

/// Writes a whole file: beside it first, then under its name, so that a failure leaves what was
/// there. Its folder is made where it is missing.
///
/// # Errors
/// If the system says no.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_with(path, |mut file| {
        file.write_all(bytes)?;
        Ok(file)
    })
}

/// As [`write()`], what the file is to hold being written by `content`, which gives the file back.
///
/// # Errors
/// If the system says no.
pub fn write_with(
    path: &Path,
    content: impl FnOnce(BufWriter<File>) -> io::Result<BufWriter<File>>,
) -> Result<(), FileError> {
    let written = || {
        let aside = aside(&made_folder(path)?)?;
        let file = content(BufWriter::new(aside.reopen()?))?;
        file.into_inner()?.sync_all()?;
        aside.persist(path)?;
        Ok(())
    };
    written().map_err(|reason| FileError::System {
        path: path.to_owned(),
        reason,
    })
}

/// Whether a file can be written there, before work that would be lost if it could not. Its folder
/// is made where it is missing.
///
/// # Errors
/// What the system would say.
pub fn check_writable(path: &Path) -> Result<(), FileError> {
    let tried = || {
        aside(&made_folder(path)?)?;
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(())
    };
    tried().map_err(|reason| FileError::System {
        path: path.to_owned(),
        reason,
    })
}

/// An empty file to write into piece by piece. Its folder is made where it is missing.
///
/// # Errors
/// If the system says no.
pub fn create(path: &Path) -> Result<File, FileError> {
    let created = made_folder(path).and_then(|_| File::create(path));
    created.map_err(|reason| FileError::System {
        path: path.to_owned(),
        reason,
    })
}

/// The folder of a file, made where it is missing.
fn made_folder(path: &Path) -> io::Result<PathBuf> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    Ok(folder.to_owned())
}

/// A new file that whoever may read the folder's others may read too.
fn aside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions); // less what the user's mask takes away
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[u8] = b"item,swims,flies\nTuna,yes,no\nRobin,no,yes\n";

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder can be made")
    }

    #[test]
    fn whether_a_file_can_be_written_is_known_before() {
        let folder = folder();
        let path = folder.path().join("deeper/animals.csv");
        check_writable(&path).unwrap();
        let n_files = fs::read_dir(folder.path().join("deeper")).unwrap().count();
        assert_eq!(n_files, 0);
        for path in [folder.path(), &folder.path().join("deeper")] {
            assert!(check_writable(path).is_err());
        }
        write(&path, TABLE).unwrap();
        assert!(check_writable(&path.join("below")).is_err());
        assert_eq!(fs::read(&path).unwrap(), TABLE);
    }

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let folder = folder();
        let path = folder.path().join("animals.csv");
        write(&path, TABLE).unwrap();
        // A folder cannot be replaced by a file.
        assert!(write(folder.path(), b"new").is_err());
        assert_eq!(fs::read(&path).unwrap(), TABLE);
        let n_files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(n_files, 1, "nothing is left beside it");
    }
}
