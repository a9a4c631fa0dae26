//! A colour bar right of a matrix: a strip of colours, numbers beside it, and what they are.

use super::strokes::{fill, line, line_height, outline, size, text, upward};
use super::{Align, Area, Colour, Drawing, Measure, Point, Role, shortened};

/// The strip's width, and the gap to the matrix.
const WIDTH: f64 = 12.0;
const GAP: f64 = 12.0;
/// A tick's length, and what is between things right of it.
const TICK: f64 = 4.0;
const APART: f64 = 4.0;

/// A colour bar.
#[derive(Clone, Debug)]
pub(crate) struct ColourBar {
    /// The values at its foot and its head.
    pub(crate) ends: [f64; 2],
    /// The colour of a value.
    pub(crate) colour: fn(f64) -> Colour,
    /// Values, ascending, and what is written there.
    pub(crate) ticks: Vec<(f64, String)>,
    /// How many colours the strip has.
    pub(crate) n_colours: usize,
    /// Names of the quantity, the longest first: the first that the bar is high enough for is
    /// written along it.
    pub(crate) names: Vec<String>,
}

impl ColourBar {
    /// Colours of a strip that looks continuous.
    pub(crate) const MANY: usize = 64;

    /// The width that it takes right of a matrix.
    pub(crate) fn room(&self, measure: &dyn Measure) -> f64 {
        self.room_for(self.ticks_width(measure))
    }

    /// The same if its numbers are so wide.
    pub(crate) fn room_for(&self, numbers: f64) -> f64 {
        let name = if self.names.is_empty() {
            0.0
        } else {
            APART + line_height(size::NAME)
        };
        GAP + WIDTH + TICK + APART + numbers + name
    }

    fn ticks_width(&self, measure: &dyn Measure) -> f64 {
        let widths = self
            .ticks
            .iter()
            .map(|(_, text)| measure.width(text, size::NAME));
        widths.fold(0.0, f64::max).ceil()
    }

    /// Draws it right of a matrix.
    pub(crate) fn draw(&self, drawing: &mut Drawing, matrix: Area, measure: &dyn Measure) {
        let left = matrix.right + GAP;
        let strip = Area {
            left,
            right: left + WIDTH,
            ..matrix
        };
        self.draw_strip(drawing, strip);
        let line_high = line_height(size::NAME);
        // Numbers that would touch the one above are left out, but neither end.
        let mut free = f64::INFINITY;
        let head = self.ticks.len().saturating_sub(1);
        for (i, (value, words)) in self.ticks.iter().enumerate() {
            let y = self.y(*value, strip);
            let to_head = y - self
                .ticks
                .last()
                .map_or(y, |(value, _)| self.y(*value, strip));
            if free - y < line_high || (i != head && to_head < line_high) {
                continue;
            }
            free = y;
            let right = strip.right + TICK;
            let points = vec![Point::new(strip.right, y), Point::new(right, y)];
            line(drawing, points, 1.0, Colour::Quiet, Role::Rule);
            let at = Point::new(right + APART, y);
            let look = (size::NAME, Colour::Ink);
            text(drawing, words, at, [Align::Start, Align::Middle], look);
        }
        self.draw_name(drawing, strip, measure);
    }

    fn draw_strip(&self, drawing: &mut Drawing, strip: Area) {
        let share = |step: usize| step as f64 / self.n_colours as f64;
        let [least, largest] = self.ends;
        for step in 0..self.n_colours {
            let (low, high) = (share(step), share(step + 1));
            let middle = f64::midpoint(low, high);
            let area = Area {
                // Each reaches below the next, so that no seam is seen.
                top: (strip.bottom - high * strip.height() - 0.5).max(strip.top),
                bottom: strip.bottom - low * strip.height(),
                ..strip
            };
            fill(
                drawing,
                area,
                (self.colour)(least + (largest - least) * middle),
            );
        }
        outline(drawing, strip, 1.0, Colour::Quiet);
    }

    fn draw_name(&self, drawing: &mut Drawing, strip: Area, measure: &dyn Measure) {
        let is_fitting = |name: &&String| measure.width(name, size::NAME) <= strip.height();
        let cut = |name: &String| shortened(name, strip.height(), size::NAME, measure);
        let name = self.names.iter().find(is_fitting).cloned();
        let Some(name) = name.or_else(|| self.names.last().map(cut)) else {
            return;
        };
        let x = strip.right + TICK + APART + self.ticks_width(measure) + APART;
        let at = Point::new(x, strip.centre().y);
        let look = (size::NAME, Colour::Quiet);
        upward(drawing, name, at, [Align::Start, Align::Middle], look);
    }

    fn y(&self, value: f64, strip: Area) -> f64 {
        let [least, largest] = self.ends;
        strip.bottom - (value - least) / (largest - least) * strip.height()
    }
}
