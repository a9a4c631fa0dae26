//! Places in a picture: points from its upper left corner, x to the right and y downwards.

/// A place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// Width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl Size {
    /// A size.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

impl Area {
    /// The whole of a picture of this size.
    pub const fn of(size: Size) -> Self {
        Self {
            left: 0.0,
            top: 0.0,
            right: size.width,
            bottom: size.height,
        }
    }

    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Middle.
    pub fn centre(&self) -> Point {
        Point {
            x: f64::midpoint(self.left, self.right),
            y: f64::midpoint(self.top, self.bottom),
        }
    }

    /// Whether a point is in it, its edges included.
    pub fn contains(&self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Whether another lies wholly in it.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether it shares more than an edge with another.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The part shared with another area; turned inside out (negative in width or height) if none
    /// is.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Larger by `by` on each side; smaller where that is negative.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether the segment from `a` to `b` passes through its inside.
    pub fn is_crossed(&self, a: Point, b: Point) -> bool {
        // Liang–Barsky: the share of the segment that is within all four edges.
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let edges = [
            (a.x - b.x, a.x - self.left),
            (b.x - a.x, self.right - a.x),
            (a.y - b.y, a.y - self.top),
            (b.y - a.y, self.bottom - a.y),
        ];
        for (step, room) in edges {
            if step == 0.0 {
                if room <= 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                from = from.max(room / step);
            } else {
                to = to.min(room / step);
            }
        }
        from < to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Area = Area {
        left: 0.0,
        top: 0.0,
        right: 1.0,
        bottom: 1.0,
    };

    #[test]
    fn areas_that_share_an_edge_do_not_overlap() {
        let beside = Area {
            left: 1.0,
            right: 2.0,
            ..UNIT
        };
        assert!(!UNIT.overlaps(&beside));
        assert!(UNIT.overlaps(&beside.grown(0.1)));
        assert!(UNIT.grown(1.0).holds(&beside));
    }

    #[test]
    fn a_segment_crosses_an_area_only_through_its_inside() {
        let crossed = |a: (f64, f64), b: (f64, f64)| {
            UNIT.is_crossed(Point::new(a.0, a.1), Point::new(b.0, b.1))
        };
        assert!(crossed((-1.0, 0.5), (2.0, 0.5)));
        assert!(crossed((0.5, 0.5), (0.6, 0.6)));
        assert!(!crossed((-1.0, 0.0), (2.0, 0.0)));
        assert!(!crossed((-1.0, 0.5), (-0.1, 0.5)));
        assert!(!crossed((0.0, 1.5), (1.5, 0.9)));
    }
}
