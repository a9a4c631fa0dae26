//! Where an axis has ticks, and how their numbers are written.

use super::axis::{Axis, AxisScale};
use crate::numbers::{fixed, power_of_ten, short, signed};
use crate::picture::round::round_step;

/// The least way between two ticks, in points, so that their numbers do not touch.
const LEAST_GAP: f64 = 15.0;
/// Ticks are not made more while they would be nearer than this.
const WIDE_GAP: f64 = 40.0;

/// A tick so little beyond the end of its axis, as a share of it, is at the end.
const ROUNDING: f64 = 1e-9;

/// A tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The tick's position, in units of the chart.
    pub at: f64,
    /// Number.
    pub text: String,
}

/// The ticks of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// In ascending order.
    pub marks: Vec<Tick>,
    /// The factor of all of their numbers, as `×10⁻⁵`; `None` for 1.
    pub factor: Option<String>,
}

impl Axis {
    /// The ticks within a stretch of heights that takes `room` points of the picture. Where two
    /// axes have as many intervals, their ticks are at the same heights.
    pub fn ticks(&self, range: [f64; 2], room: f64) -> Ticks {
        let per_axis = room * (1.0 - 2.0 * self.air) / (range[1] - range[0]);
        if !(per_axis.is_finite() && per_axis > 0.0) {
            return Ticks::default();
        }
        let [from, to] = range.map(|y| self.share_at(y));
        if to < -ROUNDING || from > 1.0 + ROUNDING {
            return Ticks::default();
        }
        match self.scale {
            AxisScale::Linear => self.linear_ticks(range, per_axis),
            AxisScale::Log => self.log_ticks(range, per_axis),
        }
    }

    /// `per_axis` is the length of the whole axis, in points.
    fn linear_ticks(&self, range: [f64; 2], per_axis: f64) -> Ticks {
        let n = n_steps(self.n_intervals, per_axis);
        let step = (self.head - self.foot) / n as f64;
        let factor = factor(self.head.abs().max(self.foot.abs()));
        let n_decimals = n_decimals(step / factor);
        let first = (self.share_at(range[0]) * n as f64 - 1e-6).ceil().max(0.0) as usize;
        let last = (self.share_at(range[1]) * n as f64 + 1e-6)
            .floor()
            .min(n as f64) as usize;
        let mark = |i: usize| {
            let share = i as f64 / n as f64;
            let value = (self.foot + share * (self.head - self.foot)) / factor;
            let text = if self.is_signed {
                signed(value, n_decimals)
            } else {
                fixed(value, n_decimals)
            };
            let at = self.y_of_share(share);
            Tick { at, text }
        };
        Ticks {
            marks: (first..=last).map(mark).collect(),
            factor: written(factor),
        }
    }

    fn log_ticks(&self, range: [f64; 2], per_axis: f64) -> Ticks {
        let decades = self.head - self.foot;
        let decade_at = |y: f64| self.foot + self.share_at(y) * decades;
        let [low, high] = range
            .map(decade_at)
            .map(|decade| decade.clamp(self.foot, self.head));
        let per_interval = (decades / self.n_intervals as f64) as i64;
        // Those that divide an interval, so that its ends are among them.
        let step = (1..=per_interval)
            .filter(|step| per_interval % step == 0)
            .find(|step| *step as f64 * per_axis / decades >= WIDE_GAP)
            .unwrap_or(per_interval);
        let first = ((low - self.foot) / step as f64 - 1e-6).ceil() as i64;
        let last = ((high - self.foot) / step as f64 + 1e-6).floor() as i64;
        if last > first {
            let mark = |i: i64| {
                let value = 10_f64.powf(self.foot + (i * step) as f64);
                Tick {
                    at: self.height_of(value),
                    text: power_of_ten(value),
                }
            };
            let marks = (first..=last).map(mark).collect();
            return Ticks {
                marks,
                factor: None,
            };
        }
        self.ticks_within_decades(low, high, per_axis / decades)
    }

