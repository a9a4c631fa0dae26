//! What a file held when this program last read or wrote it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::files::Fingerprint;

/// The fingerprint of what a file held when this program last read or wrote it; `None` of a file
/// that it has neither read nor written.
///
/// A clone is the same fingerprint: of two saves in a row, the second expects what the first wrote.
#[derive(Clone, Debug, Default)]
pub(crate) struct LastKnown(Arc<Mutex<Option<Fingerprint>>>);

impl LastKnown {
    /// The fingerprint of a file that was read.
    pub(crate) fn new(read: Fingerprint) -> Self {
        Self(Arc::new(Mutex::new(Some(read))))
    }

    /// The fingerprint.
    pub(crate) fn get(&self) -> Option<Fingerprint> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what was written.
    pub(crate) fn set(&self, written: Fingerprint) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(written);
    }
}
