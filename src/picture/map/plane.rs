//! Where places are in the picture: one scale for both axes.

use super::super::round::round_below;
use super::super::strokes::{line, line_height, size, text, widest};
use super::super::{Align, Area, Colour, Drawing, Measure, Point, Role, Size};
use super::{DOT, Map};
use crate::numbers::short;

/// Around the plane.
const MARGIN: f64 = 6.0;
/// A way goes on where it is farther than this from its last point, in points.
const STEP: f64 = 0.8;
/// The share of the plane's width that is kept for names beside the outermost dots.
const MOST_BESIDE: f64 = 0.22;

/// The plane of a map.
pub(super) struct Plane {
    /// Where dots and their names are.
    pub(super) area: Area,
    /// The upper edge of the line below the axis' name.
    pub(super) foot: f64,
    /// The middle of all ways, and where it is in the picture.
    middle: [f64; 2],
    seen_at: Point,
    /// Points a unit, the same on both axes.
    scale: f64,
}

impl Plane {
    pub(super) fn fitting(size: Size, top: f64, map: &Map<'_>, measure: &dyn Measure) -> Self {
        let axis = line_height(size::TEXT) + 4.0;
        let note = line_height(size::NAME) + 2.0;
        let foot = size.height - note;
        let has_up = map.ways.axes().up.is_some();
        let area = Area {
            left: MARGIN + if has_up { axis } else { 0.0 },
            top: top.max(MARGIN),
            right: size.width - MARGIN,
            bottom: foot - axis,
        };
        let beside = widest(map.run.items, size::NAME, measure);
        let beside = beside.min(MOST_BESIDE * area.width()) + 2.0 * DOT;
        let above = line_height(size::NAME) + 1.5 * DOT;
        let room = [area.width() / 2.0 - beside, area.height() / 2.0 - above];
        let range = map.ways.range();
        let units = |axis: usize| {
            let extent = range[axis][1] - range[axis][0];
            if extent > 0.0 {
                2.0 * room[axis].max(8.0) / extent
            } else {
                f64::INFINITY
            }
        };
        let scale = units(0).min(units(1));
        Self {
            area,
            foot,
            seen_at: area.centre(),
            middle: range.map(|[least, most]| f64::midpoint(least, most)),
            scale: if scale.is_finite() { scale } else { 1.0 },
        }
    }

    /// Where a place is, at the edge where it is beyond; the middle for what is no number.
    pub(super) fn at(&self, [x, y]: [f64; 2]) -> Point {
        let to = |value: f64, middle: f64| {
            let value = (value - middle) * self.scale;
            if value.is_finite() { value } else { 0.0 }
        };
        let inner = self.area.grown(-DOT);
        let keep = |value: f64, least: f64, most: f64| value.min(most).max(least);
        Point {
            x: keep(
                self.seen_at.x + to(x, self.middle[0]),
                inner.left,
                inner.right,
            ),
            y: keep(
                self.seen_at.y - to(y, self.middle[1]),
                inner.top,
                inner.bottom,
            ),
        }
    }

    /// A way in points, without what is too near to be seen.
    pub(super) fn way(&self, places: impl Iterator<Item = [f64; 2]>) -> Vec<Point> {
        let mut way: Vec<Point> = Vec::new();
        for place in places {
            let at = self.at(place);
            let is_apart = |last: &Point| (last.x - at.x).abs().max((last.y - at.y).abs()) > STEP;
            if way.last().is_none_or(is_apart) {
                way.push(at);
            }
        }
        way
    }

    /// Draws a scale bar below the plane: a line of a round length, and that length.
    pub(super) fn draw_scale(&self, drawing: &mut Drawing, measure: &dyn Measure) {
        let wanted = 0.16 * self.area.width() / self.scale;
        let unit = round_below(wanted);
        let length = unit * self.scale;
        if !(length > 4.0 && length < self.area.width() / 2.0) {
            return;
        }
        let words = short(unit);
        let y = self.foot + line_height(size::NAME) / 2.0;
        let left = self.area.left;
        let right = left + length;
        for (a, b) in [
            ((left, y), (right, y)),
            ((left, y - 3.0), (left, y + 3.0)),
            ((right, y - 3.0), (right, y + 3.0)),
        ] {
            let points = vec![Point::new(a.0, a.1), Point::new(b.0, b.1)];
            line(drawing, points, 1.0, Colour::Quiet, Role::Rule);
        }
        if right + 6.0 + measure.width(&words, size::NAME) < self.area.right {
            let at = Point::new(right + 6.0, y);
            let look = (size::NAME, Colour::Quiet);
            text(drawing, words, at, [Align::Start, Align::Middle], look);
        }
    }
}
