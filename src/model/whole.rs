//! `W_tot` with all N rows of a network that was trained reduced.
//!
//! Every step adds to `W_L` the error times Hᵀ, H (h × P) being what the layer is given; the error
//! is `W_L` H − Y. So the rows of `W_L`(t) are those of `W_L`(0) and Y, mixed alike for every one:
//!
//! `W_L`(t) = `W_L`(0)·M + Y·K, M (h × h) from the identity and K (P × h) from zero,
//! M ← M − step_size·(M H)·Hᵀ, K ← K − step_size·(K H − I)·Hᵀ, step_size = 2·lr/(N·P).
//!
//! M and K do not know N, so they are followed along with the reduction, and `W_tot` = `W_L` H is
//! made once, at the end. Without a hidden layer H is the P × P identity.

use nalgebra::DMatrix;

use super::engine::Engine;
use super::reduced::ReducedNetwork;
use super::spectrum::{SpectrumInput, SpectrumTracker};

/// A reduced network in training, with what it takes to have its `W_tot` whole.
#[derive(Clone, Debug)]
pub struct WholeNetwork {
    network: ReducedNetwork,
    /// M, h × h.
    kept: DMatrix<f64>,
    /// K, P × h.
    taken: DMatrix<f64>,
}

impl WholeNetwork {
    /// Follows `network`, at its first weights.
    pub fn new(network: ReducedNetwork) -> Self {
        let n_items = network.modes().singular_values.len();
        let n_in = network
            .given_to_last()
            .map_or(n_items, |given| given.nrows());
        Self {
            network,
            kept: DMatrix::identity(n_in, n_in),
            taken: DMatrix::zeros(n_items, n_in),
        }
    }

    /// The present `W_tot` (N × P), from the first `W_L` (N × h) and the targets (N × P).
    pub fn total(&self, first: &DMatrix<f64>, targets: &DMatrix<f64>) -> DMatrix<f64> {
        match self.network.given_to_last() {
            None => first * &self.kept + targets * &self.taken,
            Some(given) => {
                let kept = &self.kept * &given;
                first * kept.rows(0, first.ncols()) + targets * (&self.taken * given)
            }
        }
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
        let Self {
            network,
            kept,
            taken,
            ..
        } = self;
        let step_size = network.step_size(lr);
        match network.given_to_last() {
            None => {
                *kept *= 1.0 - step_size;
                *taken *= 1.0 - step_size;
                taken.fill_diagonal(taken[(0, 0)] + step_size);
            }
            Some(h) => {
                let h_t = h.transpose();
                let mut missing = &*taken * &h;
                for item in 0..missing.nrows() {
                    missing[(item, item)] -= 1.0;
                }
                *taken -= missing * &h_t * step_size;
                *kept -= &*kept * &h * (h_t * step_size);
            }
        }
        network.step(lr);
    }

    fn queue_singular_values(&mut self) -> bool {
        self.network.queue_singular_values()
    }

    fn singular_values(&mut self, out: &mut [f64]) {
        self.network.singular_values(out);
    }

    fn spectrum(&self) -> Option<SpectrumTracker> {
        self.network.spectrum()
    }

    fn spectrum_input(&self) -> Option<SpectrumInput> {
        self.network.spectrum_input()
    }

    fn aligned(&mut self, out: &mut [f64]) {
        self.network.aligned(out);
    }

    fn strengths(&mut self, out: &mut [f64]) {
        self.network.strengths(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;
    use crate::model::full::FullNetwork;
    use crate::model::init;

    #[test]
    fn the_whole_network_equals_the_full_one() {
        let recipe = TreeRecipe {
            n_features: 200,
            ..TreeRecipe::default()
        };
        let targets = recipe.sample().targets;
        for (hidden, lr, gamma) in [
            (vec![], 80.0, 1.0),
            (vec![30], 4.0, 1e-6),
            (vec![5], 4.0, 1.0),
            (vec![12, 9], 1.0, 1.0),
        ] {
            let shapes = crate::experiment::shapes(8, &hidden, 200);
            let layers = init::draw(&shapes, 3);
            let weights: Vec<_> = layers
                .iter()
                .map(|layer| layer.scaled(init::sigma(gamma, layer.shape())))
                .collect();
            let mut full = FullNetwork::new(weights.clone(), targets.clone(), vec![]);
            let reduced = ReducedNetwork::from_weights(&weights, &targets, &[]);
            let mut whole = WholeNetwork::new(reduced);
            for _ in 0..300 {
                full.step(lr);
                whole.step(lr);
            }
            assert!(full.loss() < 0.9, "something is learned: {}", full.loss());
            let total = whole.total(weights.last().unwrap(), &targets);
            assert!((total - full.total()).amax() < 1e-9, "{hidden:?}");
        }
    }
}
