//! The regions of the window, which F6 goes through: where the keyboard enters each.

use egui::{Context, FocusDirection, Id, Rect, Sense, Ui};

use super::focus_ring::move_by_key;

/// A region of the window, in the order in which F6 goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Region {
    /// The bar at the top.
    Bar,
    /// The controls at the left.
    Controls,
    /// The view in the middle.
    View,
    /// The questions at the right.
    Lesson,
    /// The timeline at the bottom.
    Timeline,
}

/// The region that the keyboard is to enter.
#[derive(Clone, Copy, Debug)]
struct Wanted(Region);

fn wanted_id() -> Id {
    Id::unique("wanted region")
}

impl Region {
    /// The widget that takes the focus for a frame, to hand it on to the first one behind it.
    fn door(self) -> Id {
        Id::unique(("door", self as u8))
    }
}

/// Lets the keyboard enter a region: the focus goes to its first widget behind [`begin_region`].
pub(crate) fn enter_region(ctx: &Context, region: Region) {
    move_by_key(ctx);
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    ctx.data_mut(|data| data.insert_temp(wanted_id(), Wanted(region)));
    ctx.request_repaint();
}

/// Marks where the keyboard enters a region.
pub(crate) fn begin_region(ui: &Ui, region: Region) {
    let id = wanted_id();
    let wanted = ui.data(|data| data.get_temp::<Wanted>(id));
    if wanted.is_none_or(|wanted| wanted.0 != region) {
        return;
    }
    let door = region.door();
    let is_at_door = ui.memory(|memory| memory.has_focus(door));
    if is_at_door {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        ui.data_mut(|data| data.remove::<Wanted>(id));
    } else {
        ui.memory_mut(|memory| memory.request_focus(door));
    }
    let place = Rect::from_min_size(ui.cursor().min, egui::Vec2::ZERO);
    ui.interact(place, door, Sense::focusable_noninteractive());
    ui.ctx().request_repaint();
}

/// The region after `current` among those that are shown, or before it; the controls where the
/// focus is nowhere.
pub(crate) fn next_region(shown: &[Region], current: Option<Region>, is_back: bool) -> Region {
    let place = shown.iter().position(|region| Some(*region) == current);
    let n = shown.len();
    let next = match place {
        Some(place) if is_back => (place + n - 1) % n,
        Some(place) => (place + 1) % n,
        None => return Region::Controls,
    };
    shown[next]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_gone_through_both_ways_and_around() {
        let shown = [
            Region::Bar,
            Region::Controls,
            Region::View,
            Region::Timeline,
        ];
        let mut current = None;
        let mut seen = Vec::new();
        for is_back in [false, false, false, false, true] {
            let next = next_region(&shown, current, is_back);
            seen.push(next);
            current = Some(next);
        }
        assert_eq!(
            seen,
            [
                Region::Controls,
                Region::View,
                Region::Timeline,
                Region::Bar,
                Region::Timeline
            ]
        );
    }
}
