//! All words of the window, from the catalogues in `assets/i18n`, in the language of the moment.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::app::command::language::Language;
use crate::experiment::{ExperimentError, Field, Reason};
use crate::numbers::{exact, ordinal};

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `language`.
    pub fn new(language: Language) -> Self {
        // What does not parse is missing, and a test says so.
        let catalogue = FluentResource::try_new(catalogue(language).to_owned())
            .unwrap_or_else(|(partial, _)| partial);
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(catalogue);
        Self { language, bundle }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The mark between the names of a list.
    pub fn comma(&self) -> &'static str {
        match self.language {
            Language::English => ", ",
            Language::Japanese => "、",
        }
    }

    /// The words under a key; the key itself if there are none, which a test forbids.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words under a key, with values filled in.
    pub fn with(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let message = self.bundle.get_message(key);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = values.iter().map(|(k, v)| (*k, v.clone())).collect();
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text.into_owned()
    }

    /// An item's name: translated if it is one of the tutorial's, else as it stands.
    pub fn item(&self, name: &str) -> String {
        let key = format!("item-{}", name.to_lowercase());
        let is_key = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if is_key && self.bundle.has_message(&key) {
            self.get(&key)
        } else {
            name.to_owned()
        }
    }

    /// A number as in "every 2nd"; in Japanese it has no ending.
    pub(crate) fn ordinal(&self, n: usize) -> String {
        match self.language {
            Language::English => ordinal(n),
            Language::Japanese => n.to_string(),
        }
    }

    /// Why a value was refused, under the control whose `field` it is: where the reason is that
    /// field's own, its name stands above already.
    pub(crate) fn refusal(&self, error: ExperimentError, field: Field) -> String {
        let number = |value: f64| FluentValue::from(exact(value));
        match error.reason {
            _ if error.field != field => self.error(error),
            Reason::NotFinite => self.get("refused-not-finite"),
            Reason::NotPositive => self.get("refused-not-positive"),
            Reason::OutOfRange { min, max } => {
                let values = [("min", number(min)), ("max", number(max))];
                self.with("refused-out-of-range", &values)
            }
            _ => self.error(error),
        }
    }

    /// Why a value was refused.
    pub fn error(&self, error: ExperimentError) -> String {
        let name = self.get(field_key(error.field));
        let number = |value: f64| FluentValue::from(exact(value));
        match error.reason {
            Reason::NotFinite => self.with("error-not-finite", &[("name", name.into())]),
            Reason::NotPositive => self.with("error-not-positive", &[("name", name.into())]),
            Reason::OutOfRange { min, max } => self.with(
                "error-out-of-range",
                &[
                    ("name", name.into()),
                    ("min", number(min)),
                    ("max", number(max)),
                ],
            ),
            Reason::WrongLength { found, expected } => self.with(
                "error-wrong-length",
                &[
                    ("name", name.into()),
                    ("found", number(found as f64)),
                    ("expected", number(expected as f64)),
                ],
            ),
            Reason::OtherShapes => self.with("error-other-shapes", &[("name", name.into())]),
            Reason::TooLarge { bytes, budget } => self.with(
                "error-too-large",
                &[
                    ("needed", number((bytes >> 20) as f64)),
                    ("budget", number((budget >> 20) as f64)),
                ],
            ),
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// The key of a field's name; the control has the same under `control-`.
fn field_key(field: Field) -> &'static str {
    match field {
        Field::Lr => "field-lr",
        Field::Gamma => "field-gamma",
        Field::Epochs => "field-epochs",
        Field::HiddenLayers => "field-hidden-layers",
        Field::HiddenUnits => "field-hidden-units",
        Field::Levels => "field-levels",
        Field::Branches => "field-branches",
        Field::Flip => "field-flip",
        Field::Features => "field-features",
        Field::DataOutputsBefore => "field-data-outputs-before",
        Field::Items => "field-items",
        Field::UserFeature => "field-user-feature",
        Field::Watched => "field-watched",
        Field::WatchedPairs => "field-watched-pairs",
        Field::Weights => "field-weights",
        Field::InitOutputsBefore => "field-init-outputs-before",
        Field::Memory => "field-memory",
    }
}

fn catalogue(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../../assets/i18n/en.ftl"),
        Language::Japanese => include_str!("../../../assets/i18n/ja.ftl"),
    }
}

