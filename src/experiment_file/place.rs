//! Where in a TOML text something stands.

use std::ops::Range;

use toml::de::DeTable;

/// The line, from 1, of a byte.
pub(super) fn line_at(text: &str, byte: usize) -> usize {
    let before = &text.as_bytes()[..byte.min(text.len())];
    before.split(|&b| b == b'\n').count()
}

/// The line of a field such as `training.lr`, or of the innermost table it would be in.
pub(super) fn line_of(text: &str, field: &str) -> usize {
    let Ok(document) = DeTable::parse(text) else {
        return 1;
    };
    let mut line = 1;
    let mut table = document.get_ref();
    for key in field.split('.') {
        let Some((key, value)) = table.get_key_value(key) else {
            break;
        };
        line = line_at(text, key.span().start);
        let Some(inner) = value.get_ref().as_table() else {
            break;
        };
        table = inner;
    }
    line
}

/// The field that a span of the text belongs to, and its line.
pub(super) fn field_at(text: &str, span: &Range<usize>) -> (usize, Option<String>) {
    let line = line_at(text, span.start);
    let written = text.lines().nth(line - 1).unwrap_or_default();
    let key = written.split_once('=').map(|(key, _)| key.trim());
    let key = key.or_else(|| {
        let table = written.trim().trim_start_matches('[');
        table.split_once(']').map(|(table, _)| table)
    });
    (line, key.filter(|key| !key.is_empty()).map(str::to_owned))
}
