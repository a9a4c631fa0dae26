//! Whether a drag is under way.

use egui::Context;

/// Whether a button of the pointer is down: what changes now is part of a drag, or of a click.
pub(crate) fn is_pressed(ctx: &Context) -> bool {
    ctx.input(|input| input.pointer.any_down())
}
