//! Products of small dense matrices in explicit registers, the inner loops of training.
//!
//! A register holds neighbouring columns, eight rows of the result are summed at once, and every
//! entry is one chain of fused multiply-adds in the order of the inner index. So the bits do not
//! depend on the width of the machine's registers: AVX-512, AVX2 and NEON give the same. A machine
//! without fused multiply-add (x86 before 2013) multiplies and adds apart; its bits are its own.
//! Everything else (decompositions, single products) is nalgebra's.

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use pulp::Simd;
pub(super) use pulp::WithSimd;

use super::matrix::{LANES, Matrix};

/// Most columns of a panel: what is summed at once is eight rows by one panel.
const PANEL: usize = 2 * LANES;

/// Runs `work` compiled for the widest registers of this machine.
///
/// A closure would do, were it not that it may be left out of line, and then is compiled for any
/// machine. So work is a value whose `with_simd` is `#[inline(always)]`, and so is all that it
/// calls.
pub(super) fn widest<W: WithSimd>(work: W) -> W::Output {
    pulp::Arch::new().dispatch(work)
}

/// The factors of a block of eight rows for one inner index.
type Factors<'a> = [&'a f64; LANES];

/// Room that products work in, kept from one to the next.
pub(super) type Scratch = Vec<f64>;

/// Each entry of out = `finish(old entry, entry of A·B)`.
#[inline(always)]
pub(super) fn product<S: Simd>(
    simd: S,
    out: &mut Matrix,
    a: &Matrix,
    b: &Matrix,
    scratch: &mut Scratch,
    finish: impl Fn(S::f64s, S::f64s) -> S::f64s,
) {
    debug_assert!(a.n_cols() == b.n_rows() && out.n_rows() == a.n_rows());
    let factors = |first: usize| {
        let row = |i: usize| a.row(first + i).iter();
        let low = row(0).zip(row(1)).zip(row(2)).zip(row(3));
        let high = row(4).zip(row(5)).zip(row(6)).zip(row(7));
        low.zip(high)
            .map(|((((a, b), c), d), (((e, f), g), h))| [a, b, c, d, e, f, g, h])
    };
    in_panels(simd, out, b, scratch, factors, finish);
}

/// Each entry of out = `finish(old entry, entry of Aᵀ·B)`.
#[inline(always)]
pub(super) fn transposed_product<S: Simd>(
    simd: S,
    out: &mut Matrix,
    a: &Matrix,
    b: &Matrix,
    scratch: &mut Scratch,
    finish: impl Fn(S::f64s, S::f64s) -> S::f64s,
) {
    debug_assert!(a.n_rows() == b.n_rows() && out.n_rows() == a.n_cols());
    let (blocks, stride) = (a.values().as_chunks::<LANES>().0, a.n_cols() / LANES);
    let factors = |first: usize| {
        let blocks = blocks[first / LANES..].iter().step_by(stride);
        blocks.map(<[f64; LANES]>::each_ref)
    };
    in_panels(simd, out, b, scratch, factors, finish);
}

/// A product panel by panel of B, each panel made contiguous where it is not; `factors(row)` gives
/// those of the eight rows from `row` on, one inner index after the other.
#[inline(always)]
fn in_panels<'a, S: Simd, I: Iterator<Item = Factors<'a>>>(
    simd: S,
    out: &mut Matrix,
    b: &Matrix,
    packed: &mut Scratch,
    factors: impl Fn(usize) -> I,
    finish: impl Fn(S::f64s, S::f64s) -> S::f64s,
) {
    let n_cols = b.n_cols();
    for first in (0..n_cols).step_by(PANEL) {
        let width = PANEL.min(n_cols - first);
        let panel = if width == n_cols {
            b.values()
        } else {
            packed.clear();
            for row in b.values().chunks_exact(n_cols) {
                packed.extend_from_slice(&row[first..first + width]);
            }
            packed.as_slice()
        };
        // Two registers a row where there are 32 of them to hold the sums.
        if S::F64_LANES == LANES && width == PANEL {
            one_panel::<S, 2, I>(simd, out, first, (panel, width), &factors, &finish);
        } else {
            one_panel::<S, 1, I>(simd, out, first, (panel, width), &factors, &finish);
        }
    }
}

