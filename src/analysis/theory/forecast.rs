//! Everything that is foreseen of an experiment, its watched pairs included.

use super::foresee::foresee;
use super::foreseen::Foreseen;
use crate::analysis::illusion;
use crate::experiment::{Experiment, Pair};
use crate::model::Setup;

/// An experiment's predictions before its first epoch.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The P singular values of the data, descending.
    pub singular_values: Vec<f64>,
    /// Curves, half-rises and stages of the modes.
    pub foreseen: Foreseen,
    /// For each watched pair its prediction behind each of the stages. Like the stages it holds for
    /// a start near zero.
    pub ladders: Vec<Vec<f64>>,
}

impl Forecast {
    /// The forecast of `experiment`, which `setup` must fit.
    ///
    /// # Panics
    /// If `setup` was made for other data or another network.
    pub fn of(experiment: &Experiment, setup: &mut Setup) -> Self {
        let mut network = setup.network(experiment);
        let foreseen = foresee(experiment, &mut network, &mut || false).expect("never cancelled");
        let modes = network.modes();
        let ladder = |&Pair { item, feature }: &Pair| {
            let items = 0..experiment.data.n_items();
            let values = items.map(|item| setup.taught(experiment, Pair { item, feature }));
            let values: Vec<f64> = values.collect();
            let groups = foreseen.stages.iter().map(|stage| stage.modes.clone());
            let steps = illusion::ladder_over(groups, modes, &values, item);
            steps.into_iter().map(|step| step.height).collect()
        };
        Self {
            singular_values: modes.singular_values.clone(),
            ladders: experiment.watched.iter().map(ladder).collect(),
            foreseen,
        }
    }

    /// The loss before the first stage and behind each: the heights of its plateaus. Empty if there
    /// is nothing to learn.
    pub fn plateaus(&self) -> Vec<f64> {
        let stages = &self.foreseen.stages;
        let first = stages.first().map(|stage| stage.before);
        let behind = stages.iter().map(|stage| stage.behind);
        first.into_iter().chain(behind).collect()
    }

    /// The stage, from 0, in which each mode is learned; none for a mode that is not.
    pub fn stage_of_modes(&self) -> Vec<Option<usize>> {
        let mut stage_of = vec![None; self.singular_values.len()];
        for (stage, learned) in self.foreseen.stages.iter().enumerate() {
            for &mode in &learned.modes {
                stage_of[mode] = Some(stage);
            }
        }
        stage_of
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    fn forecast(experiment: &Experiment) -> Forecast {
        Forecast::of(experiment, &mut Setup::new(experiment, None))
    }

    #[test]
    fn the_sharks_ladder_has_a_step_for_each_plateau_of_the_loss() {
        let forecast = forecast(&presets::shark());
        let plateaus = forecast.plateaus();
        for (plateau, expected) in plateaus.iter().zip([1.0, 0.689, 0.504, 0.252, 0.0]) {
            assert!((plateau - expected).abs() < 5e-4, "{plateaus:?}");
        }
        let [ladder] = &forecast.ladders[..] else {
            panic!("{:?}", forecast.ladders);
        };
        for (step, expected) in ladder.iter().zip([-0.25, 0.5, 0.0, -1.0]) {
            // The ideal tree's plateaus; a sample of 10,000 features is a little off.
            assert!((step - expected).abs() < 0.03, "{ladder:?}");
        }
        let stages = [0, 1, 2, 2, 3, 3, 3, 3].map(Some);
        assert_eq!(forecast.stage_of_modes(), stages);
    }

    #[test]
    fn a_narrow_networks_ladder_stops_at_what_it_can_learn() {
        let narrow = Experiment {
            hidden: vec![2],
            ..presets::shark()
        };
        let forecast = forecast(&narrow);
        assert_eq!(forecast.ladders[0].len(), 2);
        let learned = [Some(0), Some(1), None, None, None, None, None, None];
        assert_eq!(forecast.stage_of_modes(), learned);
        assert_eq!(forecast.plateaus().len(), 3);
    }
}
