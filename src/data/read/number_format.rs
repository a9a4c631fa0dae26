//! How a table writes its numbers: its decimal sign, and the mark that groups their digits.

use super::choices::Thousands;
use super::decimal::{DecimalSign, number, plain};

/// The marks that may group digits, each as a choice.
const MARKS: [Thousands; 4] = [
    Thousands::Dot,
    Thousands::Comma,
    Thousands::Apostrophe,
    Thousands::Space,
];

/// The way in which all numbers of a table are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// The decimal sign.
    pub(super) decimal: DecimalSign,
    /// The mark that groups the digits, if one does.
    pub(super) thousands: Thousands,
}

impl NumberFormat {
    /// Numbers whose digits are not grouped.
    pub(super) fn plain(decimal: DecimalSign) -> Self {
        Self {
            decimal,
            thousands: Thousands::None,
        }
    }

    /// The number that a cell holds.
    pub(super) fn number(self, text: &str) -> Option<f64> {
        match self.thousands {
            Thousands::Auto | Thousands::None => number(text, self.decimal),
            _ => number(&self.ungrouped(text)?, self.decimal),
        }
    }

    /// The text without the marks that group its digits; `None` where they stand elsewhere.
    fn ungrouped(self, text: &str) -> Option<String> {
        let plain = plain(text);
        let is_mark = |c: char| self.thousands.is_mark(c);
        let is_end = |c: char| c == self.decimal.sign() || c.eq_ignore_ascii_case(&'e');
        let (whole, rest) = plain.split_at(plain.find(is_end).unwrap_or(plain.len()));
        if !plain.contains(is_mark) {
            return Some(plain.into_owned());
        }
        let digits = whole.strip_prefix(['-', '+']).unwrap_or(whole);
        let mut groups = digits.split(is_mark);
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let starts_well = groups.next().is_some_and(|first| {
            (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0')
        });
        let goes_on_well = groups.all(|group| group.len() == 3 && is_digits(group));
        let is_grouped = starts_well && goes_on_well && !rest.contains(is_mark);
        is_grouped.then(|| format!("{}{rest}", whole.replace(is_mark, "")))
    }
}

impl Thousands {
    /// The number that a text is, if this mark groups its digits and stands in it; for
    /// [`Self::None`], if its dot or comma is the decimal sign.
    pub fn number(self, text: &str) -> Option<f64> {
        let signs = match self {
            Self::Dot => &[DecimalSign::Comma][..],
            Self::Comma => &[DecimalSign::Point],
            _ => &[DecimalSign::Point, DecimalSign::Comma],
        };
        let is_there = self == Self::None || text.contains(|c| self.is_mark(c));
        let number = |&decimal: &DecimalSign| {
            let thousands = self;
            NumberFormat { decimal, thousands }.number(text)
        };
        signs.iter().filter(|_| is_there).find_map(number)
    }

    /// The marks that may group the digits of a text, each with the number that it then is.
    pub(super) fn of(text: &str) -> Vec<Self> {
        let groups = |mark: &Self| mark.number(text).is_some();
        MARKS.into_iter().filter(groups).collect()
    }

    /// The decimal sign beside this mark, where there can be only one.
    pub(super) fn decimal(self) -> Option<DecimalSign> {
        match self {
            Self::Dot => Some(DecimalSign::Comma),
            Self::Comma => Some(DecimalSign::Point),
            _ => None,
        }
    }

    fn is_mark(self, c: char) -> bool {
        match self {
            Self::Auto | Self::None => false,
            Self::Dot => c == '.',
            Self::Comma => c == ',',
            Self::Apostrophe => c == '\'' || c == '’',
            Self::Space => c.is_whitespace(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouped_digits_are_a_number_where_the_groups_are_whole() {
        for (mark, text, value) in [
            (Thousands::Dot, "1.234", Some(1234.0)),
            (Thousands::Dot, "-1.234,5", Some(-1234.5)),
            (Thousands::Dot, "1.234.567", Some(1_234_567.0)),
            (Thousands::Dot, "1.5", None),
            (Thousands::Dot, "0.125", None),
            (Thousands::Dot, "1,5", None),
            (Thousands::Comma, "1,234.5", Some(1234.5)),
            (Thousands::Comma, "1.234,5", None),
            (Thousands::Apostrophe, "1'234.5", Some(1234.5)),
            (Thousands::Space, "1\u{a0}234,56", Some(1234.56)),
            (Thousands::None, "1.234", Some(1.234)),
            (Thousands::None, "1,234", Some(1.234)),
        ] {
            assert_eq!(mark.number(text), value, "{mark:?} {text}");
        }
        assert_eq!(Thousands::of("1.234"), [Thousands::Dot]);
        assert_eq!(Thousands::of("1.234,5"), [Thousands::Dot]);
        assert!(Thousands::of("12.5").is_empty());
    }
}
