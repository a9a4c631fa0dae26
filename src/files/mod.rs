//! Files by their paths: a user's data read and written.
//!
//! [`atomic`] writes whole files or none, through links and with the old file's mode; [`script`]
//! writes a PyTorch script and its archive, both or neither.
//!
//! The meaning of the bytes is decided in [`crate::data`] and [`crate::experiment::file`]; nothing
//! is printed or shown here.

pub mod atomic;
mod error;
mod fingerprint;
pub mod script;
mod system_reason;
mod target;
mod temporary;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use crate::data::read::{Choices, Reading};
use crate::data::{self, OwnData, csv, npz};
use crate::experiment::file::{self, BesideError, ExperimentFile};

pub use atomic::{check_writable, create, open_to_append, write, write_with};
pub use error::{FileError, MAX_FILE_BYTES, MAX_PIPE_BYTES, NotAFile};
pub use fingerprint::Fingerprint;
pub use script::{script_archive, write_script};
pub use system_reason::SystemReason;
pub use target::make_folder;

/// Reads a user's data by the choices about it: an .npz archive where its first bytes or its name
/// say so, else a table.
///
/// # Errors
/// If the file cannot be read, or holds nothing that can be trained on, or is in doubt.
pub fn read_data(path: &Path, choices: &Choices) -> Result<Reading, FileError> {
    let bytes = read(path)?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    data::read::read(&name.to_string_lossy(), &bytes, choices).map_err(|reason| FileError::Data {
        path: path.to_owned(),
        reason,
    })
}

/// How standard input is called where a file's name would stand.
pub const STANDARD_INPUT: &str = "standard input";

