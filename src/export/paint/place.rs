//! Where a label's line of text begins, and which way it goes.

use crate::picture::{Align, Label, Point, Turn};

/// A label's baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Baseline {
    /// The point on it that the label is aligned to.
    pub(super) at: Point,
    /// Which part of the text, in its reading direction, is at that point.
    pub(super) anchor: Align,
    /// Whether it goes upward.
    pub(super) turn: Turn,
}

impl Baseline {
    /// Of a label: capitals are in the middle of its line.
    pub(super) fn of(label: &Label) -> Self {
        let across = |at: f64, align: Align| {
            let half = label.size * Label::LINE / 2.0;
            let middle = match align {
                Align::Start => at + half,
                Align::Middle => at,
                Align::End => at - half,
            };
            middle + label.size * Label::CAP / 2.0
        };
        let Label { at, align, .. } = *label;
        match label.turn {
            Turn::Flat => Self {
                at: Point::new(at.x, across(at.y, align[1])),
                anchor: align[0],
                turn: Turn::Flat,
            },
            Turn::Upward => Self {
                at: Point::new(across(at.x, align[0]), at.y),
                anchor: match align[1] {
                    Align::Start => Align::End,
                    Align::Middle => Align::Middle,
                    Align::End => Align::Start,
                },
                turn: Turn::Upward,
            },
        }
    }

    /// How far before the point the text begins, if it is so long.
    pub(super) fn before(&self, length: f64) -> f64 {
        match self.anchor {
            Align::Start => 0.0,
            Align::Middle => length / 2.0,
            Align::End => length,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Colour;

    #[test]
    fn capitals_are_in_the_middle_of_the_line_flat_and_upward() {
        let label = Label {
            text: "E".to_owned(),
            at: Point::new(50.0, 80.0),
            align: [Align::End, Align::Start],
            size: 10.0,
            paint: Colour::Ink.into(),
            turn: Turn::Flat,
        };
        let flat = Baseline::of(&label);
        assert_eq!(flat.at, Point::new(50.0, 80.0 + 6.25 + 3.65));
        assert!((flat.before(30.0) - 30.0).abs() < 1e-12);
        let upward = Baseline::of(&Label {
            turn: Turn::Upward,
            ..label
        });
        assert_eq!(upward.at, Point::new(50.0 - 6.25 + 3.65, 80.0));
        assert_eq!(upward.anchor, Align::End);
    }
}
