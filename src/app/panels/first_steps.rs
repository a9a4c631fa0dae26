//! Three hints at the first start, one after the other: what to drag, where to scrub, what to flip.
//! Each passes when it was followed, closed (by its mark or by Escape), or by itself, and none
//! comes back. They belong to the Learning view and stand over its curves, where nothing else is
//! clicked; what a hint is about is framed, without a line to it that would cross something else.

use std::time::Duration;

use egui::{
    Align2, Area, Button, Context, Frame, Id, Key, LayerId, Order, Pos2, Rect, Response, Stroke,
    StrokeKind, Ui, pos2, vec2,
};

use crate::app::command::view::View;
use crate::app::session::settings::FIRST_HINTS;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::wrapped::wrapped_ui;
use crate::app::widgets::{plot_place, pointer};
use crate::experiment::Experiment;

/// A hint passes by itself after so many seconds.
const SECONDS: f64 = 15.0;

/// Room for the mark that closes a bubble, at some distance from the text.
const CLOSE: f32 = 36.0;

/// The width of a bubble, and its distance from the frame's edge.
const WIDTH: f32 = 260.0;
const GAP: f32 = 12.0;

/// Something that a hint points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HintTarget {
    /// The slider of the learning rate, with its name and its note.
    LearningRate,
    /// The timeline.
    Timeline,
    /// The tab of the Illusions view, with its table of cells.
    Illusions,
}

impl HintTarget {
    /// In the order of the hints.
    const ALL: [Self; FIRST_HINTS] = [Self::LearningRate, Self::Timeline, Self::Illusions];

    /// The key of the hint.
    fn key(self) -> &'static str {
        match self {
            Self::LearningRate => "first-drag",
            Self::Timeline => "first-scrub",
            Self::Illusions => "first-flip",
        }
    }

    fn id(self) -> Id {
        Id::unique(("target of a hint", self as u8))
    }

    /// Marks the widget that the hint is about.
    pub(crate) fn mark(self, widget: &Response) {
        self.mark_at(&widget.ctx, widget.rect);
    }

    /// Marks a place that the hint is about.
    pub(crate) fn mark_at(self, ctx: &Context, place: Rect) {
        ctx.data_mut(|data| data.insert_temp(self.id(), place));
    }

    /// Where the bubble stands, by which of its corners: in a chart's frame, as near as can be to
    /// the widget at `rect`.
    fn place(self, rect: Rect, chart: Rect) -> (Pos2, Align2) {
        let inner = chart.shrink2(vec2(0.5 * WIDTH, 60.0).min(0.5 * chart.size()));
        let near = inner.clamp(rect.center());
        match self {
            Self::LearningRate => (pos2(chart.left() + GAP, near.y), Align2::LEFT_CENTER),
            Self::Timeline => (pos2(near.x, chart.bottom() - GAP), Align2::CENTER_BOTTOM),
            Self::Illusions => (pos2(near.x, chart.top() + GAP), Align2::CENTER_TOP),
        }
    }
}

/// The values that the hints ask the user to change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Followed {
    lr: f64,
    epoch: usize,
    n_features: usize,
    view: View,
}

impl Followed {
    /// The present values.
    pub(crate) fn now(experiment: &Experiment, epoch: usize, view: View) -> Self {
        Self {
            lr: experiment.lr,
            epoch,
            n_features: experiment.user_features.len(),
            view,
        }
    }

    fn has_changed(&self, now: &Self, target: HintTarget) -> bool {
        match target {
            HintTarget::LearningRate => self.lr != now.lr,
            HintTarget::Timeline => self.epoch != now.epoch,
            HintTarget::Illusions => {
                self.n_features != now.n_features || now.view == View::Illusions
            }
        }
    }
}

/// The hint that is shown, and since when.
#[derive(Debug, Default)]
pub(crate) struct FirstSteps {
    shown: Option<(usize, f64, Followed)>,
}

