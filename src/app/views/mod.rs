//! The views in the middle of the window, one file each.

pub mod below;
pub(crate) mod column_edit;
pub(crate) mod data;
mod exercise;
mod feature_table;
pub(crate) mod illusions;
pub mod learning;
pub(crate) mod regression;

use crate::app::seeds::Seeds;
use crate::app::session::pins::Pins;

/// What is drawn beside a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside<'a> {
    /// Pinned runs, and the run before the drag under way.
    pub(crate) pins: &'a Pins,
    /// The run's setting over many draws.
    pub(crate) seeds: &'a Seeds,
}
