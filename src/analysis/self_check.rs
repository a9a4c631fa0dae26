//! The tutorial's own exercises, set to this program: does it draw, decompose, compare and regress
//! as it should, here and now?
//!
//! A student solves them in the notebook; here the engine answers them with the code that every
//! run uses. Each is one step that can be taken on its own, on any thread.

use nalgebra::DMatrix;

use super::regression::{Exercise, TUTORIAL_NOISE};
use crate::draw::TorchRng;
use crate::model::engine::Engine as _;
use crate::model::reduced::ReducedNetwork;
use crate::model::spectrum;
use crate::model::{DataModes, init};

/// Side of the layer whose spread is measured.
const WIDE: usize = 5000;

/// Normals drawn at a time, a multiple of the 16 that torch makes at once, so that the pieces are
/// the whole's: 25 million are never held.
const PIECE: usize = 80_000;

/// The rounding error allowed in double precision for products this small, with a margin.
const ROUNDING: f64 = 1e-12;

/// How far followed singular values may be off by design, with room to spare: 4e-12 at three
/// seeds, where the recomposition itself is off by 3e-16; see [`crate::model::spectrum`].
const FOLLOWED: f64 = 1e-10;

/// One of the tutorial's exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Check {
    /// Exercise 0: the standard deviation of a 5000 × 5000 layer drawn at gamma 1.
    InitialSpread,
    /// Exercise 2: `W_tot` of a network with 8 inputs, 30 hidden units and 100 outputs is what its
    /// singular value decomposition recomposes to.
    Recomposition,
    /// Exercise 3: the similarities of a 7 × 17 activity are H Hᵀ, entry by entry.
    Similarity,
    /// Section 5's exercise: regression finds the whole-numbered weights behind the noise.
    Regression,
}

/// The result of a check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// Which check.
    pub check: Check,
    /// The measured value: a standard deviation for [`Check::InitialSpread`], else the largest
    /// error. Errors of decompositions and products are shares of their largest value.
    pub measured: f64,
    /// The expected value.
    pub expected: f64,
    /// How far it may be from that.
    pub bound: f64,
}

impl Finding {
    /// Whether the measured value is as expected.
    pub fn passes(&self) -> bool {
        (self.measured - self.expected).abs() <= self.bound
    }
}

impl Check {
    /// All checks, in the tutorial's order.
    pub const ALL: [Self; 4] = [
        Self::InitialSpread,
        Self::Recomposition,
        Self::Similarity,
        Self::Regression,
    ];

    /// Makes the check on the draws of `seed`. `None` if cancelled; only the first
    /// check takes long enough to ask.
    pub fn run(self, seed: u32, is_cancelled: &mut dyn FnMut() -> bool) -> Option<Finding> {
        let (measured, expected, bound) = match self {
            Self::InitialSpread => (initial_spread(seed, is_cancelled)?, 0.01, 1e-5),
            Self::Recomposition => (recomposition_error(seed), 0.0, FOLLOWED),
            Self::Similarity => (similarity_error(seed), 0.0, ROUNDING),
            // What is off by less rounds back to the whole numbers.
            Self::Regression => (regression_error(seed), 0.0, 0.499),
        };
        Some(Finding {
            check: self,
            measured,
            expected,
            bound,
        })
    }
}

/// The standard deviation of `W_1` in a network of 5000 inputs, 5000 hidden units and one output,
/// after `torch.manual_seed(seed)`.
fn initial_spread(seed: u32, is_cancelled: &mut dyn FnMut() -> bool) -> Option<f64> {
    let shapes = crate::experiment::shapes(WIDE, &[WIDE], 1);
    let mut rng = TorchRng::new(seed);
    let n_weights = shapes.iter().map(|(n_out, n_in)| n_out * n_in).sum();
    rng.skip_unless(n_weights, is_cancelled)?;
    let sigma = init::sigma(1.0, shapes[0]);
    let (mut sum, mut squares) = (0.0, 0.0);
    let mut left = WIDE * WIDE;
    while left > 0 {
        let piece = left.min(PIECE);
        for unit in rng.normals_unless(piece, is_cancelled)? {
            let weight = sigma * f64::from(unit);
            sum += weight;
            squares += weight * weight;
        }
        left -= piece;
    }
    let n = (WIDE * WIDE) as f64;
    Some(((squares - sum * sum / n) / (n - 1.0)).sqrt())
}

