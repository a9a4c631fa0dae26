//! Names that have no room, or not enough of it, in a chart.

use super::{CurveOf, Entry};
use crate::picture::Area;

/// A name that has no room where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The curve that it names; `None` for that of a region or a straight line.
    pub of: Option<CurveOf>,
    /// The name as the legend has it.
    pub entry: Entry,
}

/// A name that is cut where it stands, or several that are counted there.
#[derive(Clone, Debug, PartialEq)]
pub struct CutName {
    /// Where it stands.
    pub area: Area,
    /// The whole name; of several, a line for each.
    pub whole: String,
}
