//! Names of the items at the leaves of a tree.

use super::{MAX_ITEMS, MAX_LEVELS, TreeRecipe};

/// The tutorial's items, in order.
pub const TUTORIAL_ITEMS: [&str; 8] = [
    "Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak",
];

/// The tutorial's picture of named features: a digit for each item, 1 for yes. An illustration;
/// the training data has no names.
pub const TUTORIAL_FEATURES: [(&str, &str); 10] = [
    ("can_grow", "11111111"),
    ("is_mammal", "00000000"),
    ("has_leaves", "00001111"),
    ("can_move", "11110000"),
    ("has_trunk", "00000011"),
    ("can_fly", "00110000"),
    ("can_swim", "11000000"),
    ("has_stem", "00001100"),
    ("is_warmblooded", "01110000"),
    ("can_flower", "00001101"),
];

/// A group of the tutorial's items: an inner node of its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The first half.
    Animals,
    /// The second half.
    Plants,
    /// The first two.
    Fish,
    /// The third and fourth.
    Birds,
    /// The fifth and sixth.
    Flowers,
    /// The last two.
    Trees,
}

impl Group {
    /// All groups, larger ones first.
    pub const ALL: [Self; 6] = [
        Self::Animals,
        Self::Plants,
        Self::Fish,
        Self::Birds,
        Self::Flowers,
        Self::Trees,
    ];

    /// The indices of the group's items.
    pub fn items(self) -> std::ops::Range<usize> {
        match self {
            Self::Animals => 0..4,
            Self::Plants => 4..8,
            Self::Fish => 0..2,
            Self::Birds => 2..4,
            Self::Flowers => 4..6,
            Self::Trees => 6..8,
        }
    }
}

/// The tutorial's groups of items with these names, also where one of its items has given way
/// to another of its kind, as the goldfish to the shark; none of others.
pub fn groups(items: &[String]) -> &'static [Group] {
    let kept = items.iter().zip(TUTORIAL_ITEMS);
    let n_kept = kept.filter(|(item, tutorial)| item == tutorial).count();
    if items.len() == TUTORIAL_ITEMS.len() && n_kept + 1 >= items.len() {
        &Group::ALL
    } else {
        &[]
    }
}

/// Names for the leaves of a tree: the tutorial's for its own shape, else the path from the root,
/// one letter or number a level, such as `A1b` for levels of three. None for a tree that is larger
/// than an experiment may have: its size is refused elsewhere.
pub fn items(levels: usize, branches: usize) -> Vec<String> {
    if levels == 3 && branches == 2 {
        return TUTORIAL_ITEMS.map(str::to_owned).to_vec();
    }
    let tree = TreeRecipe {
        levels,
        branches,
        ..TreeRecipe::default()
    };
    let n_items = tree.n_items();
    if levels > MAX_LEVELS || n_items > MAX_ITEMS {
        return Vec::new();
    }
    (0..n_items)
        .map(|leaf| path(leaf, levels, branches))
        .collect()
}

/// The way from the root to a leaf: capital letters, numbers and small letters in turn.
fn path(leaf: usize, levels: usize, branches: usize) -> String {
    let mut steps = Vec::with_capacity(levels);
    let mut rest = leaf;
    for level in (0..levels).rev() {
        steps.push(step(rest % branches, level));
        rest /= branches;
    }
    steps.reverse();
    steps.concat()
}

fn step(branch: usize, level: usize) -> String {
    let letter = |first: u8| match u8::try_from(branch) {
        Ok(offset) if offset < 26 => char::from(first + offset).to_string(),
        _ => format!("({})", branch + 1),
    };
    match level % 3 {
        0 => letter(b'A'),
        1 => (branch + 1).to_string(),
        _ => letter(b'a'),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_tutorials_tree_has_the_tutorials_items() {
        assert_eq!(items(3, 2), TUTORIAL_ITEMS);
    }

    #[test]
    fn the_tutorials_items_have_groups_with_a_shark_too_but_others_have_none() {
        let mut items = items(3, 2);
        assert_eq!(groups(&items), Group::ALL);
        items[0] = "Shark".to_owned();
        assert_eq!(groups(&items), Group::ALL);
        items[3] = "Parrot".to_owned();
        assert_eq!(groups(&items), []);
    }

    #[test]
    fn every_named_feature_has_a_digit_for_each_item() {
        for (name, digits) in TUTORIAL_FEATURES {
            let is_digit = |b: u8| b == b'0' || b == b'1';
            assert!(digits.len() == 8 && digits.bytes().all(is_digit), "{name}");
        }
    }

    #[test]
    fn names_are_distinct_and_follow_the_branches() {
        for (levels, branches) in [(1, 100), (4, 2), (2, 3), (7, 2), (2, 11)] {
            let names = items(levels, branches);
            assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        }
        assert_eq!(items(2, 2), ["A1", "A2", "B1", "B2"]);
    }
}
