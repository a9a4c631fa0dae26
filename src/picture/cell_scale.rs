//! Which colours stand for the numbers of a matrix.

use super::round::round_values;
use super::{Colour, ColourBar};
use crate::numbers::short;

/// The colours of a matrix of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CellScale {
    /// No and yes: every number is −1 or 1, cyan and magenta.
    Sign,
    /// Numbers without a sign: from neutral at 0 to the end at the largest.
    Positive {
        /// The largest.
        largest: f64,
    },
    /// Numbers of both signs, neutral at 0.
    Signed {
        /// The largest size.
        largest: f64,
    },
}

impl CellScale {
    /// The scale that fits these numbers.
    pub fn of(values: &(impl Iterator<Item = f64> + Clone)) -> Self {
        let largest = largest_size(values.clone());
        if largest == 1.0 && values.clone().all(|value| value.abs() == 1.0) {
            return Self::Sign;
        }
        if values.clone().all(|value| value >= 0.0) {
            return Self::Positive { largest };
        }
        Self::Signed { largest }
    }

    /// Both signs up to the largest size of these numbers.
    pub fn signed(values: impl Iterator<Item = f64>) -> Self {
        let largest = largest_size(values);
        Self::Signed { largest }
    }

    /// The colour of a number.
    pub fn colour(self, value: f64) -> Colour {
        match self {
            Self::Sign => Colour::Sign(value.signum()),
            Self::Positive { .. } | Self::Signed { .. } => Colour::Signed(self.share(value)),
        }
    }

    /// The colour of a text on the cell of a number.
    pub fn ink(self, value: f64) -> Colour {
        match self {
            Self::Sign => Colour::OnSign(value.signum()),
            Self::Positive { .. } | Self::Signed { .. } => Colour::OnSigned(self.share(value)),
        }
    }

    fn share(self, value: f64) -> f64 {
        match self {
            Self::Sign => value.signum(),
            Self::Positive { largest } | Self::Signed { largest } => {
                if largest > 0.0 {
                    value / largest
                } else {
                    0.0
                }
            }
        }
    }

    /// A colour bar with its numbers; none for no and yes, which have a key.
    pub(crate) fn bar(self) -> Option<ColourBar> {
        let (least, largest) = match self {
            Self::Sign => return None,
            Self::Positive { largest } => (0.0, largest),
            Self::Signed { largest } => (-1.0, largest),
        };
        let values = round_values(least * largest, largest, if least < 0.0 { 2 } else { 4 });
        let share = |value: f64| if largest > 0.0 { value / largest } else { 0.0 };
        let ticks = values.into_iter().map(|value| (share(value), short(value)));
        Some(ColourBar {
            ends: [least, 1.0],
            colour: Colour::Signed,
            n_colours: ColourBar::MANY,
            ticks: ticks.collect(),
            names: Vec::new(),
        })
    }
}

/// The largest size of finite numbers; 0 of none.
pub(crate) fn largest_size(values: impl Iterator<Item = f64>) -> f64 {
    let sizes = values.map(f64::abs).filter(|size| size.is_finite());
    sizes.fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> CellScale {
        CellScale::of(&values.iter().copied())
    }

    #[test]
    fn one_and_minus_one_are_yes_and_no_and_other_numbers_are_numbers() {
        assert_eq!(of(&[1.0, -1.0, 1.0]), CellScale::Sign);
        assert_eq!(of(&[0.5, -0.5]), CellScale::Signed { largest: 0.5 });
        assert_eq!(of(&[1.0, 0.0]), CellScale::Positive { largest: 1.0 });
    }

    #[test]
    fn counts_go_from_neutral_at_zero_to_the_largest() {
        let counts = of(&[0.0, 60.0, 3.0]);
        assert_eq!(counts, CellScale::Positive { largest: 60.0 });
        assert_eq!(counts.colour(0.0), Colour::Signed(0.0));
        assert_eq!(counts.colour(60.0), Colour::Signed(1.0));
        let bar = counts.bar().unwrap();
        let ticks: Vec<&str> = bar.ticks.iter().map(|(_, text)| text.as_str()).collect();
        let round = vec!["0", "20", "40", "60"];
        assert_eq!((bar.ends, ticks), ([0.0, 1.0], round));
    }

    #[test]
    fn real_numbers_are_neutral_at_zero() {
        let real = of(&[-3.0, 0.0, 1.5]);
        assert_eq!(real.colour(0.0), Colour::Signed(0.0));
        assert_eq!(real.colour(1.5), Colour::Signed(0.5));
        let bar = real.bar().unwrap();
        assert_eq!((bar.ends[0], bar.ticks[0].1.as_str()), (-1.0, "−2"));
        assert_eq!(of(&[0.0, 0.0]).colour(0.0), Colour::Signed(0.0));
        assert_eq!(
            of(&[f64::NAN, 2.0, -1.0]),
            CellScale::Signed { largest: 2.0 }
        );
    }
}
