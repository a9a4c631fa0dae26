//! Texts that are too long for their room.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Measure;

/// The mark where a text was cut.
pub(super) const CUT: &str = "…";

/// A text as it is if it is no wider than `room` points, else as much of its beginning as has room,
/// with an ellipsis behind. Where not even that has room it is the ellipsis alone.
pub fn shortened(text: &str, room: f64, size: f64, measure: &dyn Measure) -> String {
    longest(text, (room, size), measure, &|parts, n| {
        format!("{}{CUT}", parts[..n].concat().trim_end())
    })
}

/// The text as it is if it fits into a room at a size, else `cut(characters, n)` for the largest
/// n, 0 at least, that fits. A character is what people count as one: an accent is not cut from
/// its letter.
pub(super) fn longest(
    text: &str,
    (room, size): (f64, f64),
    measure: &dyn Measure,
    cut: &dyn Fn(&[&str], usize) -> String,
) -> String {
    if measure.width(text, size) <= room {
        return text.to_owned();
    }
    let parts: Vec<&str> = text.graphemes(true).collect();
    // By halving: what keeps more is wider.
    let (mut fits, mut too_long) = (0, parts.len());
    while fits + 1 < too_long {
        let middle = usize::midpoint(fits, too_long);
        if measure.width(&cut(&parts, middle), size) <= room {
            fits = middle;
        } else {
            too_long = middle;
        }
    }
    cut(&parts, fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct One;

    impl Measure for One {
        fn width(&self, text: &str, _: f64) -> f64 {
            text.chars().count() as f64
        }
    }

    #[test]
    fn a_text_is_cut_to_its_room_and_no_further() {
        let cut = |room| shortened("Shark has_bones", room, 12.0, &One);
        assert_eq!(cut(15.0), "Shark has_bones");
        assert_eq!(cut(14.0), "Shark has_bon…");
        assert_eq!(cut(7.0), "Shark…");
        assert_eq!(cut(0.5), "…");
        assert_eq!(shortened("", 0.0, 12.0, &One), "");
    }

    #[test]
    fn letters_of_several_bytes_stay_whole() {
        assert_eq!(shortened("サメの骨", 3.0, 12.0, &One), "サメ…");
        assert_eq!(shortened("ae\u{301}iou", 4.0, 12.0, &One), "ae\u{301}…");
    }
}
