//! Numbers as people read them.

/// The digits of an exponent.
pub(crate) const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A number with all its digits, by its power of ten where it would be long: `0.15`, `3.2×10⁻⁵`.
pub(crate) fn exact(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-4..=1e6).contains(&size) {
        let text = format!("{value:e}");
        let (factor, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let power = format!("10{}", superscript(exponent.parse().unwrap_or(0)));
        return match factor {
            "1" => power,
            _ => format!("{factor}×{power}"),
        };
    }
    value.to_string()
}

/// A power of ten as on paper, `10⁻¹²`, with a factor where it is not one: `3.2×10⁻⁵`.
pub(crate) fn power_of_ten(value: f64) -> String {
    let exponent = value.log10().floor();
    let factor = value / 10_f64.powf(exponent);
    // Rounding may sit on either side of the decade.
    let (factor, exponent) = if factor > 10.0 - 1e-9 {
        (1.0, exponent + 1.0)
    } else {
        (factor, exponent)
    };
    let power = format!("10{}", superscript(exponent as i32));
    if (factor - 1.0).abs() < 1e-9 {
        power
    } else {
        format!("{}×{power}", exact((factor * 1e9).round() / 1e9))
    }
}

/// A whole number in superscript: `⁻¹²`.
fn superscript(number: i32) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "⁻" } else { "" };
    let digits = digits.bytes().map(|b| SUPERSCRIPTS[usize::from(b - b'0')]);
    sign.chars().chain(digits).collect()
}

/// The minus sign of print, which is as wide as a plus.
pub(crate) const MINUS: char = '\u{2212}';

/// A number to three digits without zeros at its end, by its power of ten where it would be long:
/// `0.345`, `3450`, `−2.5`, `3.45×10⁻⁸`.
pub(crate) fn short(value: f64) -> String {
    if !value.is_finite() {
        return if value.is_nan() {
            "–".to_owned()
        } else if value > 0.0 {
            "∞".to_owned()
        } else {
            format!("{MINUS}∞")
        };
    }
    let Ok(rounded) = format!("{:.2e}", value.abs()).parse::<f64>() else {
        return String::new();
    };
    let digits = if rounded == 0.0 || (1e-3..1e5).contains(&rounded) {
        rounded.to_string()
    } else {
        power_of_ten(rounded)
    };
    if value < 0.0 && rounded != 0.0 {
        format!("{MINUS}{digits}")
    } else {
        digits
    }
}

/// A number with that many decimals: `−0.50`; zero has no sign.
pub(crate) fn fixed(value: f64, n_decimals: usize) -> String {
    let digits = format!("{:.n_decimals$}", value.abs());
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value < 0.0 && !is_zero {
        format!("{MINUS}{digits}")
    } else {
        digits
    }
}

/// As [`fixed`] with a plus before what is above zero: `+0.50`, `−0.50`, `0.00`.
pub(crate) fn signed(value: f64, n_decimals: usize) -> String {
    let digits = fixed(value, n_decimals);
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value > 0.0 && !is_zero {
        format!("+{digits}")
    } else {
        digits
    }
}

/// A prediction: as [`signed`] with two decimals, by its power of ten where it would be long:
/// `+0.50`, `−1.46×10¹⁵`.
#[cfg(feature = "gui")]
pub(crate) fn prediction(value: f64) -> String {
    if value.abs() < 1e6 {
        return signed(value, 2);
    }
    let plus = if value > 0.0 { "+" } else { "" };
    format!("{plus}{}", short(value))
}

/// The most spans that are told; of more, the first of them and how many there are besides.
const MOST_SPANS: usize = 3;

/// The spans that are told of some, `44–52, 60, 70–71`, and how many more there are.
pub(crate) fn spans(spans: &[[usize; 2]]) -> (String, usize) {
    let n_told = if spans.len() > MOST_SPANS {
        MOST_SPANS - 1
    } else {
        spans.len()
    };
    let told = spans[..n_told].iter().map(|&[from, to]| {
        if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        }
    });
    (told.collect::<Vec<_>>().join(", "), spans.len() - n_told)
}

/// `2nd`, `4th`, `512th`.
pub(crate) fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        let spoken = [1, 2, 3, 4, 12, 32, 512].map(ordinal);
        assert_eq!(
            spoken,
            ["1st", "2nd", "3rd", "4th", "12th", "32nd", "512th"]
        );
    }

    #[test]
    fn numbers_read_well() {
        let texts = [0.15, 1e6, 1e9, 0.0, -3.2e-5].map(exact);
        assert_eq!(texts, ["0.15", "1000000", "10⁹", "0", "-3.2×10⁻⁵"]);
        assert_eq!(power_of_ten(1e-12), "10⁻¹²");
        assert_eq!(power_of_ten(10.0), "10¹");
        assert_eq!(power_of_ten(1.0), "10⁰");
        assert_eq!(power_of_ten(3.2e-5), "3.2×10⁻⁵");
    }

    #[test]
    fn three_digits_without_needless_ones() {
        let texts = [0.345_4, 3450.0, -2.5, 3.454e-8, 0.0, -0.0, 99_999.0, 1e-3].map(short);
        let read = [
            "0.345",
            "3450",
            "−2.5",
            "3.45×10⁻⁸",
            "0",
            "0",
            "10⁵",
            "0.001",
        ];
        assert_eq!(texts, read);
        assert_eq!(short(7.2e130), "7.2×10¹³⁰");
        assert_eq!(short(f64::NEG_INFINITY), "−∞");
    }

    #[test]
    #[cfg(feature = "gui")]
    fn a_prediction_beyond_a_million_is_a_power_of_ten() {
        let values = [0.5, -0.5, -1.459_980_856_748_784e15, 1e6, 999_999.0];
        let read = ["+0.50", "−0.50", "−1.46×10¹⁵", "+10⁶", "+999999.00"];
        assert_eq!(values.map(prediction), read);
        assert_eq!(prediction(f64::INFINITY), "+∞");
    }

    #[test]
    fn of_many_spans_the_first_are_told() {
        let all = [[44, 52], [60, 60], [70, 71], [80, 90], [95, 99]];
        assert_eq!(spans(&all[..1]), ("44–52".to_owned(), 0));
        assert_eq!(spans(&all[..3]), ("44–52, 60, 70–71".to_owned(), 0));
        assert_eq!(spans(&all), ("44–52, 60".to_owned(), 3));
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!([fixed(-0.001, 2), fixed(-0.5, 1)], ["0.00", "−0.5"]);
        let texts = [0.5, -0.5, 0.001, -0.001].map(|value| signed(value, 2));
        assert_eq!(texts, ["+0.50", "−0.50", "0.00", "0.00"]);
    }
}
