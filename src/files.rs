//! Files by their paths: a user's data read and written, whole or not at all.
//!
//! What the bytes mean is decided in [`crate::data`] and [`crate::experiment::file`]; nothing is
//! printed or shown here.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::data::{OwnData, ReadError, csv, npz};
use crate::experiment::Experiment;
use crate::experiment::file::{self, ExperimentFile, ExperimentFileError};
use crate::export::{FigureError, run_npz, torch_script};

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
    #[error("{}: the file has more than the {} MB that it may have", .path.display(), MAX_FILE_BYTES >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size, or as much of it as was read.
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
    match ending(path, &["csv", "npz"])? {
        "csv" => write(path, csv::write(data).as_bytes()),
        _ => write(path, &npz::write(data)),
    }
}

/// Reads an experiment file.
///
/// # Errors
/// If the file cannot be read, or is none that this version knows.
pub fn read_experiment(path: &Path) -> Result<ExperimentFile, FileError> {
    file::read_bytes(&read(path)?).map_err(|reason| FileError::Experiment {
        path: path.to_owned(),
        reason: Box::new(reason),
    })
}

/// Writes an experiment file.
///
/// # Errors
/// If its name does not end with .toml, by which it is known again, or the system says no; then an
/// older one is still there.
pub fn write_experiment(path: &Path, file: &ExperimentFile) -> Result<(), FileError> {
    ending(path, &["toml"])?;
    write(path, file::write(file).as_bytes())
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
    let file = File::open(path).map_err(system)?;
    // A pipe or a device does not say how much there is.
    let bytes = file.metadata().map_err(system)?.len();
    let read = if bytes > MAX_FILE_BYTES {
        None
    } else {
        read_at_most(MAX_FILE_BYTES, bytes, file).map_err(system)?
    };
    read.ok_or_else(|| FileError::TooLarge {
        path: path.to_owned(),
        bytes: bytes.max(MAX_FILE_BYTES + 1),
    })
}

/// All that there is, unless it is more than `most`; `expected` bytes are likely.
fn read_at_most(most: u64, expected: u64, from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(expected as usize);
    from.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
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

/// Writes a PyTorch script that repeats the experiment's run and, where the script needs it, an
/// archive of its data and first weights beside it.
///
/// # Errors
/// If the system says no.
pub fn write_script(path: &Path, experiment: &Experiment) -> Result<(), FileError> {
    let archive = script_archive(path, experiment);
    if let Some(archive) = &archive {
        write_with(archive, |file| run_npz::write_start(file, experiment))?;
    }
    let name = archive.unwrap_or_default();
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    write(path, torch_script::script(experiment, &name).as_bytes())
}

/// The archive that [`write_script`] writes too, if the script needs one.
pub fn script_archive(script: &Path, experiment: &Experiment) -> Option<PathBuf> {
    torch_script::needs_archive(experiment).then(|| script.with_extension("npz"))
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

/// How a file's name ends, of the ways it may.
///
/// # Errors
/// If it ends otherwise.
pub fn ending(path: &Path, endings: &'static [&'static str]) -> Result<&'static str, FileError> {
    let found = endings.iter().find(|ending| has_ending(path, ending));
    found.copied().ok_or_else(|| FileError::Ending {
        path: path.to_owned(),
        endings,
    })
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
    fn what_has_no_end_is_not_read_to_it() {
        let read = read_at_most(1000, 0, io::repeat(b'a')).expect("it can be read");
        assert_eq!(read, None);
        let all = read_at_most(3, 3, &b"abc"[..]).expect("it can be read");
        assert_eq!(all.as_deref(), Some(&b"abc"[..]));
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
        assert_eq!(read(&path).unwrap(), TABLE);
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
