//! The window's view of a run, stored in experiment files and in the window's settings.

use serde::{Deserialize, Serialize};

use super::atlas_look::AtlasLook;

/// The state of the window's view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// The view's name, if it is known.
    pub name: Option<String>,
    /// The epoch that is looked at.
    pub epoch: Option<usize>,
    /// How the Learning view is set.
    pub learning: Option<LearningOptions>,
    /// How the Atlas view is set.
    pub atlas: Option<AtlasLook>,
    /// Pairs of items, from 0, whose similarity is followed.
    pub followed: Vec<[usize; 2]>,
}

/// Options of the Learning view. Remembered between starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a toggle of its own")]
pub struct LearningOptions {
    /// The loss is drawn.
    pub shows_loss: bool,
    /// The modes are drawn.
    pub shows_modes: bool,
    /// The loss's axis is logarithmic.
    pub is_log: bool,
    /// Singular values as they are, not divided by the largest.
    pub is_raw: bool,
    /// Aligned strengths u·W·v in the place of the sorted singular values.
    pub is_aligned: bool,
    /// The band over many draws, here and over the predictions.
    pub shows_seeds: bool,
    /// The theory drawn over the simulation.
    pub theory: TheoryShown,
    /// The scale of the RSM's colours.
    pub rsm_scale: RsmScale,
    /// Which hidden layer's RSM, from 0; a network with fewer shows its last.
    pub layer: usize,
    /// The panel below the RSM.
    pub below: Below,
}

/// Theory drawn over the simulation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TheoryShown {
    /// None.
    #[default]
    Nothing,
    /// Each mode as a narrow net, in discrete steps.
    Discrete,
    /// Each mode in the limit of small steps.
    Continuous,
    /// Both.
    Both,
}

impl TheoryShown {
    /// The next option of the cycle.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Discrete,
            Self::Discrete => Self::Continuous,
            Self::Continuous => Self::Both,
            Self::Both => Self::Nothing,
        }
    }

    /// Whether the discrete curves are shown.
    pub fn has_discrete(self) -> bool {
        matches!(self, Self::Discrete | Self::Both)
    }

    /// Whether the continuous curves are shown.
    pub fn has_continuous(self) -> bool {
        matches!(self, Self::Continuous | Self::Both)
    }

    /// With the discrete or the continuous curves shown or not.
    #[must_use]
    pub fn of(has_discrete: bool, has_continuous: bool) -> Self {
        match (has_discrete, has_continuous) {
            (false, false) => Self::Nothing,
            (true, false) => Self::Discrete,
            (false, true) => Self::Continuous,
            (true, true) => Self::Both,
        }
    }
}

impl Default for LearningOptions {
    fn default() -> Self {
        Self {
            shows_loss: true,
            shows_modes: true,
            is_log: false,
            is_raw: false,
            is_aligned: false,
            shows_seeds: false,
            theory: TheoryShown::Nothing,
            rsm_scale: RsmScale::Run,
            layer: 0,
            below: Below::Modes,
        }
    }
}

/// The scale of the RSM's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RsmScale {
    /// The largest value of the whole run, as in the tutorial.
    #[default]
    Run,
    /// The largest value of this epoch.
    Epoch,
    /// The cosine between two items' hidden activities, −1 … 1.
    Cosine,
    /// The largest value of the whole run, after the run's final matrix was taken away.
    Final,
}

/// A panel below the RSM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Below {
    /// A description of each mode. Also read from `nothing`, which older files use for no panel.
    #[default]
    #[serde(alias = "nothing")]
    Modes,
    /// The items in two dimensions.
    Map,
    /// The items as a dendrogram.
    Tree,
    /// The run at hand and the pinned ones, as a table.
    Runs,
    /// The network as a product of matrices, across the whole view.
    Microscope,
}

impl Below {
    /// All panels, in the order of the strip.
    pub const ALL: [Self; 5] = [
        Self::Modes,
        Self::Map,
        Self::Tree,
        Self::Runs,
        Self::Microscope,
    ];
}
