//! Groups of items that have a name: inner nodes of the tree whose leaves the items are.

use std::ops::Range;

use super::TreeRecipe;
use super::names::{Group, groups};

/// A user's name for a group of items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemGroup {
    /// The index of the first item.
    pub first: usize,
    /// The index of the last item.
    pub last: usize,
    /// The name; none is empty.
    pub name: String,
}

/// A group of items and its name, whoever gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedGroup {
    /// The indices of the items.
    pub items: Range<usize>,
    /// The name.
    pub name: GroupName,
}

/// The name of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupName {
    /// One of the tutorial's, which every language has a word for.
    Tutorial(Group),
    /// The user's own.
    Given(String),
}

/// The groups of items with these names, larger ones first: the user's and, where the user has
/// given none, the tutorial's.
pub fn named_groups(items: &[String], given: &[ItemGroup]) -> Vec<NamedGroup> {
    let own = given.iter().filter(|group| group.last < items.len());
    let own = own.map(|group| NamedGroup {
        items: range(group.first, group.last),
        name: GroupName::Given(group.name.clone()),
    });
    let mut named: Vec<NamedGroup> = own.collect();
    for group in groups(items) {
        if named.iter().all(|other| other.items != group.items()) {
            named.push(NamedGroup {
                items: group.items(),
                name: GroupName::Tutorial(*group),
            });
        }
    }
    named.sort_by_key(|group| (std::cmp::Reverse(group.items.len()), group.items.start));
    named
}

/// Whether the items from `first` to `last` are all those below an inner node of a tree, the root
/// left out.
pub fn is_inner_node(tree: &TreeRecipe, first: usize, last: usize) -> bool {
    inner_nodes(tree).contains(&range(first, last))
}

/// From the first to the last item.
fn range(first: usize, last: usize) -> Range<usize> {
    let end = last + 1;
    first..end
}

/// The items below each inner node of a tree but the root, level by level, from left to right;
/// none of a tree without branches.
pub fn inner_nodes(tree: &TreeRecipe) -> Vec<Range<usize>> {
    if tree.branches == 0 {
        return Vec::new();
    }
    let n_items = tree.n_items();
    let of_level = |level: usize| {
        let n_nodes = tree.branches.pow(level as u32);
        let n_below = n_items / n_nodes;
        (0..n_nodes).map(move |node| node * n_below..(node + 1) * n_below)
    };
    (1..tree.levels).flat_map(of_level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::names;

    #[test]
    fn a_given_name_stands_in_for_the_tutorials_of_the_same_items() {
        let items = names::items(3, 2);
        let given = [ItemGroup {
            first: 2,
            last: 3,
            name: "songbirds".to_owned(),
        }];
        let named = named_groups(&items, &given);
        assert_eq!(named.len(), Group::ALL.len());
        assert_eq!(named[3].items, 2..4);
        assert_eq!(named[3].name, GroupName::Given("songbirds".to_owned()));
        assert_eq!(named[0].name, GroupName::Tutorial(Group::Animals));
        // Of fewer items, a group that is not wholly there has no name.
        assert_eq!(named_groups(&items[..3], &given), []);
    }

    #[test]
    fn inner_nodes_are_those_between_the_root_and_the_leaves() {
        let tree = TreeRecipe::default();
        assert_eq!(inner_nodes(&tree), [0..4, 4..8, 0..2, 2..4, 4..6, 6..8]);
        assert!(is_inner_node(&tree, 4, 5));
        for (first, last) in [(0, 7), (0, 0), (1, 2), (3, 9)] {
            assert!(!is_inner_node(&tree, first, last), "{first} {last}");
        }
    }
}
