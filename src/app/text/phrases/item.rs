//! The words of the pictures of items, modes and matrices.

use crate::app::text::words::Words;
use crate::data::names::Group;
use crate::numbers::{fixed, short};
use crate::picture::{ItemPhrase, Length, When};

/// The words of a phrase.
pub(super) fn words_of(phrase: &ItemPhrase, words: &Words) -> String {
    let number = |key: &str, n: usize| words.with(key, &[("n", n.to_string().into())]);
    let one_or_many = |one: &str, many: &str, n: usize| match n {
        1 => words.get(one),
        _ => number(many, n),
    };
    match phrase {
        ItemPhrase::Similarity(when) => titled("phrase-rsm", *when, words),
        ItemPhrase::Map(when) => titled("phrase-map", *when, words),
        ItemPhrase::Tree(when) => titled("phrase-tree", *when, words),
        ItemPhrase::Microscope(when) => titled("phrase-microscope", *when, words),
        ItemPhrase::TreeAt(epoch) => number("phrase-tree-at", *epoch),
        ItemPhrase::LessFinal(Length::Long, epoch) => number("phrase-less-final", *epoch),
        ItemPhrase::LessFinal(Length::Short, epoch) => number("phrase-less-final-short", *epoch),
        ItemPhrase::Items(n) => number("phrase-items", *n),
        ItemPhrase::AllItems(n) => number("phrase-all-items", *n),
        ItemPhrase::Unnamed(n) => one_or_many("phrase-unnamed-one", "phrase-unnamed", *n),
        ItemPhrase::Mode(mode) => number("phrase-mode", mode + 1),
        ItemPhrase::MoreModes(n) => one_or_many("phrase-more-modes-one", "phrase-more-modes", *n),
        ItemPhrase::DataModes(n) => one_or_many("phrase-data-modes-one", "phrase-data-modes", *n),
        ItemPhrase::Split(_)
        | ItemPhrase::Strength(_)
        | ItemPhrase::Learned(..)
        | ItemPhrase::LearnedShare(..)
        | ItemPhrase::RoseAt(..) => words_of_mode(phrase, words),
        ItemPhrase::Features(shown, of) if shown == of => words.get("phrase-features"),
        ItemPhrase::Features(shown, of) => {
            let values = [
                ("shown", shown.to_string().into()),
                ("of", of.to_string().into()),
            ];
            words.with("phrase-features-of", &values)
        }
        ItemPhrase::StandsIn { shown, asked } => {
            let values = [
                ("shown", shown.to_string().into()),
                ("asked", asked.to_string().into()),
            ];
            words.with("phrase-stands-in", &values)
        }
        ItemPhrase::FirstOf(shown, of) => first_of(*shown, *of, words),
        ItemPhrase::Difference(largest) => {
            words.with("phrase-difference", &[("largest", short(*largest).into())])
        }
        _ => words.get(key_of(phrase)),
    }
}

/// The words of a phrase about a mode: the split that it makes, and its strength.
fn words_of_mode(phrase: &ItemPhrase, words: &Words) -> String {
    let (key, values) = match phrase {
        ItemPhrase::Split([positive, negative]) => {
            let sides = [
                ("positive", positive.as_str().into()),
                ("negative", negative.as_str().into()),
            ];
            return words.with("phrase-split", &sides);
        }
        ItemPhrase::Learned(value, share) => {
            let percent = ("percent", fixed(100.0 * share, 0).into());
            (
                "phrase-learned",
                vec![("value", strength(*value).into()), percent],
            )
        }
        ItemPhrase::LearnedShare(share, length) => {
            let key = match length {
                Length::Long => "phrase-learned-share",
                Length::Short => "phrase-learned-share-short",
            };
            (key, vec![("percent", fixed(100.0 * share, 0).into())])
        }
        ItemPhrase::RoseAt(value, None) => (
            "phrase-not-learned",
            vec![("value", strength(*value).into())],
        ),
        ItemPhrase::RoseAt(value, Some(epoch)) => {
            let epoch = ("epoch", epoch.to_string().into());
            (
                "phrase-rose-at",
                vec![("value", strength(*value).into()), epoch],
            )
        }
        ItemPhrase::Strength(value) => {
            ("phrase-strength", vec![("value", strength(*value).into())])
        }
        _ => return String::new(),
    };
    words.with(key, &values)
}

