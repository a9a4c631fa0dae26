//! The legend of a chart: in lines above the frame that are kept for it.

use super::frame::{EDGE, NUMBER, line};
use super::{Chart, CutName, Entry, Frame, LeftOut, Sample};
use crate::picture::shorten::shortened;
use crate::picture::{
    Align, Area, ChartPhrase, Colour, Label, LineStyle, Measure, Phrase, Point, Role, Shape, Size,
    Turn, Words,
};

/// From an entry to the next, in points.
const BETWEEN: f64 = 14.0;
/// From the lowest line to the frame; see `FACTOR_ROOM`.
const ABOVE_FRAME: f64 = 16.0;
/// Width of a tick that stands in the frame.
pub(in crate::picture) const TICK_WIDTH: f64 = 2.0;
/// Height of a patch, and of a tick.
const PATCH: f64 = 9.0;
/// The most of a picture's height that a legend takes which is as high as it needs to be.
const MOST_HEIGHT: f64 = 0.25;

impl Chart {
    /// The same with no more room for numbers and names than they need, and with as many lines of
    /// legend as a picture of this size needs for all of its entries, at most a quarter of its
    /// height. For pictures whose frame need not stand still.
    #[must_use]
    pub fn tight(mut self, size: Size, measure: &dyn Measure, words: &dyn Words) -> Self {
        self.is_tight = true;
        let most = (MOST_HEIGHT * size.height / line(NUMBER)) as usize;
        for n_lines in 0..=most {
            // The fewer lines, the higher the frame, and the more names have room in it.
            self.n_legend_lines = n_lines;
            let frame = &self.frame(size, measure);
            let left_out = self.names(frame, &self.whole(), measure).left_out;
            let legend = Legend {
                entries: &self.legend_entries(&left_out),
                n_lines,
                frame,
                measure,
                words,
            };
            if legend.n_needed() <= n_lines {
                break;
            }
        }
        self
    }

    /// The entries of the legend: its own, and names without room that it does not explain yet.
    pub(super) fn legend_entries<'a>(&'a self, left_out: &'a [LeftOut]) -> Vec<&'a Entry> {
        let is_explained = |entry: &Entry| self.legend.iter().any(|own| own.sample == entry.sample);
        let names = left_out.iter().map(|name| &name.entry);
        let names = names.filter(|entry| !is_explained(entry));
        self.legend.iter().chain(names).collect()
    }
}

/// The entries of a legend, and where they go.
pub(super) struct Legend<'a> {
    pub(super) entries: &'a [&'a Entry],
    pub(super) n_lines: usize,
    pub(super) frame: &'a Frame,
    pub(super) measure: &'a dyn Measure,
    pub(super) words: &'a dyn Words,
}

impl Legend<'_> {
    /// The lines of the legend, the first one at the top, and what is cut there. Entries that have
    /// no room are counted.
    pub(super) fn shapes(&self) -> (Vec<Shape>, Vec<CutName>) {
        let mut cut = Vec::new();
        if self.n_lines == 0 || self.entries.is_empty() {
            return (Vec::new(), cut);
        }
        let room = self.room();
        let mut cells = self.cells();
        if lines(&cells, room).len() > self.n_lines {
            // As many as leave room to count the others.
            for n in (0..cells.len()).rev() {
                cells.truncate(n);
                cells.push(self.count(n));
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
                cut.extend(cell.cut(left, y));
                left += cell.width + BETWEEN;
            }
        }
        (shapes, cut)
    }

    /// How many lines all of its entries take.
    fn n_needed(&self) -> usize {
        lines(&self.cells(), self.room()).len()
    }

    fn room(&self) -> f64 {
        self.frame.size.width - 2.0 * EDGE
    }

    fn cells(&self) -> Vec<Cell> {
        self.entries.iter().map(|entry| self.cell(entry)).collect()
    }

    fn cell(&self, entry: &Entry) -> Cell {
        let before = Sample::WIDTH + Sample::GAP;
        let room = self.room() - before;
        let text = shortened(&entry.text, room, NUMBER, self.measure);
        Cell {
            width: before + self.measure.width(&text, NUMBER),
            sample: Some(entry.sample),
            whole: entry.text.clone(),
            text,
        }
    }

    /// How many entries behind the first `n` have no room, in words.
    fn count(&self, n: usize) -> Cell {
        let others = &self.entries[n..];
        let phrase = ChartPhrase::More(others.len());
        let text = self.words.say(&Phrase::Chart(phrase));
        let whole: Vec<&str> = others.iter().map(|entry| entry.text.as_str()).collect();
        Cell {
            width: self.measure.width(&text, NUMBER),
            sample: None,
            whole: whole.join("\n"),
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
    /// What is to be said: all of it, and of entries that are counted, a line for each.
    whole: String,
    width: f64,
}

impl Cell {
    /// Where it stands and what it stands for, if it does not say all of it.
    fn cut(&self, left: f64, y: f64) -> Option<CutName> {
        let area = Area {
            left,
            top: y - line(NUMBER) / 2.0,
            right: left + self.width,
            bottom: y + line(NUMBER) / 2.0,
        };
        let whole = self.whole.clone();
        (whole != self.text).then_some(CutName { area, whole })
    }

    /// The sample and the words, the left edge at `left`, their middle at `y`.
    fn shapes(&self, left: f64, y: f64) -> Vec<Shape> {
        let (mut x, mut shapes) = (left, Vec::new());
        let mut paint = Colour::Quiet.into();
        if let Some(sample) = self.sample {
            shapes.push(sample.shape(left, y));
            x = left + Sample::WIDTH + Sample::GAP;
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

impl Sample {
    /// The sample drawn, its left edge at `left`, its middle at `y`.
    fn shape(self, left: f64, y: f64) -> Shape {
        let right = left + Self::WIDTH;
        let [top, bottom] = [y - PATCH / 2.0, y + PATCH / 2.0];
        let line = |points: [Point; 2], width, paint, style| Shape::Line {
            points: points.to_vec(),
            width,
            paint,
            style,
            role: Role::Rule,
            clip: None,
        };
        match self {
            Self::Line {
                paint,
                width,
                style,
            } => line([left, right].map(|x| Point::new(x, y)), width, paint, style),
            Self::Patch(paint) => Shape::Fill {
                area: Area {
                    left: left + 3.0,
                    top,
                    right: right - 3.0,
                    bottom,
                },
                paint,
            },
            Self::Tick(paint) => {
                let x = f64::midpoint(left, right);
                let points = [top, bottom].map(|y| Point::new(x, y));
                line(points, TICK_WIDTH, paint, LineStyle::Solid)
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::English;
    use crate::picture::chart::{Across, Axis};
    use crate::picture::check::Sans;
    use crate::picture::fixture_charts::SIZES;

    #[test]
    fn counted_entries_are_told_where_they_are_counted() {
        let axis = Axis::about_zero(1.0);
        let mut chart = Chart::new(Across::epochs(String::new(), 0, 2), axis, None);
        chart.legend = ["one", "two", "three"]
            .map(|text| Entry {
                sample: Sample::Patch(Colour::Loss.into()),
                text: format!("entry number {text} of a legend"),
            })
            .to_vec();
        let size = SIZES[0];
        let frame = chart.frame(size, &Sans);
        let around = chart.around(&frame, &chart.whole(), &Sans, &English);
        let [counted] = &around.cut[..] else {
            panic!("{:?}", around.cut);
        };
        let n_told = counted.whole.lines().count();
        let count = format!("… and {n_told} more");
        assert!(around.drawing.labels().any(|label| label.text == count));
        assert!(counted.whole.ends_with("entry number three of a legend"));
    }
}
