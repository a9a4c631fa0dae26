//! Orders for the worker's thread.

use super::event::RunId;
use crate::experiment::Experiment;

/// An order for the thread.
#[derive(Debug)]
pub(super) enum Message {
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
    /// The experiment to train.
    pub(super) experiment: Experiment,
}