/// The columns of a product from `first` on, for a panel of B that is so wide; J registers of it at
/// a time.
#[inline(always)]
fn one_panel<'a, S: Simd, const J: usize, I: Iterator<Item = Factors<'a>>>(
    simd: S,
    out: &mut Matrix,
    first: usize,
    (panel, width): (&[f64], usize),
    factors: &impl Fn(usize) -> I,
    finish: &impl Fn(S::f64s, S::f64s) -> S::f64s,
) {
    let n_registers = width / S::F64_LANES;
    let panel = S::as_simd_f64s(panel).0;
    let (n_rows, stride) = (out.n_rows(), out.n_cols() / S::F64_LANES);
    let out = S::as_mut_simd_f64s(out.values_mut()).0;
    for row in (0..n_rows).step_by(LANES) {
        for register in (0..n_registers).step_by(J) {
            let mut sums = [[simd.splat_f64s(0.0); J]; LANES];
            for (factors, b) in factors(row).zip(panel.chunks_exact(n_registers)) {
                let b: &[S::f64s; J] = b[register..].first_chunk().expect("a whole number of J");
                for (sums, factor) in sums.iter_mut().zip(factors) {
                    let factor = simd.splat_f64s(*factor);
                    for (sum, b) in sums.iter_mut().zip(b) {
                        *sum = simd.mul_add_e_f64s(factor, *b, *sum);
                    }
                }
            }
            for (i, sums) in sums.iter().enumerate() {
                let at = (row + i) * stride + first / S::F64_LANES + register;
                for (entry, sum) in out[at..at + J].iter_mut().zip(sums) {
                    *entry = finish(*entry, *sum);
                }
            }
        }
    }
}

/// error = a − b entry by entry; the sum of its squares.
#[inline(always)]
pub(super) fn difference<S: Simd>(simd: S, error: &mut Matrix, a: &Matrix, b: &Matrix) -> f64 {
    let mut sums = [[0.0; LANES]; 2];
    let (a, b) = (
        a.values().as_chunks::<LANES>().0,
        b.values().as_chunks::<LANES>().0,
    );
    let error = error.values_mut().as_chunks_mut::<LANES>().0;
    for (i, ((error, a), b)) in error.iter_mut().zip(a).zip(b).enumerate() {
        let sums = S::as_mut_simd_f64s(&mut sums[i % 2]).0;
        let error = S::as_mut_simd_f64s(error).0;
        let pairs = S::as_simd_f64s(a).0.iter().zip(S::as_simd_f64s(b).0);
        for ((error, sum), (a, b)) in error.iter_mut().zip(sums).zip(pairs) {
            *error = simd.sub_f64s(*a, *b);
            *sum = simd.mul_add_e_f64s(*error, *error, *sum);
        }
    }
    total(&sums[0]) + total(&sums[1])
}

/// a += factor · b, entry by entry.
#[inline(always)]
pub(super) fn add_scaled<S: Simd>(simd: S, a: &mut Matrix, factor: f64, b: &Matrix) {
    let factor = simd.splat_f64s(factor);
    let b = S::as_simd_f64s(b.values()).0;
    for (a, b) in S::as_mut_simd_f64s(a.values_mut()).0.iter_mut().zip(b) {
        *a = simd.mul_add_e_f64s(factor, *b, *a);
    }
}

