//! A ring around whatever has the focus, while the keyboard is what moves it.

use egui::{Context, Event, Id, Key, LayerId, Order, Stroke, StrokeKind};

/// The keyboard was used after the pointer.
#[derive(Clone, Copy, Debug)]
struct ByKeys(bool);

fn key() -> Id {
    Id::unique("focus by keys")
}

/// Notes that a key moves the focus, where the key is consumed before the ring is drawn.
pub(crate) fn move_by_key(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(key(), ByKeys(true)));
}

/// Draws the ring, above all that is drawn so far in the layer of the focused widget.
pub(crate) fn focus_ring(ctx: &Context) {
    let is_by_keys = is_by_keys(ctx);
    let Some(id) = ctx.memory(egui::Memory::focused).filter(|_| is_by_keys) else {
        return;
    };
    let Some(focused) = ctx.read_response(id) else {
        return;
    };
    if !focused.interact_rect.is_positive() {
        return;
    }
    let layer = LayerId::new(Order::Foreground, Id::unique("focus ring"));
    let color = ctx.global_style().visuals.hyperlink_color;
    // Inside the widget, so that it does not cut the texts above and below a slider.
    let stroke = Stroke::new(1.5, color);
    let ring = focused.interact_rect;
    ctx.layer_painter(layer)
        .rect_stroke(ring, 4.0, stroke, StrokeKind::Inside);
}

/// Whether the focus was last moved by a key.
fn is_by_keys(ctx: &Context) -> bool {
    let moved = ctx.input(|input| {
        let mut moved = None;
        for event in &input.events {
            match event {
                Event::PointerButton { pressed: true, .. } => moved = Some(false),
                Event::Key {
                    key, pressed: true, ..
                } => {
                    let moves = matches!(
                        key,
                        Key::Tab | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight
                    );
                    moved = if moves { Some(true) } else { moved };
                }
                _ => {}
            }
        }
        moved
    });
    ctx.data_mut(|data| {
        let last: ByKeys = data.get_temp(key()).unwrap_or(ByKeys(false));
        let now = ByKeys(moved.unwrap_or(last.0));
        data.insert_temp(key(), now);
        now.0
    })
}
