//! How pairs, features and modes are called.

use super::words::Words;
use crate::experiment::{Experiment, Pair};
use crate::worker::RunFacts;

/// `Shark has_bones`; a feature of the data has a number.
pub(crate) fn pair_name(pair: Pair, experiment: &Experiment, words: &Words) -> String {
    let item = experiment
        .items
        .get(pair.item)
        .map(|name| words.item(name))
        .unwrap_or_default();
    format!("{item} {}", feature_name(pair.feature, experiment, words))
}

/// `has_bones`; a feature without a name has a number.
pub(crate) fn feature_name(feature: usize, experiment: &Experiment, words: &Words) -> String {
    let number = (feature + 1).to_string();
    experiment.feature_name(feature).map_or_else(
        || words.with("feature-number", &[("number", number.into())]),
        ToOwned::to_owned,
    )
}

/// The same under a column, where there is only room for the number.
pub(crate) fn column_name(feature: usize, experiment: &Experiment) -> String {
    let name = experiment.feature_name(feature);
    name.map_or_else(|| (feature + 1).to_string(), ToOwned::to_owned)
}

/// `mode 2: Goldfish, Tuna, Robin, Canary | Rose, Daisy, Pine, Oak`, told from the item side.
pub(crate) fn mode_name(mode: usize, words: &Words, facts: &RunFacts) -> String {
    let split = facts.modes.split(mode);
    let side = |items: &[usize]| {
        const MOST: usize = 8;
        let names: Vec<String> = items
            .iter()
            .take(MOST)
            .map(|&item| words.item(&facts.experiment.items[item]))
            .collect();
        let more = if items.len() > MOST { " …" } else { "" };
        names.join(", ") + more
    };
    let number = (mode + 1).to_string();
    if split.negative.is_empty() && split.positive.len() == facts.experiment.items.len() {
        words.with("mode-all", &[("mode", number.into())])
    } else if split.negative.is_empty() {
        let items = side(&split.positive);
        words.with(
            "mode-some",
            &[("mode", number.into()), ("items", items.into())],
        )
    } else {
        words.with(
            "mode-split",
            &[
                ("mode", number.into()),
                ("positive", side(&split.positive).into()),
                ("negative", side(&split.negative).into()),
            ],
        )
    }
}
