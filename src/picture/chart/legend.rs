//! The legend of a chart: in lines above the frame that are always kept for it.

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
    /// The lines of the legend, the first one at the top. Entries that have no room are counted.
    pub(super) fn shapes(&self) -> Vec<Shape> {
        if self.n_lines == 0 || self.entries.is_empty() {
            return Vec::new();
        }
        let room = self.frame.size.width - 2.0 * EDGE;
        let mut cells: Vec<Cell> = self.entries.iter().map(|entry| self.cell(entry)).collect();
        if lines(&cells, room).len() > self.n_lines {
            // As many as leave room to count the others.
            for n in (0..cells.len()).rev() {
                cells.truncate(n);
                cells.push(self.count(self.entries.len() - n));
                if lines(&cells, room).len() <= self.n_lines {
                    break;
                }
            }
        }
        let top = self.frame.area.top - ABOVE_FRAME - self.n_lines as f64 * line(NUMBER);
        let mut shapes = Vec::new();
        for (number, cells) in lines(&cells, room)
            .into_iter()
            .enumerate()
            .take(self.n_lines)
        {
            let mut left = self.frame.line_start(width(cells));
            let y = top + (number as f64 + 0.5) * line(NUMBER);
            for cell in cells {
                shapes.extend(cell.shapes(left, y));
                left += cell.width + BETWEEN;
            }
        }
        shapes
    }

    fn cell(&self, entry: &Entry) -> Cell {
        let before = Sample::WIDTH + Sample::GAP;
        let room = self.frame.size.width - 2.0 * EDGE - before;
        let text = shortened(&entry.text, room, NUMBER, self.measure);
        Cell {
            width: before + self.measure.width(&text, NUMBER),
            sample: Some(entry.sample),
            text,
        }
    }

    /// How many entries have no room, in words.
    fn count(&self, n: usize) -> Cell {
        let text = self.words.say(&Phrase::Chart(ChartPhrase::More(n)));
        Cell {
            width: self.measure.width(&text, NUMBER),
            sample: None,
            text,
        }
    }
}

/// How wide a line is.
fn width(cells: &[Cell]) -> f64 {
    let gaps = BETWEEN * cells.len().saturating_sub(1) as f64;
    gaps + cells.iter().map(|cell| cell.width).sum::<f64>()
}

/// Cells in lines of at most this width; one that is wider has a line for itself.
fn lines(cells: &[Cell], room: f64) -> Vec<&[Cell]> {
    let mut lines = Vec::new();
    let mut first = 0;
    for next in 1..=cells.len() {
        if next == cells.len() || width(&cells[first..=next]) > room {
            lines.push(&cells[first..next]);
            first = next;
        }
    }
    lines
}

/// An entry of a line.
struct Cell {
    sample: Option<Sample>,
    text: String,
    width: f64,
}

impl Cell {
    /// The sample and the words, the left edge at `left`, their middle at `y`.
    fn shapes(&self, left: f64, y: f64) -> Vec<Shape> {
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
            text: self.text.clone(),
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
