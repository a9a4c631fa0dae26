//! A text of several lines.

use super::strokes::{line_height, text};
use super::{Align, Colour, Drawing, Measure, Point, Size, shortened};

/// The smallest size of a text that explains.
const LEAST: f64 = 9.0;

/// A text in lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Paragraph {
    /// Lines, none wider than the room.
    pub(crate) lines: Vec<String>,
    /// The height of its letters.
    pub(crate) size: f64,
}

impl Paragraph {
    /// A text broken into lines of a width, as many as it takes.
    pub(crate) fn wrapped(words: &str, width: f64, size: f64, measure: &dyn Measure) -> Self {
        let lines = broken(words, width, size, measure);
        Self { lines, size }
    }

    /// A text broken into lines for a room: at this size or smaller; what does not fit in height
    /// is cut.
    pub(crate) fn fitting(words: &str, room: Size, size: f64, measure: &dyn Measure) -> Self {
        let most = |size: f64| (room.height / line_height(size)).floor().max(0.0) as usize;
        let mut size = size;
        let mut lines = broken(words, room.width, size, measure);
        let breaks_word = |size: f64| {
            let mut words = words.split(' ');
            words.any(|word| word.is_ascii() && measure.width(word, size) > room.width)
        };
        while (lines.len() > most(size) || breaks_word(size)) && size - 1.0 >= LEAST {
            size -= 1.0;
            lines = broken(words, room.width, size, measure);
        }
        if lines.len() > most(size) {
            lines.truncate(most(size));
            if let Some(last) = lines.last_mut() {
                last.push_str(" …");
                *last = shortened(last, room.width, size, measure);
            }
        }
        Self { lines, size }
    }
}

/// Greedy lines. Texts are broken at spaces; a word that is wider than a line, as all of a
/// Japanese sentence is, between its characters.
fn broken(words: &str, width: f64, size: f64, measure: &dyn Measure) -> Vec<String> {
    let fits = |line: &str| measure.width(line.trim_end(), size) <= width;
    let mut lines = vec![String::new()];
    for word in words.split_inclusive(' ') {
        let line = lines.last_mut().map(|line| format!("{line}{word}"));
        let line = line.unwrap_or_default();
        if fits(&line) {
            replace_last(&mut lines, line);
            continue;
        }
        if fits(word) {
            lines.push(word.to_owned());
            continue;
        }
        for character in word.chars() {
            let last = lines.last().map_or("", String::as_str);
            let line = format!("{last}{character}");
            if fits(&line) || last.is_empty() {
                replace_last(&mut lines, line);
            } else {
                lines.push(character.to_string());
            }
        }
    }
    for line in &mut lines {
        *line = line.trim_end().to_owned();
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn replace_last(lines: &mut [String], line: String) {
    if let Some(last) = lines.last_mut() {
        *last = line;
    }
}

/// Writes it with its middle at `at`.
pub(crate) fn draw_centred(
    drawing: &mut Drawing,
    paragraph: &Paragraph,
    at: Point,
    colour: Colour,
) {
    let high = line_height(paragraph.size);
    let top = at.y - high * paragraph.lines.len() as f64 / 2.0;
    for (i, words) in paragraph.lines.iter().enumerate() {
        let at = Point::new(at.x, top + high * i as f64);
        let align = [Align::Middle, Align::Start];
        text(drawing, words, at, align, (paragraph.size, colour));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Ten;

    impl Measure for Ten {
        fn width(&self, text: &str, _: f64) -> f64 {
            10.0 * text.chars().count() as f64
        }
    }

    #[test]
    fn lines_break_at_spaces_and_japanese_between_characters() {
        let lines = |words: &str| broken(words, 80.0, 10.0, &Ten);
        assert_eq!(lines("one two three four"), ["one two", "three", "four"]);
        assert_eq!(
            lines("全体の尺度ではまだ見えません"),
            ["全体の尺度ではま", "だ見えません"]
        );
    }

    #[test]
    fn no_word_is_broken_while_smaller_letters_spare_it() {
        struct Square;
        impl Measure for Square {
            fn width(&self, text: &str, size: f64) -> f64 {
                size * text.chars().count() as f64
            }
        }
        let room = Size::new(60.0, 100.0);
        let text = Paragraph::fitting("no hidden layer", room, 12.0, &Square);
        assert_eq!(text.lines, ["no", "hidden", "layer"]);
        assert_eq!(text.size, 10.0);
    }

    #[test]
    fn what_does_not_fit_in_height_is_cut() {
        let room = Size::new(80.0, 24.0);
        let text = Paragraph::fitting("one two three four five", room, 9.0, &Ten);
        assert_eq!(text.lines, ["one two", "three …"]);
    }
}
