//! The only part that knows the whole application: it receives, shows and performs, and opens the
//! native window.

mod hear;
pub(super) mod keeping;
mod keys;
pub(super) mod native;
mod show;
