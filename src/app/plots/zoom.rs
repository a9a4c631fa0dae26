//! Zooming and panning a chart. A chart that nobody has zoomed shows all of its run, however long
//! the run becomes; only a person's own zoom is kept.

use egui::{
    CursorIcon, PointerButton, Pos2, Rect, Response, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
};

use crate::app::text::words::Words;
use crate::picture::chart::{Frame, View};

/// A box that is drawn smaller than this, in points, zooms into nothing.
const LEAST_BOX: f32 = 6.0;
/// From the button to the frame's corner, and its size, in points.
const BUTTON_GAP: f32 = 4.0;
const BUTTON: Vec2 = Vec2::new(124.0, 20.0);

/// The part of a chart that was zoomed into.
#[derive(Debug, Default)]
pub(super) struct Zoom {
    /// The chart's kind of axes, and the part; `None` for the whole chart.
    part: Option<(&'static str, View)>,
}

/// The frame of a chart in the window.
#[derive(Clone, Copy)]
pub(super) struct FramePlace<'a> {
    /// Where it is.
    pub(super) rect: Rect,
    /// As it is laid out.
    pub(super) frame: &'a Frame,
    /// All that the chart has.
    pub(super) whole: View,
    /// Names the kind of axes: a zoom of one is none of another.
    pub(super) id: &'static str,
}

impl FramePlace<'_> {
    /// The place in the chart of a place in the window.
    fn at(&self, view: &View, pos: Pos2) -> [f64; 2] {
        let at = pos - self.rect.min;
        let area = &self.frame.area;
        let x = self.frame.x_at(view, area.left + f64::from(at.x));
        [x, self.frame.y_at(view, area.top + f64::from(at.y))]
    }
}

impl Zoom {
    /// The part in view, after the pointer has zoomed or panned it.
    pub(super) fn update(&mut self, ui: &Ui, response: &Response, place: FramePlace<'_>) -> View {
        let FramePlace { whole, id, .. } = place;
        let kept = self.part.filter(|(of, _)| *of == id);
        let mut view = kept.map_or(whole, |(_, view)| view.within(&whole));
        if let Some(pos) = response.hover_pos() {
            let factor = ui.input(egui::InputState::zoom_delta);
            if factor != 1.0 {
                view = view.scaled(place.at(&view, pos), 1.0 / f64::from(factor));
            }
        }
        let box_end = response.interact_pointer_pos();
        let box_start = ui.input(|input| input.pointer.press_origin());
        if response.drag_stopped_by(PointerButton::Secondary)
            && let (Some(start), Some(end)) = (box_start, box_end)
            && (end - start).abs().min_elem() >= LEAST_BOX
        {
            view = View::between(place.at(&view, start), place.at(&view, end));
        }
        let shift = panned(ui, response, view != whole);
        if shift != Vec2::ZERO {
            let share = shift / place.rect.size();
            view = view.moved([-f64::from(share.x), f64::from(share.y)]);
        }
        if response.double_clicked() {
            view = whole;
        }
        let view = view.within(&whole);
        self.part = (view != whole).then_some((id, view));
        view
    }

    /// Draws the box that is zoomed into when the button is let go, and the button that shows the
    /// whole run again.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        place: FramePlace<'_>,
        words: &Words,
    ) {
        if response.dragged_by(PointerButton::Secondary)
            && let Some(start) = ui.input(|input| input.pointer.press_origin())
            && let Some(end) = response.interact_pointer_pos()
        {
            let stroke = Stroke::new(1.0, ui.visuals().text_color());
            let rect = Rect::from_two_pos(start, end).intersect(place.rect);
            ui.painter()
                .rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
        }
        if is_panned_by_hand(ui, response) {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if self.part.is_none() {
            return;
        }
        let corner = place.rect.right_top() + Vec2::new(-BUTTON_GAP - BUTTON.x, BUTTON_GAP);
        let rect = Rect::from_min_size(corner, BUTTON).intersect(place.rect);
        let button = egui::Button::new(words.get("zoom-whole-run")).small();
        let shown = ui
            .new_child(UiBuilder::new().max_rect(rect))
            .put(rect, button)
            .on_hover_text(words.get("zoom-whole-run-hint"));
        if shown.clicked() {
            self.part = None;
        }
    }
}

/// Whether the left button pans instead of choosing an epoch.
pub(super) fn is_panned_by_hand(ui: &Ui, response: &Response) -> bool {
    let with_shift = response.dragged_by(PointerButton::Primary) && ui.input(|i| i.modifiers.shift);
    with_shift || response.dragged_by(PointerButton::Middle)
}

/// How far the chart is to move, in points. The wheel pans what is zoomed and otherwise scrolls
/// whatever the chart stands in.
fn panned(ui: &Ui, response: &Response, is_zoomed: bool) -> Vec2 {
    let by_hand = if is_panned_by_hand(ui, response) {
        response.drag_delta()
    } else {
        Vec2::ZERO
    };
    if !is_zoomed || !response.contains_pointer() {
        return by_hand;
    }
    let by_wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
    by_hand + by_wheel
}

impl View {
    /// The part between two opposite corners.
    fn between(a: [f64; 2], b: [f64; 2]) -> Self {
        let ends = |axis: usize| [a[axis].min(b[axis]), a[axis].max(b[axis])];
        Self {
            x: ends(0),
            y: ends(1),
        }
    }

    /// A part that is `factor` times as large, with `at` in the same place of the frame.
    fn scaled(self, at: [f64; 2], factor: f64) -> Self {
        let about = |ends: [f64; 2], at: f64| ends.map(|end| at + factor * (end - at));
        Self {
            x: about(self.x, at[0]),
            y: about(self.y, at[1]),
        }
    }

    /// A part of the same size, moved by these shares of it.
    fn moved(self, [x, y]: [f64; 2]) -> Self {
        let by = |[from, to]: [f64; 2], share: f64| {
            let step = share * (to - from);
            [from + step, to + step]
        };
        Self {
            x: by(self.x, x),
            y: by(self.y, y),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: View = View {
        x: [0.0, 200.0],
        y: [0.0, 1.0],
    };

    #[test]
    fn zooming_keeps_the_pointed_place_where_it_is() {
        let view = WHOLE.scaled([50.0, 0.5], 0.5);
        assert_eq!((view.x, view.y), ([25.0, 125.0], [0.25, 0.75]));
        assert_eq!(view.scaled([50.0, 0.5], 2.0), WHOLE);
    }

    #[test]
    fn panning_stops_at_the_charts_edges() {
        let view = View::between([100.0, 0.75], [50.0, 0.25]);
        assert_eq!((view.x, view.y), ([50.0, 100.0], [0.25, 0.75]));
        assert_eq!(view.moved([0.5, 0.0]).x, [75.0, 125.0]);
        let far = view.moved([9.0, -9.0]).within(&WHOLE);
        assert_eq!((far.x, far.y), ([150.0, 200.0], [0.0, 0.5]));
    }

    #[test]
    fn zooming_out_of_the_chart_shows_all_of_it() {
        let view = View::between([50.0, 0.2], [100.0, 0.6]);
        assert_eq!(view.scaled([70.0, 0.4], 100.0).within(&WHOLE), WHOLE);
    }
}
