//! The data that are taught: features large, item names on the rows; small beside them the items'
//! labels, which are the network's inputs, and named features that illustrate the tree.

mod aside;
mod frame;
mod layout;

pub use layout::DataLayout;

use super::cell_scale::CellScale;
use super::{DataView, ShownFeature};

/// The data that are taught.
#[derive(Clone, Debug)]
pub struct DataPicture<'a> {
    /// Names of the items.
    pub items: &'a [String],
    /// The features shown, in stretches that follow one another.
    pub blocks: Vec<&'a [ShownFeature]>,
    /// How many features there are.
    pub n_features: usize,
    /// Whether the labels are shown.
    pub has_labels: bool,
    /// Named features that only illustrate; none for none.
    pub illustration: &'a [ShownFeature],
    /// An item that is picked out.
    pub picked: Option<usize>,
    /// The title; none for how many features are shown.
    pub title: Option<String>,
}

impl<'a> DataPicture<'a> {
    /// All features that a view of the data has, apart where some are left out.
    pub fn of(data: &'a DataView, items: &'a [String]) -> Self {
        let follows = |a: &ShownFeature, b: &ShownFeature| a.feature + 1 == b.feature;
        Self {
            blocks: data.shown.chunk_by(follows).collect(),
            ..Self::of_block(&data.shown, items, data.n_features)
        }
    }

    /// The last `n` features of a view of the data.
    pub fn last(data: &'a DataView, items: &'a [String], n: usize) -> Self {
        let shown = &data.shown[data.shown.len().saturating_sub(n)..];
        Self::of_block(shown, items, data.n_features)
    }

    /// Any features that follow one another, of so many.
    pub fn of_block(shown: &'a [ShownFeature], items: &'a [String], n_features: usize) -> Self {
        Self {
            items,
            blocks: vec![shown],
            n_features,
            has_labels: true,
            illustration: &[],
            picked: None,
            title: None,
        }
    }

    fn features(&self) -> impl Iterator<Item = &'a ShownFeature> + Clone {
        self.blocks.clone().into_iter().flatten()
    }

    /// The colours of the features.
    pub fn scale(&self) -> CellScale {
        let values = self
            .features()
            .flat_map(|feature| feature.values.iter().copied());
        CellScale::of(&values)
    }
}
