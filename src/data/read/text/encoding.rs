//! From bytes to characters: UTF-8, UTF-16 where a byte order mark says so, and any encoding that
//! the user chooses.
//!
//! Other encodings cannot be told apart with certainty, so none is guessed: the error names the
//! likely one, to be chosen by the user.

use std::borrow::Cow;

use encoding_rs::DecoderResult;

use super::super::origin::Encoding;
use crate::data::ReadError;

const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
const UTF16_LE_MARK: &[u8] = &[0xFF, 0xFE];
const UTF16_BE_MARK: &[u8] = &[0xFE, 0xFF];
const UTF32_LE_MARK: &[u8] = &[0xFF, 0xFE, 0, 0];
const UTF32_BE_MARK: &[u8] = &[0, 0, 0xFE, 0xFF];

/// How many bytes are looked at to tell an encoding without a mark.
const SAMPLE_BYTES: usize = 4096;

/// The characters, without a byte order mark; `chosen` is the encoding where no mark tells it.
pub(super) fn decode(
    bytes: &[u8],
    chosen: Option<Encoding>,
) -> Result<(Cow<'_, str>, Encoding), ReadError> {
    let in_first_row = |likely| Err(ReadError::NotUtf8 { row: 1, likely });
    if bytes.starts_with(UTF32_LE_MARK) || bytes.starts_with(UTF32_BE_MARK) {
        return in_first_row("UTF-32");
    }
    if let Some(rest) = bytes.strip_prefix(UTF16_LE_MARK) {
        let text = utf16(rest, u16::from_le_bytes)?;
        return Ok((Cow::Owned(text), Encoding::Utf16Le));
    }
    if let Some(rest) = bytes.strip_prefix(UTF16_BE_MARK) {
        let text = utf16(rest, u16::from_be_bytes)?;
        return Ok((Cow::Owned(text), Encoding::Utf16Be));
    }
    let unmarked = bytes.strip_prefix(UTF8_MARK);
    if let Some(chosen) = chosen.filter(|_| unmarked.is_none()) {
        return Ok((Cow::Owned(decode_as(bytes, chosen)?), chosen));
    }
    let bytes = unmarked.unwrap_or(bytes);
    if let Some(likely) = wide(bytes) {
        return in_first_row(likely);
    }
    if is_mostly_zeros(bytes) {
        return Err(ReadError::NotText { row: 1 });
    }
    if let Some(row) = escaped_japanese(bytes) {
        let likely = "ISO-2022-JP";
        return Err(ReadError::NotUtf8 { row, likely });
    }
    let text = str::from_utf8(bytes).map_err(|error| ReadError::NotUtf8 {
        row: row_of(bytes, error.valid_up_to()),
        likely: narrow(bytes),
    })?;
    Ok((Cow::Borrowed(text), Encoding::Utf8))
}

/// The characters of bytes in that encoding.
fn decode_as(bytes: &[u8], encoding: Encoding) -> Result<String, ReadError> {
    let mut decoder = encoding.table().new_decoder_without_bom_handling();
    let length = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(length.unwrap_or(bytes.len()));
    let (result, n_read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    if result == DecoderResult::InputEmpty {
        return Ok(text);
    }
    Err(ReadError::NotInEncoding {
        row: row_of(bytes, n_read),
        encoding: encoding.name(),
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(units) {
        match decoded {
            Err(_) => {
                let row = row_of(text.as_bytes(), text.len());
                return Err(ReadError::NotText { row });
            }
            Ok(c) => text.push(c),
        }
    }
    if !rest.is_empty() {
        let row = row_of(text.as_bytes(), text.len());
        return Err(ReadError::NotText { row });
    }
    Ok(text)
}

/// The row, from 1, of a byte.
fn row_of(bytes: &[u8], at: usize) -> usize {
    bytes[..at].split(|&byte| byte == b'\n').count()
}

/// UTF-16 without a mark: mostly Latin letters, so every other byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let (pairs, _) = sample.as_chunks::<2>();
    let n_zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let (high_first, low_first) = (n_zeros(0), n_zeros(1));
    if 2 * low_first > pairs.len() && high_first == 0 {
        return Some("UTF-16LE");
    }
    (2 * high_first > pairs.len() && low_first == 0).then_some("UTF-16BE")
}

/// Whether the bytes are those of no text: nearly all are zero.
fn is_mostly_zeros(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let n_zeros = sample.split(|byte| *byte == 0).count() - 1;
    4 * n_zeros > 3 * sample.len()
}

/// The row of the first escape into Japanese characters, as mail programs write them.
fn escaped_japanese(bytes: &[u8]) -> Option<usize> {
    let is_escape = |window: &[u8]| matches!(window, [0x1B, b'$', b'B' | b'@']);
    let at = bytes.windows(3).position(is_escape)?;
    Some(row_of(bytes, at))
}

/// The likely encoding of text that is not UTF-8, by the name that `iconv` knows.
fn narrow(bytes: &[u8]) -> &'static str {
    if let Some(n_japanese) = pairs(bytes, is_shift_jis_lead, is_shift_jis_trail, |byte| {
        (0x81..=0x9F).contains(&byte)
    }) && n_japanese > 0
    {
        return "CP932";
    }
    let is_high = |byte: u8| (0xA1..=0xFE).contains(&byte);
    let is_lead = |byte: u8| is_high(byte) || byte == 0x8E;
    if let Some(n_kana) = pairs(bytes, is_lead, is_high, |byte| matches!(byte, 0xA4 | 0xA5)) {
        return if n_kana > 0 { "EUC-JP" } else { "GB18030" };
    }
    "WINDOWS-1252"
}

/// How many of the leading bytes of pairs are telling; none if a byte is in no pair.
fn pairs(
    bytes: &[u8],
    is_lead: impl Fn(u8) -> bool,
    is_trail: impl Fn(u8) -> bool,
    is_telling: impl Fn(u8) -> bool,
) -> Option<usize> {
    let mut n_telling = 0;
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        if is_lead(byte) {
            n_telling += usize::from(is_telling(byte));
            if !is_trail(rest.next()?) {
                return None;
            }
        } else if !byte.is_ascii() && !(0xA1..=0xDF).contains(&byte) {
            return None;
        } else if !byte.is_ascii() && !is_lead(0x81) {
            return None; // a lone high byte is a letter of Shift JIS alone
        }
    }
    Some(n_telling)
}

