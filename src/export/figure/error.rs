//! Why there is no figure.

use thiserror::Error;

use crate::analysis::comparison::MOST_ENTRIES;

/// The longest side of a PNG, in pixels.
pub(super) const MAX_SIDE: u32 = 16_384;

/// Why there is no figure.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum FigureError {
    /// The run diverged before anything was recorded.
    #[error("nothing was recorded")]
    Empty,
    /// The run has no such hidden layer.
    #[error("the network has {n_layers} hidden layers, so there is no layer {}", .layer + 1)]
    NoLayer {
        /// The layer asked for, from 0.
        layer: usize,
        /// How many there are.
        n_layers: usize,
    },
    /// The run was recorded to an earlier epoch only.
    #[error("epoch {epoch} was not recorded; the last one is {last}")]
    NoEpoch {
        /// The epoch asked for.
        epoch: usize,
        /// The last that was recorded.
        last: usize,
    },
    /// No prediction was recorded.
    #[error("no prediction was watched")]
    NothingWatched,
    /// It is not known what the run was taught.
    #[error("the run's data are not at hand")]
    NoData,
    /// There is nothing to tell the only item from.
    #[error("there is a single item, and nothing to tell it from")]
    OneItem,
    /// The data are too large for three copies of W.
    #[error(
        "these data are too large to be compared: W may have {} entries",
        MOST_ENTRIES
    )]
    TooLarge,
    /// The figure would be larger than memory allows, or nothing.
    #[error("a PNG may have from 1 to {} pixels a side", MAX_SIDE)]
    Size,
}
