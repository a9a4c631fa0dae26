//! The experiment itself: every choice that decides a run.

use nalgebra::DMatrix;

use super::same_features::SameFeatures;
use crate::data::item_group::ItemGroup;
use crate::data::{
    DataSource, MAX_ITEMS, OwnData, OwnSource, Provenance, Shared, TreeRecipe, UserFeature, names,
};

/// Everything that decides a run, and the names of items and groups. Two equal experiments give the
/// same record, bit for bit.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// Where the data set comes from.
    pub data: DataSource,
    /// Names of the items.
    pub items: Vec<String>,
    /// The user's names for groups of items, where the data are of a tree.
    pub groups: Vec<ItemGroup>,
    /// Features appended behind the data's own.
    pub user_features: Vec<UserFeature>,
    /// Units of each hidden layer, from the input on; empty for none.
    pub hidden: Vec<usize>,
    /// torch's seed for the first weights.
    pub init_seed: u32,
    /// Outputs of torch's generator that are skipped first: the tutorial seeds once and makes
    /// several networks in a row.
    pub init_before: usize,
    /// Learning rate (eta).
    pub lr: f64,
    /// Initialisation scale: a layer starts with standard deviation gamma / sqrt(n_in + n_out).
    pub gamma: f64,
    /// Number of epochs.
    pub n_epochs: usize,
    /// Weights to start from as they are, `W_1` … `W_L`; none to draw them. Gamma does not scale
    /// them, and the user's features start from weights of zero.
    pub weights: Option<Shared<Vec<DMatrix<f64>>>>,
    /// Predictions to record.
    pub watched: Vec<Pair>,
}

/// One entry of the predictions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// Index of the item.
    pub item: usize,
    /// Index of the feature; the user's follow the data's own.
    pub feature: usize,
}

impl Default for Experiment {
    /// The tutorial's first training cell at seed 2021.
    fn default() -> Self {
        let mut notebook = Self {
            data: DataSource::default(),
            items: names::TUTORIAL_ITEMS.map(str::to_owned).to_vec(),
            groups: Vec::new(),
            user_features: Vec::new(),
            hidden: vec![30],
            init_seed: 2021,
            init_before: 0,
            lr: 100.0,
            gamma: 1e-12,
            n_epochs: 250,
            weights: None,
            watched: Vec::new(),
        };
        notebook.watch_last_feature();
        notebook
    }
}

impl Experiment {
    /// Number of outputs: the data's features and the user's.
    pub fn n_outputs(&self) -> usize {
        self.data.n_features() + self.user_features.len()
    }

    /// The last epoch, counted from 0.
    pub fn last_epoch(&self) -> usize {
        self.n_epochs.saturating_sub(1)
    }

    /// Watches the first item for the last feature, as the tutorial does unless told otherwise.
    pub fn watch_last_feature(&mut self) {
        let feature = self.n_outputs().saturating_sub(1);
        self.watched = vec![Pair { item: 0, feature }];
    }

    /// Makes names, user features and watched pairs fit after the data's shape has changed from
    /// that of `before`: what still has a place is kept.
    pub fn fit_after(&mut self, before: &Self) {
        let n_items = self.data.n_items();
        if let (Some(old), Some(new)) = (before.data.tree(), self.data.tree()) {
            let has_changed = (old.levels, old.branches) != (new.levels, new.branches);
            if has_changed && n_items <= MAX_ITEMS {
                self.items = fitted_names(&before.items, old, new);
            }
            if has_changed {
                self.groups.clear();
            }
        }
        let mut groups = std::mem::take(&mut self.groups);
        groups.retain(|group| self.is_group(group.first, group.last));
        self.groups = groups;
        if !self.weights_fit() {
            self.weights = None;
        }
        for feature in &mut self.user_features {
            // New items have not got what nobody said of them.
            feature.values.resize(n_items.min(MAX_ITEMS), -1.0);
        }
        let (n_before, n_now) = (before.data.n_features(), self.data.n_features());
        self.watched = before
            .watched
            .iter()
            .filter_map(|pair| {
                // The user's features follow the data's; those are others when their number is.
                let feature = match pair.feature.checked_sub(n_before) {
                    Some(user) => n_now + user,
                    None if n_now == n_before => pair.feature,
                    None => return None,
                };
                Some(Pair { feature, ..*pair })
            })
            .filter(|pair| pair.item < n_items && pair.feature < self.n_outputs())
            .collect();
        let has_lost_all = self.watched.is_empty() && !before.watched.is_empty();
        if self.user_features.is_empty() && has_lost_all {
            self.watch_last_feature();
        }
    }