    /// Ticks between two decades that are near each other, at `per_decade` points each.
    fn ticks_within_decades(&self, low: f64, high: f64, per_decade: f64) -> Ticks {
        let [from, to] = [low, high].map(|decade| 10_f64.powf(decade));
        let factor = factor(to);
        let values = digits(low, high, &[1.0, 2.0, 5.0])
            .or_else(|| digits(low, high, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]));
        let (values, n_decimals) = if let Some(values) = values {
            (values, None)
        } else {
            // Two of its multiples are in the range, wherever it begins.
            let step = round_step((to - from) / 5.0);
            let first = (from / step - 1e-6).ceil() as i64;
            let last = (to / step + 1e-6).floor() as i64;
            let values = (first..=last).map(|i| i as f64 * step).collect();
            (values, Some(n_decimals(step / factor)))
        };
        let mut marks: Vec<Tick> = Vec::new();
        let mut last = f64::NEG_INFINITY;
        for value in values {
            let place = value.log10() * per_decade;
            if place - last < LEAST_GAP {
                continue;
            }
            last = place;
            let value_in_units = value / factor;
            let text = n_decimals.map_or_else(
                || short(value_in_units),
                |n_decimals| fixed(value_in_units, n_decimals),
            );
            let at = self.height_of(value);
            marks.push(Tick { at, text });
        }
        Ticks {
            marks,
            factor: written(factor),
        }
    }
}

/// How many steps an axis of so many intervals and points has.
fn n_steps(n_intervals: usize, per_axis: f64) -> usize {
    if per_axis / (n_intervals as f64) < LEAST_GAP {
        return 1;
    }
    // Halves of quarters would have a digit more.
    let steps: &[usize] = if n_intervals.is_multiple_of(5) {
        &[1, 2, 5]
    } else {
        &[1, 5]
    };
    let decades = (0..9).map(|decade| 10_usize.pow(decade));
    let finer = decades.flat_map(|decade| steps.iter().map(move |times| times * decade));
    let has_room = |times: &usize| per_axis / (n_intervals * times) as f64 >= WIDE_GAP;
    n_intervals * finer.take_while(has_room).last().unwrap_or(1)
}

/// The power of ten that stands above an axis rather than in each of its numbers: 1 while these
/// are short enough without.
fn factor(largest: f64) -> f64 {
    if (0.01..1e5).contains(&largest) || largest == 0.0 {
        return 1.0;
    }
    // Rounding may sit just below a power of ten.
    10_f64.powf((largest.log10() + 1e-9).floor())
}

fn written(factor: f64) -> Option<String> {
    (factor != 1.0).then(|| format!("×{}", power_of_ten(factor)))
}

/// How many decimals a step needs.
fn n_decimals(step: f64) -> usize {
    let is_whole = |n: &usize| {
        let times = step * 10_f64.powi(*n as i32);
        times.round() >= 1.0 && (times - times.round()).abs() < 1e-6 * times
    };
    (0..9).find(is_whole).unwrap_or(9)
}