/// The key of a phrase that is always the same.
fn key_of(phrase: &ItemPhrase) -> &'static str {
    match phrase {
        ItemPhrase::Distance => "phrase-distance",
        ItemPhrase::OfRun(Length::Long) => "phrase-of-run",
        ItemPhrase::OfRun(Length::Short) => "phrase-of-run-short",
        ItemPhrase::OfEpoch(Length::Long) => "phrase-of-epoch",
        ItemPhrase::OfEpoch(Length::Short) => "phrase-of-epoch-short",
        ItemPhrase::Cosine(Length::Long) => "phrase-cosine",
        ItemPhrase::Cosine(Length::Short) => "phrase-cosine-short",
        ItemPhrase::NothingYet => "phrase-nothing-yet",
        ItemPhrase::Group(group) => group_key(*group),
        ItemPhrase::Shared => "phrase-shared",
        ItemPhrase::Nothing => "phrase-nothing",
        ItemPhrase::Modes => "phrase-modes",
        ItemPhrase::Labels => "phrase-labels",
        ItemPhrase::Illustration => "phrase-illustration",
        ItemPhrase::No => "phrase-no",
        ItemPhrase::Yes => "phrase-yes",
        ItemPhrase::Diverged => "phrase-diverged",
        ItemPhrase::TrueWeights => "phrase-true-weights",
        ItemPhrase::Estimate => "phrase-estimate",
        ItemPhrase::Error => "phrase-error",
        // These have values in them.
        ItemPhrase::Similarity(_)
        | ItemPhrase::Map(_)
        | ItemPhrase::Tree(_)
        | ItemPhrase::Microscope(_)
        | ItemPhrase::StandsIn { .. }
        | ItemPhrase::TreeAt(_)
        | ItemPhrase::LessFinal(..)
        | ItemPhrase::Items(_)
        | ItemPhrase::AllItems(_)
        | ItemPhrase::Unnamed(_)
        | ItemPhrase::Mode(_)
        | ItemPhrase::MoreModes(_)
        | ItemPhrase::DataModes(_)
        | ItemPhrase::Split(_)
        | ItemPhrase::Strength(_)
        | ItemPhrase::Learned(..)
        | ItemPhrase::LearnedShare(..)
        | ItemPhrase::RoseAt(..)
        | ItemPhrase::Features(..)
        | ItemPhrase::FirstOf(..)
        | ItemPhrase::Difference(_) => "",
    }
}

fn group_key(group: Group) -> &'static str {
    match group {
        Group::Animals => "phrase-animals",
        Group::Plants => "phrase-plants",
        Group::Fish => "phrase-fish",
        Group::Birds => "phrase-birds",
        Group::Flowers => "phrase-flowers",
        Group::Trees => "phrase-trees",
    }
}

fn titled(key: &str, when: When, words: &Words) -> String {
    let n = |n: usize| [("n", n.to_string().into())];
    let mut said = String::new();
    if let Some(layer) = when.layer {
        said += &words.with("phrase-when-layer", &n(layer + 1));
    }
    said += &words.with("phrase-when-epoch", &n(when.epoch));
    if when.is_earlier {
        said += &words.get("phrase-when-earlier");
    }
    words.with(key, &[("when", said.into())])
}

fn first_of([modes, items]: [usize; 2], of: usize, words: &Words) -> String {
    let mut values = vec![
        ("modes", modes.to_string().into()),
        ("of", of.to_string().into()),
    ];
    if items == of {
        return words.with("phrase-first-modes", &values);
    }
    values.push(("items", items.to_string().into()));
    words.with("phrase-first-modes-and-items", &values)
}

/// A singular value: one decimal where it has few digits.
fn strength(value: f64) -> String {
    if (1.0..1e4).contains(&value) {
        fixed(value, 1)
    } else {
        short(value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_said;
    use super::*;
    use crate::picture::Phrase;

    const PLAIN: [ItemPhrase; 13] = [
        ItemPhrase::Distance,
        ItemPhrase::NothingYet,
        ItemPhrase::Shared,
        ItemPhrase::Nothing,
        ItemPhrase::Modes,
        ItemPhrase::Labels,
        ItemPhrase::Illustration,
        ItemPhrase::No,
        ItemPhrase::Yes,
        ItemPhrase::Diverged,
        ItemPhrase::TrueWeights,
        ItemPhrase::Estimate,
        ItemPhrase::Error,
    ];

    /// Phrases with numbers or names in them.
    fn with_numbers() -> Vec<ItemPhrase> {
        let mut phrases = vec![
            ItemPhrase::Split(["魚".to_owned(), "鳥".to_owned()]),
            ItemPhrase::StandsIn {
                shown: 96,
                asked: 100,
            },
        ];
        for length in [Length::Long, Length::Short] {
            phrases.extend([
                ItemPhrase::OfRun(length),
                ItemPhrase::OfEpoch(length),
                ItemPhrase::Cosine(length),
                ItemPhrase::LessFinal(length, 249),
            ]);
        }
        for n in [1, 7] {
            phrases.extend([
                ItemPhrase::Items(n + 1),
                ItemPhrase::AllItems(n + 1),
                ItemPhrase::Unnamed(n),
                ItemPhrase::MoreModes(n),
                ItemPhrase::DataModes(n),
                ItemPhrase::Mode(n),
                ItemPhrase::TreeAt(n),
                ItemPhrase::Features(n, 7),
                ItemPhrase::FirstOf([4, n], 7),
            ]);
        }
        for value in [0.012, 12.34, 3e5] {
            phrases.extend([
                ItemPhrase::Strength(value),
                ItemPhrase::Learned(value, 0.5),
                ItemPhrase::LearnedShare(value, Length::Long),
                ItemPhrase::RoseAt(value, None),
                ItemPhrase::RoseAt(value, Some(61)),
                ItemPhrase::Difference(value),
            ]);
        }
        phrases
    }

    #[test]
    fn every_phrase_of_items_has_words_in_both_languages() {
        let when = |layer, is_earlier| When {
            epoch: 61,
            layer,
            is_earlier,
        };
        let whens = [when(None, false), when(Some(1), false), when(None, true)];
        let titles = [
            ItemPhrase::Similarity,
            ItemPhrase::Map,
            ItemPhrase::Tree,
            ItemPhrase::Microscope,
        ];
        let mut phrases: Vec<ItemPhrase> =
            titles.iter().flat_map(|title| whens.map(title)).collect();
        phrases.extend(with_numbers());
        phrases.extend(PLAIN);
        phrases.extend(Group::ALL.map(ItemPhrase::Group));
        let phrases: Vec<Phrase> = phrases.into_iter().map(Phrase::Item).collect();
        assert_said(&phrases);
    }
}
