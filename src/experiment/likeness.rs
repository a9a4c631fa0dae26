//! Whether two experiments train alike.

use super::experiment::Experiment;

impl Experiment {
    /// Whether another experiment trains the same network on the same data for as long: names, of
    /// groups too, and watched pairs decide nothing. Copies nothing, as it is asked in every frame.
    pub fn trains_like(&self, other: &Self) -> bool {
        let mut features = self.user_features.iter().zip(&other.user_features);
        self.data == other.data
            && self.hidden == other.hidden
            && (self.init_seed, self.init_before) == (other.init_seed, other.init_before)
            && (self.lr, self.gamma, self.n_epochs) == (other.lr, other.gamma, other.n_epochs)
            && self.weights == other.weights
            && self.user_features.len() == other.user_features.len()
            && features.all(|(a, b)| a.values == b.values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::UserFeature;
    use crate::data::item_group::ItemGroup;

    #[test]
    fn names_and_watched_pairs_do_not_make_another_run() {
        let one = Experiment::default();
        let mut named = one.with_group(ItemGroup {
            first: 0,
            last: 3,
            name: "fauna".to_owned(),
        });
        named.items[0] = "Cod".to_owned();
        named.watched.clear();
        assert!(named != one && named.trains_like(&one));
        let other = |change: fn(&mut Experiment)| {
            let mut other = one.clone();
            change(&mut other);
            !other.trains_like(&one)
        };
        assert!(other(|it| it.lr = 1.0) && other(|it| it.n_epochs = 9));
        assert!(other(|it| it.init_before = 1) && other(|it| it.hidden.clear()));
        let feature = UserFeature {
            name: "f".to_owned(),
            values: vec![1.0; 8],
        };
        let (mut with, mut without) = (one.clone(), one.clone());
        with.user_features.push(feature.clone());
        without.user_features.push(feature);
        without.user_features[0].values[0] = -1.0;
        assert!(!with.trains_like(&one) && !with.trains_like(&without));
    }
}
