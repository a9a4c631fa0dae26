//! A picture laid out: what is drawn where, from back to front.

use super::{Area, Label, Paint, Point, Size};

/// A picture of a size, ready to be painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Size in points.
    pub size: Size,
    /// Shapes, from back to front.
    pub shapes: Vec<Shape>,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Fill {
        /// Where.
        area: Area,
        /// Colour.
        paint: Paint,
    },
    /// The outline of a rectangle, its line's middle on the edges.
    Outline {
        /// Where.
        area: Area,
        /// Width of the line.
        width: f64,
        /// Colour.
        paint: Paint,
    },
    /// A line through points.
    Line {
        /// At least two, all finite.
        points: Vec<Point>,
        /// Width.
        width: f64,
        /// Colour.
        paint: Paint,
        /// Solid or not.
        style: LineStyle,
        /// The quantity, and whose.
        role: Role,
        /// Nothing of it is seen outside of this.
        clip: Option<Area>,
    },
    /// A filled area between an upper and a lower line.
    Between {
        /// The upper line from left to right, all finite.
        upper: Vec<Point>,
        /// The lower line from left to right, as many points at the same x.
        lower: Vec<Point>,
        /// Colour.
        paint: Paint,
        /// Nothing of it is seen outside of this.
        clip: Option<Area>,
    },
    /// A filled circle.
    Dot {
        /// Middle.
        at: Point,
        /// Radius.
        radius: f64,
        /// Colour.
        paint: Paint,
    },
    /// A text.
    Text(Label),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStyle {
    /// Without gaps.
    Solid,
    /// In dashes of 6 points with gaps of 4.
    Dashed,
    /// In dots 4 points apart.
    Dotted,
}

/// The part that a line plays: no label may lie on a curve, and one may on a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The content of the picture: a curve, a branch, a way.
    Curve,
    /// An aid to reading: axes, ticks, grid lines, the sample line of a legend.
    Rule,
}

impl Drawing {
    /// An empty one.
    pub fn new(size: Size) -> Self {
        Self {
            size,
            shapes: Vec::new(),
        }
    }

    /// Labels, from back to front.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(label) => Some(label),
            _ => None,
        })
    }

    /// Draws another one over it, its upper left corner at `at`.
    pub fn place(&mut self, other: Self, at: Point) {
        let shapes = other.shapes.into_iter();
        self.shapes
            .extend(shapes.map(|shape| shape.moved_by(at.x, at.y)));
    }
}

impl Shape {
    fn moved_by(self, dx: f64, dy: f64) -> Self {
        self.mapped(&|at| Point::new(at.x + dx, at.y + dy))
    }

    /// The same with each of its places where `place` puts it.
    #[must_use]
    pub(crate) fn mapped(mut self, place: &dyn Fn(Point) -> Point) -> Self {
        let move_area = |area: &mut Area| {
            let first = place(Point::new(area.left, area.top));
            let last = place(Point::new(area.right, area.bottom));
            (area.left, area.top) = (first.x, first.y);
            (area.right, area.bottom) = (last.x, last.y);
        };
        let move_all = |points: &mut [Point]| points.iter_mut().for_each(|at| *at = place(*at));
        match &mut self {
            Self::Fill { area, .. } | Self::Outline { area, .. } => move_area(area),
            Self::Line { points, clip, .. } => {
                move_all(points);
                clip.iter_mut().for_each(move_area);
            }
            Self::Between {
                upper, lower, clip, ..
            } => {
                move_all(upper);
                move_all(lower);
                clip.iter_mut().for_each(move_area);
            }
            Self::Dot { at, .. } => *at = place(*at),
            Self::Text(label) => label.at = place(label.at),
        }
        self
    }
}
