//! The views in the middle of the window, one file each.

pub mod learning;
