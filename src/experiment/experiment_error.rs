//! Why an experiment cannot be run: which value, and what is wrong with it.

use std::fmt;

use crate::numbers::exact;

/// A value that cannot be used, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExperimentError {
    /// Which value.
    pub field: Field,
    /// The reason why it cannot be used.
    pub reason: Reason,
}

/// The values of an [`Experiment`](super::experiment::Experiment) that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Learning rate.
    Lr,
    /// Initialisation scale.
    Gamma,
    /// Number of epochs.
    Epochs,
    /// Number of hidden layers.
    HiddenLayers,
    /// Units of a hidden layer.
    HiddenUnits,
    /// Levels of the tree.
    Levels,
    /// Branches of the tree.
    Branches,
    /// Flip probability.
    Flip,
    /// Number of features.
    Features,
    /// Outputs of numpy's generator skipped before the data.
    DataOutputsBefore,
    /// Number of items, `branches^levels`.
    Items,
    /// A user feature's values.
    UserFeature,
    /// A watched pair.
    Watched,
    /// Number of watched pairs.
    WatchedPairs,
    /// Weights that were given to start from.
    Weights,
    /// Outputs of torch's generator skipped before the first weights.
    InitOutputsBefore,
    /// The size of everything together.
    Memory,
}

impl Field {
    /// All fields, for code that must have a word for each.
    pub const ALL: [Self; 17] = [
        Self::Lr,
        Self::Gamma,
        Self::Epochs,
        Self::HiddenLayers,
        Self::HiddenUnits,
        Self::Levels,
        Self::Branches,
        Self::Flip,
        Self::Features,
        Self::DataOutputsBefore,
        Self::Items,
        Self::UserFeature,
        Self::Watched,
        Self::WatchedPairs,
        Self::Weights,
        Self::InitOutputsBefore,
        Self::Memory,
    ];
}

/// Why a value cannot be used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// The value is infinite or not a number.
    NotFinite,
    /// The value is zero or negative.
    NotPositive,
    /// The value lies outside the range that the program can run.
    OutOfRange {
        /// The least that can be used.
        min: f64,
        /// The most that can be used.
        max: f64,
    },
    /// A user feature does not have one value for each item.
    WrongLength {
        /// Number of values it has.
        found: usize,
        /// How many items there are.
        expected: usize,
    },
    /// Matrices do not have the shapes of this network's layers.
    OtherShapes,
    /// The experiment would need more memory than is allowed.
    TooLarge {
        /// Memory needed, in bytes.
        bytes: usize,
        /// Memory allowed, in bytes.
        budget: usize,
    },
}

impl Field {
    /// The error that the value of this field is unusable for `reason`.
    pub(crate) fn is(self, reason: Reason) -> ExperimentError {
        ExperimentError {
            field: self,
            reason,
        }
    }
}

impl std::error::Error for ExperimentError {}

impl fmt::Display for ExperimentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, reason } = self;
        match reason {
            Reason::NotFinite => write!(f, "{field} must be a finite number"),
            Reason::NotPositive => write!(f, "{field} must be above zero"),
            Reason::OutOfRange { min, max } => {
                write!(f, "{field} must be from {} to {}", exact(*min), exact(*max))
            }
            Reason::WrongLength { found, expected } => {
                write!(f, "{field} has {found} values for {expected} items")
            }
            Reason::OtherShapes => {
                write!(f, "{field} do not have the shapes of this network's layers")
            }
            Reason::TooLarge { bytes, budget } => write!(
                f,
                "memory: this network needs {} MB, and {} MB are allowed; take fewer features or \
                 hidden units",
                bytes >> 20,
                budget >> 20
            ),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lr => "the learning rate",
            Self::Gamma => "gamma",
            Self::Epochs => "the number of epochs",
            Self::HiddenLayers => "the number of hidden layers",
            Self::HiddenUnits => "the number of hidden units",
            Self::Levels => "the number of levels",
            Self::Branches => "the number of branches",
            Self::Flip => "the flip probability",
            Self::Features => "the number of features",
            Self::DataOutputsBefore => "the number of numpy's outputs passed over",
            Self::Items => "the number of items (branches to the power of levels)",
            Self::UserFeature => "a user feature",
            Self::Watched => "a watched item or feature",
            Self::WatchedPairs => "the number of watched pairs",
            Self::Weights => "the given weights",
            Self::InitOutputsBefore => "the number of torch's outputs passed over",
            Self::Memory => "memory",
        })
    }
}
