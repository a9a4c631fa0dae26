//! Fingerprints of files' contents, by which another program's changes are noticed.

use std::hash::{DefaultHasher, Hasher as _};

/// The fingerprint of a file's content. It holds while the program runs and is never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self(hasher.finish())
    }
}
