//! Marks that are seen on cells of any colour.

use super::super::strokes::line;
use super::super::{Colour, Drawing, Paint, Point, Role, Shape};

/// The radius of the ring around the run at hand.
pub(super) const RING: f64 = 6.0;
/// How far the star's tips are from its middle.
pub(super) const STAR: f64 = 6.5;

/// A ring around a place, dark between two light ones.
pub(super) fn ring(drawing: &mut Drawing, at: Point) {
    const STEPS: i32 = 32;
    let on_ring = |step: i32| {
        let angle = std::f64::consts::TAU * f64::from(step) / f64::from(STEPS);
        Point::new(at.x + RING * angle.cos(), at.y + RING * angle.sin())
    };
    let points: Vec<Point> = (0..=STEPS).map(on_ring).collect();
    line(drawing, points.clone(), 4.5, Colour::Ground, Role::Rule);
    line(drawing, points, 2.0, Colour::Ink, Role::Rule);
}

/// A star of four tips at a place, dark within a light one.
pub(super) fn star(drawing: &mut Drawing, at: Point) {
    star_of(drawing, at, STAR + 2.5, 0.42, Colour::Ground.into());
    star_of(drawing, at, STAR, 0.3, Colour::Ink.into());
}

/// A star whose waists are `waist` of its radius away, both ways.
fn star_of(drawing: &mut Drawing, at: Point, radius: f64, waist: f64, paint: Paint) {
    let half = |sign: f64| {
        [
            (-1.0, 0.0),
            (-waist, waist),
            (0.0, 1.0),
            (waist, waist),
            (1.0, 0.0),
        ]
        .map(|(x, y)| Point::new(at.x + radius * x, at.y + sign * radius * y))
        .to_vec()
    };
    drawing.shapes.push(Shape::Between {
        upper: half(-1.0),
        lower: half(1.0),
        paint,
        clip: None,
    });
}
