//! Where a user's own data come from: the bytes of their file, and the choices about how it was
//! read. With both, a choice can be changed later without the file.

use std::fmt;

use super::Shared;
use super::read::Choices;

/// The most bytes of a file that an experiment file keeps.
pub const MAX_KEPT_BYTES: usize = 32 << 20;

/// The file that data were read from, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// The file's bytes.
    pub file: Shared<FileBytes>,
    /// The choices about how it was read.
    pub choices: Choices,
}

/// The bytes of a whole file.
#[derive(Clone, PartialEq, Eq)]
pub struct FileBytes(pub Vec<u8>);

impl Provenance {
    /// Whether the file is small enough to be kept in an experiment file.
    pub fn is_kept(&self) -> bool {
        self.file.0.len() <= MAX_KEPT_BYTES
    }
}

impl fmt::Debug for FileBytes {
    /// The number of bytes alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileBytes({} bytes)", self.0.len())
    }
}
