//! The copy aside of what is in no file.

use std::path::Path;
use std::time::{Duration, Instant};

use egui::Context;

use super::app::App;
use crate::app::session::settings;
use crate::app::session::work::Content;
use crate::app::text::message::Message;

/// What is unsaved is written aside so long after it changed.
const ASIDE_AFTER: Duration = Duration::from_secs(1);

impl App {
    /// What was left could not be taken up: it stays, under another name.
    pub(super) fn set_left_aside(&mut self, path: &Path, reason: &str) {
        if self.work.is_aside(path) {
            self.work.is_taking_up = false;
            settings::set_aside(path, &reason);
        }
    }

    /// Writes what is unsaved aside once it has changed for a while, and lets go what is saved.
    pub(super) fn keep_aside(&mut self, ctx: &Context) {
        if self.work.is_left() {
            return;
        }
        let is_unsaved = self.is_unsaved();
        let (experiment, pins) = (&self.experiment, &self.pins);
        let work = &mut self.work;
        let Some(aside) = &mut work.aside else {
            return;
        };
        if let Some(Err(reason)) = aside.poll() {
            let path = aside.path().display().to_string();
            let values = [("path", path.into()), ("reason", reason.into())];
            self.message = Some(Message::error(
                self.words.with("message-aside-failed", &values),
            ));
        }
        if !is_unsaved {
            work.changed_at = None;
            if work.kept.take().is_some() {
                self.clear_aside();
            }
            return;
        }
        let kept = work.kept.as_ref();
        if kept.is_some_and(|kept| kept.is(experiment, pins)) {
            work.changed_at = None;
            return;
        }
        let elapsed = work.changed_at.get_or_insert_with(Instant::now).elapsed();
        if elapsed < ASIDE_AFTER {
            ctx.request_repaint_after(ASIDE_AFTER.saturating_sub(elapsed));
            return;
        }
        let file = self.file();
        let work = &mut self.work;
        work.changed_at = None;
        work.kept = Some(Content::from(&file));
        if let Some(aside) = &mut work.aside {
            aside.keep(file);
        }
    }

    pub(super) fn clear_aside(&mut self) {
        self.work.kept = None;
        if let Some(aside) = &mut self.work.aside {
            aside.clear();
        }
    }
}
