//! Regression's exercise as something to play with: other noise, fewer samples, inputs that are
//! not independent.
//!
//! The draw stays the notebook's for every choice: noise is scaled, samples are left out, and
//! inputs are tied, so that a slider moves one thing at a time.

use nalgebra::DMatrix;

use super::regression::{Exercise, RegressionError, Solution, TUTORIAL_SAMPLES};

/// How far the third input is from the second when they are nearly equal.
const NEARLY: f64 = 1e-5;

/// Beyond this condition number of X the digits that remain are worth a warning: X·Xᵀ has its
/// square, and an explicit inverse would be left with none of sixteen.
pub const NEARLY_SINGULAR: f64 = 1e4;

/// How the second and the third input go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inputs {
    /// Drawn independently of each other.
    #[default]
    Independent,
    /// The third is the second but for a hundred thousandth.
    NearlyEqual,
    /// The third is the second.
    Equal,
}

/// The exercise's draw at a seed, with its noise at standard deviation 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw {
    seed: u32,
    true_weights: DMatrix<f64>,
    inputs: DMatrix<f64>,
    unit_noise: DMatrix<f64>,
}

/// A choice of noise, samples and inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The noise's standard deviation.
    pub noise: f64,
    /// Samples, from 1 to [`TUTORIAL_SAMPLES`].
    pub n_samples: usize,
    /// How the inputs go together.
    pub inputs: Inputs,
}

/// The result of the regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// The choice.
    pub choice: Choice,
    /// The true weights, 3 × 3.
    pub true_weights: DMatrix<f64>,
    /// The solution found, and how well the samples determine it.
    pub solution: Solution,
    /// The largest |estimate − truth|.
    pub largest_error: f64,
    /// Whether the estimate rounds to the truth.
    pub is_found: bool,
}

impl Draw {
    /// The samples that the notebook draws at `seed`, run from top to bottom.
    pub fn of_the_notebook(seed: u32) -> Self {
        let Exercise {
            true_weights,
            inputs,
            outputs,
        } = Exercise::of_the_notebook(seed, 1.0);
        Self {
            seed,
            unit_noise: outputs - &true_weights * &inputs,
            true_weights,
            inputs,
        }
    }

    /// The seed of the exercise.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// The largest error with 1, 2 … samples, up to [`TUTORIAL_SAMPLES`], all else as chosen; NaN
    /// where nothing can be solved.
    pub fn errors(&self, choice: Choice) -> Vec<f64> {
        let error = |n_samples| {
            let solved = self.solve(Choice {
                n_samples,
                ..choice
            });
            solved.map_or(f64::NAN, |solved| solved.largest_error)
        };
        (1..=TUTORIAL_SAMPLES).map(error).collect()
    }

    /// The exercise as chosen, solved.
    ///
    /// # Errors
    /// If the noise is not finite, or there is no sample.
    pub fn solve(&self, choice: Choice) -> Result<Solved, RegressionError> {
        let n = choice.n_samples.min(TUTORIAL_SAMPLES);
        let mut inputs = self.inputs.columns(0, n).into_owned();
        let keep = match choice.inputs {
            Inputs::Independent => 1.0,
            Inputs::NearlyEqual => NEARLY,
            Inputs::Equal => 0.0,
        };
        if choice.inputs != Inputs::Independent {
            let second = inputs.row(1).into_owned();
            let third = &second + (inputs.row(2) - &second) * keep;
            inputs.set_row(2, &third);
        }
        let outputs = &self.true_weights * &inputs + self.unit_noise.columns(0, n) * choice.noise;
        let exercise = Exercise {
            true_weights: self.true_weights.clone(),
            inputs,
            outputs,
        };
        let solution = exercise.solve()?;
        Ok(Solved {
            choice,
            largest_error: (&solution.weights - &exercise.true_weights).amax(),
            is_found: exercise.is_found_by(&solution.weights),
            true_weights: exercise.true_weights,
            solution,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::regression::TUTORIAL_NOISE;

    const NOTEBOOK: Choice = Choice {
        noise: TUTORIAL_NOISE,
        n_samples: TUTORIAL_SAMPLES,
        inputs: Inputs::Independent,
    };

    #[test]
    fn the_notebooks_choice_is_the_notebooks_exercise() {
        let draw = Draw::of_the_notebook(2021);
        let solved = draw.solve(NOTEBOOK).unwrap();
        let exercise = Exercise::of_the_notebook(2021, TUTORIAL_NOISE);
        let expected = exercise.solve().unwrap().weights;
        assert!((&solved.solution.weights - expected).amax() < 1e-12);
        assert!(solved.is_found && solved.largest_error < 0.05);
        assert!(solved.solution.is_determined() && solved.solution.condition < NEARLY_SINGULAR);
    }

    #[test]
    fn noise_scales_the_error_and_no_noise_has_none() {
        let draw = Draw::of_the_notebook(2021);
        let error = |noise| {
            let choice = Choice { noise, ..NOTEBOOK };
            draw.solve(choice).unwrap().largest_error
        };
        assert!(error(0.0) < 1e-12);
        assert!((error(1.0) / error(0.01) - 100.0).abs() < 1e-6);
        assert!(
            draw.solve(Choice {
                noise: f64::NAN,
                ..NOTEBOOK
            })
            .is_err()
        );
    }

    #[test]
    fn the_error_falls_once_there_are_as_many_samples_as_inputs() {
        let draw = Draw::of_the_notebook(2021);
        let errors = draw.errors(NOTEBOOK);
        assert_eq!(errors.len(), TUTORIAL_SAMPLES);
        assert!(errors[1] > 0.5 && errors[TUTORIAL_SAMPLES - 1] < 0.05);
        let solved = draw.solve(NOTEBOOK).unwrap();
        assert_eq!(errors.last(), Some(&solved.largest_error));
    }

    #[test]
    fn too_few_samples_and_tied_inputs_do_not_determine_the_weights() {
        let draw = Draw::of_the_notebook(2021);
        for n_samples in [1, 2] {
            let choice = Choice {
                n_samples,
                ..NOTEBOOK
            };
            let solved = draw.solve(choice).unwrap();
            assert_eq!(solved.solution.rank, n_samples);
            assert!(solved.solution.condition.is_infinite() && !solved.is_found);
        }
        let tied = |inputs| draw.solve(Choice { inputs, ..NOTEBOOK }).unwrap();
        let equal = tied(Inputs::Equal);
        assert_eq!(equal.solution.rank, 2);
        assert!(equal.solution.weights.iter().all(|w| w.is_finite()));
        let nearly = tied(Inputs::NearlyEqual);
        assert_eq!(nearly.solution.rank, 3);
        assert!(nearly.solution.condition > NEARLY_SINGULAR);
        assert!(nearly.largest_error > 10.0 * tied(Inputs::Independent).largest_error);
    }

    #[test]
    fn no_sample_is_an_error() {
        let draw = Draw::of_the_notebook(1);
        let choice = Choice {
            n_samples: 0,
            ..NOTEBOOK
        };
        assert_eq!(draw.solve(choice), Err(RegressionError::Empty));
    }
}
