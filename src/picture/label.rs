//! Texts in a picture, and how much room they take.

use super::{Area, Paint, Point};

/// A text at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text, one line.
    pub text: String,
    /// The text's place.
    pub at: Point,
    /// The part of the text that is at `at`: from left to right, and from top to bottom.
    pub align: [Align; 2],
    /// The height of its letters' line, in points.
    pub size: f64,
    /// Colour.
    pub paint: Paint,
    /// Whether the text is turned.
    pub turn: Turn,
}

/// Where in a text's extent its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At its left, or upper, end.
    Start,
    /// In its middle.
    Middle,
    /// At its right, or lower, end.
    End,
}

/// Whether a text is turned. A turned one is aligned as it then stands: its extent is the upright
/// rectangle around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// From left to right.
    Flat,
    /// From bottom to top.
    Upward,
}

/// Who knows how wide a text is: the window its own fonts, an export those of the file.
pub trait Measure {
    /// The width of a line of text in points, at this font size.
    fn width(&self, text: &str, size: f64) -> f64;
}

impl Label {
    /// The height of a line for each point of the font's size.
    pub const LINE: f64 = 1.25;

    /// The height of a capital for each point of the font's size, about that of sans-serif fonts.
    /// Capitals stand in the middle of their line.
    pub const CAP: f64 = 0.73;

    /// The upright rectangle that it covers.
    pub fn area(&self, measure: &dyn Measure) -> Area {
        self.placed(measure.width(&self.text, self.size), self.size * Self::LINE)
    }

    /// The part of [`Label::area`] that capitals fill: as wide, but without the room above and
    /// below them.
    pub fn ink(&self, measure: &dyn Measure) -> Area {
        let area = self.area(measure);
        let room = self.size * (Self::LINE - Self::CAP) / 2.0;
        match self.turn {
            Turn::Flat => Area {
                top: area.top + room,
                bottom: area.bottom - room,
                ..area
            },
            Turn::Upward => Area {
                left: area.left + room,
                right: area.right - room,
                ..area
            },
        }
    }

    /// Where a line of text lies that is so long and so high.
    fn placed(&self, along: f64, across: f64) -> Area {
        let (width, height) = match self.turn {
            Turn::Flat => (along, across),
            Turn::Upward => (across, along),
        };
        let start = |at: f64, extent: f64, align: Align| match align {
            Align::Start => at,
            Align::Middle => at - extent / 2.0,
            Align::End => at - extent,
        };
        let left = start(self.at.x, width, self.align[0]);
        let top = start(self.at.y, height, self.align[1]);
        Area {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Colour;

    struct Ten;

    impl Measure for Ten {
        fn width(&self, text: &str, _: f64) -> f64 {
            10.0 * text.chars().count() as f64
        }
    }

    #[test]
    fn a_turned_label_is_as_high_as_its_text_is_long() {
        let flat = Label {
            text: "modes".to_owned(),
            at: Point::new(100.0, 100.0),
            align: [Align::End, Align::Middle],
            size: 8.0,
            paint: Colour::Ink.into(),
            turn: Turn::Flat,
        };
        let area = flat.area(&Ten);
        assert_eq!((area.left, area.right), (50.0, 100.0));
        assert_eq!((area.top, area.bottom), (95.0, 105.0));
        let upward = Label {
            turn: Turn::Upward,
            ..flat
        };
        let area = upward.area(&Ten);
        assert_eq!((area.left, area.right), (90.0, 100.0));
        assert_eq!((area.top, area.bottom), (75.0, 125.0));
        let ink = upward.ink(&Ten);
        assert_eq!((ink.top, ink.bottom), (75.0, 125.0));
        assert!((ink.width() - 8.0 * Label::CAP).abs() < 1e-12);
        assert_eq!(ink.centre(), area.centre());
    }
}
