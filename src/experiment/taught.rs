//! The targets that a network is taught, also as data of one's own: to be saved, opened and taught
//! again.

use nalgebra::DMatrix;

use super::experiment::{Experiment, Pair};
use crate::data::own::DataPart;
use crate::data::{Dataset, OwnData, Place, ReadError};

/// The data of an experiment with its items' names, and the user's features as the last ones.
/// `dataset` is what the experiment's source gave.
///
/// # Errors
/// If the names are such that no file could hold them, as when two items have the same.
pub fn taught(experiment: &Experiment, dataset: &Dataset) -> Result<OwnData, ReadError> {
    let targets = targets(experiment, dataset);
    let n_data = dataset.n_features();
    let of_data = |feature| experiment.data.feature_name(feature).unwrap_or_default();
    let users = experiment.user_features.iter().map(|user| &user.name);
    let names = (0..n_data)
        .map(|feature| of_data(feature).to_owned())
        .chain(users.cloned())
        .collect();
    let items = experiment.items.clone();
    OwnData::new(items, Some(names), targets, None, |part| match part {
        // Where it will stand in a table.
        DataPart::Item(item) => Place::cell(item + 2, 1),
        DataPart::Feature(feature) => Place::cell(1, feature + 2),
        DataPart::Target { item, feature } => Place::cell(item + 2, feature + 2),
    })
}

/// The targets Y, N × P, the user's features last. The experiment must be valid.
///
/// # Panics
/// If one of the user's features has no value for an item.
pub fn targets(experiment: &Experiment, dataset: &Dataset) -> DMatrix<f64> {
    let (n_outputs, n_items) = (experiment.n_outputs(), dataset.n_items());
    DMatrix::from_fn(n_outputs, n_items, |feature, item| {
        let value = value(experiment, dataset, Pair { item, feature });
        value.expect("user features have a value for each item")
    })
}

/// Y for one pair, the user's features following the data's; `None` if there is no such pair.
pub fn value(experiment: &Experiment, dataset: &Dataset, pair: Pair) -> Option<f64> {
    let Pair { item, feature } = pair;
    let value = match feature.checked_sub(dataset.n_features()) {
        None => dataset.targets.get((feature, item)),
        Some(user) => experiment.user_features.get(user)?.values.get(item),
    };
    value.copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{TreeRecipe, UserFeature};

    fn experiment() -> Experiment {
        let tree = TreeRecipe {
            n_features: 5,
            ..TreeRecipe::default()
        };
        let mut experiment = Experiment::default().on_tree(tree);
        experiment.user_features = vec![UserFeature {
            name: "has_bones".to_owned(),
            values: vec![-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0],
        }];
        experiment
    }

    #[test]
    fn user_features_are_the_last_and_named() {
        let experiment = experiment();
        let dataset = experiment.data.sample();
        let own = taught(&experiment, &dataset).unwrap();
        assert_eq!((own.n_features(), own.n_items()), (6, 8));
        assert_eq!(own.dataset.targets.rows(0, 5), dataset.targets);
        assert_eq!(own.dataset.targets[(5, 0)], -1.0);
        let names = own.feature_names.as_ref().unwrap();
        assert_eq!((names[4].as_str(), names[5].as_str()), ("", "has_bones"));
        let at = |item, feature| value(&experiment, &dataset, Pair { item, feature });
        assert_eq!(
            (at(1, 5), at(8, 5), at(8, 0), at(0, 6)),
            (Some(1.0), None, None, None)
        );
        // Taught again, the same data are the same.
        let again = Experiment::default().on_own("a.csv".to_owned(), own.clone());
        assert_eq!(taught(&again, &again.data.sample()), Ok(own));
    }

    #[test]
    fn names_that_no_file_can_hold_are_refused() {
        let mut experiment = experiment();
        experiment.items[3] = "Tuna".to_owned();
        let refused = taught(&experiment, &experiment.data.sample()).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "row 5, column 1 holds \"Tuna\", which an item before it is called already"
        );
    }
}
