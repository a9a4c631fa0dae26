//! The network taken apart at an epoch: U·A·Vᵀ as small matrices and, as their product, what it
//! says of a few features. Modes can be left out.

mod frame;

use std::collections::BTreeSet;

use nalgebra::DMatrix;

use super::cell_scale::{CellScale, largest_size};
use super::item_phrase::{ItemPhrase, When};
use super::strokes::{fill, line, size, text, title};
use super::{
    Align, Area, Colour, DataView, Drawing, Grid, Measure, Phrase, PictureError, Point, Role,
    RunView, Size, Words,
};
use crate::model::extent::Extent;
use crate::model::{DataModes, microscope};
use crate::numbers::short;
use frame::{Frame, Parts};

/// The most features that are shown.
const MOST_FEATURES: usize = 10;

/// What of the microscope stays the same over a run.
#[derive(Clone, Debug, PartialEq)]
pub struct MicroscopeSlide {
    /// The features shown, from 0, the last ones of the data.
    pub features: Vec<usize>,
    /// Their names, or numbers from 1.
    pub names: Vec<String>,
    /// What is taught of them, features × P.
    pub taught: DMatrix<f64>,
    /// U for them, features × P.
    pub side: DMatrix<f64>,
}

/// The microscope at an epoch.
#[derive(Clone, Debug)]
pub struct Microscope<'a> {
    /// What stays the same.
    pub slide: &'a MicroscopeSlide,
    /// The data's modes.
    pub modes: &'a DataModes,
    /// Names of the items.
    pub items: &'a [String],
    /// A as recorded, P × P by columns.
    pub aligned: &'a [f64],
    /// The largest singular value of the run, which sets the scale of A.
    pub largest_mode: f64,
    /// The modes that are left out.
    pub off: &'a BTreeSet<usize>,
    /// What the modes that are not left out say of the features, features × P.
    pub product: DMatrix<f64>,
    /// The epoch.
    pub when: When,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

/// One of the four matrices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// U: features × modes.
    Features,
    /// A: modes × modes.
    Strengths,
    /// Vᵀ: modes × items.
    Items,
    /// U·A·Vᵀ: features × items.
    Product,
}

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

impl MicroscopeSlide {
    /// Of the last features of the data, ten at most.
    pub fn of(data: &DataView) -> Self {
        let n = data.modes.singular_values.len();
        let shown = &data.shown[data.shown.len().saturating_sub(MOST_FEATURES)..];
        let value = |row: usize, item: usize| shown[row].values[item];
        let taught = DMatrix::from_fn(shown.len(), n, value);
        let name = |feature: &super::ShownFeature| match feature.name.as_str() {
            "" => (feature.feature + 1).to_string(),
            name => name.to_owned(),
        };
        Self {
            features: shown.iter().map(|feature| feature.feature).collect(),
            names: shown.iter().map(name).collect(),
            side: data.modes.feature_side_of(&taught),
            taught,
        }
    }
}

impl<'a> Microscope<'a> {
    /// At an epoch of a run; of a run that diverges, the last before it blows up.
    ///
    /// # Errors
    /// If nothing is recorded or the data are not at hand.
    pub fn of(
        run: &RunView<'a>,
        extent: &Extent,
        slide: &'a MicroscopeSlide,
        epoch: usize,
        off: &'a BTreeSet<usize>,
    ) -> Result<Self, PictureError> {
        let modes = &run.data.ok_or(PictureError::NoData)?.modes;
        if run.record.is_empty() {
            return Err(PictureError::Empty);
        }
        let asked = run.record.row_at(epoch);
        let row = extent.steady_row(run.record, asked);
        let aligned = run.record.aligned(row);
        let is_on = |mode: usize| !off.contains(&mode);
        let product = microscope::product(&slide.side, aligned, &modes.item_side, is_on);
        Ok(Self {
            slide,
            modes,
            items: run.items,
            aligned,
            largest_mode: extent.largest_mode.max(modes.singular_values[0]),
            off,
            product,
            when: When {
                epoch: run.record.epochs()[row],
                layer: None,
                is_earlier: row != asked,
            },
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let phrase = ItemPhrase::Microscope(self.when);
        let title = Some(words.say(&Phrase::Item(phrase)));
        Self { title, ..self }
    }

    /// The largest difference between the product and what is taught.
    pub fn farthest(&self) -> f64 {
        let differences = self.product.iter().zip(&self.slide.taught);
        largest_size(differences.map(|(product, taught)| product - taught))
    }

    /// A number of one of the matrices.
    pub fn value(&self, factor: Factor, (row, col): (usize, usize)) -> f64 {
        match factor {
            Factor::Features => self.slide.side[(row, col)],
            Factor::Strengths => self.aligned[row + col * self.items.len()],
            Factor::Items => self.modes.item_side[(col, row)],
            Factor::Product => self.product[(row, col)],
        }
    }

    fn is_off(&self, factor: Factor, (row, col): (usize, usize)) -> bool {
        match factor {
            Factor::Features => self.off.contains(&col),
            Factor::Strengths => self.off.contains(&col) || self.off.contains(&row),
            Factor::Items => self.off.contains(&row),
            Factor::Product => false,
        }
    }

    fn scale(&self, factor: Factor) -> CellScale {
        match factor {
            Factor::Features => CellScale::signed(self.slide.side.iter().copied()),
            Factor::Strengths => CellScale::Signed {
                largest: self.largest_mode,
            },
            Factor::Items => CellScale::signed(self.modes.item_side.iter().copied()),
            Factor::Product => CellScale::signed(self.slide.taught.iter().copied()),
        }
    }

    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> MicroscopeLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure);
        let parts = Parts {
            n_modes: self.items.len(),
            features: &self.slide.names,
            items: self.items,
        };
        let frame = Frame::fitting(&parts, size, top, measure);
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
        let note = (!is_all).then(|| {
            let shown = [frame.n_modes(), frame.n_items()];
            words.say(&Phrase::Item(ItemPhrase::FirstOf(shown, n_all)))
        });
        frame.draw_key(&mut drawing, note, measure);
        MicroscopeLayout {
            drawing,
            switches: frame.switches(),
            n_items: frame.n_items(),
            grids: frame.grids,
        }
    }

    /// The modes' numbers: above U and A, and beside A and Vᵀ to read along; those left out struck
    /// through.
    fn draw_numbers(&self, drawing: &mut Drawing, frame: &Frame, measure: &dyn Measure) {
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
    frame: &Frame,
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

/// The colours from the negative end to the positive one.
fn draw_strip(drawing: &mut Drawing, strip: Area) {
    const STEPS: usize = 32;
    let x = |step: usize| strip.left + strip.width() * step as f64 / STEPS as f64;
    for step in 0..STEPS {
        let value = (2.0 * step as f64 + 1.0) / STEPS as f64 - 1.0;
        let area = Area {
            left: x(step),
            right: (x(step + 1) + 0.5).min(strip.right),
            ..strip
        };
        fill(drawing, area, Colour::Signed(value));
    }
}
