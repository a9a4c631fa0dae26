//! What is on disk of the settings, and since when it is to be something else.

use std::time::Instant;

use crate::app::session::settings::Settings;

/// What is on disk of the settings, and what will be.
#[derive(Debug)]
pub(super) struct Keeping {
    pub(super) saved: Settings,
    /// What will be on disk when it has not changed for a while, and since when.
    pub(super) pending: Settings,
    pub(super) changed_at: Option<Instant>,
}

impl Keeping {
    /// These are on disk.
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            saved: settings.clone(),
            pending: settings.clone(),
            changed_at: None,
        }
    }
}
