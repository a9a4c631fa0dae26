//! The meaning of one cell: a number, a word for yes or no, or nothing.
//!
//! The meaning of the table as a whole is decided elsewhere, for all cells at once.

use super::decimal::{DecimalSign, plain};
use super::number_format::NumberFormat;

/// Words for yes, in any case.
const YES: [&str; 17] = [
    "yes", "true", "y", "t", "ja", "oui", "wahr", "vrai", "はい", "○", "◯", "〇", "✓", "✔", "あり",
    "有", "真",
];

/// Words for no, in any case.
const NO: [&str; 17] = [
    "no",
    "false",
    "n",
    "f",
    "nein",
    "non",
    "falsch",
    "faux",
    "いいえ",
    "×",
    "✕",
    "✗",
    "✘",
    "✖",
    "なし",
    "無",
    "偽",
];

/// The words for yes that are marks: beside them an empty cell can mean no.
const MARKS: [&str; 5] = ["○", "◯", "〇", "✓", "✔"];

/// Words that programs write where a value is missing, in any case.
const MISSING: [&str; 27] = [
    "NA", "N/A", "NaN", "-NaN", "<NA>", "null", "nil", "none", "missing", "nothing", "?", ".",
    "..", "#N/A", "#NA", "#NV", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "-",
    "--", "–", "—", "欠損",
];

/// The meaning of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum CellMeaning {
    /// There is nothing in it.
    Blank,
    /// A word that says that a value is missing.
    Missing,
    /// A number.
    Number(f64),
    /// A word for yes or no.
    Word(Word),
    /// Anything else.
    Other,
}

/// A word for yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Yes; `is_mark` where it is a mark such as ○.
    Yes {
        /// Whether an empty cell can be its opposite.
        is_mark: bool,
    },
    /// No.
    No,
    /// The letter x: yes beside empty cells, no beside ○.
    X,
}

/// The meaning of a cell without outer white space, digits not being grouped.
pub(super) fn meaning(text: &str, decimal: DecimalSign) -> CellMeaning {
    meaning_in(text, NumberFormat::plain(decimal))
}

/// The meaning of a cell of a table whose numbers are written in that way.
pub(super) fn meaning_in(text: &str, format: NumberFormat) -> CellMeaning {
    if text.is_empty() {
        return CellMeaning::Blank;
    }
    let is_one_of = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    // Before numbers, for NaN is one.
    if is_one_of(&MISSING) {
        return CellMeaning::Missing;
    }
    if let Some(value) = format.number(text) {
        return CellMeaning::Number(value);
    }
    if is_one_of(&YES) {
        let is_mark = is_one_of(&MARKS);
        return CellMeaning::Word(Word::Yes { is_mark });
    }
    if is_one_of(&NO) {
        return CellMeaning::Word(Word::No);
    }
    if is_one_of(&["x"]) {
        return CellMeaning::Word(Word::X);
    }
    CellMeaning::Other
}

/// Whether a cell could be a value of a table, whichever its decimal sign.
pub(super) fn is_value(text: &str) -> bool {
    meaning(text, DecimalSign::Point) != CellMeaning::Other || is_numeric(text)
}

/// Whether a cell is a number, whichever its decimal sign, or a number with grouped digits.
pub(super) fn is_numeric(text: &str) -> bool {
    is_number(text) || is_grouped(text)
}

/// Whether a cell is a number, whichever its decimal sign.
pub(super) fn is_number(text: &str) -> bool {
    let signs = [DecimalSign::Point, DecimalSign::Comma];
    signs
        .iter()
        .any(|&sign| matches!(meaning(text, sign), CellMeaning::Number(_)))
}

/// Whether a cell is a number but for what groups its digits, such as `1,234.5` or `1 234`.
pub(super) fn is_grouped(text: &str) -> bool {
    let plain = plain(text);
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let is_mark = |c: char| c.is_whitespace() || ",.'’_".contains(c);
    let mut parts = digits.split(is_mark);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let starts_well = parts
        .next()
        .is_some_and(|part| is_digits(part) && part.len() <= 3);
    let rest: Vec<&str> = parts.collect();
    let Some((last, groups)) = rest.split_last() else {
        return false;
    };
    // The last part may be a fraction of any length, where a group stands before it.
    let is_group = |part: &&str| is_digits(part) && part.len() == 3;
    let ends_well = is_group(last) || (!groups.is_empty() && is_digits(last));
    starts_well && groups.iter().all(is_group) && ends_well
}

