//! Where the parts of a control stand: three lines that keep their places whatever they hold.

use egui::{Layout, Rangef, Rect, RichText, Sense, Ui, UiBuilder, vec2};

/// Height of the line with the name and the box.
const NAME: f32 = 20.0;

/// Height of the line with the slider.
pub(super) const RAIL: f32 = 15.0;

/// Height of the line for a note or a refusal.
const NOTE: f32 = 13.0;

/// The lines of a control.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    /// For the name and the box.
    pub(super) name: Rect,
    /// For the slider; empty where there is none.
    pub(super) rail: Rect,
    /// For a note or a refusal.
    pub(super) note: Rect,
}

impl Lines {
    /// Takes the room for a control with a slider.
    pub(super) fn with_rail(ui: &mut Ui) -> Self {
        Self::allocate(ui, RAIL)
    }

    /// Takes the room for a control without a slider.
    pub(super) fn without_rail(ui: &mut Ui) -> Self {
        Self::allocate(ui, 0.0)
    }

    fn allocate(ui: &mut Ui, rail: f32) -> Self {
        let size = vec2(ui.available_width(), NAME + rail + NOTE);
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let line = |from: f32, height: f32| {
            let y = Rangef::new(all.top() + from, all.top() + from + height);
            Rect::from_x_y_ranges(all.x_range(), y)
        };
        Self {
            name: line(0.0, NAME),
            rail: line(NAME, rail),
            note: line(NAME + rail, NOTE),
        }
    }
}

/// A part of `rect` that is `width` wide, `from_right` away from its right side.
pub(super) fn at_right(rect: Rect, from_right: f32, width: f32) -> Rect {
    let right = rect.right() - from_right;
    Rect::from_x_y_ranges(Rangef::new(right - width, right), rect.y_range())
}

/// Draws within `rect`, which was allocated before.
pub(super) fn within<R>(
    ui: &mut Ui,
    rect: Rect,
    layout: Layout,
    draw: impl FnOnce(&mut Ui) -> R,
) -> R {
    draw(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)))
}

/// The title of a section.
pub(super) fn title_text(title: &str) -> RichText {
    RichText::new(title).strong().size(14.5)
}
