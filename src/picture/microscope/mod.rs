//! The network taken apart at an epoch: U·A·Vᵀ as small matrices and, as their product, what it
//! says of a few features. Modes can be left out.

mod frame;
mod layout;

use std::collections::BTreeSet;

use nalgebra::DMatrix;

use super::cell_scale::{CellScale, largest_size};
use super::item_phrase::{ItemPhrase, When};
use super::{DataView, Phrase, PictureError, RunView, Words};
use crate::analysis::extent::Extent;
use crate::analysis::microscope;
use crate::model::DataModes;

pub use layout::MicroscopeLayout;

/// The most features that are shown.
const MOST_FEATURES: usize = 10;

/// The part of the microscope that stays the same over a run.
#[derive(Clone, Debug, PartialEq)]
pub struct MicroscopeSlide {
    /// The features shown, from 0, the last ones of the data.
    pub features: Vec<usize>,
    /// Names of the features, or numbers from 1.
    pub names: Vec<String>,
    /// Taught values of the features, features × P.
    pub taught: DMatrix<f64>,
    /// U for the features, features × P.
    pub side: DMatrix<f64>,
}

/// The microscope at an epoch.
#[derive(Clone, Debug)]
pub struct Microscope<'a> {
    /// The part that stays the same over a run.
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
    /// The predictions of the features by the modes that are not left out, features × P.
    pub product: DMatrix<f64>,
    /// The epoch.
    pub when: When,
    /// The epoch in whose place an earlier one is shown, since A of it is not kept.
    pub not_kept: Option<usize>,
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
    /// At an epoch of a run, or the last before it of which A is kept; of a run that diverges, the
    /// last before it blows up.
    ///
    /// # Errors
    /// If nothing is recorded or the data are missing.
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
        let steady = extent.steady_row(run.record, asked);
        let aligned = run.record.aligned(steady).ok_or(PictureError::Empty)?;
        let (row, aligned) = (aligned.row, aligned.matrix);
        let is_kept = row == steady;
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
                is_earlier: is_kept && row != asked,
            },
            not_kept: (!is_kept).then(|| run.record.epochs()[steady]),
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

    /// That an earlier epoch is shown, if so.
    pub fn stands_in(&self) -> Option<Phrase> {
        let [shown, asked] = [self.when.epoch, self.not_kept?];
        Some(Phrase::Item(ItemPhrase::StandsIn { shown, asked }))
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
}
