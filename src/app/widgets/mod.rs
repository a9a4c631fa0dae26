//! Parts of the window that are used more than once.

pub(crate) mod presets_menu;
