//! In which numbers two experiments differ, in words.

use super::control::{
    BRANCHES, Control, EPOCHS, FEATURES, FLIP, GAMMA, HIDDEN_LAYERS, HIDDEN_UNITS, LEVELS, LR,
};
use crate::app::text::words::Words;
use crate::data::OwnSource;
use crate::experiment::Experiment;
use crate::experiment::file::ExperimentFile;

/// The differences of `now` from `before`, one phrase for each.
pub(crate) fn differences(
    now: &ExperimentFile,
    before: &ExperimentFile,
    words: &Words,
) -> Vec<String> {
    let (experiment, other) = (&now.experiment, &before.experiment);
    let controls = [
        LR,
        GAMMA,
        EPOCHS,
        HIDDEN_LAYERS,
        HIDDEN_UNITS,
        LEVELS,
        BRANCHES,
        FLIP,
        FEATURES,
    ];
    let numbers = controls.into_iter().map(|control| {
        let text = |experiment: &Experiment| value(&control, experiment);
        (control.key, text(experiment), text(other))
    });
    let differs = |(key, now, before): (&str, Option<String>, Option<String>)| {
        let (now, before) = (now?, before?);
        let values = [
            ("name", words.get(key).into()),
            ("now", now.clone().into()),
            ("before", before.clone().into()),
        ];
        (now != before).then(|| words.with("recover-difference", &values))
    };
    let mut all: Vec<String> = numbers
        .chain(counts(now, before))
        .filter_map(differs)
        .collect();
    all.extend(other_data(experiment, other, words));
    all
}

/// Says which data there are now, if they are not the data before: others, or read otherwise.
fn other_data(now: &Experiment, before: &Experiment, words: &Words) -> Option<String> {
    match (now.data.own(), before.data.own()) {
        (None, None) => None,
        (None, Some(_)) => Some(words.get("recover-tree-data")),
        (Some(now), before) => {
            let is_same = |before: &OwnSource| before.name == now.name && before.data == now.data;
            let values = [("name", now.name.clone().into())];
            let told = || words.with("recover-other-data", &values);
            (!before.is_some_and(is_same)).then(told)
        }
    }
}

/// A number of the experiment: its key, its value now and its value before.
type Counted = (&'static str, Option<String>, Option<String>);

/// The seed of the first weights, and the numbers of own features, watched pairs, named groups and
/// pins.
fn counts(now: &ExperimentFile, before: &ExperimentFile) -> [Counted; 5] {
    let (experiment, other) = (&now.experiment, &before.experiment);
    let counted =
        |key, now: usize, before: usize| (key, Some(now.to_string()), Some(before.to_string()));
    [
        (
            "control-init-seed",
            Some(experiment.init_seed.to_string()),
            Some(other.init_seed.to_string()),
        ),
        counted(
            "recover-features",
            experiment.user_features.len(),
            other.user_features.len(),
        ),
        counted(
            "recover-watched",
            experiment.watched.len(),
            other.watched.len(),
        ),
        counted(
            "recover-groups",
            experiment.groups.len(),
            other.groups.len(),
        ),
        counted("recover-pins", now.pins.len(), before.pins.len()),
    ]
}

/// A number as its control shows it; `None` where the experiment has none.
fn value(control: &Control, experiment: &Experiment) -> Option<String> {
    let has_layer = !experiment.hidden.is_empty() || control.key != HIDDEN_UNITS.key;
    let value = has_layer.then(|| (control.get)(experiment, 0))?;
    (!value.is_nan()).then(|| control.text(value))
}

#[cfg(test)]
mod tests {
    use nalgebra::DMatrix;

    use super::*;
    use crate::app::command::language::Language;
    use crate::data::item_group::ItemGroup;
    use crate::data::{OwnData, Place};

    #[test]
    fn other_data_are_named() {
        let words = Words::new(Language::English);
        let own = |name: &str, value: f64| {
            let names = vec!["a".to_owned(), "b".to_owned()];
            let targets = DMatrix::from_column_slice(2, 2, &[1.0, 2.0, 3.0, value]);
            let data = OwnData::new(names, None, targets, None, |_| Place::default());
            let data = data.expect("it is data");
            ExperimentFile::from(Experiment::default().on_own(name.to_owned(), data))
        };
        let tree = ExperimentFile::from(Experiment::default());
        let tell = |now: &ExperimentFile, before: &ExperimentFile| differences(now, before, &words);
        let pets = own("pets.csv", 2.0);
        assert!(tell(&pets, &pets).is_empty());
        let named = "Other data: pets.csv".to_owned();
        assert!(tell(&pets, &tree).contains(&named));
        assert!(tell(&pets, &own("zoo.csv", 2.0)).contains(&named));
        assert!(tell(&pets, &own("pets.csv", 3.0)).contains(&named));
        assert!(tell(&tree, &pets).contains(&"Data drawn from a tree".to_owned()));
    }

    #[test]
    fn changed_numbers_are_told_with_what_they_were() {
        let words = Words::new(Language::English);
        let before = ExperimentFile::from(Experiment::default());
        let mut now = before.clone();
        assert!(differences(&now, &before, &words).is_empty());
        now.experiment.lr = 70.0;
        now.experiment.hidden.clear();
        let told = differences(&now, &before, &words);
        assert_eq!(
            told,
            ["Learning rate 70 (was 100)", "Hidden layers 0 (was 1)"]
        );
    }

    #[test]
    fn named_groups_are_counted() {
        let words = Words::new(Language::English);
        let before = ExperimentFile::from(Experiment::default());
        let mut now = before.clone();
        now.experiment = now.experiment.with_group(ItemGroup {
            first: 0,
            last: 3,
            name: "swimmers and flyers".to_owned(),
        });
        let told = differences(&now, &before, &words);
        assert_eq!(told, ["Names for groups of items 1 (was 0)"]);
    }
}
