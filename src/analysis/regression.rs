//! Linear regression: the same answer as a trained network's, without training.
//!
//! The weights W that make ‖W X − Y‖ least are W = Y Xᵀ (X Xᵀ)⁻¹ for inputs X (D × n) and outputs
//! Y (N × n), one column a sample. The inverse is never formed: with X = U Σ Vᵀ, W = Y V Σ⁻¹ Uᵀ,
//! which squares no condition number (Golub & Van Loan, "Matrix Computations", 5.5). Where X Xᵀ is
//! singular that is the solution of least norm, and the rank tells.

use nalgebra::DMatrix;

use crate::draw::NumpyRng;

/// numpy's relative tolerance in `allclose`.
pub const NUMPY_RTOL: f64 = 1e-5;

/// The absolute tolerance of the tutorial's comparison.
pub const TUTORIAL_ATOL: f64 = 1e-2;

/// Weights found by regression, and how well they were determined.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// W, N × D.
    pub weights: DMatrix<f64>,
    /// Inputs that are independent; below D, W is one of many.
    pub rank: usize,
    /// Number of inputs, D.
    pub n_inputs: usize,
    /// Largest over smallest singular value of X; infinite if that is 0. X Xᵀ has its square.
    pub condition: f64,
}

impl Solution {
    /// Whether the data determine one W, to the digits there are.
    pub fn is_determined(&self) -> bool {
        self.rank == self.n_inputs
    }
}

/// Samples that cannot be regressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegressionError {
    /// X and Y differ in their number of samples.
    #[error("there are {inputs} samples of the inputs and {outputs} of the outputs")]
    SamplesDiffer {
        /// Columns of X.
        inputs: usize,
        /// Columns of Y.
        outputs: usize,
    },
    /// There is no sample, or a sample without a number.
    #[error("there are no samples")]
    Empty,
    /// A number is infinite or not a number.
    #[error("a sample is not a finite number")]
    NotFinite,
}

/// Regresses Y (N × n) on X (D × n).
///
/// # Errors
/// If they are no samples of each other.
pub fn solve(x: &DMatrix<f64>, y: &DMatrix<f64>) -> Result<Solution, RegressionError> {
    let (inputs, outputs) = (x.ncols(), y.ncols());
    if inputs != outputs {
        return Err(RegressionError::SamplesDiffer { inputs, outputs });
    }
    if x.is_empty() || y.is_empty() {
        return Err(RegressionError::Empty);
    }
    if !x.iter().chain(y).all(|v| v.is_finite()) {
        return Err(RegressionError::NotFinite);
    }
    let n_inputs = x.nrows();
    // Scaled, since the iteration does not end on squares that overflow.
    let scale = x.amax().max(f64::MIN_POSITIVE);
    let svd = (x / scale).svd(true, true);
    let (u, v_t) = svd.u.zip(svd.v_t).expect("both sides were asked for");
    let s = svd.singular_values;
    let largest = s.max();
    // As numpy's matrix_rank.
    let negligible = largest * f64::EPSILON * x.nrows().max(x.ncols()) as f64;
    let rank = s.iter().filter(|&&value| value > negligible).count();
    let mut weights = y * v_t.transpose();
    for (mut column, &value) in weights.column_iter_mut().zip(&s) {
        column *= if value > negligible {
            1.0 / (value * scale)
        } else {
            0.0
        };
    }
    // With fewer samples than inputs some directions have no value at all.
    let smallest = if s.len() < n_inputs { 0.0 } else { s.min() };
    Ok(Solution {
        weights: weights * u.transpose(),
        rank,
        n_inputs,
        condition: if smallest > 0.0 {
            largest / smallest
        } else {
            f64::INFINITY
        },
    })
}

/// How near two matrices are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closeness {
    /// The largest |a − b|; infinite if one is not a number or their shapes differ.
    pub largest_difference: f64,
    /// The answer of `numpy.allclose(a, b, rtol, atol)`: |a − b| ≤ atol + rtol·|b| everywhere.
    pub is_close: bool,
}

/// Compares as `numpy.allclose` does, with numpy's own rtol; `b` is what counts as true.
pub fn closeness(a: &DMatrix<f64>, b: &DMatrix<f64>, atol: f64) -> Closeness {
    let apart = Closeness {
        largest_difference: f64::INFINITY,
        is_close: false,
    };
    if a.shape() != b.shape() || a.iter().chain(b).any(|v| v.is_nan()) {
        return apart;
    }
    // Equal infinities are close, and no distance apart.
    let difference = |a: f64, b: f64| if a == b { 0.0 } else { (a - b).abs() };
    let pairs = || a.iter().zip(b).map(|(&a, &b)| (difference(a, b), b));
    Closeness {
        largest_difference: pairs().map(|(apart, _)| apart).fold(0.0, f64::max),
        is_close: pairs().all(|(apart, b)| {
            apart == 0.0 || apart.is_finite() && apart <= atol + NUMPY_RTOL * b.abs()
        }),
    }
}

