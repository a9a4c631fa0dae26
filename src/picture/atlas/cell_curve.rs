//! The loss of a cell's run in small, for a panel beside the pointer.

use super::super::strokes::{fill, line, line_height, outline, size, text, widest};
use super::super::{Align, Area, Colour, Drawing, Measure, Point, Role, Size};
use crate::analysis::atlas::curve::LossCurve;
use crate::numbers::short;

/// Around the curve.
const EDGE: f64 = 6.0;
/// Between the curve and the numbers around it.
const APART: f64 = 4.0;
/// How far above the first loss the frame reaches, as a share of it.
const AIR: f64 = 0.05;

/// A small chart of the loss from 0 to the first one over the epochs.
#[derive(Clone, Copy, Debug)]
pub struct CellCurve<'a> {
    /// The loss.
    pub curve: &'a LossCurve,
}

/// Where the curve is, and what the edges of its frame stand for.
struct Frame {
    area: Area,
    from: f64,
    to: f64,
    first_loss: f64,
}

impl CellCurve<'_> {
    /// Lays it out; a panel without a curve where that has no point or no room.
    pub fn layout(&self, picture: Size, measure: &dyn Measure) -> Drawing {
        let mut drawing = Drawing::new(picture);
        let panel = Area::of(picture).grown(-0.5);
        fill(&mut drawing, panel, Colour::Ground);
        outline(&mut drawing, panel, 1.0, Colour::Quiet);
        let points = self.curve.points.iter();
        let points = points.filter(|point| point[1].is_finite());
        let points: Vec<[f64; 2]> = points.map(|point| point.map(f64::from)).collect();
        if let Some(frame) = Frame::around(&points, picture, measure) {
            outline(&mut drawing, frame.area, 1.0, Colour::Faint);
            let course = points.iter().map(|&point| frame.at(point)).collect();
            line(&mut drawing, course, 1.5, Colour::Loss, Role::Curve);
            frame.draw_numbers(&mut drawing);
        }
        drawing
    }
}

impl Frame {
    fn around(points: &[[f64; 2]], picture: Size, measure: &dyn Measure) -> Option<Self> {
        let [from, first_loss] = *points.first()?;
        let [to, _] = *points.last()?;
        let numbers = ["0".to_owned(), short(first_loss)];
        let area = Area {
            left: EDGE + widest(&numbers, size::NAME, measure) + APART,
            top: EDGE + 0.5 * line_height(size::NAME),
            right: picture.width - EDGE,
            bottom: picture.height - line_height(size::NAME) - EDGE,
        };
        let has_room = area.width() > 1.0 && area.height() > 1.0;
        (has_room && first_loss > 0.0).then_some(Self {
            area,
            from,
            to,
            first_loss,
        })
    }

    fn at(&self, [epoch, loss]: [f64; 2]) -> Point {
        let Self { area, from, to, .. } = self;
        let across = (epoch - from) / (to - from).max(1.0);
        // What blows up leaves the frame at its upper edge.
        let up = (loss / (self.first_loss * (1.0 + AIR))).min(1.0);
        Point::new(
            area.left + across * area.width(),
            area.bottom - up * area.height(),
        )
    }

    fn draw_numbers(&self, drawing: &mut Drawing) {
        let Self { area, from, to, .. } = self;
        let look = (size::NAME, Colour::Quiet);
        for loss in [0.0, self.first_loss] {
            let at = Point::new(area.left - APART, self.at([*from, loss]).y);
            text(drawing, short(loss), at, [Align::End, Align::Middle], look);
        }
        for (epoch, x, align) in [
            (from, area.left, Align::Start),
            (to, area.right, Align::End),
        ] {
            let at = Point::new(x, area.bottom + 2.0);
            text(
                drawing,
                format!("{epoch:.0}"),
                at,
                [align, Align::Start],
                look,
            );
        }
    }
}
