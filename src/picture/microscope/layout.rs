//! The microscope laid out: four matrices, the numbers of their modes and their captions.

use super::super::cell_scale::CellScale;
use super::super::item_phrase::ItemPhrase;
use super::super::strokes::{line, size, text, title};
use super::super::{Align, Area, Colour, Drawing, Grid, Measure, Phrase, Point, Role, Size, Words};
use super::frame::{MicroscopeFrame, Parts};
use super::{Factor, Microscope};
use crate::numbers::short;

/// The microscope laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct MicroscopeLayout {
    /// The picture.
    pub drawing: Drawing,
    /// The four matrices and where they are.
    pub grids: [(Factor, Grid); 4],
    /// The switch of each mode that is shown: its number above U.
    pub switches: Vec<Area>,
    /// How many items are shown, from the first on.
    pub n_items: usize,
}

impl MicroscopeLayout {
    /// The matrix, the row and the column at a point.
    pub fn cell_at(&self, point: Point) -> Option<(Factor, (usize, usize))> {
        let mut grids = self.grids.iter();
        grids.find_map(|(factor, grid)| Some((*factor, grid.cell_at(point)?)))
    }

    /// The mode that a click at a point switches: that of a number, or of a column or row. On the
    /// product there is none.
    pub fn mode_at(&self, point: Point) -> Option<usize> {
        let switch = self.switches.iter().position(|area| area.contains(point));
        switch.or_else(|| match self.cell_at(point)? {
            (Factor::Features | Factor::Strengths, (_, col)) => Some(col),
            (Factor::Items, (row, _)) => Some(row),
            (Factor::Product, _) => None,
        })
    }
}

impl Microscope<'_> {
    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> MicroscopeLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure);
        let parts = Parts {
            n_modes: self.items.len(),
            features: &self.slide.names,
            items: self.items,
        };
        let frame = MicroscopeFrame::fitting(&parts, size, top, measure);
        for (factor, grid) in &frame.grids {
            let scale = self.scale(*factor);
            grid.draw_apart(&mut drawing, |row, col| {
                let at = (row, col);
                let is_off = self.is_off(*factor, at);
                scale.colour(if is_off { 0.0 } else { self.value(*factor, at) })
            });
            draw_caption(&mut drawing, *factor, grid, &frame, scale, measure);
        }
        self.draw_numbers(&mut drawing, &frame, measure);
        frame.draw_signs(&mut drawing);
        frame.draw_names(&mut drawing);
        let n_all = self.items.len();
        let is_all = frame.n_modes() == n_all && frame.n_items() == n_all;
        let shown = [frame.n_modes(), frame.n_items()];
        let part = (!is_all).then_some(Phrase::Item(ItemPhrase::FirstOf(shown, n_all)));
        let notes = self.stands_in().into_iter().chain(part);
        let notes: Vec<String> = notes.map(|note| words.say(&note)).collect();
        frame.draw_key(&mut drawing, &notes.join(" · "), measure);
        MicroscopeLayout {
            drawing,
            switches: frame.switches(),
            n_items: frame.n_items(),
            grids: frame.grids,
        }
    }

    /// The modes' numbers: above U and A, and beside A and Vᵀ to read along; those left out struck
    /// through.
    fn draw_numbers(&self, drawing: &mut Drawing, frame: &MicroscopeFrame, measure: &dyn Measure) {
        let of = self.items.len();
        for mode in 0..frame.n_modes() {
            let is_off = self.off.contains(&mode);
            let colour = if is_off {
                Colour::Quiet
            } else {
                Colour::Mode { mode, of }
            };
            let number = (mode + 1).to_string();
            let half = measure.width(&number, frame.number_size) / 2.0 + 1.0;
            for (at, align) in frame.number_places(mode) {
                let look = (frame.number_size, colour);
                text(drawing, number.clone(), at, align, look);
                if !is_off {
                    continue;
                }
                let (x, y) = match align[0] {
                    Align::End => (at.x - half + 1.0, at.y),
                    _ => (at.x, at.y - 0.62 * frame.number_size),
                };
                let points = [x - half, x + half].map(|x| Point::new(x, y));
                line(drawing, points.to_vec(), 1.0, colour, Role::Rule);
            }
        }
    }
}

/// `U ±0.012` above a matrix; of a transpose with a raised T, which few fonts have.
fn draw_caption(
    drawing: &mut Drawing,
    factor: Factor,
    grid: &Grid,
    frame: &MicroscopeFrame,
    scale: CellScale,
    measure: &dyn Measure,
) {
    let (name, is_transposed) = match factor {
        Factor::Features => ("U", false),
        Factor::Strengths => ("A", false),
        Factor::Items => ("V", true),
        Factor::Product => ("U·A·V", true),
    };
    let small = 0.7 * size::TEXT;
    let raised = if is_transposed {
        0.5 + measure.width("T", small)
    } else {
        0.0
    };
    let end = frame.caption_end(factor);
    let left = end - measure.width(name, size::TEXT) - raised;
    let mut at = Point::new(grid.area.left.min(left), frame.caption);
    let align = [Align::Start, Align::End];
    text(drawing, name, at, align, (size::TEXT, Colour::Ink));
    at.x += measure.width(name, size::TEXT);
    if is_transposed {
        let above = Point::new(at.x + 0.5, at.y - 0.35 * size::TEXT);
        text(drawing, "T", above, align, (small, Colour::Ink));
        at.x += raised;
    }
    let (CellScale::Positive { largest } | CellScale::Signed { largest }) = scale else {
        return;
    };
    let ends = format!("±{}", short(largest));
    let width = measure.width(&ends, size::NAME);
    if at.x + 6.0 + width <= end {
        at.x += 6.0;
        text(drawing, ends, at, align, (size::NAME, Colour::Quiet));
    }
}
