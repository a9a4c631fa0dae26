//! The whole last layer of a network that was trained reduced: `W_L` and `W_tot` with all N rows.
//!
//! Every step adds to `W_L` the error times Hᵀ, H (h × P) being what the layer is given; the error
//! is `W_L` H − Y. So the rows of `W_L`(t) are those of `W_L`(0) and Y, mixed alike for every one:
//!
//! `W_L`(t) = `W_L`(0)·M + Y·K, M (h × h) from the identity and K (P × h) from zero,
//! M ← M − rate·(M H)·Hᵀ, K ← K − rate·(K H − I)·Hᵀ, rate = 2·lr/(N·P).
//!
//! M and K do not know N, so they are followed along with the reduction, and any block of rows can
//! be made at the end: a file of a million features is never held whole. Without a hidden layer H
//! is the P × P identity.

use nalgebra::DMatrix;

use super::engine::Engine;
use super::experiment::Pair;
use super::reduced::ReducedNetwork;

/// A reduced network in training, with what it takes to have its last layer whole.
#[derive(Clone, Debug)]
pub struct WholeNetwork {
    network: ReducedNetwork,
    /// Units of each hidden layer, without padding.
    hidden: Vec<usize>,
    n_items: usize,
    /// M, padded h × h.
    kept: DMatrix<f64>,
    /// K, P × padded h.
    taken: DMatrix<f64>,
}

impl WholeNetwork {
    /// Follows `network`, at its first weights, which has these hidden layers.
    pub fn new(network: ReducedNetwork, hidden: &[usize]) -> Self {
        let n_items = network.modes().singular_values.len();
        let n_in = network.given_to_last().map_or(n_items, DMatrix::nrows);
        Self {
            network,
            hidden: hidden.to_vec(),
            n_items,
            kept: DMatrix::identity(n_in, n_in),
            taken: DMatrix::zeros(n_items, n_in),
        }
    }

    /// The reduction of a full network with these first weights `W_1` … `W_L` and targets (N × P).
    pub fn from_weights(
        weights: &[DMatrix<f64>],
        targets: &DMatrix<f64>,
        watched: &[Pair],
    ) -> Self {
        let n_hidden = weights.len().saturating_sub(1);
        let hidden: Vec<usize> = weights[..n_hidden].iter().map(DMatrix::nrows).collect();
        Self::new(
            ReducedNetwork::from_weights(weights, targets, watched),
            &hidden,
        )
    }

    /// The network that is followed.
    pub fn network(&self) -> &ReducedNetwork {
        &self.network
    }

    /// The present `W_1` … `W_{L−1}`, in their full and only size.
    pub fn inner_weights(&self) -> Vec<DMatrix<f64>> {
        let mut n_in = self.n_items;
        let weights = self.network.weights().iter().zip(&self.hidden);
        weights
            .map(|(weight, &n_out)| {
                let whole = weight.view((0, 0), (n_out, n_in)).into_owned();
                n_in = n_out;
                whole
            })
            .collect()
    }

    /// Rows of the present `W_L` (n × h), from the same rows of the first `W_L` (n × h) and of the
    /// targets (n × P).
    pub fn last_weights(&self, first: &DMatrix<f64>, targets: &DMatrix<f64>) -> DMatrix<f64> {
        let n_in = first.ncols();
        first * self.kept.view((0, 0), (n_in, n_in)) + targets * self.taken.columns(0, n_in)
    }

    /// Rows of the present `W_tot` (n × P), from the same rows as [`WholeNetwork::last_weights`].
    pub fn total(&self, first: &DMatrix<f64>, targets: &DMatrix<f64>) -> DMatrix<f64> {
        let n_in = first.ncols();
        match self.network.given_to_last() {
            None => self.last_weights(first, targets),
            Some(given) => {
                let kept = &self.kept * given;
                first * kept.rows(0, n_in) + targets * (&self.taken * given)
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
        let rate = network.rate(lr);
        match network.given_to_last() {
            None => {
                *kept *= 1.0 - rate;
                *taken *= 1.0 - rate;
                taken.fill_diagonal(taken[(0, 0)] + rate);
            }
            Some(h) => {
                let h_t = h.transpose();
                let mut missing = &*taken * h;
                for item in 0..self.n_items {
                    missing[(item, item)] -= 1.0;
                }
                *taken -= missing * &h_t * rate;
                *kept -= &*kept * h * (h_t * rate);
            }
        }
        network.step(lr);
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
    use super::*;
    use crate::data::TreeRecipe;
    use crate::model::full::FullNetwork;
    use crate::model::init;

    #[test]
    fn it_is_the_full_network() {
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
            let shapes = init::shapes(8, &hidden, 200);
            let layers = init::draw(&shapes, 3);
            let weights: Vec<_> = layers
                .iter()
                .map(|layer| layer.scaled(init::sigma(gamma, layer.shape())))
                .collect();
            let mut full = FullNetwork::new(weights.clone(), targets.clone(), vec![]);
            let mut whole = WholeNetwork::from_weights(&weights, &targets, &[]);
            for _ in 0..300 {
                full.step(lr);
                whole.step(lr);
            }
            assert!(full.loss() < 0.9, "something is learned: {}", full.loss());
            let (first, n_hidden) = (weights.last().unwrap(), hidden.len());
            let last = whole.last_weights(first, &targets);
            assert!(
                (last - &full.weights()[n_hidden]).amax() < 1e-9,
                "{hidden:?}"
            );
            let total = whole.total(first, &targets);
            assert!((total - full.total()).amax() < 1e-9, "{hidden:?}");
            let inner = whole.inner_weights();
            assert_eq!(inner.len(), n_hidden);
            for (ours, theirs) in inner.iter().zip(full.weights()) {
                assert!((ours - theirs).amax() < 1e-9, "{hidden:?}");
            }
        }
    }

    #[test]
    fn rows_can_be_made_a_block_at_a_time() {
        let recipe = TreeRecipe {
            n_features: 50,
            ..TreeRecipe::default()
        };
        let targets = recipe.sample().targets;
        let shapes = init::shapes(8, &[30], 50);
        let weights: Vec<_> = init::draw(&shapes, 3)
            .iter()
            .map(|l| l.scaled(0.1))
            .collect();
        let mut whole = WholeNetwork::from_weights(&weights, &targets, &[]);
        for _ in 0..20 {
            whole.step(1.0);
        }
        let block = |rows: std::ops::Range<usize>| {
            let rows = |m: &DMatrix<f64>| m.rows(rows.start, rows.len()).into_owned();
            whole.last_weights(&rows(&weights[1]), &rows(&targets))
        };
        let all = whole.last_weights(&weights[1], &targets);
        assert!((all.rows(0, 20) - block(0..20)).amax() < 1e-14);
        assert!((all.rows(20, 30) - block(20..50)).amax() < 1e-14);
    }
}
