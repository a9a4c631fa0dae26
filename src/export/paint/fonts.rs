//! Which font has which character, and how wide a text is in them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, ID, Source};
use unicode_segmentation::UnicodeSegmentation as _;

use super::system_fonts::{SystemFonts, has_letters};
use super::text_line::{BOX, TextLine, TextRun, directions, is_ignorable, shaped, svg_text};
use crate::picture::Measure;

/// DejaVu Sans, which matplotlib draws with, and what it lacks for Japanese and for signs.
const BUNDLED: [&[u8]; 2] = [
    include_bytes!("../../../assets/fonts/DejaVuSans-subset.ttf"),
    include_bytes!("../../../assets/fonts/BIZUDPGothic-subset.ttf"),
];

/// The fonts of exported figures: the bundled ones, and of the system's those that are needed.
///
/// Fonts found and texts measured are cached, so one `Fonts` is best kept for both the layout and
/// the painting of a figure.
#[derive(Debug)]
pub struct Fonts {
    asks_system: bool,
    known: RefCell<LoadedFonts>,
}

#[derive(Debug)]
struct LoadedFonts {
    fonts: Database,
    /// The fonts in use, in the order in which they are asked for a character.
    faces: Vec<ID>,
    /// The font of a cluster of characters; `None` of what no font has.
    face_of: HashMap<String, Option<usize>>,
    lines: HashMap<String, Rc<TextLine>>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self::new()
    }
}

impl Fonts {
    /// The bundled fonts; the system's are looked at when a character is asked for that those lack.
    pub fn new() -> Self {
        Self::with_system(true)
    }

    /// The bundled fonts alone: the same on every machine.
    #[cfg(test)]
    pub(crate) fn bundled() -> Self {
        Self::with_system(false)
    }

    fn with_system(asks_system: bool) -> Self {
        let mut fonts = Database::new();
        let mut faces = Vec::new();
        for font in BUNDLED {
            faces.extend(fonts.load_font_source(Source::Binary(Arc::new(font))));
        }
        let known = LoadedFonts {
            fonts,
            faces,
            face_of: HashMap::new(),
            lines: HashMap::new(),
        };
        Self {
            asks_system,
            known: RefCell::new(known),
        }
    }

    /// The text as it is set.
    pub(super) fn line(&self, text: &str) -> Rc<TextLine> {
        let mut known = self.known.borrow_mut();
        if let Some(line) = known.lines.get(text) {
            return Rc::clone(line);
        }
        let line = Rc::new(known.set(&svg_text(text), self.asks_system));
        known.lines.insert(text.to_owned(), Rc::clone(&line));
        line
    }

    /// The fonts in use so far, in the order of [`TextRun::face`].
    pub(super) fn database(&self) -> (Database, Vec<ID>) {
        let known = self.known.borrow();
        (known.fonts.clone(), known.faces.clone())
    }

    /// The bytes of a font's file, and which of its faces it is.
    pub(super) fn data(&self, face: usize) -> Option<(Vec<u8>, u32)> {
        let known = self.known.borrow();
        let id = *known.faces.get(face)?;
        let read = |data: &[u8], index| (data.to_vec(), index);
        known.fonts.with_face_data(id, read)
    }

    /// The family names of the fonts of a line beyond the bundled ones, but of emoji: every reader
    /// has its own, and some would take their digits for those of all texts.
    pub(super) fn system_families(&self, line: &TextLine) -> Vec<String> {
        let known = self.known.borrow();
        let mut families = Vec::new();
        for run in line.runs.iter().filter(|run| run.face >= BUNDLED.len()) {
            let face = known.fonts.face(known.faces[run.face]);
            let name = face.and_then(|face| face.families.first());
            if let Some((name, _)) = name
                && !name.contains("Emoji")
                && !families.contains(name)
            {
                families.push(name.clone());
            }
        }
        families
    }
}

impl Measure for Fonts {
    fn width(&self, text: &str, size: f64) -> f64 {
        self.line(text).width * size
    }
}

impl LoadedFonts {
    fn set(&mut self, text: &str, asks_system: bool) -> TextLine {
        let mut line = TextLine {
            runs: Vec::new(),
            width: 0.0,
            missing: Vec::new(),
        };
        for (range, is_rtl) in directions(text) {
            let mut pieces = self.pieces(&text[range], asks_system, &mut line.missing);
            if is_rtl {
                pieces.reverse();
            }
            for (face, text) in pieces {
                let shape = |data: &[u8], index| shaped(data, index, &text, is_rtl);
                let set = self.fonts.with_face_data(self.faces[face], shape);
                // A font that was read a moment ago and is gone now leaves a gap.
                let (glyphs, width) = set.flatten().unwrap_or_default();
                line.runs.push(TextRun {
                    face,
                    text,
                    is_rtl,
                    start: line.width,
                    glyphs,
                });
                line.width += width;
            }
        }
        line
    }

