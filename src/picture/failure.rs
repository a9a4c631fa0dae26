//! Why a picture cannot be drawn.

/// Parts that a run, or its data, does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The network has no hidden layer, or not so many.
    #[error("there is no hidden layer {}: the network has {n_layers}", layer + 1)]
    NoLayer {
        /// Which was asked for, from 0.
        layer: usize,
        /// How many there are.
        n_layers: usize,
    },
    /// The run ended before that epoch.
    #[error("there is no epoch {epoch}: the last one is {last}")]
    NoEpoch {
        /// Which was asked for.
        epoch: usize,
        /// The last one.
        last: usize,
    },
    /// Nothing was recorded.
    #[error("no epoch was recorded")]
    Empty,
    /// A picture of how items are apart needs two.
    #[error("there is only one item")]
    OneItem,
    /// The data are missing.
    #[error("the run is not at hand with its data")]
    NoData,
}
