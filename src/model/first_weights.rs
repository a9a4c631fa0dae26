//! The whole first weights of an experiment, drawn and scaled or given, W_L with all its rows.

use nalgebra::DMatrix;

use super::init;
use crate::experiment::Experiment;

/// `W_1` … `W_L` (N × h, the user's features last) before the first epoch. Given weights have no
/// rows for the user's features, which start at zero.
pub fn first_weights(experiment: &Experiment) -> Vec<DMatrix<f64>> {
    first_weights_unless(experiment, &mut || false).expect("never cancelled")
}

/// As [`first_weights`]; `None` if cancelled.
pub fn first_weights_unless(
    experiment: &Experiment,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<DMatrix<f64>>> {
    let n_outputs = experiment.n_outputs();
    if let Some(given) = &experiment.weights {
        let mut weights = given.to_vec();
        let last = weights.pop()?;
        weights.push(last.resize_vertically(n_outputs, 0.0));
        return Some(weights);
    }
    let shapes =
        crate::experiment::shapes(experiment.data.n_items(), &experiment.hidden, n_outputs);
    let (seed, before) = (experiment.init_seed, experiment.init_before);
    let layers = init::draw_unless(&shapes, seed, before, is_cancelled)?;
    let scaled = layers
        .iter()
        .map(|layer| layer.scaled(init::sigma(experiment.gamma, layer.shape())));
    Some(scaled.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Dataset, OwnData, UserFeature};
    use crate::model::full::FullNetwork;
    use crate::model::{Training, run};

    #[test]
    fn given_weights_are_where_training_starts() {
        let targets = DMatrix::from_fn(5, 3, |i, j| if (i * j) % 2 == 0 { 1.0 } else { -1.0 });
        let layer = |rows: usize, cols: usize| {
            DMatrix::from_fn(rows, cols, |i, j| ((i * 7 + j * 3) % 5) as f64 / 10.0 - 0.2)
        };
        let own = OwnData {
            items: ["a", "b", "c"].map(str::to_owned).to_vec(),
            feature_names: None,
            dataset: Dataset {
                targets: targets.clone(),
            }
            .into(),
            weights: Some(vec![layer(4, 3), layer(5, 4)]),
        };
        let mut experiment = Experiment::default().on_own("own.npz".to_owned(), own);
        experiment.lr = 0.5;
        experiment.user_features = vec![UserFeature {
            name: "mine".to_owned(),
            values: vec![1.0, -1.0, 1.0],
        }];
        experiment.watch_last_feature();
        // Gamma does not scale what is given.
        experiment.gamma = 17.0;
        let weights = first_weights(&experiment);
        assert_eq!(weights[1].shape(), (6, 4));
        let targets = targets.insert_row(5, 1.0);
        let mut targets = targets;
        targets[(5, 1)] = -1.0;
        let full = FullNetwork::new(weights, targets, experiment.watched.clone());
        let shape = experiment.row_shape();
        let (theirs, ..) = Training::new(full, 0.5, 250, shape).run(shape);
        let (ours, _) = run(&experiment);
        for row in 0..250 {
            assert!((ours.losses()[row] - theirs.losses()[row]).abs() < 1e-12);
            assert!((ours.predictions(row)[0] - theirs.predictions(row)[0]).abs() < 1e-11);
        }
    }
}
