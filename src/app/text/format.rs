//! Numbers as people read and type them.

use crate::numbers::SUPERSCRIPTS;

/// A number without needless digits: `0.15`, `10000`, `3.2e-5`.
pub(crate) fn plain(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e7).contains(&size) {
        return scientific(value);
    }
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A number to two digits with its power of ten: `3.4e-15`.
pub(crate) fn scientific(value: f64) -> String {
    let text = format!("{value:.1e}");
    text.replace(".0e", "e")
}

/// A loss: fixed while that says something, else scientific.
pub(crate) fn loss(value: f64) -> String {
    if value == 0.0 {
        "0".to_owned()
    } else if (1e-3..1e4).contains(&value) {
        format!("{value:.4}")
    } else {
        scientific(value)
    }
}

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
    // Through the parser, so that 10^-12 is the very number that 1e-12 is.
    let decade: f64 = format!("1e{}", exponent.parse::<i32>().ok()?)
        .parse()
        .ok()?;
    Some(factor * decade)
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

/// To three digits.
pub(crate) fn three_digits(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::power_of_ten;

    #[test]
    fn numbers_read_well() {
        let texts = [0.15, 10_000.0, 100.0, 1e9, 0.0, 250.5, 1e-30].map(plain);
        assert_eq!(
            texts,
            ["0.15", "10000", "100", "1e9", "0", "250.5", "1e-30"]
        );
        assert_eq!(loss(0.689), "0.6890");
        assert_eq!(loss(3.44e-15), "3.4e-15");
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
