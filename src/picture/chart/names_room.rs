//! The room beside a frame for the names of curves, where the frame must stay while they change.

use super::frame::{NAME, STEP};
use crate::picture::strokes::widest;
use crate::picture::{Measure, telling_room};

/// The room for the names of curves, whether they are in the chart or not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesRoom {
    /// The least room, as a share of the picture's width: kept without a name, too.
    pub least: f64,
    /// The most room, likewise.
    pub most: f64,
    /// Names that are to have room for all their letters.
    pub whole: Vec<String>,
    /// Names of several parts, that are to have room for the parts that tell them from each other;
    /// for all their letters where more than the least room is needed anyway.
    pub told_apart: Vec<String>,
}

impl NamesRoom {
    /// The room in a picture of this width, in points.
    pub(super) fn width(&self, picture: f64, measure: &dyn Measure) -> f64 {
        let [least, most] = [self.least, self.most].map(|share| share * picture);
        let whole = widest(&self.whole, NAME, measure);
        let needed = whole.max(telling_room(&self.told_apart, NAME, measure));
        if needed <= least {
            return least;
        }
        let needed = needed.max(widest(&self.told_apart, NAME, measure));
        ((needed / STEP).ceil() * STEP).min(most).max(least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::check::Sans;

    fn room(whole: &[&str], told_apart: &[&str]) -> NamesRoom {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        NamesRoom {
            least: 0.1,
            most: 0.2,
            whole: owned(whole),
            told_apart: owned(told_apart),
        }
    }

    #[test]
    fn names_have_the_room_they_need_between_the_least_and_the_most() {
        let width = |room: NamesRoom| room.width(600.0, &Sans);
        assert_eq!(width(room(&[], &[])), 60.0);
        assert_eq!(width(room(&["Oak"], &[])), 60.0);
        let longer = width(room(&["Shark has_bones"], &[]));
        assert!(
            longer > 60.0 && longer <= 120.0 && longer % STEP == 0.0,
            "{longer}"
        );
        assert_eq!(
            width(room(&["a name that is longer than the most room"], &[])),
            120.0
        );
    }

    #[test]
    fn names_of_several_parts_need_room_for_what_tells_them_only() {
        let pins = ["lr 60 · γ 10⁻⁶ · h 20", "lr 60 · γ 10⁻⁶ · h 40"];
        assert_eq!(room(&[], &pins).width(600.0, &Sans), 60.0);
        assert!(room(&pins, &[]).width(600.0, &Sans) > 60.0);
        // Where these need more than the least room, there is room for all of them.
        let wide = NamesRoom {
            least: 0.02,
            most: 0.5,
            ..room(&[], &pins)
        };
        let whole = wide.width(600.0, &Sans);
        assert!(whole >= widest(&wide.told_apart, NAME, &Sans), "{whole}");
    }
}