    /// The experiment with a user's own data instead, their item names and, if given, their first
    /// weights. User features belong to other items and are dropped; the last feature is watched.
    #[must_use]
    pub fn on_own(&self, name: String, own: OwnData) -> Self {
        self.on_read(name, own, None)
    }

    /// As [`Experiment::on_own`], of data whose file is known.
    #[must_use]
    pub fn on_read(&self, name: String, mut own: OwnData, provenance: Option<Provenance>) -> Self {
        let weights = own.weights.take();
        let hidden = weights.as_ref().map(|layers| {
            let inner = &layers[..layers.len().saturating_sub(1)];
            inner.iter().map(DMatrix::nrows).collect()
        });
        let mut experiment = Self {
            items: own.items.clone(),
            groups: Vec::new(),
            user_features: Vec::new(),
            hidden: hidden.unwrap_or_else(|| self.hidden.clone()),
            weights: weights.map(Shared::new),
            data: DataSource::Own(OwnSource {
                name,
                data: Shared::new(own),
                provenance,
            }),
            ..self.clone()
        };
        experiment.watch_last_feature();
        experiment
    }

    /// The experiment with its data file read in another way; `own` is the new reading. If the
    /// items are the same, item names, user features and the watched pairs of features that still
    /// exist are kept.
    #[must_use]
    pub fn read_anew(&self, name: String, mut own: OwnData, provenance: Provenance) -> Self {
        if self.weights.is_none() {
            own.weights = None;
        }
        let before = self.data.own().map(|own| own.data.items.as_slice());
        let has_same_items = before == Some(own.items.as_slice());
        let mut experiment = self.on_read(name, own, Some(provenance));
        if !has_same_items {
            return experiment;
        }
        experiment.items.clone_from(&self.items);
        experiment.user_features.clone_from(&self.user_features);
        let features = SameFeatures::new(&self.data, &experiment.data);
        let pairs = self.watched.iter().filter_map(|pair| {
            let feature = features.of(pair.feature)?;
            Some(Pair { feature, ..*pair })
        });
        let watched: Vec<Pair> = pairs.collect();
        if !watched.is_empty() || self.watched.is_empty() {
            experiment.watched = watched;
        }
        experiment
    }

    /// The experiment with data drawn from `tree` instead. User features and given weights belong
    /// to other data and are dropped; item names and the watched pair are reset.
    #[must_use]
    pub fn on_tree(&self, tree: TreeRecipe) -> Self {
        let mut experiment = Self {
            items: names::items(tree.levels, tree.branches),
            groups: Vec::new(),
            user_features: Vec::new(),
            weights: None,
            data: DataSource::Tree(tree),
            ..self.clone()
        };
        experiment.watch_last_feature();
        experiment
    }

    /// Whether the weights to start from, if any are given, have the shapes of the layers.
    pub(crate) fn weights_fit(&self) -> bool {
        let Some(weights) = &self.weights else {
            return true;
        };
        let n_features = self.data.n_features();
        let shapes = super::shapes::shapes(self.data.n_items(), &self.hidden, n_features);
        shapes.into_iter().eq(weights.iter().map(DMatrix::shape))
    }
}

