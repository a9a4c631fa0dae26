//! Readings under the pointer: the nearest curve, and the values at an x.

use super::frame::{NAME, NUMBER, NUMBER_GAP, TICK, line};
use super::{Chart, Curve, Frame, Viewport};
use crate::picture::spread::{Wish, spread};
use crate::picture::{
    Align, Area, Colour, Drawing, Label, LineStyle, Measure, Point, Role, Shape, Turn,
};

/// From the pointed x to the values beside it, in points.
const GAP: f64 = 8.0;
/// Opacity of the ground behind a value: a flat curve must not look like a line through it.
const VALUE_GROUND: f64 = 0.94;

impl Chart {
    /// The place in [`Chart::curves`] of the curve that comes nearest to a place in the picture, if
    /// one comes as near as `reach` points. Of curves that are equally near it is the front one.
    /// Takes time in proportion to the number of points within reach.
    pub fn nearest(&self, at: Point, frame: &Frame, view: &Viewport, reach: f64) -> Option<usize> {
        let [from, to] = [at.x - reach, at.x + reach].map(|x| frame.x_at(view, x));
        if !frame.area.contains(at) {
            return None;
        }
        let near = self.curves.iter().enumerate().filter_map(|(i, curve)| {
            let distance = distance(curve, [from, to], at, frame, view);
            (distance <= reach).then_some((i, distance))
        });
        let nearest = near.min_by(|(a, near), (b, nearer)| near.total_cmp(nearer).then(b.cmp(a)));
        nearest.map(|(i, _)| i)
    }

    /// The shapes over the chart while `x` is pointed at: an upright line, the value of each of
    /// the curves that `value` has one for beside the place where the line meets it, and `number`
    /// on the lower axis. Values that have no room are left out, those of the rear curves first.
    pub fn pointed(
        &self,
        x: f64,
        number: &str,
        value: impl Fn(&Curve) -> Option<String>,
        frame: &Frame,
        view: &Viewport,
        measure: &dyn Measure,
    ) -> Drawing {
        let mut drawing = Drawing::new(frame.size);
        let at = frame.x(view, x);
        let area = frame.area;
        if !(area.left..=area.right).contains(&at) {
            return drawing;
        }
        let shapes = &mut drawing.shapes;
        shapes.push(upright_line(at, &area));
        let met = self.curves.iter().rev().filter_map(|curve| {
            let y = frame.y(view, curve.y_at(x)?);
            let is_in = (area.top..=area.bottom).contains(&y);
            is_in.then_some((curve, y, value(curve)?))
        });
        let mut met: Vec<(&Curve, f64, String)> = met.collect();
        let places = places(&met, &area);
        met.truncate(places.len());
        let widths = met.iter().map(|(.., text)| measure.width(text, NAME));
        let widest = widths.fold(0.0, f64::max);
        let (left, side) = if at + GAP + widest < area.right {
            (at + GAP, Align::Start)
        } else {
            (at - GAP, Align::End)
        };
        for ((curve, y, text), place) in met.into_iter().zip(places) {
            shapes.push(Shape::Dot {
                at: Point::new(at, y),
                radius: 2.5,
                paint: curve.paint.colour.into(),
            });
            shapes.extend(value_label(
                Point::new(left, place),
                side,
                text,
                curve,
                measure,
            ));
        }
        shapes.extend(number_label(at, number, frame, measure));
        drawing
    }
}

/// The line at the pointed x.
fn upright_line(at: f64, area: &Area) -> Shape {
    Shape::Line {
        points: vec![Point::new(at, area.bottom), Point::new(at, area.top)],
        width: 1.0,
        paint: Colour::Quiet.into(),
        style: LineStyle::Dotted,
        role: Role::Rule,
        clip: None,
    }
}

/// The places of the values, as many of the first ones as have room in the frame.
fn places(met: &[(&Curve, f64, String)], area: &Area) -> Vec<f64> {
    let most = (area.height() / line(NAME)) as usize;
    let wishes = met.iter().take(most).map(|(_, y, _)| Wish {
        at: *y,
        extent: line(NAME),
        weight: 1.0,
    });
    let wishes: Vec<Wish> = wishes.collect();
    spread(&wishes, area.top, area.bottom).unwrap_or_default()
}

/// A value on a patch that keeps the curves behind it away.
fn value_label(
    at: Point,
    side: Align,
    text: String,
    curve: &Curve,
    measure: &dyn Measure,
) -> [Shape; 2] {
    let label = Label {
        text,
        at,
        align: [side, Align::Middle],
        size: NAME,
        paint: curve.paint.colour.into(),
        turn: Turn::Flat,
    };
    let ground = Shape::Fill {
        area: label.area(measure),
        paint: Colour::Ground.at(VALUE_GROUND),
    };
    [ground, Shape::Text(label)]
}

/// The number on the lower axis, over the numbers of the ticks.
fn number_label(x: f64, number: &str, frame: &Frame, measure: &dyn Measure) -> [Shape; 2] {
    let half = measure.width(number, NUMBER) / 2.0 + 4.0;
    let top = frame.area.bottom + TICK;
    let ground = Shape::Fill {
        area: Area {
            left: x - half,
            top,
            right: x + half,
            bottom: top + NUMBER_GAP + line(NUMBER),
        },
        paint: Colour::Ink.into(),
    };
    let label = Label {
        text: number.to_owned(),
        at: Point::new(x, top + 0.5 * NUMBER_GAP),
        align: [Align::Middle, Align::Start],
        size: NUMBER,
        paint: Colour::Ground.into(),
        turn: Turn::Flat,
    };
    [ground, Shape::Text(label)]
}

/// How far a curve is from a place in the picture, in points, as far as it is within `range`.
fn distance(curve: &Curve, range: [f64; 2], at: Point, frame: &Frame, view: &Viewport) -> f64 {
    let mut least = f64::INFINITY;
    for piece in &curve.pieces {
        let first = piece.partition_point(|point| point[0] < range[0]);
        let last = piece.partition_point(|point| point[0] <= range[1]);
        let stretch = &piece[first.saturating_sub(1)..(last + 1).min(piece.len())];
        for pair in stretch.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|place| frame.point(view, place));
            least = least.min(to_segment(at, a, b));
        }
    }
    least
}

/// How far a place is from the segment between two others.
fn to_segment(at: Point, a: Point, b: Point) -> f64 {
    let (way_x, way_y) = (b.x - a.x, b.y - a.y);
    let length = (way_x * way_x + way_y * way_y).max(f64::MIN_POSITIVE);
    let share = ((at.x - a.x) * way_x + (at.y - a.y) * way_y) / length;
    let share = share.clamp(0.0, 1.0);
    (a.x + share * way_x - at.x).hypot(a.y + share * way_y - at.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_as_far_as_the_nearest_point_of_a_segment() {
        let [a, b] = [Point::new(0.0, 0.0), Point::new(10.0, 0.0)];
        assert_eq!(to_segment(Point::new(5.0, 3.0), a, b), 3.0);
        assert_eq!(to_segment(Point::new(12.0, 0.0), a, b), 2.0);
        assert_eq!(to_segment(Point::new(-3.0, 4.0), a, b), 5.0);
        assert_eq!(to_segment(Point::new(3.0, 4.0), a, a), 5.0);
    }
}
