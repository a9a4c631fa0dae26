//! When a mode is half learned.

/// The epoch at which a strength passes half of `s`, between two of its `points` (epoch, strength),
/// which ascend by their epochs. `None` if it does not, or before it stops being finite, and for an
/// `s` that is not above zero.
pub fn half_rise(points: impl IntoIterator<Item = (f64, f64)>, s: f64) -> Option<f64> {
    let half = s / 2.0;
    if half <= 0.0 {
        return None;
    }
    let mut before: Option<(f64, f64)> = None;
    for (epoch, strength) in points {
        if !strength.is_finite() {
            return None;
        }
        if strength >= half {
            let since = before.map_or(0.0, |(earlier, low)| {
                (epoch - earlier) * (strength - half) / (strength - low)
            });
            return Some(epoch - since);
        }
        before = Some((epoch, strength));
    }
    None
}

/// The epoch of [`half_rise`] on a curve with a strength for every epoch from 0 on.
pub fn half_rise_of(curve: &[f64], s: f64) -> Option<f64> {
    half_rise((0..).map(f64::from).zip(curve.iter().copied()), s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_strength_is_passed_between_two_epochs() {
        let points = [(10.0, 1.0), (14.0, 2.0), (18.0, 6.0), (22.0, 1.0)];
        assert_eq!(half_rise(points, 8.0), Some(16.0));
        assert_eq!(half_rise(points, 2.0), Some(10.0));
        assert_eq!(half_rise(points, 13.0), None);
        assert_eq!(half_rise(points, 0.0), None);
        assert_eq!(half_rise([], 1.0), None);
        assert_eq!(half_rise_of(&[1.0, 2.0, 6.0], 8.0), Some(1.5));
        assert_eq!(half_rise_of(&[1.0, f64::NAN, 100.0], 100.0), None);
    }
}
