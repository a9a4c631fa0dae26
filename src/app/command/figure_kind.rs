//! The figures that a command can ask for, without the epoch and the layer that they are of.

use super::picture::Plot;
use crate::export::Subject;

/// A kind of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// The loss and the modes over the epochs.
    Dynamics,
    /// The similarity matrix at the epoch looked at.
    Rsm,
    /// The loss and the modes beside the similarity matrix.
    DynamicsAndRsm,
    /// The network as a product of matrices at the epoch looked at.
    Microscope,
    /// The map of the items at the epoch looked at.
    Map,
    /// The tree of the items at the epoch looked at.
    Tree,
    /// The predictions that are watched.
    Illusions,
    /// Labels and features.
    Data,
    /// The singular values of the data.
    Spectrum,
    /// Each mode's meaning.
    Modes,
    /// Regression beside two networks.
    Comparison,
    /// The map of the atlas.
    Atlas,
    /// The section of the atlas.
    Section,
}

impl FigureKind {
    /// The figure of this kind, at an epoch and of a hidden layer where it is of one.
    pub(crate) fn plot(self, epoch: usize, layer: usize) -> Plot {
        Plot::OfRun(match self {
            Self::Dynamics => Subject::Dynamics,
            Self::Rsm => Subject::Similarity { epoch, layer },
            Self::DynamicsAndRsm => Subject::Rsm { epoch, layer },
            Self::Microscope => Subject::Microscope { epoch },
            Self::Map => Subject::Map { epoch, layer },
            Self::Tree => Subject::Tree { epoch, layer },
            Self::Illusions => Subject::Illusions,
            Self::Data => Subject::Data,
            Self::Spectrum => Subject::Spectrum,
            Self::Modes => Subject::Modes,
            Self::Comparison => return Plot::Comparison,
            Self::Atlas => return Plot::Atlas,
            Self::Section => return Plot::Section,
        })
    }

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        self.plot(0, 0).key()
    }
}
