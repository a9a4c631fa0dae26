//! The panels around the view: the controls, the timeline, the lesson, the bar at the top, dialogs.

pub(crate) mod command_palette;
pub(crate) mod controls;
pub(crate) mod doubt_dialog;
mod figure_width;
pub(crate) mod file_dialog;
pub(crate) mod first_steps;
pub(crate) mod help;
pub(crate) mod lessons;
pub(crate) mod menus;
pub(crate) mod offers;
mod pin_columns;
pub(crate) mod pin_table;
mod question;
pub(crate) mod reading_notice;
pub(crate) mod reading_words;
pub(crate) mod self_check;
mod suggested_path;
pub(crate) mod timeline;
pub(crate) mod toast;
pub(crate) mod top_bar;
