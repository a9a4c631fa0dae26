//! A line of text as it is set: which glyph of which font stands where.

use std::collections::BTreeSet;
use std::ops::Range;

use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::FontRef;
use skrifa::raw::TableProvider as _;
use unicode_bidi::{BidiInfo, Level};

/// Drawn for a character that no font has.
pub(super) const BOX: char = '□';

/// A set line. Lengths are in ems: times the font's size they are points.
#[derive(Debug)]
pub(super) struct TextLine {
    /// Runs from left to right.
    pub(super) runs: Vec<TextRun>,
    /// Width.
    pub(super) width: f64,
    /// The characters that no font has: boxes stand for them.
    pub(super) missing: Vec<char>,
}

/// A piece of a line in one font and one direction.
#[derive(Debug)]
pub(super) struct TextRun {
    /// The index of its font.
    pub(super) face: usize,
    /// Text, in the order in which it is read.
    pub(super) text: String,
    /// Whether it is read from right to left.
    pub(super) is_rtl: bool,
    /// The position where the piece begins.
    pub(super) start: f64,
    /// Glyphs from left to right.
    pub(super) glyphs: Vec<Glyph>,
}

/// A glyph.
#[derive(Debug)]
pub(super) struct Glyph {
    /// Index in the font.
    pub(super) id: u32,
    /// The bytes of the run's text that it is of, maybe together with other glyphs.
    pub(super) bytes: Range<usize>,
    /// How far the next one is.
    pub(super) advance: f64,
    /// By how much it is moved to the right and upwards.
    pub(super) offset: [f64; 2],
}

/// A line of text as SVG can hold it: characters that XML forbids are boxes, breaks and other
/// controls are spaces.
pub(super) fn svg_text(text: &str) -> String {
    let sign = |letter: char| match letter {
        '\u{fffe}' | '\u{ffff}' => BOX,
        '\u{2028}' | '\u{2029}' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    text.chars().map(sign).collect()
}

/// The pieces of a line that are read in one direction, from left to right on the page; `true` of
/// those that are read from right to left.
pub(super) fn directions(text: &str) -> Vec<(Range<usize>, bool)> {
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let Some(paragraph) = bidi.paragraphs.first() else {
        return Vec::new();
    };
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let runs = runs.into_iter();
    runs.map(|run| (run.clone(), levels[run.start].is_rtl()))
        .collect()
}

/// The glyphs of a text in one font, and how wide they are together. Nothing of what is no font.
pub(super) fn shaped(
    data: &[u8],
    index: u32,
    text: &str,
    is_rtl: bool,
) -> Option<(Vec<Glyph>, f64)> {
    let font = FontRef::from_index(data, index).ok()?;
    let em = f64::from(font.head().ok()?.units_per_em());
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(if is_rtl {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    });
    buffer.guess_segment_properties();
    let shaper = ShaperData::new(&font);
    let output = shaper
        .shaper(&font)
        .build()
        .shape(buffer, ShapeOptions::new());
    let infos = output.glyph_infos();
    let ends: BTreeSet<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    let bytes = |start: usize| {
        let end = ends.range(start + 1..).next();
        start..end.copied().unwrap_or(text.len())
    };
    let glyphs = infos.iter().zip(output.glyph_positions());
    let glyphs = glyphs.map(|(info, position)| Glyph {
        id: info.glyph_id,
        bytes: bytes(info.cluster as usize),
        advance: f64::from(position.x_advance) / em,
        offset: [position.x_offset, position.y_offset].map(|units| f64::from(units) / em),
    });
    let glyphs: Vec<_> = glyphs.collect();
    let width = glyphs.iter().map(|glyph| glyph.advance).sum();
    Some((glyphs, width))
}

/// Whether a character is seen only in what it does to its neighbours: joiners, marks of direction,
/// selectors of a variant. No font needs to have it.
pub(super) fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATIN: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans-subset.ttf");

    #[test]
    fn text_keeps_nothing_that_xml_forbids() {
        assert_eq!(svg_text("a\u{0}b\nc\u{ffff}d\u{2028}"), "a b c□d ");
        assert_eq!(svg_text("]]> <&\" ア"), "]]> <&\" ア");
    }

    #[test]
    fn hebrew_in_english_is_a_piece_of_its_own_and_numbers_in_it_keep_their_order() {
        let text = "mode אב 12";
        let runs = directions(text);
        let read = runs
            .iter()
            .map(|(run, is_rtl)| (&text[run.clone()], *is_rtl));
        let expected = [("mode ", false), ("12", false), ("אב ", true)];
        assert!(read.eq(expected), "{runs:?}");
    }

    #[test]
    fn glyphs_know_the_bytes_they_stand_for() {
        let (glyphs, width) = shaped(LATIN, 0, "aé1", false).unwrap();
        let bytes: Vec<_> = glyphs.iter().map(|glyph| glyph.bytes.clone()).collect();
        assert_eq!(bytes, [0..1, 1..3, 3..4]);
        assert!((1.8..1.9).contains(&width), "{width}");
        let (glyphs, _) = shaped(LATIN, 0, "ab", true).unwrap();
        let bytes: Vec<_> = glyphs.iter().map(|glyph| glyph.bytes.clone()).collect();
        assert_eq!(bytes, [1..2, 0..1]);
        assert!(shaped(b"no font", 0, "a", false).is_none());
    }
}
