//! The only part that knows the whole application: it receives, shows and performs, and opens the
//! native window.

pub(super) mod app;
mod clipboard;
mod commands;
mod fit_screen;
mod keeping;
mod keys;
mod lesson_room;
pub(super) mod native;
mod perform;
mod react;
mod regions;
mod remember;
mod show;
mod status_row;
