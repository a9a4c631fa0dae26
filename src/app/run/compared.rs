//! A comparison of three ways to one answer, as much of it as is shown: curves, differences and a
//! few rows of each W. The matrices themselves, which may have a million rows, are not kept.

use nalgebra::DMatrix;

use crate::analysis::comparison::{self, Comparison, Trained};
use crate::analysis::regression::Closeness;
use crate::analysis::stages;
use crate::experiment::Experiment;
use crate::model::{DataModes, Outcome};

/// Features shown of each W.
const SHOWN: usize = 10;

/// Which features' weights are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Features {
    /// The last of the data, the user's among them, as the tutorial shows data.
    #[default]
    Last,
    /// The first.
    First,
    /// The user's own.
    Own,
}

/// The result of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compared {
    /// The experiment that was compared.
    pub(crate) experiment: Experiment,
    /// The learning rate of the network without a hidden layer.
    pub(crate) shallow_lr: f64,
    /// The loss of the analytical solution.
    pub(crate) analytical_loss: f64,
    pub(crate) shallow: Learned,
    pub(crate) deep: Learned,
    pub(crate) analytical_shallow: Closeness,
    pub(crate) analytical_deep: Closeness,
    pub(crate) shallow_deep: Closeness,
    /// Modes that the data have.
    pub(crate) n_modes: usize,
    /// Rows of W for each choice that there is.
    pub(crate) weights: Vec<(Features, Weights)>,
    /// The largest entry of the analytical W.
    pub(crate) largest: f64,
}

/// The result of a network's run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Learned {
    pub(crate) outcome: Outcome,
    /// Separate drops of its loss.
    pub(crate) n_drops: usize,
    /// The first epoch at which the loss is clearly below its first value; `None` if it never is.
    pub(crate) waits_until: Option<usize>,
    pub(crate) first_loss: f64,
    pub(crate) last_loss: f64,
    /// Modes that have passed half their strength.
    pub(crate) n_half_risen: usize,
    /// The loss goes up and down at the end.
    pub(crate) swings: bool,
}

/// A few rows of each W, n × P.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    /// Which features.
    pub(crate) features: std::ops::Range<usize>,
    pub(crate) analytical: DMatrix<f64>,
    pub(crate) shallow: DMatrix<f64>,
    pub(crate) deep: DMatrix<f64>,
}

impl Learned {
    fn of(trained: &Trained, modes: &DataModes) -> Self {
        let losses = trained.record.losses();
        let first_loss = losses.first().copied().unwrap_or(0.0);
        let rises = stages::half_rises(&trained.record, modes);
        Self {
            outcome: trained.outcome,
            n_drops: stages::drops(&trained.record).len(),
            waits_until: stages::waits_until(&trained.record),
            first_loss,
            last_loss: losses.last().copied().unwrap_or(0.0),
            n_half_risen: rises.iter().flatten().count(),
            swings: stages::still_moves(losses),
        }
    }

    /// Whether it got to its last epoch.
    pub(crate) fn is_finished(&self) -> bool {
        self.outcome == Outcome::Finished
    }
}

impl Compared {
    /// Compares; returns the summary and the full comparison; `None` if cancelled.
    pub(crate) fn run(
        experiment: &Experiment,
        modes: &DataModes,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<(Self, Comparison)> {
        let shallow_lr = comparison::shallow_lr(experiment);
        let compared = Comparison::run(experiment, shallow_lr, is_cancelled)?;
        let summary = Self {
            experiment: experiment.clone(),
            shallow_lr,
            analytical_loss: compared.analytical_loss,
            shallow: Learned::of(&compared.shallow, modes),
            deep: Learned::of(&compared.deep, modes),
            analytical_shallow: compared.analytical_shallow,
            analytical_deep: compared.analytical_deep,
            shallow_deep: compared.shallow_deep,
            n_modes: modes.rank(),
            weights: shown_weights(experiment, &compared),
            largest: compared.analytical.weights.amax(),
        };
        Some((summary, compared))
    }

    /// The answer of numpy's `allclose` for the analytical W against both others.
    pub(crate) fn all_agree(&self) -> bool {
        self.analytical_shallow.is_close && self.analytical_deep.is_close
    }

    /// The rows of W for a choice; for one that there is not, the last ones.
    pub(crate) fn weights(&self, features: Features) -> Option<&Weights> {
        let chosen = self.weights.iter().find(|(of, _)| *of == features);
        chosen
            .or_else(|| self.weights.first())
            .map(|(_, weights)| weights)
    }
}

/// The rows of W that can be chosen.
fn shown_weights(experiment: &Experiment, compared: &Comparison) -> Vec<(Features, Weights)> {
    let n_outputs = experiment.n_outputs();
    let n_own = experiment.user_features.len();
    let rows = |features: std::ops::Range<usize>| {
        let of = |w: &DMatrix<f64>| w.rows(features.start, features.len()).into_owned();
        Weights {
            analytical: of(&compared.analytical.weights),
            shallow: of(&compared.shallow.total),
            deep: of(&compared.deep.total),
            features,
        }
    };
    let n = SHOWN.min(n_outputs);
    let mut shown = vec![(Features::Last, rows(n_outputs - n..n_outputs))];
    if n_outputs > n {
        shown.push((Features::First, rows(0..n)));
    }
    if n_own > 0 {
        let first = n_outputs - n_own;
        shown.push((Features::Own, rows(first..first + n_own.min(2 * SHOWN))));
    }
    shown
}
