//! How large a figure may be.

/// The most pixels of a PNG: four bytes each while it is painted.
pub(super) const MAX_PIXELS: u32 = 100_000_000;

/// The shortest side of a figure.
pub(super) const LEAST_CM: f64 = 1.0;
/// The longest side of a figure.
pub(super) const MOST_CM: f64 = 200.0;
