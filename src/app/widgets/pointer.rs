//! Whether a drag is under way, and what keeps out of its way.

use egui::{Context, LayerId};

/// Tooltips wait this long while a button is down, in seconds: they do not appear.
const WHILE_PRESSED: f32 = 1e6;

/// Whether a button of the pointer is down: what changes now is part of a drag, or of a click.
pub(crate) fn is_pressed(ctx: &Context) -> bool {
    ctx.input(|input| input.pointer.any_down())
}

/// Whether a button was pressed outside a layer and is still down: the layer would cover what is
/// dragged.
pub(crate) fn is_pressed_below(ctx: &Context, layer: LayerId) -> bool {
    let origin = ctx.input(|input| input.pointer.press_origin());
    is_pressed(ctx) && origin.is_some_and(|at| ctx.layer_id_at(at) != Some(layer))
}

/// Takes tooltips away while a button is down.
pub(crate) fn hide_tooltips_while_pressed(ctx: &Context) {
    let usual = egui::style::Interaction::default().tooltip_delay;
    let wanted = if is_pressed(ctx) {
        WHILE_PRESSED
    } else {
        usual
    };
    if ctx.global_style().interaction.tooltip_delay != wanted {
        ctx.all_styles_mut(|style| style.interaction.tooltip_delay = wanted);
    }
}