impl FirstSteps {
    /// Draws the hint that is due; `n_left` counts down to none. Escape closes it where
    /// `takes_escape`.
    pub(crate) fn ui(
        &mut self,
        ctx: &Context,
        words: &Words,
        now: &Followed,
        n_left: &mut usize,
        takes_escape: bool,
    ) {
        let time = ctx.input(|input| input.time);
        let Some(target) = FIRST_HINTS
            .checked_sub(*n_left)
            .and_then(|i| HintTarget::ALL.get(i))
        else {
            return;
        };
        let chart = plot_place::largest(ctx).filter(|_| now.view == View::Learning);
        let Some(chart) = chart else {
            let left = self.shown.take();
            if left.is_some_and(|(_, _, then)| then.has_changed(now, *target)) {
                *n_left -= 1;
            }
            return;
        };
        if self.shown.as_ref().is_none_or(|(of, ..)| *of != *n_left) {
            self.shown = Some((*n_left, time, now.clone()));
        }
        let Some((_, since, then)) = &self.shown else {
            return;
        };
        let elapsed = time - since;
        // While the button is down, the hand has found it: the hint is out of its way, and is
        // counted as followed once the button is let go.
        let is_dragging = pointer::is_pressed(ctx);
        let is_followed = then.has_changed(now, *target) && !is_dragging;
        let is_escaped = takes_escape && ctx.input(|input| input.key_pressed(Key::Escape));
        let rect = ctx.data(|data| data.get_temp::<Rect>(target.id()));
        let is_hidden = pointer::is_pressed_below(ctx, layer());
        let shown = rect.filter(|_| !is_hidden);
        let is_closed = || shown.is_some_and(|rect| bubble(ctx, *target, (rect, chart), words));
        if is_followed || is_escaped || elapsed > SECONDS || is_closed() {
            *n_left -= 1;
            ctx.request_repaint();
            return;
        }
        ctx.request_repaint_after(Duration::from_secs_f64((SECONDS - elapsed).max(0.05)));
    }
}

/// The layer of the bubble.
fn layer() -> LayerId {
    LayerId::new(Order::Foreground, Id::unique("first steps"))
}

/// A text, and a frame around what it is about; answers whether it was closed.
fn bubble(ctx: &Context, target: HintTarget, (rect, chart): (Rect, Rect), words: &Words) -> bool {
    let (at, pivot) = target.place(rect, chart);
    let style = ctx.global_style();
    let stroke = Stroke::new(1.5, style.visuals.hyperlink_color);
    Area::new(layer().id)
        .order(layer().order)
        .pivot(pivot)
        .fixed_pos(at)
        .show(ctx, |ui| {
            ui.set_max_width(WIDTH);
            let frame = Frame::popup(&style).stroke(stroke).inner_margin(10.0);
            let closed = frame.show(ui, |ui| contents(ui, &words.get(target.key()), words));
            let layer = ui.layer_id();
            let painter = ctx.layer_painter(layer);
            painter.rect_stroke(rect.expand(3.0), 4.0, stroke, StrokeKind::Outside);
            closed.inner
        })
        .inner
}

/// The text, and the mark that closes it in the corner; answers whether that was clicked.
fn contents(ui: &mut Ui, text: &str, words: &Words) -> bool {
    ui.horizontal_top(|ui| {
        ui.scope(|ui| {
            ui.set_width(WIDTH - 20.0 - CLOSE);
            let color = ui.visuals().strong_text_color();
            wrapped_ui(ui, text, |text| text.color(color));
        });
        ui.add_space(6.0);
        let close = ui.add(Button::new("×").frame(false));
        let name = words.get("first-close");
        accessible_name(ui, &close, &name);
        close.on_hover_text(name).clicked()
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hint_is_followed_by_its_own_change() {
        let of = |experiment: &Experiment, epoch| Followed::now(experiment, epoch, View::Learning);
        let before = of(&Experiment::default(), 150);
        let slower = Experiment {
            lr: 60.0,
            ..Experiment::default()
        };
        let now = of(&slower, 150);
        let followed = HintTarget::ALL.map(|target| before.has_changed(&now, target));
        assert_eq!(followed, [true, false, false]);
        let now = of(&Experiment::default(), 90);
        let followed = HintTarget::ALL.map(|target| before.has_changed(&now, target));
        assert_eq!(followed, [false, true, false]);
        let now = Followed::now(&Experiment::default(), 150, View::Illusions);
        let followed = HintTarget::ALL.map(|target| before.has_changed(&now, target));
        assert_eq!(followed, [false, false, true]);
    }
}
