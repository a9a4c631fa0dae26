//! What of the microscope stays the same over a run.

use nalgebra::DMatrix;

use crate::app::plots::scene::Scene;
use crate::experiment::Pair;
use crate::worker::RunId;

/// The most features that are shown.
const MOST_FEATURES: usize = 10;

/// What stays the same over a run.
#[derive(Debug)]
pub(super) struct Still {
    pub(super) run: RunId,
    /// The shown features, their indices.
    pub(super) features: Vec<usize>,
    /// What is taught of them, features × P.
    pub(super) taught: DMatrix<f64>,
    /// U for them, features × P.
    pub(super) side: DMatrix<f64>,
}

impl Still {
    pub(super) fn of(scene: Scene<'_>) -> Self {
        let run = scene.run;
        let experiment = &run.facts.experiment;
        let n_outputs = experiment.n_outputs();
        let features: Vec<usize> = (n_outputs.saturating_sub(MOST_FEATURES)..n_outputs).collect();
        let taught = DMatrix::from_fn(features.len(), experiment.items.len(), |row, item| {
            let feature = features[row];
            run.target(Pair { item, feature }).unwrap_or(0.0)
        });
        let side = run.facts.modes.feature_side_of(&taught);
        Self {
            run: run.id,
            features,
            taught,
            side,
        }
    }
}
