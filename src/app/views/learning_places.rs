//! Where the parts of the Learning view are: the curves at the left, the representation at the
//! right, and a panel below that. In a narrow room the right part folds below the curves, which are
//! never narrower than what is read off them needs. While presenting the microscope has the whole
//! view, and the strip that it is chosen in is at the foot of the right part.

use egui::{Rect, Ui};

use crate::app::session::splits::Splits;
use crate::app::text::words::Words;
use crate::app::widgets::split::Divider;
use crate::experiment::view::Below;

/// Between the curves and the representation.
const COLUMNS: Divider = Divider {
    id: "learning columns",
    is_upright: true,
    usual: 0.59,
    least: [430.0, 250.0],
};

/// Between the representation and the panel below it.
const ROWS: Divider = Divider {
    id: "learning rows",
    is_upright: false,
    usual: 0.56,
    least: [150.0, 190.0],
};

/// The same in a narrow room: between the representation and the panel beside it, …
const FOLDED_COLUMNS: Divider = Divider {
    id: "learning columns",
    is_upright: true,
    usual: 0.5,
    least: [160.0, 220.0],
};

/// … and between the curves and both.
const FOLDED_ROWS: Divider = Divider {
    id: "learning rows",
    is_upright: false,
    usual: 0.5,
    least: [170.0, 170.0],
};

/// Where the parts of the view are.
pub(super) struct Places {
    /// The curves; `None` where the microscope has their room.
    pub(super) dynamics: Option<Rect>,
    /// The representation; `None` where the microscope has its room.
    pub(super) representation: Option<Rect>,
    /// The strip that the panel is chosen in: at the same place whatever is chosen.
    pub(super) strip: Rect,
    /// The line of the strip, left of it, where the microscope has it.
    pub(super) beside_strip: Rect,
    pub(super) panel: Rect,
}

/// The dividers of the view.
pub(super) struct Dividers<'a> {
    pub(super) splits: &'a mut Splits,
    pub(super) words: &'a Words,
}

impl Dividers<'_> {
    fn columns(&mut self, ui: &mut Ui, room: Rect, divider: &Divider) -> [Rect; 2] {
        let name = self.words.get("split-columns");
        divider.ui(ui, room, &mut self.splits.learning_columns, &name)
    }

    fn rows(&mut self, ui: &mut Ui, room: Rect, divider: &Divider) -> [Rect; 2] {
        let name = self.words.get("split-rows");
        divider.ui(ui, room, &mut self.splits.learning_rows, &name)
    }
}

impl Places {
    /// The places of this frame, in all the room that is left.
    pub(super) fn of(
        ui: &mut Ui,
        below: Below,
        is_presenting: bool,
        dividers: Dividers<'_>,
    ) -> Self {
        let is_wide = below == Below::Microscope;
        let room = taken(ui);
        if !COLUMNS.has_room(room) && FOLDED_ROWS.has_room(room) {
            Self::folded(ui, is_wide, room, dividers)
        } else if is_presenting {
            Self::presented(ui, is_wide, room, dividers)
        } else {
            Self::divided(ui, is_wide, room, dividers)
        }
    }

    /// A narrow room: the curves have its whole width, and the others stand beside each other below
    /// them. The microscope has the place of both.
    fn folded(ui: &mut Ui, is_wide: bool, room: Rect, mut dividers: Dividers<'_>) -> Self {
        let [dynamics, under] = dividers.rows(ui, room, &FOLDED_ROWS);
        if is_wide {
            let (head, panel) = head_and_rest(ui, under);
            let [beside_strip, strip] = dividers.columns(ui, head, &FOLDED_COLUMNS);
            return Self {
                dynamics: Some(dynamics),
                representation: None,
                strip,
                beside_strip,
                panel,
            };
        }
        let [representation, right] = dividers.columns(ui, under, &FOLDED_COLUMNS);
        let (strip, panel) = head_and_rest(ui, right);
        Self {
            dynamics: Some(dynamics),
            representation: Some(representation),
            strip,
            beside_strip: strip.with_max_x(strip.left()),
            panel,
        }
    }

    /// The room that is left, divided. The microscope is as wide as the view, other panels as wide
    /// as the representation.
    fn divided(ui: &mut Ui, is_wide: bool, room: Rect, mut dividers: Dividers<'_>) -> Self {
        let [dynamics, representation, under] = if is_wide {
            let [upper, under] = dividers.rows(ui, room, &ROWS);
            let [dynamics, representation] = dividers.columns(ui, upper, &COLUMNS);
            [dynamics, representation, under]
        } else {
            let [dynamics, right] = dividers.columns(ui, room, &COLUMNS);
            let [representation, under] = dividers.rows(ui, right, &ROWS);
            [dynamics, representation, under]
        };
        let (head, panel) = head_and_rest(ui, under);
        let part_of_head = |part: Rect| Rect::from_x_y_ranges(part.x_range(), head.y_range());
        Self {
            dynamics: Some(dynamics),
            representation: Some(representation),
            strip: part_of_head(representation),
            beside_strip: part_of_head(dynamics),
            panel,
        }
    }

    /// The same while presenting: the strip is at the foot of the right part, below the panel that
    /// it chooses, and the microscope has all that is above it.
    fn presented(ui: &mut Ui, is_wide: bool, room: Rect, mut dividers: Dividers<'_>) -> Self {
        if is_wide {
            let (panel, foot) = rest_and_foot(ui, room);
            let [beside_strip, strip] = dividers.columns(ui, foot, &COLUMNS);
            return Self {
                dynamics: None,
                representation: None,
                strip,
                beside_strip,
                panel,
            };
        }
        let [dynamics, right] = dividers.columns(ui, room, &COLUMNS);
        let (right, strip) = rest_and_foot(ui, right);
        let [representation, panel] = dividers.rows(ui, right, &ROWS);
        Self {
            dynamics: Some(dynamics),
            representation: Some(representation),
            strip,
            beside_strip: strip.with_max_x(strip.left()),
            panel,
        }
    }
}

/// Takes all the room that is left.
fn taken(ui: &mut Ui) -> Rect {
    let room = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(room);
    room
}

/// The line at the head of a room, for the strip, and the rest of the room.
fn head_and_rest(ui: &Ui, room: Rect) -> (Rect, Rect) {
    let line = ui.spacing().interact_size.y + ui.spacing().item_spacing.y;
    room.split_top_bottom_at_y((room.top() + line).min(room.bottom()))
}

/// A room without the line at its foot, and that line, for the strip.
fn rest_and_foot(ui: &Ui, room: Rect) -> (Rect, Rect) {
    let line = ui.spacing().interact_size.y;
    let gap = ui.spacing().item_spacing.y;
    let (rest, foot) = room.split_top_bottom_at_y((room.bottom() - line - gap).max(room.top()));
    (rest, foot.with_min_y(foot.top() + gap))
}
