//! The singular values of a wide matrix, epoch by epoch.
//!
//! From one epoch to the next the right singular vectors hardly turn. So M is first multiplied by
//! the last ones, which leaves its columns all but orthogonal, and one-sided Jacobi rotations
//! (Hestenes 1958) finish the work, usually in a sweep or two; the singular values are then the
//! columns' lengths. That gives even the smallest to nearly full relative precision (Demmel &
//! Veselić 1992, "Jacobi's method is more accurate than QR").

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use pulp::Simd;

use super::gram_lanes::{NOTHING, ORTHOGONAL, SECOND_ORDER};
use super::kernel::{Scratch, WithSimd, largest, product, total, widest};
use super::matrix::{LANES, Matrix};

/// Sweeps after which whatever is left is rounding.
const MAX_SWEEPS: usize = 40;

/// Follows the singular values of a matrix with n columns from call to call.
#[derive(Clone, Debug)]
pub(super) struct WideSpectrum {
    n: usize,
    /// Vᵀ, the right singular vectors of the last call, n × n.
    turns: Matrix,
    /// (M V)ᵀ, whose rows are made orthogonal.
    turned: Matrix,
    /// The squared lengths of its rows, counted afresh in every sweep: followed from turn to turn
    /// they go wrong where a column all but vanishes.
    squares: Vec<f64>,
    /// The second order of what is left, for each square.
    left: Vec<f64>,
    scratch: Scratch,
}

impl WideSpectrum {
    /// For matrices of this shape.
    pub(super) fn new((n_rows, n): (usize, usize)) -> Self {
        Self {
            n,
            turns: Matrix::identity(n),
            turned: Matrix::zeros(n, n_rows),
            squares: vec![0.0; n],
            left: vec![0.0; n],
            scratch: Scratch::default(),
        }
    }

    /// Vᵀ, the right singular vectors of the last call.
    pub(super) fn turns(&self) -> &Matrix {
        &self.turns
    }

    /// Writes the n singular values of M, given as Mᵀ, in no order; NaN if it is not finite.
    pub(super) fn values(&mut self, transposed: &Matrix, out: &mut [f64]) {
        // Scaled to its largest entry, so that squares neither vanish nor overflow.
        let scale = largest(transposed.values());
        if !scale.is_finite() || scale == 0.0 {
            out.fill(if scale == 0.0 { 0.0 } else { f64::NAN });
            return;
        }
        widest(Orthogonalise(self, transposed, 1.0 / scale));
        for ((out, square), left) in out.iter_mut().zip(&self.squares).zip(&self.left) {
            *out = scale * (square + left).max(0.0).sqrt();
        }
    }

    /// Writes the n singular values of M = C·A, given C (r × h) and A (h × P), and n = h < P, in no
    /// order: with Aᵀ = Q·R they are those of C·Rᵀ, which has h columns only.
    pub(super) fn values_of_product(&mut self, c: &Matrix, a: &Matrix, out: &mut [f64]) {
        if !largest(a.values()).is_finite() || !largest(c.values()).is_finite() {
            out.fill(f64::NAN);
            return;
        }
        // A's rows are the columns of Aᵀ.
        let rows = a.values().iter().copied();
        let transposed = nalgebra::DMatrix::from_iterator(a.n_cols(), a.n_rows(), rows);
        let r = Matrix::of(&transposed.columns(0, self.n).into_owned().qr().unpack_r());
        let mut c_t = Matrix::zeros(c.n_cols(), c.n_rows());
        c_t.transpose_of(c);
        let mut m = Matrix::zeros(self.n, c.n_rows());
        widest(Times(&mut m, &r, &c_t, &mut self.scratch));
        self.values(&m, out);
    }
}

/// A product.
struct Times<'a>(&'a mut Matrix, &'a Matrix, &'a Matrix, &'a mut Scratch);

impl WithSimd for Times<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        product(simd, self.0, self.1, self.2, self.3, |_, sum| sum);
    }
}

/// Makes the columns of factor · M · V orthogonal, and V along with them.
struct Orthogonalise<'a>(&'a mut WideSpectrum, &'a Matrix, f64);

