//! The loss of a cell's run in small, for a panel beside the pointer.

use super::super::strokes::{fill, line, line_height, outline, size, text};
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

impl CellCurve<'_> {
    /// Lays it out; a panel without a curve where that has no two points.
    pub fn layout(&self, picture: Size, measure: &dyn Measure) -> Drawing {
        let mut drawing = Drawing::new(picture);
        fill(&mut drawing, Area::of(picture), Colour::Ground);
        outline(
            &mut drawing,
            Area::of(picture).grown(-0.5),
            1.0,
            Colour::Quiet,
        );
        let points = &self.curve.points;
        let is_finite = |point: &&[f32; 2]| point[1].is_finite();
        let points: Vec<[f64; 2]> = points
            .iter()
            .filter(is_finite)
            .map(|it| it.map(f64::from))
            .collect();
        let (Some(&[from, largest]), Some(&[to, _])) = (points.first(), points.last()) else {
            return drawing;
        };
        let (least, head) = ("0".to_owned(), short(largest));
        let numbers = [&least, &head].map(|number| measure.width(number, size::NAME));
        let area = Area {
            left: EDGE + numbers[0].max(numbers[1]) + APART,
            top: EDGE + 0.5 * line_height(size::NAME),
            right: picture.width - EDGE,
            bottom: picture.height - line_height(size::NAME) - EDGE,
        };
        let (extent, height) = ((to - from).max(1.0), largest * (1.0 + AIR));
        if area.width() < 1.0 || area.height() < 1.0 || height <= 0.0 {
            return drawing;
        }
        let at = |[epoch, loss]: [f64; 2]| {
            let x = area.left + (epoch - from) / extent * area.width();
            // What blows up leaves the frame at its upper edge.
            let y = area.bottom - (loss / height).min(1.0) * area.height();
            Point::new(x, y)
        };
        outline(&mut drawing, area, 1.0, Colour::Faint);
        let course = points.iter().map(|&point| at(point)).collect();
        line(&mut drawing, course, 1.5, Colour::Loss, Role::Curve);
        let look = (size::NAME, Colour::Quiet);
        let top = at([from, largest]).y;
        for (number, y) in [(least, area.bottom), (head, top)] {
            let place = Point::new(area.left - APART, y);
            text(
                &mut drawing,
                number,
                place,
                [Align::End, Align::Middle],
                look,
            );
        }
        let below = area.bottom + 2.0;
        for (epoch, x, align) in [
            (from, area.left, Align::Start),
            (to, area.right, Align::End),
        ] {
            let place = Point::new(x, below);
            text(
                &mut drawing,
                format!("{epoch:.0}"),
                place,
                [align, Align::Start],
                look,
            );
        }
        drawing
    }
}
