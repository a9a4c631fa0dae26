//! The network as the tutorial writes it, at full size: the plain reading, and the judge of the
//! reduction. It favours the formula over speed on purpose.
//!
//! ∂loss/∂`W_l` = 2/(N·P) · (`W_L`…`W_{l+1}`)ᵀ E (`W_{l-1}`…`W_1`)ᵀ with E = `W_L`…`W_1` − Y, as in
//! Saxe, `McClelland` & Ganguli (2013), "Exact solutions to the nonlinear dynamics of learning in
//! deep linear neural networks", for one-hot inputs.

use nalgebra::DMatrix;

use super::engine::Engine;
use super::modes::DataModes;
use crate::experiment::Pair;

/// A deep linear network and the targets it learns.
#[derive(Clone, Debug)]
pub struct FullNetwork {
    /// `W_1` (h × P) … `W_L` (N × h).
    weights: Vec<DMatrix<f64>>,
    /// Y, N × P.
    targets: DMatrix<f64>,
    /// Activity behind each layer for all items: `W_l`…`W_1`, the last being `W_tot`.
    activity: Vec<DMatrix<f64>>,
    watched: Vec<Pair>,
    modes: DataModes,
    /// The singular values of `W_tot` when they were last queued.
    singular_values: Vec<f64>,
}

impl FullNetwork {
    /// A network with these first weights. Shapes must fit: `weights[0]` has as many columns as
    /// `targets`, the last as many rows.
    pub fn new(weights: Vec<DMatrix<f64>>, targets: DMatrix<f64>, watched: Vec<Pair>) -> Self {
        let modes = DataModes::of(&targets);
        let activity = activity(&weights);
        Self {
            weights,
            targets,
            activity,
            watched,
            modes,
            singular_values: Vec::new(),
        }
    }

    /// `W_tot` (N × P): one column an item, the network's predictions.
    pub fn total(&self) -> &DMatrix<f64> {
        self.activity.last().expect("a network has a layer")
    }

    /// The gradient of the loss for every layer, in the layer's shape.
    pub fn gradients(&self) -> Vec<DMatrix<f64>> {
        let n_layers = self.weights.len();
        let mut gradients = vec![DMatrix::zeros(0, 0); n_layers];
        // What arrives from above at the present layer's output: (W_L…W_{l+1})ᵀ E.
        let mut backward = (self.total() - &self.targets) * (2.0 / self.targets.len() as f64);
        for layer in (0..n_layers).rev() {
            gradients[layer] = match layer {
                0 => backward.clone(),
                _ => &backward * self.activity[layer - 1].transpose(),
            };
            backward = self.weights[layer].tr_mul(&backward);
        }
        gradients
    }
}

/// `W_1`, `W_2` `W_1`, … `W_L`…`W_1`.
fn activity(weights: &[DMatrix<f64>]) -> Vec<DMatrix<f64>> {
    let mut products: Vec<DMatrix<f64>> = Vec::with_capacity(weights.len());
    for weight in weights {
        let product = match products.last() {
            Some(below) => weight * below,
            None => weight.clone(),
        };
        products.push(product);
    }
    products
}

impl Engine for FullNetwork {
    fn loss(&self) -> f64 {
        (self.total() - &self.targets).norm_squared() / self.targets.len() as f64
    }

    fn similarities(&mut self, out: &mut [f64]) {
        let n_items = self.targets.ncols();
        let hidden = &self.activity[..self.activity.len() - 1];
        for (activity, rsm) in hidden.iter().zip(out.chunks_exact_mut(n_items * n_items)) {
            rsm.copy_from_slice(activity.tr_mul(activity).as_slice());
        }
    }

    fn predictions(&self, out: &mut [f64]) {
        for (out, pair) in out.iter_mut().zip(&self.watched) {
            *out = self.total()[(pair.feature, pair.item)];
        }
    }

    fn step(&mut self, lr: f64) {
        let gradients = self.gradients();
        for (weight, gradient) in self.weights.iter_mut().zip(gradients) {
            *weight -= lr * gradient;
        }
        self.activity = activity(&self.weights);
    }

    fn queue_singular_values(&mut self) -> bool {
        let mut values = vec![f64::NAN; self.targets.ncols()];
        if self.total().iter().all(|v| v.is_finite()) {
            // A QR first: the values of an N × P matrix are those of its P × P factor. Scaled,
            // since the iteration does not end on squares that overflow.
            let scale = self.total().amax().max(f64::MIN_POSITIVE);
            let factor = (self.total() / scale).qr().r();
            values.fill(0.0);
            for (value, of_factor) in values.iter_mut().zip(factor.singular_values().iter()) {
                *value = scale * of_factor;
            }
            values.sort_by(|a, b| b.total_cmp(a));
        }
        self.singular_values = values;
        true
    }

    fn singular_values(&mut self, out: &mut [f64]) {
        out.copy_from_slice(&self.singular_values);
    }

    fn aligned(&mut self, out: &mut [f64]) {
        self.modes.aligned(self.total(), out);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::draw::TorchRng;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn gradients_meet_central_differences(
            hidden in prop::collection::vec(1_usize..6, 0..=3),
            n_items in 2_usize..6,
            n_features in 1_usize..9,
            seed in any::<u32>(),
        ) {
            let mut rng = TorchRng::new(seed);
            let weights: Vec<_> = crate::experiment::shapes(n_items, &hidden, n_features)
                .into_iter()
                .map(|(n_out, n_in)| random(n_out, n_in, &mut rng))
                .collect();
            let targets = random(n_features, n_items, &mut rng);
            let loss = |weights: &[DMatrix<f64>]| {
                FullNetwork::new(weights.to_vec(), targets.clone(), vec![]).loss()
            };
            let gradients = FullNetwork::new(weights.clone(), targets.clone(), vec![]).gradients();
            let h = 1e-5;
            for layer in 0..weights.len() {
                for entry in 0..weights[layer].len() {
                    let mut moved = weights.clone();
                    moved[layer].as_mut_slice()[entry] += h;
                    let above = loss(&moved);
                    moved[layer].as_mut_slice()[entry] -= 2.0 * h;
                    let difference = (above - loss(&moved)) / (2.0 * h);
                    prop_assert!((gradients[layer].as_slice()[entry] - difference).abs() < 1e-8);
                }
            }
        }
    }
}
