//! Singular values of a slowly changing matrix, at a fraction of the cost of starting afresh.
//!
//! Which way is the fastest depends on the size: up to 32 items `EightSpectra` takes eight epochs
//! at once, beyond that `WideSpectrum` one after the other, and where the last hidden layer has
//! far fewer units than there are items, from its factors.

use nalgebra::DMatrix;

use super::eight_spectra::EightSpectra;
use super::matrix::Matrix;
use super::wide_spectrum::WideSpectrum;

/// The most items of which eight epochs at once are faster.
const MOST_AT_ONCE: usize = 32;

/// From so many items on the factors may be the shorter way.
const LEAST_FACTORED: usize = 17;

/// From so many items on, a second thread for the singular values saves more than it costs.
const LEAST_ON_THREAD: usize = 64;

/// Follows the P singular values of a network's `W_tot`.
#[derive(Clone, Debug)]
pub struct SpectrumTracker {
    n_items: usize,
    /// The most values that are not zero: no layer lets more through.
    rank: usize,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Eight(Box<EightSpectra>),
    /// The transpose of the matrix, and its values once found.
    Wide(WideSpectrum, Matrix, Vec<f64>),
    /// From the factors; the values once found.
    Factors(WideSpectrum, Vec<f64>),
}

/// A copy of what the singular values of one `W_tot` are found from.
#[derive(Clone, Debug)]
pub struct SpectrumInput(Input);

#[derive(Clone, Debug)]
enum Input {
    Total(Matrix),
    /// The last layer, and what it is given.
    Factors(Matrix, Matrix),
}

impl SpectrumTracker {
    /// For matrices of this shape, behind hidden layers of these widths.
    pub(super) fn new(shape: (usize, usize), hidden: &[usize]) -> Self {
        let (n_rows, n_items) = shape;
        let narrowest = hidden.iter().copied().min().unwrap_or(n_items);
        let last = hidden.last().copied().unwrap_or(n_items);
        let rank = narrowest.min(n_items);
        let way = if n_items >= LEAST_FACTORED && 4 * last <= 3 * n_items {
            Way::Factors(WideSpectrum::new((n_rows, last)), vec![0.0; last])
        } else if n_items <= MOST_AT_ONCE {
            Way::Eight(Box::new(EightSpectra::new(shape, rank)))
        } else {
            let transposed = Matrix::zeros(n_items, n_rows);
            Way::Wide(WideSpectrum::new(shape), transposed, vec![0.0; n_items])
        };
        Self { n_items, rank, way }
    }

    /// Whether the values are better found on a thread of their own.
    pub(super) fn is_worth_a_thread(&self) -> bool {
        self.n_items >= LEAST_ON_THREAD
    }

    /// A copy of what [`SpectrumTracker::queue`] takes, for [`SpectrumTracker::find`].
    pub(super) fn input(
        &self,
        total: &Matrix,
        factors: Option<(&Matrix, &Matrix)>,
    ) -> SpectrumInput {
        SpectrumInput(match (&self.way, factors) {
            (Way::Factors(..), Some((last, given))) => Input::Factors(last.clone(), given.clone()),
            _ => Input::Total(total.clone()),
        })
    }

    /// The P singular values of the next `W_tot`, descending, NaN if it is not finite. The bits are
    /// those that `SpectrumTracker::queue` leads to, whichever thread this is called on.
    pub fn find(&mut self, input: &SpectrumInput) -> Vec<f64> {
        match &input.0 {
            Input::Total(total) => self.queue(total, None),
            Input::Factors(last, given) => self.queue(last, Some((last, given))),
        };
        let mut values = vec![0.0; self.n_items];
        self.singular_values(&mut values);
        values
    }

    /// Keeps `total`, or finds its values, until they are asked for; whether they must be now.
    /// `factors` are the last layer and what it is given; where they serve, `total` is not looked
    /// at.
    pub(super) fn queue(&mut self, total: &Matrix, factors: Option<(&Matrix, &Matrix)>) -> bool {
        match (&mut self.way, factors) {
            (Way::Eight(spectra), _) => return spectra.queue(total),
            (Way::Wide(spectrum, transposed, values), _) => {
                transposed.transpose_of(total);
                spectrum.values(transposed, values);
            }
            (Way::Factors(spectrum, values), Some((last, given))) => {
                spectrum.values_of_product(last, given, values);
            }
            (Way::Factors(..), None) => unreachable!("a hidden layer gives factors"),
        }
        true
    }