/// Ticks at these digits in every decade from `low` to `high`; none if fewer than two are there.
fn digits(low: f64, high: f64, digits: &[f64]) -> Option<Vec<f64>> {
    let decades = low.floor() as i64..=high.ceil() as i64;
    let values = decades.flat_map(|decade| {
        let decade = 10_f64.powf(decade as f64);
        digits.iter().map(move |digit| digit * decade)
    });
    let is_within = |value: &f64| (low - 1e-9..=high + 1e-9).contains(&value.log10());
    let values: Vec<f64> = values.filter(is_within).collect();
    (values.len() > 1).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(axis: &Axis, range: [f64; 2], room: f64) -> Vec<String> {
        let marks = axis.ticks(range, room).marks.into_iter();
        marks.map(|mark| mark.text).collect()
    }

    #[test]
    fn both_axes_have_round_numbers_at_the_same_heights() {
        let left = Axis::from_zero(1.000_01);
        let right = Axis::from_zero_opposite(157.7, &left);
        for room in [60.0, 150.0, 330.0, 800.0] {
            for range in [[0.0, 1.0], [0.3, 0.5], [0.41, 0.412]] {
                let [left, right] = [&left, &right].map(|axis| axis.ticks(range, room).marks);
                let at = |ticks: Vec<Tick>| ticks.iter().map(|tick| tick.at).collect::<Vec<_>>();
                assert_eq!(at(left), at(right));
            }
        }
        let whole = |axis: &Axis| texts(axis, [0.0, 1.0], 330.0);
        assert_eq!(whole(&left), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(whole(&right), ["0", "40", "80", "120", "160", "200"]);
    }

    #[test]
    fn a_share_stands_opposite_to_a_prediction() {
        let left = Axis::about_zero(1.0);
        let whole = |axis: &Axis| texts(axis, [0.0, 1.0], 200.0);
        assert_eq!(whole(&left), ["−1.0", "−0.5", "0.0", "+0.5", "+1.0"]);
        let right = Axis::share(&left);
        assert_eq!(whole(&right), ["0.00", "0.25", "0.50", "0.75", "1.00"]);
    }

    #[test]
    fn whole_decades_on_a_logarithmic_axis() {
        let axis = Axis::log(3.4e-15, 1.0);
        let few = ["10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"];
        assert_eq!(texts(&axis, [0.0, 1.0], 330.0), few);
        assert_eq!(texts(&axis, [0.0, 1.0], 800.0).len(), 16);
    }

    #[test]
    fn within_a_decade_a_logarithmic_axis_has_numbers_too() {
        let axis = Axis::log(3.4e-15, 1.0);
        let (from, to) = (axis.y_of(1.4e-7), axis.y_of(8e-7));
        let ticks = axis.ticks([from, to], 330.0);
        assert_eq!(ticks.factor.as_deref(), Some("×10⁻⁷"));
        let texts: Vec<_> = ticks.marks.iter().map(|mark| &mark.text[..]).collect();
        assert_eq!(texts, ["2", "5"]);
        let (from, to) = (axis.y_of(3.41e-3), axis.y_of(3.52e-3));
        let ticks = axis.ticks([from, to], 330.0).marks;
        assert!(ticks.len() >= 2, "{ticks:?}");
    }

    #[test]
    fn numbers_that_would_be_long_share_a_factor() {
        let tiny = Axis::from_zero(4.7e-11).ticks([0.0, 1.0], 330.0);
        assert_eq!(tiny.factor.as_deref(), Some("×10⁻¹¹"));
        assert_eq!(tiny.marks[5].text, "5");
        let huge = Axis::from_zero(4.7e11).ticks([0.0, 1.0], 330.0);
        assert_eq!(huge.factor.as_deref(), Some("×10¹¹"));
    }

    #[test]
    fn ticks_stay_within_the_range_at_every_zoom() {
        for axis in [
            Axis::from_zero(157.7),
            Axis::about_zero(2.0),
            Axis::log(1e-20, 1.0),
        ] {
            for zoom in [1.0, 0.3, 0.01, 0.002] {
                for middle in [0.5, 0.617, 0.31] {
                    let range = [middle - zoom / 2.0, middle + zoom / 2.0];
                    let marks = axis.ticks(range, 330.0).marks;
                    assert!(
                        (2..40).contains(&marks.len()),
                        "{axis:?} {range:?} {marks:?}"
                    );
                    let inside = range[0] - 1e-6..=range[1] + 1e-6;
                    assert!(marks.iter().all(|mark| inside.contains(&mark.at)));
                    let apart = marks.windows(2).map(|pair| pair[1].at - pair[0].at);
                    assert!(apart.into_iter().all(|gap| gap / zoom * 330.0 >= 14.9));
                }
            }
        }
    }

    #[test]
    fn an_axis_has_ticks_whatever_its_values_are() {
        for value in [0.0, 1e-320, 1e-250, f64::MAX, f64::INFINITY, f64::NAN] {
            for axis in [
                Axis::from_zero(value),
                Axis::about_zero(value),
                Axis::log(value, value),
            ] {
                let marks = axis.ticks([0.0, 1.0], 330.0).marks;
                assert!((2..40).contains(&marks.len()), "{axis:?} {marks:?}");
                assert!(axis.ticks([0.0, 0.0], 330.0).marks.is_empty());
            }
        }
    }
}
