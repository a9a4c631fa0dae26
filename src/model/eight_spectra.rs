//! The singular values of a small matrix at eight epochs at once, one epoch a lane.
//!
//! From one epoch to the next the right singular vectors hardly turn. So each M is first multiplied
//! by the vectors V of the last epoch of the eight before, which leaves its columns all but
//! orthogonal, and their Gram matrix is made diagonal by rotations. Where a column shrinks by much
//! on the way, its square would have few digits left; so M is multiplied by the turned V and all is
//! done once more, until none does. That gives even the smallest values nearly all their digits, as
//! one-sided Jacobi does (Demmel & Veselić 1992, "Jacobi's method is more accurate than QR").
//!
//! The turns of more than 16 columns would leave no room in the fastest cache. Then nothing but the
//! Gram matrices is turned, V is followed from one eighth epoch to the next by `WideSpectrum`, and
//! so are the values of an epoch whose digits would be lost.

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use pulp::Simd;

use super::gram_lanes::GramLanes;
use super::kernel::{Scratch, WithSimd, largest, product, transposed_product, widest};
use super::matrix::{LANES, Matrix};
use super::wide_spectrum::WideSpectrum;

/// Rounds after which no digit is won any more.
const MAX_ROUNDS: usize = 6;

/// The most columns whose turns are kept in lanes.
const MOST_TURNED: usize = 16;

/// Follows the singular values of a matrix with n columns, eight epochs at a time.
#[derive(Clone, Debug)]
pub(super) struct EightSpectra {
    n: usize,
    /// The most values that are more than rounding.
    rank: usize,
    /// The matrices of the epochs that wait.
    waiting: Vec<Matrix>,
    n_waiting: usize,
    /// The right singular vectors of the last epoch answered.
    v: Matrix,
    /// Those of one lane.
    of_lane: Matrix,
    /// M V.
    turned: Matrix,
    gram: Matrix,
    lanes: GramLanes,
    /// What follows V, where the lanes do not.
    wide: Option<WideSpectrum>,
    /// The epochs whose digits the lanes have lost.
    lost: Vec<usize>,
    scratch: Scratch,
}

impl EightSpectra {
    /// For matrices of this shape and of at most this rank.
    pub(super) fn new((n_rows, n): (usize, usize), rank: usize) -> Self {
        Self {
            n,
            rank,
            waiting: vec![Matrix::zeros(n_rows, n); LANES],
            n_waiting: 0,
            v: Matrix::identity(n),
            of_lane: Matrix::zeros(n, n),
            turned: Matrix::zeros(n_rows, n),
            gram: Matrix::zeros(n, n),
            lanes: GramLanes::new(n, n <= MOST_TURNED),
            wide: (n > MOST_TURNED).then(|| WideSpectrum::new((n_rows, n))),
            lost: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    /// Keeps `m` until its values are asked for; whether there is no room for another.
    pub(super) fn queue(&mut self, m: &Matrix) -> bool {
        self.waiting[self.n_waiting]
            .values_mut()
            .copy_from_slice(m.values());
        self.n_waiting += 1;
        self.n_waiting == LANES
    }

    /// Writes the n singular values of every matrix that waits, in no order; NaN if it is not
    /// finite.
    pub(super) fn values(&mut self, out: &mut [f64]) {
        if self.n_waiting == 0 {
            return;
        }
        widest(Values(self, out));
        let n_waiting = std::mem::take(&mut self.n_waiting);
        let Some(wide) = &mut self.wide else {
            return;
        };
        let (n_rows, n_cols) = (self.waiting[0].n_rows(), self.waiting[0].n_cols());
        let mut transposed = Matrix::zeros(n_cols, n_rows);
        for epoch in self.lost.drain(..) {
            transposed.transpose_of(&self.waiting[epoch]);
            let out = &mut out[epoch * self.n..(epoch + 1) * self.n];
            wide.clone().values(&transposed, out);
        }
        transposed.transpose_of(&self.waiting[n_waiting - 1]);
        wide.values(&transposed, &mut vec![0.0; self.n]);
        self.v.transpose_of(wide.turns());
    }
}

struct Values<'a>(&'a mut EightSpectra, &'a mut [f64]);

impl WithSimd for Values<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self(spectra, out) = self;
        let n = spectra.n;
        for (i, out) in out.chunks_mut(n * S::F64_LANES).enumerate() {
            spectra.group(simd, i * S::F64_LANES, out);
        }
        // All lanes began with the same vectors, so the bits do not depend on how many there are.
        if spectra.wide.is_none() {
            let last = (spectra.n_waiting - 1) % S::F64_LANES;
            spectra.take_turns::<S>(last);
            std::mem::swap(&mut spectra.v, &mut spectra.of_lane);
        }
    }
}

