//! The data a network learns: hierarchically structured items and their features.
//!
//! A [`tree::TreeRecipe`] says how to draw a data set and a [`dataset::Dataset`] is one. An
//! [`own::OwnData`] is a user's own, which [`read()`](read::read) makes of a file's bytes, or a
//! [`ReadError`] that says where the file is wrong; a [`Provenance`] holds both, to read them anew;
//! [`packed`] takes a file out of gzip or zip and [`foreign`] names kinds that are not read;
//! [`pasted`] reads a feature from text; [`outweighing()`] finds features that leave no weight to
//! the others. A [`source::DataSource`] is either of the two. No network, no training: those are in
//! [`crate::model`].

pub(crate) mod archive;
mod array_choice;
mod array_conversion;
mod array_shape;
pub(crate) mod arrays;
pub mod csv;
pub mod dataset;
pub mod feature;
pub mod foreign;
pub mod item_group;
pub mod left_out_array;
pub mod names;
mod npy;
pub mod npz;
pub mod outweighing;
pub mod own;
pub mod packed;
pub(crate) mod packer;
pub mod packing_error;
pub mod pasted;
pub mod place;
pub mod provenance;
pub mod read;
pub mod read_error;
pub mod shared;
pub mod source;
pub mod tree;

pub use dataset::Dataset;
pub use feature::UserFeature;
pub use outweighing::outweighing;
pub use own::{
    MAX_FEATURES, MAX_ITEMS, MAX_LEVELS, MAX_MAGNITUDE, MAX_NAME_CHARS, MIN_ITEMS, OwnData,
};
pub use place::Place;
pub use provenance::{FileBytes, Provenance};
pub use read_error::{CellKind, ReadError};
pub use shared::Shared;
pub use source::{DataSource, OwnSource};
pub use tree::TreeRecipe;
