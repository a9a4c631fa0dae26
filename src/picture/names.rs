//! Names along the rows or the columns of a picture: how large, how long, flat or upward, and
//! which of them there is room for.

use super::strokes::{line_height, size, text, upward, widest};
use super::{Align, Colour, Drawing, Measure, Point, short_names};

/// The smallest size at which a name is read.
const LEAST: f64 = 8.0;

/// Between a name and its row or column.
const GAP: f64 = 5.0;

/// Between two flat names side by side.
const APART: f64 = 8.0;

/// Every how many items one is named, where not all can be.
const STRIDES: [usize; 4] = [1, 2, 5, 10];

/// Names as they are written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Names {
    texts: Vec<String>,
    size: f64,
    is_flat: bool,
    /// Every how many is written; none if none is.
    stride: Option<usize>,
    /// Whether it is the last that is always written, not the first.
    is_last: bool,
    /// The room that they take beside or below, their gap included.
    pub(crate) room: f64,
}

impl Names {
    /// Names left of rows of the height `pitch`, at most as wide as `most`, gap included.
    pub(crate) fn beside_rows(
        names: &[String],
        pitch: f64,
        most: f64,
        measure: &dyn Measure,
    ) -> Self {
        Self::fitting(names, pitch, most, measure)
    }

    /// Names below columns of the width `pitch`: flat where all of them fit so, else upward and at
    /// most as high as `most`, gap included.
    pub(crate) fn below_columns(
        names: &[String],
        pitch: f64,
        most: f64,
        measure: &dyn Measure,
    ) -> Self {
        let is_flat = widest(names, size::NAME, measure) + APART <= pitch && !names.is_empty();
        if is_flat {
            return Self {
                texts: names.to_vec(),
                size: size::NAME,
                is_flat,
                stride: Some(1),
                is_last: false,
                room: GAP + line_height(size::NAME),
            };
        }
        Self::fitting(names, pitch, most, measure)
    }

    fn fitting(names: &[String], pitch: f64, most: f64, measure: &dyn Measure) -> Self {
        let size = (pitch / line_height(1.0)).clamp(LEAST, size::NAME);
        let is_apart = |stride: &usize| pitch * *stride as f64 >= line_height(size) - 1e-9;
        // There is no use in a name of a letter.
        let is_wide = most >= GAP + 2.0 * size;
        let stride = STRIDES.into_iter().find(is_apart).filter(|_| is_wide);
        if stride.is_none() || names.is_empty() {
            return Self {
                texts: Vec::new(),
                size,
                is_flat: false,
                stride,
                is_last: false,
                room: 0.0,
            };
        }
        let texts = short_names::distinct(names, most - GAP, size, measure);
        let room = GAP + widest(&texts, size, measure).ceil();
        Self {
            texts,
            size,
            is_flat: false,
            stride,
            is_last: false,
            room,
        }
    }

    /// The same names in the room they have and `spare` more, if some of them are cut in theirs:
    /// of rows or columns of the height or width `pitch`.
    #[must_use]
    pub(crate) fn with_more_room(
        self,
        names: &[String],
        (pitch, spare): (f64, f64),
        measure: &dyn Measure,
    ) -> Self {
        if self.is_flat || self.texts == names {
            return self;
        }
        Self {
            is_last: self.is_last,
            ..Self::fitting(names, pitch, self.room + spare, measure)
        }
    }

    /// The same with the last name written, where not all can be.
    #[must_use]
    pub(crate) fn with_last(self) -> Self {
        Self {
            is_last: true,
            ..self
        }
    }

    /// Whether every name is written.
    pub(crate) fn all_shown(&self) -> bool {
        self.stride == Some(1)
    }

    /// Writes them left of rows that begin at `top`, ending at `right`.
    pub(crate) fn draw_rows(&self, drawing: &mut Drawing, right: f64, top: f64, pitch: f64) {
        for (i, name) in self.shown() {
            let at = Point::new(right - GAP, top + pitch * (i as f64 + 0.5));
            let look = (self.size, Colour::Ink);
            text(drawing, name, at, [Align::End, Align::Middle], look);
        }
    }