/// Reads like [`read_data`], from standard input, which may hold as much as a pipe.
///
/// # Errors
/// The errors of [`read_data`].
pub fn read_data_from_stdin(choices: &Choices) -> Result<Reading, FileError> {
    let path = || PathBuf::from(STANDARD_INPUT);
    let read = read_at_most(MAX_PIPE_BYTES, 0, io::stdin().lock());
    let read = read.map_err(|reason| FileError::System {
        path: path(),
        reason,
    })?;
    let bytes = read.ok_or_else(|| FileError::TooLarge {
        path: path(),
        bytes: MAX_PIPE_BYTES + 1,
        most: MAX_PIPE_BYTES,
    })?;
    data::read::read(STANDARD_INPUT, &bytes, choices).map_err(|reason| FileError::Data {
        path: path(),
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
    read_experiment_marked(path).map(|(file, _)| file)
}

/// Reads an experiment file, and answers the fingerprint of its content, too.
///
/// # Errors
/// The errors of [`read_experiment`].
pub fn read_experiment_marked(path: &Path) -> Result<(ExperimentFile, Fingerprint), FileError> {
    let bytes = read(path)?;
    let mut open = |name: &str| beside(path, name);
    let file = file::read_beside(&bytes, &mut open).map_err(|reason| FileError::Experiment {
        path: path.to_owned(),
        reason: Box::new(reason),
    })?;
    Ok((file, Fingerprint::of(&bytes)))
}

/// The bytes of the data file that an experiment file names, from its own folder and not above it:
/// a stranger's experiment must not read what it was not sent with.
fn beside(experiment: &Path, name: &str) -> Result<Vec<u8>, BesideError> {
    let stays = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(name).components().all(stays) {
        return Err(BesideError::Outside);
    }
    let folder = experiment.parent().unwrap_or(Path::new(""));
    let path = folder.join(name);
    // A pipe or a device could keep the reader waiting without end.
    if path.exists() && !path.is_file() {
        return Err(BesideError::NotAFile);
    }
    // A link may lead out of the folder, too.
    if let (Ok(folder), Ok(file)) = (folder.join(".").canonicalize(), path.canonicalize())
        && !file.starts_with(folder)
    {
        return Err(BesideError::Outside);
    }
    read(&path).map_err(|error| match error {
        FileError::TooLarge { most, .. } => BesideError::TooLarge {
            max_megabytes: (most >> 20) as usize,
        },
        FileError::System { reason, .. } if reason.kind() == io::ErrorKind::NotFound => {
            BesideError::Missing
        }
        FileError::System { reason, .. } => BesideError::System(system_reason::said(&reason)),
        other => BesideError::System(other.to_string()),
    })
}

/// Writes an experiment file and answers its fingerprint. A file that is there is replaced if it
/// has the fingerprint `expected`, or whatever it holds if none is expected.
///
/// # Errors
/// If its name does not end with .toml, by which it is known again, the file that is there holds
/// something unexpected, or the system says no; then an older one is still there.
pub fn write_experiment(
    path: &Path,
    file: &ExperimentFile,
    expected: Option<Fingerprint>,
) -> Result<Fingerprint, FileError> {
    ending(path, &["toml"])?;
    // What is no file cannot be replaced, which writing says.
    if let Some(expected) = expected.filter(|_| path.is_file()) {
        let found = Fingerprint::of(&read(path)?);
        if found != expected {
            let path = path.to_owned();
            return Err(FileError::Changed { path, found });
        }
    }
    let text = file::write(file);
    write(path, text.as_bytes())?;
    Ok(Fingerprint::of(text.as_bytes()))
}

/// Reads a whole file, or all that a pipe gives.
///
/// # Errors
/// If the system says no, there is too much of it or no memory for it, and for what is no file: a
/// folder, a device, a socket.
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let system = |reason| FileError::System {
        path: path.to_owned(),
        reason,
    };
    // Looked at before it is opened: opening a device may do something.
    let kind = NotAFile::of(&fs::metadata(path).map_err(system)?);
    if let Some(kind) = kind {
        let path = path.to_owned();
        return Err(FileError::NotAFile { path, kind });
    }
    let file = File::open(path).map_err(system)?;
    // A pipe does not say how much there is.
    let about = file.metadata().map_err(system)?;
    let (bytes, most) = if about.is_file() {
        (about.len(), MAX_FILE_BYTES)
    } else {
        (0, MAX_PIPE_BYTES)
    };
    let read = if bytes > most {
        None
    } else {
        read_at_most(most, bytes, file).map_err(system)?
    };
    read.ok_or_else(|| FileError::TooLarge {
        path: path.to_owned(),
        bytes: bytes.max(most + 1),
        most,
    })
}

/// Time since a file was written; `None` where the system does not say.
pub fn age(path: &Path) -> Option<Duration> {
    let written = fs::metadata(path).and_then(|about| about.modified()).ok()?;
    written.elapsed().ok()
}

/// All that there is, unless it is more than `most`; `expected` bytes are likely.
fn read_at_most(most: u64, expected: u64, from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    // A reserve that cannot fail would end the program where it fails. What is not known before is
    // asked for as it is read.
    let out_of_memory = |_| io::Error::from(io::ErrorKind::OutOfMemory);
    bytes
        .try_reserve_exact(expected.min(most) as usize)
        .map_err(out_of_memory)?;
    from.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;

    const TABLE: &[u8] = b"item,swims,flies\nTuna,yes,no\nRobin,no,yes\n";

    fn table() -> OwnData {
        let reading = data::read::read("a.csv", TABLE, &Choices::default());
        reading.expect("a table").data
    }

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder can be made")
    }

    #[test]
    fn data_of_every_kind_of_file_are_read_back() {
        let folder = folder();
        let data = table();
        for name in ["animals.csv", "animals.npz", "ANIMALS.NPZ"] {
            let path = folder.path().join(name);
            write_data(&path, &data).unwrap();
            assert_eq!(
                read_data(&path, &Choices::default()).unwrap().data,
                data,
                "{name}"
            );
        }
    }

    #[test]
    fn an_archive_is_known_by_its_first_bytes() {
        let folder = folder();
        let path = folder.path().join("animals");
        let data = table();
        write(&path, &npz::write(&data)).unwrap();
        assert_eq!(read_data(&path, &Choices::default()).unwrap().data, data);
    }

    #[test]
    fn errors_name_the_file_and_the_place() {
        let folder = folder();
        let path = folder.path().join("animals.csv");
        let missing = read_data(&path, &Choices::default())
            .unwrap_err()
            .to_string();
        assert!(missing.contains("animals.csv: no such file"), "{missing}");
        write(&path, b"item,swims\nTuna,maybe\nRobin,no\n").unwrap();
        let wrong = read_data(&path, &Choices::default())
            .unwrap_err()
            .to_string();
        assert!(
            wrong.contains("animals.csv: row 2, column 2 (\"swims\") holds"),
            "{wrong}"
        );
        let ending = write_data(&folder.path().join("a.xlsx"), &table());
        let ending = ending.unwrap_err().to_string();
        assert!(ending.contains(".csv or .npz"), "{ending}");
    }

    #[test]
    fn an_experiment_is_written_over_what_is_expected_only() {
        let folder = folder();
        let path = folder.path().join("mine.toml");
        let file = |lr| {
            ExperimentFile::from(Experiment {
                lr,
                ..Experiment::default()
            })
        };
        let first = write_experiment(&path, &file(60.0), None).unwrap();
        assert_eq!(read_experiment_marked(&path).unwrap().1, first);
        let second = write_experiment(&path, &file(70.0), Some(first)).unwrap();
        write(&path, b"another program's").unwrap();
        let refused = write_experiment(&path, &file(80.0), Some(second)).unwrap_err();
        let FileError::Changed { found, .. } = refused else {
            panic!("{refused}");
        };
        assert_eq!(read(&path).unwrap(), b"another program's");
        write_experiment(&path, &file(80.0), Some(found)).unwrap();
        // Nothing of anybody's is lost where the file is gone.
        fs::remove_file(&path).unwrap();
        write_experiment(&path, &file(90.0), Some(first)).unwrap();
        assert_eq!(read_experiment(&path).unwrap().experiment.lr, 90.0);
    }

    #[test]
    fn a_folder_given_as_a_file_is_named_as_one() {
        let folder = folder();
        let refused = read(folder.path()).unwrap_err().to_string();
        assert!(
            refused.ends_with(": this is a folder; give a file in it"),
            "{refused}"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_and_a_socket_are_refused_unread() {
        let folder = folder();
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        for (path, kind) in [
            (Path::new("/dev/zero"), "a device"),
            (Path::new("/dev/null"), "a device"),
            (&socket, "a socket"),
        ] {
            let refused = read(path).unwrap_err().to_string();
            assert!(
                refused.contains(&format!("this is {kind} and no file")),
                "{refused}"
            );
        }
    }

    #[test]
    fn memory_that_there_is_not_is_an_error() {
        let most = u64::MAX >> 1;
        let refused = read_at_most(most, most, &b"abc"[..]).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::OutOfMemory);
    }

    #[test]
    fn an_endless_file_is_read_up_to_the_limit_only() {
        let read = read_at_most(1000, 0, io::repeat(b'a')).expect("it can be read");
        assert_eq!(read, None);
        let all = read_at_most(3, 3, &b"abc"[..]).expect("it can be read");
        assert_eq!(all.as_deref(), Some(&b"abc"[..]));
    }
}