/// The lanes' sum, by halves.
#[inline(always)]
pub(super) fn total(sum: &[f64; LANES]) -> f64 {
    let [a, b, c, d, e, f, g, h] = *sum;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// The largest entry by size, zero if that has no inverse; NaN if there is one that is not finite.
#[inline(always)]
pub(super) fn largest(values: &[f64]) -> f64 {
    let (mut largest, mut not_finite) = ([0.0_f64; LANES], [0.0_f64; LANES]);
    for block in values.as_chunks::<LANES>().0 {
        for lane in 0..LANES {
            let size = block[lane].abs();
            largest[lane] = if size > largest[lane] {
                size
            } else {
                largest[lane]
            };
            not_finite[lane] += 0.0 * size;
        }
    }
    let of_all = largest.into_iter().fold(0.0, f64::max);
    let of_all = if of_all < f64::MIN_POSITIVE {
        0.0
    } else {
        of_all
    };
    of_all + not_finite.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use nalgebra::DMatrix;

    use super::*;
    use crate::draw::TorchRng;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    struct Products<'a>(&'a mut [Matrix; 3], &'a Matrix, &'a Matrix, &'a Matrix);

    impl WithSimd for Products<'_> {
        type Output = f64;

        #[inline(always)]
        fn with_simd<S: Simd>(self, simd: S) -> f64 {
            let Self([sum, small, error], a, b, other) = self;
            let scratch = &mut Scratch::default();
            let half = simd.splat_f64s(-0.5);
            product(simd, sum, a, b, scratch, |old, ab| {
                simd.mul_add_e_f64s(half, ab, old)
            });
            transposed_product(simd, small, a, other, scratch, |_, ab| ab);
            add_scaled(simd, error, 2.0, other);
            let before = sum.clone();
            difference(simd, error, &before, other)
        }
    }

    fn matrices(rows: usize, inner: usize, cols: usize) -> ([Matrix; 3], [DMatrix<f64>; 4]) {
        let mut rng = TorchRng::new(6);
        let start = random(rows, cols, &mut rng);
        let (a, b) = (random(rows, inner, &mut rng), random(inner, cols, &mut rng));
        let other = random(rows, cols, &mut rng);
        let out = [
            Matrix::of(&start),
            Matrix::zeros(inner, cols),
            Matrix::zeros(rows, cols),
        ];
        (out, [start, a, b, other])
    }

    #[test]
    fn products_are_nalgebras() {
        for (rows, inner, cols) in [
            (8, 300, 5),
            (8, 1, 1),
            (40, 32, 8),
            (16, 5, 7),
            (24, 9, 30),
            (9, 3, 40),
        ] {
            let (mut out, [start, a, b, other]) = matrices(rows, inner, cols);
            let given = [&a, &b, &other].map(Matrix::of);
            let [left, right, third] = &given;
            let square = widest(Products(&mut out, left, right, third));
            let expected = &start - 0.5 * &a * &b;
            let [sum, small, error] = out;
            assert!((sum.to_dense(rows, cols) - &expected).amax() < 1e-13);
            assert!((small.to_dense(inner, cols) - a.tr_mul(&other)).amax() < 1e-13);
            let missed = expected - &other;
            assert!((error.to_dense(rows, cols) - &missed).amax() < 1e-13);
            assert!((square - missed.norm_squared()).abs() < 1e-11);
            assert!(
                sum.values()[sum.n_cols() * rows..]
                    .iter()
                    .all(|v| *v == 0.0)
            );
        }
    }

    /// Registers of four where the machine has eight.
    #[cfg(target_arch = "x86_64")]
    #[test]
    fn the_width_of_the_registers_does_not_change_the_bits() {
        let Some(narrow) = pulp::x86::V3::try_new() else {
            return; // no fused multiply-add: bits of its own
        };
        for (rows, inner, cols) in [(40, 32, 8), (24, 9, 30), (16, 130, 48)] {
            let (mut wide, [_, a, b, other]) = matrices(rows, inner, cols);
            let mut plain = wide.clone();
            let given = [&a, &b, &other].map(Matrix::of);
            let [left, right, third] = &given;
            let square = widest(Products(&mut wide, left, right, third));
            let again = Simd::vectorize(narrow, Products(&mut plain, left, right, third));
            assert_eq!(wide, plain);
            assert_eq!(square.to_bits(), again.to_bits());
        }
    }
}
