//! All that can be asked of the window, as plain data: the list of commands, and requests that
//! carry a value.

pub mod action;
pub mod applies;
pub mod commands;
pub mod figure_kind;
pub mod keymap;
pub mod language;
pub mod names;
pub(crate) mod notice;
pub mod picture;
pub mod presented;
pub mod product;
pub mod purpose;
pub mod question;
pub mod section;
pub mod shortcut;
pub mod theme;
pub mod view;
pub mod zoom;
