//! Levels: modes of nearly equal singular values, which a network learns as one.
//!
//! Where items branch like a tree, the modes of one level of the tree have one singular value in
//! the population; in a sample of features theirs differ a little. Other data have no levels to
//! look for: there, only modes whose singular values are all but equal are taken together.

use crate::model::DataModes;

/// Singular values within this ratio belong to one level. In the tutorial's data set those of one
/// level lie within a ratio of 1.02, neighbouring levels at least 1.2 apart.
const SAME_LEVEL: f64 = 1.1;

/// Singular values of data that are not drawn from a tree belong together within this ratio, that
/// is if they differ by less than 1 %.
const EQUAL: f64 = 1.01;

/// Whether two singular values are within a ratio. A zero is near nothing.
fn is_within(ratio: f64, one: f64, other: f64) -> bool {
    one.max(other) < ratio * one.min(other)
}

/// The data's modes level by level, strongest first. Modes whose singular value is zero are never
/// learned and left out.
pub fn levels(modes: &DataModes) -> Vec<Vec<usize>> {
    grouped(modes, strong(modes))
}

/// The level of each mode, from 0 for the strongest; none of a null mode.
pub fn level_of_each(modes: &DataModes) -> Vec<Option<usize>> {
    let mut of_each = vec![None; modes.singular_values.len()];
    for (level, group) in levels(modes).into_iter().enumerate() {
        for mode in group {
            of_each[mode] = Some(level);
        }
    }
    of_each
}

/// The data's modes, strongest first, those of nearly equal singular values together whatever the
/// data are: their nets compete while they grow.
pub(super) fn competing(modes: &DataModes) -> Vec<Vec<usize>> {
    grouped_within(SAME_LEVEL, modes, strong(modes))
}

/// The modes that are not null.
fn strong(modes: &DataModes) -> impl Iterator<Item = usize> {
    (0..modes.singular_values.len()).filter(|&mode| !modes.is_null(mode))
}

/// The modes in the order given, neighbours in this order of one level as one group: each is
/// compared with the first of its group.
pub fn grouped(modes: &DataModes, order: impl IntoIterator<Item = usize>) -> Vec<Vec<usize>> {
    let ratio = if modes.is_of_tree { SAME_LEVEL } else { EQUAL };
    grouped_within(ratio, modes, order)
}

fn grouped_within(
    ratio: f64,
    modes: &DataModes,
    order: impl IntoIterator<Item = usize>,
) -> Vec<Vec<usize>> {
    let s = &modes.singular_values;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for mode in order {
        match groups.last_mut() {
            Some(group) if is_within(ratio, s[group[0]], s[mode]) => group.push(mode),
            _ => groups.push(vec![mode]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use nalgebra::DMatrix;

    use super::*;
    use crate::data::TreeRecipe;

    fn of(singular_values: &[f64]) -> DataModes {
        DataModes::of(&DMatrix::from_diagonal(&singular_values.to_vec().into()))
    }

    fn is_same_level(one: f64, other: f64) -> bool {
        is_within(SAME_LEVEL, one, other)
    }

    #[test]
    fn nearly_equal_singular_values_are_one_level() {
        assert!(is_same_level(100.0, 109.0) && is_same_level(109.0, 100.0));
        assert!(!is_same_level(100.0, 110.5) && !is_same_level(110.5, 100.0));
        assert!(!is_same_level(100.0, 0.0) && !is_same_level(0.0, 0.0));
    }

    #[test]
    fn the_tutorials_levels_are_far_from_the_threshold() {
        let modes = DataModes::of(&TreeRecipe::default().sample().targets);
        let levels = levels(&modes);
        assert_eq!(levels, [vec![0], vec![1], vec![2, 3], vec![4, 5, 6, 7]]);
        let s = |mode: usize| modes.singular_values[mode];
        for level in &levels {
            assert!(s(level[0]) / s(level[level.len() - 1]) < 1.02);
        }
        for pair in levels.windows(2) {
            assert!(s(pair[0][pair[0].len() - 1]) / s(pair[1][0]) > 1.2);
        }
    }

    #[test]
    fn a_level_is_as_wide_as_the_threshold_and_no_wider() {
        // Each is within the threshold of the one before, the last is not of the first.
        assert_eq!(levels(&of(&[1.15, 1.08, 1.0])), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn modes_of_own_data_are_together_only_if_they_differ_by_less_than_a_hundredth() {
        let own = of(&[5.25, 4.83, 4.69, 4.48, 2.0, 1.99]).drawn_from_tree(false);
        let apart = [vec![0], vec![1], vec![2], vec![3], vec![4, 5]];
        assert_eq!(levels(&own), apart);
        assert_eq!(level_of_each(&own)[3..], [3, 4, 4].map(Some));
        assert_eq!(competing(&own), [vec![0, 1], vec![2, 3], vec![4, 5]]);
        let tree = of(&[5.25, 4.83, 4.69, 4.48, 2.0, 1.99]);
        assert_eq!(levels(&tree), competing(&tree));
    }

    #[test]
    fn modes_without_strength_are_on_no_level() {
        assert_eq!(levels(&of(&[3.0, 1.0, 0.0, 0.0])), [[0], [1]]);
        assert_eq!(levels(&of(&[0.0, 0.0])), [[0; 0]; 0]);
    }

    #[test]
    fn groups_follow_the_order_given() {
        let modes = of(&[5.0, 2.0, 1.95]);
        assert_eq!(grouped(&modes, [2, 1, 0]), [vec![2, 1], vec![0]]);
        assert_eq!(grouped(&modes, [2, 0, 1]), [[2], [0], [1]]);
    }
}
