//! A learning rate for data of any size.

use nalgebra::DMatrix;

use crate::experiment::validity::MAX_LR;
use crate::model::DataModes;
use crate::model::reduction::triangular_factor;

/// The tutorial's own lr, 100, as a share of its stability limit N·P/(2·s_1), 253.6.
const TUTORIALS_SHARE: f64 = 100.0 / 253.6;

/// The learning rate at which targets Y (N × P) are learned at the tutorial's pace: the same
/// share of the stability limit, to two digits, and at most [`MAX_LR`]. `n_layers` is the number of
/// weight matrices.
pub fn fitting_lr(targets: &DMatrix<f64>, n_layers: usize) -> f64 {
    fitting_lr_at(stability_limit(targets, n_layers))
}

/// The rate of [`fitting_lr`] for a stability limit that is known.
pub fn fitting_lr_at(limit: f64) -> f64 {
    two_digits(TUTORIALS_SHARE * limit).min(MAX_LR)
}

/// The learning rate from which on targets Y (N × P) are not learned but swing.
pub fn stability_limit(targets: &DMatrix<f64>, n_layers: usize) -> f64 {
    let (n_features, n_items) = targets.shape();
    let entry = |row, col| targets[(row, col)];
    let factor =
        triangular_factor(0..n_features, n_items, entry, &mut || false).expect("never cancelled");
    DataModes::of(&factor).stability_limit(n_features, n_layers)
}

fn two_digits(value: f64) -> f64 {
    if !value.is_finite() || value <= 0.0 {
        return value;
    }
    // By way of the text, so that it is the very number that one would type.
    format!("{value:.1e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;

    #[test]
    fn the_tutorials_data_get_the_tutorials_lr() {
        assert_eq!(
            fitting_lr(&TreeRecipe::default().sample().targets, 2),
            100.0
        );
    }

    #[test]
    fn larger_values_get_smaller_steps() {
        let targets = TreeRecipe::default().sample().targets * 10.0;
        assert_eq!(fitting_lr(&targets, 2), 10.0);
    }

    #[test]
    fn values_too_small_for_any_rate_get_the_largest() {
        let targets = TreeRecipe::default().sample().targets;
        for scale in [1e-9, 1e-300, 1e-310, 0.0] {
            for n_layers in [2, 5] {
                assert_eq!(fitting_lr(&(&targets * scale), n_layers), MAX_LR);
            }
        }
    }

    #[test]
    fn a_rate_is_a_number_that_one_would_type() {
        assert_eq!(two_digits(39.43), 39.0);
        assert_eq!(two_digits(0.012_345), 0.012);
        assert_eq!(two_digits(1234.0), 1200.0);
    }
}
