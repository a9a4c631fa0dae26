//! The frame of a plane: where its axes are, with their ticks and names.

use super::super::atlas_phrase::AtlasPhrase;
use super::super::strokes::{fitting, line, line_height, outline, size, text, upward, widest};
use super::super::{Align, Area, Colour, Drawing, Measure, Phrase, Point, Role, Size, Words};
use super::axis_ticks::ticks;
use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::plane::CellIndex;

/// A tick's length, and what is between it and its number.
const TICK: f64 = 4.0;
const APART: f64 = 3.0;
/// Around the picture.
pub(super) const EDGE: f64 = 6.0;
/// What must be free between two numbers along the lower axis.
const BETWEEN: f64 = 14.0;
/// The least size of an axis' name before it is cut.
const LEAST_NAME: f64 = 10.0;

/// The room around a plane for all but the axes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// The numbers of an upright axis, as shares of its height from below, and its name.
#[derive(Clone, Debug)]
pub(super) struct LeftAxis {
    pub(super) ticks: Vec<(f64, String)>,
    pub(super) name: String,
}

/// A plane and its axes in a picture.
#[derive(Clone, Debug)]
pub(super) struct PlaneFrame<'a> {
    pub(super) area: Area,
    pub(super) x: &'a Axis,
    pub(super) y: &'a Axis,
}

/// The area of a plane in a picture of this size, if its left axis has these numbers.
pub(super) fn plane_area(
    picture: Size,
    around: Around,
    left: &dyn Fn(f64) -> Vec<(f64, String)>,
    measure: &dyn Measure,
) -> Area {
    let below = TICK + APART + line_height(size::NAME) + line_height(size::TEXT);
    let top = around.top + EDGE;
    let bottom = (picture.height - around.bottom - below - EDGE).max(top + 1.0);
    let numbers = left(bottom - top);
    let numbers = widest(numbers.iter().map(|(_, text)| text), size::NAME, measure);
    let left = EDGE + line_height(size::TEXT) + APART + numbers.ceil() + APART + TICK;
    let right = picture.width - around.right.max(2.0 * EDGE);
    Area {
        left,
        top,
        right: right.max(left + 1.0),
        bottom,
    }
}

/// The ticks of an upright axis of this height.
pub(super) fn upright_ticks(axis: &Axis, height: f64) -> Vec<(f64, String)> {
    ticks(axis, height, &|_| 1.5 * line_height(size::NAME))
}

/// The name of an axis.
pub(super) fn axis_name(parameter: Parameter, words: &dyn Words) -> String {
    words.say(&Phrase::Atlas(AtlasPhrase::Axis(parameter)))
}

impl PlaneFrame<'_> {
    /// Where a cell is.
    pub(super) fn cell(&self, at: CellIndex) -> Area {
        let (left, right) = self.x.edges(at.x);
        let (bottom, top) = self.y.edges(at.y);
        let first = self.at_places([left, top]);
        let last = self.at_places([right, bottom]);
        Area {
            left: first.x,
            top: first.y,
            right: last.x,
            bottom: last.y,
        }
    }

    /// Where two values are, which may be outside; not finite for values that cannot stand there.
    pub(super) fn at(&self, [x, y]: [f64; 2]) -> Point {
        self.at_places([self.x.place(x), self.y.place(y)])
    }

    fn at_places(&self, [x, y]: [f64; 2]) -> Point {
        Point::new(
            self.area.left + x * self.area.width(),
            self.area.bottom - y * self.area.height(),
        )
    }
}

/// Draws the frame's outline and the lower axis.
pub(super) fn draw_lower_axis(
    drawing: &mut Drawing,
    area: Area,
    axis: &Axis,
    name: &str,
    measure: &dyn Measure,
) {
    outline(drawing, area, 1.0, Colour::Quiet);
    let extent = |text: &str| measure.width(text, size::NAME) + BETWEEN;
    let look = (size::NAME, Colour::Ink);
    let below = area.bottom + TICK + APART;
    let [from, to] = [2.0, drawing.size.width - 2.0];
    for (place, number) in ticks(axis, area.width(), &extent) {
        let x = area.left + place * area.width();
        let ends = [area.bottom, area.bottom + TICK].map(|y| Point::new(x, y));
        line(drawing, ends.to_vec(), 1.0, Colour::Quiet, Role::Rule);
        let half = 0.5 * measure.width(&number, size::NAME);
        let middle = x.min(to - half).max(from + half);
        let at = Point::new(middle, below);
        text(drawing, number, at, [Align::Middle, Align::Start], look);
    }
    let room = drawing.size.width - 2.0 * EDGE;
    let (name, name_size) = fitting(name, room, &[size::TEXT, size::NAME, LEAST_NAME], measure);
    let half = 0.5 * measure.width(&name, name_size);
    let middle = area.centre().x.min(to - half).max(from + half);
    let at = Point::new(middle, below + line_height(size::NAME));
    let look = (name_size, Colour::Ink);
    text(drawing, name, at, [Align::Middle, Align::Start], look);
}

/// Draws an upright axis left of the frame.
pub(super) fn draw_left_axis(
    drawing: &mut Drawing,
    area: Area,
    axis: &LeftAxis,
    measure: &dyn Measure,
) {
    for (place, number) in &axis.ticks {
        let y = area.bottom - place * area.height();
        let ends = [area.left - TICK, area.left].map(|x| Point::new(x, y));
        line(drawing, ends.to_vec(), 1.0, Colour::Quiet, Role::Rule);
        let at = Point::new(area.left - TICK - APART, y);
        let look = (size::NAME, Colour::Ink);
        text(drawing, number, at, [Align::End, Align::Middle], look);
    }
    let [from, to] = [2.0, area.bottom + TICK + line_height(size::NAME)];
    let sizes = [size::TEXT, size::NAME, LEAST_NAME];
    let (name, name_size) = fitting(&axis.name, to - from, &sizes, measure);
    let half = 0.5 * measure.width(&name, name_size);
    let middle = area.centre().y.min(to - half).max(from + half);
    let at = Point::new(EDGE, middle);
    let look = (name_size, Colour::Ink);
    upward(drawing, name, at, [Align::Start, Align::Middle], look);
}