fn is_shift_jis_lead(byte: u8) -> bool {
    matches!(byte, 0x81..=0x9F | 0xE0..=0xFC)
}

fn is_shift_jis_trail(byte: u8) -> bool {
    matches!(byte, 0x40..=0x7E | 0x80..=0xFC)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> (usize, &'static str) {
        match decode(bytes, None) {
            Err(ReadError::NotUtf8 { row, likely }) => (row, likely),
            other => panic!("{bytes:?}: {other:?}"),
        }
    }

    #[test]
    fn utf8_and_marked_utf16_are_read_without_their_mark() {
        let text = ",松,🐟\r\n";
        let marked = [UTF8_MARK, text.as_bytes()].concat();
        let units = || text.encode_utf16();
        let low_first: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let high_first: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8),
            ([UTF16_LE_MARK, &low_first].concat(), Encoding::Utf16Le),
            ([UTF16_BE_MARK, &high_first].concat(), Encoding::Utf16Be),
        ] {
            assert_eq!(decode(&bytes, None), Ok((Cow::Borrowed(text), encoding)));
        }
    }

    #[test]
    fn other_encodings_are_named() {
        // "松の木", "Bär", "Müller; 5 €" and "あい" as older programs write them.
        for (bytes, row, likely) in [
            (&b",p\n\x8f\xbc\x82\xcc\x96\xd8,1\n"[..], 2, "CP932"),
            (b",p\na,1\n\xbe\xbe\xa4\xce\xcc\xda,1\n", 3, "EUC-JP"),
            (b",p\nB\xe4r,1\n", 2, "WINDOWS-1252"),
            (b";5 \x80\nM\xfcller;1\n", 1, "WINDOWS-1252"),
            (b",p\n\x1b$B$\"$$\x1b(B,1\n", 2, "ISO-2022-JP"),
            (b",\0p\0\n\0a\0,\x001\0\n\0", 1, "UTF-16LE"),
            (b"\0,\0p\0\n\0a\0,\x001\0\n", 1, "UTF-16BE"),
            (b"\xff\xfe\0\0,\0\0\0", 1, "UTF-32"),
        ] {
            assert_eq!(refused(bytes), (row, likely), "{bytes:?}");
        }
    }

    #[test]
    fn damaged_text_is_refused_with_its_row() {
        for bytes in [&b"\xff\xfe,\0\n\0\x00\xd8,\0"[..], b"\xff\xfe,\0\n\0a"] {
            assert_eq!(decode(bytes, None), Err(ReadError::NotText { row: 2 }));
        }
    }

    #[test]
    fn a_chosen_encoding_is_read() {
        for (bytes, encoding, text) in [
            (&b"B\xe4r \x80"[..], Encoding::Windows1252, "Bär €"),
            (b"\x8f\xbc\x82\xcc\x96\xd8", Encoding::ShiftJis, "松の木"),
            (b"\xbe\xbe\xa4\xce\xcc\xda", Encoding::EucJp, "松の木"),
            (b"a\0,\0", Encoding::Utf16Le, "a,"),
        ] {
            let decoded = decode(bytes, Some(encoding));
            assert_eq!(decoded, Ok((Cow::Borrowed(text), encoding)));
        }
        let damaged = decode(b"a\n\x81", Some(Encoding::ShiftJis));
        let encoding = "Shift_JIS";
        assert_eq!(damaged, Err(ReadError::NotInEncoding { row: 2, encoding }));
        for (name, encoding) in [
            ("latin1", Encoding::Windows1252),
            ("CP932", Encoding::ShiftJis),
            ("WINDOWS-1252", Encoding::Windows1252),
        ] {
            assert_eq!(name.parse(), Ok(encoding), "{name}");
        }
        assert!("klingon".parse::<Encoding>().is_err());
    }
}
