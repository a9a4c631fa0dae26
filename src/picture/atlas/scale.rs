//! The scale of an atlas's colours.

use super::super::atlas_phrase::AtlasPhrase;
use super::super::round::round_step;
use super::super::{Colour, ColourBar, Phrase, Words};
use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::filling::Atlas;
use crate::analysis::atlas::plane::CellIndex;
use crate::analysis::run_summary::Fate;
use crate::numbers::{power_of_ten, short};

/// A loss below this is as good as none, and what differs there is rounding.
const LEAST_LOSS: f64 = 1e-15;
/// Values that differ by less than this factor stand by their differences.
const FEW_TIMES: f64 = 8.0;
/// The most whole numbers with a colour each.
const MOST_WHOLE: f64 = 16.0;
/// The most ticks of a linear scale.
const MOST_TICKS: usize = 5;

/// How numbers become colours.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Whole numbers, each with a colour of its own.
    Whole,
    /// By their differences.
    Linear,
    /// By their ratios.
    Logarithmic,
}

/// The colours of the values of a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct QuantityScale {
    kind: Kind,
    quantity: Quantity,
    least: f64,
    largest: f64,
}

impl QuantityScale {
    /// Over the values of the atlas's cells; `None` where there is none.
    pub(super) fn of(atlas: &Atlas, quantity: Quantity) -> Option<Self> {
        let (least, largest) = extent(atlas, quantity)?;
        let (kind, least, largest) = match quantity {
            Quantity::Drops if largest - least < MOST_WHOLE => (Kind::Whole, least, largest),
            Quantity::LastLoss => {
                let largest = largest.max(10.0 * LEAST_LOSS);
                let least = least.max(LEAST_LOSS).min(0.1 * largest);
                (Kind::Logarithmic, least, largest)
            }
            Quantity::FalseBelief => (Kind::Linear, 0.0, largest),
            Quantity::EpochsBelow | Quantity::DivergedAt if least * FEW_TIMES < largest => {
                (Kind::Logarithmic, least.max(1.0), largest)
            }
            Quantity::Drops | Quantity::EpochsBelow | Quantity::DivergedAt => {
                (Kind::Linear, least, largest)
            }
        };
        Some(Self {
            kind,
            quantity,
            least,
            largest,
        })
    }

    /// The colour of a value.
    pub(super) fn colour(self, value: f64) -> Colour {
        let n = self.n_colours() as f64;
        let step = (self.share(value) * n).floor().clamp(0.0, n - 1.0);
        Colour::Scale((step + 0.5) / n)
    }

    /// How many colours there are: few enough that neighbours often have the same.
    fn n_colours(self) -> usize {
        match self.kind {
            Kind::Whole => (self.largest - self.least) as usize + 1,
            Kind::Linear | Kind::Logarithmic => ColourBar::MANY,
        }
    }

    /// Where a value lies, from 0 at the least to 1 at the largest.
    fn share(self, value: f64) -> f64 {
        let Self { least, largest, .. } = self;
        let (value, least, largest) = match self.kind {
            Kind::Whole => (value, least - 0.5, largest + 0.5),
            Kind::Linear => (value, least, largest),
            Kind::Logarithmic => (value.max(least).log10(), least.log10(), largest.log10()),
        };
        if largest > least {
            (value - least) / (largest - least)
        } else {
            0.5
        }
    }

    fn ticks(self) -> Vec<(f64, String)> {
        let Self { least, largest, .. } = self;
        let values = match self.kind {
            Kind::Logarithmic => logarithmic(least, largest),
            _ if least == largest => vec![least],
            kind => {
                let step = round_step((largest - least) / MOST_TICKS as f64);
                let step = if kind == Kind::Whole {
                    step.max(1.0)
                } else {
                    step
                };
                let first = (least / step - 1e-9).ceil() as i64;
                let last = (largest / step + 1e-9).floor() as i64;
                (first..=last).map(|i| i as f64 * step).collect()
            }
        };
        let tick = |value: f64| (self.share(value), self.written(value));
        values.into_iter().map(tick).collect()
    }

    fn written(self, value: f64) -> String {
        if self.quantity != Quantity::LastLoss {
            return short(value);
        }
        let power = power_of_ten(value);
        if value < LEAST_LOSS * 1.001 {
            format!("≤ {power}")
        } else {
            power
        }
    }

    /// A colour bar over the scale.
    fn bar(self, names: Vec<String>) -> ColourBar {
        ColourBar {
            ends: [0.0, 1.0],
            colour: Colour::Scale,
            n_colours: self.n_colours(),
            ticks: self.ticks(),
            names,
        }
    }
}

