//! Round numbers: what ticks, colour bars and scales are divided by.

/// The largest of 1, 2 and 5 by decades that is not above `value`; 0 where that is no number above
/// zero.
pub(crate) fn round_below(value: f64) -> f64 {
    if !(value > 0.0 && value.is_finite()) {
        return 0.0;
    }
    let decade = 10_f64.powf(value.log10().floor());
    let steps = [5.0, 2.0, 1.0].map(|step| step * decade);
    let fits = |step: &f64| *step <= value * (1.0 + 1e-9);
    steps.into_iter().find(fits).unwrap_or(decade)
}

/// The least of 1, 2 and 5 by decades that is not below `value`, which is a number above zero.
pub(crate) fn round_step(value: f64) -> f64 {
    let decade = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * decade);
    let is_enough = |step: &f64| *step >= value * (1.0 - 1e-9);
    steps.into_iter().find(is_enough).unwrap_or(10.0 * decade)
}

/// The multiples of a round step from `least` (0, or below) to `largest`, ascending, `most` or
/// fewer steps from 0 to `largest`; 0 alone where there is no such step.
pub(crate) fn round_values(least: f64, largest: f64, most: usize) -> Vec<f64> {
    if !(largest > 0.0 && largest.is_finite()) {
        return vec![0.0];
    }
    let step = round_step(largest / most.max(1) as f64);
    let n = |end: f64| (end / step * (1.0 + 1e-9)).trunc() as i32;
    (n(least)..=n(largest))
        .map(|i| f64::from(i) * step)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_one_two_or_five_by_decades() {
        assert_eq!(
            [7.3, 5.0, 1.99, 0.03].map(round_below),
            [5.0, 5.0, 1.0, 0.02]
        );
        assert_eq!(
            [0.0, f64::NAN, f64::INFINITY, -3.0].map(round_below),
            [0.0; 4]
        );
    }

    #[test]
    fn round_values_lie_within_their_ends() {
        assert_eq!(round_values(0.0, 17.3, 4), [0.0, 5.0, 10.0, 15.0]);
        assert_eq!(round_values(-3.39, 3.39, 2), [-2.0, 0.0, 2.0]);
        assert_eq!(round_values(0.0, 60.0, 3), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(round_values(0.0, 0.0, 4), [0.0]);
        assert_eq!(round_values(0.0, f64::INFINITY, 4), [0.0]);
        for largest in [1e-9, 0.007, 1.0, 44.0, 9.9e8] {
            let values = round_values(0.0, largest, 4);
            assert!((2..=5).contains(&values.len()), "{largest} {values:?}");
        }
    }
}