fn identifier(language: Language) -> LanguageIdentifier {
    let tag = match language {
        Language::English => "en",
        Language::Japanese => "ja",
    };
    tag.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(language: Language) -> BTreeSet<String> {
        let lines = catalogue(language).lines();
        let starts = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        starts
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key.to_owned())
            .collect()
    }

    /// `{ $name }` and the like, in each message.
    fn placeables(language: Language) -> BTreeSet<(String, String)> {
        let mut found = BTreeSet::new();
        let mut key = String::new();
        for line in catalogue(language).lines() {
            if let Some((start, _)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                start.clone_into(&mut key);
            }
            for part in line.split('$').skip(1) {
                let end = part
                    .find(|c: char| !c.is_ascii_alphanumeric())
                    .unwrap_or(part.len());
                found.insert((key.clone(), part[..end].to_owned()));
            }
        }
        found
    }

    #[test]
    fn catalogues_parse() {
        for language in Language::ALL {
            let parsed = FluentResource::try_new(catalogue(language).to_owned());
            assert!(
                parsed.is_ok(),
                "{language:?}: {:?}",
                parsed.err().map(|(_, e)| e)
            );
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys(Language::English), keys(Language::Japanese));
        assert_eq!(
            placeables(Language::English),
            placeables(Language::Japanese)
        );
    }

    #[test]
    fn japanese_is_japanese() {
        let words = Words::new(Language::Japanese);
        for key in keys(Language::Japanese) {
            let english = Words::new(Language::English);
            let same = words.bundle.get_message(&key).is_some()
                && placeables(Language::Japanese)
                    .iter()
                    .all(|(k, _)| *k != key)
                && words.get(&key) == english.get(&key);
            let names = [
                "app-title",
                "reading-separator",
                "pin-gamma",
                "atlas-section-x",
                "atlas-section-y",
                "atlas-x-short",
                "atlas-y-short",
            ];
            let is_name = names.contains(&key.as_str()) || key.starts_with("language-");
            assert!(!same || is_name, "{key} is not translated");
        }
    }

    #[test]
    fn japanese_sentences_have_full_width_brackets_commas_and_colons() {
        let is_japanese = |c: char| matches!(c, 'ぁ'..='ヿ' | '一'..='龯');
        for line in catalogue(Language::Japanese).lines() {
            let letters: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
            for pair in letters.windows(2) {
                let mixes = is_japanese(pair[0]) && matches!(pair[1], '(' | ',' | ':' | ';')
                    || matches!(pair[0], ',' | ':' | ';') && is_japanese(pair[1]);
                assert!(!mixes || line.starts_with('#'), "{line}");
            }
        }
    }

    #[test]
    fn the_two_buttons_of_new_draws_are_told_apart() {
        for language in Language::ALL {
            let words = Words::new(language);
            assert_ne!(words.get("button-new-init"), words.get("button-new-data"));
        }
    }

    #[test]
    fn every_key_in_the_code_is_in_the_catalogue() {
        let keys = keys(Language::English);
        let mut used = BTreeSet::new();
        for (file, source) in sources() {
            for call in [
                "words.get(\"",
                "words.with(\"",
                "words.get(",
                "key: \"",
                "self.with(\"",
            ] {
                for part in source.split(call).skip(1) {
                    let Some(key) = part.trim_start().trim_start_matches('"').split('"').next()
                    else {
                        continue;
                    };
                    let is_key = key.contains('-')
                        && key
                            .bytes()
                            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                    if is_key {
                        assert!(keys.contains(key), "{file}: {key} is in no catalogue");
                        used.insert(key.to_owned());
                    }
                }
            }
        }
        assert!(used.len() > 40, "the search found only {used:?}");
    }

    #[test]
    fn every_refusal_has_words() {
        let words = Words::new(Language::English);
        for field in Field::ALL {
            for reason in [
                Reason::NotFinite,
                Reason::NotPositive,
                Reason::OutOfRange { min: 1.0, max: 8.0 },
                Reason::WrongLength {
                    found: 7,
                    expected: 8,
                },
                Reason::OtherShapes,
                Reason::TooLarge {
                    bytes: 3 << 30,
                    budget: 2 << 30,
                },
            ] {
                let error = ExperimentError { field, reason };
                // The same sentence as the model's own.
                assert_eq!(words.error(error), error.to_string());
            }
        }
    }

    #[test]
    fn items_are_translated_and_unknown_ones_kept() {
        let words = Words::new(Language::Japanese);
        assert_eq!(words.item("Goldfish"), "金魚");
        assert_eq!(words.item("ネコ"), "ネコ");
        assert_eq!(words.item("A1b"), "A1b");
    }

    fn sources() -> Vec<(String, String)> {
        let mut files = Vec::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/app"
        ))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let source = std::fs::read_to_string(&path).unwrap();
                    // Tests may speak of keys that are in no catalogue.
                    let source = source.split("#[cfg(test)]").next().unwrap().to_owned();
                    files.push((path.display().to_string(), source));
                }
            }
        }
        files
    }
}
