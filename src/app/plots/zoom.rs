//! Zooming and panning a chart. A chart that nobody has zoomed shows all of its run, however long
//! the run becomes; only a person's own zoom is kept.

use egui::{CursorIcon, PointerButton, Rect, Response, Sense, Ui, UiBuilder, Vec2};
use egui_plot::{Plot, PlotBounds};

use crate::app::text::words::Words;
use crate::picture::chart::View;

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
pub(super) struct FramePlace {
    /// Where it is.
    pub(super) rect: Rect,
    /// All that the chart has.
    pub(super) whole: View,
    /// Names the kind of axes: a zoom of one is none of another.
    pub(super) id: &'static str,
}

impl Zoom {
    /// Takes the pointer in the frame: egui_plot zooms a plot without curves, whose bounds are the
    /// part in view. The curves are painted over it. Answers what the pointer did and that part.
    pub(super) fn update(&mut self, ui: &mut Ui, place: FramePlace) -> (Response, View) {
        let FramePlace { rect, whole, id } = place;
        let kept = self.part.filter(|(of, _)| *of == id);
        let kept = kept.map_or(whole, |(_, view)| view.within(&whole));
        let builder = UiBuilder::new().max_rect(rect);
        let shown = ui.scope_builder(builder, |ui| {
            empty_plot(id, rect.size()).show(ui, |plot| {
                let response = plot.response();
                let view = if response.double_clicked() {
                    whole
                } else {
                    let share = panned(plot.ctx(), response, kept != whole) / rect.size();
                    kept.moved([-f64::from(share.x), f64::from(share.y)])
                };
                let View { x, y } = view.within(&whole);
                plot.set_plot_bounds(PlotBounds::from_min_max([x[0], y[0]], [x[1], y[1]]));
            })
        });
        let shown = shown.inner;
        let view = view_of(shown.transform.bounds()).within(&whole);
        self.part = (view != whole).then_some((id, view));
        (shown.response, view)
    }

    /// Draws the button that shows the whole run again.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        place: FramePlace,
        words: &Words,
    ) {
        if is_panned_by_hand(ui.ctx(), response) {
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

/// A plot of nothing, the size of a chart's frame. The secondary button drags a box to zoom into.
fn empty_plot<'a>(id: &str, size: Vec2) -> Plot<'a> {
    Plot::new(id)
        .sense(Sense::click_and_drag())
        .allow_drag(false)
        .allow_scroll(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .label_formatter(|_| None)
        .set_margin_fraction(Vec2::ZERO)
        .min_size(Vec2::ZERO)
        .width(size.x)
        .height(size.y)
}

fn view_of(bounds: &PlotBounds) -> View {
    let (min, max) = (bounds.min(), bounds.max());
    View {
        x: [min[0], max[0]],
        y: [min[1], max[1]],
    }
}

/// Whether the left button pans instead of choosing an epoch.
pub(super) fn is_panned_by_hand(ctx: &egui::Context, response: &Response) -> bool {
    let with_shift =
        response.dragged_by(PointerButton::Primary) && ctx.input(|i| i.modifiers.shift);
    with_shift || response.dragged_by(PointerButton::Middle)
}

/// How far the chart is to move, in points. The wheel pans what is zoomed and otherwise scrolls
/// whatever the chart stands in.
fn panned(ctx: &egui::Context, response: &Response, is_zoomed: bool) -> Vec2 {
    let by_hand = if is_panned_by_hand(ctx, response) {
        response.drag_delta()
    } else {
        Vec2::ZERO
    };
    if !is_zoomed || !response.contains_pointer() {
        return by_hand;
    }
    let by_wheel = ctx.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
    by_hand + by_wheel
}

impl View {
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
    fn panning_stops_at_the_charts_edges() {
        let view = View {
            x: [50.0, 100.0],
            y: [0.25, 0.75],
        };
        assert_eq!(view.moved([0.5, 0.0]).x, [75.0, 125.0]);
        let far = view.moved([9.0, -9.0]).within(&WHOLE);
        assert_eq!((far.x, far.y), ([150.0, 200.0], [0.0, 0.5]));
    }
}
