//! A network in the frame of the exact reduction: the same training at a size that does not depend
//! on the features. Loss, inner weights, RSM and singular values are those of the full network;
//! [`super::reduction`] says why.
//!
//! It trains in the data's own item frame: `W_1`·V against T·V, V being the modes' item sides.
//! There a mode that is not learned yet lies in columns of its own, so it is rounded at its own
//! size and not at that of the largest, and stays right however small it is. What is recorded is
//! turned back to the items.

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use nalgebra::DMatrix;
use pulp::Simd;

use super::engine::Engine;
use super::kernel::{self, Scratch, WithSimd, widest};
use super::matrix::{Matrix, padded};
use super::modes::DataModes;
use super::spectrum::{SpectrumInput, SpectrumTracker};

/// A network in the reduced frame.
///
/// Rows and columns of every matrix, and hidden units with them, are padded with zeros to multiples
/// of eight; such units have no weights, get no gradient and stay dead. Columns are modes wherever
/// those of the full network are items.
#[derive(Clone, Debug)]
pub struct ReducedNetwork {
    /// `W_1`·V (h × P) … C (r × h).
    weights: Vec<Matrix>,
    /// Units of each layer but the last, without the dead ones.
    hidden: Vec<usize>,
    /// T·V, r × P.
    targets: Matrix,
    /// `W_l`…`W_1`·V for every layer, the last being Qᵀ `W_tot` V (r × P).
    activity: Vec<Matrix>,
    /// The error E in the reduced frame, then what arrives below it: one for each layer's output.
    backward: Vec<Matrix>,
    /// The transpose of each hidden layer's activity.
    turned: Vec<Matrix>,
    /// N·P of the full network.
    n_entries: f64,
    /// Mean squared error of the present weights.
    loss: f64,
    /// (row, item) of `W_tot` in the reduced frame for each watched pair.
    watched: Vec<(usize, usize)>,
    modes: DataModes,
    /// V, P × P.
    item_side: Matrix,
    /// Vᵀ.
    items_from_modes: Matrix,
    /// U, r × P.
    feature_side: Matrix,
    spectrum: SpectrumTracker,
    /// A P × P matrix on its way into a record.
    square: Matrix,
    scratch: Scratch,
}

impl ReducedNetwork {
    /// A network with first weights `W_1` … C, targets T, the N·P of the full network, the
    /// watched entries as (row of T, item), and the modes of the padded targets.
    ///
    /// # Panics
    /// If there is no layer, or shapes do not fit.
    pub fn new(
        weights: &[DMatrix<f64>],
        targets: DMatrix<f64>,
        n_entries: usize,
        watched: Vec<(usize, usize)>,
        modes: DataModes,
    ) -> Self {
        let (n_rows, n_items) = targets.shape();
        let hidden: Vec<usize> = weights.iter().map(DMatrix::nrows).collect();
        let (_, hidden) = hidden.split_last().expect("a network has a layer");
        let first = &weights[0] * &modes.item_side;
        let rest = weights[1..].iter().map(Matrix::of);
        let weights: Vec<Matrix> = [Matrix::of(&first)].into_iter().chain(rest).collect();
        let activity: Vec<_> = weights
            .iter()
            .map(|w| Matrix::zeros(w.n_rows(), n_items))
            .collect();
        let turned = weights.iter().map(|w| Matrix::zeros(n_items, w.n_rows()));
        let mut network = Self {
            backward: activity.clone(),
            turned: turned.take(hidden.len()).collect(),
            activity,
            n_entries: n_entries as f64,
            loss: f64::NAN,
            watched,
            item_side: Matrix::of(&modes.item_side),
            items_from_modes: Matrix::of(&modes.item_side.transpose()),
            feature_side: Matrix::of(&modes.feature_side),
            spectrum: SpectrumTracker::new((n_rows, n_items), hidden),
            square: Matrix::zeros(n_items, n_items),
            scratch: Scratch::default(),
            hidden: hidden.to_vec(),
            weights,
            targets: Matrix::of(&(targets * &modes.item_side)),
            modes,
        };
        widest(Forward(&mut network));
        network
    }

