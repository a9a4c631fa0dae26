//! Names of features and watched pairs, in files and on the command line.

use super::experiment::{Experiment, Pair};

impl Experiment {
    /// The name of a feature, from 0, if it has one.
    pub fn feature_name(&self, feature: usize) -> Option<&str> {
        match feature.checked_sub(self.data.n_features()) {
            Some(user) => Some(&self.user_features.get(user)?.name),
            None => self.data.feature_name(feature),
        }
    }

    /// A name for each feature, empty for those without one; `None` if no feature has one.
    pub fn feature_names(&self) -> Option<Vec<String>> {
        let name = |feature| self.feature_name(feature).unwrap_or_default().to_owned();
        let names: Vec<String> = (0..self.n_outputs()).map(name).collect();
        names.iter().any(|name| !name.is_empty()).then_some(names)
    }

    /// `Shark has_bones`; a feature without a name has its number, from 1.
    pub fn pair_name(&self, pair: Pair) -> String {
        let item = self.items.get(pair.item).map_or("", String::as_str);
        match self.feature_name(pair.feature) {
            Some(feature) => format!("{item} {feature}"),
            None => format!("{item} feature {}", pair.feature + 1),
        }
    }

    /// The names of the watched pairs, in order.
    pub fn pair_names(&self) -> Vec<String> {
        self.watched
            .iter()
            .map(|&pair| self.pair_name(pair))
            .collect()
    }
}
