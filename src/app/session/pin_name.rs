//! Names of pinned runs: the short one that a pin begins with, and the whole one that says all that
//! the run was trained with.

use crate::data::{DataSource, TreeRecipe};
use crate::experiment::Experiment;
use crate::numbers;
use crate::picture::BETWEEN_PARTS;

/// A short name for a run among `others` with their names: the settings that are not the
/// notebook's, or `lr 100 · γ 10⁻¹²` of the notebook's own. Of a run whose name would be taken,
/// what tells the two apart, or the same name with a number. The name is fixed when the run is
/// pinned.
pub(crate) fn short_name(experiment: &Experiment, others: &[(&str, &Experiment)]) -> String {
    let notebook = Experiment::default();
    let mut name = setting_differences(experiment, &notebook).join(BETWEEN_PARTS);
    if name.is_empty() {
        name = [lr(experiment), gamma(experiment)].join(BETWEEN_PARTS);
    }
    let of_name = |name: &str| others.iter().find(|(taken, _)| *taken == name);
    if let Some((_, twin)) = of_name(&name) {
        let told_apart = differences(experiment, twin);
        if !told_apart.is_empty() {
            name = told_apart;
        }
    }
    let plain = name.clone();
    let mut number = 2;
    while of_name(&name).is_some() {
        name = format!("{plain} ({number})");
        number += 1;
    }
    name
}

/// `lr 100 · γ 10⁻¹²`, and what else is not the notebook's.
pub(crate) fn whole_name(experiment: &Experiment) -> String {
    let notebook = Experiment::default();
    let mut parts = vec![lr(experiment), gamma(experiment)];
    if experiment.hidden != notebook.hidden {
        parts.push(hidden(experiment));
    }
    if experiment.init_seed != notebook.init_seed {
        parts.push(seed(experiment));
    }
    if experiment.n_epochs != notebook.n_epochs {
        parts.push(epochs(experiment));
    }
    parts.extend(data_differences(experiment, &notebook));
    let features = experiment.user_features.iter();
    parts.extend(features.map(|feature| feature.name.clone()));
    parts.join(BETWEEN_PARTS)
}

/// Only what tells an experiment from another one, such as `lr 50 · γ 10⁻⁶`; empty where nothing
/// that has a name does.
fn differences(experiment: &Experiment, other: &Experiment) -> String {
    let mut parts = setting_differences(experiment, other);
    parts.extend(data_differences(experiment, other));
    parts.extend(feature_differences(experiment, other));
    parts.join(BETWEEN_PARTS)
}

/// The settings of an experiment that another one does not have.
fn setting_differences(experiment: &Experiment, other: &Experiment) -> Vec<String> {
    let mut parts = Vec::new();
    let mut add_if = |differs: bool, part: &dyn Fn(&Experiment) -> String| {
        if differs {
            parts.push(part(experiment));
        }
    };
    add_if(experiment.lr != other.lr, &lr);
    add_if(experiment.gamma != other.gamma, &gamma);
    add_if(experiment.hidden != other.hidden, &hidden);
    add_if(experiment.init_seed != other.init_seed, &seed);
    add_if(experiment.n_epochs != other.n_epochs, &epochs);
    parts
}

fn lr(experiment: &Experiment) -> String {
    format!("lr {}", numbers::exact(experiment.lr))
}

fn gamma(experiment: &Experiment) -> String {
    format!("γ {}", numbers::power_of_ten(experiment.gamma))
}

fn hidden(experiment: &Experiment) -> String {
    let widths = widths(experiment);
    format!("h {}", if widths.is_empty() { "0" } else { &widths })
}

/// The widths of the hidden layers: `30`, `30-20`; empty without one.
pub(crate) fn widths(experiment: &Experiment) -> String {
    let widths = experiment.hidden.iter().map(usize::to_string);
    widths.collect::<Vec<_>>().join("-")
}

/// What the data are, among those of other runs, with the user's features; `None` for the
/// notebook's.
pub(crate) fn data_name(experiment: &Experiment) -> Option<String> {
    let notebook = Experiment::default();
    let mut parts = data_differences(experiment, &notebook);
    parts.extend(feature_differences(experiment, &notebook));
    (!parts.is_empty()).then(|| parts.join(BETWEEN_PARTS))
}

/// The letters that stand for settings in a name.
pub(crate) fn letters(name: &str) -> Vec<Letter> {
    let has = |is_it: &dyn Fn(&str) -> bool| {
        let mut parts = name
            .split(BETWEEN_PARTS)
            .flat_map(|part| part.split(['(', ')']));
        parts.any(|part| is_it(part.trim()))
    };
    Letter::ALL
        .into_iter()
        .filter(|letter| match letter {
            Letter::Hidden => has(&|part| part.starts_with("h ")),
            Letter::Items => has(&|part| part.starts_with("P ")),
            Letter::Features => has(&|part| part.starts_with("N ")),
            Letter::Epochs => has(&|part| part.ends_with(" ep.")),
        })
        .collect()
}

