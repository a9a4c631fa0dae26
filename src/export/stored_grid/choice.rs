//! What is to be seen of a grid.

use crate::analysis::atlas::parameter::Parameter;

/// What is to be seen of a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridChoice {
    /// The lower axis; `None` for a column that varies.
    pub x: Option<Parameter>,
    /// The left axis, likewise.
    pub y: Option<Parameter>,
    /// Values of columns that are no axes.
    pub at: Vec<(Parameter, f64)>,
    /// The loss below which a run counts as fast; `None` for the tutorial's.
    pub threshold: Option<f64>,
}
