//! Lists and ranges of values, as a sweep takes them.

use std::ops::Range;
use std::str::FromStr;

use super::rate::Rate;

/// The most values of one list.
const MOST_VALUES: usize = 1_000_000;

/// Learning rates: `20,60,100`, or `5:200:5` from 5 to 200 in steps of 5, or both; single
/// ones also by the stability limit, `auto` and `0.5x`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rates(pub(super) Vec<Rate>);

/// Scales: `1e-12,1`, or `1e-15:1e1` in decades, or `1e-3:1:4` with four values a decade.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scales(pub(super) Vec<f64>);

/// `K/N`: the K-th of N parts, from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shard {
    part: usize,
    n_parts: usize,
}

impl FromStr for Rates {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let values = |parts: &[f64]| match *parts {
            [one] => Ok(vec![one]),
            [from, to, step] => steps(from, to, step),
            _ => Err("a range of learning rates is FROM:TO:STEP".to_owned()),
        };
        let mut rates = Vec::new();
        for entry in text.split(',') {
            if Rate::is_by_limit(entry) {
                rates.push(entry.parse()?);
            } else {
                rates.extend(listed(entry, values)?.into_iter().map(Rate::Number));
            }
            if rates.len() > MOST_VALUES {
                return Err(too_many());
            }
        }
        Ok(Self(rates))
    }
}

impl FromStr for Scales {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        listed(text, |parts| match *parts {
            [one] => Ok(vec![one]),
            [from, to] => decades(from, to, 1.0),
            [from, to, n] => decades(from, to, n),
            _ => Err("a range of scales is FROM:TO or FROM:TO:VALUES_A_DECADE".to_owned()),
        })
        .map(Self)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/');
        let parts = parts.and_then(|(part, n)| Some((part.parse().ok()?, n.parse().ok()?)));
        match parts {
            Some((part, n_parts)) if (1..=n_parts).contains(&part) => Ok(Self { part, n_parts }),
            _ => Err("it must be K/N with K from 1 to N".to_owned()),
        }
    }
}

impl Shard {
    /// The whole.
    pub(super) const ALL: Self = Self {
        part: 1,
        n_parts: 1,
    };

    /// The part's share of `n` rows: one stretch, so that the parts in order are the whole in
    /// order.
    pub(super) fn rows(self, n: usize) -> Range<usize> {
        let end_of = |part: usize| (n as u128 * part as u128 / self.n_parts as u128) as usize;
        end_of(self.part - 1)..end_of(self.part)
    }
}

/// The values of a list, each entry being numbers parted by colons.
fn listed(
    text: &str,
    values: impl Fn(&[f64]) -> Result<Vec<f64>, String>,
) -> Result<Vec<f64>, String> {
    let mut list = Vec::new();
    for entry in text.split(',') {
        let number = |part: &str| {
            let number: Option<f64> = part.trim().parse().ok();
            number
                .filter(|v| v.is_finite())
                .ok_or_else(|| format!("\"{part}\" is not a number"))
        };
        let parts: Vec<f64> = entry.split(':').map(number).collect::<Result<_, _>>()?;
        list.extend(values(&parts)?);
        if list.len() > MOST_VALUES {
            return Err(too_many());
        }
    }
    Ok(list)
}

fn steps(from: f64, to: f64, step: f64) -> Result<Vec<f64>, String> {
    if step <= 0.0 || from > to {
        return Err("a range must ascend".to_owned());
    }
    let n = counted((to - from) / step)?;
    // To the last digit that was typed, so that they are the very numbers that one would type.
    let n_decimals = decimals(from).max(decimals(step));
    let value = |i: usize| {
        let value = from + i as f64 * step;
        format!("{value:.n_decimals$}").parse().unwrap_or(value)
    };
    Ok((0..=n).map(value).collect())
}

/// How many digits a number has behind its point.
fn decimals(value: f64) -> usize {
    let text = value.to_string();
    text.split_once('.').map_or(0, |(_, digits)| digits.len())
}

