//! The two upright axes of a chart: ticks, their numbers, and what the axis shows.

use super::frame::{EDGE, FACTOR_ROOM, NAME, NAME_GAP, NUMBER, NUMBER_GAP, TICK, line, within};
use super::{Axis, Chart, Frame, Viewport};
use crate::picture::strokes::fitting;
use crate::picture::{Align, Label, LineStyle, Measure, Paint, Point, Role, Shape, Turn};

/// Width of the line of an axis, in points.
pub(super) const AXIS: f64 = 1.0;
/// The least size of an axis' name, before it is cut.
const LEAST_NAME: f64 = 10.0;

/// At which side of the frame an axis is.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

impl Chart {
    /// Draws both axes, as far as they have names.
    pub(super) fn upright_axes(
        &self,
        frame: &Frame,
        view: &Viewport,
        measure: &dyn Measure,
    ) -> Vec<Shape> {
        let axes = [
            (Side::Left, Some(&self.left)),
            (Side::Right, self.right.as_ref()),
        ];
        let mut shapes = Vec::new();
        for (side, axis) in axes {
            if let Some((axis, name)) = axis.and_then(|axis| Some((axis, axis.name.as_ref()?))) {
                let upright = Upright { side, axis, frame };
                shapes.extend(upright.ticks(view, measure));
                shapes.push(upright.name(name, measure));
            }
        }
        shapes
    }
}

/// An axis beside a frame.
struct Upright<'a> {
    side: Side,
    axis: &'a Axis,
    frame: &'a Frame,
}

impl Upright<'_> {
    /// Where its line is.
    fn x(&self) -> f64 {
        match self.side {
            Side::Left => self.frame.area.left,
            Side::Right => self.frame.area.right + self.frame.gutter,
        }
    }

    /// Away from the frame, so far from its line.
    fn outward(&self, by: f64) -> f64 {
        match self.side {
            Side::Left => self.x() - by,
            Side::Right => self.x() + by,
        }
    }

    fn ticks(&self, view: &Viewport, measure: &dyn Measure) -> Vec<Shape> {
        let area = self.frame.area;
        let paint = Paint::from(self.axis.colour);
        let ticks = self.axis.ticks(view.y, area.height());
        let mut shapes = vec![rule(
            [
                Point::new(self.x(), area.bottom),
                Point::new(self.x(), area.top),
            ],
            paint,
        )];
        for tick in ticks.marks {
            let y = self.frame.y(view, tick.at);
            let ends = [self.x(), self.outward(TICK)];
            shapes.push(rule(ends.map(|x| Point::new(x, y)), paint));
            shapes.push(Shape::Text(self.number(tick.text, y)));
        }
        if let Some(factor) = ticks.factor {
            // Above the number of a tick at the very top.
            let y = area.top - line(NUMBER) - 1.0;
            let excess = measure.width(&factor, NUMBER) - self.frame.numbers;
            let mut label = self.number(factor, y);
            // A factor wider than the numbers reaches over the frame, not into the axis' name.
            label.at.x += self.outward(0.0) - self.outward(excess.max(0.0));
            shapes.push(Shape::Text(label));
        }
        shapes
    }

    fn number(&self, text: String, y: f64) -> Label {
        let at = Point::new(self.outward(TICK + NUMBER_GAP), y);
        let side = match self.side {
            Side::Left => Align::End,
            Side::Right => Align::Start,
        };
        Label {
            text,
            at,
            align: [side, Align::Middle],
            size: NUMBER,
            paint: self.axis.colour.into(),
            turn: Turn::Flat,
        }
    }

    /// The name along the frame or, where that is too short, from the legend to the picture's
    /// lower edge.
    fn name(&self, name: &str, measure: &dyn Measure) -> Shape {
        let Frame { area, size, .. } = self.frame;
        let room = [area.top - FACTOR_ROOM, size.height - EDGE];
        let most = room[1] - room[0];
        let (text, size) = fitting(name, most, &[NAME, NUMBER, LEAST_NAME], measure);
        let half = measure.width(&text, size) / 2.0;
        let middle = f64::midpoint(area.top, area.bottom);
        let y = within(middle, half, room);
        let away = TICK + NUMBER_GAP + self.frame.numbers + NAME_GAP + line(NAME) / 2.0;
        Shape::Text(Label {
            text,
            at: Point::new(self.outward(away), y),
            align: [Align::Middle; 2],
            size,
            paint: self.axis.colour.into(),
            turn: Turn::Upward,
        })
    }
}

/// A thin straight line that is no curve.
pub(super) fn rule(points: [Point; 2], paint: Paint) -> Shape {
    Shape::Line {
        points: points.to_vec(),
        width: AXIS,
        paint,
        style: LineStyle::Solid,
        role: Role::Rule,
        clip: None,
    }
}
