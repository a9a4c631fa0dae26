//! Why a command ends without what it was asked for, in one sentence.

use std::fmt;
use std::process::ExitCode;

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
