//! A network in the frame of the exact reduction: the same training at a size that does not depend
//! on the features. Loss, inner weights, RSM and singular values are those of the full network;
//! [`reduction`] says why.

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use nalgebra::DMatrix;

use super::engine::Engine;
use super::kernel::Work;
use super::kernel::{self, padded, widest};
use super::modes::DataModes;
use super::reduction::{self, Reduction};
use super::spectrum::SpectrumTracker;
use crate::experiment::Pair;

/// A network in the reduced frame.
///
/// Rows of every matrix, and hidden units with them, are padded with zeros to multiples of eight;
/// such units have no weights, get no gradient and stay dead.
#[derive(Clone, Debug)]
pub struct ReducedNetwork {
    /// `W_1` (h × P) … C (r × h).
    weights: Vec<DMatrix<f64>>,
    /// T, r × P.
    targets: DMatrix<f64>,
    /// `W_l`…`W_1` for every layer, the last being Qᵀ `W_tot` (r × P).
    activity: Vec<DMatrix<f64>>,
    /// The error E in the reduced frame, then what arrives below it: one for each layer's output.
    backward: Vec<DMatrix<f64>>,
    /// N·P of the full network.
    n_entries: f64,
    /// (row, column) of `W_tot` in the reduced frame for each watched pair.
    watched: Vec<(usize, usize)>,
    modes: DataModes,
    spectrum: SpectrumTracker,
    /// An RSM, P × P.
    rsm: DMatrix<f64>,
    /// `W_tot` in the modes' item sides, r × P.
    along_modes: DMatrix<f64>,
    /// `along_modes` in the modes' features sides, P × P.
    aligned: DMatrix<f64>,
}

impl ReducedNetwork {
    /// A network with first weights `W_1` … C, targets T, the N·P of the full network, the
    /// watched entries as (row of T, item), and the modes of the padded targets. Shapes must fit.
    pub fn new(
        weights: Vec<DMatrix<f64>>,
        targets: DMatrix<f64>,
        n_entries: usize,
        watched: Vec<(usize, usize)>,
        modes: DataModes,
    ) -> Self {
        let targets = Self::padded_targets(targets);
        let (n_rows, n_items) = targets.shape();
        let weights: Vec<_> = weights
            .into_iter()
            .enumerate()
            .map(with_dead_units)
            .collect();
        let activity: Vec<_> = weights
            .iter()
            .map(|w| DMatrix::zeros(w.nrows(), n_items))
            .collect();
        let mut network = Self {
            backward: activity.clone(),
            activity,
            n_entries: n_entries as f64,
            watched,
            modes,
            spectrum: SpectrumTracker::new(n_rows, n_items),
            rsm: DMatrix::zeros(n_items, n_items),
            along_modes: DMatrix::zeros(n_rows, n_items),
            aligned: DMatrix::zeros(n_items, n_items),
            weights,
            targets,
        };
        network.forward();
        network
    }

    /// Targets with the rows of zeros that the network gives them.
    pub(super) fn padded_targets(targets: DMatrix<f64>) -> DMatrix<f64> {
        let n_rows = padded(targets.nrows());
        targets.resize_vertically(n_rows, 0.0)
    }

    /// The reduction of a full network with these first weights `W_1` … `W_L` and targets (N × P).
    ///
    /// # Panics
    /// If there is no layer.
    pub fn from_weights(
        weights: &[DMatrix<f64>],
        targets: &DMatrix<f64>,
        watched: &[Pair],
    ) -> Self {
        let reduced = Self::from_weights_unless(weights, targets, watched, &mut || false);
        reduced.expect("never cancelled")
    }

    /// As [`ReducedNetwork::from_weights`]; `None` if cancelled.
    ///
    /// # Panics
    /// If there is no layer.
    pub fn from_weights_unless(
        weights: &[DMatrix<f64>],
        targets: &DMatrix<f64>,
        watched: &[Pair],
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let (last, inner) = weights.split_last().expect("a network has a layer");
        let (n_outputs, n_items) = targets.shape();
        let reduction = Reduction::unless(
            reduction::named(watched.iter().map(|pair| pair.feature)),
            (n_outputs, n_items, last.ncols()),
            |row, item| targets[(row, item)],
            |row, unit| last[(row, unit)],
            is_cancelled,
        )?;
        let reduced = reduction.targets(|feature, item| targets[(feature, item)]);
        let modes = DataModes::of(&Self::padded_targets(reduced.clone()));
        Some(reduction.network(inner.iter().cloned(), 1.0, reduced, watched, modes))
    }

    /// The data's own modes.
    pub fn modes(&self) -> &DataModes {
        &self.modes
    }

    /// The strength of each of the data's modes as it is now, u_αᵀ W_tot v_α.
    pub fn first_strengths(&mut self) -> Vec<f64> {
        let n_modes = self.modes.singular_values.len();
        let mut aligned = vec![0.0; n_modes * n_modes];
        self.aligned(&mut aligned);
        aligned.into_iter().step_by(n_modes + 1).collect()
    }

