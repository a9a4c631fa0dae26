//! Numbers as people type them; [`crate::numbers`] writes them.

use crate::numbers::SUPERSCRIPTS;

/// What people type for a number: `100`, `1e-12`, `10^-12`, `10⁻¹²`, `3.2×10⁻⁵`.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '_')
        .map(|c| match c {
            '−' | '–' | 'ー' | '－' => '-',
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '．' => '.',
            other => other,
        })
        .collect();
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let (factor, power) = match text.split_once(['×', '*', '·']) {
        Some((factor, power)) => (factor.parse::<f64>().ok()?, power),
        None => (1.0, text.as_str()),
    };
    let exponent = power.strip_prefix("10")?;
    let exponent = match exponent.strip_prefix('^') {
        Some(plain) => plain.to_owned(),
        None => plain_exponent(exponent)?,
    };
    // Through the parser, so that 3.2×10^-5 is the very number that 3.2e-5 is.
    format!("{factor}e{}", exponent.parse::<i32>().ok()?)
        .parse()
        .ok()
}

/// The number that superscripts spell, in plain digits.
fn plain_exponent(text: &str) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    text.chars()
        .map(|c| {
            if c == '⁻' {
                return Some('-');
            }
            let digit = SUPERSCRIPTS.iter().position(|&s| s == c)?;
            char::from_digit(digit as u32, 10)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::{exact, power_of_ten};

    #[test]
    fn every_number_that_is_written_reads_back_to_the_bit() {
        for value in [0.15, 1e9, -3.2e-5, 1e-30, 1.234_567_890_123_4e-7, 7e300] {
            assert_eq!(parse(&exact(value)), Some(value), "{value}");
        }
    }

    #[test]
    fn every_decade_reads_back() {
        for exponent in -30..=6 {
            let value: f64 = format!("1e{exponent}").parse().unwrap();
            assert_eq!(parse(&power_of_ten(value)), Some(value), "{exponent}");
        }
    }

    #[test]
    fn people_type_in_many_ways() {
        for text in [
            "1e-12",
            "10^-12",
            "10⁻¹²",
            " 1E-12 ",
            "1×10^-12",
            "10^−12",
            "1*10^-12",
        ] {
            assert_eq!(parse(text), Some(1e-12), "{text}");
        }
        assert_eq!(parse("１００"), Some(100.0));
        assert_eq!(parse("10_000"), Some(10_000.0));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "ten", "10^", "1,5", "--3", "10⁻", "×", "1e", "0x10", "10^1.5",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
