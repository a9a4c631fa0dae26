//! Why a command ends without what it was asked for, in one sentence.

use std::fmt;
use std::process::ExitCode;

use crate::data::ReadError;
use crate::experiment::ExperimentError;
use crate::files::FileError;

/// The reason in a sentence, and whose fault it is.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments do not make sense: exit code 2, as for those the parser refuses.
    Usage(String),
    /// Something outside them went wrong: exit code 1.
    Other(String),
}

impl Failure {
    pub(super) fn usage(sentence: impl fmt::Display) -> Self {
        Self::Usage(sentence.to_string())
    }

    pub(super) fn other(sentence: impl fmt::Display) -> Self {
        Self::Other(sentence.to_string())
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Other(_) => ExitCode::FAILURE,
        }
    }
}

impl From<ExperimentError> for Failure {
    fn from(error: ExperimentError) -> Self {
        Self::usage(error)
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Ending { .. } => Self::usage(error),
            FileError::Data { ref reason, .. } => {
                let ways = ways_out(reason).map_or(String::new(), |ways| format!("; {ways}"));
                Self::other(format_args!("{error}{ways}"))
            }
            _ => Self::other(error),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) | Self::Other(sentence) => f.write_str(sentence),
        }
    }
}

/// Options that help where a file's data are refused, and the refusal itself names none.
fn ways_out(reason: &ReadError) -> Option<&'static str> {
    match reason {
        ReadError::TooLarge { .. } => {
            Some("--zscore brings all features to one scale, and --drop COLUMN leaves a column out")
        }
        ReadError::DuplicateName { place, .. } if place.array.is_none() => Some(
            "--group-mean COLUMN makes one item of all with a name, and --no-items with --drop \
             COLUMN numbers the items",
        ),
        ReadError::DuplicateName { .. } => Some("--no-items numbers the items"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::data::Place;

    #[test]
    fn a_refused_file_is_told_with_the_options_that_help() {
        let path = PathBuf::from("a.csv");
        let said = |reason| {
            let path = path.clone();
            Failure::from(FileError::Data { path, reason }).to_string()
        };
        let place = Place::cell(2, 3);
        let (value, max) = (2e6, 1e6);
        let too_large = said(ReadError::TooLarge { place, value, max });
        assert!(too_large.contains("; --zscore brings"), "{too_large}");
        let name = || "Tuna".to_owned();
        let place = Place::cell(2, 1);
        let twice = said(ReadError::DuplicateName {
            place,
            name: name(),
        });
        assert!(twice.contains("; --group-mean COLUMN"), "{twice}");
        let place = Place::row(2).in_array("items");
        let twice = said(ReadError::DuplicateName {
            place,
            name: name(),
        });
        assert!(twice.ends_with("; --no-items numbers the items"), "{twice}");
        assert!(!said(ReadError::Empty).contains("--"));
    }
}