/// A letter that stands for a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letter {
    Hidden,
    Items,
    Features,
    Epochs,
}

impl Letter {
    const ALL: [Self; 4] = [Self::Hidden, Self::Items, Self::Features, Self::Epochs];

    /// The key of what it stands for.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Hidden => "pin-letter-hidden",
            Self::Items => "pin-letter-items",
            Self::Features => "pin-letter-features",
            Self::Epochs => "pin-letter-epochs",
        }
    }
}

fn seed(experiment: &Experiment) -> String {
    format!("seed {}", experiment.init_seed)
}

fn epochs(experiment: &Experiment) -> String {
    format!("{} ep.", experiment.n_epochs)
}

/// What tells the data from another run's.
fn data_differences(experiment: &Experiment, other: &Experiment) -> Vec<String> {
    match (&experiment.data, &other.data) {
        (data, of_other) if data == of_other => Vec::new(),
        (DataSource::Own(own), _) => vec![own.name.clone()],
        (DataSource::Tree(tree), DataSource::Tree(of_other)) => tree_differences(tree, of_other),
        (DataSource::Tree(_), DataSource::Own(_)) => vec![format!("P {}", experiment.items.len())],
    }
}

fn tree_differences(tree: &TreeRecipe, other: &TreeRecipe) -> Vec<String> {
    let mut parts = Vec::new();
    if (tree.levels, tree.branches) != (other.levels, other.branches) {
        parts.push(format!("P {}", tree.n_items()));
    }
    if tree.flip != other.flip {
        parts.push(format!("flip {}", numbers::exact(tree.flip)));
    }
    if tree.n_features != other.n_features {
        parts.push(format!("N {}", tree.n_features));
    }
    let draw = |tree: &TreeRecipe| (tree.seed, tree.outputs_before);
    if draw(tree) != draw(other) {
        parts.push(format!("data seed {}", tree.seed));
    }
    parts
}

/// The user features that only one of the two has, or that have other values there.
fn feature_differences(experiment: &Experiment, other: &Experiment) -> Vec<String> {
    let all_of = |of: &Experiment| of.user_features.clone();
    let (here, there) = (all_of(experiment), all_of(other));
    let mut parts = Vec::new();
    for feature in here.iter().filter(|feature| !there.contains(feature)) {
        let is_changed = there.iter().any(|it| it.name == feature.name);
        let sign = if is_changed { "" } else { "+" };
        parts.push(format!("{sign}{}", feature.name));
    }
    let is_missing = |name: &str| here.iter().all(|feature| feature.name != name);
    let missing = there.iter().filter(|feature| is_missing(&feature.name));
    parts.extend(missing.map(|feature| format!("−{}", feature.name)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_what_is_not_the_notebooks() {
        let mut experiment = crate::presets::shark();
        assert_eq!(whole_name(&experiment), "lr 100 · γ 10⁻¹² · has_bones");
        experiment.hidden.clear();
        assert!(whole_name(&experiment).contains("h 0"));
    }

    #[test]
    fn only_letters_that_occur_are_told() {
        assert_eq!(letters("lr 100 · γ 10⁻¹² · has_bones"), []);
        assert_eq!(letters("h 20 (lr 60 · γ 10⁰ · h 20)"), [Letter::Hidden]);
        let all = letters("mine (lr 60 · h 0 · 400 ep. · P 16 · N 50)");
        assert_eq!(all, Letter::ALL);
    }

    #[test]
    fn a_short_name_tells_settings_and_features_only_where_the_settings_are_taken() {
        let shark = crate::presets::shark();
        let slow = Experiment {
            lr: 60.0,
            ..shark.clone()
        };
        assert_eq!(short_name(&slow, &[]), "lr 60");
        let plain = Experiment {
            user_features: Vec::new(),
            ..slow.clone()
        };
        assert_eq!(short_name(&slow, &[("lr 60", &plain)]), "+has_bones");
        assert_eq!(short_name(&slow, &[("lr 60", &slow)]), "lr 60 (2)");
    }

    #[test]
    fn differences_name_nothing_that_two_runs_share() {
        let shark = crate::presets::shark();
        assert_eq!(differences(&shark, &shark), "");
        let other = Experiment {
            lr: 50.0,
            gamma: 1e-6,
            ..shark.clone()
        };
        assert_eq!(differences(&other, &shark), "lr 50 · γ 10⁻⁶");
        let plain = Experiment {
            user_features: Vec::new(),
            ..shark.clone()
        };
        assert_eq!(differences(&plain, &shark), "−has_bones");
        assert_eq!(differences(&shark, &plain), "+has_bones");
        let larger = shark.on_tree(TreeRecipe {
            levels: 4,
            seed: 7,
            ..TreeRecipe::default()
        });
        let named = differences(&larger, &plain);
        assert!(named.contains("P 16 · data seed 7"), "{named}");
    }
}
