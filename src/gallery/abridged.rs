//! A drawing with so few points and cells that its snapshot is read at a glance.

use crate::picture::{Area, Drawing, Label, Point, Shape};

/// How many points are kept of a line.
const POINTS: usize = 9;
/// How many shapes are kept of a row of one kind; labels are all kept.
const SHAPES: usize = 40;

/// A few shapes and points, spread evenly, at halves of a point.
pub(super) fn abridged(drawing: &Drawing) -> Drawing {
    let alike = |a: &Shape, b: &Shape| std::mem::discriminant(a) == std::mem::discriminant(b);
    let rows = drawing.shapes.chunk_by(alike);
    let few = rows.flat_map(|row| match row[0] {
        Shape::Text(_) => row.to_vec(),
        _ => spread(row, SHAPES),
    });
    Drawing {
        size: drawing.size,
        shapes: few.map(rounded).collect(),
    }
}

/// The counts of shapes before a drawing is abridged.
pub(super) fn counts(drawing: &Drawing) -> String {
    let count = |is: fn(&Shape) -> bool| drawing.shapes.iter().filter(|shape| is(shape)).count();
    let points = drawing.shapes.iter().map(|shape| match shape {
        Shape::Line { points, .. } => points.len(),
        _ => 0,
    });
    format!(
        "{} fills, {} outlines, {} lines of {} points, {} bands, {} dots, {} labels",
        count(|shape| matches!(shape, Shape::Fill { .. })),
        count(|shape| matches!(shape, Shape::Outline { .. })),
        count(|shape| matches!(shape, Shape::Line { .. })),
        points.sum::<usize>(),
        count(|shape| matches!(shape, Shape::Between { .. })),
        count(|shape| matches!(shape, Shape::Dot { .. })),
        count(|shape| matches!(shape, Shape::Text(_))),
    )
}

/// At most `most` of them, the first and the last among them.
fn spread<T: Clone>(all: &[T], most: usize) -> Vec<T> {
    if all.len() <= most {
        return all.to_vec();
    }
    let step = |i: usize| i * (all.len() - 1) / (most - 1);
    (0..most).map(|i| all[step(i)].clone()).collect()
}

fn rounded(shape: Shape) -> Shape {
    let half = |at: f64| (at * 2.0).round() / 2.0;
    let point = |at: Point| Point::new(half(at.x), half(at.y));
    let few = |points: &[Point]| spread(points, POINTS).into_iter().map(point).collect();
    let area = |at: Area| Area {
        left: half(at.left),
        top: half(at.top),
        right: half(at.right),
        bottom: half(at.bottom),
    };
    match shape {
        Shape::Fill { area: at, paint } => Shape::Fill {
            area: area(at),
            paint,
        },
        Shape::Outline {
            area: at,
            width,
            paint,
        } => Shape::Outline {
            area: area(at),
            width,
            paint,
        },
        Shape::Line {
            points,
            width,
            paint,
            style,
            role,
            clip,
        } => Shape::Line {
            points: few(&points),
            width,
            paint,
            style,
            role,
            clip: clip.map(area),
        },
        Shape::Between {
            upper,
            lower,
            paint,
            clip,
        } => Shape::Between {
            upper: few(&upper),
            lower: few(&lower),
            paint,
            clip: clip.map(area),
        },
        Shape::Dot { at, radius, paint } => Shape::Dot {
            at: point(at),
            radius: half(radius),
            paint,
        },
        Shape::Text(label) => Shape::Text(Label {
            at: point(label.at),
            ..label
        }),
    }
}
