//! Names that have no room in a chart.

use super::{CurveOf, Entry};

/// A name that has no room where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The curve that it names; `None` for that of a region or a straight line.
    pub of: Option<CurveOf>,
    /// The name as the legend has it.
    pub entry: Entry,
}
