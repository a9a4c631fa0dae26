//! Where everything of the map goes: one scale on both axes, and names where there is room.

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Ui, pos2, vec2};

use super::groups::group_name;
use super::sizes::{DOT, FONT, MARGIN};
use crate::app::plots::scene::Scene;

/// Where everything goes.
pub(super) struct Frame {
    pub(super) outer: Rect,
    /// The part for dots.
    pub(super) inner: Rect,
    pub(super) middle: Pos2,
    /// Points a unit, the same on both axes.
    pub(super) scale: f64,
}

impl Frame {
    pub(super) fn new(ui: &Ui, outer: Rect, names: &[String], reach: [f64; 2]) -> Self {
        let font = FontId::proportional(FONT);
        let widths = names.iter().map(|name| {
            let layout = ui
                .painter()
                .layout_no_wrap(name.clone(), font.clone(), Color32::WHITE);
            layout.size().x
        });
        let widest = widths.fold(0.0, f32::max).min(outer.width() / 5.0);
        let inner = Rect::from_min_max(
            outer.min + vec2(MARGIN, 2.0),
            outer.max - vec2(2.0, MARGIN + 2.0),
        );
        // Names stand beside the dots farthest out, one below the lowest.
        let room = inner.size() / 2.0 - vec2(widest + 3.0 * DOT, 2.0 * DOT);
        let units = |room: f32, reach: f64| {
            if reach > 0.0 {
                f64::from(room.max(8.0)) / reach
            } else {
                f64::INFINITY
            }
        };
        let scale = units(room.x, reach[0]).min(units(room.y, reach[1]));
        Self {
            outer,
            inner,
            middle: inner.center().round(),
            scale: if scale.is_finite() { scale } else { 1.0 },
        }
    }

    /// Where a place is; the middle for what is no number.
    pub(super) fn at(&self, [x, y]: [f64; 2]) -> Pos2 {
        let to = |value: f64| {
            let value = value * self.scale;
            if value.is_finite() {
                value.clamp(-1e4, 1e4) as f32
            } else {
                0.0
            }
        };
        pos2(self.middle.x + to(x), self.middle.y - to(y))
    }

    /// Each group's name where it covers neither another nor a dot, else not at all.
    pub(super) fn names(
        &self,
        painter: &Painter,
        dots: &[Pos2],
        groups: &[Vec<usize>],
        names: &[String],
        scene: Scene<'_>,
        visuals: &egui::Visuals,
    ) {
        let ink = visuals.text_color();
        // Lines pass behind a name.
        let behind = visuals.panel_fill.gamma_multiply(0.8);
        let mut taken: Vec<Rect> = groups
            .iter()
            .map(|group| Rect::from_center_size(dots[group[0]], vec2(2.0 * DOT, 2.0 * DOT)))
            .collect();
        for group in groups {
            let dot = dots[group[0]];
            let text = group_name(group, names, scene, 4);
            let galley = painter.layout_no_wrap(text, FontId::proportional(FONT), ink);
            let beside = |right: bool| {
                if right {
                    (dot + vec2(1.8 * DOT, 0.0), Align2::LEFT_CENTER)
                } else {
                    (dot - vec2(1.8 * DOT, 0.0), Align2::RIGHT_CENTER)
                }
            };
            let is_right = dot.x >= self.middle.x - 0.5;
            let ways = [
                beside(is_right),
                (dot - vec2(0.0, 1.4 * DOT), Align2::CENTER_BOTTOM),
                (dot + vec2(0.0, 1.4 * DOT), Align2::CENTER_TOP),
                beside(!is_right),
            ];
            let free = ways
                .into_iter()
                .map(|(at, anchor)| anchor.anchor_size(at, galley.size()))
                .find(|place| {
                    self.inner.expand(2.0).contains_rect(*place)
                        && taken.iter().all(|other| !other.intersects(*place))
                });
            if let Some(place) = free {
                taken.push(place);
                painter.rect_filled(place, 2.0, behind);
                painter.galley(place.min, galley, ink);
            }
        }
    }
}
