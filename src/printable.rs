//! Text of unknown origin, made safe to print on one line.
//!
//! Names, paths, array types and keys come from files that anybody may have written. A terminal
//! obeys the control characters in them, and bidirectional overrides and invisible characters show
//! another text than the one that is there. Here they become escapes that are seen and do nothing.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` on one line without control or invisible characters: each is written as an escape, such
/// as `\n` or `\u{1b}`. Letters, marks and emoji of every language stay as they are.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    escaped(text, is_unprintable, |letter, line| {
        line.extend(letter.escape_default());
    })
}

/// The text of a JSON value with the escapes of JSON in place of control and invisible characters:
/// a reader gets the same strings from it. The ends of lines stay.
pub(crate) fn printable_json(text: &str) -> Cow<'_, str> {
    let is_escaped = |letter| letter != '\n' && is_unprintable(letter);
    escaped(text, is_escaped, |letter, json| {
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing into a string cannot fail.
            let _ = write!(json, "\\u{unit:04x}");
        }
    })
}

/// `text` as a string literal of Python, on one line and without control or invisible characters.
pub(crate) fn python_literal(text: &str) -> String {
    let literal = serde_json::Value::from(text).to_string();
    let shown = escaped(&literal, is_unprintable, |letter, literal| {
        let code = u32::from(letter);
        // Writing into a string cannot fail.
        let _ = if code > 0xffff {
            write!(literal, "\\U{code:08x}")
        } else {
            write!(literal, "\\u{code:04x}")
        };
    });
    shown.into_owned()
}

/// `text` with blanks in place of control characters, the ends of lines among them: for pictures,
/// where nothing obeys them and an escape would be in the way.
pub(crate) fn with_blanks(text: &str) -> Cow<'_, str> {
    let is_blank = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    escaped(text, is_blank, |_, line| line.push(' '))
}

/// `text` with `escape` in place of the characters that `is_escaped` names.
fn escaped(
    text: &str,
    is_escaped: impl Fn(char) -> bool,
    escape: impl Fn(char, &mut String),
) -> Cow<'_, str> {
    let Some(first) = text.find(&is_escaped) else {
        return Cow::Borrowed(text);
    };
    let mut line = text[..first].to_owned();
    for letter in text[first..].chars() {
        if is_escaped(letter) {
            escape(letter, &mut line);
        } else {
            line.push(letter);
        }
    }
    Cow::Owned(line)
}

/// Whether a terminal obeys a character, or shows nothing for it: control characters, ends of
/// lines, and what Unicode calls format characters (general category Cf) or ignorable.
fn is_unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' // soft hyphen
            | '\u{34f}' // grapheme joiner
            | '\u{61c}' // Arabic letter mark
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
            | '\u{17b4}' | '\u{17b5}' // Khmer vowels that are never seen
            | '\u{180e}' // Mongolian vowel separator
            | '\u{200b}'..='\u{200f}' // of no width; marks of direction
            | '\u{2028}'..='\u{202e}' // ends of lines; embeddings and overrides of direction
            | '\u{2060}'..='\u{206f}' // joiners, invisible operators, isolates of direction
            | '\u{feff}' // byte order mark
            | '\u{fff0}'..='\u{fffb}' // annotations
            | '\u{1bca0}'..='\u{1bca3}' // of shorthand
            | '\u{1d173}'..='\u{1d17a}' // of music
            | '\u{e0000}'..='\u{e0fff}' // tags, hidden text
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_or_hides_is_escaped() {
        for (text, expected) in [
            ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
            ("a\r\nb\tc", "a\\r\\nb\\tc"),
            ("\u{0}\u{7f}\u{9b}31m", "\\u{0}\\u{7f}\\u{9b}31m"),
            ("\u{202e}gpj\u{2066}", "\\u{202e}gpj\\u{2066}"),
            ("a\u{200b}b\u{feff}", "a\\u{200b}b\\u{feff}"),
            ("a\u{2028}b\u{e0041}", "a\\u{2028}b\\u{e0041}"),
        ] {
            assert_eq!(printable(text), expected);
        }
    }

    #[test]
    fn letters_of_every_language_stay() {
        for text in [
            "Größe \"x\" \\n",
            "鮫 はい",
            "קרש",
            "سمك",
            "🦈🏽 e\u{301}",
            "",
        ] {
            assert!(matches!(printable(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn a_reader_of_json_gets_the_same_strings() {
        let name = "\u{9b}a\u{202e}\u{e0041}\n\u{7f}\"";
        let json = serde_json::json!({ "name": name });
        let text = serde_json::to_string_pretty(&json).expect("text");
        let shown = printable_json(&text);
        assert!(
            !shown.contains(|c| c != '\n' && is_unprintable(c)),
            "{shown}"
        );
        let back: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(back, json);
    }

    #[test]
    fn a_literal_of_python_is_on_one_line_and_shows_everything() {
        let literal = python_literal("\"a\"\n\u{1b}\u{202e}\u{200b}\u{e0041} 鮫");
        assert_eq!(literal, r#""\"a\"\n\u001b\u202e\u200b\U000e0041 鮫""#);
    }

    #[test]
    fn a_picture_has_blanks_for_the_ends_of_lines() {
        assert_eq!(with_blanks("a\nb\u{1b}c\u{2028}d"), "a b c d");
    }
}
