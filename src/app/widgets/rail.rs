//! Where the handle of an egui slider can stand.

use egui::{Rangef, Rect};

/// The places of a slider's handle from its least to its largest value; `slider` is the place of
/// the slider without its number.
pub fn rail(slider: Rect) -> Rangef {
    // egui's round handle stays within the slider: its radius is left free at both ends.
    let radius = slider.height() / 2.5;
    Rangef::new(slider.left() + radius, slider.right() - radius)
}
