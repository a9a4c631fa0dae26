//! When the settings are written, and which files are remembered in them.

use std::path::Path;
use std::time::{Duration, Instant};

use egui::Context;

use super::app::App;
use crate::app::session::settings::N_RECENT;
use crate::app::text::message::Message;

/// Settings are saved when they have not changed for so long.
const SAVE_AFTER: Duration = Duration::from_secs(1);

impl App {
    /// Saves the settings once they have not changed for a while.
    pub(super) fn remember(&mut self, ctx: &Context) {
        let own = self.session.own_look();
        self.settings.view = own.view;
        self.settings.learning = own.learning.clone();
        self.settings.atlas = own.atlas.clone();
        self.settings.speed = self.session.playhead().speed;
        let zoom = ctx.zoom_factor();
        // Keys of egui's own change the size, too.
        if !self.is_presenting && zoom != self.settings.zoom && (0.5..=3.0).contains(&zoom) {
            self.settings.zoom = zoom;
        }
        ctx.input(|input| {
            let viewport = input.viewport();
            let is_full = viewport.maximized == Some(true) || viewport.fullscreen == Some(true);
            if let Some(inner) = viewport
                .inner_rect
                .filter(|inner| inner.is_positive() && !is_full)
            {
                self.settings.size =
                    [inner.width(), inner.height()].map(|side| (side * zoom).round());
            }
        });
        let keeping = &mut self.keeping;
        if self.settings == keeping.saved {
            keeping.changed_at = None;
            return;
        }
        if self.settings != keeping.pending {
            keeping.pending = self.settings.clone();
            keeping.changed_at = Some(Instant::now());
        }
        let elapsed = keeping.changed_at.map_or(Duration::ZERO, |at| at.elapsed());
        if elapsed >= SAVE_AFTER {
            self.save_settings();
        } else {
            ctx.request_repaint_after(SAVE_AFTER.saturating_sub(elapsed));
        }
    }

    /// Saves the settings if they have changed.
    pub(super) fn save_settings(&mut self) {
        if self.settings == self.keeping.saved {
            return;
        }
        // Whether or not it works, it is not tried again before the next change.
        self.keeping.saved = self.settings.clone();
        let Some(path) = &self.settings_path else {
            return;
        };
        if let Err(error) = self.settings.save(path) {
            let values = [
                ("path", path.display().to_string().into()),
                ("reason", self.words.system_error(&error).into()),
            ];
            let text = self.words.with("message-settings-unsaved", &values);
            self.toast.show(Message::error(text));
        }
    }

    /// A file was opened or saved: its folder is the next dialog's, and it heads the recent files.
    pub(super) fn note_file(&mut self, path: &Path) {
        self.folder = path.parent().map(ToOwned::to_owned);
        let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // The settings are text: a name that is none cannot be remembered.
        let Some(name) = full.to_str() else {
            return;
        };
        let recent = &mut self.settings.recent;
        recent.retain(|other| other != name);
        recent.insert(0, name.to_owned());
        recent.truncate(N_RECENT);
    }
}
