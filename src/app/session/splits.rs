//! Where the user has dragged the dividers between the parts of the views.

use serde::{Deserialize, Serialize};

/// The share of the room that each divider leaves to the part before it; `None` for the usual one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Splits {
    /// Learning: the curves, beside the representation.
    pub learning_columns: Option<f32>,
    /// Learning: the representation, above a closer look.
    pub learning_rows: Option<f32>,
    /// Illusions: the table, beside the predictions.
    pub illusions_columns: Option<f32>,
    /// The same in a narrow window: the table, above the predictions.
    pub illusions_rows: Option<f32>,
    /// Data: features and singular values, beside the tree and the modes.
    pub data_columns: Option<f32>,
    /// Data: the features, above the singular values.
    pub data_rows: Option<f32>,
    /// Regression: the curves, beside the verdict.
    pub regression_columns: Option<f32>,
    /// Regression: both, above the weights.
    pub regression_rows: Option<f32>,
}
