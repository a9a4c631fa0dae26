//! Where an axis of an atlas has ticks, and what is written there.

use super::super::atlas_phrase::number;
use super::super::round::round_step;
use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::spacing::Spacing;
use crate::numbers::{power_of_ten, short};

/// The most ticks of an axis.
const MOST: usize = 10;
/// An axis of so few values has a tick at each, if there is room and none is longer than that.
const FEW: usize = 12;
const LONG: usize = 5;
/// Decades from which on an axis has powers of ten.
const MANY: f64 = 4.0;

/// The ticks of an axis that takes `room` points, as places along it and what is written there.
/// `extent` is the room along the axis that a text takes, with what must be free around it.
pub(super) fn ticks(axis: &Axis, room: f64, extent: &dyn Fn(&str) -> f64) -> Vec<(f64, String)> {
    let fits = |ticks: &Vec<(f64, String)>| {
        let apart = |pair: &[(f64, String)]| {
            let half = 0.5 * (extent(&pair[0].1) + extent(&pair[1].1));
            (pair[1].0 - pair[0].0) * room >= half
        };
        ticks.windows(2).all(apart)
    };
    let of_values = |values: Vec<f64>, write: fn(f64) -> String| -> Vec<(f64, String)> {
        let places = values.into_iter().map(|value| (axis.place(value), value));
        let within = places.filter(|(place, _)| (-1e-9..=1.0 + 1e-9).contains(place));
        within.map(|(place, value)| (place, write(value))).collect()
    };
    let write = if decades(axis) < MANY {
        number
    } else {
        power_of_ten
    };
    let is_short = |value: &f64| write(*value).chars().count() <= LONG;
    let is_told = axis.len() <= FEW && axis.values().iter().all(is_short);
    let every: Option<Choice> = is_told.then(|| (axis.values().to_vec(), write));
    let round = match axis.spacing {
        Spacing::Linear => linear(axis),
        Spacing::Logarithmic => logarithmic(axis),
    };
    let mut choices = every.into_iter().chain(round);
    let chosen = choices.find_map(|(values, write)| Some(of_values(values, write)).filter(fits));
    chosen.unwrap_or_else(|| of_values(vec![axis.values()[0]], number))
}

/// Values and how they are written.
type Choice = (Vec<f64>, fn(f64) -> String);

/// How many decades a logarithmic axis has; none of a linear one.
fn decades(axis: &Axis) -> f64 {
    match axis.spacing {
        Spacing::Linear => 0.0,
        Spacing::Logarithmic => (axis.value_at(1.0) / axis.value_at(0.0)).log10(),
    }
}

/// Multiples of round steps, from many to few.
fn linear(axis: &Axis) -> Vec<Choice> {
    let (from, to) = (axis.value_at(0.0), axis.value_at(1.0));
    let multiples = |n: usize| {
        let step = round_step((to - from) / n as f64);
        let step = if axis.parameter.is_whole() {
            step.max(1.0)
        } else {
            step
        };
        let first = (from / step - 1e-9).ceil() as i64;
        let last = (to / step + 1e-9).floor() as i64;
        let values = (first..=last).map(|i| i as f64 * step).collect();
        (values, short as fn(f64) -> String)
    };
    (1..=MOST).rev().map(multiples).collect()
}

/// Digits of few decades, or powers of ten, from many to few.
fn logarithmic(axis: &Axis) -> Vec<Choice> {
    let ends = [axis.value_at(0.0), axis.value_at(1.0)].map(f64::log10);
    let [from, to] = [ends[0].floor() as i32, ends[1].ceil() as i32];
    let mut choices: Vec<Choice> = Vec::new();
    if decades(axis) < MANY {
        for digits in [&[1.0, 2.0, 5.0][..], &[1.0, 3.0], &[1.0]] {
            let decade = |decade: i32| digits.iter().map(move |d| d * 10.0_f64.powi(decade));
            let values: Vec<f64> = (from..=to).flat_map(decade).collect();
            let within = values.iter().filter(|value| {
                let place = axis.place(**value);
                (0.0..=1.0).contains(&place)
            });
            if within.count() > 1 {
                choices.push((values, number));
            }
        }
    }
    let powers = |step: i32| {
        let all = (from..=to).filter(move |decade| decade % step == 0);
        let values = all.map(|decade| 10.0_f64.powi(decade)).collect();
        (values, power_of_ten as fn(f64) -> String)
    };
    choices.extend([1, 2, 3, 5, 10, 20, 50, 100].map(powers));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::atlas::parameter::Parameter;

    fn written(parameter: Parameter, spacing: Spacing, values: &[f64]) -> Vec<String> {
        let axis = Axis::new(parameter, spacing, values.to_vec()).unwrap();
        let ticks = ticks(&axis, 300.0, &|text| {
            6.0 * text.chars().count() as f64 + 12.0
        });
        ticks.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn ticks_are_round_and_those_of_few_values_are_the_values() {
        let rates: Vec<f64> = (1..=70).map(|i| 5.0 * f64::from(i)).collect();
        let ticks = written(Parameter::Lr, Spacing::Linear, &rates);
        assert_eq!(ticks, ["50", "100", "150", "200", "250", "300", "350"]);
        let scales: Vec<f64> = (-45..=3)
            .map(|i| 10.0_f64.powf(f64::from(i) / 3.0))
            .collect();
        let ticks = written(Parameter::Gamma, Spacing::Logarithmic, &scales);
        assert_eq!(ticks[..2], ["10⁻¹⁵", "10⁻¹²"]);
        let few = [1e-15, 1e-9, 1e-3, 1.0];
        let few = written(Parameter::Gamma, Spacing::Logarithmic, &few);
        assert_eq!(few, ["10⁻¹⁵", "10⁻⁹", "10⁻³", "10⁰"]);
        let odd = written(Parameter::Lr, Spacing::Linear, &[0.734_187_2, 1.468_374_4]);
        assert_eq!(odd, ["0.4", "0.6", "0.8", "1", "1.2", "1.4", "1.6", "1.8"]);
        let layers = written(Parameter::Layers, Spacing::Linear, &[0.0, 1.0, 2.0, 3.0]);
        assert_eq!(layers, ["0", "1", "2", "3"]);
        let one = written(Parameter::Lr, Spacing::Logarithmic, &[77.0]);
        assert_eq!(one, ["77"]);
        let rates: Vec<f64> = (0..=50)
            .map(|i| 350.0_f64.powf(f64::from(i) / 50.0))
            .collect();
        let ticks = written(Parameter::Lr, Spacing::Logarithmic, &rates);
        assert_eq!(ticks, ["1", "2", "5", "10", "20", "50", "100", "200"]);
    }
}
