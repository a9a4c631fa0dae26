//! The subject of a figure.

/// The subject of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Loss and modes over epochs.
    Dynamics,
    /// The similarity matrix of a hidden layer at an epoch, beside the dynamics.
    Rsm {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// The same matrix alone.
    Similarity {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// The network as a product of matrices at an epoch.
    Microscope {
        /// The epoch.
        epoch: usize,
    },
    /// The predictions of the watched pairs over epochs.
    Illusions,
    /// Labels and features: cyan for no, magenta for yes.
    Data,
    /// The data's singular values, beside the population's where they are of a tree.
    Spectrum,
    /// The item side of each of the data's modes.
    Modes,
    /// The items on the plane at an epoch, with the ways they have come.
    Map {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// The dendrogram of the items at an epoch.
    Tree {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
}

impl Subject {
    /// Whether it cannot be drawn without [`RunView::data`](crate::picture::RunView::data).
    pub fn needs_data(self) -> bool {
        !matches!(
            self,
            Self::Dynamics | Self::Rsm { .. } | Self::Similarity { .. } | Self::Illusions
        )
    }

    /// The epoch that it shows, if it is one.
    pub fn epoch(self) -> Option<usize> {
        match self {
            Self::Rsm { epoch, .. }
            | Self::Similarity { epoch, .. }
            | Self::Microscope { epoch }
            | Self::Map { epoch, .. }
            | Self::Tree { epoch, .. } => Some(epoch),
            _ => None,
        }
    }
}
