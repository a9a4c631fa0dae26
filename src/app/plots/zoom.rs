//! Zooming and panning a chart, both axes at once in its frame and each alone beside it, and the
//! buttons for it; the status line says what each does. A chart that nobody has zoomed shows all of
//! its run, however long the run becomes; only a person's own zoom is kept.

use egui::{
    CursorIcon, PointerButton, Pos2, Rect, Response, RichText, Sense, Ui, UiBuilder, Vec2, vec2,
};
use egui_plot::{Plot, PlotBounds};

use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::{plot_place, status_hint};
use crate::picture::chart::Viewport;

/// The height of the line of buttons above the frame, and the size of their text, in points.
const BUTTONS: f32 = 15.0;
const BUTTON_TEXT: f32 = 11.0;

/// How much of a chart a button, or 100 points of the wheel, leaves in view.
const STEP: f64 = 1.0 / 1.4;

/// The part of a chart that was zoomed into.
#[derive(Debug, Default)]
pub(super) struct ChartZoom {
    /// The chart's kind of axes, and the part; `None` for the whole chart.
    part: Option<(&'static str, Viewport)>,
}

/// The frame of a chart in the window.
#[derive(Clone, Copy)]
pub(super) struct FramePlace {
    /// The frame's rectangle.
    pub(super) rect: Rect,
    /// The whole picture around it.
    pub(super) picture: Rect,
    /// All that the chart has.
    pub(super) whole: Viewport,
    /// Names the kind of axes: a zoom of one is none of another.
    pub(super) id: &'static str,
}

impl FramePlace {
    /// The place in the chart under a place of the window.
    fn at(self, view: Viewport, at: Pos2) -> [f64; 2] {
        let share = (at - self.rect.left_bottom()) / self.rect.size();
        let along = |[from, to]: [f64; 2], share: f32| from + f64::from(share) * (to - from);
        [along(view.x, share.x), along(view.y, -share.y)]
    }
}

impl ChartZoom {
    /// Takes the pointer in the frame: egui_plot zooms a plot without curves, whose bounds are the
    /// part in view. The curves are painted over it. Answers what the pointer did and that part.
    pub(super) fn update(
        &mut self,
        ui: &mut Ui,
        place: FramePlace,
        words: &Words,
    ) -> (Response, Viewport) {
        let FramePlace {
            rect, whole, id, ..
        } = place;
        plot_place::mark(ui.ctx(), rect);
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
                let Viewport { x, y } = view.within(&whole);
                plot.set_plot_bounds(PlotBounds::from_min_max([x[0], y[0]], [x[1], y[1]]));
            })
        });
        let shown = shown.inner;
        let view = view_of(shown.transform.bounds());
        let view = axes_view(ui, place, view, words).within(&whole);
        self.part = (view != whole).then_some((id, view));
        (shown.response, view)
    }

    /// Draws the buttons above the frame, where they cover nothing: while the chart is pointed at
    /// those that zoom, and while it is zoomed the one that shows the whole run again.
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
        let is_pointed = ui.rect_contains_pointer(place.picture);
        if self.part.is_none() && !is_pointed {
            return;
        }
        let top = place.rect.top() - BUTTONS;
        let line = Rect::from_x_y_ranges(place.rect.x_range(), top..=place.rect.top());
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let mut line = ui.new_child(UiBuilder::new().max_rect(line).layout(layout));
        line.spacing_mut().item_spacing.x = 4.0;
        line.spacing_mut().button_padding = vec2(4.0, 0.0);
        line.spacing_mut().interact_size.y = BUTTONS - 1.0;
        let mut is_clicked = |text: &str, key: &str| {
            let text = RichText::new(text).size(BUTTON_TEXT);
            let button = line.add(egui::Button::new(text).small());
            let name = words.get(key);
            accessible_name(&line, &button, &name);
            if button.hovered() {
                status_hint::tell(line.ctx(), words.get(&format!("{key}-hint")));
            }
            button.clicked()
        };
        let whole = place.whole;
        let now = self.part.map_or(whole, |(_, view)| view);
        let [is_in, is_out] =
            [("+", "zoom-in"), ("−", "zoom-out")].map(|(sign, key)| is_clicked(sign, key));
        let is_zoomed = self.part.is_some();
        let is_whole = is_zoomed && is_clicked(&words.get("zoom-whole-run"), "zoom-whole-run");
        let zoomed = match (is_in, is_out, is_whole) {
            (true, ..) => now.zoomed([STEP; 2], now.middle()),
            (_, true, _) => now.zoomed([1.0 / STEP; 2], now.middle()),
            (.., true) => whole,
            _ => return,
        };
        let zoomed = zoomed.within(&whole);
        self.part = (zoomed != whole).then_some((place.id, zoomed));
    }
}

