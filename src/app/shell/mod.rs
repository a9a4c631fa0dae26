//! The only part that knows the whole application: it receives, shows and performs, and opens the
//! native window.

mod autosave;
mod closing;
mod commands;
mod hear;
pub(super) mod keeping;
mod keys;
pub(super) mod native;
mod saving;
mod show;
