//! The loss of a cell's run, small and beside the pointer.

use egui::{Rect, Ui, Vec2, pos2, vec2};

use crate::analysis::atlas::curve::LossCurve;
use crate::app::plots::canvas;
use crate::app::plots::paint::{WindowFont, paint, palette};
use crate::picture::CellCurve;

/// The size of the panel.
const SIZE: Vec2 = vec2(168.0, 96.0);

/// Between the panel and the pointer.
const GAP: f32 = 14.0;

/// Draws the loss beside what is pointed at and the pointer, within the frame; nothing where there
/// is no loss yet, or no room.
pub(super) fn curve_ui(ui: &Ui, curve: &LossCurve, pointed: Rect, frame: Rect) {
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else {
        return;
    };
    if curve.points.len() < 2 || frame.width() < SIZE.x || frame.height() < SIZE.y {
        return;
    }
    let kept_free = pointed.union(Rect::from_min_size(pointer, Vec2::ZERO));
    let Some(place) = place(kept_free, frame) else {
        return;
    };
    let drawing = CellCurve { curve }.layout(canvas::size(SIZE), &WindowFont(ui.ctx()));
    let painter = ui.painter().with_clip_rect(place);
    paint(&drawing, &painter, place.min, &palette(ui.visuals()));
}

/// The place of the panel: at the right of what is kept free if there is room, or else at the left,
/// above or below it; always within the frame.
fn place(kept_free: Rect, frame: Rect) -> Option<Rect> {
    let upright = |y: f32| y.clamp(frame.top(), (frame.bottom() - SIZE.y).max(frame.top()));
    let across = |x: f32| x.clamp(frame.left(), (frame.right() - SIZE.x).max(frame.left()));
    let around = kept_free.expand(GAP);
    let (y, x) = (
        upright(around.top() - SIZE.y),
        across(around.center().x - 0.5 * SIZE.x),
    );
    let places = [
        pos2(around.right(), y),
        pos2(around.left() - SIZE.x, y),
        pos2(x, around.top() - SIZE.y),
        pos2(x, around.bottom()),
    ];
    let places = places.map(|min| Rect::from_min_size(min.round(), SIZE));
    let is_free =
        |place: &&Rect| frame.expand(1.0).contains_rect(**place) && !place.intersects(kept_free);
    places.iter().find(is_free).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panel_is_within_the_frame_and_covers_nothing_that_is_pointed_at() {
        let frame = Rect::from_min_size(pos2(50.0, 40.0), vec2(600.0, 300.0));
        for x in (50..=650).step_by(10) {
            for y in (40..=340).step_by(10) {
                let at = pos2(x as f32, y as f32);
                let free = Rect::from_center_size(at, vec2(9.0, 7.0));
                let place = place(free, frame).expect("there is room");
                assert!(frame.expand(1.0).contains_rect(place), "{at} {place}");
                assert!(!place.intersects(free), "{at} {place}");
            }
        }
        assert_eq!(place(frame, frame), None);
    }
}
