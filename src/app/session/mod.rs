//! What is worked on, and what is done with it: the file at hand and its copy aside, undo, pinned
//! runs, the epoch looked at, the settings. Nothing is drawn here.

pub(crate) mod aside;
pub(crate) mod desk;
pub(crate) mod history;
pub(crate) mod pins;
pub(crate) mod playhead;
mod products;
pub mod settings;
pub(crate) mod work;