    /// Targets with the rows of zeros that the network gives them.
    pub(super) fn padded_targets(targets: DMatrix<f64>) -> DMatrix<f64> {
        let n_rows = padded(targets.nrows());
        targets.resize_vertically(n_rows, 0.0)
    }

    /// The data's own modes.
    pub fn modes(&self) -> &DataModes {
        &self.modes
    }

    /// The strength of each of the data's modes as it is now, u_αᵀ W_tot v_α.
    pub fn first_strengths(&mut self) -> Vec<f64> {
        let mut strengths = vec![0.0; self.modes.singular_values.len()];
        self.strengths(&mut strengths);
        strengths
    }

    /// `W_1` (h × P) and W_2 (rows × h) of a network with one hidden layer; none for other depths.
    pub fn first_and_last(&self) -> Option<(DMatrix<f64>, DMatrix<f64>)> {
        let ([first, last], [n_hidden]) = (self.weights.as_slice(), self.hidden.as_slice()) else {
            return None;
        };
        let last = last.to_dense(last.n_rows(), *n_hidden);
        Some((self.of_items(first, *n_hidden), last))
    }

    /// Activity that the last layer is given, h × P; none without a hidden layer.
    pub(super) fn given_to_last(&self) -> Option<DMatrix<f64>> {
        let below = self.hidden.len().checked_sub(1)?;
        Some(self.of_items(&self.activity[below], self.hidden[below]))
    }

    /// The first rows of a matrix whose columns are modes, with items as columns.
    fn of_items(&self, of_modes: &Matrix, n_rows: usize) -> DMatrix<f64> {
        let n_items = self.modes.item_side.nrows();
        of_modes.to_dense(n_rows, n_items) * self.modes.item_side.transpose()
    }

    /// 2·lr/(N·P) of the full network.
    pub(super) fn step_size(&self, lr: f64) -> f64 {
        2.0 * lr / self.n_entries
    }

    fn total(&self) -> &Matrix {
        self.activity.last().expect("a network has a layer")
    }

    #[inline(always)]
    fn forward<S: Simd>(&mut self, simd: S) {
        let last = self.weights.len() - 1;
        let first = self.activity[0].values_mut();
        first.copy_from_slice(self.weights[0].values());
        for (layer, weight) in self.weights.iter().enumerate().skip(1) {
            let (below, above) = self.activity.split_at_mut(layer);
            let (below, scratch) = (&below[layer - 1], &mut self.scratch);
            kernel::product(simd, &mut above[0], weight, below, scratch, |_, sum| sum);
        }
        let error = &mut self.backward[last];
        let square = kernel::difference(simd, error, &self.activity[last], &self.targets);
        self.loss = square / self.n_entries;
    }

    #[inline(always)]
    fn backward_and_forward<S: Simd>(&mut self, simd: S, lr: f64) {
        let step_size = -self.step_size(lr);
        let factor = simd.splat_f64s(step_size);
        let scratch = &mut self.scratch;
        for layer in (0..self.weights.len()).rev() {
            let (below, here) = self.backward.split_at_mut(layer);
            let (weight, here) = (&mut self.weights[layer], &here[0]);
            if layer == 0 {
                kernel::add_scaled(simd, weight, step_size, here);
                continue;
            }
            let arrives = &mut below[layer - 1];
            kernel::transposed_product(simd, arrives, weight, here, scratch, |_, sum| sum);
            let turned = &mut self.turned[layer - 1];
            turned.transpose_of(&self.activity[layer - 1]);
            kernel::product(simd, weight, here, turned, scratch, |old, sum| {
                simd.mul_add_e_f64s(factor, sum, old)
            });
        }
        self.forward(simd);
    }
}

/// The forward pass.
struct Forward<'a>(&'a mut ReducedNetwork);

impl WithSimd for Forward<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        self.0.forward(simd);
    }
}

/// A gradient step, and the forward pass behind it.
struct Step<'a>(&'a mut ReducedNetwork, f64);

impl WithSimd for Step<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        self.0.backward_and_forward(simd, self.1);
    }
}

/// The RSM of each hidden layer, in the items.
struct Similarities<'a>(&'a mut ReducedNetwork, &'a mut [f64]);

