//! Where the parts of a control stand: three lines that keep their places whatever they hold. In a
//! low window the lines are lower, so that all controls fit.

use egui::{Layout, Rangef, Rect, RichText, Sense, Ui, UiBuilder, vec2};

/// The heights of the lines, and of what is between controls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineHeights {
    /// The line with the name and the box.
    name: f32,
    /// The line with the slider.
    pub(super) rail: f32,
    /// The line for a note or a refusal.
    note: f32,
    /// The line that parts two sections, with its room.
    pub(super) separator: f32,
    /// The room between the row of presets and the first heading.
    pub(super) below_head: f32,
    /// Whether name, slider and box stand in one line, as they do while presenting.
    pub(super) is_slim: bool,
}

impl LineHeights {
    const LOWEST: Self = Self {
        name: 18.0,
        rail: 11.0,
        note: 11.0,
        separator: 2.0,
        below_head: 0.0,
        is_slim: false,
    };

    /// As high as in a window that has the room.
    pub(crate) const USUAL: Self = Self {
        name: 21.0,
        rail: 16.0,
        note: 14.0,
        separator: 9.0,
        below_head: 8.0,
        is_slim: false,
    };

    /// All of a control in one line.
    pub(crate) const SLIM: Self = Self {
        name: 22.0,
        rail: 0.0,
        note: 0.0,
        is_slim: true,
        ..Self::LOWEST
    };

    /// The heights at which all controls of a tree fit into so much height, if they can.
    pub(crate) fn fitting(room: f32) -> Self {
        let (low, usual) = (Self::LOWEST.of_all(), Self::USUAL.of_all());
        let share = ((room - low) / (usual - low)).clamp(0.0, 1.0);
        let between = |low: f32, usual: f32| (low + (usual - low) * share).floor();
        Self {
            name: between(Self::LOWEST.name, Self::USUAL.name),
            rail: between(Self::LOWEST.rail, Self::USUAL.rail),
            note: between(Self::LOWEST.note, Self::USUAL.note),
            separator: between(Self::LOWEST.separator, Self::USUAL.separator),
            below_head: between(Self::LOWEST.below_head, Self::USUAL.below_head),
            is_slim: false,
        }
    }

    /// The height of one control.
    pub(crate) fn of_control(self) -> f32 {
        self.name + self.rail + self.note
    }

    /// The height of all controls: those of three sections, two of which have a seed beside their
    /// heading, a point between each two lines, and the row of presets at the head.
    fn of_all(self) -> f32 {
        const HEAD: f32 = 25.0;
        const HEADING: f32 = 21.0;
        let controls = 9.0 * (self.of_control() + 1.0);
        let headings = HEADING + 2.0 * (self.name + self.note + 1.0);
        HEAD + self.below_head + controls + headings + 2.0 * (self.separator + 1.0)
    }
}

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
    pub(super) fn with_rail(ui: &mut Ui, heights: LineHeights) -> Self {
        Self::allocate(ui, heights)
    }

    /// Takes the room for a control without a slider.
    pub(super) fn without_rail(ui: &mut Ui, heights: LineHeights) -> Self {
        Self::allocate(
            ui,
            LineHeights {
                rail: 0.0,
                ..heights
            },
        )
    }

    /// The same with the slider between the name and boxes of a width, all in the line of the name.
    pub(super) fn in_one(self, boxes: f32) -> Self {
        /// The share of the line that the name takes.
        const NAME: f32 = 0.34;
        let line = self.name;
        let left = line.left() + NAME * line.width();
        let right = (line.right() - boxes - 4.0).max(left);
        Self {
            rail: Rect::from_x_y_ranges(left..=right, line.y_range()),
            note: Rect::from_x_y_ranges(left..=right, line.y_range()),
            ..self
        }
    }

    fn allocate(ui: &mut Ui, heights: LineHeights) -> Self {
        let size = vec2(ui.available_width(), heights.of_control());
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let line = |from: f32, height: f32| {
            let y = Rangef::new(all.top() + from, all.top() + from + height);
            Rect::from_x_y_ranges(all.x_range(), y)
        };
        Self {
            name: line(0.0, heights.name),
            rail: line(heights.name, heights.rail),
            note: line(heights.name + heights.rail, heights.note),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_lower_where_there_is_less_room_and_never_higher_than_usual() {
        assert_eq!(LineHeights::fitting(2000.0), LineHeights::USUAL);
        assert_eq!(LineHeights::fitting(0.0), LineHeights::LOWEST);
        for room in [490.0, 520.0, 560.0, 600.0] {
            let heights = LineHeights::fitting(room);
            assert!(heights.of_all() <= room, "{room}: {}", heights.of_all());
        }
    }
}
