//! The controls that a teacher may keep in sight while presenting.

use serde::{Deserialize, Serialize};

/// A control that can stay in sight while presenting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presented {
    /// The learning rate.
    Lr,
    /// The initialisation scale.
    Gamma,
    /// The number of epochs.
    Epochs,
    /// The number of hidden layers.
    HiddenLayers,
    /// The number of hidden units.
    HiddenUnits,
    /// The flip probability.
    Flip,
}

impl Presented {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 6] = [
        Self::Lr,
        Self::Gamma,
        Self::Epochs,
        Self::HiddenLayers,
        Self::HiddenUnits,
        Self::Flip,
    ];

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Lr => "control-lr",
            Self::Gamma => "control-gamma",
            Self::Epochs => "control-epochs",
            Self::HiddenLayers => "control-hidden-layers",
            Self::HiddenUnits => "control-hidden-units",
            Self::Flip => "control-flip",
        }
    }
}
