//! A divider between two parts of a view: dragged with the mouse and restored by a double-click, or
//! moved by the arrow keys and restored by Home while it has the keyboard.

use egui::{
    Align, CursorIcon, EventFilter, Key, Layout, Rect, Response, Sense, Stroke, Ui, UiBuilder, pos2,
};

use crate::app::theme::accessible::accessible_name;

/// Between the two parts, the divider in the middle of it, in points.
pub(crate) const GAP: f32 = 12.0;

/// How far an arrow key moves a divider, in points.
const STEP: f32 = 16.0;

/// The length of the divider's handle, in points.
const HANDLE: f32 = 28.0;

/// A divider.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Divider {
    /// Tells it from the other dividers of the window.
    pub(crate) id: &'static str,
    /// Whether the parts are side by side, not one above the other.
    pub(crate) is_upright: bool,
    /// The share of the first part until the divider is dragged.
    pub(crate) usual: f32,
    /// The least length of each part in points, where there is room for both.
    pub(crate) least: [f32; 2],
}

impl Divider {
    /// Whether a room leaves each part its least length.
    pub(crate) fn has_room(&self, room: Rect) -> bool {
        self.total(room) >= self.least[0] + self.least[1]
    }

    /// Divides the room and draws the divider, called `name`; `share` is where it was dragged to.
    pub(crate) fn ui(
        &self,
        ui: &mut Ui,
        room: Rect,
        share: &mut Option<f32>,
        name: &str,
    ) -> [Rect; 2] {
        let divider = self.divider(room, self.first(room, *share));
        let id = ui.scope_id().with(self.id);
        let response = ui.interact(divider, id, Sense::click_and_drag());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Splitter, true, name));
        accessible_name(ui, &response, name);
        let (steps, is_restored) = self.keys(ui, &response);
        if response.double_clicked() || is_restored {
            *share = None;
        } else if steps != 0.0 {
            let total = self.total(room);
            let to = self.first(room, *share) + steps * STEP;
            *share = (total > 0.0).then(|| (to / total).clamp(0.0, 1.0));
        } else if let Some(at) = response
            .interact_pointer_pos()
            .filter(|_| response.dragged())
        {
            let to = if self.is_upright {
                at.x - room.left()
            } else {
                at.y - room.top()
            };
            let total = self.total(room);
            *share = (total > 0.0).then(|| ((to - GAP / 2.0) / total).clamp(0.0, 1.0));
        }
        let is_held = response.dragged() || response.hovered() || response.has_focus();
        if response.dragged() || response.hovered() {
            ui.ctx().set_cursor_icon(if self.is_upright {
                CursorIcon::ResizeHorizontal
            } else {
                CursorIcon::ResizeVertical
            });
        }
        let first = self.first(room, *share);
        self.draw(ui, self.divider(room, first), is_held);
        self.parts(room, first)
    }

    /// By how many steps the arrow keys move a divider that has the keyboard, and whether Home puts
    /// it back.
    fn keys(&self, ui: &Ui, response: &Response) -> (f32, bool) {
        if !response.has_focus() {
            return (0.0, false);
        }
        // The other arrows still go to the next widget.
        let filter = EventFilter {
            horizontal_arrows: self.is_upright,
            vertical_arrows: !self.is_upright,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let [back, on] = if self.is_upright {
            [Key::ArrowLeft, Key::ArrowRight]
        } else {
            [Key::ArrowUp, Key::ArrowDown]
        };
        ui.input(|input| {
            let pressed = |key| input.num_presses(key) as f32;
            (pressed(on) - pressed(back), input.key_pressed(Key::Home))
        })
    }

    /// The length of both parts together.
    fn total(&self, room: Rect) -> f32 {
        let length = if self.is_upright {
            room.width()
        } else {
            room.height()
        };
        (length - GAP).max(0.0)
    }

    /// The length of the first part.
    fn first(&self, room: Rect, share: Option<f32>) -> f32 {
        let total = self.total(room);
        let share = share.filter(|share| share.is_finite());
        let wanted = total * share.unwrap_or(self.usual);
        let [least, rest] = self.least;
        if least + rest > total {
            return total * least / (least + rest);
        }
        wanted.clamp(least, total - rest).round()
    }

    fn parts(&self, room: Rect, first: f32) -> [Rect; 2] {
        let divider = self.divider(room, first);
        if self.is_upright {
            [
                room.with_max_x(divider.left()),
                room.with_min_x(divider.right()),
            ]
        } else {
            [
                room.with_max_y(divider.top()),
                room.with_min_y(divider.bottom()),
            ]
        }
    }

    fn divider(&self, room: Rect, first: f32) -> Rect {
        if self.is_upright {
            let left = room.left() + first;
            room.with_min_x(left).with_max_x(left + GAP)
        } else {
            let top = room.top() + first;
            room.with_min_y(top).with_max_y(top + GAP)
        }
    }

    /// A faint line, and a handle that stands out while it is pointed at.
    fn draw(&self, ui: &Ui, divider: Rect, is_held: bool) {
        let visuals = ui.visuals();
        let faint = visuals.widgets.noninteractive.bg_stroke;
        let handle = if is_held {
            Stroke::new(3.0, visuals.selection.bg_fill)
        } else {
            Stroke::new(3.0, faint.color)
        };
        let (middle, painter) = (divider.center(), ui.painter());
        let half = HANDLE / 2.0;
        if self.is_upright {
            painter.vline(middle.x, divider.y_range(), faint);
            let ends = [-half, half].map(|y| pos2(middle.x, middle.y + y));
            painter.line_segment(ends, handle);
        } else {
            painter.hline(divider.x_range(), middle.y, faint);
            let ends = [-half, half].map(|x| pos2(middle.x + x, middle.y));
            painter.line_segment(ends, handle);
        }
    }
}

