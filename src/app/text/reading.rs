//! How own data were read, in phrases: what the values mean, and what was left out or filled in.

use super::words::Words;
use crate::data::read::{Changes, Missing, NamesFrom, ReadReport, Scaling, ValuesRead};

/// How many names a phrase lists.
const MAX_NAMES: usize = 5;

/// What the values mean, and what was done to them and to the table.
pub(crate) fn values(report: &ReadReport, words: &Words) -> Vec<String> {
    let mut parts = vec![kind(report, words)];
    parts.extend(changes(report, words));
    match report.scaling {
        Scaling::None => {}
        Scaling::Center => parts.push(words.get("reading-centred")),
        Scaling::Zscore => parts.push(words.get("reading-zscored")),
    }
    parts
}

/// What a user who only glances must know: nothing of a plain table of numbers.
pub(crate) fn notable(report: &ReadReport, words: &Words) -> Vec<String> {
    let is_plain = report.has_numbers_as_they_are();
    let kind = (!is_plain).then(|| kind(report, words));
    let classes = match &report.item_names {
        NamesFrom::Classes(column) => Some(named("names-from-classes", column, words)),
        _ => None,
    };
    let changes = changes(report, words);
    let outweighing = outweighing(report, words);
    let parts = kind.into_iter().chain(classes).chain(changes);
    parts.chain(outweighing).collect()
}

/// The phrase about features that leave no weight to the others, if there are any.
pub(crate) fn outweighing(report: &ReadReport, words: &Words) -> Option<String> {
    let names = &report.outweighing;
    (!names.is_empty()).then(|| named("reading-outweighing", &few(names, words), words))
}

fn kind(report: &ReadReport, words: &Words) -> String {
    words.get(match report.values {
        ValuesRead::Numbers if report.has_numbers_as_they_are() => "values-as-they-are",
        ValuesRead::Numbers => "values-numbers",
        ValuesRead::ZeroOne => "values-zero-one",
        ValuesRead::ZeroOneAsIs => "values-as-is",
        ValuesRead::Words => "values-words",
    })
}

/// What was left out, exchanged or filled in.
fn changes(report: &ReadReport, words: &Words) -> Vec<String> {
    let Changes {
        is_transposed,
        columns,
        rows,
        items,
        features,
        filled,
    } = &report.changes;
    let mut parts = Vec::new();
    if let Some((n, how)) = report.missing {
        let how = words.get(missing_key(how)).into();
        let said = words.with("reading-missing", &[("n", n.into()), ("how", how)]);
        let counted = |(name, n): &(String, usize)| {
            words.with(
                "reading-filled",
                &[("name", name.as_str().into()), ("n", (*n).into())],
            )
        };
        let mut names: Vec<String> = filled.iter().map(counted).collect();
        names.extend(items.iter().chain(features).cloned());
        let values = [("said", said.into()), ("names", few(&names, words).into())];
        parts.push(words.with("reading-missing-in", &values));
    }
    if *is_transposed {
        parts.push(words.get("reading-exchanged"));
    }
    if !columns.is_empty() {
        parts.push(named("reading-left-out", &few(columns, words), words));
    }
    if let Some(rows) = rows {
        let values = [
            ("from", rows.from.to_string().into()),
            ("to", rows.to.to_string().into()),
            ("of", rows.of.to_string().into()),
        ];
        parts.push(words.with("reading-rows", &values));
    }
    parts
}

/// The key of what becomes of missing values.
pub(crate) fn missing_key(missing: Missing) -> &'static str {
    match missing {
        Missing::Error => "missing-error",
        Missing::Mean => "missing-mean",
        Missing::Zero => "missing-zero",
        Missing::DropItems => "missing-drop-items",
        Missing::DropFeatures => "missing-drop-features",
    }
}

/// A phrase about a name.
pub(crate) fn named(key: &str, name: &str, words: &Words) -> String {
    words.with(key, &[("name", name.into())])
}

/// The first few of many names.
pub(crate) fn few(names: &[String], words: &Words) -> String {
    let shown = names.iter().take(MAX_NAMES).map(String::as_str);
    let shown = shown.collect::<Vec<_>>().join(words.comma());
    match names.len().saturating_sub(MAX_NAMES) {
        0 => shown,
        n => words.with(
            "reading-and-more",
            &[("names", shown.into()), ("n", n.into())],
        ),
    }
}
