//! Edits of the features that are the user's own: new ones, and columns moved, copied or deleted.
//! Watched pairs follow their features.

use crate::analysis::illusion;
use crate::app::command::action::Action;
use crate::app::text::words::Words;
use crate::data::UserFeature;
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
    let first = experiment.data.n_features();
    let n_features = experiment.user_features.len();
    // Where each feature's pairs go; none for a deleted one.
    let moved: Box<dyn Fn(usize) -> Option<usize>> = match edit {
        Edit::Left | Edit::Right => {
            let other = if matches!(edit, Edit::Left) {
                feature - 1
            } else {
                feature + 1
            };
            experiment.user_features.swap(feature, other);
            Box::new(move |user| {
                Some(match user {
                    _ if user == feature => other,
                    _ if user == other => feature,
                    _ => user,
                })
            })
        }
        Edit::Duplicate => {
            let mut copy = experiment.user_features[feature].clone();
            copy.name = free_name(&copy.name, &experiment);
            experiment.user_features.insert(feature + 1, copy);
            Box::new(move |user| Some(if user > feature { user + 1 } else { user }))
        }
        Edit::Delete => {
            experiment.user_features.remove(feature);
            Box::new(move |user| match user.cmp(&feature) {
                std::cmp::Ordering::Less => Some(user),
                std::cmp::Ordering::Equal => None,
                std::cmp::Ordering::Greater => Some(user - 1),
            })
        }
    };
    experiment
        .watched
        .retain_mut(|pair| match pair.feature.checked_sub(first) {
            Some(user) if user < n_features => match moved(user) {
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

pub(super) fn with_new_feature(experiment: &Experiment) -> Action {
    let mut experiment = experiment.clone();
    let n_items = experiment.items.len();
    let is_first = experiment.user_features.is_empty();
    let name = free_name("feature", &experiment);
    let values = vec![1.0; n_items];
    experiment.user_features.push(UserFeature { name, values });
    let pair = Pair {
        item: 0,
        feature: experiment.n_outputs() - 1,
    };
    // The tutorial's own pair gives way to the first that is one's own.
    if is_first && experiment.data.own().is_none() {
        experiment.watched.clear();
    }
    experiment.watched.push(pair);
    Action::Train(Box::new(experiment))
}

/// Adds the table that misleads most, and watches the item that it misleads about.
pub(super) fn with_strongest(
    experiment: &Experiment,
    modes: &DataModes,
    words: &Words,
) -> Option<Action> {
    let strongest = illusion::strongest(modes)?;
    let mut experiment = experiment.clone();
    let name = free_name(&words.get("find-strongest-name"), &experiment);
    if experiment.user_features.is_empty() && experiment.data.own().is_none() {
        experiment.watched.clear();
    }
    experiment.user_features.push(UserFeature {
        name,
        values: strongest.values,
    });
    let feature = experiment.n_outputs() - 1;
    experiment.watched.push(Pair {
        item: strongest.item,
        feature,
    });
    Some(Action::Train(Box::new(experiment)))
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
