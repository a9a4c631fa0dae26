//! Dashed and dotted lines, alike in every format.

use crate::picture::LineStyle;

/// The lengths of dashes and gaps. A dash without length is a dot where ends are round.
pub(super) fn dashes(style: LineStyle) -> Option<[f64; 2]> {
    match style {
        LineStyle::Solid => None,
        LineStyle::Dashed => Some([6.0, 4.0]),
        LineStyle::Dotted => Some([0.01, 3.99]),
    }
}
