//! The branching-diffusion tree that the tutorial's features are drawn from.
//!
//! Nodes are numbered breadth first, the root is node 0, the parent of node j is
//! (j − 1) div branches, and the items are the leaves. For one feature every node draws a sign,
//! −1 with its flip probability; an item's value is the product of the signs from its leaf up to
//! the root. So two items agree the more, the later they branch.

use crate::draw::NumpyRng;

use super::Dataset;

/// The root's flip probability: a feature is as often +1 as −1.
const ROOT_FLIP: f64 = 0.5;

/// Features drawn between two looks at whether they are still wanted.
const STRETCH: usize = 1 << 10;

/// Everything that decides a drawn data set.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeRecipe {
    /// Levels below the root.
    pub levels: usize,
    /// Children of each node.
    pub branches: usize,
    /// Probability that a node below the root flips the sign, 0 … 1.
    pub flip: f64,
    /// Number of features drawn (N).
    pub n_features: usize,
    /// numpy's seed.
    pub seed: u32,
    /// Outputs of numpy's generator that are skipped first: the tutorial seeds once and draws
    /// several data sets in a row.
    pub outputs_before: usize,
}

impl Default for TreeRecipe {
    /// The tutorial's data set.
    fn default() -> Self {
        Self {
            levels: 3,
            branches: 2,
            flip: 0.15,
            n_features: 10_000,
            seed: 2021,
            outputs_before: 0,
        }
    }
}

impl TreeRecipe {
    /// Number of items, `branches^levels`; `usize::MAX` where that overflows.
    pub fn n_items(&self) -> usize {
        saturating_power(self.branches, self.levels)
    }

    /// Number of nodes, root and leaves included; `usize::MAX` where that overflows.
    pub fn n_nodes(&self) -> usize {
        if self.branches < 2 {
            return self.levels.saturating_add(1);
        }
        // With two branches or more, the number of leaves has overflowed before level 64.
        (0..=self.levels.min(usize::BITS as usize))
            .map(|level| saturating_power(self.branches, level))
            .fold(0, usize::saturating_add)
    }

    /// How many outputs of numpy's generator drawing this data set takes: two a node and feature.
    pub fn outputs_used(&self) -> usize {
        let n_signs = self.n_features.saturating_mul(self.n_nodes());
        n_signs.saturating_mul(2)
    }

    /// Draws the data set as the tutorial does: `rand(N, nodes)` row by row, a sign being −1
    /// where its number is not above the flip probability.
    pub fn sample(&self) -> Dataset {
        self.sample_unless(&mut || false).expect("never cancelled")
    }

    /// Samples like [`TreeRecipe::sample`]; `None` if cancelled.
    pub fn sample_unless(&self, is_cancelled: &mut dyn FnMut() -> bool) -> Option<Dataset> {
        let n_nodes = self.n_nodes();
        let n_items = self.n_items();
        let first_leaf = n_nodes - n_items;
        let mut rng = NumpyRng::new(self.seed);
        rng.skip_unless(self.outputs_before, is_cancelled)?;
        let mut sign = vec![1.0; n_nodes];
        let mut targets = nalgebra::DMatrix::zeros(self.n_features, n_items);
        for feature in 0..self.n_features {
            if feature.is_multiple_of(STRETCH) && is_cancelled() {
                return None;
            }
            for node in 0..n_nodes {
                let flip = if node == 0 { ROOT_FLIP } else { self.flip };
                let own = if rng.uniform() > flip { 1.0 } else { -1.0 };
                // Parents come before their children, so their product is already there.
                let above = if node == 0 {
                    1.0
                } else {
                    sign[(node - 1) / self.branches]
                };
                sign[node] = own * above;
            }
            for item in 0..n_items {
                targets[(feature, item)] = sign[first_leaf + item];
            }
        }
        Some(Dataset { targets })
    }

    /// The P singular values to expect of this recipe's N features: those of the population times
    /// sqrt(N), descending. Takes time P³, as [`TreeRecipe::population_singular_values`] does.
    pub fn expected_singular_values(&self) -> Vec<f64> {
        let scale = (self.n_features as f64).sqrt();
        let mut values = self.population_singular_values();
        for value in &mut values {
            *value *= scale;
        }
        values
    }

