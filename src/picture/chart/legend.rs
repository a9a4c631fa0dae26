//! The legend of a chart: in lines above the frame that are always kept for it.

use super::around::begin;
use super::frame::{EDGE, NUMBER, line};
use super::{Entry, Frame, Sample};
use crate::picture::shorten::shortened;
use crate::picture::{
    Align, Area, ChartPhrase, Colour, Label, LineStyle, Measure, Phrase, Point, Role, Shape, Turn,
    Words,
};

/// From an entry to the next, in points.
const BETWEEN: f64 = 14.0;
/// From the lowest line to the frame; see `FACTOR_ROOM`.
const ABOVE_FRAME: f64 = 16.0;
/// Height of a patch.
const PATCH: f64 = 9.0;

/// The entries of a legend, and where they go.
pub(super) struct Legend<'a> {
    pub(super) entries: &'a [&'a Entry],
    pub(super) n_lines: usize,
    pub(super) frame: &'a Frame,
    pub(super) measure: &'a dyn Measure,
    pub(super) words: &'a dyn Words,
}

impl Legend<'_> {
    /// Its lines, the first one at the top. Entries that have no room are counted.
    pub(super) fn shapes(&self) -> Vec<Shape> {
        if self.n_lines == 0 || self.entries.is_empty() {
            return Vec::new();
        }
        let mut lines = self.lines(self.entries.len(), None);
        if lines.len() > self.n_lines {
            // As many as leave room to count the others.
            for n in (0..self.entries.len()).rev() {
                let more = Phrase::Chart(ChartPhrase::More(self.entries.len() - n));
                lines = self.lines(n, Some(self.words.say(&more)));
                if lines.len() <= self.n_lines {
                    break;
                }
            }
        }
        let top = self.frame.area.top - ABOVE_FRAME - self.n_lines as f64 * line(NUMBER);
        let mut shapes = Vec::new();
        for (number, cells) in lines.into_iter().take(self.n_lines).enumerate() {
            let width = cells.iter().map(|cell| cell.width).sum::<f64>()
                + BETWEEN * cells.len().saturating_sub(1) as f64;
            let mut left = begin(width, self.frame);
            let y = top + (number as f64 + 0.5) * line(NUMBER);
            for cell in cells {
                let width = cell.width;
                shapes.extend(cell.shapes(left, y));
                left += width + BETWEEN;
            }
        }
        shapes
    }

    /// The first `n` entries in lines, and words behind them.
    fn lines(&self, n: usize, behind: Option<String>) -> Vec<Vec<Cell>> {
        let room = self.frame.size.width - 2.0 * EDGE;
        let entries = self.entries[..n].iter();
        let entries = entries.map(|entry| (Some(entry.sample), entry.text.clone()));
        let cells = entries.chain(behind.map(|text| (None, text)));
        let mut lines: Vec<Vec<Cell>> = Vec::new();
        let mut used = 0.0;
        for (sample, text) in cells {
            let before = sample.map_or(0.0, |_| Sample::WIDTH + Sample::GAP);
            let text = shortened(&text, room - before, NUMBER, self.measure);
            let width = before + self.measure.width(&text, NUMBER);
            let cell = Cell {
                sample,
                text,
                width,
            };
            match lines.last_mut() {
                Some(line) if used + BETWEEN + width <= room => {
                    used += BETWEEN + width;
                    line.push(cell);
                }
                _ => {
                    used = width;
                    lines.push(vec![cell]);
                }
            }
        }
        lines
    }
}

/// An entry of a line.
struct Cell {
    sample: Option<Sample>,
    text: String,
    width: f64,
}

impl Cell {
    /// Its sample and its words, the left edge at `left`, their middle at `y`.
    fn shapes(self, left: f64, y: f64) -> Vec<Shape> {
        let (mut x, mut shapes) = (left, Vec::new());
        let mut paint = Colour::Quiet.into();
        if let Some(sample) = self.sample {
            let right = x + Sample::WIDTH;
            shapes.push(match sample {
                Sample::Line {
                    paint,
                    width,
                    style,
                } => Shape::Line {
                    points: vec![Point::new(x, y), Point::new(right, y)],
                    width,
                    paint,
                    style,
                    role: Role::Rule,
                    clip: None,
                },
                Sample::Patch(paint) => Shape::Fill {
                    area: Area {
                        left: x + 3.0,
                        top: y - PATCH / 2.0,
                        right: right - 3.0,
                        bottom: y + PATCH / 2.0,
                    },
                    paint,
                },
            });
            x = right + Sample::GAP;
            paint = Colour::Ink.into();
        }
        shapes.push(Shape::Text(Label {
            text: self.text,
            at: Point::new(x, y),
            align: [Align::Start, Align::Middle],
            size: NUMBER,
            paint,
            turn: Turn::Flat,
        }));
        shapes
    }
}

/// A sample of a solid line.
impl From<(crate::picture::Paint, f64)> for Sample {
    fn from((paint, width): (crate::picture::Paint, f64)) -> Self {
        Self::Line {
            paint,
            width,
            style: LineStyle::Solid,
        }
    }
}