/// The tutorial's exercise: weights of whole numbers that regression finds again in the noise.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// The true weights, 3 × 3, whole numbers from 0 to 9.
    pub true_weights: DMatrix<f64>,
    /// X, 3 × 37, uniform in [0, 1).
    pub inputs: DMatrix<f64>,
    /// Y = `true_weights` X + noise, 3 × 37.
    pub outputs: DMatrix<f64>,
}

/// The noise's standard deviation in the tutorial.
pub const TUTORIAL_NOISE: f64 = 0.01;

/// Samples of the tutorial's exercise.
pub const TUTORIAL_SAMPLES: usize = 37;

/// Inputs and outputs of the exercise.
const N_NUMBERS: usize = 3;

impl Exercise {
    /// Draws it as the tutorial does: `randint(low=0, high=10, size=(3, 3))`, `rand(3, 37)`,
    /// `normal(scale=noise, size=(3, 37))`, each row by row.
    pub fn draw(rng: &mut NumpyRng, noise: f64) -> Self {
        let true_weights = by_rows(N_NUMBERS, || f64::from(rng.below(10)));
        let inputs = by_rows(TUTORIAL_SAMPLES, || rng.uniform());
        let noise = by_rows(TUTORIAL_SAMPLES, || noise * rng.normal());
        Self {
            outputs: &true_weights * &inputs + noise,
            true_weights,
            inputs,
        }
    }

    /// The tutorial's own, run from top to bottom after `set_seed(seed)`: three data sets of 10,000
    /// features are drawn before it, 15 numbers a feature.
    pub fn of_the_notebook(seed: u32, noise: f64) -> Self {
        Self::draw(&mut before_the_notebooks(seed), noise)
    }

    /// How many outputs of numpy's generator the tutorial's own takes at that seed. Some numbers
    /// are rejected and drawn again, so no two seeds need to agree.
    pub fn outputs_of_the_notebook(seed: u32) -> usize {
        let mut rng = before_the_notebooks(seed);
        let before = rng.n_outputs();
        Self::draw(&mut rng, TUTORIAL_NOISE);
        rng.n_outputs() - before
    }

    /// The weights that regression finds.
    ///
    /// # Errors
    /// If the noise is not finite.
    pub fn solve(&self) -> Result<Solution, RegressionError> {
        solve(&self.inputs, &self.outputs)
    }

    /// Whether an estimate rounds to the true weights.
    pub fn is_found_by(&self, estimate: &DMatrix<f64>) -> bool {
        estimate.map(f64::round) == self.true_weights
    }
}

/// numpy's generator where the notebook, run from the top, comes to the exercise.
fn before_the_notebooks(seed: u32) -> NumpyRng {
    let mut rng = NumpyRng::new(seed);
    rng.skip(3 * 10_000 * 15 * 2);
    rng
}