/// The largest entry of U S Vᵀ − `W_tot` and of the followed singular values' error, as a share of
/// the largest singular value.
fn recomposition_error(seed: u32) -> f64 {
    let layers = init::draw(&crate::experiment::shapes(8, &[30], 100), seed);
    let scaled = layers.iter();
    let mut weights = scaled.map(|layer| layer.scaled(init::sigma(1.0, layer.shape())));
    let first = weights.next().expect("two layers");
    let total = weights.fold(first, |below, weight| weight * below);
    let modes = DataModes::of(&total);
    let s = DMatrix::from_diagonal(&modes.singular_values.clone().into());
    let recomposed = &modes.feature_side * s * modes.item_side.transpose();
    let followed = spectrum::singular_values(&total);
    let pairs = followed.iter().zip(&modes.singular_values);
    let of_values = pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    (recomposed - total).amax().max(of_values) / modes.singular_values[0]
}

/// The largest error of the engine's RSM of a 7 × 17 activity, against a plain triple loop, its
/// own mirror image and its items' squared lengths, as a share of the largest entry.
fn similarity_error(seed: u32) -> f64 {
    let (n_items, n_hidden) = (7, 17);
    let mut rng = TorchRng::new(seed);
    let batch = DMatrix::from_fn(n_hidden, n_items, |_, _| f64::from(rng.uniform()));
    // One-hot items make W_1 the activity itself, whatever lies behind it.
    let behind = DMatrix::from_element(1, n_hidden, 1.0);
    let targets = DMatrix::from_element(1, n_items, 1.0);
    let mut rsm = vec![0.0; n_items * n_items];
    ReducedNetwork::from_weights(&[batch.clone(), behind], &targets, &[]).similarities(&mut rsm);
    let mut worst = 0.0_f64;
    for a in 0..n_items {
        for b in 0..n_items {
            let mut plain = 0.0;
            for unit in 0..n_hidden {
                plain += batch[(unit, a)] * batch[(unit, b)];
            }
            let ours = rsm[a + b * n_items];
            worst = worst.max((ours - plain).abs());
            worst = worst.max((ours - rsm[b + a * n_items]).abs());
        }
        let square = batch.column(a).norm_squared();
        worst = worst.max((rsm[a * (n_items + 1)] - square).abs());
    }
    worst / rsm.iter().copied().fold(0.0, f64::max)
}

/// The largest error of the exercise's weights; infinite if they cannot be found.
fn regression_error(seed: u32) -> f64 {
    let exercise = Exercise::of_the_notebook(seed, TUTORIAL_NOISE);
    exercise.solve().map_or(f64::INFINITY, |solution| {
        (solution.weights - exercise.true_weights).amax()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_passes_at_every_seed_tried() {
        for check in [Check::Recomposition, Check::Similarity, Check::Regression] {
            for seed in [0, 1, 2021] {
                let finding = check.run(seed, &mut || false).unwrap();
                assert!(finding.passes(), "{finding:?}");
            }
        }
        let finding = Check::InitialSpread.run(2021, &mut || false).unwrap();
        assert!(finding.passes(), "{finding:?}");
    }

    #[test]
    fn a_finding_beyond_its_bound_fails_and_so_does_none() {
        let finding = |measured: f64| Finding {
            check: Check::InitialSpread,
            measured,
            expected: 0.01,
            bound: 1e-5,
        };
        assert!(finding(0.010_009).passes() && finding(0.009_991).passes());
        assert!(!finding(0.010_02).passes() && !finding(0.009_98).passes());
        assert!(!finding(f64::NAN).passes() && !finding(f64::INFINITY).passes());
    }

    #[test]
    fn a_self_check_can_be_cancelled() {
        assert_eq!(Check::InitialSpread.run(1, &mut || true), None);
    }
}
