//! Singular values of a slowly changing matrix, at a fraction of the cost of starting afresh.
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

use nalgebra::DMatrix;

use super::kernel::{Work, dot, padded, product, widest};

/// Two columns count as orthogonal when their cosine is below this: what is left moves a singular
/// value by less than this share of it, even that of two equal ones.
const ORTHOGONAL: f64 = 1e-9;

/// Between columns of different lengths much more may be left: it moves their squares only by
/// (p·q)² / |p·p − q·q|. So far, as a share of the smaller.
const NEGLIGIBLE: f64 = 1e-11;

/// A column whose length is below this share of the whole is rounding, not a direction.
const NOISE: f64 = 8.0 * f64::EPSILON;

/// Sweeps after which whatever is left is rounding.
const MAX_SWEEPS: usize = 40;

/// Follows the singular values of a matrix with P columns from call to call.
#[derive(Clone, Debug)]
pub struct SpectrumTracker {
    /// The right singular vectors of the last call, P × P.
    v: DMatrix<f64>,
    /// M V, whose columns are made orthogonal.
    turned: DMatrix<f64>,
    /// The squared lengths of its columns.
    squares: Vec<f64>,
}

impl SpectrumTracker {
    /// For matrices with `n_rows` rows, a multiple of eight, and `n_items` columns.
    pub fn new(n_rows: usize, n_items: usize) -> Self {
        debug_assert_eq!(n_rows, padded(n_rows), "rows come in blocks of eight");
        Self {
            v: DMatrix::identity(n_items, n_items),
            turned: DMatrix::zeros(n_rows, n_items),
            squares: vec![0.0; n_items],
        }
    }

    /// Writes the P singular values of `m`, descending; NaN if `m` is not finite.
    pub fn singular_values(&mut self, m: &DMatrix<f64>, out: &mut [f64]) {
        // Scaled to its largest entry, so that squares neither vanish nor overflow.
        let scale = m.amax();
        if !scale.is_finite() || !m.iter().all(|x| x.is_finite()) {
            out.fill(f64::NAN);
            return;
        }
        if scale == 0.0 {
            out.fill(0.0);
            return;
        }
        widest(Orthogonalise {
            spectrum: self,
            m,
            factor: 1.0 / scale,
        });
        for (out, column) in out.iter_mut().zip(self.turned.column_iter()) {
            *out = scale * column.norm();
        }
        out.sort_unstable_by(|a, b| b.total_cmp(a));
    }
}

/// Makes the columns of factor · M · V orthogonal, and V along with them.
struct Orthogonalise<'a> {
    spectrum: &'a mut SpectrumTracker,
    m: &'a DMatrix<f64>,
    factor: f64,
}

impl Work for Orthogonalise<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let SpectrumTracker { v, turned, squares } = self.spectrum;
        product(turned, self.m, |k, j| self.factor * v[(k, j)]);
        for (square, column) in squares.iter_mut().zip(columns(turned)) {
            *square = dot(column, column);
        }
        let noise = NOISE * NOISE * squares.iter().sum::<f64>();
        for _ in 0..MAX_SWEEPS {
            if !sweep(turned, v, squares, noise) {
                break;
            }
        }
    }
}

/// Turns every pair of columns that is not orthogonal; answers whether there was one.
#[inline(always)]
fn sweep(turned: &mut DMatrix<f64>, v: &mut DMatrix<f64>, squares: &mut [f64], noise: f64) -> bool {
    let (n_rows, n) = turned.shape();
    let mut has_turned = false;
    for q in 1..n {
        for p in 0..q {
            let (pp, qq) = (squares[p], squares[q]);
            if pp.min(qq) <= noise {
                continue;
            }
            let (x_p, x_q) = pair(turned.as_mut_slice(), n_rows, p, q);
            let pq = dot(x_p, x_q);
            let is_orthogonal = pq * pq <= ORTHOGONAL * ORTHOGONAL * pp * qq
                || pq * pq <= NEGLIGIBLE * pp.min(qq) * (pp - qq).abs();
            if is_orthogonal {
                continue;
            }
            // The rotation that makes them orthogonal (Golub & Van Loan, "Matrix Computations",
            // 8.5.2).
            let tau = (qq - pp) / (2.0 * pq);
            let t = tau.signum() / (tau.abs() + (1.0 + tau * tau).sqrt());
            let c = 1.0 / (1.0 + t * t).sqrt();
            turn(x_p, x_q, c, t * c);
            let (v_p, v_q) = pair(v.as_mut_slice(), n, p, q);
            turn(v_p, v_q, c, t * c);
            squares[p] = pp - t * pq;
            squares[q] = qq + t * pq;
            has_turned = true;
        }
    }
    has_turned
}

