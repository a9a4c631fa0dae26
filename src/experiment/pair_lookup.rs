//! Watched pairs by name: exact names first, then names in other letter case, then indices.

use std::collections::HashMap;
use std::fmt;

use super::experiment::{Experiment, Pair};

/// Names that are less alike than this are not suggested: clap's own bound for options.
const LEAST_LIKENESS: f64 = 0.7;

/// The most indices of equal names that are listed.
const MOST_LISTED: usize = 5;

/// Why a name means no item or no feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairError {
    /// No item or feature has the name.
    Unknown {
        /// Item or feature.
        noun: &'static str,
        /// The name asked for.
        name: String,
        /// The existing name most like it, if one is.
        suggestion: Option<String>,
        /// How many items or features there are.
        n: usize,
    },
    /// Several items or features have the name.
    Ambiguous {
        /// Item or feature.
        noun: &'static str,
        /// The name asked for.
        name: String,
        /// The indices of those that have the name, from 0.
        indices: Vec<usize>,
    },
}

impl fmt::Display for PairError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown {
                noun,
                name,
                suggestion,
                n,
            } => {
                write!(f, "there is no {noun} \"{name}\"")?;
                if let Some(suggestion) = suggestion {
                    write!(f, "; did you mean \"{suggestion}\"?")?;
                }
                write!(f, " ({} by name or index, 0 … {})", noun, n - 1)
            }
            Self::Ambiguous {
                noun,
                name,
                indices,
            } => {
                let listed = indices.iter().take(MOST_LISTED);
                let listed: Vec<String> = listed.map(usize::to_string).collect();
                let more = if indices.len() > MOST_LISTED {
                    ", …"
                } else {
                    ""
                };
                write!(
                    f,
                    "{} {noun}s are called \"{name}\"; choose one by its index from 0: {}{more}",
                    indices.len(),
                    listed.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for PairError {}

impl Experiment {
    /// The index of the item that a name, or an index counted as in Python, means.
    ///
    /// # Errors
    /// If there is none, or several are called so.
    pub fn item_named(&self, text: &str) -> Result<usize, PairError> {
        only(self.items_named(&[text]))
    }

    /// The indices of items as [`Self::item_named`] finds them; names are looked through once for
    /// all of them.
    ///
    /// # Errors
    /// The first of [`Self::item_named`], and of which text.
    pub(crate) fn items_named(&self, texts: &[&str]) -> Result<Vec<usize>, (usize, PairError)> {
        let name = |item: usize| self.items.get(item).map(String::as_str);
        Names::new("item", self.items.len(), name).find_all(texts)
    }

    /// The index of the feature that a name, or an index counted as in Python, means; the user's
    /// features follow the data's own.
    ///
    /// # Errors
    /// If there is none, or several are called so.
    pub fn feature_named(&self, text: &str) -> Result<usize, PairError> {
        only(self.features_named(&[text]))
    }

    /// The indices of features as [`Self::feature_named`] finds them; names are looked through once
    /// for all of them.
    ///
    /// # Errors
    /// The first of [`Self::feature_named`], and of which text.
    pub(crate) fn features_named(&self, texts: &[&str]) -> Result<Vec<usize>, (usize, PairError)> {
        let name = |feature: usize| self.feature_name(feature);
        Names::new("feature", self.n_outputs(), name).find_all(texts)
    }

    /// The pair of [`Experiment::item_named`] and [`Experiment::feature_named`].
    ///
    /// # Errors
    /// As those.
    pub fn pair_named(&self, item: &str, feature: &str) -> Result<Pair, PairError> {
        Ok(Pair {
            item: self.item_named(item)?,
            feature: self.feature_named(feature)?,
        })
    }
}

/// The name of a word's nearest neighbour among `names`, if one is alike.
pub fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let alike = names.map(|name| (strsim::jaro_winkler(&word, &name.to_lowercase()), name));
    let best = alike.max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(likeness, _)| *likeness > LEAST_LIKENESS)
        .map(|(_, name)| name)
}

/// The names of `n` items or features; those without a name have only an index.
struct Names<F> {
    noun: &'static str,
    n: usize,
    name: F,
}

impl<'a, F: Fn(usize) -> Option<&'a str>> Names<F> {
    fn new(noun: &'static str, n: usize, name: F) -> Self {
        Self { noun, n, name }
    }

    /// The item or feature that has no name and is called by its number from 1: `feature 10000`,
    /// as [`Experiment::pair_name`] writes it. `lower` is in lower case.
    fn numbered(&self, lower: &str) -> Option<usize> {
        let number = lower.strip_prefix(self.noun)?.strip_prefix(' ')?;
        let number: usize = number.trim_start().parse().ok()?;
        let index = number.checked_sub(1).filter(|&index| index < self.n)?;
        (self.name)(index).is_none().then_some(index)
    }

