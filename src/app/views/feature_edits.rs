//! Edits of the features that are the user's own: new ones, and columns moved, copied or deleted.
//! Watched pairs follow their features.

use crate::analysis::illusion;
use crate::app::command::action::Action;
use crate::app::text::words::Words;
use crate::data::UserFeature;
use crate::data::pasted::PastedFeature;
use crate::experiment::{Experiment, Pair};
use crate::model::DataModes;

/// An edit of a column.
#[derive(Clone, Copy)]
pub(crate) enum Edit {
    Left,
    Right,
    Duplicate,
    Delete,
}

/// The experiment with a feature moved, copied or deleted.
pub(crate) fn with_edit(experiment: &Experiment, feature: usize, edit: Edit) -> Experiment {
    let mut experiment = experiment.clone();
    let n_features = experiment.user_features.len();
    match edit {
        Edit::Left => experiment.user_features.swap(feature, feature - 1),
        Edit::Right => experiment.user_features.swap(feature, feature + 1),
        Edit::Duplicate => {
            let mut copy = experiment.user_features[feature].clone();
            copy.name = free_name(&copy.name, &experiment);
            experiment.user_features.insert(feature + 1, copy);
        }
        Edit::Delete => drop(experiment.user_features.remove(feature)),
    }
    let first = experiment.data.n_features();
    experiment
        .watched
        .retain_mut(|pair| match pair.feature.checked_sub(first) {
            Some(user) if user < n_features => match place_after(user, feature, edit) {
                Some(user) => {
                    pair.feature = first + user;
                    true
                }
                None => false,
            },
            _ => true,
        });
    if experiment.user_features.is_empty() && experiment.watched.is_empty() {
        experiment.watch_last_feature();
    }
    experiment
}

/// The place of the user's feature `user` after `feature` was edited; `None` if it was deleted.
fn place_after(user: usize, feature: usize, edit: Edit) -> Option<usize> {
    let swapped = |other: usize| match user {
        _ if user == feature => other,
        _ if user == other => feature,
        _ => user,
    };
    match edit {
        Edit::Left => Some(swapped(feature - 1)),
        Edit::Right => Some(swapped(feature + 1)),
        Edit::Duplicate => Some(if user > feature { user + 1 } else { user }),
        Edit::Delete => match user.cmp(&feature) {
            std::cmp::Ordering::Less => Some(user),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(user - 1),
        },
    }
}

/// The experiment with a feature that every item has, the first item watched.
pub(super) fn with_new_feature(experiment: &Experiment) -> Action {
    let name = free_name("feature", experiment);
    let values = vec![1.0; experiment.items.len()];
    let experiment = with_feature(experiment, UserFeature { name, values }, 0);
    Action::Edit(Box::new(experiment))
}

/// The experiment with a pasted feature and, if they were pasted, the names of its items.
pub(super) fn with_pasted(experiment: &Experiment, pasted: PastedFeature) -> Experiment {
    let name = pasted.name.unwrap_or_else(|| "feature".to_owned());
    let feature = UserFeature {
        name: free_name(&name, experiment),
        values: pasted.values,
    };
    let mut experiment = with_feature(experiment, feature, pasted.watched.unwrap_or(0));
    if let Some(items) = pasted.items {
        experiment.items = items;
    }
    experiment
}

/// The experiment with a feature more, one item of it watched.
fn with_feature(experiment: &Experiment, feature: UserFeature, item: usize) -> Experiment {
    let mut experiment = experiment.clone();
    // The tutorial's own pair gives way to the first that is one's own.
    if experiment.user_features.is_empty() && experiment.data.own().is_none() {
        experiment.watched.clear();
    }
    experiment.user_features.push(feature);
    experiment.watched.push(Pair {
        item,
        feature: experiment.n_outputs() - 1,
    });
    experiment
}

