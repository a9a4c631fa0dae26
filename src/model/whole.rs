//! The full-size network behind a reduced one: its targets, its first weights, and what its last
//! layer has become.
//!
//! Every step adds to `W_L` (N × h) the matrix −rate·(`W_L` H − Y)·Hᵀ, H (h × P) being the last
//! layer's input before the step and rate = 2·lr/(N·P). By induction `W_L`(t) = `W_L`(0)·M(t) +
//! Y·K(t), exactly, with M(0) = 1 (h × h), K(0) = 0 (P × h) and at every step
//!
//! - M ← M − rate·(M H)·Hᵀ,
//! - K ← K − rate·(K H − 1)·Hᵀ,
//!
//! so `W_tot` (N × P) is had at the end of a run that never held a matrix of N rows.

use nalgebra::DMatrix;

use super::engine::Engine;
use super::experiment::Experiment;
use super::init;
use super::reduced::ReducedNetwork;
use crate::data::Dataset;

/// The targets Y, N × P, the user's features last; `dataset` is what the experiment's source gave.
pub fn targets(experiment: &Experiment, dataset: &Dataset) -> DMatrix<f64> {
    let n_data = dataset.n_features();
    DMatrix::from_fn(
        experiment.n_outputs(),
        dataset.n_items(),
        |feature, item| match feature.checked_sub(n_data) {
            None => dataset.targets[(feature, item)],
            Some(user) => experiment.user_features[user].values[item],
        },
    )
}

/// The first weights `W_1` … `W_L` at full size.
pub fn first_weights(experiment: &Experiment) -> Vec<DMatrix<f64>> {
    if let Some(given) = &experiment.weights {
        let mut weights = given.to_vec();
        if let Some(last) = weights.pop() {
            // The user's features start from weights of zero.
            weights.push(last.resize_vertically(experiment.n_outputs(), 0.0));
        }
        return weights;
    }
    let n_items = experiment.data.n_items();
    let shapes = init::shapes(n_items, &experiment.hidden, experiment.n_outputs());
    let Experiment {
        init_seed,
        init_before,
        gamma,
        ..
    } = *experiment;
    init::draw_unless(&shapes, init_seed, init_before, &mut || false)
        .expect("nobody interrupts")
        .into_iter()
        .map(|layer| layer.scaled(init::sigma(gamma, layer.shape())))
        .collect()
}

/// A reduced network that remembers what its last layer at full size is made of.
#[derive(Clone, Debug)]
pub struct WholeNetwork {
    network: ReducedNetwork,
    /// 2/(N·P) of the full network.
    rate: f64,
    /// M, h × h.
    of_first: DMatrix<f64>,
    /// K, P × h.
    of_targets: DMatrix<f64>,
}

impl WholeNetwork {
    /// Remembers from now on, `network` being at its first weights.
    pub fn new(network: ReducedNetwork) -> Self {
        let (n_hidden, n_items) = network.last_input().shape();
        Self {
            rate: 2.0 / network.n_entries(),
            of_first: DMatrix::identity(n_hidden, n_hidden),
            of_targets: DMatrix::zeros(n_items, n_hidden),
            network,
        }
    }

    /// `W_tot` (N × P) with the present weights, from the first weights of the last layer (N × h)
    /// and the targets (N × P).
    pub fn total(&self, first: &DMatrix<f64>, targets: &DMatrix<f64>) -> DMatrix<f64> {
        let input = self.network.last_input();
        // Hidden units that only pad have no first weights.
        let of_first = (&self.of_first * &input).resize_vertically(first.ncols(), 0.0);
        first * of_first + targets * (&self.of_targets * input)
    }
}

impl Engine for WholeNetwork {
    fn loss(&self) -> f64 {
        self.network.loss()
    }

    fn similarities(&mut self, out: &mut [f64]) {
        self.network.similarities(out);
    }

    fn predictions(&self, out: &mut [f64]) {
        self.network.predictions(out);
    }

    fn step(&mut self, lr: f64) {
        let rate = self.rate * lr;
        let input = self.network.last_input();
        let n_items = input.ncols();
        let of_first = &self.of_first * &input;
        let of_targets = &self.of_targets * &input - DMatrix::identity(n_items, n_items);
        let backward = input.transpose();
        self.of_first.gemm(-rate, &of_first, &backward, 1.0);
        self.of_targets.gemm(-rate, &of_targets, &backward, 1.0);
        self.network.step(lr);
    }

    fn singular_values(&mut self, out: &mut [f64]) {
        self.network.singular_values(out);
    }

    fn aligned(&mut self, out: &mut [f64]) {
        self.network.aligned(out);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::draw::TorchRng;
    use crate::model::full::FullNetwork;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn the_whole_last_layer_is_the_full_networks(
            hidden in prop::collection::vec(1_usize..12, 0..=3),
            n_items in 2_usize..7,
            n_features in 1_usize..40,
            n_epochs in 0_usize..40,
            seed in any::<u32>(),
        ) {
            let mut rng = TorchRng::new(seed);
            let weights: Vec<_> = init::shapes(n_items, &hidden, n_features)
                .into_iter()
                .map(|(n_out, n_in)| random(n_out, n_in, &mut rng))
                .collect();
            let targets = random(n_features, n_items, &mut rng);
            let mut full = FullNetwork::new(weights.clone(), targets.clone(), vec![]);
            let reduced = ReducedNetwork::from_weights(&weights, &targets, &[]);
            let mut whole = WholeNetwork::new(reduced);
            let lr = 0.1 * targets.len() as f64 / (1.0 + n_items as f64);
            for _ in 0..n_epochs {
                full.step(lr);
                whole.step(lr);
            }
            let total = whole.total(weights.last().expect("a layer"), &targets);
            prop_assert!((total - full.total()).amax() < 1e-9);
        }
    }
}