/// The room of the lower axis and of the left and the right one, and whether each is that of x or
/// of y.
fn axes(place: FramePlace) -> [(Rect, [bool; 2]); 3] {
    let FramePlace { rect, picture, .. } = place;
    let below = Rect::from_x_y_ranges(rect.x_range(), rect.bottom()..=picture.bottom());
    let left = Rect::from_x_y_ranges(picture.left()..=rect.left(), rect.y_range());
    let right = Rect::from_x_y_ranges(rect.right()..=picture.right(), rect.y_range());
    [
        (below, [true, false]),
        (left, [false, true]),
        (right, [false, true]),
    ]
}

/// The part in view after the pointer's doings at an axis, which move that axis alone: the wheel
/// zooms at the pointer, a drag moves, a double-click shows all of it.
fn axes_view(ui: &mut Ui, place: FramePlace, view: Viewport, words: &Words) -> Viewport {
    let mut view = view;
    for (i, (room, [is_x, is_y])) in axes(place).into_iter().enumerate() {
        let id = ui.scope_id().with((place.id, "axis", i));
        let response = ui.interact(room, id, Sense::CLICK | Sense::DRAG);
        if response.double_clicked() {
            let whole = place.whole;
            view = Viewport {
                x: if is_x { whole.x } else { view.x },
                y: if is_y { whole.y } else { view.y },
            };
        } else if response.dragged() {
            let share = response.drag_delta() / place.rect.size();
            let along = |is_so: bool, by: f32| if is_so { f64::from(by) } else { 0.0 };
            view = view.moved([along(is_x, -share.x), along(is_y, share.y)]);
        } else if let Some(at) = response.hover_pos() {
            let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
            let zoom = f64::from(ui.input(egui::InputState::zoom_delta));
            let by = STEP.powf(f64::from(wheel.y) / 100.0) / zoom;
            let along = |is_so: bool| if is_so { by } else { 1.0 };
            view = view.zoomed([along(is_x), along(is_y)], place.at(view, at));
        }
        let icon = if is_x {
            CursorIcon::ResizeHorizontal
        } else {
            CursorIcon::ResizeVertical
        };
        // A box at the pointer would cover what stands around the chart.
        if response.hovered() {
            status_hint::tell(ui.ctx(), words.get("zoom-axis-hint"));
        }
        response.on_hover_cursor(icon);
    }
    view
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

fn view_of(bounds: &PlotBounds) -> Viewport {
    let (min, max) = (bounds.min(), bounds.max());
    Viewport {
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

impl Viewport {
    /// The middle of the viewport.
    fn middle(self) -> [f64; 2] {
        [self.x, self.y].map(|[from, to]| f64::midpoint(from, to))
    }

    /// A part that is so many times as wide and as high; what is at `at` stays where it is.
    fn zoomed(self, by: [f64; 2], at: [f64; 2]) -> Self {
        let around =
            |[from, to]: [f64; 2], by: f64, at: f64| [at - by * (at - from), at + by * (to - at)];
        Self {
            x: around(self.x, by[0], at[0]),
            y: around(self.y, by[1], at[1]),
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

    const WHOLE: Viewport = Viewport {
        x: [0.0, 200.0],
        y: [0.0, 1.0],
    };

    #[test]
    fn zooming_keeps_what_is_pointed_at_in_its_place() {
        let view = WHOLE.zoomed([0.5, 1.0], [50.0, 0.5]);
        assert_eq!((view.x, view.y), ([25.0, 125.0], [0.0, 1.0]));
        let back = view.zoomed([2.0, 1.0], [50.0, 0.5]);
        assert_eq!((back.x, back.y), (WHOLE.x, WHOLE.y));
    }

    #[test]
    fn panning_stops_at_the_charts_edges() {
        let view = Viewport {
            x: [50.0, 100.0],
            y: [0.25, 0.75],
        };
        assert_eq!(view.moved([0.5, 0.0]).x, [75.0, 125.0]);
        let far = view.moved([9.0, -9.0]).within(&WHOLE);
        assert_eq!((far.x, far.y), ([150.0, 200.0], [0.0, 0.5]));
    }
}
