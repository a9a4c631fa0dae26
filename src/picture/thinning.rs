//! Fewer points for a long curve: what can be seen of it stays.

/// The most points of a thinned curve, but one.
pub const MOST_POINTS: usize = 2000;

/// The rows of a curve of `n` rows to draw: all of them, or the least and the largest of each of
/// `most` / 2 stretches of equal length, and the last. `value` is the curve's value in a row; NaN
/// is never the least or the largest. Takes time in proportion to `n`.
pub fn thinned_rows(n: usize, most: usize, value: impl Fn(usize) -> f64) -> Vec<usize> {
    if n <= most || most < 2 {
        return (0..n).collect();
    }
    let n_stretches = most / 2;
    let mut rows = Vec::with_capacity(most + 1);
    for stretch in 0..n_stretches {
        let first = stretch * n / n_stretches;
        let (mut least, mut largest) = (first, first);
        let (mut low, mut high) = (value(first), value(first));
        for row in first + 1..(stretch + 1) * n / n_stretches {
            let here = value(row);
            if here < low || low.is_nan() {
                (least, low) = (row, here);
            }
            if here > high || high.is_nan() {
                (largest, high) = (row, here);
            }
        }
        rows.push(least.min(largest));
        if least != largest {
            rows.push(least.max(largest));
        }
    }
    if rows.last() != Some(&(n - 1)) {
        rows.push(n - 1);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_curve_keeps_every_row() {
        assert_eq!(thinned_rows(5, 5, |_| 0.0), [0, 1, 2, 3, 4]);
        assert!(thinned_rows(0, 2000, |_| 0.0).is_empty());
    }

    #[test]
    fn a_long_curve_keeps_its_extremes_and_its_last_row() {
        let value = |row: usize| ((row * 7919) % 30_011) as f64;
        let rows = thinned_rows(30_000, MOST_POINTS, value);
        assert!(rows.len() <= MOST_POINTS + 1);
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(rows.last(), Some(&29_999));
        let largest = |rows: &mut dyn Iterator<Item = usize>| rows.map(value).fold(0.0, f64::max);
        let kept = largest(&mut rows.iter().copied());
        assert_eq!(kept, largest(&mut (0..30_000)));
    }

    #[test]
    fn what_is_no_number_hides_no_extreme() {
        let value = |row: usize| if row < 50 { f64::NAN } else { row as f64 };
        let rows = thinned_rows(100, 2, value);
        assert_eq!(rows, [50, 99]);
    }
}
