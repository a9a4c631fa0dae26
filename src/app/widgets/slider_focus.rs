//! A slider that was clicked or dragged has the keyboard, so that the arrow keys go on from there.

use egui::{Context, Id, Response};

/// The last slider that took the focus.
#[derive(Clone, Copy, Debug)]
struct Slider(Id);

fn key() -> Id {
    Id::unique("slider with focus")
}

/// Gives a slider the focus when the pointer takes hold of it.
pub(crate) fn take_focus(slider: &Response) {
    if slider.drag_started() || slider.clicked() {
        slider.request_focus();
    }
    if slider.has_focus() {
        slider
            .ctx
            .data_mut(|data| data.insert_temp(key(), Slider(slider.id)));
    }
}

/// Whether a widget is a slider, which has no use for the space bar.
pub(crate) fn is_slider(ctx: &Context, id: Id) -> bool {
    let last = ctx.data(|data| data.get_temp::<Slider>(key()));
    last.is_some_and(|slider| slider.0 == id)
}
