//! The exact reduction: the same training at a size that does not depend on the features.
//!
//! Only `W_L` has N rows, and every step adds to it E·(…)ᵀ, whose columns lie in
//! span[Y, `W_L`(0)]. With an orthonormal basis Q of that span, `W_L`(t) = Q C(t) at every epoch,
//! exactly, where C is trained against T = Qᵀ Y with the same factor 2/(N·P). Loss, inner
//! weights, RSM and singular values are those of the full network.
//!
//! Q is block diagonal: an orthonormal basis for the features nobody asks about, found by a QR
//! decomposition of [Y | `W_L`(0)], and a unit vector for each *named* feature (the user's and the
//! watched), whose row of C·…·`W_1` is then its prediction. Naming costs a row, not a solve.

use nalgebra::DMatrix;

use super::engine::Engine;
use super::experiment::Pair;
use super::modes::DataModes;
use super::spectrum::Spectrum;

/// Rows decomposed at a time: about what a core's cache holds.
const BLOCK_ROWS: usize = 1024;

/// The triangular factor R of an n × `n_cols` matrix, given row by row; min(n, `n_cols`) rows.
/// None if `is_unwanted` says so between two blocks.
///
/// The rows are taken block by block beneath the factor so far (Demmel et al. 2012,
/// "Communication-optimal parallel and sequential QR"), so the matrix is never held whole.
pub fn triangular_factor(
    rows: impl Iterator<Item = usize>,
    n_cols: usize,
    entry: impl Fn(usize, usize) -> f64,
    is_unwanted: &mut dyn FnMut() -> bool,
) -> Option<DMatrix<f64>> {
    let mut rows = rows.peekable();
    let mut factor = DMatrix::zeros(0, n_cols);
    while rows.peek().is_some() {
        if is_unwanted() {
            return None;
        }
        let block: Vec<usize> = rows.by_ref().take(BLOCK_ROWS).collect();
        let above = factor.nrows();
        let mut stacked = factor.resize_vertically(above + block.len(), 0.0);
        for col in 0..n_cols {
            for (i, &row) in block.iter().enumerate() {
                stacked[(above + i, col)] = entry(row, col);
            }
        }
        factor = stacked.qr().unpack_r();
    }
    Some(factor)
}

/// A network in the reduced frame.
#[derive(Clone, Debug)]
pub struct ReducedNetwork {
    /// `W_1` (h × P) … C (r × h).
    weights: Vec<DMatrix<f64>>,
    /// T, r × P.
    targets: DMatrix<f64>,
    /// `W_l`…`W_1` for every layer, the last being Qᵀ `W_tot` (r × P).
    activity: Vec<DMatrix<f64>>,
    /// The hidden layers' activity transposed, P × h: the H of the tutorial.
    activity_by_item: Vec<DMatrix<f64>>,
    /// The error E in the reduced frame, then what arrives below it: one for each layer's output.
    backward: Vec<DMatrix<f64>>,
    /// N·P of the full network.
    n_entries: f64,
    /// (row, column) of `W_tot` in the reduced frame for each watched pair.
    watched: Vec<(usize, usize)>,
    modes: DataModes,
    spectrum: Spectrum,
}

impl ReducedNetwork {
    /// A network with first weights `W_1` … C, targets T, the N·P of the full network, and the
    /// watched entries as (row of T, item). Shapes must fit.
    pub fn new(
        weights: Vec<DMatrix<f64>>,
        targets: DMatrix<f64>,
        n_entries: usize,
        watched: Vec<(usize, usize)>,
        modes: DataModes,
    ) -> Self {
        let n_items = targets.ncols();
        let activity: Vec<_> = weights
            .iter()
            .map(|w| DMatrix::zeros(w.nrows(), n_items))
            .collect();
        let activity_by_item = weights[1..]
            .iter()
            .map(|w| DMatrix::zeros(n_items, w.ncols()))
            .collect();
        let mut network = Self {
            backward: activity.clone(),
            activity,
            activity_by_item,
            n_entries: n_entries as f64,
            watched,
            modes,
            spectrum: Spectrum::new(targets.nrows(), n_items),
            weights,
            targets,
        };
        network.forward();
        network
    }