    /// `W_1` (h × P) and W_2 (rows × h) of a network with one hidden layer; none for other depths.
    pub fn first_and_last(&self) -> Option<(&DMatrix<f64>, &DMatrix<f64>)> {
        let [first, last] = self.weights.as_slice() else {
            return None;
        };
        Some((first, last))
    }

    /// Activity that the last layer is given, padded h × P; none without a hidden layer.
    pub(super) fn given_to_last(&self) -> Option<&DMatrix<f64>> {
        let below = self.weights.len().checked_sub(2)?;
        Some(&self.activity[below])
    }

    /// 2·lr/(N·P) of the full network.
    pub(super) fn rate(&self, lr: f64) -> f64 {
        2.0 * lr / self.n_entries
    }

    fn total(&self) -> &DMatrix<f64> {
        self.activity.last().expect("a network has a layer")
    }

    #[inline(always)]
    fn forward(&mut self) {
        let last = self.weights.len() - 1;
        self.activity[0].copy_from(&self.weights[0]);
        for (layer, weight) in self.weights.iter().enumerate().skip(1) {
            let (below, above) = self.activity.split_at_mut(layer);
            let below = &below[layer - 1];
            kernel::product(&mut above[0], weight, |k, j| below[(k, j)]);
        }
        let predicted = self.activity[last]
            .as_slice()
            .iter()
            .zip(self.targets.as_slice());
        for (error, (predicted, target)) in self.backward[last].iter_mut().zip(predicted) {
            *error = predicted - target;
        }
    }

    #[inline(always)]
    fn backward_and_forward(&mut self, lr: f64) {
        let rate = self.rate(lr);
        for layer in (0..self.weights.len()).rev() {
            let (below, here) = self.backward.split_at_mut(layer);
            let weight = &mut self.weights[layer];
            if layer == 0 {
                let arrived = here[0].as_slice();
                for (w, d) in weight.as_mut_slice().iter_mut().zip(arrived) {
                    *w -= rate * d;
                }
            } else {
                kernel::transposed_product(&mut below[layer - 1], weight, &here[0]);
                let activity = &self.activity[layer - 1];
                kernel::add_product(weight, -rate, &here[0], |k, j| activity[(j, k)]);
            }
        }
        self.forward();
    }
}

/// A layer with rows of zeros up to a multiple of eight, and columns for those of the layer below.
fn with_dead_units((layer, weight): (usize, DMatrix<f64>)) -> DMatrix<f64> {
    let (n_rows, n_cols) = weight.shape();
    let n_cols = if layer == 0 { n_cols } else { padded(n_cols) };
    weight.resize(padded(n_rows), n_cols, 0.0)
}

/// A gradient step, and the forward pass behind it.
struct Step<'a>(&'a mut ReducedNetwork, f64);

impl Work for Step<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.0.backward_and_forward(self.1);
    }
}

/// The RSM of a layer's activity.
struct Gram<'a>(&'a mut DMatrix<f64>, &'a DMatrix<f64>);

impl Work for Gram<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        kernel::transposed_product(self.0, self.1, self.1);
    }
}

/// `W_tot` in the data's modes.
struct Align<'a> {
    aligned: &'a mut DMatrix<f64>,
    along_modes: &'a mut DMatrix<f64>,
    total: &'a DMatrix<f64>,
    modes: &'a DataModes,
}

impl Work for Align<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let item_side = &self.modes.item_side;
        kernel::product(self.along_modes, self.total, |k, j| item_side[(k, j)]);
        kernel::transposed_product(self.aligned, &self.modes.feature_side, self.along_modes);
    }
}

impl Engine for ReducedNetwork {
    fn loss(&self) -> f64 {
        let error = self
            .backward
            .last()
            .expect("a network has a layer")
            .as_slice();
        kernel::dot(error, error) / self.n_entries
    }

    fn similarities(&mut self, out: &mut [f64]) {
        let Self { activity, rsm, .. } = self;
        let hidden = &activity[..activity.len() - 1];
        for (activity, out) in hidden.iter().zip(out.chunks_exact_mut(rsm.len())) {
            widest(Gram(rsm, activity));
            out.copy_from_slice(rsm.as_slice());
        }
    }

    fn predictions(&self, out: &mut [f64]) {
        for (out, &entry) in out.iter_mut().zip(&self.watched) {
            *out = self.total()[entry];
        }
    }

    fn step(&mut self, lr: f64) {
        widest(Step(self, lr));
    }

    fn singular_values(&mut self, out: &mut [f64]) {
        let total = self.activity.last().expect("a network has a layer");
        self.spectrum.singular_values(total, out);
    }

    fn aligned(&mut self, out: &mut [f64]) {
        let total = self.activity.last().expect("a network has a layer");
        let Self {
            modes,
            along_modes,
            aligned,
            ..
        } = self;
        widest(Align {
            aligned,
            along_modes,
            total,
            modes,
        });
        out.copy_from_slice(aligned.as_slice());
    }
}
