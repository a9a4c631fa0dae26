//! Sizes that all parts of the map go by.

/// Sizes of the names of items and of axes.
pub(super) const FONT: f32 = 12.0;
/// Room for an axis's name.
pub(super) const MARGIN: f32 = 18.0;
/// Radius of a dot; items nearer than two of them share a name.
pub(super) const DOT: f32 = 4.0;
