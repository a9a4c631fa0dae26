//! The common reasons for which a system refuses a file, to be said in plain words: its own words
//! are in one language only and end with a number.

use std::io;

/// A common reason of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemReason {
    /// Nothing has that name.
    NotFound,
    /// The user may not read or write there.
    Denied,
    /// There is a folder of that name.
    Folder,
    /// A part of the path before the name is a file.
    NotAFolder,
    /// No room is left.
    DiskFull,
    /// Nothing can be written to that disk.
    ReadOnly,
}

impl SystemReason {
    /// The reason of an error; `None` for one that is not common.
    pub fn of(error: &io::Error) -> Option<Self> {
        Some(match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::NotADirectory => Self::NotAFolder,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => return None,
        })
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::NotFound => "no such file",
            Self::Denied => "permission denied",
            Self::Folder => "this is a folder; give a file in it",
            Self::NotAFolder => "a part of the path before the name is a file and no folder",
            Self::DiskFull => "the disk is full",
            Self::ReadOnly => "nothing can be written to this disk",
        }
    }
}

/// The reason of an error, to stand behind a colon: in our words, or in the system's where we have
/// none.
pub(super) fn said(error: &io::Error) -> String {
    if let Some(reason) = SystemReason::of(error) {
        return reason.sentence().to_owned();
    }
    let text = error.to_string();
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_reasons_are_said_without_the_systems_number() {
        // The numbers of Unix: no such file, permission denied, no space left on the device.
        #[cfg(unix)]
        for (number, words) in [
            (2, "no such file"),
            (13, "permission denied"),
            (28, "the disk is full"),
        ] {
            assert_eq!(said(&io::Error::from_raw_os_error(number)), words);
        }
        let other = io::Error::new(io::ErrorKind::TimedOut, "The disk sleeps");
        assert_eq!(said(&other), "the disk sleeps");
    }
}