/// Names for the items of another tree; those that were edited stay.
fn fitted_names(items: &[String], old: &TreeRecipe, new: &TreeRecipe) -> Vec<String> {
    let old_names = names::items(old.levels, old.branches);
    let mut names = names::items(new.levels, new.branches);
    for (item, name) in names.iter_mut().enumerate() {
        let edited = items
            .get(item)
            .filter(|&name| old_names.get(item) != Some(name));
        if let Some(edited) = edited {
            name.clone_from(edited);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::experiment_error::{Field, Reason};

    fn tree(experiment: &mut Experiment) -> &mut TreeRecipe {
        experiment.data.tree_mut().expect("it is drawn from a tree")
    }

    /// Two items, three features, and weights for one hidden layer of four units.
    fn own(n_hidden: usize) -> OwnData {
        let targets = DMatrix::from_row_slice(3, 2, &[1.0, -1.0, 0.5, 1.0, -1.0, 2.0]);
        let layers = vec![
            DMatrix::from_element(n_hidden, 2, 0.1),
            DMatrix::from_element(3, n_hidden, 0.1),
        ];
        let items = vec!["Ant".to_owned(), "Bee".to_owned()];
        let place = |_| unreachable!("nothing is wrong with it");
        OwnData::new(items, None, targets, Some(layers), place).unwrap()
    }

    #[test]
    fn a_pair_that_is_no_longer_watched_stays_so() {
        let mut before = Experiment::default().on_own("two.csv".to_owned(), own(4));
        before.watched.clear();
        let mut after = before.clone();
        after.lr *= 2.0;
        after.fit_after(&before);
        assert_eq!(after.watched, []);
    }

    #[test]
    fn own_data_bring_their_names_shapes_and_weights() {
        let experiment = Experiment::default().on_own("ants.npz".to_owned(), own(4));
        assert_eq!(experiment.validate(), Ok(()));
        assert_eq!(experiment.items, ["Ant", "Bee"]);
        assert_eq!(experiment.hidden, [4]);
        assert!(experiment.weights.is_some());
        assert_eq!(
            experiment.watched,
            [Pair {
                item: 0,
                feature: 2
            }]
        );
        assert_eq!(experiment.lr, 100.0);
        let back = experiment.on_tree(TreeRecipe::default());
        assert_eq!(back.items, names::TUTORIAL_ITEMS);
        assert_eq!((back.validate(), back.weights), (Ok(()), None));
    }

    #[test]
    fn data_read_anew_keep_what_is_still_there() {
        let read = |names: [&str; 2], factor: f64| {
            let targets = DMatrix::from_row_slice(2, 2, &[1.0, -1.0, 0.5, 1.0]) * factor;
            let items = vec!["Ant".to_owned(), "Bee".to_owned()];
            let names = Some(names.map(str::to_owned).to_vec());
            let place = |_| unreachable!("nothing is wrong with it");
            OwnData::new(items, names, targets, None, place).unwrap()
        };
        let provenance = || Provenance {
            file: Shared::new(crate::data::FileBytes(Vec::new())),
            choices: crate::data::read::Choices::default(),
        };
        let name = || "ants.csv".to_owned();
        let mut before = Experiment::default().on_own(name(), read(["legs", "wings"], 1.0));
        before.items[0] = "Formica".to_owned();
        before.user_features = vec![UserFeature {
            name: "stings".to_owned(),
            values: vec![-1.0, 1.0],
        }];
        let pair = |feature| Pair { item: 1, feature };
        before.watched = vec![pair(1), pair(2)];
        let scaled = before.read_anew(name(), read(["legs", "wings"], 2.0), provenance());
        assert_eq!(
            (scaled.items, scaled.watched),
            (before.items.clone(), before.watched.clone())
        );
        assert_eq!(scaled.user_features, before.user_features);
        let other = before.read_anew(name(), read(["wings", "eyes"], 1.0), provenance());
        assert_eq!(other.watched, [pair(0), pair(2)]);
        assert_eq!(other.validate(), Ok(()));
    }

    #[test]
    fn given_weights_go_with_the_network_they_fit() {
        let before = Experiment::default().on_own("ants.npz".to_owned(), own(4));
        let mut slower = before.clone();
        slower.lr = 0.5;
        slower.fit_after(&before);
        assert!(slower.weights.is_some());
        let mut wider = before.clone();
        wider.hidden = vec![5];
        let refused = wider.validate().expect_err("they have four units");
        assert_eq!(refused, Field::Weights.is(Reason::OtherShapes));
        wider.fit_after(&before);
        assert_eq!((wider.validate(), wider.weights), (Ok(()), None));
    }

    #[test]
    fn a_pair_of_the_data_stays_watched_while_there_are_as_many_features() {
        let mut before = Experiment::default();
        let pair = Pair {
            item: 3,
            feature: 17,
        };
        before.watched = vec![pair];
        let mut after = before.clone();
        after.gamma = 1.0;
        after.fit_after(&before);
        assert_eq!(after.watched, [pair]);
        tree(&mut after).n_features = 20_000;
        after.fit_after(&before);
        assert_eq!(
            after.watched,
            [Pair {
                item: 0,
                feature: 19_999
            }]
        );
    }
}
