//! Names along an axis of the map: which mode, and the items at either end, each by its whole name
//! or by none.

use super::super::item_phrase::ItemPhrase;
use super::super::mode_words::{NamedItems, listed, named};
use super::super::strokes::{size, text, upward};
use super::super::{Align, Colour, Drawing, Measure, Phrase, Point, Words};
use super::Map;
use super::plane::Plane;
use crate::model::Meaning;

/// The most items called by name at either end.
const MOST_NAMED: usize = 4;
/// Between the parts of an axis' name.
const APART: f64 = 10.0;

/// The names of both axes.
pub(super) struct AxisNames<'a> {
    pub(super) map: &'a Map<'a>,
    pub(super) plane: &'a Plane,
    pub(super) measure: &'a dyn Measure,
    pub(super) words: &'a dyn Words,
}

/// The three texts along an axis, and how wide each is.
#[derive(Default)]
struct AxisName {
    low: (String, f64),
    middle: (String, f64),
    high: (String, f64),
}

impl AxisNames<'_> {
    pub(super) fn draw(&self, drawing: &mut Drawing) {
        let area = self.plane.area;
        let look = (size::TEXT, Colour::Quiet);
        let name = self.fitting(0, area.width());
        let y = area.bottom + 4.0;
        for ((words, _), at, align) in name.along(area.width()) {
            let at = Point::new(area.left + at, y);
            text(drawing, words, at, [align, Align::Start], look);
        }
        if self.map.ways.axes().up.is_none() {
            return;
        }
        let name = self.fitting(1, area.height());
        let x = area.left - 4.0;
        for ((words, _), at, align) in name.along(area.height()) {
            let at = Point::new(x, area.bottom - at);
            // From bottom to top, where a text starts is its lower end.
            let align = match align {
                Align::Start => Align::End,
                Align::Middle => Align::Middle,
                Align::End => Align::Start,
            };
            upward(drawing, words, at, [Align::End, align], look);
        }
    }

    /// With as many whole names as there is room for.
    fn fitting(&self, axis: usize, room: f64) -> AxisName {
        let modes: Vec<usize> = self.map.ways.axes().modes().collect();
        let meaning = &self.map.ways.meanings()[axis];
        let middle = self.words.say(&Phrase::Item(ItemPhrase::Mode(modes[axis])));
        let sized = |words: String| {
            let width = self.measure.width(&words, size::TEXT);
            (words, width)
        };
        let alone = AxisName::of(sized(middle.clone()));
        let fits = |name: &AxisName| name.width() <= room;
        let Meaning::Split(split) = meaning else {
            let names = NamedItems {
                items: self.map.run.items,
                groups: &[],
            };
            let what = named(meaning, names, 1, self.words);
            let told = AxisName::of(sized(format!("{middle}: {what}")));
            return [told, alone].into_iter().find(fits).unwrap_or_default();
        };
        let ends = |most: usize| {
            let side = |side: &[usize], before: &str, behind: &str| {
                if side.is_empty() {
                    return sized(String::new());
                }
                let names = listed(side, self.map.run.items, most, self.words);
                sized(format!("{before}{names}{behind}"))
            };
            AxisName {
                low: side(&split.negative, "← ", ""),
                middle: alone.middle.clone(),
                high: side(&split.positive, "", " →"),
            }
        };
        let mut named = (1..=MOST_NAMED).rev().map(ends);
        let named = named.find(fits).or_else(|| Some(alone).filter(fits));
        named.unwrap_or_default()
    }
}

impl AxisName {
    /// The mode alone.
    fn of(middle: (String, f64)) -> Self {
        Self {
            low: (String::new(), 0.0),
            middle,
            high: (String::new(), 0.0),
        }
    }

    /// The least room that it takes.
    fn width(&self) -> f64 {
        self.low.1 + self.middle.1 + self.high.1 + 2.0 * APART
    }

    /// Each text, and where along the axis it is: the mode in its middle, or between the names if
    /// one of them is long.
    fn along(self, room: f64) -> [((String, f64), f64, Align); 3] {
        let half = self.middle.1 / 2.0 + APART;
        let middle = (room / 2.0)
            .min(room - self.high.1 - half)
            .max(self.low.1 + half);
        let has_ends = self.low.1 + self.high.1 > 0.0;
        let middle = if has_ends { middle } else { room / 2.0 };
        [
            (self.low, 0.0, Align::Start),
            (self.middle, middle, Align::Middle),
            (self.high, room, Align::End),
        ]
    }
}
