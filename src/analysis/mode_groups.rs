//! Modes of one level as the split of the items that they make together.
//!
//! Modes of nearly equal singular values are learned as one, and which mixtures of them the
//! decomposition gives is chance. What they tell apart together is not: items that have the same
//! part in all of them stay together, others part.

use super::levels::levels;
use crate::model::DataModes;

/// Items are told apart where they differ by more than this share of the largest part that an item
/// has in the modes.
const TELLS_APART: f64 = 0.5;

/// Modes of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct ModeGroup {
    /// Indices of the modes, ascending; at least one.
    pub modes: Vec<usize>,
    /// The sets of items that all stronger modes leave together and these part, each in its parts,
    /// items ascending. Where no items were left together, several modes part all items afresh.
    pub splits: Vec<Vec<Vec<usize>>>,
}

/// The data's modes level by level, strongest first; those that the data have nothing of are one
/// group, the last.
pub fn mode_groups(modes: &DataModes) -> Vec<ModeGroup> {
    let n_items = modes.item_side.nrows();
    let mut together = vec![(0..n_items).collect::<Vec<usize>>()];
    let mut groups = Vec::new();
    for modes_of_level in levels(modes) {
        let mut splits = Vec::new();
        let mut next = Vec::new();
        for set in together {
            let parts = parts(&set, &modes_of_level, modes);
            if parts.len() > 1 {
                splits.push(parts.clone());
            }
            next.extend(parts);
        }
        together = next;
        if splits.is_empty() && modes_of_level.len() > 1 {
            // Stronger modes have parted all items already: how these do it is told all the same.
            let all: Vec<usize> = (0..n_items).collect();
            let parts = parts(&all, &modes_of_level, modes);
            splits.extend(Some(parts).filter(|parts| parts.len() > 1));
        }
        groups.push(ModeGroup {
            modes: modes_of_level,
            splits,
        });
    }
    let null: Vec<usize> = (0..modes.singular_values.len())
        .filter(|&mode| modes.is_null(mode))
        .collect();
    if !null.is_empty() {
        groups.push(ModeGroup {
            modes: null,
            splits: Vec::new(),
        });
    }
    groups
}

/// The items of a set that have the same part in these modes, set by set.
fn parts(set: &[usize], of: &[usize], modes: &DataModes) -> Vec<Vec<usize>> {
    let side = |item: usize, mode: usize| modes.item_side[(item, mode)];
    let size = |item: usize| of.iter().map(|&mode| side(item, mode).powi(2)).sum::<f64>();
    let n_items = modes.item_side.nrows();
    let largest = (0..n_items).map(size).fold(0.0, f64::max).sqrt();
    let distance = |a: usize, b: usize| {
        let squares = of
            .iter()
            .map(|&mode| (side(a, mode) - side(b, mode)).powi(2));
        squares.sum::<f64>().sqrt()
    };
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for &item in set {
        let is_alike = |part: &&mut Vec<usize>| distance(part[0], item) <= TELLS_APART * largest;
        match parts.iter_mut().find(is_alike) {
            Some(part) => part.push(item),
            None => parts.push(vec![item]),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;

    #[test]
    fn the_tutorials_levels_split_the_items_as_the_tree_does() {
        let groups = mode_groups(&DataModes::of(&TreeRecipe::default().sample().targets));
        let modes: Vec<_> = groups.iter().map(|group| group.modes.clone()).collect();
        assert_eq!(modes, [vec![0], vec![1], vec![2, 3], vec![4, 5, 6, 7]]);
        assert!(groups[0].splits.is_empty());
        assert_eq!(groups[1].splits, [[vec![0, 1, 2, 3], vec![4, 5, 6, 7]]]);
        assert_eq!(
            groups[2].splits,
            [[vec![0, 1], vec![2, 3]], [vec![4, 5], vec![6, 7]]]
        );
        let pairs = [0, 2, 4, 6].map(|first| [vec![first], vec![first + 1]]);
        assert_eq!(groups[3].splits, pairs);
    }

    #[test]
    fn equal_modes_of_own_data_have_a_split_even_where_no_items_are_together() {
        // Mode 2 tells all four apart; modes 3 and 4 are equally strong.
        let sides = [
            [1.0, 1.0, 1.0, 1.0],
            [3.0, 1.0, -1.0, -3.0],
            [1.0, -1.0, -1.0, 1.0],
            [-1.0, 3.0, -3.0, 1.0],
        ];
        let strengths = [9.0, 5.0, 3.0, 3.0];
        let targets = nalgebra::DMatrix::from_fn(4, 4, |mode, item| {
            let side: [f64; 4] = sides[mode];
            let norm = side.iter().map(|v| v * v).sum::<f64>().sqrt();
            strengths[mode] * side[item] / norm
        });
        let groups = mode_groups(&DataModes::of(&targets).drawn_from_tree(false));
        let modes: Vec<_> = groups.iter().map(|group| group.modes.clone()).collect();
        assert_eq!(modes, [vec![0], vec![1], vec![2, 3]]);
        assert_eq!(groups[2].splits, [[0, 1, 2, 3].map(|item| vec![item])]);
    }

    #[test]
    fn modes_that_the_data_have_nothing_of_are_the_last_group() {
        let mut targets = nalgebra::DMatrix::zeros(5, 3);
        targets[(0, 0)] = 2.0;
        let groups = mode_groups(&DataModes::of(&targets));
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[1].modes, [1, 2]);
    }
}
