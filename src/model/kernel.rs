//! Products of small dense matrices, the inner loops of training.
//!
//! Rows come in blocks of eight so that a block is one or two registers on every machine; callers
//! pad with rows of zeros ([`padded`]), which stay zero. No product is fused and every sum has a
//! fixed order, so these products have the same bits whatever the width of the machine's registers.
//! Everything else (decompositions, single products) is nalgebra's.

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use nalgebra::DMatrix;

/// Rows handled at once.
pub const LANES: usize = 8;

/// Columns handled at once.
const TILE: usize = 4;

/// Inner terms summed at once.
const INNER: usize = 128;

type Lanes = [f64; LANES];

/// The next multiple of [`LANES`].
pub fn padded(n: usize) -> usize {
    n.next_multiple_of(LANES)
}

/// Runs `work` compiled for the widest registers of this machine.
///
/// A closure would do, were it not that it may be left out of line, and then is compiled for any
/// machine. So work is a value whose `call` is `#[inline(always)]`, and so is all that it calls.
pub fn widest<W: Work>(work: W) -> W::Output {
    pulp::Arch::new().dispatch(work)
}

pub use pulp::NullaryFnOnce as Work;

/// out = A·B. A has a multiple of eight rows; `b(k, j)` reads B.
#[inline(always)]
pub fn product(out: &mut DMatrix<f64>, a: &DMatrix<f64>, b: impl Fn(usize, usize) -> f64) {
    accumulate(out, a, b, |_, sum| sum);
}

/// out += scale · A·B. A has a multiple of eight rows; `b(k, j)` reads B.
#[inline(always)]
pub fn add_product(
    out: &mut DMatrix<f64>,
    scale: f64,
    a: &DMatrix<f64>,
    b: impl Fn(usize, usize) -> f64,
) {
    accumulate(out, a, b, |old, sum| old + scale * sum);
}

/// Each entry of out = `finish(old entry, entry of A·B)`.
#[inline(always)]
fn accumulate(
    out: &mut DMatrix<f64>,
    a: &DMatrix<f64>,
    b: impl Fn(usize, usize) -> f64,
    finish: impl Fn(f64, f64) -> f64,
) {
    let (n_rows, n_inner) = a.shape();
    let n_cols = out.ncols();
    debug_assert!(n_rows.is_multiple_of(LANES) && out.nrows() == n_rows);
    let mut packed = [[0.0; TILE]; INNER];
    for first_col in (0..n_cols).step_by(TILE) {
        for first_k in (0..n_inner).step_by(INNER) {
            // A tile of B in the order in which it is read; columns beyond the last are zero.
            let width = TILE.min(n_cols - first_col);
            let packed = &mut packed[..INNER.min(n_inner - first_k)];
            for (k, factors) in packed.iter_mut().enumerate() {
                for (j, factor) in factors.iter_mut().enumerate() {
                    *factor = if j < width {
                        b(first_k + k, first_col + j)
                    } else {
                        0.0
                    };
                }
            }
            let a = &a.as_slice()[first_k * n_rows..];
            let is_first = first_k == 0;
            for row in (0..n_rows).step_by(LANES) {
                let sums = tile(&a[row..], n_rows, packed);
                let columns = out.as_mut_slice()[first_col * n_rows..].chunks_exact_mut(n_rows);
                for (column, sum) in columns.zip(&sums) {
                    for (entry, sum) in column[row..row + LANES].iter_mut().zip(sum) {
                        *entry = if is_first {
                            finish(*entry, *sum)
                        } else {
                            *entry + finish(0.0, *sum)
                        };
                    }
                }
            }
        }
    }
}

/// A block of rows of A times a packed tile of B. Columns of A are `n_rows` apart.
#[inline(always)]
fn tile(a: &[f64], n_rows: usize, packed: &[[f64; TILE]]) -> [Lanes; TILE] {
    let mut sums = [[0.0; LANES]; TILE];
    for (column, factors) in a.chunks(n_rows).zip(packed) {
        let block = lanes(column);
        for (sum, factor) in sums.iter_mut().zip(factors) {
            for lane in 0..LANES {
                sum[lane] += block[lane] * factor;
            }
        }
    }
    sums
}