impl WithSimd for Similarities<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self(network, out) = self;
        let n_items = network.modes.singular_values.len();
        let (square, scratch) = (&mut network.square, &mut network.scratch);
        for (layer, out) in out.chunks_exact_mut(n_items * n_items).enumerate() {
            // What arrived is not asked for until the next step writes it anew, and has the shape.
            let (activity, of_items) = (&network.activity[layer], &mut network.backward[layer]);
            let back = &network.items_from_modes;
            kernel::product(simd, of_items, activity, back, scratch, |_, sum| sum);
            kernel::transposed_product(simd, square, of_items, of_items, scratch, |_, sum| sum);
            square.write_square(n_items, out);
        }
    }
}

/// `W_tot` in the data's modes.
struct Align<'a>(&'a mut ReducedNetwork, &'a mut [f64]);

impl WithSimd for Align<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self(network, out) = self;
        let total = network.activity.last().expect("a network has a layer");
        let (square, scratch) = (&mut network.square, &mut network.scratch);
        let feature_side = &network.feature_side;
        // Aᵀ row by row is A column by column.
        kernel::transposed_product(simd, square, total, feature_side, scratch, |_, sum| sum);
        square.write_square(network.modes.singular_values.len(), out);
    }
}

/// The diagonal of `W_tot` in the data's modes, each entry summed in the order in which the whole
/// matrix is, so to the same bits.
struct Strengths<'a>(&'a mut ReducedNetwork, &'a mut [f64]);

impl WithSimd for Strengths<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self(network, out) = self;
        let total = network.activity.last().expect("a network has a layer");
        let sums = &mut network.square.values_mut()[..total.n_cols()];
        sums.fill(0.0);
        let sums = S::as_mut_simd_f64s(sums).0;
        for row in 0..total.n_rows() {
            let total = S::as_simd_f64s(total.row(row)).0;
            let feature_side = S::as_simd_f64s(network.feature_side.row(row)).0;
            for (sum, (total, side)) in sums.iter_mut().zip(total.iter().zip(feature_side)) {
                *sum = simd.mul_add_e_f64s(*total, *side, *sum);
            }
        }
        out.copy_from_slice(&network.square.values()[..out.len()]);
    }
}

impl Engine for ReducedNetwork {
    fn loss(&self) -> f64 {
        self.loss
    }

    fn similarities(&mut self, out: &mut [f64]) {
        widest(Similarities(self, out));
    }

    fn predictions(&self, out: &mut [f64]) {
        for (out, &(row, item)) in out.iter_mut().zip(&self.watched) {
            let of_modes = self.total().row(row).iter().zip(self.item_side.row(item));
            *out = of_modes.map(|(total, side)| total * side).sum();
        }
    }

    fn step(&mut self, lr: f64) {
        widest(Step(self, lr));
    }

    fn queue_singular_values(&mut self) -> bool {
        let (total, factors) = total_and_factors(&self.activity, &self.weights);
        self.spectrum.queue(total, factors)
    }

    fn singular_values(&mut self, out: &mut [f64]) {
        self.spectrum.singular_values(out);
    }

    fn spectrum(&self) -> Option<SpectrumTracker> {
        let is_worth_it = self.spectrum.is_worth_a_thread();
        is_worth_it.then(|| self.spectrum.clone())
    }

    fn spectrum_input(&self) -> Option<SpectrumInput> {
        let (total, factors) = total_and_factors(&self.activity, &self.weights);
        let is_worth_it = self.spectrum.is_worth_a_thread();
        is_worth_it.then(|| self.spectrum.input(total, factors))
    }

    fn aligned(&mut self, out: &mut [f64]) {
        widest(Align(self, out));
    }

    fn strengths(&mut self, out: &mut [f64]) {
        widest(Strengths(self, out));
    }
}

/// `W_tot`, and the last layer with what it is given, of which it is the product; no such factors
/// without a hidden layer.
fn total_and_factors<'a>(
    activity: &'a [Matrix],
    weights: &'a [Matrix],
) -> (&'a Matrix, Option<(&'a Matrix, &'a Matrix)>) {
    let (total, below) = activity.split_last().expect("a network has a layer");
    let last = weights.last().expect("a network has a layer");
    (total, below.last().map(|given| (last, given)))
}
