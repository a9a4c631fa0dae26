//! Both engines against trajectories of the tutorial's own loop, run by PyTorch in float64.

use modescope::experiment::Pair;
use modescope::model::engine::Engine;
use modescope::model::full::FullNetwork;
use modescope::model::record::RowShape;
use modescope::model::reduced::ReducedNetwork;
use modescope::model::{Outcome, Record, Training};
use nalgebra::DMatrix;

use crate::npz::Npz;

/// A golden run, read.
struct Golden {
    lr: f64,
    weights: Vec<DMatrix<f64>>,
    targets: DMatrix<f64>,
    watched: Pair,
    losses: Vec<f64>,
    modes: Vec<f64>,
    similarities: Vec<Vec<f64>>,
    illusions: Vec<f64>,
    total: DMatrix<f64>,
}

impl Golden {
    fn read(name: &str) -> Self {
        let mut npz = Npz::golden(name);
        let weights = npz.weights();
        let targets = npz.matrix("features").transpose();
        Self {
            lr: npz.scalar("lr"),
            watched: Pair {
                item: npz.scalar("illusory_item") as usize,
                feature: targets.nrows() - 1,
            },
            targets,
            losses: npz.numbers("losses"),
            modes: npz.numbers("modes"),
            similarities: (1..weights.len())
                .map(|layer| npz.numbers(&format!("rsms_{layer}")))
                .collect(),
            illusions: npz.numbers("illusions"),
            total: npz.matrix("W_tot"),
            weights,
        }
    }

    fn shape(&self) -> RowShape {
        RowShape {
            n_items: self.targets.ncols(),
            n_hidden_layers: self.weights.len() - 1,
            n_watched: 1,
        }
    }

    fn full(&self) -> FullNetwork {
        let watched = vec![self.watched];
        FullNetwork::new(self.weights.clone(), self.targets.clone(), watched)
    }

    fn reduced(&self) -> ReducedNetwork {
        ReducedNetwork::from_weights(&self.weights, &self.targets, &[self.watched])
    }

    fn run<E: Engine>(&self, engine: E) -> (Record, Outcome, E) {
        Training::new(engine, self.lr, self.losses.len(), self.shape()).run(self.shape())
    }
}

/// Whether all of both are as close as that. Nothing is close to NaN.
fn close(ours: &[f64], golden: &[f64], tolerance: f64) -> bool {
    assert_eq!(ours.len(), golden.len());
    ours.iter()
        .zip(golden)
        .all(|(a, b)| (a - b).abs() < tolerance)
}

fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |a, b| a.max(b.abs()))
}

fn meets<E: Engine>(golden: &Golden, engine: E) -> E {
    let (record, outcome, engine) = golden.run(engine);
    assert_eq!(outcome, Outcome::Finished);
    let n = golden.losses.len();
    let n_items = golden.targets.ncols();
    assert_eq!(record.len(), n);
    let modes: Vec<f64> = (0..n).flat_map(|i| record.modes(i).to_vec()).collect();
    let predictions: Vec<f64> = (0..n).map(|i| record.predictions(i)[0]).collect();
    assert!(close(record.losses(), &golden.losses, 1e-9));
    assert!(close(&modes, &golden.modes, 1e-7 * largest(&golden.modes)));
    assert!(close(&predictions, &golden.illusions, 1e-7));
    for (layer, expected) in golden.similarities.iter().enumerate() {
        let rsms: Vec<f64> = (0..n)
            .flat_map(|i| record.similarity(i, layer).to_vec())
            .collect();
        assert!(close(&rsms, expected, 1e-7 * largest(expected)));
        for rsm in rsms.chunks(n_items * n_items) {
            let rsm = DMatrix::from_column_slice(n_items, n_items, rsm);
            assert!((&rsm - rsm.transpose()).amax() <= 1e-12 * rsm.amax());
        }
    }
    engine
}

fn both_meet(name: &str) {
    let golden = Golden::read(name);
    let full = meets(&golden, golden.full());
    assert!((full.total() - &golden.total).amax() < 1e-7);
    meets(&golden, golden.reduced());
}

#[test]
fn shark_small_init() {
    both_meet("shark_small_init");
}

#[test]
fn parrot_medium_init() {
    both_meet("parrot_medium_init");
}

#[test]
fn large_init() {
    both_meet("large_init");
}

#[test]
fn no_hidden_layer() {
    both_meet("no_hidden_layer");
}

#[test]
fn two_hidden_layers() {
    both_meet("two_hidden_layers");
}

#[test]
fn narrow_hidden_layer() {
    both_meet("narrow_hidden_layer");
}

#[test]
fn sixteen_items() {
    both_meet("sixteen_items");
}

#[test]
fn diverging() {
    let golden = Golden::read("diverging");
    let stops = golden.losses.iter().position(|l| !l.is_finite()).unwrap();
    let blows_up = golden.losses.iter().position(|&l| l > 1e6).unwrap();
    let check = |record: Record, outcome: Outcome| {
        let Outcome::Diverged { epoch } = outcome else {
            panic!("this run diverges");
        };
        assert!(epoch.abs_diff(stops) <= 2, "{epoch} against {stops}");
        assert_eq!(record.len(), epoch);
        for row in 0..blows_up {
            let relative = |a: f64, b: f64| (a - b).abs() / b.abs();
            assert!(relative(record.losses()[row], golden.losses[row]) < 1e-9);
            let modes = &golden.modes[row * 8..row * 8 + 8];
            for (a, b) in record.modes(row).iter().zip(modes) {
                assert!((a - b).abs() < 1e-7 * largest(modes));
            }
            let rsm = &golden.similarities[0][row * 64..row * 64 + 64];
            assert!(close(record.similarity(row, 0), rsm, 1e-7 * largest(rsm)));
            let predicted = record.predictions(row)[0];
            assert!((predicted - golden.illusions[row]).abs() < 1e-7 * predicted.abs().max(1.0));
        }
    };
    let (record, outcome, _) = golden.run(golden.full());
    check(record, outcome);
    let (record, outcome, _) = golden.run(golden.reduced());
    check(record, outcome);
}
