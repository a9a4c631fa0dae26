//! Two drawings side by side, or one below the other, as one.

use super::{Drawing, Point, Size};

/// Two drawings side by side, their upper edges in line.
pub fn beside(left: Drawing, right: Drawing, gap: f64) -> Drawing {
    let at = Point::new(left.size.width + gap, 0.0);
    let size = Size {
        width: at.x + right.size.width,
        height: left.size.height.max(right.size.height),
    };
    composed(size, left, right, at)
}

/// Two drawings, the second below the first, their left edges in line.
pub fn below(first: Drawing, second: Drawing, gap: f64) -> Drawing {
    let at = Point::new(0.0, first.size.height + gap);
    let size = Size {
        width: first.size.width.max(second.size.width),
        height: at.y + second.size.height,
    };
    composed(size, first, second, at)
}

fn composed(size: Size, first: Drawing, second: Drawing, at: Point) -> Drawing {
    let mut drawing = Drawing::new(size);
    drawing.place(first, Point::new(0.0, 0.0));
    drawing.place(second, at);
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::strokes::fill;
    use crate::picture::{Area, Colour, Shape};

    fn sheet(width: f64, height: f64) -> Drawing {
        let size = Size::new(width, height);
        let mut drawing = Drawing::new(size);
        fill(&mut drawing, Area::of(size), Colour::Ink);
        drawing
    }

    #[test]
    fn drawings_side_by_side_keep_their_sizes_and_do_not_touch() {
        let both = beside(sheet(30.0, 20.0), sheet(10.0, 40.0), 5.0);
        assert_eq!(both.size, Size::new(45.0, 40.0));
        let [
            Shape::Fill { area: left, .. },
            Shape::Fill { area: right, .. },
        ] = &both.shapes[..]
        else {
            panic!("two shapes")
        };
        assert_eq!((left.right, right.left, right.right), (30.0, 35.0, 45.0));
        let both = below(sheet(30.0, 20.0), sheet(10.0, 40.0), 5.0);
        assert_eq!(both.size, Size::new(30.0, 65.0));
    }
}
