//! Features whose values are so large that the others hardly count beside them.

use nalgebra::DMatrix;

/// The share of a loss that is negligible: a loss has settled when no more of it is left.
pub const NEGLIGIBLE_SHARE: f64 = 1e-4;

/// The values of features that outweigh others are at least so many times as large.
const LEAST_RATIO: f64 = 10.0;

/// The rows of `numbers`, counted from 0, that outweigh the others: their values are ten times as
/// large or more, and the squares of all others are a negligible share. Empty if there are none;
/// rows of zeros do not count.
pub fn outweighing(numbers: &DMatrix<f64>) -> Vec<usize> {
    // Squares of very large numbers would overflow.
    let largest = numbers.amax();
    let mut squares = vec![0.0; numbers.nrows()];
    for column in numbers.column_iter() {
        for (sum, value) in squares.iter_mut().zip(column.iter()) {
            *sum += (value / largest).powi(2);
        }
    }
    let mut by_size: Vec<usize> = (0..squares.len()).filter(|&i| squares[i] > 0.0).collect();
    by_size.sort_by(|&a, &b| squares[b].total_cmp(&squares[a]));
    let total: f64 = squares.iter().sum();
    let (mut smaller, mut found) = (0.0, (LEAST_RATIO.powi(2), 0));
    for n_large in (1..by_size.len()).rev() {
        let [above, below] = [by_size[n_large - 1], by_size[n_large]].map(|row| squares[row]);
        smaller += below;
        if smaller > NEGLIGIBLE_SHARE * total {
            break;
        }
        if above / below >= found.0 {
            found = (above / below, n_large);
        }
    }
    by_size.truncate(found.1);
    by_size.sort_unstable();
    by_size
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows that outweigh the others where each row holds one value and its negative.
    fn of(sizes: &[f64]) -> Vec<usize> {
        let value = |row: usize, col: usize| if col == 0 { sizes[row] } else { -sizes[row] };
        outweighing(&DMatrix::from_fn(sizes.len(), 2, value))
    }

    #[test]
    fn columns_of_thousands_outweigh_columns_of_ones() {
        assert_eq!(of(&[1.0, 1.0, 3000.0, 0.0, 1.0]), [2]);
        assert_eq!(of(&[2000.0, 1.0, 3000.0, 1.0]), [0, 2]);
        assert_eq!(of(&[1e150, 1e300]), [1]);
    }

    #[test]
    fn of_three_sizes_the_widest_gap_counts() {
        assert_eq!(of(&[100.0, 1e6, 1e3]), [1]);
        assert_eq!(of(&[1.0, 3e4, 3e5]), [1, 2]);
    }

    #[test]
    fn values_of_like_size_outweigh_nothing() {
        assert!(of(&[1.0, 50.0]).is_empty());
        assert!(of(&vec![3.0; 20_000]).is_empty());
        assert!(of(&[0.0, 3000.0]).is_empty());
        assert!(of(&[0.0, 0.0]).is_empty());
        // Sizes that spread evenly have no gap.
        let spread: Vec<f64> = (0..40).map(|i| 1.5_f64.powi(i)).collect();
        assert!(of(&spread).is_empty());
    }
}
