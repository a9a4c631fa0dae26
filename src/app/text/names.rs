//! How pairs, features and modes are called.

use super::words::Words;
use crate::analysis::mode_groups::mode_groups;
use crate::experiment::{Experiment, Pair};
use crate::picture::{self, NamedItems};
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

/// The items' names in the words' language.
fn item_names(words: &Words, facts: &RunFacts) -> Vec<String> {
    let items = facts.experiment.items.iter();
    items.map(|name| words.item(name)).collect()
}

/// `mode 2: Goldfish, Tuna, Robin, Canary | Rose, Daisy, Pine, Oak`, told from the item side.
pub(crate) fn mode_name(mode: usize, words: &Words, facts: &RunFacts) -> String {
    const MOST: usize = 8;
    let items = item_names(words, facts);
    let groups = facts.experiment.named_groups();
    let names = NamedItems {
        items: &items,
        groups: &groups,
    };
    let number = (mode + 1).to_string();
    let what = picture::named(&facts.modes.meaning(mode), names, MOST, words);
    let values = [("mode", number.into()), ("what", what.into())];
    words.with("mode-name", &values)
}

/// `modes 3–4: fish | birds, flowers | trees`: the split that the modes of a stage make together
/// where they are those of a level, and else each of them.
pub(crate) fn stage_names(modes: &[usize], words: &Words, facts: &RunFacts) -> Vec<String> {
    const MOST: usize = 8;
    let groups = mode_groups(&facts.modes);
    let Some(group) = groups.iter().find(|group| group.modes == modes) else {
        let each = modes.iter().take(MOST);
        return each.map(|&mode| mode_name(mode, words, facts)).collect();
    };
    let items = item_names(words, facts);
    let groups = facts.experiment.named_groups();
    let names = NamedItems {
        items: &items,
        groups: &groups,
    };
    let what = picture::group_named((group, &facts.modes), names, MOST, words);
    let values = [
        ("modes", picture::numbers_of(group).into()),
        ("n", modes.len().into()),
        ("what", what.into()),
    ];
    vec![words.with("stage-name", &values)]
}