fn columns(m: &DMatrix<f64>) -> impl Iterator<Item = &[f64]> {
    m.as_slice().chunks_exact(m.nrows())
}

/// Columns p < q.
#[inline(always)]
fn pair(columns: &mut [f64], n_rows: usize, p: usize, q: usize) -> (&mut [f64], &mut [f64]) {
    let (head, tail) = columns.split_at_mut(q * n_rows);
    (&mut head[p * n_rows..(p + 1) * n_rows], &mut tail[..n_rows])
}

#[inline(always)]
fn turn(a: &mut [f64], b: &mut [f64], c: f64, s: f64) {
    for (a, b) in a.iter_mut().zip(b) {
        (*a, *b) = (c * *a - s * *b, s * *a + c * *b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::TorchRng;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    /// With rows of zeros up to a multiple of eight.
    fn tall(m: &DMatrix<f64>) -> DMatrix<f64> {
        m.clone().resize_vertically(padded(m.nrows()), 0.0)
    }

    #[test]
    fn values_are_those_of_a_full_decomposition() {
        let mut rng = TorchRng::new(4);
        for (rows, cols) in [(38, 8), (8, 8), (20, 16), (3, 5), (94, 64)] {
            let mut spectrum = SpectrumTracker::new(padded(rows), cols);
            let mut m = random(rows, cols, &mut rng);
            let mut values = vec![0.0; cols];
            for _ in 0..5 {
                m += 0.05 * random(rows, cols, &mut rng);
                spectrum.singular_values(&tall(&m), &mut values);
                let expected = m.clone().singular_values();
                for (i, value) in values.iter().enumerate() {
                    let expected = expected.get(i).copied().unwrap_or(0.0);
                    assert!((value - expected).abs() < 1e-9 * values[0]);
                }
                assert!(values.is_sorted_by(|a, b| a >= b));
            }
        }
    }

    #[test]
    fn tiny_modes_beside_large_ones_are_seen() {
        let mut rng = TorchRng::new(8);
        let left = random(38, 8, &mut rng).qr().q();
        let right = random(8, 8, &mut rng).qr().q();
        let expected = [150.0, 1.0, 1e-3, 1e-5, 1e-7, 1e-9, 1e-10, 1e-11];
        let m = left * DMatrix::from_diagonal(&expected.to_vec().into()) * right.transpose();
        let mut values = vec![0.0; 8];
        let mut spectrum = SpectrumTracker::new(40, 8);
        spectrum.singular_values(&tall(&m), &mut values);
        spectrum.singular_values(&tall(&m), &mut values);
        for (value, expected) in values.iter().zip(expected) {
            assert!((value - expected).abs() < 1e-13 * 150.0 + 1e-9 * expected);
        }
    }

    #[test]
    fn vectors_stay_orthonormal_over_a_long_run() {
        let mut rng = TorchRng::new(2);
        let mut spectrum = SpectrumTracker::new(16, 6);
        let mut m = random(12, 6, &mut rng);
        let mut values = vec![0.0; 6];
        for _ in 0..20_000 {
            m += 0.01 * random(12, 6, &mut rng);
            spectrum.singular_values(&tall(&m), &mut values);
        }
        let off = spectrum.v.tr_mul(&spectrum.v) - DMatrix::identity(6, 6);
        assert!(off.amax() < 1e-10, "{}", off.amax());
    }

    #[test]
    fn extreme_and_broken_matrices_are_answered() {
        let mut values = vec![1.0; 2];
        let mut spectrum = SpectrumTracker::new(8, 2);
        spectrum.singular_values(&DMatrix::zeros(8, 2), &mut values);
        assert_eq!(values, [0.0, 0.0]);
        for size in [1e-200, 1e200] {
            let m = DMatrix::from_row_slice(2, 2, &[3.0, 0.0, 0.0, 4.0]) * size;
            spectrum.singular_values(&tall(&m), &mut values);
            assert!((values[0] / (4.0 * size) - 1.0).abs() < 1e-12);
            assert!((values[1] / (3.0 * size) - 1.0).abs() < 1e-12);
        }
        let broken = DMatrix::from_row_slice(2, 2, &[1.0, f64::NAN, 0.0, 1.0]);
        spectrum.singular_values(&tall(&broken), &mut values);
        assert!(values.iter().all(|v| v.is_nan()));
    }
}
