//! Small symmetric matrices made diagonal, one in each lane of a register.
//!
//! Jacobi's rotations (Golub & Van Loan, "Matrix Computations", 8.5.2) turn rows and columns p, q
//! until entry (p, q) is zero. A lane that needs no turn is turned by nothing, to the bit, so what
//! comes out of a lane does not depend on its neighbours.

#![expect(
    clippy::inline_always,
    reason = "must be compiled into what `widest` runs"
)]

use pulp::Simd;

use super::matrix::LANES;

/// Two columns count as orthogonal when their cosine is below this.
pub(super) const ORTHOGONAL: f64 = 1e-9;

/// What may be left between two columns of different lengths, the second order of which is added
/// to their squares: so far as a share of the smaller square and of the squares' difference.
pub(super) const SECOND_ORDER: f64 = 1e-8;

/// A column whose length is below this share of the whole is nothing.
pub(super) const NOTHING: f64 = 1e-30;

/// Sweeps after which whatever is left is rounding.
const MAX_SWEEPS: usize = 40;

/// A square that has shrunk to less than this share of what it was has lost its digits.
const LOST: f64 = 1e-4;

/// The Gram matrices of up to eight matrices and, if it is asked for, what turned their columns.
#[derive(Clone, Debug)]
pub(super) struct GramLanes {
    n: usize,
    /// The upper triangle of each: entry (p, q), p ≤ q, at (p·n + q)·lanes.
    gram: Vec<f64>,
    /// What turned the columns: row r of column c at (c·n + r)·lanes; empty if it is not kept.
    turns: Vec<f64>,
    /// The second order of what is left, for each square.
    left: Vec<f64>,
    /// The largest that each square has been.
    largest: Vec<f64>,
}

impl GramLanes {
    /// For matrices with `n` columns. Without their turns eight matrices of twice as many columns
    /// have room in the fastest cache.
    pub(super) fn new(n: usize, keeps_turns: bool) -> Self {
        let zeros = |n| vec![0.0; n * LANES];
        Self {
            n,
            gram: zeros(n * n),
            turns: if keeps_turns {
                zeros(n * n)
            } else {
                Vec::new()
            },
            left: zeros(n),
            largest: zeros(n),
        }
    }

    /// Gives a lane its Gram matrix, entry by entry.
    #[inline(always)]
    pub(super) fn set<S: Simd>(&mut self, lane: usize, gram: impl Fn(usize, usize) -> f64) {
        for p in 0..self.n {
            for q in p..self.n {
                self.gram[(p * self.n + q) * S::F64_LANES + lane] = gram(p, q);
            }
        }
    }

    /// All lanes begin with these turns, entry (row, column).
    #[inline(always)]
    pub(super) fn begin<S: Simd>(&mut self, turns: impl Fn(usize, usize) -> f64) {
        for (at, lanes) in self.turns.chunks_exact_mut(S::F64_LANES).enumerate() {
            let (col, row) = (at / self.n, at % self.n);
            if col < self.n {
                lanes.fill(turns(row, col));
            }
        }
    }

    /// A lane's turns, entry (row, column).
    #[inline(always)]
    pub(super) fn turn<S: Simd>(&self, lane: usize, row: usize, col: usize) -> f64 {
        self.turns[(col * self.n + row) * S::F64_LANES + lane]
    }

    /// The square of a lane's column, the second order of what is left included.
    #[inline(always)]
    pub(super) fn square<S: Simd>(&self, lane: usize, col: usize) -> f64 {
        let square = self.gram[col * (self.n + 1) * S::F64_LANES + lane];
        (square + self.left[col * S::F64_LANES + lane]).max(0.0)
    }

    /// Makes all matrices diagonal and turns the turns along. Lanes that are diagonal stay as they
    /// are, to the bit.
    #[inline(always)]
    pub(super) fn diagonalise<S: Simd>(&mut self, simd: S) {
        let n = self.n;
        let gram = &mut S::as_mut_simd_f64s(&mut self.gram).0[..n * n];
        let turns = S::as_mut_simd_f64s(&mut self.turns).0;
        let n_kept = turns.len().min(n * n);
        let turns = &mut turns[..n_kept];
        let left = &mut S::as_mut_simd_f64s(&mut self.left).0[..n];
        let largest = &mut S::as_mut_simd_f64s(&mut self.largest).0[..n];
        let mut whole = simd.splat_f64s(0.0);
        for (col, largest) in largest.iter_mut().enumerate() {
            *largest = gram[col * (n + 1)];
            whole = simd.add_f64s(whole, *largest);
        }
        let nothing = simd.mul_f64s(whole, simd.splat_f64s(NOTHING * NOTHING));
        for _ in 0..MAX_SWEEPS {
            left.fill(simd.splat_f64s(0.0));
            if !sweep(simd, n, (&mut *gram, &mut *turns), left, (largest, nothing)) {
                break;
            }
        }
    }

