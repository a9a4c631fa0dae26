//! Steps on a table of numbers, N × P: missing values, means of classes, scaling.

use nalgebra::DMatrix;

use super::choices::{Missing, Scaling};

/// Rows and columns that stay after missing values are dealt with.
pub(super) struct Kept {
    /// The features, by index before.
    pub(super) features: Vec<usize>,
    /// The items, by index before.
    pub(super) items: Vec<usize>,
}

/// Deals with the missing values, which are not-a-number. With [`Missing::Error`] they stay. A
/// feature without any value has no mean and becomes 0.
pub(super) fn without_missing(numbers: &mut DMatrix<f64>, how: Missing) -> Kept {
    let mut kept = Kept {
        features: (0..numbers.nrows()).collect(),
        items: (0..numbers.ncols()).collect(),
    };
    match how {
        Missing::Error => {}
        Missing::Zero => fill(numbers, |_| 0.0),
        Missing::Mean => fill(numbers, |present| mean(present.iter().copied())),
        Missing::DropItems => {
            kept.items
                .retain(|&i| !numbers.column(i).iter().any(|v| v.is_nan()));
            *numbers = numbers.select_columns(&kept.items);
        }
        Missing::DropFeatures => {
            kept.features
                .retain(|&i| !numbers.row(i).iter().any(|v| v.is_nan()));
            *numbers = numbers.select_rows(&kept.features);
        }
    }
    kept
}

/// The means of the items of each class, classes in the order in which they first occur; `class`
/// gives each item's class by number.
pub(super) fn class_means(
    numbers: &DMatrix<f64>,
    class: &[usize],
    n_classes: usize,
) -> DMatrix<f64> {
    let mut means = DMatrix::zeros(numbers.nrows(), n_classes);
    let mut counts = vec![0_usize; n_classes];
    for (values, &class) in numbers.column_iter().zip(class) {
        let mut sum = means.column_mut(class);
        sum += values;
        counts[class] += 1;
    }
    for (mut sum, &count) in means.column_iter_mut().zip(&counts) {
        sum /= count as f64;
    }
    means
}

/// Scales each feature over the items.
pub(super) fn scale(numbers: &mut DMatrix<f64>, scaling: Scaling) {
    if scaling == Scaling::None {
        return;
    }
    for mut values in numbers.row_iter_mut() {
        let first = values.iter().next().copied();
        if values.iter().all(|&value| Some(value) == first) {
            values.fill(0.0); // no rounding error is blown up
            continue;
        }
        let mean = mean(values.iter().copied());
        values.add_scalar_mut(-mean);
        if scaling == Scaling::Zscore {
            let variance = self::mean(values.iter().map(|value| value * value));
            values /= variance.sqrt();
        }
    }
}

fn fill(numbers: &mut DMatrix<f64>, by: impl Fn(&[f64]) -> f64) {
    for mut values in numbers.row_iter_mut() {
        let present: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| !value.is_nan())
            .collect();
        if present.len() == values.len() {
            continue;
        }
        let value = by(&present);
        for missing in values.iter_mut().filter(|value| value.is_nan()) {
            *missing = value;
        }
    }
}

/// The mean, 0 of nothing.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (n, sum) = values.fold((0_usize, 0.0), |(n, sum), value| (n + 1, sum + value));
    sum / n.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> DMatrix<f64> {
        DMatrix::from_row_slice(2, 3, &[1.0, f64::NAN, 3.0, 5.0, 5.0, 5.0])
    }

    #[test]
    fn missing_values_are_replaced_or_left_out() {
        for (how, shape, value) in [
            (Missing::Mean, (2, 3), 2.0),
            (Missing::Zero, (2, 3), 0.0),
            (Missing::DropItems, (2, 2), 3.0),
            (Missing::DropFeatures, (1, 3), 5.0),
        ] {
            let mut numbers = table();
            without_missing(&mut numbers, how);
            assert_eq!(
                (numbers.shape(), numbers[(0, 1)]),
                (shape, value),
                "{how:?}"
            );
        }
    }

    #[test]
    fn classes_have_the_means_of_their_items() {
        let numbers = DMatrix::from_row_slice(1, 3, &[1.0, 2.0, 4.0]);
        let means = class_means(&numbers, &[0, 1, 1], 2);
        assert_eq!(means, DMatrix::from_row_slice(1, 2, &[1.0, 3.0]));
    }

    #[test]
    fn scaled_features_have_mean_zero_and_constant_ones_are_zero() {
        let mut numbers = DMatrix::from_row_slice(2, 2, &[1.0, 3.0, 0.1, 0.1]);
        scale(&mut numbers, Scaling::Zscore);
        assert_eq!(
            numbers,
            DMatrix::from_row_slice(2, 2, &[-1.0, 1.0, 0.0, 0.0])
        );
    }
}