    /// The reduction of a full network with these first weights `W_1` … `W_L` and targets (N × P).
    pub fn from_weights(
        weights: &[DMatrix<f64>],
        targets: &DMatrix<f64>,
        watched: &[Pair],
    ) -> Self {
        let (last, inner) = weights.split_last().expect("a network has a layer");
        let (n_outputs, n_items) = targets.shape();
        let mut named: Vec<usize> = watched.iter().map(|pair| pair.feature).collect();
        named.sort_unstable();
        named.dedup();
        let unnamed = (0..n_outputs).filter(|row| named.binary_search(row).is_err());
        let entry = |row, col| {
            if col < n_items {
                targets[(row, col)]
            } else {
                last[(row, col - n_items)]
            }
        };
        let factor = triangular_factor(unnamed, n_items + last.ncols(), entry, &mut || false)
            .expect("nobody interrupts");
        let n_factor = factor.nrows();
        let stacked = |columns: std::ops::Range<usize>, whole: &DMatrix<f64>| {
            DMatrix::from_fn(n_factor + named.len(), columns.len(), |row, col| match row
                .checked_sub(n_factor)
            {
                None => factor[(row, columns.start + col)],
                Some(i) => whole[(named[i], col)],
            })
        };
        let reduced_targets = stacked(0..n_items, targets);
        let reduced_last = stacked(n_items..n_items + last.ncols(), last);
        let row_of = |feature| n_factor + named.binary_search(&feature).expect("it was named");
        let watched = watched.iter().map(|pair| (row_of(pair.feature), pair.item));
        let modes = DataModes::of(&reduced_targets);
        Self::new(
            inner.iter().cloned().chain([reduced_last]).collect(),
            reduced_targets,
            targets.len(),
            watched.collect(),
            modes,
        )
    }

    /// The present weights `W_1` … C.
    pub fn weights(&self) -> &[DMatrix<f64>] {
        &self.weights
    }

    /// The data's own modes.
    pub fn modes(&self) -> &DataModes {
        &self.modes
    }

    fn total(&self) -> &DMatrix<f64> {
        self.activity.last().expect("a network has a layer")
    }

    fn forward(&mut self) {
        let Self {
            weights,
            activity,
            activity_by_item,
            ..
        } = self;
        activity[0].copy_from(&weights[0]);
        for layer in 1..weights.len() {
            let (below, above) = activity.split_at_mut(layer);
            below[layer - 1].transpose_to(&mut activity_by_item[layer - 1]);
            above[0].gemm(1.0, &weights[layer], &below[layer - 1], 0.0);
        }
        let last = weights.len() - 1;
        self.backward[last].copy_from(&self.activity[last]);
        self.backward[last] -= &self.targets;
    }
}

impl Engine for ReducedNetwork {
    fn loss(&self) -> f64 {
        let error = self.backward.last().expect("a network has a layer");
        error.norm_squared() / self.n_entries
    }

    fn similarities(&self, out: &mut [f64]) {
        let n_items = self.targets.ncols();
        let mut rsm = DMatrix::zeros(n_items, n_items);
        let layers = self.activity_by_item.iter().zip(&self.activity);
        for ((by_item, activity), out) in layers.zip(out.chunks_exact_mut(n_items * n_items)) {
            rsm.gemm(1.0, by_item, activity, 0.0);
            out.copy_from_slice(rsm.as_slice());
        }
    }

    fn predictions(&self, out: &mut [f64]) {
        for (out, &entry) in out.iter_mut().zip(&self.watched) {
            *out = self.total()[entry];
        }
    }

    fn step(&mut self, lr: f64) {
        let rate = 2.0 * lr / self.n_entries;
        for layer in (0..self.weights.len()).rev() {
            let (below, here) = self.backward.split_at_mut(layer);
            let weight = &mut self.weights[layer];
            if layer == 0 {
                weight.zip_apply(&here[0], |w, d| *w -= rate * d);
            } else {
                below[layer - 1].gemm_tr(1.0, weight, &here[0], 0.0);
                weight.gemm(-rate, &here[0], &self.activity_by_item[layer - 1], 1.0);
            }
        }
        self.forward();
    }

    fn singular_values(&mut self, out: &mut [f64]) {
        let total = self.activity.last().expect("a network has a layer");
        self.spectrum.singular_values(total, out);
    }

    fn strengths(&self, out: &mut [f64]) {
        self.modes.strengths(self.total(), out);
    }
}
