//! Parts of the window that are used more than once.

pub(crate) mod combo_width;
pub(crate) mod draft_box;
pub(crate) mod escape;
pub(crate) mod eye;
pub(crate) mod focus_ring;
pub(crate) mod instant_click;
pub(crate) mod plot_place;
pub(crate) mod pointer;
pub(crate) mod presets_menu;
pub mod rail;
pub(crate) mod region;
pub(crate) mod select_all;
pub(crate) mod shortcut;
pub(crate) mod slider_focus;
pub(crate) mod split;
pub(crate) mod status_hint;
pub(crate) mod text_before;
pub(crate) mod typed_ahead;
pub(crate) mod wrapped;
