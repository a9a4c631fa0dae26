//! Dialogs are closed by Escape or by one of their buttons: a click beside one is a slip of the
//! hand, and what was typed or asked stays.

use egui::{Key, ModalResponse, Modifiers};

/// Whether Escape was pressed for a dialog, and not for a menu or a dialog above it.
pub(crate) fn is_escaped<T>(dialog: &ModalResponse<T>) -> bool {
    let is_on_top = dialog.is_top_modal && !dialog.any_popup_open;
    let ctx = &dialog.response.ctx;
    is_on_top && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}