impl WithSimd for Orthogonalise<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self(spectrum, m, factor) = self;
        let factor = simd.splat_f64s(factor);
        let WideSpectrum { turns, turned, .. } = spectrum;
        product(simd, turned, turns, m, &mut spectrum.scratch, |_, sum| {
            simd.mul_f64s(factor, sum)
        });
        for _ in 0..MAX_SWEEPS {
            for (row, square) in spectrum.squares.iter_mut().enumerate() {
                *square = dot(simd, spectrum.turned.row(row), spectrum.turned.row(row));
            }
            spectrum.left.fill(0.0);
            if !spectrum.sweep(simd) {
                break;
            }
        }
    }
}

impl WideSpectrum {
    /// Turns every pair of columns that is not orthogonal; whether there was one.
    #[inline(always)]
    fn sweep<S: Simd>(&mut self, simd: S) -> bool {
        let (n_rows, n) = (self.turned.n_cols(), self.turns.n_cols());
        let nothing = NOTHING * NOTHING * self.squares.iter().sum::<f64>();
        let mut has_turned = false;
        for q in 1..self.n {
            for p in 0..q {
                let (pp, qq) = (self.squares[p], self.squares[q]);
                if pp.min(qq) <= nothing {
                    continue;
                }
                let (x_p, x_q) = pair(self.turned.values_mut(), n_rows, p, q);
                let pq = dot(simd, x_p, x_q);
                let (apart, square) = (qq - pp, pq * pq);
                if square <= ORTHOGONAL * ORTHOGONAL * pp * qq {
                    continue;
                }
                let distance = apart.abs();
                if square <= SECOND_ORDER * pp.min(qq).min(distance) * distance {
                    self.left[p] -= square / apart;
                    self.left[q] += square / apart;
                    continue;
                }
                // The rotation that makes them orthogonal (Golub & Van Loan, "Matrix
                // Computations", 8.5.2).
                let root = (apart * apart + 4.0 * square).sqrt().copysign(apart);
                let t = 2.0 * pq / (apart + root);
                let c = 1.0 / (1.0 + t * t).sqrt();
                turn(simd, x_p, x_q, c, t * c);
                let (v_p, v_q) = pair(self.turns.values_mut(), n, p, q);
                turn(simd, v_p, v_q, c, t * c);
                self.squares[p] = pp - t * pq;
                self.squares[q] = qq + t * pq;
                has_turned = true;
            }
        }
        has_turned
    }
}

/// Rows p < q.
#[inline(always)]
fn pair(rows: &mut [f64], n_cols: usize, p: usize, q: usize) -> (&mut [f64], &mut [f64]) {
    let (head, tail) = rows.split_at_mut(q * n_cols);
    (&mut head[p * n_cols..(p + 1) * n_cols], &mut tail[..n_cols])
}

/// The dot product of two rows, in eight sums whatever the width of the registers.
#[inline(always)]
fn dot<S: Simd>(simd: S, a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [[0.0; LANES]; 2];
    let (a, b) = (a.as_chunks::<LANES>().0, b.as_chunks::<LANES>().0);
    let (pairs_a, last_a) = a.as_chunks::<2>();
    let (pairs_b, last_b) = b.as_chunks::<2>();
    for (a, b) in pairs_a.iter().zip(pairs_b) {
        for i in 0..2 {
            add_product(simd, &mut sums[i], &a[i], &b[i]);
        }
    }
    for (a, b) in last_a.iter().zip(last_b) {
        add_product(simd, &mut sums[0], a, b);
    }
    let [mut sum, second] = sums;
    for (sum, second) in sum.iter_mut().zip(second) {
        *sum += second;
    }
    total(&sum)
}

#[inline(always)]
fn add_product<S: Simd>(simd: S, sum: &mut [f64; LANES], a: &[f64; LANES], b: &[f64; LANES]) {
    let pairs = S::as_simd_f64s(a).0.iter().zip(S::as_simd_f64s(b).0);
    for (sum, (a, b)) in S::as_mut_simd_f64s(sum).0.iter_mut().zip(pairs) {
        *sum = simd.mul_add_e_f64s(*a, *b, *sum);
    }
}

#[inline(always)]
fn turn<S: Simd>(simd: S, x: &mut [f64], y: &mut [f64], c: f64, s: f64) {
    let (c, s) = (simd.splat_f64s(c), simd.splat_f64s(s));
    let y = S::as_mut_simd_f64s(y).0;
    for (x, y) in S::as_mut_simd_f64s(x).0.iter_mut().zip(y) {
        let (a, b) = (*x, *y);
        *x = simd.negate_mul_add_e_f64s(s, b, simd.mul_f64s(c, a));
        *y = simd.mul_add_e_f64s(s, a, simd.mul_f64s(c, b));
    }
}
