//! Dialogs are closed by Escape or by one of their buttons: a click beside one is a slip of the
//! hand, and what was typed or asked stays.

use egui::{Context, Key, ModalResponse, Modifiers, Popup};

/// Whether Escape is not for a box, a popup or a dialog.
pub(crate) fn is_free(ctx: &Context) -> bool {
    let is_free =
        ctx.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    is_free && !Popup::is_any_open(ctx)
}

/// Takes Escape, if it was pressed.
pub(crate) fn take(ctx: &Context) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Whether Escape was pressed for a dialog, and not for a menu or a dialog above it.
pub(crate) fn is_escaped<T>(dialog: &ModalResponse<T>) -> bool {
    let is_on_top = dialog.is_top_modal && !dialog.any_popup_open;
    is_on_top && take(&dialog.response.ctx)
}