/// The least and the largest value of the cells that come to rest, or that diverged where it is
/// about that: what swings may swing to any size, and would take the colours of all others.
fn extent(atlas: &Atlas, quantity: Quantity) -> Option<(f64, f64)> {
    if quantity == Quantity::DivergedAt {
        return atlas.extent(quantity);
    }
    let plane = atlas.plane();
    let cells = (0..plane.y.len()).flat_map(|y| {
        let row = (0..plane.x.len()).map(move |x| CellIndex { x, y });
        row.filter_map(|at| atlas.cell(at))
    });
    let calm = cells.filter(|cell| matches!(cell.fate(), Fate::Settled | Fate::Unfinished));
    let ends = calm
        .filter_map(|cell| cell.value(quantity))
        .fold(None, |ends, value| {
            let (least, largest) = ends.unwrap_or((value, value));
            Some((value.min(least), value.max(largest)))
        });
    ends.or_else(|| atlas.extent(quantity))
}

/// The colour bar of a quantity; without numbers where there is no value yet.
pub(super) fn colour_bar(atlas: &Atlas, quantity: Quantity, words: &dyn Words) -> ColourBar {
    let threshold = atlas.options().threshold;
    let names = [
        AtlasPhrase::Quantity(quantity, threshold),
        AtlasPhrase::QuantityShort(quantity, threshold),
    ];
    let names = names.map(|name| words.say(&Phrase::Atlas(name))).to_vec();
    match QuantityScale::of(atlas, quantity) {
        Some(scale) => scale.bar(names),
        None => ColourBar {
            ends: [0.0, 1.0],
            colour: Colour::Scale,
            n_colours: ColourBar::MANY,
            ticks: Vec::new(),
            names,
        },
    }
}

/// Digits of few decades, or powers of ten of many.
fn logarithmic(least: f64, largest: f64) -> Vec<f64> {
    let decades = largest.log10() - least.log10();
    let [from, to] = [least, largest].map(f64::log10);
    let [from, to] = [(from - 1e-9).floor() as i32, (to + 1e-9).ceil() as i32];
    let within = |value: &f64| least * (1.0 - 1e-9) <= *value && *value <= largest * (1.0 + 1e-9);
    if decades < 3.5 {
        let digits = |decade: i32| [1.0, 2.0, 5.0].map(|digit| digit * 10.0_f64.powi(decade));
        return (from..=to).flat_map(digits).filter(within).collect();
    }
    let step = (decades / MOST_TICKS as f64).ceil() as i32;
    let step = [1, 2, 3, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|it| *it >= step);
    let step = step.unwrap_or(100);
    let powers = (from..=to).filter(|decade| decade % step == 0);
    let powers = powers.map(|decade| 10.0_f64.powi(decade));
    powers.filter(within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(quantity: Quantity, kind: Kind, least: f64, largest: f64) -> QuantityScale {
        QuantityScale {
            kind,
            quantity,
            least,
            largest,
        }
    }

    fn written(scale: QuantityScale) -> Vec<String> {
        let ticks = scale.ticks().into_iter();
        ticks.map(|(_, text)| text).collect()
    }

    #[test]
    fn the_least_is_bright_and_the_largest_dark() {
        let epochs = scale(Quantity::EpochsBelow, Kind::Logarithmic, 14.0, 249.0);
        assert_eq!(epochs.colour(14.0), Colour::Scale(0.5 / 64.0));
        assert_eq!(epochs.colour(249.0), Colour::Scale(63.5 / 64.0));
        assert_eq!(written(epochs), ["20", "50", "100", "200"]);
        let same = scale(Quantity::EpochsBelow, Kind::Linear, 14.0, 14.0);
        assert_eq!(same.colour(14.0), Colour::Scale(32.5 / 64.0));
        assert_eq!(written(same), ["14"]);
    }

    #[test]
    fn each_number_of_drops_has_a_colour_in_the_middle_of_its_tick() {
        let drops = scale(Quantity::Drops, Kind::Whole, 0.0, 4.0);
        let ticks = drops.ticks();
        assert_eq!(ticks.len(), 5);
        for (place, text) in ticks {
            let value: f64 = text.parse().unwrap();
            assert_eq!(drops.colour(value), Colour::Scale(place));
        }
    }

    #[test]
    fn a_loss_of_rounding_is_as_good_as_none() {
        let loss = scale(Quantity::LastLoss, Kind::Logarithmic, LEAST_LOSS, 1.0);
        assert_eq!(loss.colour(1e-31), loss.colour(LEAST_LOSS));
        assert_eq!(written(loss)[0], "≤ 10⁻¹⁵");
    }
}