fn decades(from: f64, to: f64, per_decade: f64) -> Result<Vec<f64>, String> {
    if from <= 0.0 || from > to {
        return Err("a range of scales must be above zero and ascend".to_owned());
    }
    if per_decade < 1.0 || per_decade.fract() != 0.0 {
        return Err("values a decade must be a whole number".to_owned());
    }
    let n = counted((to.log10() - from.log10()) * per_decade)?;
    // Whole decades by way of the text, so that they are the very numbers that one would type.
    let text = format!("{from:e}");
    let (digits, exponent) = text.split_once('e').ok_or("not a number")?;
    let exponent: i32 = exponent.parse().map_err(|_| "not a number")?;
    let per_decade = per_decade as usize;
    let value = |i: usize| {
        let decade = exponent + (i / per_decade) as i32;
        let whole: f64 = format!("{digits}e{decade}").parse().unwrap_or(f64::NAN);
        whole * 10.0_f64.powf((i % per_decade) as f64 / per_decade as f64)
    };
    Ok((0..=n).map(value).collect())
}

/// How many whole steps there are, as far as rounding can tell.
fn counted(steps: f64) -> Result<usize, String> {
    if steps >= MOST_VALUES as f64 {
        return Err(too_many());
    }
    Ok((steps + 1e-9).floor() as usize)
}

fn too_many() -> String {
    format!("a list may have {MOST_VALUES} values")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_and_lists_are_what_they_say() {
        let number = |rate| match rate {
            Rate::Number(number) => number,
            other => panic!("{other:?}"),
        };
        let rates = |text: &str| {
            let rates = text.parse::<Rates>()?.0;
            Ok::<Vec<f64>, String>(rates.into_iter().map(number).collect())
        };
        let by_limit = "3,auto, 0.5x".parse::<Rates>().unwrap().0;
        assert_eq!(
            by_limit,
            [Rate::Number(3.0), Rate::Auto, Rate::OfLimit(0.5)]
        );
        assert_eq!(rates("20,60,100"), Ok(vec![20.0, 60.0, 100.0]));
        assert_eq!(rates("5:200:5").unwrap().len(), 40);
        assert_eq!(rates("1:2:0.1").unwrap().len(), 11);
        assert_eq!(rates("1,10:30:10,7"), Ok(vec![1.0, 10.0, 20.0, 30.0, 7.0]));
        let tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
        assert_eq!(rates("0.1:1:0.1").unwrap(), tenths);
        assert_eq!(rates("1e-5:3e-5:1e-5"), Ok(vec![1e-5, 2e-5, 3e-5]));
        assert_eq!(rates("1e300:1e300:1e300"), Ok(vec![1e300]));
        let scales = |text: &str| text.parse::<Scales>().map(|scales| scales.0);
        let decades = scales("1e-15:1e1").unwrap();
        assert_eq!(decades.len(), 17);
        assert_eq!(decades[3], 1e-12);
        assert_eq!(decades[16], 10.0);
        assert_eq!(scales("0.1:10:2").unwrap().len(), 5);
        assert_eq!(scales("0.1:10:2").unwrap()[2], 1.0);
        let widest = scales("1e-300:1e300").unwrap();
        assert_eq!((widest.len(), widest[600]), (601, 1e300));
    }

    #[test]
    fn senseless_grids_are_refused() {
        for bad in [
            "",
            "a",
            "1:2",
            "2:1:1",
            "1:2:0",
            "1:2:-1",
            "1:2:0.5x",
            "-1x",
            "1,,2",
            "nan",
            "1:1e9:1e-9",
            "1:600000:1,1:600000:1",
        ] {
            assert!(bad.parse::<Rates>().is_err(), "{bad}");
        }
        for bad in ["0:1", "1:0.1", "1e-3:1:0.5", "1:2:3:4", "inf"] {
            assert!(bad.parse::<Scales>().is_err(), "{bad}");
        }
        for bad in ["3", "0/3", "4/3", "1/0", "a/b", "-1/3"] {
            assert!(bad.parse::<Shard>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn shards_in_order_are_the_whole(n in 0_usize..2000, n_parts in 1_usize..40) {
            let rows = (1..=n_parts).flat_map(|part| Shard { part, n_parts }.rows(n));
            prop_assert!(rows.eq(0..n));
        }
    }
}
