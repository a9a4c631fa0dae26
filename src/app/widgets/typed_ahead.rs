//! Text that is typed before the box that it is meant for has the keyboard: in the frame in which a
//! dialog opens.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Event, Id, TextEdit};

/// Takes the text that was typed in this frame.
pub(crate) fn typed_ahead(ctx: &Context) -> String {
    let mut typed = String::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
    });
    typed
}

/// Puts the cursor of a box behind its text of `n_chars` characters, so that typing goes on there.
pub(crate) fn put_cursor_at_end(ctx: &Context, id: Id, n_chars: usize) {
    if let Some(mut state) = TextEdit::load_state(ctx, id) {
        let end = CCursorRange::one(CCursor::new(n_chars));
        state.cursor.set_char_range(Some(end));
        TextEdit::store_state(ctx, id, state);
    }
}