/// Adds the table that misleads most, unless there is a feature with its values, and watches the
/// item that it misleads about; `None` if no table misleads, or all of that is there already.
pub(super) fn with_strongest(
    experiment: &Experiment,
    modes: &DataModes,
    words: &Words,
) -> Option<Action> {
    let strongest = illusion::strongest(modes)?;
    let mut experiment = experiment.clone();
    let first = experiment.data.n_features();
    let mut features = experiment.user_features.iter();
    if let Some(user) = features.position(|feature| feature.values == strongest.values) {
        let pair = Pair {
            item: strongest.item,
            feature: first + user,
        };
        let is_watched = experiment.watched.contains(&pair);
        experiment.watched.push(pair);
        return (!is_watched).then(|| Action::Edit(Box::new(experiment)));
    }
    let name = free_name(&words.get("find-strongest-name"), &experiment);
    let values = strongest.values;
    let feature = UserFeature { name, values };
    let experiment = with_feature(&experiment, feature, strongest.item);
    Some(Action::Edit(Box::new(experiment)))
}

/// `stem`, or `stem_2` and so on if that is taken.
fn free_name(stem: &str, experiment: &Experiment) -> String {
    let is_free = |name: &String| experiment.user_features.iter().all(|f| f.name != *name);
    let mut names = std::iter::once(stem.to_owned()).chain((2..).map(|i| format!("{stem}_{i}")));
    names.find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::data::TreeRecipe;
    use crate::experiment::taught::targets;

    fn experiment() -> Experiment {
        let mut experiment = Experiment::default();
        for name in ["a", "b", "c"] {
            experiment.user_features.push(UserFeature {
                name: name.to_owned(),
                values: vec![1.0; 8],
            });
        }
        experiment.watched = vec![
            Pair {
                item: 2,
                feature: 10_001,
            },
            Pair {
                item: 3,
                feature: 10_002,
            },
        ];
        experiment
    }

    /// Names of the watched features.
    fn watched(experiment: &Experiment) -> Vec<&str> {
        let name = |pair: &Pair| {
            experiment.user_features[pair.feature - 10_000]
                .name
                .as_str()
        };
        experiment.watched.iter().map(name).collect()
    }

    #[test]
    fn watched_pairs_follow_their_features() {
        let before = experiment();
        assert_eq!(watched(&with_edit(&before, 1, Edit::Left)), ["b", "c"]);
        assert_eq!(watched(&with_edit(&before, 1, Edit::Right)), ["b", "c"]);
        assert_eq!(watched(&with_edit(&before, 0, Edit::Duplicate)), ["b", "c"]);
        assert_eq!(watched(&with_edit(&before, 0, Edit::Delete)), ["b", "c"]);
        assert_eq!(watched(&with_edit(&before, 1, Edit::Delete)), ["c"]);
        for edit in [Edit::Left, Edit::Right, Edit::Duplicate, Edit::Delete] {
            assert_eq!(with_edit(&before, 1, edit).validate(), Ok(()));
        }
    }

    #[test]
    fn a_copy_has_a_name_of_its_own() {
        let after = with_edit(&experiment(), 0, Edit::Duplicate);
        let names: Vec<&str> = after
            .user_features
            .iter()
            .map(|f| f.name.as_str())
            .collect();
        assert_eq!(names, ["a", "a_2", "b", "c"]);
    }

    #[test]
    fn the_strongest_feature_is_added_once() {
        let words = Words::new(Language::English);
        let train = |experiment: &Experiment| {
            let dataset = TreeRecipe::default().sample();
            let modes = DataModes::of(&targets(experiment, &dataset));
            match with_strongest(experiment, &modes, &words) {
                Some(Action::Edit(experiment)) => Some(*experiment),
                _ => None,
            }
        };
        let mut added = train(&Experiment::default()).unwrap();
        assert_eq!((added.user_features.len(), added.watched.len()), (1, 1));
        assert_eq!(train(&added), None);
        let watched = added.watched.clone();
        added.watched.clear();
        let again = train(&added).unwrap();
        assert_eq!((again.user_features.len(), again.watched), (1, watched));
    }

    #[test]
    fn deleting_the_last_feature_leaves_the_tutorials_pair() {
        let mut before = experiment();
        before.user_features.truncate(1);
        before.watched = vec![Pair {
            item: 2,
            feature: 10_000,
        }];
        let after = with_edit(&before, 0, Edit::Delete);
        assert_eq!(after.watched, Experiment::default().watched);
    }
}
