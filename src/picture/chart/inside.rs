//! The inside of a chart's frame, but for labels: grid, regions, lines, bars and curves.

use super::frame::INNER_TICK;
use super::{Chart, Course, Curve, Envelope, Frame, Span, SpanOf, Viewport};
use crate::picture::thinning::thinned_rows;
use crate::picture::{Area, Colour, Drawing, LineStyle, Paint, Point, Role, Shape};

/// Width of grid lines, in points.
const GRID: f64 = 0.7;
/// The least widths of the stripe at an epoch and of a false belief's, in points.
const LEAST_STRIPE: f64 = 3.0;
const LEAST_BELIEF: f64 = 1.0;

impl Chart {
    /// The inside of the frame, from back to front.
    pub fn inside(&self, frame: &Frame, view: &Viewport) -> Drawing {
        let mut drawing = Drawing::new(frame.size);
        let place = Place { frame, view };
        let shapes = &mut drawing.shapes;
        shapes.extend(self.spans.iter().filter_map(|span| place.span(span)));
        for tick in self.left.ticks(view.y, frame.area.height()).marks {
            let course = Course::Level(tick.at);
            let (paint, style) = (Colour::Faint.into(), LineStyle::Solid);
            shapes.extend(place.line(course, GRID, paint, style));
        }
        for bar in &self.bars {
            let area = place.area([bar.from, bar.to], [self.left.y_of(0.0), bar.y]);
            shapes.extend(area.map(|area| fill(area, bar.paint)));
        }
        shapes.extend(self.envelopes.iter().filter_map(|area| place.between(area)));
        for rule in &self.rules {
            shapes.extend(place.line(rule.course, rule.width, rule.paint, rule.style));
        }
        for curve in &self.curves {
            shapes.extend(place.curve(curve));
        }
        drawing
    }

    /// A curve alone, by its place in [`Chart::curves`], wider by so many points: one that is
    /// pointed at elsewhere, to be painted over [`Chart::inside`].
    pub fn lifted(&self, curve: usize, wider: f64, frame: &Frame, view: &Viewport) -> Drawing {
        let mut drawing = Drawing::new(frame.size);
        let curve = self.curves[curve].clone();
        let width = curve.painted_width() + wider;
        let place = Place { frame, view };
        drawing.shapes = place.curve(&curve.width(width));
        drawing
    }

    /// An upright region alone, to be painted behind [`Chart::inside`]: one that moves while the
    /// chart stays as it is.
    pub fn behind(span: &Span, frame: &Frame, view: &Viewport) -> Drawing {
        let mut drawing = Drawing::new(frame.size);
        drawing.shapes.extend(Place { frame, view }.span(span));
        drawing
    }
}

fn fill(area: Area, paint: Paint) -> Shape {
    Shape::Fill { area, paint }
}

/// A frame that shows a part of a chart.
struct Place<'a> {
    frame: &'a Frame,
    view: &'a Viewport,
}

impl Place<'_> {
    /// The part of a region that the frame shows, never too narrow to be seen.
    fn span(&self, span: &Span) -> Option<Shape> {
        let Self { frame, view } = self;
        let middle = f64::midpoint(span.from, span.to);
        let least = match span.of {
            SpanOf::Epoch(_) => LEAST_STRIPE,
            SpanOf::FalseBelief(_) => LEAST_BELIEF,
        };
        let least = frame.x_at(view, least) - frame.x_at(view, 0.0);
        let half = least.max(span.to - span.from) / 2.0;
        let area = self.area([middle - half, middle + half], view.y)?;
        Some(fill(area, span.paint))
    }

    /// The part of a rectangle that the frame shows.
    fn area(&self, x: [f64; 2], y: [f64; 2]) -> Option<Area> {
        let Self { frame, view } = self;
        let area = Area {
            left: frame.x(view, x[0]).max(frame.area.left),
            top: frame.y(view, y[1]).max(frame.area.top),
            right: frame.x(view, x[1]).min(frame.area.right),
            bottom: frame.y(view, y[0]).min(frame.area.bottom),
        };
        (area.width() > 0.0 && area.height() > 0.0).then_some(area)
    }

    /// A straight line through the frame, if it meets the frame.
    fn line(&self, course: Course, width: f64, paint: Paint, style: LineStyle) -> Option<Shape> {
        let Self { frame, view } = self;
        let Area {
            left,
            top,
            right,
            bottom,
        } = frame.area;
        let points = match course {
            Course::Level(y) => {
                let y = frame.y(view, y);
                vec![Point::new(left, y), Point::new(right, y)]
            }
            Course::Upright(x) => {
                let x = frame.x(view, x);
                vec![Point::new(x, bottom), Point::new(x, top)]
            }
            Course::Tick(x) => {
                let x = frame.x(view, x);
                vec![Point::new(x, bottom), Point::new(x, bottom - INNER_TICK)]
            }
        };
        frame
            .area
            .grown(0.01)
            .contains(points[0])
            .then_some(Shape::Line {
                points,
                width,
                paint,
                style,
                role: Role::Rule,
                clip: None,
            })
    }

    fn curve(&self, curve: &Curve) -> Vec<Shape> {
        let frame = self.frame;
        let shape = |piece: &Vec<[f64; 2]>| {
            let points = self.shown(piece);
            match points[..] {
                [] => None,
                [at] => frame.area.contains(at).then_some(Shape::Dot {
                    at,
                    radius: curve.painted_width(),
                    paint: curve.paint,
                }),
                _ => Some(Shape::Line {
                    points,
                    width: curve.painted_width(),
                    paint: curve.paint,
                    style: curve.style,
                    role: Role::Curve,
                    clip: Some(frame.area),
                }),
            }
        };
        curve.pieces.iter().filter_map(shape).collect()
    }

    fn between(&self, envelope: &Envelope) -> Option<Shape> {
        let Envelope {
            xs, least, largest, ..
        } = envelope;
        let line = |values: &[f64]| {
            let points = xs.iter().zip(values);
            let points = points.map(|(&x, &y)| self.frame.point(self.view, [x, y]));
            points.collect()
        };
        (xs.len() > 1).then(|| Shape::Between {
            upper: line(largest),
            lower: line(least),
            paint: envelope.paint,
            clip: Some(self.frame.area),
        })
    }

    /// The points of a line that are in view or next to it, as many as can be told apart.
    fn shown(&self, line: &[[f64; 2]]) -> Vec<Point> {
        let Self { frame, view } = self;
        let first = line.partition_point(|point| point[0] < view.x[0]);
        let last = line.partition_point(|point| point[0] <= view.x[1]);
        let line = &line[first.saturating_sub(1)..(last + 1).min(line.len())];
        let most = 2 * frame.area.width().ceil().max(1.0) as usize;
        let rows = thinned_rows(line.len(), most, |row| line[row][1]);
        let points = rows.into_iter().map(|row| frame.point(view, line[row]));
        points.collect()
    }
}
