//! One data set: items, and the feature values a network is to produce for each.

use nalgebra::DMatrix;

/// Named items and their features. The inputs are one-hot, so the labels are the P × P identity.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// Names of the P items, in order.
    pub items: Vec<String>,
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
