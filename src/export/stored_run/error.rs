//! Why an archive is not a run.

use thiserror::Error;

use crate::data::ReadError;
use crate::experiment::ExperimentError;

/// Why an archive is not a run.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum StoredRunError {
    /// An array cannot be read.
    #[error(transparent)]
    Array(#[from] ReadError),
    /// An array's shape is not what the others call for.
    #[error("`{array}` has the shape {found:?} and must have the shape {expected:?}")]
    Shape {
        /// The array.
        array: String,
        /// Shape.
        found: Vec<u64>,
        /// The shape it must have.
        expected: Vec<u64>,
    },
    /// There is no row, or no item.
    #[error("`modes` has the shape {found:?} and must have the shape (epochs, items)")]
    NoRows {
        /// Shape.
        found: Vec<u64>,
    },
    /// The features are of other items, or there are none.
    #[error("`features` has the shape {found:?} and must have the shape ({n_items}, features)")]
    Features {
        /// Shape.
        found: Vec<u64>,
        /// The run's items.
        n_items: u64,
    },
    /// A feature is no number.
    #[error("`features` holds what is not finite")]
    NotFinite,
    /// A group is none of items that stand side by side, has no name or stands twice.
    #[error("`groups` must be pairs of a first and a last item, each pair once and with a name")]
    Groups,
    /// What counts something is no whole number from 0, or is too large.
    #[error("`{array}` must be whole numbers from 0")]
    NotWhole {
        /// The array.
        array: String,
    },
    /// Epochs do not ascend.
    #[error("`{array}` must be whole numbers that ascend")]
    Epochs {
        /// The array.
        array: &'static str,
    },
    /// A whole matrix is of an epoch that has no row.
    #[error("`aligned_epochs` must be some of `epochs`")]
    AlignedEpochs,
    /// The first weights are not there.
    #[error("there are no first weights `W1` …")]
    NoWeights,
    /// The run cannot be trained again.
    #[error("the run cannot be trained again: {0}")]
    Experiment(#[from] ExperimentError),
}
