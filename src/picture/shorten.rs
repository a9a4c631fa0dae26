//! Texts that are too long for their room.

use super::Measure;

/// What stands where a text was cut.
const CUT: char = '…';

/// A text as it is if it is no wider than `room` points, else as much of its beginning as has room,
/// with an ellipsis behind. Where not even that has room it is the ellipsis alone.
pub fn shortened(text: &str, room: f64, size: f64, measure: &dyn Measure) -> String {
    if measure.width(text, size) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |n: usize| {
        let mut cut = text[..ends[n]].trim_end().to_owned();
        cut.push(CUT);
        cut
    };
    // The longest beginning that has room, by halving: every longer one is wider.
    let (mut fits, mut too_long) = (0, ends.len());
    while fits + 1 < too_long {
        let middle = usize::midpoint(fits, too_long);
        if measure.width(&cut(middle), size) <= room {
            fits = middle;
        } else {
            too_long = middle;
        }
    }
    cut(fits)
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
    }
}
