//! How the Atlas view is set, stored in experiment files and in the window's settings.

use serde::{Deserialize, Serialize};

/// The most draws that a cell can have.
pub const MOST_DRAWS: usize = 100;

/// Options of the Atlas view. Remembered between starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a toggle of its own")]
pub struct AtlasLook {
    /// The lower axis.
    pub x: AxisOf,
    /// The left axis.
    pub y: AxisOf,
    /// Learning rates lie by their ratios.
    pub is_lr_log: bool,
    /// What the colour of a cell tells.
    pub colour: CellColour,
    /// The loss below which a run counts as fast.
    pub threshold: f64,
    /// How many draws of the first weights each cell has.
    pub n_draws: usize,
    /// The stability limit is drawn.
    pub shows_limit: bool,
    /// The lines are drawn at which stages melt into each other.
    pub shows_melting: bool,
    /// The lines are drawn along which the loss first drops at the same epoch.
    pub shows_first_drops: bool,
    /// The axis along which the section lies.
    pub section: Along,
    /// What the section shows.
    pub section_of: SectionOf,
}

/// What an axis changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AxisOf {
    /// The learning rate.
    Lr,
    /// The initialisation scale.
    Gamma,
    /// Units of every hidden layer.
    Units,
    /// The number of hidden layers.
    Layers,
    /// The flip probability of the tree.
    Flip,
    /// Levels of the tree.
    Levels,
    /// The number of epochs.
    Epochs,
}

/// What the colour of a cell tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellColour {
    /// The first epoch with a loss below the threshold.
    EpochsBelow,
    /// The number of drops of the loss.
    Drops,
    /// The last loss.
    LastLoss,
    /// The strongest false belief.
    FalseBelief,
    /// The epoch in which the run diverged.
    DivergedAt,
}

/// One of the two axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Along {
    /// The lower one.
    X,
    /// The left one.
    Y,
}

/// What a section shows of its runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionOf {
    /// The strength of the data's first mode.
    FirstMode,
    /// The loss.
    Loss,
}

impl Default for AtlasLook {
    /// The tutorial's question: which learning rate and which scale are fastest.
    fn default() -> Self {
        Self {
            x: AxisOf::Lr,
            y: AxisOf::Gamma,
            is_lr_log: false,
            colour: CellColour::EpochsBelow,
            threshold: 1e-3,
            n_draws: 1,
            shows_limit: true,
            shows_melting: true,
            shows_first_drops: false,
            section: Along::X,
            section_of: SectionOf::FirstMode,
        }
    }
}

impl AxisOf {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Lr,
        Self::Gamma,
        Self::Epochs,
        Self::Layers,
        Self::Units,
        Self::Flip,
        Self::Levels,
    ];
}

impl AtlasLook {
    /// Whether a number can be the threshold.
    pub fn is_threshold(number: f64) -> bool {
        number.is_finite() && number > 0.0
    }

    /// The first field that cannot be used, and why.
    pub fn fault(&self) -> Option<(&'static str, &'static str)> {
        if self.x == self.y {
            Some(("y", "the two axes are of different parameters"))
        } else if !Self::is_threshold(self.threshold) {
            Some(("threshold", "a number above zero"))
        } else if !(1..=MOST_DRAWS).contains(&self.n_draws) {
            Some(("n_draws", "a number from 1 to 100"))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_is_named() {
        let fault = |change: fn(&mut AtlasLook)| {
            let mut look = AtlasLook::default();
            change(&mut look);
            look.fault().map(|(field, _)| field)
        };
        assert_eq!(fault(|_| ()), None);
        assert_eq!(fault(|look| look.y = AxisOf::Lr), Some("y"));
        assert_eq!(fault(|look| look.threshold = 0.0), Some("threshold"));
        assert_eq!(fault(|look| look.threshold = f64::NAN), Some("threshold"));
        assert_eq!(fault(|look| look.n_draws = 0), Some("n_draws"));
    }
}
