//! Sizes that all parts of the microscope go by.

/// Size of what is written.
pub(super) const FONT: f32 = 11.0;
/// Heights of a matrix's name and of the modes' numbers.
pub(super) const CAPTION: f32 = 17.0;
pub(super) const NUMBERS: f32 = 15.0;
/// Room for the signs between the matrices, and for the modes' numbers beside A and Vᵀ.
pub(super) const SIGN: f32 = 34.0;
pub(super) const GAP: f32 = 4.0;
