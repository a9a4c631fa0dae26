//! Files by their paths: a user's data read and written, whole or not at all.
//!
//! What the bytes mean is decided in [`crate::data`] and [`crate::experiment_file`]; nothing is
//! printed or shown here.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::data::{OwnData, ReadError, csv, npz};
use crate::experiment_file::{self, ExperimentFile, ExperimentFileError};
use crate::export::FigureError;

/// The largest file that is read, in bytes: a million features of 128 items as numpy keeps them,
/// with weights.
pub const MAX_FILE_BYTES: u64 = 4 << 30;

/// What every zip archive, and so every .npz, begins with.
const ZIP: &[u8] = b"PK";

/// Why a file cannot be read or written.
#[derive(Debug, Error)]
pub enum FileError {
    /// The system says no.
    #[error("{}: {}", .path.display(), lowercase_first(.reason))]
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// It is larger than anything that can be trained on.
    #[error("{}: the file has {} MB and may have {} MB", .path.display(), .bytes >> 20, MAX_FILE_BYTES >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// What it holds is not data that can be trained on.
    #[error("{}: {reason}", .path.display())]
    Data {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: ReadError,
    },
    /// What it holds is no experiment.
    #[error("{}: {reason}", .path.display())]
    Experiment {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: Box<ExperimentFileError>,
    },
    /// It cannot be drawn.
    #[error("{}: {reason}", .path.display())]
    Figure {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: FigureError,
    },
    /// Its name does not say what it is to hold.
    #[error("{}: the name must end with {}", .path.display(), or(.endings))]
    Ending {
        /// The file.
        path: PathBuf,
        /// How it may end.
        endings: &'static [&'static str],
    },
}

/// Reads a user's data: an .npz archive where its name or its first bytes say so, else a table.
///
/// # Errors
/// If the file cannot be read, or holds nothing that can be trained on.
pub fn read_data(path: &Path) -> Result<OwnData, FileError> {
    let bytes = read(path)?;
    let own = if has_ending(path, "npz") || bytes.starts_with(ZIP) {
        npz::read(&bytes)
    } else {
        csv::read(&bytes)
    };
    own.map_err(|reason| FileError::Data {
        path: path.to_owned(),
        reason,
    })
}

/// Writes data as its name ends: .csv (without the weights) or .npz.
///
/// # Errors
/// If the name ends otherwise, or the file cannot be written; then an older one is still there.
pub fn write_data(path: &Path, data: &OwnData) -> Result<(), FileError> {
    if has_ending(path, "csv") {
        write(path, csv::write(data).as_bytes())
    } else if has_ending(path, "npz") {
        write(path, &npz::write(data))
    } else {
        Err(FileError::Ending {
            path: path.to_owned(),
            endings: &["csv", "npz"],
        })
    }
}

/// Reads an experiment file.
///
/// # Errors
/// If the file cannot be read, or is none that this version knows.
pub fn read_experiment(path: &Path) -> Result<ExperimentFile, FileError> {
    experiment_file::read_bytes(&read(path)?).map_err(|reason| FileError::Experiment {
        path: path.to_owned(),
        reason: Box::new(reason),
    })
}

/// Writes an experiment file.
///
/// # Errors
/// If the system says no; then an older one is still there.
pub fn write_experiment(path: &Path, file: &ExperimentFile) -> Result<(), FileError> {
    write(path, experiment_file::write(file).as_bytes())
}

/// Reads a whole file.
///
/// # Errors
/// If the system says no, or the file is too large.
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let system = |reason| FileError::System {
        path: path.to_owned(),
        reason,
    };
    let bytes = fs::metadata(path).map_err(system)?.len();
    if bytes > MAX_FILE_BYTES {
        let path = path.to_owned();
        return Err(FileError::TooLarge { path, bytes });
    }
    fs::read(path).map_err(system)
}

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
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let aside = aside(folder)?;
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

/// A new file that whoever may read the folder's others may read too.
fn aside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions); // less what the user's mask takes away
    builder.tempfile_in(folder)
}

/// Whether a file's name ends so, in any case.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// `.csv or .npz`.
pub fn or(endings: &[&str]) -> String {
    let dotted: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    dotted.join(" or ")
}

/// A system's sentence, to stand behind a colon.
fn lowercase_first(reason: &io::Error) -> String {
    let text = reason.to_string();
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[u8] = b"item,swims,flies\nTuna,yes,no\nRobin,no,yes\n";

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder can be made")
    }

    #[test]
    fn what_is_written_is_read_whatever_its_kind() {
        let folder = folder();
        let data = csv::read(TABLE).unwrap();
        for name in ["deeper/animals.csv", "animals.npz", "ANIMALS.NPZ"] {
            let path = folder.path().join(name);
            write_data(&path, &data).unwrap();
            assert_eq!(read_data(&path).unwrap(), data, "{name}");
        }
    }

    #[test]
    fn an_archive_is_known_by_its_first_bytes() {
        let folder = folder();
        let path = folder.path().join("animals");
        let data = csv::read(TABLE).unwrap();
        write(&path, &npz::write(&data)).unwrap();
        assert_eq!(read_data(&path).unwrap(), data);
    }

    #[test]
    fn errors_name_the_file_and_the_place() {
        let folder = folder();
        let path = folder.path().join("animals.csv");
        let missing = read_data(&path).unwrap_err().to_string();
        assert!(missing.contains("animals.csv: no such file"), "{missing}");
        write(&path, b"item,swims\nTuna,maybe\nRobin,no\n").unwrap();
        let wrong = read_data(&path).unwrap_err().to_string();
        assert!(
            wrong.contains("animals.csv: row 2, column 2 holds"),
            "{wrong}"
        );
        let ending = write_data(&folder.path().join("a.xlsx"), &csv::read(TABLE).unwrap());
        let ending = ending.unwrap_err().to_string();
        assert!(ending.contains(".csv or .npz"), "{ending}");
    }

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let folder = folder();
        let path = folder.path().join("animals.csv");
        write(&path, TABLE).unwrap();
        // A folder cannot be replaced by a file.
        assert!(write(folder.path(), b"new").is_err());
        assert_eq!(read(&path).unwrap(), TABLE);
        let n_files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(n_files, 1, "nothing is left beside it");
    }
}
