//! Hatching over regions: parallel lines, each as long as it stays within the region.

use super::super::strokes::line;
use super::super::{Area, Colour, Drawing, Paint, Point, Role};
use super::look::Hatch;

impl Hatch {
    /// The way along an edge from a line to the next.
    fn step(self) -> f64 {
        match self {
            Self::Oscillates => 9.0,
            Self::Diverges => 6.0,
        }
    }

    /// The widths and paints of its lines, from back to front: dark ones in light ones over cells
    /// that are coloured.
    fn strokes(self, is_coloured: bool) -> Vec<(f64, Paint)> {
        match self {
            _ if is_coloured => vec![(3.0, Colour::Ground.at(0.55)), (1.0, Colour::Ink.at(0.8))],
            Self::Oscillates => vec![(1.0, Colour::Quiet.at(0.8))],
            Self::Diverges => vec![(1.0, Colour::Error.at(0.55))],
        }
    }

    /// Which of the parallel lines goes through a point; whole numbers are those that are drawn.
    fn number(self, at: Point) -> f64 {
        let along = match self {
            Self::Oscillates => at.x + at.y,
            Self::Diverges => at.x - at.y,
        };
        along / self.step()
    }

    /// The x of a line at a height.
    fn x(self, number: f64, y: f64) -> f64 {
        match self {
            Self::Oscillates => number * self.step() - y,
            Self::Diverges => number * self.step() + y,
        }
    }

    /// The heights between which a line is within an area, if it is.
    fn within(self, number: f64, area: Area) -> Option<[f64; 2]> {
        let ends = [area.left, area.right].map(|x| match self {
            Self::Oscillates => number * self.step() - x,
            Self::Diverges => x - number * self.step(),
        });
        let from = area.top.max(ends[0].min(ends[1]));
        let to = area.bottom.min(ends[0].max(ends[1]));
        (from < to).then_some([from, to])
    }

    /// Hatches a region of areas that do not overlap, in any order.
    pub(super) fn draw(self, drawing: &mut Drawing, region: &[Area], is_coloured: bool) {
        let numbers = region.iter().flat_map(|area| {
            let corners = [
                Point::new(area.left, area.top),
                Point::new(area.right, area.top),
                Point::new(area.left, area.bottom),
                Point::new(area.right, area.bottom),
            ];
            corners.map(|at| self.number(at))
        });
        let unbounded = [f64::INFINITY, f64::NEG_INFINITY];
        let [first, last] = numbers.fold(unbounded, |[first, last], number| {
            [first.min(number), last.max(number)]
        });
        if first > last {
            return;
        }
        let mut lines = Vec::new();
        for number in first.ceil() as i64..=last.floor() as i64 {
            let number = number as f64;
            let stretches = region.iter().filter_map(|area| self.within(number, *area));
            let ends = joined(stretches).into_iter();
            lines.extend(ends.map(|ends| ends.map(|y| Point::new(self.x(number, y), y))));
        }
        for (width, paint) in self.strokes(is_coloured) {
            for points in &lines {
                line(drawing, points.to_vec(), width, paint, Role::Rule);
            }
        }
    }
}

/// Stretches of which those that touch are one, ascending.
fn joined(stretches: impl Iterator<Item = [f64; 2]>) -> Vec<[f64; 2]> {
    const TOUCHING: f64 = 1e-6;
    let mut stretches: Vec<[f64; 2]> = stretches.collect();
    stretches.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut joined: Vec<[f64; 2]> = Vec::new();
    for [from, to] in stretches {
        match joined.last_mut() {
            Some(last) if from <= last[1] + TOUCHING => last[1] = last[1].max(to),
            _ => joined.push([from, to]),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::super::{Shape, Size};
    use super::*;

    #[test]
    fn a_line_goes_on_from_one_row_to_the_next() {
        let row = |top: f64| Area {
            left: 10.0,
            top,
            right: 50.0,
            bottom: top + 5.0,
        };
        for hatch in [Hatch::Oscillates, Hatch::Diverges] {
            let mut drawing = Drawing::new(Size::new(60.0, 60.0));
            hatch.draw(
                &mut drawing,
                &[row(10.0), row(15.0), row(20.0), row(40.0)],
                false,
            );
            let whole = row(10.0).grown(1e-9);
            let all = Area {
                bottom: 45.0 + 1e-9,
                ..whole
            };
            let long = drawing.shapes.iter().filter(|shape| {
                let Shape::Line { points, .. } = shape else {
                    return false;
                };
                assert!(points.iter().all(|&at| all.contains(at)), "{points:?}");
                (points[1].y - points[0].y - 15.0).abs() < 1e-9
            });
            assert!(long.count() >= 2, "{hatch:?}");
        }
    }
}