    /// Splits a text by font, in the order in which it is read, with boxes for what no font has.
    fn pieces(
        &mut self,
        text: &str,
        asks_system: bool,
        missing: &mut Vec<char>,
    ) -> Vec<(usize, String)> {
        let mut pieces: Vec<(usize, String)> = Vec::new();
        let mut add = |face: usize, text: &str| match pieces.last_mut() {
            Some((last, piece)) if *last == face => piece.push_str(text),
            _ => pieces.push((face, text.to_owned())),
        };
        let mut last = None;
        for cluster in text.graphemes(true) {
            let is_blank = |letter: char| letter.is_whitespace() || is_ignorable(letter);
            if let Some(face) = last
                && cluster.chars().all(is_blank)
                && self.has(face, cluster)
            {
                add(face, cluster);
                continue;
            }
            let whole = self.face_of(cluster, asks_system);
            if let Some(face) = whole {
                add(face, cluster);
                last = whole;
                continue;
            }
            // No font has all of it: what there is of it.
            for letter in cluster.chars() {
                let alone = letter.encode_utf8(&mut [0; 4]).to_owned();
                let found = self.face_of(&alone, asks_system);
                last = found.or_else(|| {
                    missing.push(letter);
                    self.face_of(&BOX.to_string(), false)
                });
                let shown = if found.is_some() { letter } else { BOX };
                add(last.unwrap_or_default(), shown.encode_utf8(&mut [0; 4]));
            }
        }
        pieces
    }

    /// The first font that has all characters of a cluster that need one.
    fn face_of(&mut self, cluster: &str, asks_system: bool) -> Option<usize> {
        if let Some(face) = self.face_of.get(cluster) {
            return *face;
        }
        let in_use = (0..self.faces.len()).find(|&face| self.has(face, cluster));
        let face = in_use.or_else(|| {
            let found = if asks_system {
                SystemFonts::installed().find(&needed(cluster))
            } else {
                None
            };
            self.faces.push(self.fonts.push_face_info(found?.clone()));
            Some(self.faces.len() - 1)
        });
        self.face_of.insert(cluster.to_owned(), face);
        face
    }

    fn has(&self, face: usize, cluster: &str) -> bool {
        let letters = needed(cluster);
        let read = |data: &[u8], index| has_letters(data, index, &letters);
        self.fonts.with_face_data(self.faces[face], read) == Some(true)
    }
}

/// The characters of a cluster that a font must have.
fn needed(cluster: &str) -> Vec<char> {
    let letters = cluster.chars();
    letters.filter(|&letter| !is_ignorable(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(fonts: &Fonts, text: &str) -> Vec<(usize, String)> {
        let line = fonts.line(text);
        let runs = line.runs.iter();
        runs.map(|run| (run.face, run.text.clone())).collect()
    }

    fn run(face: usize, text: &str) -> (usize, String) {
        (face, text.to_owned())
    }

    #[test]
    fn a_text_is_split_where_the_font_changes_and_a_blank_stays_with_what_is_before_it() {
        let fonts = Fonts::bundled();
        assert_eq!(faces(&fonts, "mode 1, σ²"), [run(0, "mode 1, σ²")]);
        let mixed = [run(0, "W "), run(1, "特異値 "), run(0, "10⁻³")];
        assert_eq!(faces(&fonts, "W 特異値 10⁻³"), mixed);
        assert!(fonts.line("").runs.is_empty());
        assert_eq!(fonts.line("").width, 0.0);
    }

    #[test]
    fn a_character_that_no_font_has_is_a_box_and_said() {
        let fonts = Fonts::bundled();
        let line = fonts.line("a ปลา b");
        assert_eq!(line.missing, ['ป', 'ล', 'า']);
        assert_eq!(
            faces(&fonts, "a ปลา b"),
            [run(0, "a "), run(1, "□□□ "), run(0, "b")]
        );
        assert!(fonts.line("ordinary").missing.is_empty());
    }

    #[test]
    fn what_is_not_seen_needs_no_font() {
        let fonts = Fonts::bundled();
        for text in ["a\u{200d}b", "\u{feff}a", "x\u{fe0f}", "a\u{ad}b"] {
            assert!(fonts.line(text).missing.is_empty(), "{text:?}");
        }
        let plain = fonts.width("ab", 10.0);
        assert!((fonts.width("a\u{200d}b", 10.0) - plain).abs() < 1e-9);
    }

    #[test]
    fn widths_are_those_of_the_bundled_fonts_and_grow_with_the_size() {
        let fonts = Fonts::bundled();
        // DejaVu Sans: 1303 of 2048 units for a digit; BIZ UDPGothic: an em for a kanji.
        assert!((fonts.width("07", 20.48) - 26.06).abs() < 1e-6);
        assert!((fonts.width("特", 10.0) - 10.0).abs() < 1e-6);
        assert!((fonts.width("07", 40.96) - 52.12).abs() < 1e-6);
        let both = fonts.width("07特", 10.0);
        assert!((both - fonts.width("07", 10.0) - 10.0).abs() < 1e-6);
    }

    #[test]
    fn a_thousand_labels_are_measured_in_no_time() {
        let fonts = Fonts::bundled();
        let begun = std::time::Instant::now();
        let width: f64 = (0..1000)
            .map(|i| fonts.width(&format!("項目 {i}"), 11.0))
            .sum();
        assert!(width > 0.0 && begun.elapsed().as_millis() < 2000);
    }
}
