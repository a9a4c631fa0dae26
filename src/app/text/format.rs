//! Numbers as people type them, with a decimal point or a decimal comma; [`crate::numbers`] writes
//! them.

use crate::numbers::SUPERSCRIPTS;

/// Reads a number as people type it: `100`, `0,5`, `1e-12`, `10^-12`, `10⁻¹²`, `3.2×10⁻⁵`. A single
/// comma is a decimal comma, unless the text also has a point or the comma may separate thousands,
/// as in `10,000`: such a text is ambiguous and gives `None`.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let text = with_decimal_point(text)?;
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

/// The text with a point for its decimal comma; `None` where a comma could mean something else.
fn with_decimal_point(text: &str) -> Option<String> {
    let text = text.replace(['，', '、'], ",");
    let Some((_, behind)) = text.split_once(',') else {
        return Some(text);
    };
    let n_digits = behind.chars().take_while(char::is_ascii_digit).count();
    let is_clear = !behind.contains(',') && !text.contains(['.', '．']);
    let could_be_thousands = n_digits == 3 && behind.len() == 3 && !text.trim().starts_with("0,");
    (is_clear && n_digits > 0 && !could_be_thousands).then(|| text.replace(',', "."))
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
    fn a_decimal_comma_is_read() {
        let read = ["0,5", "1,5e-3", "3,25×10^2", "0,125", " 60,5 "].map(parse);
        assert_eq!(read, [0.5, 1.5e-3, 325.0, 0.125, 60.5].map(Some));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "ten", "10^", "1,5,5", "10,000", "1,5.0", "1,", "--3", "10⁻", "×", "1e", "0x10",
            "10^1.5",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
