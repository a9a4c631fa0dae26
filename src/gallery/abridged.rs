//! A drawing with so few points and cells that its snapshot is read at a glance.

use crate::picture::{Drawing, Point, Shape};

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

fn rounded(mut shape: Shape) -> Shape {
    match &mut shape {
        Shape::Line { points, .. } => *points = spread(points, POINTS),
        Shape::Between { upper, lower, .. } => {
            *upper = spread(upper, POINTS);
            *lower = spread(lower, POINTS);
        }
        Shape::Dot { radius, .. } => *radius = half(*radius),
        Shape::Fill { .. } | Shape::Outline { .. } | Shape::Text(_) => {}
    }
    shape.mapped(&|at| Point::new(half(at.x), half(at.y)))
}

/// To the nearest half.
fn half(at: f64) -> f64 {
    (at * 2.0).round() / 2.0
}
