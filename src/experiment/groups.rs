//! Groups of items and their names.

use super::experiment::Experiment;
use crate::data::item_group::{ItemGroup, NamedGroup, is_inner_node, named_groups};
use crate::data::{MAX_ITEMS, MAX_LEVELS, TreeRecipe};

impl Experiment {
    /// The groups of items that have a name.
    pub fn named_groups(&self) -> Vec<NamedGroup> {
        named_groups(&self.items, &self.groups)
    }

    /// Whether the items from `first` to `last` are a group that can have a name: all those below
    /// one branch of the data's tree.
    pub fn is_group(&self, first: usize, last: usize) -> bool {
        let tree = self.data.tree();
        let is_usual =
            |tree: &&TreeRecipe| tree.levels <= MAX_LEVELS && tree.n_items() <= MAX_ITEMS;
        let is_node = |tree: &TreeRecipe| is_inner_node(tree, first, last);
        first <= last && last < MAX_ITEMS && tree.filter(is_usual).is_some_and(is_node)
    }

    /// The experiment with a group named by the user; by nobody if the name is empty. The same
    /// experiment if there is no such group.
    #[must_use]
    pub fn with_group(&self, group: ItemGroup) -> Self {
        let mut experiment = self.clone();
        if !self.is_group(group.first, group.last) {
            return experiment;
        }
        let place = |group: &ItemGroup| (group.first, group.last);
        experiment
            .groups
            .retain(|other| place(other) != place(&group));
        if !group.name.is_empty() {
            experiment.groups.push(group);
            experiment.groups.sort_by_key(place);
        }
        experiment
    }
}