    /// Whether one of a lane's `rank` largest squares lost its digits on its way to the diagonal.
    /// The others are of columns that are nothing but rounding.
    pub(super) fn has_lost<S: Simd>(&self, lane: usize, rank: usize) -> bool {
        let square = |col: usize| self.gram[col * (self.n + 1) * S::F64_LANES + lane];
        let nothing = NOTHING * NOTHING * (0..self.n).map(square).sum::<f64>();
        let mut columns: Vec<usize> = (0..self.n).collect();
        if rank < self.n {
            columns.sort_unstable_by(|&a, &b| square(b).total_cmp(&square(a)));
            columns.truncate(rank);
        }
        columns.into_iter().any(|col| {
            let largest = self.largest[col * S::F64_LANES + lane];
            square(col).max(nothing) < LOST * largest
        })
    }
}

/// One look at every pair; whether one of them was turned.
#[inline(always)]
fn sweep<S: Simd>(
    simd: S,
    n: usize,
    (gram, turns): (&mut [S::f64s], &mut [S::f64s]),
    left: &mut [S::f64s],
    (largest, nothing): (&mut [S::f64s], S::f64s),
) -> bool {
    let zero = simd.splat_f64s(0.0);
    let orthogonal = simd.splat_f64s(ORTHOGONAL * ORTHOGONAL);
    let second_order = simd.splat_f64s(SECOND_ORDER);
    let mut has_turned = false;
    for q in 1..n {
        for p in 0..q {
            let (pp, qq, pq) = (gram[p * (n + 1)], gram[q * (n + 1)], gram[p * n + q]);
            let smaller = simd.min_f64s(pp, qq);
            let apart = simd.sub_f64s(qq, pp);
            let distance = simd.abs_f64s(apart);
            let square = simd.mul_f64s(pq, pq);
            let is_something = simd.less_than_f64s(nothing, smaller);
            let angle = simd.mul_f64s(orthogonal, simd.mul_f64s(pp, qq));
            let room = simd.mul_f64s(simd.min_f64s(smaller, distance), distance);
            let may_stay = simd.max_f64s(angle, simd.mul_f64s(second_order, room));
            let over = simd.select_f64s(is_something, simd.sub_f64s(square, may_stay), zero);
            let is_over = simd.less_than_f64s(zero, over);
            if simd.first_true_m64s(is_over) >= S::F64_LANES {
                // Far fewer than the squares' difference: where there is none, there is no change.
                let is_left = simd.less_than_f64s(zero, simd.sub_f64s(square, angle));
                let change = simd.select_f64s(is_left, simd.div_f64s(square, apart), zero);
                let change = simd.select_f64s(is_something, change, zero);
                left[p] = simd.sub_f64s(left[p], change);
                left[q] = simd.add_f64s(left[q], change);
                continue;
            }
            has_turned = true;
            let t = simd.select_f64s(is_over, tangent(simd, pq, apart), zero);
            gram[p * (n + 1)] = simd.negate_mul_add_e_f64s(t, pq, pp);
            gram[q * (n + 1)] = simd.mul_add_e_f64s(t, pq, qq);
            gram[p * n + q] = simd.select_f64s(is_over, zero, pq);
            for col in [p, q] {
                largest[col] = simd.max_f64s(largest[col], gram[col * (n + 1)]);
            }
            turn(simd, n, gram, turns, (p, q), t);
        }
    }
    has_turned
}

/// The tangent of the angle that makes two columns orthogonal whose product is `pq` and whose
/// squares are `apart`.
#[inline(always)]
fn tangent<S: Simd>(simd: S, pq: S::f64s, apart: S::f64s) -> S::f64s {
    let twice = simd.add_f64s(pq, pq);
    let under = simd.mul_add_e_f64s(twice, twice, simd.mul_f64s(apart, apart));
    let root = simd.sqrt_f64s(under);
    let is_negative = simd.less_than_f64s(apart, simd.splat_f64s(0.0));
    let root = simd.select_f64s(is_negative, simd.neg_f64s(root), root);
    simd.div_f64s(twice, simd.add_f64s(apart, root))
}

/// Turns rows and columns p < q of the Gram matrices by a tangent, but for the entries among
/// themselves, and columns p, q of the turns.
#[inline(always)]
fn turn<S: Simd>(
    simd: S,
    n: usize,
    gram: &mut [S::f64s],
    turns: &mut [S::f64s],
    (p, q): (usize, usize),
    t: S::f64s,
) {
    let one = simd.splat_f64s(1.0);
    let c = simd.div_f64s(one, simd.sqrt_f64s(simd.mul_add_e_f64s(t, t, one)));
    let s = simd.mul_f64s(t, c);
    let both = |values: &mut [S::f64s], a: usize, b: usize| {
        let (x, y) = (values[a], values[b]);
        values[a] = simd.negate_mul_add_e_f64s(s, y, simd.mul_f64s(c, x));
        values[b] = simd.mul_add_e_f64s(s, x, simd.mul_f64s(c, y));
    };
    for k in 0..p {
        both(gram, k * n + p, k * n + q);
    }
    for k in p + 1..q {
        both(gram, p * n + k, k * n + q);
    }
    for k in q + 1..n {
        both(gram, p * n + k, q * n + k);
    }
    if turns.is_empty() {
        return;
    }
    for row in 0..n {
        both(turns, p * n + row, q * n + row);
    }
}
