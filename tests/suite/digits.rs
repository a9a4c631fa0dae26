//! How many digits of the singular values are right, the smallest included.

use modescope::data::TreeRecipe;
use modescope::experiment::Experiment;
use modescope::model::record::RowShape;
use modescope::model::reduced::ReducedNetwork;
use modescope::model::{self, Record, Training};

use crate::npz::Npz;

fn run(golden: &mut Npz) -> Record {
    let (weights, targets) = (golden.weights(), golden.matrix("features").transpose());
    let network = ReducedNetwork::from_weights(&weights, &targets, &[]);
    let shape = RowShape {
        n_items: targets.ncols(),
        n_hidden_layers: 0,
        n_watched: 0,
    };
    let (record, ..) = Training::new(network, golden.scalar("lr"), 250, shape).run(shape);
    record
}

/// The largest relative error of any mode at any epoch, against a run in 400-bit arithmetic.
fn worst(name: &str) -> f64 {
    let mut golden = Npz::golden(name);
    let record = run(&mut golden);
    let (losses, modes) = (golden.numbers("losses"), golden.numbers("modes"));
    assert_eq!((record.len(), modes.len()), (250, 250 * 8));
    for (ours, exact) in record.losses().iter().zip(&losses) {
        assert!((ours - exact).abs() < 1e-10, "{ours:e} {exact:e}");
    }
    let errors = modes.chunks(8).enumerate().flat_map(|(row, exact)| {
        let pairs = record.modes(row).iter().zip(exact);
        pairs.map(|(ours, exact)| (ours / exact - 1.0).abs())
    });
    errors.fold(0.0, f64::max)
}

#[test]
fn small_modes_are_right_at_the_notebooks_gamma() {
    let worst = worst("high_precision_1e-12");
    assert!(worst < 1e-9, "{worst:e}");
}

#[test]
fn small_modes_are_right_at_the_smallest_gamma() {
    let worst = worst("high_precision_1e-15");
    assert!(worst < 1e-8, "{worst:e}");
}

#[test]
fn modes_that_no_hidden_unit_is_left_for_are_zero() {
    // The squares of columns that all but vanish once came out at 2.8e-9 of the largest here.
    let mut experiment = Experiment {
        data: modescope::data::DataSource::Tree(TreeRecipe {
            levels: 5,
            n_features: 1000,
            ..TreeRecipe::default()
        }),
        hidden: vec![30],
        n_epochs: 20,
        lr: 20.0,
        gamma: 1e-3,
        watched: Vec::new(),
        ..Experiment::default()
    };
    experiment.fit_after(&Experiment::default());
    let (record, _) = model::run(&experiment);
    for row in 0..record.len() {
        let modes = record.modes(row);
        assert_eq!(modes[30..], [0.0; 2], "epoch {row}");
        assert!(modes[29] > 1e-6 * modes[0]);
    }
}