impl EightSpectra {
    /// The values of as many epochs as there are lanes, from `first` on.
    #[inline(always)]
    fn group<S: Simd>(&mut self, simd: S, first: usize, out: &mut [f64]) {
        let n = self.n;
        let n_epochs = out.len() / n;
        let mut scales = [0.0; LANES];
        for (scale, m) in scales.iter_mut().zip(&self.waiting[first..]) {
            *scale = largest(m.values());
        }
        let n_rounds = if self.wide.is_some() { 1 } else { MAX_ROUNDS };
        let v = &self.v;
        self.lanes.begin::<S>(|row, col| v.row(row)[col]);
        for lane in 0..S::F64_LANES {
            self.lanes.set::<S>(lane, |_, _| 0.0);
        }
        for round in 0..n_rounds {
            let mut is_done = true;
            for (lane, &scale) in scales[..n_epochs].iter().enumerate() {
                // A lane that has its digits is left alone, whatever its neighbours need.
                if round > 0 && !self.lanes.has_lost::<S>(lane, self.rank) {
                    continue;
                }
                if round > 0 {
                    self.take_turns::<S>(lane);
                }
                if scale == 0.0 || !scale.is_finite() {
                    continue;
                }
                is_done = false;
                self.multiply(simd, first + lane, scale, round == 0);
                let gram = &self.gram;
                self.lanes.set::<S>(lane, |p, q| gram.row(p)[q]);
            }
            if is_done {
                break;
            }
            self.lanes.diagonalise(simd);
        }
        for (lane, out) in out.chunks_exact_mut(n).enumerate() {
            let scale = scales[lane];
            for (col, out) in out.iter_mut().enumerate() {
                let value = scale * self.lanes.square::<S>(lane, col).sqrt();
                *out = if scale.is_finite() { value } else { f64::NAN };
            }
            if self.wide.is_some() && self.lanes.has_lost::<S>(lane, self.rank) {
                self.lost.push(first + lane);
            }
        }
    }

    /// The Gram matrix of the columns of M V over M's largest entry.
    #[inline(always)]
    fn multiply<S: Simd>(&mut self, simd: S, epoch: usize, scale: f64, is_first: bool) {
        let v = if is_first { &self.v } else { &self.of_lane };
        let (m, factor) = (&self.waiting[epoch], simd.splat_f64s(1.0 / scale));
        let (turned, scratch) = (&mut self.turned, &mut self.scratch);
        product(simd, turned, m, v, scratch, |_, sum| {
            simd.mul_f64s(factor, sum)
        });
        transposed_product(simd, &mut self.gram, turned, turned, scratch, |_, sum| sum);
    }

    #[inline(always)]
    fn take_turns<S: Simd>(&mut self, lane: usize) {
        let n_cols = self.of_lane.n_cols();
        let rows = self.of_lane.values_mut().chunks_exact_mut(n_cols);
        for (row, values) in rows.take(self.n).enumerate() {
            for (col, value) in values[..self.n].iter_mut().enumerate() {
                *value = self.lanes.turn::<S>(lane, row, col);
            }
        }
    }
}
