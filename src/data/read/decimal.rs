//! Numbers in a cell, by their decimal sign.

use std::borrow::Cow;

/// The sign that parts a number's fraction from its whole part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalSign {
    /// A point.
    #[default]
    Point,
    /// A comma.
    Comma,
}

impl DecimalSign {
    /// The sign.
    pub(super) fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

/// The number that a cell holds, with any sign for minus.
pub(super) fn number(text: &str, decimal: DecimalSign) -> Option<f64> {
    let plain = plain(text);
    match decimal {
        DecimalSign::Point => plain.parse().ok(),
        DecimalSign::Comma => {
            if plain.contains('.') || plain.matches(',').count() > 1 {
                return None;
            }
            plain.replace(',', ".").parse().ok()
        }
    }
}

/// The text with the digits and signs of ASCII in place of their full-width and typographic forms.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let ascii = |c: char| match c {
        '\u{2212}' | '\u{FF0D}' => '-',
        '\u{FF0B}' => '+',
        '\u{FF0E}' => '.',
        '\u{FF10}'..='\u{FF19}' => char::from(b'0' + (u32::from(c) - 0xFF10) as u8),
        other => other,
    };
    Cow::Owned(text.chars().map(ascii).collect())
}