/// Draws a part of a view into its place, from the top down, and cuts what reaches beyond it.
pub(crate) fn part_ui<R>(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    drawn_ui(ui, UiBuilder::new(), place, add)
}

/// Draws as [`part_ui`]; what is in the part keeps the keyboard whatever comes and goes before it.
pub(crate) fn named_part_ui<R>(
    ui: &mut Ui,
    name: &str,
    place: Rect,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    drawn_ui(
        ui,
        UiBuilder::new().scope_id(egui::Id::unique(name)),
        place,
        add,
    )
}

fn drawn_ui<R>(ui: &mut Ui, builder: UiBuilder, place: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::top_down(Align::Min);
    let mut part = ui.new_child(builder.max_rect(place).layout(layout));
    part.shrink_clip_rect(place.expand(1.0));
    add(&mut part)
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    const SPLIT: Divider = Divider {
        id: "test",
        is_upright: true,
        usual: 0.5,
        least: [100.0, 50.0],
    };

    fn widths(width: f32, share: Option<f32>) -> [f32; 2] {
        let room = Rect::from_min_size(pos2(7.0, 9.0), vec2(width, 300.0));
        let parts = SPLIT.parts(room, SPLIT.first(room, share));
        assert_eq!(parts[0].right() + GAP, parts[1].left());
        parts.map(|part| part.width())
    }

    #[test]
    fn parts_keep_their_least_lengths_wherever_the_divider_is_dragged() {
        assert_eq!(widths(412.0, None), [200.0, 200.0]);
        assert_eq!(widths(412.0, Some(0.0)), [100.0, 300.0]);
        assert_eq!(widths(412.0, Some(1.0)), [350.0, 50.0]);
        assert_eq!(widths(412.0, Some(f32::NAN)), [200.0, 200.0]);
        // Too little for both: in the proportion of what they need.
        assert_eq!(widths(72.0, Some(0.9)), [40.0, 20.0]);
    }
}
