//! A feature that the user adds to the data: one value for each item.

/// A named feature, appended behind the data's own.
#[derive(Clone, Debug, PartialEq)]
pub struct UserFeature {
    /// The name, e.g. `has_bones`.
    pub name: String,
    /// The value for each item, in the items' order.
    pub values: Vec<f64>,
}
