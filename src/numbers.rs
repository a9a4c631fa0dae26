//! Numbers as people read them.

/// The digits of an exponent.
pub(crate) const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A number with all its digits, by its power of ten where it would be long: `0.15`, `3.2e-5`.
pub(crate) fn exact(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e7).contains(&size) {
        return format!("{value:e}");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        let texts = [0.15, 1e6, 1e9, 0.0, -3.2e-5].map(exact);
        assert_eq!(texts, ["0.15", "1000000", "1e9", "0", "-3.2e-5"]);
        assert_eq!(power_of_ten(1e-12), "10⁻¹²");
        assert_eq!(power_of_ten(10.0), "10¹");
        assert_eq!(power_of_ten(1.0), "10⁰");
        assert_eq!(power_of_ten(3.2e-5), "3.2×10⁻⁵");
    }
}
