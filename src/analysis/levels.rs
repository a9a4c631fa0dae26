//! Levels: modes of nearly equal singular values, which a network learns as one.
//!
//! Where items branch like a tree, the modes of one level of the tree have one singular value in
//! the population; in a sample of features theirs differ a little.

use crate::model::DataModes;

/// Singular values within this ratio belong to one level. In the tutorial's data set those of one
/// level lie within a ratio of 1.02, neighbouring levels at least 1.2 apart.
const SAME_LEVEL: f64 = 1.1;

/// Whether modes of these two singular values are nearly equal, so that they are learned as one.
/// A zero is on a level with nothing.
pub fn is_same_level(one: f64, other: f64) -> bool {
    one.max(other) < SAME_LEVEL * one.min(other)
}

/// The data's modes level by level, strongest first. Modes whose singular value is zero are never
/// learned and left out.
pub fn levels(modes: &DataModes) -> Vec<Vec<usize>> {
    let n_modes = modes.singular_values.len();
    grouped(modes, (0..n_modes).filter(|&mode| !modes.is_null(mode)))
}

/// The modes in the order given, neighbours in this order of one level as one group: each is
/// compared with the first of its group.
pub fn grouped(modes: &DataModes, order: impl IntoIterator<Item = usize>) -> Vec<Vec<usize>> {
    let s = &modes.singular_values;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for mode in order {
        match groups.last_mut() {
            Some(group) if is_same_level(s[group[0]], s[mode]) => group.push(mode),
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
