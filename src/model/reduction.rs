//! The basis of the exact reduction, and first weights and targets in it.
//!
//! Only `W_L` has N rows, and every step adds to it E·(…)ᵀ, whose columns lie in
//! span[Y, `W_L`(0)]. With an orthonormal basis Q of that span, `W_L`(t) = Q C(t) at every epoch,
//! exactly, where C is trained against T = Qᵀ Y with the same factor 2/(N·P).
//!
//! Q is block diagonal: an orthonormal basis for the features nobody asks about, found by a QR
//! decomposition of [Y | `W_L`(0)], and a unit vector for each *named* feature (the user's and the
//! watched), whose row of C·…·`W_1` is then its prediction. Naming costs a row, not a solve.

use std::ops::Range;

use nalgebra::DMatrix;

use super::modes::DataModes;
use super::reduced::ReducedNetwork;
use crate::experiment::Pair;
use crate::join::{InTurn, Join, both};

/// Rows decomposed at a time: about what a core's cache holds.
const BLOCK_ROWS: usize = 1024;

/// The triangular factor R of an n × `n_cols` matrix, given row by row; min(n, `n_cols`) rows.
/// `None` if cancelled; `is_cancelled` is asked between two blocks.
///
/// The rows are taken block by block beneath the factor so far (Demmel et al. 2012,
/// "Communication-optimal parallel and sequential QR"), so the matrix is never held whole.
pub fn triangular_factor(
    rows: impl Iterator<Item = usize>,
    n_cols: usize,
    entry: impl Fn(usize, usize) -> f64,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<DMatrix<f64>> {
    let mut rows = rows.peekable();
    let mut factor = DMatrix::zeros(0, n_cols);
    while rows.peek().is_some() {
        if is_cancelled() {
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

/// As [`triangular_factor`], the two halves of many rows side by side if `join` can: the same factor
/// to the bit whether it can or not.
fn factor_of_halves(
    rows: &[usize],
    n_cols: usize,
    entry: impl Fn(usize, usize) -> f64 + Sync,
    join: &dyn Join,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<DMatrix<f64>> {
    let factor_of = |rows: &[usize], is_cancelled: &mut dyn FnMut() -> bool| {
        triangular_factor(rows.iter().copied(), n_cols, &entry, is_cancelled)
    };
    if rows.len() < 4 * BLOCK_ROWS {
        return factor_of(rows, is_cancelled);
    }
    let (first, second) = rows.split_at(rows.len() / 2);
    let (upper, lower) = both(
        join,
        is_cancelled,
        |is_cancelled| factor_of(first, is_cancelled),
        |is_cancelled| factor_of(second, is_cancelled),
    )?;
    let above = upper.nrows();
    let mut stacked = upper.resize_vertically(above + lower.nrows(), 0.0);
    stacked.rows_mut(above, lower.nrows()).copy_from(&lower);
    Some(stacked.qr().unpack_r())
}

/// The reduction of targets Y (N × P) and of what `W_L`(0) (N × h) is before it is scaled.
#[derive(Clone, Debug)]
pub struct Reduction {
    /// R of [Y | `W_L`] over all features that are not named.
    factor: DMatrix<f64>,
    /// Indices of the named features, ascending.
    named: Vec<usize>,
    /// Rows of `W_L` for the named features.
    named_last: DMatrix<f64>,
    n_outputs: usize,
    n_items: usize,
}

/// Indices of features in the order of a reduction: ascending, each once.
pub fn named(features: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut named: Vec<usize> = features.collect();
    named.sort_unstable();
    named.dedup();
    named
}

impl Reduction {
    /// Of targets (`n_outputs` × `n_items`) and of `W_L` (`n_outputs` × `n_in`), read entry by
    /// entry, with the features of [`named`] kept apart. `None` if cancelled.
    pub fn unless(
        named: Vec<usize>,
        (n_outputs, n_items, n_in): (usize, usize, usize),
        target: impl Fn(usize, usize) -> f64 + Sync,
        last: impl Fn(usize, usize) -> f64 + Sync,
        join: &dyn Join,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let unnamed = (0..n_outputs).filter(|row| named.binary_search(row).is_err());
        let unnamed: Vec<usize> = unnamed.collect();
        let entry = |row, col| match usize::checked_sub(col, n_items) {
            None => target(row, col),
            Some(unit) => last(row, unit),
        };
        Some(Self {
            factor: factor_of_halves(&unnamed, n_items + n_in, entry, join, is_cancelled)?,
            named_last: DMatrix::from_fn(named.len(), n_in, |i, unit| last(named[i], unit)),
            named,
            n_outputs,
            n_items,
        })
    }

    /// T: the factor's rows, then `taught(feature, item)` for the named features.
    pub fn targets(&self, taught: impl Fn(usize, usize) -> f64) -> DMatrix<f64> {
        self.stacked(0..self.n_items, |i, item| taught(self.named[i], item))
    }

    /// The network with inner first weights `W_1` … `W_{L-1}` and `scale` times `W_L`, taught
    /// [`Reduction::targets`], whose modes are `modes`.
    ///
    /// # Panics
    /// If a watched feature is not named.
    pub fn network(
        &self,
        inner: impl Iterator<Item = DMatrix<f64>>,
        scale: f64,
        targets: DMatrix<f64>,
        watched: &[Pair],
        modes: DataModes,
    ) -> ReducedNetwork {
        let columns = self.n_items..self.factor.ncols();
        let last = self.stacked(columns, |i, unit| self.named_last[(i, unit)]) * scale;
        let row_of = |feature| {
            let named = self.named.binary_search(&feature);
            self.factor.nrows() + named.expect("a watched feature is named")
        };
        let watched = watched.iter().map(|pair| (row_of(pair.feature), pair.item));
        let n_entries = self.n_outputs * self.n_items;
        let weights: Vec<_> = inner.chain([last]).collect();
        ReducedNetwork::new(&weights, targets, n_entries, watched.collect(), modes)
    }

    /// Columns of the factor, and below them the named features' rows.
    fn stacked(&self, columns: Range<usize>, named: impl Fn(usize, usize) -> f64) -> DMatrix<f64> {
        let n_factor = self.factor.nrows();
        let n_rows = n_factor + self.named.len();
        DMatrix::from_fn(n_rows, columns.len(), |row, col| {
            match row.checked_sub(n_factor) {
                None => self.factor[(row, columns.start + col)],
                Some(i) => named(i, col),
            }
        })
    }
}

impl ReducedNetwork {
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
            named(watched.iter().map(|pair| pair.feature)),
            (n_outputs, n_items, last.ncols()),
            |row, item| targets[(row, item)],
            |row, unit| last[(row, unit)],
            &InTurn,
            is_cancelled,
        )?;
        let reduced = reduction.targets(|feature, item| targets[(feature, item)]);
        let modes = DataModes::of(&Self::padded_targets(reduced.clone()));
        Some(reduction.network(inner.iter().cloned(), 1.0, reduced, watched, modes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factor_has_the_gram_matrix_of_the_rows() {
        let entry = |row: usize, col: usize| ((row * 7 + col * 5) % 11) as f64 - 5.0;
        let whole = DMatrix::from_fn(3000, 4, entry);
        let factor = triangular_factor(0..3000, 4, entry, &mut || false).unwrap();
        assert_eq!(factor.shape(), (4, 4));
        let off = factor.tr_mul(&factor) - whole.tr_mul(&whole);
        assert!(off.amax() < 1e-9 * whole.norm_squared());
        assert!(triangular_factor(0..3000, 4, entry, &mut || true).is_none());
    }

    #[test]
    fn two_halves_have_the_factor_of_the_whole() {
        let entry = |row: usize, col: usize| ((row * row * 7 + col * 5) % 11) as f64 - 5.0;
        let rows: Vec<usize> = (0..5 * BLOCK_ROWS).collect();
        let whole = triangular_factor(0..rows.len(), 4, entry, &mut || false).unwrap();
        let halves = factor_of_halves(&rows, 4, entry, &InTurn, &mut || false).unwrap();
        assert_eq!(halves.shape(), (4, 4));
        let off = halves.tr_mul(&halves) - whole.tr_mul(&whole);
        assert!(off.amax() < 1e-12 * whole.norm_squared());
        assert!(factor_of_halves(&rows, 4, entry, &InTurn, &mut || true).is_none());
    }

    #[test]
    fn named_features_keep_their_own_rows() {
        let target = |row: usize, item: usize| (10 * row + item) as f64;
        let last = |row: usize, unit: usize| (row + unit) as f64 / 8.0;
        let named = named([5, 2, 5].into_iter());
        assert_eq!(named, [2, 5]);
        let reduction =
            Reduction::unless(named, (9, 3, 2), target, last, &InTurn, &mut || false).unwrap();
        let targets = reduction.targets(|feature, item| -target(feature, item));
        let n = targets.nrows();
        assert_eq!(targets[(n - 2, 1)], -21.0);
        assert_eq!(targets[(n - 1, 2)], -52.0);
    }
}
