//! What the worker's thread is told.

use super::event::RunId;
use crate::experiment::Experiment;

/// What the thread is told.
#[derive(Debug)]
pub(super) enum Command {
    /// Train this from now on.
    Train(Box<Order>),
    /// An event was read while the thread was waiting for room.
    HasRoom,
}

/// An experiment to train.
#[derive(Debug)]
pub(super) struct Order {
    /// Which run it will be.
    pub(super) id: RunId,
    /// What is trained.
    pub(super) experiment: Experiment,
}
