//! Where in a TOML text something stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The line, from 1, of a byte.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    let before = &text.as_bytes()[..byte.min(text.len())];
    before.split(|&b| b == b'\n').count()
}

/// The line of a field such as `training.lr` or `watch.1.item`, entries of lists being counted from
/// 0, or of the innermost table or entry it would be in.
pub(crate) fn line_of(text: &str, path: &str) -> usize {
    let Ok(document) = DeTable::parse(text) else {
        return 1;
    };
    let mut line = 1;
    let mut value = &Spanned::new(document.span(), DeValue::Table(document.into_inner()));
    for key in path.split('.') {
        let (at, inner) = match value.get_ref() {
            DeValue::Table(table) => match table.get_key_value(key) {
                Some((key, inner)) => (key.span().start, inner),
                None => break,
            },
            DeValue::Array(list) => match key.parse().ok().and_then(|i: usize| list.get(i)) {
                Some(inner) => (inner.span().start, inner),
                None => break,
            },
            _ => break,
        };
        line = line_at(text, at);
        value = inner;
    }
    line
}

/// The field that a span of the text belongs to, and its line.
pub(crate) fn field_at(text: &str, span: &Range<usize>) -> (usize, Option<String>) {
    let line = line_at(text, span.start);
    let written = text.lines().nth(line - 1).unwrap_or_default();
    let key = written.split_once('=').map(|(key, _)| key.trim());
    let key = key.or_else(|| {
        let table = written.trim().trim_start_matches('[');
        table.split_once(']').map(|(table, _)| table)
    });
    (line, key.filter(|key| !key.is_empty()).map(str::to_owned))
}
