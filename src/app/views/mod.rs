//! The views in the middle of the window, one file each.

pub mod below;
mod choice_cells;
pub(crate) mod context;
pub(crate) mod data;
mod exercise;
mod feature_cell;
mod feature_edits;
mod feature_table;
pub(crate) mod illusions;
pub mod learning;
mod reading_strip;
pub(crate) mod regression;
pub(crate) mod seeds;
