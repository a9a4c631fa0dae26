//! A text box that selects all of its text when it is entered, so that typing replaces it.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, Response, TextEdit, Ui};

/// The box was entered by a press whose button is still down.
#[derive(Clone, Copy, Debug, Default)]
struct Pressed;

/// Selects all text of the box behind `response`, of `n_chars` characters, when a click or the
/// keyboard enters it. A drag inside the box selects what it passes over, as usual, and so does a
/// click into a box that has the focus already.
pub(crate) fn select_all_on_focus(ui: &Ui, response: &Response, n_chars: usize) {
    let id = response.id;
    let (is_down, is_drag) = ui.input(|input| {
        let pointer = &input.pointer;
        (pointer.primary_down(), pointer.is_decidedly_dragging())
    });
    let was_pressed = ui
        .data_mut(|data| data.remove_temp::<Pressed>(id))
        .is_some();
    if !(response.gained_focus() || was_pressed) || is_drag {
        return;
    }
    if is_down {
        // Until the release, each frame puts the cursor where the pointer is.
        ui.data_mut(|data| data.insert_temp(id, Pressed));
    }
    select_all(ui.ctx(), id, n_chars);
}

/// Selects all text of a box, of `n_chars` characters.
pub(crate) fn select_all(ctx: &Context, id: Id, n_chars: usize) {
    select(ctx, id, 0..n_chars);
}

/// Selects these characters of a box.
pub(crate) fn select(ctx: &Context, id: Id, chars: Range<usize>) {
    if let Some(mut state) = TextEdit::load_state(ctx, id) {
        let range = CCursorRange::two(CCursor::new(chars.start), CCursor::new(chars.end));
        state.cursor.set_char_range(Some(range));
        TextEdit::store_state(ctx, id, state);
        ctx.request_repaint();
    }
}
