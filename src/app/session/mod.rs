//! The user's session: the experiment and its run, the document and its autosave file, undo, pinned
//! runs, the epoch and the look. Verbs return notices; drawing and wording happen elsewhere.

#[expect(
    clippy::module_inception,
    reason = "the noun of this wing is the session"
)]
pub(crate) mod session;

mod choosing;
mod closing;
pub(crate) mod content;
pub(crate) mod data_read;
pub(crate) mod document;
mod edit;
pub(crate) mod history;
mod known_files;
pub(crate) mod last_known;
mod left_work;
pub(crate) mod look;
mod looking;
pub(crate) mod phase;
pub(crate) mod playhead;
pub(crate) mod readings;
mod reply;
mod saving;
mod seen_views;
pub(crate) mod task;
mod tick;

pub(crate) mod pin_name;
pub(crate) mod pin_training;
pub(crate) mod pins;
pub(crate) mod trace;

pub(crate) mod atlas_on_screen;
pub(crate) mod autosave;
pub(crate) mod autosave_file;
pub(crate) mod background_files;
pub(crate) mod figures;
pub(crate) mod file_tasks;
pub(crate) mod found_work;
pub(crate) mod on_screen;
pub(crate) mod products;

pub mod settings;
pub mod splits;

#[cfg(test)]
mod tests;
