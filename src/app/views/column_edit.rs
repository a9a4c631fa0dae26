//! Edits of a column of the feature table; watched pairs follow their features.

use super::illusions::free_name;
use crate::experiment::Experiment;

/// An edit of a column.
#[derive(Clone, Copy)]
pub(super) enum Edit {
    Left,
    Right,
    Duplicate,
    Delete,
}

/// The experiment with a feature moved, copied or deleted.
pub(super) fn with_edit(experiment: &Experiment, feature: usize, edit: Edit) -> Experiment {
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
    if experiment.user_features.is_empty() {
        experiment.watch_last_feature();
    }
    experiment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::UserFeature;
    use crate::experiment::Pair;

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