    /// The singular values of the data as N grows, divided by sqrt(N), descending.
    ///
    /// The values are the square roots of the eigenvalues of the items' correlation matrix, whose
    /// entry for two items that branch k levels above the leaves is (1 − 2·flip)^(2k) (Saxe,
    /// McClelland & Ganguli 2019, "A mathematical theory of semantic development", SI).
    pub fn population_singular_values(&self) -> Vec<f64> {
        let n_items = self.n_items();
        let q = (1.0 - 2.0 * self.flip).powi(2);
        let correlation = nalgebra::DMatrix::from_fn(n_items, n_items, |a, b| {
            let (mut a, mut b, mut height) = (a, b, 0);
            while a != b {
                (a, b, height) = (a / self.branches, b / self.branches, height + 1);
            }
            q.powi(height)
        });
        let mut values: Vec<f64> = correlation
            .symmetric_eigenvalues()
            .iter()
            .map(|lambda| lambda.max(0.0).sqrt())
            .collect();
        values.sort_by(|a, b| b.total_cmp(a));
        values
    }
}

/// `base^exponent`; `usize::MAX` where that overflows.
fn saturating_power(base: usize, exponent: usize) -> usize {
    base.saturating_pow(u32::try_from(exponent).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_absurd_trees_are_known_at_once() {
        for levels in [64, 1 << 32, 1 << 63, usize::MAX] {
            let tree = |branches| TreeRecipe {
                levels,
                branches,
                ..TreeRecipe::default()
            };
            assert_eq!(tree(2).n_items(), usize::MAX);
            assert_eq!(tree(2).outputs_used(), usize::MAX);
            assert_eq!(tree(1).n_items(), 1);
            assert_eq!(tree(1).n_nodes(), levels.saturating_add(1));
        }
    }

    #[test]
    fn items_agree_the_more_the_later_they_branch() {
        let data = TreeRecipe::default().sample();
        let agreement = |a: usize, b: usize| {
            data.targets.column(a).dot(&data.targets.column(b)) / data.targets.nrows() as f64
        };
        let q = 0.49_f64;
        for (b, height) in [(1, 1), (2, 2), (3, 2), (4, 3), (7, 3)] {
            assert!((agreement(0, b) - q.powi(height)).abs() < 0.04);
        }
    }

    #[test]
    fn population_spectrum_of_the_tutorials_tree_is_the_closed_form() {
        let q = 0.49_f64;
        let lambda = [
            1.0 + q + 2.0 * q * q + 4.0 * q.powi(3),
            1.0 + q + 2.0 * q * q - 4.0 * q.powi(3),
            1.0 + q - 2.0 * q * q,
            1.0 + q - 2.0 * q * q,
            1.0 - q,
            1.0 - q,
            1.0 - q,
            1.0 - q,
        ];
        let values = TreeRecipe::default().population_singular_values();
        for (value, lambda) in values.iter().zip(lambda) {
            assert!((value * value - lambda).abs() < 1e-12);
        }
    }

    #[test]
    fn samples_approach_the_population_spectrum() {
        for (levels, branches, flip) in [(2, 3, 0.1), (4, 2, 0.2), (1, 5, 0.3), (3, 2, 0.5)] {
            let recipe = TreeRecipe {
                levels,
                branches,
                flip,
                n_features: 20_000,
                seed: 7,
                outputs_before: 0,
            };
            let n = recipe.n_features as f64;
            let drawn = recipe.sample().targets.singular_values();
            let expected = recipe.expected_singular_values();
            assert_eq!(drawn.len(), expected.len());
            for (drawn, expected) in drawn.iter().zip(expected) {
                assert!((drawn - expected).abs() < 0.05 * n.sqrt());
            }
        }
    }

    #[test]
    fn data_sets_are_drawn_one_after_the_other() {
        let small = TreeRecipe {
            n_features: 50,
            ..TreeRecipe::default()
        };
        let both = TreeRecipe {
            n_features: 100,
            ..TreeRecipe::default()
        };
        let second = TreeRecipe {
            outputs_before: small.outputs_used(),
            ..small.clone()
        };
        let both = both.sample().targets;
        assert_eq!(small.sample().targets, both.rows(0, 50));
        assert_eq!(second.sample().targets, both.rows(50, 50));
    }

    #[test]
    fn every_value_is_a_sign() {
        let data = TreeRecipe::default().sample();
        assert!(data.targets.iter().all(|v| v.abs() == 1.0));
    }
}