    /// Writes them below columns that begin at `left`, from `bottom` down.
    pub(crate) fn draw_columns(&self, drawing: &mut Drawing, left: f64, bottom: f64, pitch: f64) {
        for (i, name) in self.shown() {
            let at = Point::new(left + pitch * (i as f64 + 0.5), bottom + GAP);
            let align = [Align::Middle, Align::Start];
            let look = (self.size, Colour::Ink);
            if self.is_flat {
                text(drawing, name, at, align, look);
            } else {
                upward(drawing, name, at, align, look);
            }
        }
    }

    /// Writes them above columns that begin at `left`, up from `top`.
    pub(crate) fn draw_above(&self, drawing: &mut Drawing, left: f64, top: f64, pitch: f64) {
        for (i, name) in self.shown() {
            let at = Point::new(left + pitch * (i as f64 + 0.5), top - GAP);
            let align = [Align::Middle, Align::End];
            let look = (self.size, Colour::Ink);
            if self.is_flat {
                text(drawing, name, at, align, look);
            } else {
                upward(drawing, name, at, align, look);
            }
        }
    }

    fn shown(&self) -> impl Iterator<Item = (usize, &str)> {
        let stride = self.stride.unwrap_or(1);
        let before_last = self.texts.len().saturating_sub(1);
        let first = if self.is_last {
            before_last % stride
        } else {
            0
        };
        let texts = self.texts.iter().map(String::as_str);
        texts.enumerate().skip(first).step_by(stride)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Label, Size};

    struct Half;

    impl Measure for Half {
        fn width(&self, text: &str, size: f64) -> f64 {
            0.5 * size * text.chars().count() as f64
        }
    }

    fn written(n: usize, pitch: f64, most: f64) -> Vec<Label> {
        let names: Vec<String> = (0..n).map(|i| format!("item {i}")).collect();
        let names = Names::beside_rows(&names, pitch, most, &Half);
        let mut drawing = Drawing::new(Size::new(400.0, 400.0));
        names.draw_rows(&mut drawing, 100.0, 0.0, pitch);
        drawing.labels().cloned().collect()
    }

    #[test]
    fn every_row_is_named_as_long_as_its_name_can_be_read() {
        assert_eq!(written(8, 20.0, 80.0).len(), 8);
        let smaller = written(16, 10.0, 80.0);
        assert_eq!((smaller.len(), smaller[0].size), (16, LEAST));
    }

    #[test]
    fn of_narrow_rows_every_second_fifth_or_tenth_is_named_or_none() {
        for (pitch, expected) in [(9.9, 64), (5.0, 64), (2.3, 26), (1.2, 13), (0.9, 0)] {
            let labels = written(128, pitch, 80.0);
            assert_eq!(labels.len(), expected, "{pitch}");
            for pair in labels.windows(2) {
                assert!(!pair[0].area(&Half).overlaps(&pair[1].area(&Half)));
            }
        }
    }

    #[test]
    fn names_keep_to_the_room_there_is() {
        let names = ["by far the longest of them".to_owned(), "Oak".to_owned()];
        let beside = Names::beside_rows(&names, 20.0, 60.0, &Half);
        assert!(beside.room <= 60.0 && beside.texts[0].ends_with('…'));
        assert_eq!(Names::beside_rows(&names, 20.0, 15.0, &Half).room, 0.0);
    }

    #[test]
    fn cut_names_take_the_room_that_is_left() {
        let names = ["by far the longest of them".to_owned(), "Oak".to_owned()];
        let cut = Names::beside_rows(&names, 20.0, 60.0, &Half);
        let more = cut.clone().with_more_room(&names, (20.0, 200.0), &Half);
        assert_eq!(more.texts, names);
        assert!(more.room <= cut.room + 200.0);
        let little = cut.clone().with_more_room(&names, (20.0, 10.0), &Half);
        assert!(little.room <= cut.room + 10.0 && little.texts[0].ends_with('…'));
        let whole = Names::beside_rows(&names, 20.0, 400.0, &Half);
        assert_eq!(
            whole.clone().with_more_room(&names, (20.0, 50.0), &Half),
            whole
        );
    }

    #[test]
    fn names_lie_flat_below_columns_that_are_wide_enough() {
        let names = ["Ant".to_owned(), "Bee".to_owned()];
        assert!(Names::below_columns(&names, 60.0, 50.0, &Half).is_flat);
        assert!(!Names::below_columns(&names, 20.0, 50.0, &Half).is_flat);
    }
}
