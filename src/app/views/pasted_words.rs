//! What is said of a pasted feature before it is added: its values as they will be stored, the
//! names that change, or why it is refused.

use crate::app::text::words::Words;
use crate::data::pasted::{PasteError, PastedFeature};
use crate::experiment::Experiment;
use crate::numbers::short;

/// The most new names that are said one by one.
const MOST_NAMES: usize = 4;

/// The values as they will be stored: `has_bones: yes for 3 items, no for 5`, or the range of the
/// numbers. `is_zero_one` says that the text had only 0 and 1.
pub(super) fn values_said(pasted: &PastedFeature, is_zero_one: bool, words: &Words) -> String {
    let values = || pasted.values.iter().copied();
    let name = pasted.name.as_deref().unwrap_or("empty").to_owned();
    let name = ("name", name.into());
    if values().all(|value| value.abs() == 1.0) {
        let n_yes = values().filter(|value| *value > 0.0).count();
        let key = if is_zero_one {
            "paste-zero-one"
        } else {
            "paste-yes-no"
        };
        let values = [
            name,
            ("yes", n_yes.to_string().into()),
            ("no", (pasted.values.len() - n_yes).to_string().into()),
        ];
        return words.with(key, &values);
    }
    let values = [
        name,
        ("from", short(values().fold(f64::INFINITY, f64::min)).into()),
        (
            "to",
            short(values().fold(f64::NEG_INFINITY, f64::max)).into(),
        ),
    ];
    words.with("paste-numbers", &values)
}

/// The items that will have another name; nothing if none will.
pub(super) fn renamed(pasted: &PastedFeature, experiment: &Experiment, words: &Words) -> String {
    let new = pasted.items.iter().flatten();
    let pairs = experiment.items.iter().zip(new);
    let changes: Vec<String> = pairs
        .filter(|(old, new)| old != new)
        .map(|(old, new)| {
            let values = [
                ("old", words.item(old).into()),
                ("new", words.item(new).into()),
            ];
            words.with("paste-becomes", &values)
        })
        .collect();
    if changes.is_empty() {
        return String::new();
    }
    let shown = changes.iter().take(MOST_NAMES).cloned();
    let shown: Vec<String> = shown.collect();
    let values = [
        ("names", shown.join(&words.get("paste-between")).into()),
        ("more", (changes.len() - shown.len()).into()),
    ];
    words.with("paste-renamed", &values)
}

/// Why a text is no feature.
pub(super) fn refusal(error: &PasteError, words: &Words) -> String {
    let number = |n: usize| n.to_string();
    match error {
        PasteError::NoValues => words.get("paste-no-values"),
        PasteError::Unfinished => words.get("paste-unfinished"),
        PasteError::Shortened => words.get("paste-shortened"),
        PasteError::SeveralLists(n) => {
            words.with("paste-several-lists", &[("n", number(*n).into())])
        }
        PasteError::NotANumber(text) => {
            words.with("paste-not-a-number", &[("text", text.as_str().into())])
        }
        PasteError::NamesDoNotFit { names, values } => {
            let values = [
                ("names", number(*names).into()),
                ("values", number(*values).into()),
            ];
            words.with("paste-names-do-not-fit", &values)
        }
        PasteError::NoSuchItem { item, of } => {
            let values = [("item", number(*item).into()), ("of", number(*of).into())];
            words.with("paste-no-such-item", &values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;

    #[test]
    fn every_new_name_is_said_or_counted() {
        let names = |n: usize| {
            let new = |(i, old): (usize, &String)| {
                if i < n {
                    format!("new {i}")
                } else {
                    old.clone()
                }
            };
            let experiment = Experiment::default();
            let items = experiment.items.iter().enumerate().map(new).collect();
            let pasted = PastedFeature {
                items: Some(items),
                name: None,
                values: vec![1.0; 8],
                watched: None,
            };
            renamed(&pasted, &experiment, &Words::new(Language::English))
        };
        assert_eq!(names(0), "");
        assert_eq!(names(1), "Renamed: Goldfish becomes new 0");
        let two = "Renamed: Goldfish becomes new 0, Tuna becomes new 1";
        assert_eq!(names(2), two);
        assert!(names(6).ends_with(" and 2 more"), "{}", names(6));
    }
}
