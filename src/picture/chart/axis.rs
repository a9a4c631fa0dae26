//! An upright axis: which value stands at which height of the frame.
//!
//! Heights are shares of the frame, 0 at its lower edge and 1 at its upper one. An axis begins a
//! little above the lower edge, with some air below, and ends as much below the upper one. Both
//! ends are round numbers, and so is what divides the way between them into the axis' intervals:
//! axes of as many intervals and as much air have their ticks at the same heights.

use crate::picture::Colour;

/// The share of the frame below the foot of most axes, and above their heads.
const AIR: f64 = 0.025;

/// A curve is followed so far beyond the frame, in heights of it.
const BEYOND: f64 = 2.0;

/// The share of the largest loss below which a loss is rounding: half the distance from 1 to the
/// next double, squared. Each error that is squared for a loss is a difference of numbers that are
/// rounded so far.
const ROUNDING: f64 = f64::EPSILON * f64::EPSILON / 4.0;

/// An axis of less or more could not be divided.
const ENDS: [f64; 2] = [1e-200, 1e200];

/// Round numbers at which an axis from zero may end, by decades, and into how many intervals with
/// round ends each is divided.
const ROUND_HEADS: [(f64, usize); 10] = [
    (1.0, 5),
    (1.5, 5),
    (2.0, 4),
    (2.5, 5),
    (3.0, 4),
    (4.0, 4),
    (5.0, 5),
    (6.0, 4),
    (8.0, 4),
    (10.0, 5),
];

/// Round numbers, by decades, whose quarters are round.
const QUARTERED: [f64; 10] = [1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 4.0, 6.0, 8.0, 10.0];

/// Round numbers, by decades, whose fifths are round.
const FIFTHS: [f64; 10] = [1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0];

/// How values are spaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisScale {
    /// By their differences.
    Linear,
    /// By their ratios.
    Log,
}

/// An upright axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The quantity shown; `None` for an axis that has no name.
    pub name: Option<String>,
    /// The colour of its name, its ticks and their numbers.
    pub colour: Colour,
    /// How its values are spaced.
    pub scale: AxisScale,
    /// Whether its numbers have a plus sign above zero.
    pub is_signed: bool,
    /// The value below which values are rounding and stand nowhere; `None` if the axis does not
    /// reach down to it.
    pub(super) floor: Option<f64>,
    /// The value at its foot, on a logarithmic axis its decade.
    pub(super) foot: f64,
    /// The value at its head, on a logarithmic axis its decade.
    pub(super) head: f64,
    /// How many intervals with round ends it has; on a logarithmic axis, of whole decades.
    pub(super) n_intervals: usize,
    /// The share of the frame below its foot, and above its head.
    pub(super) air: f64,
}

impl Axis {
    /// From zero to a round number, so that `largest` has its place; in quarters or fifths,
    /// whichever are round.
    pub fn from_zero(largest: f64) -> Self {
        let (head, n_intervals) = round_up(largest, &ROUND_HEADS);
        Self::linear(0.0, head, n_intervals)
    }

    /// From zero to a round number, so that `largest` has its place; in as many intervals as the
    /// axis that stands opposite.
    pub fn from_zero_opposite(largest: f64, opposite: &Self) -> Self {
        let n_intervals = opposite.n_intervals;
        let heads = if n_intervals == 4 { QUARTERED } else { FIFTHS };
        let (head, _) = round_up(largest, &heads.map(|head| (head, n_intervals)));
        Self {
            air: opposite.air,
            ..Self::linear(0.0, head, n_intervals)
        }
    }

    /// From zero to one, as far as the axis that it stands opposite to and in as many intervals.
    pub fn share(opposite: &Self) -> Self {
        Self {
            air: opposite.air,
            ..Self::linear(0.0, 1.0, opposite.n_intervals)
        }
    }

    /// From minus a round number to that number, in quarters; for what is within ±1.05, from −1 to
    /// 1. What is half as much again still has its place beyond the ends.
    pub fn about_zero(largest: f64) -> Self {
        const ENDS_IN_QUARTERS: [f64; 6] = [1.0, 2.0, 4.0, 6.0, 8.0, 10.0];
        const MOST_BEYOND: f64 = 1.5;
        let largest = if largest.is_nan() { 1.0 } else { largest };
        let largest = largest.clamp(1.0, ENDS[1]);
        let decade = 10_f64.powf(largest.log10().floor());
        let is_enough = |end: &f64| largest <= MOST_BEYOND * end;
        let mut ends = ENDS_IN_QUARTERS.into_iter().map(|round| round * decade);
        let end = ends.find(is_enough).unwrap_or(10.0 * decade);
        // In steps, so that the axis stands still while values change a little.
        let beyond = (1..).map(|step| 1.0 + 0.1 * f64::from(step));
        let beyond = beyond.take(6).find(|beyond| largest <= beyond * end);
        let air = match beyond {
            Some(beyond) if largest > 1.05 * end => 0.5 - 0.5 / beyond,
            _ => AIR,
        };
        Self {
            is_signed: true,
            air,
            ..Self::linear(-end, end, 4)
        }
    }

