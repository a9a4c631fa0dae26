//! The settings on disk, and since when they are to be others.

use std::time::Instant;

use crate::app::session::settings::Settings;

/// The settings on disk, and those that will be.
#[derive(Debug)]
pub(super) struct Keeping {
    pub(super) saved: Settings,
    /// The settings to be written once they have not changed for a while, and since when.
    pub(super) pending: Settings,
    pub(super) changed_at: Option<Instant>,
}

impl Keeping {
    /// Starts with the settings that are on disk.
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            saved: settings.clone(),
            pending: settings.clone(),
            changed_at: None,
        }
    }
}
