//! One data set: the feature values that a network is to produce for each item.

use nalgebra::DMatrix;

/// Items and their features. The inputs are one-hot, so the labels are the P × P identity.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The targets Y, N × P: one row a feature, one column an item (`features`ᵀ).
    pub targets: DMatrix<f64>,
}

impl Dataset {
    /// Number of items, P.
    pub fn n_items(&self) -> usize {
        self.targets.ncols()
    }

    /// Number of features, N.
    pub fn n_features(&self) -> usize {
        self.targets.nrows()
    }
}