/// out = Aᵀ·B. Both have the same multiple of eight rows.
#[inline(always)]
pub fn transposed_product(out: &mut DMatrix<f64>, a: &DMatrix<f64>, b: &DMatrix<f64>) {
    let n_rows = a.nrows();
    debug_assert!(n_rows.is_multiple_of(LANES) && b.nrows() == n_rows);
    let n_out = a.ncols();
    let a = a.as_slice();
    let columns = b.as_slice().chunks_exact(n_rows);
    for (b, out) in columns.zip(out.as_mut_slice().chunks_exact_mut(n_out)) {
        for (first, out) in (0..n_out).step_by(TILE).zip(out.chunks_mut(TILE)) {
            // Beyond the last column, the last one once more.
            let column = |t: usize| {
                let at = (first + t).min(n_out - 1) * n_rows;
                a[at..at + n_rows].chunks_exact(LANES)
            };
            let others = column(0).zip(column(1)).zip(column(2)).zip(column(3));
            let mut sums = [[0.0; LANES]; TILE];
            for (b, (((a0, a1), a2), a3)) in b.chunks_exact(LANES).zip(others) {
                let b = lanes(b);
                for (sum, a) in sums.iter_mut().zip([a0, a1, a2, a3]) {
                    let a = lanes(a);
                    for lane in 0..LANES {
                        sum[lane] += a[lane] * b[lane];
                    }
                }
            }
            for (out, sum) in out.iter_mut().zip(&sums) {
                *out = total(sum);
            }
        }
    }
}

/// The dot product of two slices of the same multiple of eight.
#[inline(always)]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sum = [0.0; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for lane in 0..LANES {
            sum[lane] += a[lane] * b[lane];
        }
    }
    total(&sum)
}

#[inline(always)]
fn lanes(values: &[f64]) -> &Lanes {
    values.first_chunk().expect("rows come in blocks of eight")
}

/// The lanes' sum, by halves.
#[inline(always)]
fn total(sum: &Lanes) -> f64 {
    let [a, b, c, d, e, f, g, h] = *sum;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::TorchRng;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    #[test]
    fn products_are_nalgebras() {
        let mut rng = TorchRng::new(6);
        for (rows, inner, cols) in [
            (8, 300, 5),
            (8, 1, 1),
            (40, 32, 8),
            (16, 5, 7),
            (24, 9, 30),
            (8, 3, 4),
        ] {
            let a = random(rows, inner, &mut rng);
            let b = random(inner, cols, &mut rng);
            let mut out = DMatrix::zeros(rows, cols);
            product(&mut out, &a, |k, j| b[(k, j)]);
            assert!((&out - &a * &b).amax() < 1e-13);
            let start = random(rows, cols, &mut rng);
            out.copy_from(&start);
            add_product(&mut out, -0.5, &a, |k, j| b[(k, j)]);
            assert!((&out - (&start - 0.5 * &a * &b)).amax() < 1e-13);
            let other = random(rows, cols, &mut rng);
            let mut small = DMatrix::zeros(inner, cols);
            transposed_product(&mut small, &a, &other);
            assert!((&small - a.tr_mul(&other)).amax() < 1e-13);
            let (x, y) = (other.column(0), start.column(0));
            assert!((dot(x.as_slice(), y.as_slice()) - x.dot(&y)).abs() < 1e-13);
        }
    }

    struct Product<'a>(&'a mut DMatrix<f64>, &'a DMatrix<f64>, &'a DMatrix<f64>);

    impl Work for Product<'_> {
        type Output = ();

        #[inline(always)]
        fn call(self) {
            product(self.0, self.1, |k, j| self.2[(k, j)]);
        }
    }

    #[test]
    fn the_machine_does_not_change_the_bits() {
        let mut rng = TorchRng::new(3);
        let a = random(40, 32, &mut rng);
        let b = random(32, 8, &mut rng);
        let (mut wide, mut plain) = (DMatrix::zeros(40, 8), DMatrix::zeros(40, 8));
        widest(Product(&mut wide, &a, &b));
        Product(&mut plain, &a, &b).call();
        assert_eq!(wide, plain);
    }
}
