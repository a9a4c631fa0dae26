//! The network at one epoch as a product of three matrices, U·A·Vᵀ: the data's features side, the
//! strengths of its modes, and its item side. A mode can be left out.
//!
//! A = Uᵀ W V is all of W in the data's modes, and the item side is a whole basis; so U A Vᵀ is
//! the network but for what of W lies outside the features side. That part is left of the first
//! weights and goes as the network learns; how much it is, is told by [`share_in_modes`].

use nalgebra::DMatrix;

/// U A Vᵀ without the modes that are off: features × P.
///
/// `features` is U for some features (features × P), `aligned` A as recorded (P × P, column by
/// column), `item_side` V (P × P).
pub fn product(
    features: &DMatrix<f64>,
    aligned: &[f64],
    item_side: &DMatrix<f64>,
    is_on: impl Fn(usize) -> bool,
) -> DMatrix<f64> {
    let n_modes = item_side.ncols();
    let on: Vec<usize> = (0..n_modes).filter(|&mode| is_on(mode)).collect();
    if on.is_empty() {
        return DMatrix::zeros(features.nrows(), item_side.nrows());
    }
    let aligned = DMatrix::from_fn(on.len(), on.len(), |a, b| aligned[on[a] + on[b] * n_modes]);
    features.select_columns(&on) * aligned * item_side.select_columns(&on).transpose()
}

/// How much of the network U A Vᵀ is, ‖A‖² / ‖W‖², given the singular values of W; none where W
/// is nothing or too large to be squared.
pub fn share_in_modes(aligned: &[f64], singular_values: &[f64]) -> Option<f64> {
    // In units of the largest, so that small weights have squares too.
    let unit = singular_values.iter().copied().fold(0.0, f64::max);
    if !(unit > 0.0 && unit.is_finite()) {
        return None;
    }
    let square = |values: &[f64]| values.iter().map(|v| (v / unit).powi(2)).sum::<f64>();
    let share = square(aligned) / square(singular_values);
    // Rounding may take it a little beyond the whole.
    share.is_finite().then(|| share.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::UserFeature;
    use crate::experiment::{Experiment, Pair};
    use crate::model::{DataModes, Record, Setup, run_from};

    /// A run, its modes, and U for its last two features, the second a user's.
    fn run(gamma: f64) -> (Record, DataModes, DMatrix<f64>) {
        let mut experiment = Experiment {
            gamma,
            ..Experiment::default()
        };
        experiment.user_features.push(UserFeature {
            name: "has_bones".to_owned(),
            values: vec![-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0],
        });
        let features = [9_999, 10_000];
        let pairs = features.map(|feature| Pair { item: 0, feature });
        experiment.watched = pairs.to_vec();
        let mut setup = Setup::new(&experiment, None);
        let (record, _) = run_from(&experiment, &mut setup);
        let modes = setup.modes(&experiment).clone();
        let targets = DMatrix::from_fn(2, 8, |row, item| match row {
            0 => setup.dataset().targets[(9_999, item)],
            _ => experiment.user_features[0].values[item],
        });
        let side = modes.feature_side_of(&targets);
        (record, modes, side)
    }

    #[test]
    fn all_modes_are_the_networks_own_predictions() {
        let (record, modes, features) = run(1e-12);
        for row in 0..record.len() - 1 {
            let aligned = record.aligned(row).unwrap().matrix;
            let whole = product(&features, aligned, &modes.item_side, |_| true);
            // A belongs to the weights after the step, a prediction to those before the next.
            for (feature, expected) in record.predictions(row + 1).iter().enumerate() {
                assert!((whole[(feature, 0)] - expected).abs() < 1e-9, "row {row}");
            }
        }
    }

    #[test]
    fn without_any_mode_there_is_nothing() {
        let (record, modes, features) = run(1e-12);
        let aligned = record.aligned(200).unwrap().matrix;
        let none = product(&features, aligned, &modes.item_side, |_| false);
        assert_eq!(none, DMatrix::zeros(2, 8));
    }

    #[test]
    fn modes_add_up() {
        let (record, modes, features) = run(1e-12);
        let part = |is_on: &dyn Fn(usize) -> bool| {
            let aligned = record.aligned(249).unwrap().matrix;
            product(&features, aligned, &modes.item_side, is_on)
        };
        // At the end A is a diagonal, so nothing is lost between the parts.
        let sum = part(&|mode| mode == 1) + part(&|mode| mode != 1);
        assert!((sum - part(&|_| true)).amax() < 1e-6);
        assert!((part(&|_| true) - part(&|mode| mode != 1)).amax() > 0.3);
    }

    #[test]
    fn the_share_that_chosen_modes_leave_out_is_reported() {
        let share = |record: &Record, row| {
            let aligned = record.aligned(row).unwrap().matrix;
            share_in_modes(aligned, record.modes(row))
        };
        let (record, ..) = run(1e-12);
        // Random first weights have hardly anything to do with the data.
        assert!(share(&record, 0).unwrap() < 0.5);
        assert!(share(&record, 249).unwrap() > 0.999_999);
        let (record, ..) = run(10.0);
        let (first, last) = (share(&record, 0).unwrap(), share(&record, 249).unwrap());
        assert!(first < 0.9 && last > 0.999, "{first} {last}");
        assert_eq!(share_in_modes(&[0.0; 4], &[0.0; 2]), None);
        assert_eq!(
            share_in_modes(&[f64::INFINITY; 4], &[f64::INFINITY; 2]),
            None
        );
    }
}