    /// Over whole decades, so that `least` and `largest` have their place and every fifth is of
    /// whole decades, too. Where `least` is below what doubles can tell beside `largest`, zero
    /// included, the axis has a [floor](Self::floor).
    pub fn log(least: f64, largest: f64) -> Self {
        const INTERVALS: usize = 5;
        let largest = if largest > 0.0 {
            largest.clamp(ENDS[0], ENDS[1])
        } else {
            1.0
        };
        // A first loss of 1.003 is still within the air above 10⁰.
        let head = (largest.log10() - 0.02).ceil();
        let least = if least.is_nan() { largest } else { least };
        let floor = (least < largest * ROUNDING).then_some(largest * ROUNDING);
        let least = least.clamp(largest * ROUNDING, largest);
        let decades = (head - least.log10()) / INTERVALS as f64;
        Self {
            scale: AxisScale::Log,
            floor,
            ..Self::linear(
                head - INTERVALS as f64 * (decades - 1e-9).ceil().max(1.0),
                head,
                INTERVALS,
            )
        }
    }

    fn linear(foot: f64, head: f64, n_intervals: usize) -> Self {
        Self {
            name: None,
            colour: Colour::Ink,
            scale: AxisScale::Linear,
            is_signed: false,
            floor: None,
            foot,
            head,
            n_intervals,
            air: AIR,
        }
    }

    /// The same with a name and a colour.
    #[must_use]
    pub fn named(self, name: String, colour: Colour) -> Self {
        Self {
            name: Some(name),
            colour,
            ..self
        }
    }

    /// The value below which values are rounding: nothing is drawn there. `None` if no value is.
    pub fn floor(&self) -> Option<f64> {
        self.floor
    }

    /// The value at a height.
    pub fn value_at(&self, y: f64) -> f64 {
        let value = self.foot + self.share_at(y) * (self.head - self.foot);
        match self.scale {
            AxisScale::Linear => value,
            AxisScale::Log => 10_f64.powf(value),
        }
    }

    /// Where between its foot, 0, and its head, 1, a height is.
    pub(super) fn share_at(&self, y: f64) -> f64 {
        (y - self.air) / (1.0 - 2.0 * self.air)
    }

    /// The height of a share of the way from its foot to its head.
    pub(super) fn y_of_share(&self, share: f64) -> f64 {
        self.air + share * (1.0 - 2.0 * self.air)
    }

    /// The height of a value. What blows up leaves the frame and ends a little beyond it; on a
    /// logarithmic axis what is too small for it is at its foot. NaN and what is below the
    /// [floor](Self::floor) are nowhere: they give NaN.
    pub fn y_of(&self, value: f64) -> f64 {
        if self.floor.is_some_and(|floor| value < floor) {
            return f64::NAN;
        }
        self.height_of(value)
    }

    /// The height at which a value of the axis itself is written, below its floor too.
    pub(super) fn height_of(&self, value: f64) -> f64 {
        let value = match self.scale {
            AxisScale::Linear => value,
            AxisScale::Log if value.is_nan() => value,
            AxisScale::Log => value.max(0.0).log10().max(self.foot),
        };
        let share = (value - self.foot) / (self.head - self.foot);
        self.y_of_share(share).clamp(-BEYOND, 1.0 + BEYOND)
    }
}

