//! Illusory correlations: false beliefs that a network holds for a while though it was never taught
//! them.
//!
//! A user feature f is learned mode by mode, so its prediction for item i passes through
//! plateaus that are partial sums over the modes learned so far, Σ_α (v_α·f)·(a_α/s_α)·v_iα
//! (Saxe, McClelland & Ganguli 2019, "A mathematical theory of semantic development"). A plateau
//! may have the wrong sign: the network believes that sharks have bones, as the other fish do.

use super::levels::levels;
use crate::model::DataModes;

/// A prediction counts as a belief beyond this.
pub const BELIEF: f64 = 0.1;

/// How one prediction went over a run: its target, its illusion if it had one, and its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Belief {
    /// The value that is taught.
    pub target: f64,
    /// While it was wrong: of the other sign, and beyond [`BELIEF`].
    pub illusion: Option<Illusion>,
    /// The first and the last epoch of each time in which it was wrong throughout, ascending.
    pub episodes: Vec<[usize; 2]>,
    /// The last prediction.
    pub end: f64,
}

/// A belief of the wrong sign, from its first episode to its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Illusion {
    /// The first epoch of the belief.
    pub from: usize,
    /// The last epoch of the belief.
    pub to: usize,
    /// The epoch at which it was strongest.
    pub peak_epoch: usize,
    /// The prediction then.
    pub peak: f64,
}

/// One plateau that is foreseen before training.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderStep {
    /// The modes learned with it: those of about the same singular value.
    pub modes: Vec<usize>,
    /// The prediction once they are learned.
    pub height: f64,
}

/// Reads a prediction's curve: `epochs` and `predictions` of the same length, and the target.
///
/// # Panics
/// If there are fewer epochs than predictions and a prediction is wrong.
pub fn belief(epochs: &[usize], predictions: &[f64], target: f64) -> Belief {
    let wrongness = |value: f64| -value * target.signum();
    let wrong: Vec<usize> = (0..predictions.len())
        .filter(|&row| target != 0.0 && wrongness(predictions[row]) > BELIEF)
        .collect();
    let illusion = wrong.first().zip(wrong.last()).map(|(&first, &last)| {
        let by_wrongness = |a: &&usize, b: &&usize| {
            wrongness(predictions[**a]).total_cmp(&wrongness(predictions[**b]))
        };
        let peak = wrong.iter().max_by(by_wrongness).copied().unwrap_or(first);
        Illusion {
            from: epochs[first],
            to: epochs[last],
            peak_epoch: epochs[peak],
            peak: predictions[peak],
        }
    });
    let episodes = wrong.chunk_by(|row, next| row + 1 == *next);
    Belief {
        target,
        illusion,
        episodes: episodes
            .map(|rows| [epochs[rows[0]], epochs[rows[rows.len() - 1]]])
            .collect(),
        end: predictions.last().copied().unwrap_or(0.0),
    }
}

/// The plateaus of the prediction for `item` of a feature with these `values`, in the order in
/// which they are reached.
pub fn ladder(modes: &DataModes, values: &[f64], item: usize) -> Vec<LadderStep> {
    ladder_over(levels(modes), modes, values, item)
}

/// The plateaus as [`ladder`] has them, where the modes are learned in these `groups`, one after
/// the other.
pub fn ladder_over(
    groups: impl IntoIterator<Item = Vec<usize>>,
    modes: &DataModes,
    values: &[f64],
    item: usize,
) -> Vec<LadderStep> {
    let mut height = 0.0;
    groups
        .into_iter()
        .map(|group| {
            for &mode in &group {
                let side = modes.item_side.column(mode);
                let share: f64 = side.iter().zip(values).map(|(v, f)| v * f).sum();
                height += share * side[item];
            }
            LadderStep {
                modes: group,
                height,
            }
        })
        .collect()
}

/// The most items for which every table is tried.
pub const MOST_ITEMS: usize = 14;

/// A table of one ±1 feature and the item for which it misleads the network most.
#[derive(Clone, Debug, PartialEq)]
pub struct Strongest {
    /// The feature's value for each item.
    pub values: Vec<f64>,
    /// The item.
    pub item: usize,
    /// The plateau of the wrong sign.
    pub height: f64,
}

