//! What is explained below an atlas: patches and marks, each with its words, in lines.

use super::super::atlas_phrase::AtlasPhrase;
use super::super::strokes::{fill, line_height, outline, size, text};
use super::super::{Align, Area, Colour, Drawing, Measure, Phrase, Point, Words, shortened};
use super::AtlasPicture;
use super::look::{Hatch, Look};
use super::marks::star;
use super::told::{best_phrase, short_best_phrase};
use crate::analysis::atlas::cell::Quantity;

/// A patch, and what is between it and its words.
const PATCH: f64 = 16.0;
const APART: f64 = 5.0;
/// Between two entries.
const BETWEEN: f64 = 16.0;
/// Above and between lines.
const LEADING: f64 = 4.0;

/// What stands before the words of an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sample {
    Plain,
    Hatched(Hatch),
    Star,
}

/// The entries in the lines in which they stand, each with its place along its line.
pub(super) struct Legend {
    lines: Vec<Vec<(f64, Sample, String)>>,
}

impl Legend {
    /// Of an atlas, in lines of this width.
    pub(super) fn of(
        picture: &AtlasPicture<'_>,
        width: f64,
        measure: &dyn Measure,
        words: &dyn Words,
    ) -> Self {
        let mut lines: Vec<Vec<(f64, Sample, String)>> = vec![Vec::new()];
        let mut x = 0.0;
        for (sample, choices) in entries(picture, words) {
            let room = width - PATCH - APART;
            let fits = |words: &&String| measure.width(words, size::NAME) <= room;
            let words = choices.iter().find(fits).or(choices.last());
            let words = shortened(words.map_or("", String::as_str), room, size::NAME, measure);
            let extent = PATCH + APART + measure.width(&words, size::NAME);
            if x > 0.0 && x + extent > width {
                lines.push(Vec::new());
                x = 0.0;
            }
            if let Some(line) = lines.last_mut() {
                line.push((x, sample, words));
            }
            x += extent + BETWEEN;
        }
        Self { lines }
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * (line_height(size::NAME) + LEADING)
    }

    /// Draws it with its upper left corner there.
    pub(super) fn draw(&self, drawing: &mut Drawing, corner: Point) {
        let high = line_height(size::NAME);
        for (number, line) in self.lines.iter().enumerate() {
            let top = corner.y + LEADING + number as f64 * (high + LEADING);
            for (x, sample, words) in line {
                let left = corner.x + x;
                let area = Area {
                    left,
                    top: top + 1.0,
                    right: left + PATCH,
                    bottom: top + high - 1.0,
                };
                sample.draw(drawing, area);
                let at = Point::new(area.right + APART, top);
                let look = (size::NAME, Colour::Ink);
                text(drawing, words, at, [Align::Start; 2], look);
            }
        }
    }
}

impl Sample {
    fn draw(self, drawing: &mut Drawing, area: Area) {
        match self {
            Self::Star => return star(drawing, area.centre()),
            Self::Plain => fill(drawing, area, Look::PLAIN),
            Self::Hatched(hatch) => hatch.draw(drawing, &[area], false),
        }
        outline(drawing, area, 1.0, Colour::Quiet);
    }
}

/// What is explained, each in words to choose from, the longest first. The same whatever has been computed but the best cell, so that the plane stands still.
fn entries(picture: &AtlasPicture<'_>, words: &dyn Words) -> Vec<(Sample, Vec<String>)> {
    let say = |phrase| words.say(&Phrase::Atlas(phrase));
    let threshold = picture.atlas.options().threshold;
    let n_epochs = picture.n_epochs;
    let plain = match picture.quantity {
        Quantity::EpochsBelow => Some(AtlasPhrase::NotBelow {
            threshold,
            n_epochs,
        }),
        Quantity::DivergedAt => Some(AtlasPhrase::DivergesNot),
        _ => None,
    };
    let plain = plain.map(|phrase| (Sample::Plain, vec![say(phrase)]));
    let hatched = [
        (Hatch::Oscillates, AtlasPhrase::Oscillates),
        (Hatch::Diverges, AtlasPhrase::Diverges),
    ];
    let hatched = hatched.map(|(hatch, phrase)| (Sample::Hatched(hatch), vec![say(phrase)]));
    let best = best_phrase(picture.atlas, words).into_iter();
    let best = best.chain(short_best_phrase(picture.atlas, words));
    let best = best.chain([say(AtlasPhrase::Fastest)]).collect();
    let entries = plain.into_iter().chain(hatched);
    entries.chain([(Sample::Star, best)]).collect()
}