    /// The index that each text means, or the first error and the number of its text from 0.
    fn find_all(&self, texts: &[&str]) -> Result<Vec<usize>, (usize, PairError)> {
        let wanted = || texts.iter().map(|text| text.trim());
        let mut exact: HashMap<&str, Vec<usize>> = wanted().map(|it| (it, Vec::new())).collect();
        let lower = wanted().map(|text| (text.to_lowercase(), Vec::new()));
        let mut lower: HashMap<String, Vec<usize>> = lower.collect();
        for index in 0..self.n {
            let Some(name) = (self.name)(index) else {
                continue;
            };
            if let Some(found) = exact.get_mut(name) {
                found.push(index);
            }
            if let Some(found) = lower.get_mut(&name.to_lowercase()) {
                found.push(index);
            }
        }
        let meant = |(number, text): (usize, &str)| {
            let found = exact.get(text).filter(|found| !found.is_empty());
            let found = found.or_else(|| lower.get(&text.to_lowercase()));
            let found = found.map_or(&[][..], Vec::as_slice);
            self.one_of(text, found).map_err(|error| (number, error))
        };
        wanted().enumerate().map(meant).collect()
    }

    /// The only index of those that are called `text`, else the number that it is.
    fn one_of(&self, text: &str, found: &[usize]) -> Result<usize, PairError> {
        let number = index(text, self.n).or_else(|| self.numbered(&text.to_lowercase()));
        match (found, number) {
            ([one], _) => Ok(*one),
            ([], Some(index)) => Ok(index),
            ([], None) => Err(PairError::Unknown {
                noun: self.noun,
                name: text.to_owned(),
                suggestion: nearest(text, (0..self.n).filter_map(&self.name)).map(str::to_owned),
                n: self.n,
            }),
            _ => Err(PairError::Ambiguous {
                noun: self.noun,
                name: text.to_owned(),
                indices: found.to_vec(),
            }),
        }
    }
}

/// The index of a single text.
fn only(found: Result<Vec<usize>, (usize, PairError)>) -> Result<usize, PairError> {
    let found = found.map_err(|(_, error)| error)?;
    Ok(found.into_iter().next().expect("each text has an index"))
}

/// The place of an index among `n`, negative ones counting from the end.
fn index(text: &str, n: usize) -> Option<usize> {
    let index: i64 = text.parse().ok()?;
    let from_start = if index < 0 { index + n as i64 } else { index };
    usize::try_from(from_start).ok().filter(|&i| i < n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::UserFeature;

    fn experiment(features: &[&str]) -> Experiment {
        let mut experiment = Experiment::default();
        let feature = |name: &&str| UserFeature {
            name: (*name).to_owned(),
            values: vec![1.0; 8],
        };
        experiment.user_features = features.iter().map(feature).collect();
        experiment
    }

    #[test]
    fn letter_case_is_ignored_where_one_name_is_left() {
        let experiment = experiment(&["Swims", "swims", "Flies"]);
        assert_eq!(experiment.item_named("TUNA"), Ok(1));
        assert_eq!(experiment.feature_named("swims"), Ok(10_001));
        assert_eq!(experiment.feature_named("flies"), Ok(10_002));
        let refused = experiment.feature_named("SWIMS").unwrap_err();
        assert_eq!(
            refused.to_string(),
            "2 features are called \"SWIMS\"; choose one by its index from 0: 10000, 10001"
        );
    }

    #[test]
    fn a_feature_without_a_name_is_found_as_it_is_written() {
        let experiment = experiment(&["swims"]);
        let last = Pair {
            item: 0,
            feature: 9_999,
        };
        assert_eq!(experiment.pair_name(last), "Goldfish feature 10000");
        assert_eq!(experiment.pair_named("Goldfish", "feature 10000"), Ok(last));
        assert_eq!(experiment.feature_named("Feature 1"), Ok(0));
        for number in [
            "feature 0",
            "feature 10001",
            "feature",
            "feature -1",
            "feature1",
        ] {
            assert!(experiment.feature_named(number).is_err(), "{number}");
        }
    }

    #[test]
    fn equal_names_are_ambiguous_and_a_mistyped_one_is_suggested() {
        let experiment = experiment(&["swims", "swims"]);
        assert!(matches!(
            experiment.feature_named("swims"),
            Err(PairError::Ambiguous { .. })
        ));
        let refused = experiment.item_named("Tnua").unwrap_err().to_string();
        assert_eq!(
            refused,
            "there is no item \"Tnua\"; did you mean \"Tuna\"? (item by name or index, 0 … 7)"
        );
        let refused = experiment.item_named("xyzzy").unwrap_err().to_string();
        assert!(!refused.contains("mean"), "{refused}");
        assert_eq!(experiment.item_named("-1"), Ok(7));
        assert!(experiment.item_named("8").is_err());
    }

    #[test]
    fn many_names_are_found_at_once_and_the_first_unknown_one_is_told() {
        let experiment = experiment(&["Swims", "flies"]);
        let found = experiment.features_named(&["FLIES", " Swims ", "3", "flies"]);
        assert_eq!(found, Ok(vec![10_001, 10_000, 3, 10_001]));
        let refused = experiment.items_named(&["Tuna", "Tnua", "Rsoe"]);
        let (number, error) = refused.expect_err("there is none");
        assert_eq!(number, 1);
        assert!(error.to_string().contains("\"Tnua\""), "{error}");
    }
}