    /// Writes the P singular values of every matrix queued since the last call, descending; NaN
    /// where it is not finite.
    pub(super) fn singular_values(&mut self, out: &mut [f64]) {
        match &mut self.way {
            Way::Eight(spectra) => spectra.values(out),
            Way::Wide(_, _, values) | Way::Factors(_, values) => {
                let n = values.len().min(out.len());
                out.fill(0.0);
                out[..n].copy_from_slice(&values[..n]);
            }
        }
        for values in out.chunks_exact_mut(self.n_items) {
            let is_finite = values.iter().all(|value| value.is_finite());
            if is_finite {
                values.sort_unstable_by(|a, b| b.total_cmp(a));
                values[self.rank..].fill(0.0);
            } else {
                values.fill(f64::NAN);
            }
        }
    }
}

/// The singular values of a single matrix, descending, found as those of a run are.
pub fn singular_values(matrix: &DMatrix<f64>) -> Vec<f64> {
    let mut tracker = SpectrumTracker::new(matrix.shape(), &[]);
    let mut values = vec![0.0; matrix.ncols()];
    tracker.queue(&Matrix::of(matrix), None);
    tracker.singular_values(&mut values);
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::TorchRng;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    fn following(tracker: &mut SpectrumTracker, m: &DMatrix<f64>) -> Vec<f64> {
        let mut values = vec![0.0; m.ncols()];
        tracker.queue(&Matrix::of(m), None);
        tracker.singular_values(&mut values);
        values
    }

    fn meets(values: &[f64], m: &DMatrix<f64>, tolerance: f64) {
        let expected = m.clone().singular_values();
        for (i, value) in values.iter().enumerate() {
            let expected = expected.get(i).copied().unwrap_or(0.0);
            assert!((value - expected).abs() < tolerance * values[0]);
        }
        assert!(values.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn values_are_those_of_a_full_decomposition() {
        let mut rng = TorchRng::new(4);
        for (rows, cols) in [(38, 8), (8, 8), (20, 16), (3, 5), (33, 17), (94, 64)] {
            let mut spectrum = SpectrumTracker::new((rows, cols), &[]);
            let mut m = random(rows, cols, &mut rng);
            for _ in 0..5 {
                m += 0.05 * random(rows, cols, &mut rng);
                meets(&following(&mut spectrum, &m), &m, 1e-10);
            }
        }
    }

    #[test]
    fn values_from_the_factors_are_those_of_the_product() {
        let mut rng = TorchRng::new(5);
        let mut spectrum = SpectrumTracker::new((50, 40), &[30]);
        let (mut c, mut a) = (random(50, 30, &mut rng), random(30, 40, &mut rng));
        let mut values = vec![0.0; 40];
        for _ in 0..5 {
            c += 0.05 * random(50, 30, &mut rng);
            a += 0.05 * random(30, 40, &mut rng);
            let total = Matrix::of(&(&c * &a));
            assert!(spectrum.queue(&total, Some((&Matrix::of(&c), &Matrix::of(&a)))));
            spectrum.singular_values(&mut values);
            meets(&values, &(&c * &a), 1e-10);
            assert_eq!(values[30..], [0.0; 10]);
        }
    }

    #[test]
    fn values_found_from_copies_have_the_bits_of_those_that_were_queued() {
        let mut rng = TorchRng::new(6);
        for (hidden, n) in [(vec![30], 40), (vec![50], 40), (vec![], 9)] {
            let mut queued = SpectrumTracker::new((50, n), &hidden);
            let mut copied = queued.clone();
            let inner = hidden.first().copied().unwrap_or(n);
            let (mut c, mut a) = (random(50, inner, &mut rng), random(inner, n, &mut rng));
            for _ in 0..5 {
                c += 0.05 * random(50, inner, &mut rng);
                a += 0.05 * random(inner, n, &mut rng);
                let [total, last, given] = [&c * &a, c.clone(), a.clone()].map(|m| Matrix::of(&m));
                let factors = (!hidden.is_empty()).then_some((&last, &given));
                let input = copied.input(&total, factors);
                let mut values = vec![0.0; n];
                queued.queue(&total, factors);
                queued.singular_values(&mut values);
                assert_eq!(copied.find(&input), values);
            }
        }
    }

    #[test]
    fn eight_at_once_have_the_bits_of_fewer() {
        let mut rng = TorchRng::new(7);
        let mut m = random(20, 9, &mut rng);
        let mut eight = SpectrumTracker::new((20, 9), &[]);
        let mut three = eight.clone();
        let (mut of_eight, mut of_three) = (vec![0.0; 8 * 9], vec![0.0; 3 * 9]);
        for epoch in 0..8 {
            m += 0.02 * random(20, 9, &mut rng);
            assert_eq!(eight.queue(&Matrix::of(&m), None), epoch == 7);
            if epoch < 3 {
                three.queue(&Matrix::of(&m), None);
            }
        }
        eight.singular_values(&mut of_eight);
        three.singular_values(&mut of_three);
        assert_eq!(of_three, of_eight[..3 * 9]);
    }

    #[test]
    fn tiny_modes_beside_large_ones_are_seen() {
        for n in [8, 20] {
            let mut rng = TorchRng::new(8);
            let left = random(38, n, &mut rng).qr().q();
            let right = random(n, n, &mut rng).qr().q();
            let mut expected = vec![150.0, 1.0, 1e-3, 1e-5, 1e-7, 1e-9, 1e-10, 1e-11];
            expected.resize(n, 0.0);
            let m = left * DMatrix::from_diagonal(&expected.clone().into()) * right.transpose();
            let mut spectrum = SpectrumTracker::new((38, n), &[]);
            following(&mut spectrum, &m);
            for (value, expected) in following(&mut spectrum, &m).iter().zip(expected) {
                assert!((value - expected).abs() < 1e-13 * 150.0 + 1e-9 * expected);
            }
        }
    }

    #[test]
    fn columns_of_their_own_keep_their_digits_however_small() {
        // As in the data's item frame while the first mode is learned: beside a large column small
        // ones, each mostly along the large one.
        let mut rng = TorchRng::new(3);
        let left = random(40, 8, &mut rng).qr().q();
        let sizes = [1.0, 1e-9, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16];
        let mut m = left.clone();
        for (col, size) in sizes.into_iter().enumerate() {
            m.column_mut(col).scale_mut(size);
            if col > 0 {
                let along = 100.0 * size * left.column(0);
                m.column_mut(col).axpy(1.0, &along, 1.0);
            }
        }
        let values = singular_values(&m);
        for (value, size) in values.iter().zip(sizes) {
            assert!((value / size - 1.0).abs() < 1e-12, "{value:e} {size:e}");
        }
    }

    #[test]
    fn vectors_stay_orthonormal_over_a_long_run() {
        let mut rng = TorchRng::new(2);
        let mut spectrum = SpectrumTracker::new((12, 6), &[]);
        let mut m = random(12, 6, &mut rng);
        for _ in 0..20_000 {
            m += 0.01 * random(12, 6, &mut rng);
            following(&mut spectrum, &m);
        }
        meets(&following(&mut spectrum, &m), &m, 1e-10);
    }

    #[test]
    fn extreme_and_broken_matrices_are_answered() {
        for n in [2, 18] {
            let mut spectrum = SpectrumTracker::new((n, n), &[]);
            assert_eq!(
                following(&mut spectrum, &DMatrix::zeros(n, n)),
                vec![0.0; n]
            );
            for size in [1e-200, 1e200] {
                let mut m = DMatrix::zeros(n, n);
                (m[(0, 0)], m[(1, 1)]) = (3.0 * size, 4.0 * size);
                let values = following(&mut spectrum, &m);
                assert!((values[0] / (4.0 * size) - 1.0).abs() < 1e-12);
                assert!((values[1] / (3.0 * size) - 1.0).abs() < 1e-12);
            }
            assert_eq!(
                following(&mut spectrum, &DMatrix::from_element(n, n, 1e-320)),
                vec![0.0; n]
            );
            for broken in [f64::NAN, f64::INFINITY] {
                let mut m = DMatrix::identity(n, n);
                m[(0, 1)] = broken;
                let values = following(&mut spectrum, &m);
                assert!(values.iter().all(|v| v.is_nan()));
            }
        }
    }
}