/// The first of these heads by decades, ascending from 1 to 10, that leaves `value` within its air,
/// and into how many intervals it is divided; the first for what is not above zero.
fn round_up(value: f64, heads: &[(f64, usize)]) -> (f64, usize) {
    let [first, .., last] = heads else {
        return (1.0, 5);
    };
    if value.is_nan() || value <= 0.0 {
        return *first;
    }
    let value = value.clamp(ENDS[0], ENDS[1]) / (1.0 + AIR);
    let decade = 10_f64.powf(value.log10().floor());
    let is_enough = |(head, _): &&(f64, usize)| value <= head * decade * (1.0 + 1e-12);
    let (head, n_intervals) = heads.iter().find(is_enough).unwrap_or(last);
    (head * decade, *n_intervals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_goes_to_its_height_and_back() {
        let axes = [
            Axis::from_zero(157.7),
            Axis::about_zero(0.3),
            Axis::log(3.4e-15, 1.0),
        ];
        for axis in axes {
            for value in [0.2, 0.9, 1e-7] {
                assert!((axis.value_at(axis.y_of(value)) / value - 1.0).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn an_axis_ends_at_a_round_number_that_leaves_its_largest_value_in_the_frame() {
        let head = |largest| Axis::from_zero(largest).head;
        assert_eq!(
            [1.000_01, 157.7, 1.5, 1.6, 5.1, 70.0].map(head),
            [1.0, 200.0, 1.5, 2.0, 5.0, 80.0]
        );
        for largest in [1e-12, 0.3, 1.02, 7.7, 1e6] {
            assert!(Axis::from_zero(largest).y_of(largest) <= 1.0);
        }
    }

    #[test]
    fn ticks_of_an_axis_from_zero_are_round() {
        let texts = |axis: &Axis| {
            let ticks = axis.ticks([0.0, 1.0], 300.0).marks.into_iter();
            ticks.map(|tick| tick.text).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(texts(&Axis::from_zero(0.716)), "0.0 0.2 0.4 0.6 0.8");
        assert_eq!(texts(&Axis::from_zero(157.7)), "0 50 100 150 200");
        assert_eq!(texts(&Axis::from_zero(3.9)), "0 1 2 3 4");
        let loss = Axis::from_zero(1.0);
        let raw = Axis::from_zero_opposite(157.7, &loss);
        assert_eq!(texts(&raw), "0 40 80 120 160 200");
        let raw = Axis::from_zero_opposite(157.7, &Axis::from_zero(2.0));
        assert_eq!(texts(&raw), "0 40 80 120 160");
    }

    #[test]
    fn predictions_reach_a_twentieth_beyond_one_before_their_axis_changes() {
        assert_eq!(Axis::about_zero(0.2), Axis::about_zero(1.05));
        assert!((Axis::about_zero(1.0).y_of(1.05) - 1.0).abs() < 1e-2);
        let ends = [1.06, 1.5, 1.6, 60.0, 75.0, 95.0, 1e7];
        let heads = ends.map(|largest| Axis::about_zero(largest).head);
        assert_eq!(heads, [1.0, 1.0, 2.0, 40.0, 60.0, 80.0, 1e7]);
        for largest in ends {
            let axis = Axis::about_zero(largest);
            assert!(axis.y_of(largest) <= 1.01 && axis.y_of(-largest) >= -0.01);
            assert!((axis.y_of(0.0) - 0.5).abs() < 1e-12);
        }
    }

    #[test]
    fn a_logarithmic_axis_has_whole_decades_in_every_fifth() {
        let axis = Axis::log(3.4e-15, 1.003);
        assert_eq!((axis.foot, axis.head), (-15.0, 0.0));
        let axis = Axis::log(0.5, 1.0);
        assert_eq!((axis.foot, axis.head), (-5.0, 0.0));
    }

    #[test]
    fn below_a_logarithmic_axis_values_are_at_its_foot() {
        let axis = Axis::log(1e-20, 1.0);
        for value in [0.0, 1e-300, -1.0] {
            assert_eq!(axis.y_of(value), AIR);
        }
        assert!(axis.y_of(f64::NAN).is_nan());
    }

    #[test]
    fn nothing_stands_below_what_doubles_can_tell() {
        let axis = Axis::log(8e-35, 2.0);
        let floor = axis.floor().expect("8e-35 is rounding");
        assert!((1e-32..3e-32).contains(&floor), "{floor}");
        assert!(axis.foot >= -35.0 && axis.y_of(floor) > 0.0);
        for value in [0.0, 8e-35, 0.99 * floor, -1.0, f64::NAN] {
            assert!(axis.y_of(value).is_nan(), "{value}");
        }
        assert_eq!(Axis::log(1e-30, 1.0).floor(), None);
    }

    #[test]
    fn whatever_its_values_are_an_axis_has_two_ends() {
        let odd = [0.0, -1.0, 1e-320, f64::MAX, f64::INFINITY, f64::NAN];
        for value in odd {
            let axes = [
                Axis::from_zero(value),
                Axis::about_zero(value),
                Axis::log(value, value),
            ];
            for axis in axes {
                assert!(axis.foot < axis.head && (axis.head - axis.foot).is_finite());
                let is_beyond = |value: &f64| {
                    let y = axis.y_of(*value);
                    (-BEYOND..=1.0 + BEYOND).contains(&y)
                        || axis.floor.is_some_and(|it| *value < it)
                };
                assert!([1e120, f64::INFINITY, -1e120].iter().all(is_beyond));
            }
        }
    }
}