/// The table, of all 2^P, with the largest plateau of the wrong sign; none if no table misleads,
/// or if there are more than [`MOST_ITEMS`] items.
pub fn strongest(modes: &DataModes) -> Option<Strongest> {
    let n = modes.singular_values.len();
    if n > MOST_ITEMS {
        return None;
    }
    // Partial sums of v_α v_αᵀ, one for each plateau.
    let mut so_far = nalgebra::DMatrix::zeros(n, n);
    let mut plateaus = Vec::new();
    for group in levels(modes) {
        for mode in group {
            let side = modes.item_side.column(mode);
            so_far += side * side.transpose();
        }
        plateaus.push(so_far.clone());
    }
    let mut best: Option<(f64, u32, usize)> = None;
    // A table and its opposite mislead alike, so the last item's sign is fixed.
    for table in 0..1_u32 << (n - 1) {
        let sign = |item: usize| if table >> item & 1 == 1 { -1.0 } else { 1.0 };
        for projector in &plateaus {
            for item in 0..n {
                let height: f64 = (0..n)
                    .map(|other| projector[(item, other)] * sign(other))
                    .sum();
                let wrongness = -height * sign(item);
                if wrongness > best.map_or(BELIEF, |(most, ..)| most + 1e-9) {
                    best = Some((wrongness, table, item));
                }
            }
        }
    }
    best.map(|(wrongness, table, item)| {
        let values: Vec<f64> = (0..n)
            .map(|i| if table >> i & 1 == 1 { -1.0 } else { 1.0 })
            .collect();
        let height = -wrongness * values[item];
        Strongest {
            values,
            item,
            height,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;

    /// The tree's ideal modes: those of its population.
    fn ideal() -> DataModes {
        // Every sign pattern of the tree's Haar basis, weighted by its level.
        let q: f64 = 0.49;
        let correlation = nalgebra::DMatrix::from_fn(8, 8, |a: usize, b: usize| {
            let (mut a, mut b, mut height) = (a, b, 0);
            while a != b {
                (a, b, height) = (a / 2, b / 2, height + 1);
            }
            q.powi(height)
        });
        let root = correlation.symmetric_eigen();
        let scaled = nalgebra::DMatrix::from_diagonal(&root.eigenvalues.map(f64::sqrt))
            * root.eigenvectors.transpose();
        DataModes::of(&scaled)
    }

    const SHARK: [f64; 8] = [-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0];
    const PARROT: [f64; 8] = [1.0, 1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0];

    fn heights(values: &[f64], item: usize) -> Vec<f64> {
        ladder(&ideal(), values, item)
            .iter()
            .map(|step| step.height)
            .collect()
    }

    #[test]
    fn the_ladders_are_sciences() {
        for (values, item, expected) in [
            (SHARK, 0, [-0.25, 0.5, 0.0, -1.0]),
            (PARROT, 3, [0.75, 0.5, 0.0, -1.0]),
        ] {
            for (height, expected) in heights(&values, item).iter().zip(expected) {
                assert!((height - expected).abs() < 1e-9, "{height} {expected}");
            }
        }
    }

    #[test]
    fn the_strongest_illusion_is_a_single_exception() {
        let strongest = strongest(&ideal()).unwrap();
        assert!(
            (strongest.height.abs() - 0.75).abs() < 1e-9,
            "{strongest:?}"
        );
        let own = strongest.values[strongest.item];
        let n_alike = strongest.values.iter().filter(|&&v| v == own).count();
        assert_eq!(n_alike, 1, "{strongest:?}");
        assert!(strongest.height * own < 0.0);
    }

    #[test]
    fn the_last_plateau_is_the_truth() {
        let data = TreeRecipe::default().sample();
        let modes = DataModes::of(&data.targets);
        for (item, target) in SHARK.iter().enumerate() {
            let last = ladder(&modes, &SHARK, item).pop().unwrap().height;
            assert!((last - target).abs() < 1e-9);
        }
    }

    #[test]
    fn a_belief_is_wrong_only_beyond_a_tenth_and_of_the_wrong_sign() {
        let epochs: Vec<usize> = (0..6).collect();
        let belief = belief(&epochs, &[0.0, 0.05, 0.3, 0.5, 0.2, -0.9], -1.0);
        assert_eq!(
            belief.illusion,
            Some(Illusion {
                from: 2,
                to: 4,
                peak_epoch: 3,
                peak: 0.5
            })
        );
        assert!((belief.end + 0.9).abs() < 1e-15);
    }

    #[test]
    fn a_belief_that_was_right_in_between_has_an_episode_for_each_time() {
        let epochs = [0, 2, 4, 6, 8, 10];
        let belief = belief(&epochs, &[0.5, 0.4, -0.5, 0.9, 0.0, 0.2], -1.0);
        assert_eq!(belief.episodes, [[0, 2], [6, 6], [10, 10]]);
        let illusion = belief.illusion.unwrap();
        assert_eq!((illusion.from, illusion.to), (0, 10));
    }

    #[test]
    fn no_illusion_is_told_where_there_is_none() {
        let epochs = [0, 1, 2];
        assert_eq!(belief(&epochs, &[0.0, 0.5, 1.0], 1.0).illusion, None);
        assert_eq!(belief(&epochs, &[0.0, 0.09, -1.0], -1.0).illusion, None);
        assert_eq!(belief(&epochs, &[0.0, 5.0, -5.0], 0.0).illusion, None);
        assert_eq!(belief(&[], &[], -1.0).illusion, None);
    }
}
