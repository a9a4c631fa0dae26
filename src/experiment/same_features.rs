//! Which features of data that were read anew are features of the data before.

use std::collections::HashMap;

use crate::data::DataSource;

/// The features of one data source in another; names are looked through once.
pub(super) struct SameFeatures<'a> {
    before: &'a DataSource,
    n_now: usize,
    /// The features of each name, before and now.
    named: HashMap<&'a str, [Vec<usize>; 2]>,
}

impl<'a> SameFeatures<'a> {
    /// The features of `before` in `now`.
    pub(super) fn new(before: &'a DataSource, now: &'a DataSource) -> Self {
        let mut named: HashMap<&str, [Vec<usize>; 2]> = HashMap::new();
        for (side, data) in [before, now].into_iter().enumerate() {
            for feature in 0..data.n_features() {
                if let Some(name) = data.feature_name(feature) {
                    named.entry(name).or_default()[side].push(feature);
                }
            }
        }
        Self {
            before,
            n_now: now.n_features(),
            named,
        }
    }

    /// The feature that is this one: the same of the user's, else that of the same name, the first
    /// of several being the first; without any names, that of the same number among as many.
    pub(super) fn of(&self, feature: usize) -> Option<usize> {
        let n_before = self.before.n_features();
        if let Some(user) = feature.checked_sub(n_before) {
            return Some(self.n_now + user);
        }
        match self.before.feature_name(feature) {
            Some(name) => {
                let [before, now] = self.named.get(name)?;
                let place = before.binary_search(&feature).ok()?;
                now.get(place).copied()
            }
            None => (n_before == self.n_now).then_some(feature),
        }
    }
}
