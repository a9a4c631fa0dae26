//! The exact reduction against the full network, over random settings.

use modescope::data::{TreeRecipe, UserFeature, names};
use modescope::experiment::{Experiment, Pair};
use modescope::model::full::FullNetwork;
use modescope::model::{self, DataModes, Outcome, Record, Setup, Training, init};
use proptest::prelude::*;

fn reduced(experiment: &Experiment) -> (Record, Outcome) {
    model::run(experiment)
}

/// The same experiment on the full network, from the same draws.
fn full(experiment: &Experiment) -> (Record, Outcome) {
    let shape = experiment.row_shape();
    let n_base = experiment.data.n_features();
    let mut targets = experiment.data.sample().targets.clone();
    targets = targets.resize_vertically(experiment.n_outputs(), 0.0);
    for (i, feature) in experiment.user_features.iter().enumerate() {
        for (item, value) in feature.values.iter().enumerate() {
            targets[(n_base + i, item)] = *value;
        }
    }
    let shapes =
        modescope::experiment::shapes(shape.n_items, &experiment.hidden, experiment.n_outputs());
    let weights = init::draw(&shapes, experiment.init_seed)
        .iter()
        .map(|layer| layer.scaled(init::sigma(experiment.gamma, layer.shape())))
        .collect();
    let network = FullNetwork::new(weights, targets, experiment.watched.clone());
    let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
    let (record, outcome, _) = training.run(shape);
    (record, outcome)
}

prop_compose! {
    fn experiments()(
        (levels, branches) in prop::sample::select(vec![(1, 2), (2, 2), (3, 2), (2, 3), (1, 5)]),
        flip in 0.05..0.45_f64,
        n_features in 1_usize..120,
        n_user in 0_usize..3,
        hidden in prop::collection::vec(1_usize..12, 0..=3),
        seeds in any::<(u32, u32)>(),
        gamma_exponent in -8.0..0.0_f64,
        step in 0.02..0.7_f64,
        picks in prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 0..4),
    ) -> Experiment {
        let data = TreeRecipe { levels, branches, flip, n_features, seed: seeds.0, outputs_before: 0 };
        let n_items = data.n_items();
        let user_features: Vec<_> = (0..n_user)
            .map(|i| UserFeature {
                name: format!("user_{i}"),
                values: (0..n_items).map(|item| if (item + i) % 3 == 0 { -1.0 } else { 1.0 }).collect(),
            })
            .collect();
        let n_outputs = n_features + n_user;
        // Below the stability limit: past it a run is chaotic, and no two ways of rounding agree.
        let limit = DataModes::of(&data.sample().targets).stability_limit(n_outputs, hidden.len() + 1);
        Experiment {
            items: names::items(data.levels, data.branches),
            data: data.into(),
            groups: Vec::new(),
            user_features,
            hidden,
            init_seed: seeds.1,
            init_before: 0,
            lr: step * limit,
            gamma: 10_f64.powf(gamma_exponent),
            n_epochs: 120,
            weights: None,
            watched: picks
                .iter()
                .map(|(item, feature)| Pair {
                    item: item.index(n_items),
                    feature: feature.index(n_outputs),
                })
                .collect(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_reduction_is_exact(experiment in experiments()) {
        prop_assert_eq!(experiment.validate(), Ok(()));
        let (ours, outcome) = reduced(&experiment);
        let (theirs, expected) = full(&experiment);
        // A run that blows up loses digits on the way: compare it while it is of ordinary size.
        let rows = theirs.losses().iter().take_while(|&&l| l < 1e3).count();
        if rows == theirs.len() {
            prop_assert_eq!(outcome, expected);
        }
        prop_assert!(ours.len() >= rows);
        let close = |a: &[f64], b: &[f64], tolerance: f64| {
            a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance)
        };
        let mode_scale = theirs.largest_mode().max(1e-300);
        for row in 0..rows {
            let (a, b) = (ours.losses()[row], theirs.losses()[row]);
            prop_assert!((a - b).abs() < 1e-8 * b.max(1.0), "loss {} {} at {}", a, b, row);
            prop_assert!(close(ours.modes(row), theirs.modes(row), 1e-7 * mode_scale));
            prop_assert!(close(ours.predictions(row), theirs.predictions(row), 1e-7 * b.max(1.0)));
            for layer in 0..experiment.hidden.len() {
                let largest = theirs.largest_similarity(layer);
                let close = close(ours.similarity(row, layer), theirs.similarity(row, layer), 1e-7 * largest);
                prop_assert!(close);
            }
        }
    }

    #[test]
    fn equal_experiments_give_equal_bits(experiment in experiments()) {
        prop_assert_eq!(reduced(&experiment), reduced(&experiment));
    }

    #[test]
    fn lr_gamma_epochs_and_table_values_reuse_the_setup(
        experiment in experiments(),
        lr in 0.1..10.0_f64,
        gamma in 1e-6..1.0_f64,
    ) {
        let mut first = Setup::new(&experiment, None);
        let mut changed = Experiment { lr, gamma, n_epochs: 30, ..experiment };
        for feature in &mut changed.user_features {
            feature.values[0] = -feature.values[0];
        }
        prop_assert!(first.fits(&changed));
        let again = model::run_from(&changed, &mut first);
        prop_assert_eq!(again, reduced(&changed));
    }
}

#[test]
fn the_aligned_matrix_is_the_full_networks_too() {
    // Singular values that are apart: else their modes could be told apart by rounding alone.
    let data = TreeRecipe {
        n_features: 300,
        ..TreeRecipe::default()
    };
    let experiment = Experiment {
        data: data.into(),
        lr: 15.0,
        gamma: 1e-3,
        n_epochs: 120,
        watched: Vec::new(),
        ..Experiment::default()
    };
    let (ours, _) = reduced(&experiment);
    let (theirs, _) = full(&experiment);
    for row in 0..120 {
        let of_row = |record: &Record| record.aligned(row).expect("kept").matrix.to_vec();
        for (a, b) in of_row(&ours).iter().zip(of_row(&theirs)) {
            assert!((a - b).abs() < 1e-8);
        }
    }
    // W_tot has next to nothing outside the data's features: its values are those of A.
    let squares = |values: &[f64]| values.iter().map(|v| v * v).sum::<f64>();
    let last = ours.aligned(119).expect("kept").matrix;
    let (a, w) = (squares(last), squares(ours.modes(119)));
    assert!((a / w - 1.0).abs() < 1e-5, "{a} {w}");
    let modes = DataModes::of(&experiment.data.sample().targets);
    assert!(ours.strength(119, 0) > 0.9 * modes.singular_values[0]);
}
