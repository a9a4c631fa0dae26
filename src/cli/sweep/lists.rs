//! Lists and ranges of values, as the options of a sweep take them.

use std::str::FromStr;

use crate::cli::epochs::Epochs;
use crate::cli::rate::Rate;

/// The most values of one list.
const MOST_VALUES: usize = 1_000_000;

/// Learning rates: `20,60,100`, or `5:200:5` from 5 to 200 in steps of 5, or both; single
/// ones also by the stability limit, `auto` and `0.5x`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rates(pub(super) Vec<Rate>);

/// Scales: `1e-12,1`, or `1e-15:1e1` in decades, or `1e-3:1:4` with four values a decade.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scales(pub(super) Vec<f64>);

/// Real numbers: `0.1,0.15`, or `0:0.5:0.05` in equal steps, or both.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reals(pub(super) Vec<f64>);

/// Whole numbers: `30,60`, or `1:64:1` in equal steps, or both.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wholes(pub(super) Vec<usize>);

/// Numbers of epochs, as [`Wholes`], or `auto`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EpochLists(pub(super) Vec<Epochs>);

impl FromStr for Rates {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rates = entries(text, |entry| {
            if Rate::is_by_limit(entry) {
                return Ok(vec![entry.parse()?]);
            }
            let numbers = in_steps(entry, "a range of learning rates is FROM:TO:STEP")?;
            Ok(numbers.into_iter().map(Rate::Number).collect())
        });
        rates.map(Self)
    }
}

impl FromStr for Scales {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let scales = entries(text, |entry| match *numbers(entry)? {
            [one] => Ok(vec![one]),
            [from, to] => decades(from, to, 1.0),
            [from, to, n] => decades(from, to, n),
            _ => Err("a range of scales is FROM:TO or FROM:TO:VALUES_A_DECADE".to_owned()),
        });
        scales.map(Self)
    }
}

impl FromStr for Reals {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        entries(text, |entry| in_steps(entry, "a range is FROM:TO:STEP")).map(Self)
    }
}

impl FromStr for Wholes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        entries(text, wholes).map(Self)
    }
}

impl FromStr for EpochLists {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let epochs = entries(text, |entry| {
            if entry.trim() == "auto" {
                return Ok(vec![Epochs::Auto]);
            }
            Ok(wholes(entry)?.into_iter().map(Epochs::Number).collect())
        });
        epochs.map(Self)
    }
}

/// The values of a list, whose entries are parted by commas.
fn entries<T>(
    text: &str,
    mut values: impl FnMut(&str) -> Result<Vec<T>, String>,
) -> Result<Vec<T>, String> {
    let mut list = Vec::new();
    for entry in text.split(',') {
        list.append(&mut values(entry)?);
        if list.len() > MOST_VALUES {
            return Err(too_many());
        }
    }
    Ok(list)
}

/// The numbers of an entry, parted by colons.
fn numbers(entry: &str) -> Result<Vec<f64>, String> {
    let number = |part: &str| {
        let number: Option<f64> = part.trim().parse().ok();
        number
            .filter(|v| v.is_finite())
            .ok_or_else(|| format!("\"{part}\" is not a number"))
    };
    entry.split(':').map(number).collect()
}

/// One number, or a range in equal steps; `form` says how one is written.
fn in_steps(entry: &str, form: &str) -> Result<Vec<f64>, String> {
    match *numbers(entry)? {
        [one] => Ok(vec![one]),
        [from, to, step] => steps(from, to, step),
        _ => Err(form.to_owned()),
    }
}

/// One whole number, or a range of them in equal steps.
fn wholes(entry: &str) -> Result<Vec<usize>, String> {
    let whole = |value: f64| {
        // Beyond, a number is not its neighbours.
        let is_whole = value.fract() == 0.0 && (0.0..9e15).contains(&value);
        let refusal = || format!("{value} is not a whole number");
        is_whole.then_some(value as usize).ok_or_else(refusal)
    };
    let values = in_steps(entry, "a range of whole numbers is FROM:TO:STEP")?;
    values.into_iter().map(whole).collect()
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
        for bad in ["", "1.5", "-1", "1:2", "2:1:1", "0:1:0.5", "1e300", "auto"] {
            assert!(bad.parse::<Wholes>().is_err(), "{bad}");
        }
        for bad in ["", "0:1", "a", "0.1:0.5:0"] {
            assert!(bad.parse::<Reals>().is_err(), "{bad}");
        }
        assert!("Auto".parse::<EpochLists>().is_err());
    }

    #[test]
    fn whole_numbers_are_listed_as_others_are() {
        assert_eq!("30, 60".parse(), Ok(Wholes(vec![30, 60])));
        assert_eq!("0,1:7:3".parse(), Ok(Wholes(vec![0, 1, 4, 7])));
        assert_eq!("1:64:1".parse::<Wholes>().unwrap().0.len(), 64);
        assert_eq!("0:0.3:0.15".parse(), Ok(Reals(vec![0.0, 0.15, 0.3])));
        let epochs = vec![Epochs::Number(250), Epochs::Auto];
        assert_eq!("250,auto".parse(), Ok(EpochLists(epochs)));
    }
}
