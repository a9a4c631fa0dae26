//! The stages of learning that are foreseen: which modes are learned together, when, and the loss
//! that they leave.
//!
//! A mode of singular value s that is not learned yet costs s²/(N·P) of loss, so the first loss is
//! Σ s²/(N·P) = ‖Y‖²/(N·P) and every stage takes its own modes' part away. A network learns no
//! more modes than its narrowest hidden layer has units; the weaker ones keep their cost to the
//! end. This holds for any targets; for a network that starts near zero.

use crate::analysis::levels::levels;
use crate::model::DataModes;

/// A group of modes of about the same singular value, learned together.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeseenStage {
    /// The modes of the group, strongest first.
    pub modes: Vec<usize>,
    /// The epoch at which they rise: the mean of their half-rises, none if one does not.
    pub epoch: Option<f64>,
    /// The loss before it.
    pub before: f64,
    /// The loss once it is learned: the height of the plateau behind it. That of the last one is 0
    /// if all modes can be learned, and else where the loss stays.
    pub behind: f64,
}

/// The stages in their order, given the epoch at which each mode rises, if it does, and the number
/// of units of the `narrowest` hidden layer, if there is one.
pub fn foreseen(
    modes: &DataModes,
    rises: &[Option<f64>],
    n_outputs: usize,
    narrowest: Option<usize>,
) -> Vec<ForeseenStage> {
    let s = &modes.singular_values;
    let n_entries = (n_outputs * s.len()) as f64;
    let n_learned = narrowest.unwrap_or(s.len());
    let mut stages = Vec::new();
    // From the last one up, so that the last plateau is 0 to the bit.
    let mut behind = 0.0;
    for level in levels(modes).iter().rev() {
        let cost = |modes: &[usize]| -> f64 {
            let squares = modes.iter().map(|&mode| s[mode].powi(2));
            squares.sum::<f64>() / n_entries
        };
        let n_within = level.partition_point(|&mode| mode < n_learned);
        let (learned, too_weak) = level.split_at(n_within);
        behind += cost(too_weak);
        if learned.is_empty() {
            continue;
        }
        let before = behind + cost(learned);
        stages.push(ForeseenStage {
            epoch: mean(learned.iter().map(|&mode| rises[mode])),
            modes: learned.to_vec(),
            before,
            behind,
        });
        behind = before;
    }
    stages.reverse();
    stages
}

/// The mean of values that are all there.
fn mean(values: impl ExactSizeIterator<Item = Option<f64>>) -> Option<f64> {
    let n = values.len();
    let all: Option<Vec<f64>> = values.collect();
    all.map(|all| all.iter().sum::<f64>() / n as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::half_rise::half_rise_of;
    use crate::analysis::theory::start::Starts;
    use crate::analysis::theory::{level_nets, step_size};
    use crate::data::UserFeature;
    use crate::experiment::Experiment;
    use crate::model::{Record, Setup, run_from};

    fn run(experiment: &Experiment) -> (Record, Vec<ForeseenStage>) {
        let mut setup = Setup::new(experiment, None);
        let network = setup.network(experiment);
        let starts = Starts::of_network(&network).unwrap();
        let step_size = step_size(experiment.lr, experiment.n_outputs(), 8);
        let curves = level_nets::curves(&starts, step_size, experiment.n_epochs, &mut || false);
        let curves = curves.unwrap();
        let s = &network.modes().singular_values;
        let rises = curves
            .iter()
            .zip(s)
            .map(|(curve, &s)| half_rise_of(curve, s));
        let rises: Vec<_> = rises.collect();
        let stages = foreseen(
            network.modes(),
            &rises,
            experiment.n_outputs(),
            experiment.hidden.first().copied(),
        );
        (run_from(experiment, &mut setup).0, stages)
    }

    /// Loss at the middle of each foreseen plateau: between two stages, where it is flattest.
    fn assert_plateaus_are_met(record: &Record, stages: &[ForeseenStage], tolerance: f64) {
        for pair in stages.windows(2) {
            let (from, to) = (
                pair[0].epoch.unwrap() as usize,
                pair[1].epoch.unwrap() as usize,
            );
            let flattest = (from..to)
                .min_by(|&a, &b| {
                    let fall = |row: usize| record.losses()[row] - record.losses()[row + 1];
                    fall(a).total_cmp(&fall(b))
                })
                .unwrap();
            let loss = record.losses()[flattest];
            assert!((loss - pair[0].behind).abs() < tolerance, "{loss} {pair:?}");
            // Where a stage rises, the loss is half way down.
            let (before, behind) = (pair[0].before, pair[0].behind);
            assert!(record.losses()[from - 8] > f64::midpoint(before, behind));
            assert!(record.losses()[from + 8] < f64::midpoint(before, behind));
        }
    }

    #[test]
    fn plateaus_are_the_notebooks() {
        let (record, stages) = run(&Experiment::default());
        let modes: Vec<_> = stages.iter().map(|stage| stage.modes.clone()).collect();
        assert_eq!(modes, [vec![0], vec![1], vec![2, 3], vec![4, 5, 6, 7]]);
        for (stage, expected) in stages.iter().zip([0.689, 0.504, 0.252, 0.0]) {
            assert!((stage.behind - expected).abs() < 5e-4, "{stage:?}");
        }
        assert!((stages[0].before - 1.0).abs() < 1e-12);
        assert!((stages[0].before - record.losses()[0]).abs() < 1e-9);
        assert_plateaus_are_met(&record, &stages, 0.01);
    }

    #[test]
    fn plateaus_of_values_that_are_not_signs_are_met_too() {
        let mut experiment = Experiment::default();
        experiment.data.tree_mut().unwrap().n_features = 20;
        (experiment.lr, experiment.n_epochs) = (1.2, 1000);
        experiment.user_features = vec![UserFeature {
            name: "size".to_owned(),
            values: vec![9.0, 8.5, 3.0, 2.5, -7.0, -7.5, -1.0, -1.5],
        }];
        experiment.watch_last_feature();
        let (record, stages) = run(&experiment);
        assert!(stages[0].before > 1.5);
        assert!((stages[0].before - record.losses()[0]).abs() < 1e-9);
        assert_plateaus_are_met(&record, &stages[..3], 0.02);
    }

    #[test]
    fn a_stage_that_is_not_reached_has_no_epoch() {
        let experiment = Experiment {
            n_epochs: 120,
            ..Experiment::default()
        };
        let (_, stages) = run(&experiment);
        let reached: Vec<bool> = stages.iter().map(|stage| stage.epoch.is_some()).collect();
        assert_eq!(reached, [true, true, false, false]);
    }
}
