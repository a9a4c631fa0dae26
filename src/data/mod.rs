//! The data a network learns: hierarchically structured items and their features.
//!
//! A [`tree::TreeRecipe`] says how to draw a data set and a [`dataset::Dataset`] is one. No
//! network, no training: those are in [`crate::model`].

pub mod dataset;
pub mod feature;
pub mod names;
pub mod tree;

pub use dataset::Dataset;
pub use feature::UserFeature;
pub use tree::TreeRecipe;
