//! What is drawn beside a run, over it.

use super::seeds::Seeds;
use crate::app::session::pins::Pins;

/// What is drawn beside a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside<'a> {
    /// Pinned runs, and the run before the drag under way.
    pub(crate) pins: &'a Pins,
    /// The run's setting over many draws.
    pub(crate) seeds: &'a Seeds,
}
