//! Why there is no figure.

use thiserror::Error;

use crate::analysis::comparison::MOST_ENTRIES;
use crate::export::paint::PaintError;
use crate::picture::PictureError;

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
    /// The data that the run was taught are not known.
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
    /// The epochs asked for are not a part of the run.
    #[error(
        "epochs {from} to {to}: the first must be before the second, and the last one is {last}"
    )]
    NoEpochs {
        /// The first one asked for.
        from: usize,
        /// The last one asked for.
        to: usize,
        /// The last one of the run.
        last: usize,
    },
    /// The data have no such mode, or it is asked for twice.
    #[error("there are {n_modes} modes, and a map takes two different ones of them")]
    NoModes {
        /// How many there are.
        n_modes: usize,
    },
    /// The figure cannot be painted at that size.
    #[error(transparent)]
    Paint(#[from] PaintError),
}

impl From<PictureError> for FigureError {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::NoLayer { layer, n_layers } => Self::NoLayer { layer, n_layers },
            PictureError::NoEpoch { epoch, last } => Self::NoEpoch { epoch, last },
            PictureError::Empty => Self::Empty,
            PictureError::OneItem => Self::OneItem,
            PictureError::NoData => Self::NoData,
        }
    }
}
