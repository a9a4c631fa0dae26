//! The run, the epoch and all else that every view is drawn from.

use super::seeds::Seeds;
use crate::app::run::Run;
use crate::app::session::pins::Pins;
use crate::app::session::readings::Readings;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::experiment::Experiment;

/// The run, the epoch and all else that every view is drawn from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The run that is shown.
    pub(crate) run: &'a Run,
    /// The experiment that is edited; the run may still be of the one before.
    pub(crate) experiment: &'a Experiment,
    /// The epoch looked at, within the run.
    pub(crate) epoch: usize,
    /// Pinned runs, and the run before the drag under way.
    pub(crate) pins: &'a Pins,
    /// The run's setting over many draws.
    pub(crate) seeds: &'a Seeds,
    /// How own data were read.
    pub(crate) readings: &'a Readings,
    /// Whether the pictures have the room of what is used rarely.
    pub(crate) is_presenting: bool,
    /// The words.
    pub(crate) words: &'a Words,
    /// The colours.
    pub(crate) colours: &'a ThemeColours,
}