/// Whether a cell is a number but for signs of percent or currency around it.
pub(super) fn has_sign(text: &str) -> bool {
    let is_sign = |c: char| "%‰€$£¥￥円".contains(c);
    let is_outer = |c: char| is_sign(c) || c.is_whitespace();
    let bare = text.trim_matches(is_outer);
    let bare = bare.strip_prefix(['-', '+']).unwrap_or(bare);
    let bare = bare.trim_matches(is_outer);
    text.contains(is_sign) && (is_number(bare) || is_grouped(bare))
}

/// Whether a cell is a date, such as `2024-01-31`, `31.1.2024` or `1/31/24`, with or without a time
/// behind it.
pub(super) fn is_date(text: &str) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    ['-', '.', '/'].into_iter().any(|mark| {
        let parts: Vec<&str> = day.split(mark).collect();
        let is_part = |part: &&str| {
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        parts.len() == 3 && parts.iter().all(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::super::decimal::number;
    use super::*;

    #[test]
    fn numbers_are_read_with_either_decimal_sign_and_any_minus() {
        use DecimalSign::{Comma, Point};
        for (text, decimal, value) in [
            ("850.5", Point, Some(850.5)),
            ("850,5", Comma, Some(850.5)),
            ("850,5", Point, None),
            ("850.5", Comma, None),
            ("-1e-3", Comma, Some(-1e-3)),
            ("1,5E+2", Comma, Some(150.0)),
            ("\u{2212}0.125", Point, Some(-0.125)),
            ("１２．５", Point, Some(12.5)),
            (".5", Point, Some(0.5)),
            ("+7", Point, Some(7.0)),
            ("1.234,5", Comma, None),
            ("1,2,3", Comma, None),
            ("", Point, None),
        ] {
            assert_eq!(number(text, decimal), value, "{text}");
        }
    }

    #[test]
    fn words_and_missing_values_are_known_in_any_case() {
        let meant = |text| meaning(text, DecimalSign::Point);
        let yes = |is_mark| CellMeaning::Word(Word::Yes { is_mark });
        for text in ["yes", "TRUE", "Y", "はい", "WAHR", "Vrai"] {
            assert_eq!(meant(text), yes(false), "{text}");
        }
        for text in ["○", "◯", "✓"] {
            assert_eq!(meant(text), yes(true), "{text}");
        }
        for text in ["no", "False", "n", "いいえ", "×", "FAUX"] {
            assert_eq!(meant(text), CellMeaning::Word(Word::No), "{text}");
        }
        for text in ["NA", "nan", "NaN", "?", "#N/A", "<NA>"] {
            assert_eq!(meant(text), CellMeaning::Missing, "{text}");
        }
        assert_eq!(meant("X"), CellMeaning::Word(Word::X));
        assert_eq!(meant(""), CellMeaning::Blank);
        assert_eq!(meant("plant"), CellMeaning::Other);
    }

    #[test]
    fn dates_and_signs_are_known() {
        for text in [
            "2024-01-31",
            "31.1.2024",
            "1/31/24",
            "2024-01-31T10:00:00",
            "2024-01-31 10:00",
        ] {
            assert!(is_date(text), "{text}");
        }
        for text in ["1.5", "1-2", "a-b-c", "12345-1-1", "1.2.3.4", "", "--"] {
            assert!(!is_date(text), "{text}");
        }
        for text in [
            "50%",
            "1,50 €",
            "$-3.5",
            "-$3",
            "¥150",
            "1.234,50 €",
            "150円",
        ] {
            assert!(has_sign(text), "{text}");
        }
        for text in ["50", "%", "€", "a%", "", "-5"] {
            assert!(!has_sign(text), "{text}");
        }
    }

    #[test]
    fn grouped_digits_are_known_and_plain_numbers_are_not_grouped() {
        for text in [
            "1,234.5",
            "1.234,5",
            "1 234",
            "1\u{a0}234,56",
            "1'234",
            "12,345,678",
            "-1,234",
            "1\u{202f}234,5",
        ] {
            assert!(is_grouped(text), "{text}");
        }
        for text in [
            "1234",
            "1,5",
            "12.5",
            "1,23,4a",
            "",
            "a",
            "1234,567.8",
            ",5",
        ] {
            assert!(!is_grouped(text), "{text}");
        }
    }
}