/// A 3 × `n_cols` matrix, filled row by row.
fn by_rows(n_cols: usize, draw: impl FnMut() -> f64) -> DMatrix<f64> {
    let n = N_NUMBERS * n_cols;
    DMatrix::from_row_iterator(N_NUMBERS, n_cols, std::iter::repeat_with(draw).take(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;
    use crate::draw::TorchRng;

    fn random(rows: usize, cols: usize, rng: &mut TorchRng) -> DMatrix<f64> {
        DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5)
    }

    #[test]
    fn residuals_are_orthogonal_to_the_inputs() {
        let mut rng = TorchRng::new(5);
        for (d, n, n_outputs) in [(3, 37, 3), (8, 8, 20), (5, 9, 1), (1, 4, 2)] {
            let (x, y) = (random(d, n, &mut rng), random(n_outputs, n, &mut rng));
            let solution = solve(&x, &y).unwrap();
            assert!(solution.is_determined());
            let left = &solution.weights * &x - &y;
            assert!((left * x.transpose()).amax() < 1e-12);
            let inverse = (&x * x.transpose()).try_inverse().unwrap();
            let textbook = &y * x.transpose() * inverse;
            assert!((solution.weights - textbook).amax() < 1e-9);
        }
    }

    #[test]
    fn one_hot_items_are_answered_with_their_features() {
        let targets = TreeRecipe::default().sample().targets;
        let solution = solve(&DMatrix::identity(8, 8), &targets).unwrap();
        assert!((&solution.weights - &targets).amax() < 1e-12);
        assert_eq!((solution.rank, solution.condition), (8, 1.0));
    }

    #[test]
    fn inputs_that_depend_on_each_other_are_told() {
        let mut rng = TorchRng::new(5);
        let mut x = random(3, 37, &mut rng);
        let sum = x.row(0) + x.row(1);
        x.set_row(2, &sum);
        let y = random(2, 37, &mut rng);
        let solution = solve(&x, &y).unwrap();
        assert_eq!(solution.rank, 2);
        assert!(!solution.is_determined() && solution.condition > 1e14);
        assert!(solution.weights.amax() < 10.0, "the least of the many");
        // Nearly dependent: determined, but barely.
        x[(2, 0)] += 1e-6;
        let solution = solve(&x, &y).unwrap();
        assert!(solution.is_determined() && solution.condition > 1e6);
        // Fewer samples than inputs, and none that says anything.
        let few = solve(&random(5, 2, &mut rng), &random(1, 2, &mut rng)).unwrap();
        assert_eq!((few.rank, few.condition), (2, f64::INFINITY));
        let nothing = solve(&DMatrix::zeros(3, 4), &DMatrix::zeros(2, 4)).unwrap();
        assert_eq!((nothing.rank, nothing.weights.amax()), (0, 0.0));
    }

    #[test]
    fn unusable_samples_are_refused() {
        let x = DMatrix::from_element(2, 3, 1.0);
        let samples_differ = RegressionError::SamplesDiffer {
            inputs: 3,
            outputs: 4,
        };
        assert_eq!(solve(&x, &DMatrix::zeros(1, 4)), Err(samples_differ));
        assert_eq!(
            solve(&x, &DMatrix::zeros(0, 3)),
            Err(RegressionError::Empty)
        );
        let y = DMatrix::from_element(1, 3, f64::NAN);
        assert_eq!(solve(&x, &y), Err(RegressionError::NotFinite));
    }

    #[test]
    fn the_notebooks_exercise_is_numpys_and_is_found() {
        // numpy.random.seed(2021), three data sets of rand(10000, 15), then the exercise.
        let exercise = Exercise::of_the_notebook(2021, TUTORIAL_NOISE);
        let expected = [8.0, 5.0, 8.0, 4.0, 1.0, 5.0, 0.0, 3.0, 0.0];
        assert_eq!(
            exercise.true_weights,
            DMatrix::from_row_slice(3, 3, &expected)
        );
        assert_eq!(exercise.inputs[(0, 0)], 0.186_710_721_704_185_23);
        assert_eq!(exercise.inputs[(2, 36)], 0.750_800_490_459_436_8);
        let noise = &exercise.outputs - &exercise.true_weights * &exercise.inputs;
        for (at, expected) in [
            ((0, 0), -0.008_090_348_244_130_67),
            ((0, 1), 0.014_915_915_395_177_256),
            ((2, 36), -0.007_816_452_116_910_79),
        ] {
            assert!((noise[at] - expected).abs() < 1e-14);
        }
        let solution = exercise.solve().unwrap();
        assert!(solution.is_determined() && exercise.is_found_by(&solution.weights));
        assert!((&solution.weights - &exercise.true_weights).amax() < 0.03);
    }

    #[test]
    fn so_many_outputs_does_the_notebooks_exercise_take() {
        // In numpy: what follows is what follows `RandomState(seed).bytes(4 * (900_000 + n))`.
        for (seed, n) in [(0, 521), (1, 503), (5, 513), (2021, 544), (u32::MAX, 497)] {
            assert_eq!(Exercise::outputs_of_the_notebook(seed), n, "{seed}");
        }
        let data_sets = 3 * TreeRecipe::default().outputs_used();
        assert_eq!(before_the_notebooks(5).n_outputs(), data_sets);
        let (mut drawn, mut skipped) = (before_the_notebooks(5), before_the_notebooks(5));
        Exercise::draw(&mut drawn, TUTORIAL_NOISE);
        skipped.skip(Exercise::outputs_of_the_notebook(5));
        assert_eq!(drawn.uniform().to_bits(), skipped.uniform().to_bits());
    }

    #[test]
    fn without_noise_it_is_found_to_rounding_and_in_much_noise_it_is_lost() {
        let quiet = Exercise::of_the_notebook(1, 0.0);
        let found = quiet.solve().unwrap().weights;
        assert!((found - &quiet.true_weights).amax() < 1e-12);
        let loud = Exercise::of_the_notebook(1, 10.0);
        assert!(!loud.is_found_by(&loud.solve().unwrap().weights));
    }

    #[test]
    fn close_is_what_numpy_calls_close() {
        let matrix = |v: f64| DMatrix::from_element(1, 2, v);
        let close = |a: f64, b: f64| closeness(&matrix(a), &matrix(b), 1e-2).is_close;
        assert!(close(1.0, 1.01) && !close(1.0, 1.0102));
        assert!(close(1000.0, 1000.0199) && !close(1000.0, 1000.0201));
        assert!(!close(f64::NAN, f64::NAN) && close(f64::INFINITY, f64::INFINITY));
        assert!(!close(1.0, f64::INFINITY));
        let other = closeness(&matrix(1.0), &DMatrix::zeros(2, 1), 1e9);
        assert!(!other.is_close);
        let apart = closeness(&matrix(3.0), &matrix(2.5), 1e-2).largest_difference;
        assert_eq!(apart, 0.5);
    }
}
