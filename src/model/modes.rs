//! The data's own modes: Y = U S Vᵀ, features side U, item side V.
//!
//! A mode is what the network learns as one: mode 1 what all items share, then the splits of the
//! tree. Which split a mode is, is told by the signs of its item side, never by its number.

use nalgebra::DMatrix;

/// Below this share of an item side's largest entry, an item takes no part in the split.
const TAKES_PART: f64 = 0.25;

/// A mode of at most this share of the largest singular value is nothing of the data.
const NULL: f64 = 1e-9;

/// The singular value decomposition of the targets, or of anything with the same Gram matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct DataModes {
    /// The P singular values, descending.
    pub singular_values: Vec<f64>,
    /// V, P × P: column α is mode α's item side, its largest entry positive.
    pub item_side: DMatrix<f64>,
    /// U, rows × P: column α is mode α's features side; zero for null modes.
    pub(crate) feature_side: DMatrix<f64>,
    /// Whether the targets are drawn from a tree, so that singular values of one of its levels are
    /// equal but for the draw. Of other data, only equal ones belong together.
    pub is_of_tree: bool,
}

/// The split of the items that a mode makes, by their indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Items on the positive side.
    pub positive: Vec<usize>,
    /// Items on the negative side; empty when all that take part agree.
    pub negative: Vec<usize>,
}

/// The meaning of a mode for the items, read from its singular value and the signs of its item
/// side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing: its singular value is zero.
    Nothing,
    /// Shared by all items: every item takes part with the same sign.
    Shared,
    /// A split of the items: one side from the other, or from the rest if the other is empty.
    Split(Split),
}

impl DataModes {
    /// Decomposes targets (rows × P, rows at will) that are drawn from a tree.
    pub fn of(targets: &DMatrix<f64>) -> Self {
        let n_items = targets.ncols();
        // The P × P factor has the same values and item side, and is square whatever N is.
        let padded = targets
            .clone()
            .resize_vertically(targets.nrows().max(n_items), 0.0);
        let svd = padded.qr().r().svd(false, true);
        let v_t = svd.v_t.as_ref().expect("the item side was asked for");
        let mut order: Vec<usize> = (0..n_items).collect();
        order.sort_by(|&a, &b| svd.singular_values[b].total_cmp(&svd.singular_values[a]));
        let singular_values: Vec<f64> = order.iter().map(|&a| svd.singular_values[a]).collect();
        let mut item_side = DMatrix::zeros(n_items, n_items);
        for (mode, &row) in order.iter().enumerate() {
            let side = v_t.row(row).transpose();
            item_side.set_column(mode, &(&side * sign(side.as_slice())));
        }
        let mut modes = Self {
            singular_values,
            item_side,
            feature_side: DMatrix::zeros(0, n_items),
            is_of_tree: true,
        };
        modes.feature_side = modes.feature_side_of(targets);
        modes
    }

    /// The same, told whether the targets are drawn from a tree.
    #[must_use]
    pub fn drawn_from_tree(self, is_of_tree: bool) -> Self {
        Self { is_of_tree, ..self }
    }

    /// The rows of U for the features whose targets these are (rows × P), Y V / S; zero for null
    /// modes.
    pub fn feature_side_of(&self, targets: &DMatrix<f64>) -> DMatrix<f64> {
        let mut side = targets * &self.item_side;
        for (mode, &s) in self.singular_values.iter().enumerate() {
            let scale = if self.is_null(mode) { 0.0 } else { 1.0 / s };
            side.column_mut(mode).scale_mut(scale);
        }
        side
    }

    /// A = Uᵀ W V (P × P, column by column), W having the targets' shape: entry (α, β) is
    /// `u_α`ᵀ W `v_β`, how far mode β's items are taken for mode α's features.
    pub fn aligned(&self, total: &DMatrix<f64>, out: &mut [f64]) {
        let aligned = self.feature_side.tr_mul(total) * &self.item_side;
        out.copy_from_slice(aligned.as_slice());
    }

    /// The split that a mode makes.
    pub fn split(&self, mode: usize) -> Split {
        let side = self.item_side.column(mode);
        let threshold = TAKES_PART * side.amax();
        let where_sign = |sign: f64| {
            (0..side.len())
                .filter(|&item| side[item] * sign > threshold)
                .collect()
        };
        Split {
            positive: where_sign(1.0),
            negative: where_sign(-1.0),
        }
    }

    /// Whether the data have nothing of a mode: its singular value is zero but for rounding, as of
    /// those beyond the rank. Its item side then is any direction that was left.
    pub fn is_null(&self, mode: usize) -> bool {
        is_null(self.singular_values[mode], self.singular_values[0])
    }

    /// The meaning of a mode for the items.
    pub fn meaning(&self, mode: usize) -> Meaning {
        if self.is_null(mode) {
            return Meaning::Nothing;
        }
        let split = self.split(mode);
        let is_of_all = split.positive.len() == self.singular_values.len();
        if is_of_all && self.singular_values.len() > 1 {
            Meaning::Shared
        } else {
            Meaning::Split(split)
        }
    }

    /// The rank of the data: how many modes are not null.
    pub fn rank(&self) -> usize {
        let n_modes = self.singular_values.len();
        (0..n_modes).filter(|&mode| !self.is_null(mode)).count()
    }

    /// The largest learning rate at which the solution is stable, for balanced layers.
    ///
    /// Near the solution a mode's error is multiplied each epoch by 1 − step_size·L·s^(2−2/L) with
    /// step_size = 2·lr/(N·P), the linearisation of a ← a + step_size·L·a^(2−2/L)·(s − a). That
    /// leaves (−1, 1) at lr = N·P / (L·s^(2−2/L)), which is N·P/(2·s) for one hidden layer.
    pub fn stability_limit(&self, n_features: usize, n_layers: usize) -> f64 {
        let entries = (n_features * self.singular_values.len()) as f64;
        let layers = n_layers as f64;
        entries / (layers * self.singular_values[0].powf(2.0 - 2.0 / layers))
    }
}

/// Whether a singular value is zero but for rounding, beside the largest.
pub fn is_null(singular_value: f64, largest: f64) -> bool {
    singular_value <= NULL * largest
}

/// The sign that makes the entry of largest size positive; ties go to the first.
fn sign(side: &[f64]) -> f64 {
    let largest = side.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
    side.iter()
        .find(|v| v.abs() > 0.9 * largest)
        .map_or(1.0, |v| v.signum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;

    fn notebook() -> DataModes {
        DataModes::of(&TreeRecipe::default().sample().targets)
    }

    #[test]
    fn modes_recompose_the_targets() {
        let targets = TreeRecipe::default().sample().targets;
        let modes = DataModes::of(&targets);
        let s = DMatrix::from_diagonal(&modes.singular_values.clone().into());
        let recomposed = &modes.feature_side * s * modes.item_side.transpose();
        assert!((recomposed - &targets).amax() < 1e-10);
        let mut own = vec![0.0; 64];
        modes.aligned(&targets, &mut own);
        for (entry, a) in own.iter().enumerate() {
            let (row, col) = (entry % 8, entry / 8);
            let expected = if row == col {
                modes.singular_values[row]
            } else {
                0.0
            };
            assert!((a - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn the_first_modes_are_the_tutorials_splits() {
        let modes = notebook();
        let all: Vec<usize> = (0..8).collect();
        assert_eq!(modes.split(0).positive, all);
        assert!(modes.split(0).negative.is_empty());
        let mut sides = [modes.split(1).positive, modes.split(1).negative];
        sides.sort();
        assert_eq!(sides, [vec![0, 1, 2, 3], vec![4, 5, 6, 7]]);
    }

    #[test]
    fn the_first_mode_is_shared_and_one_beyond_the_rank_is_nothing() {
        let modes = notebook();
        assert_eq!(modes.meaning(0), Meaning::Shared);
        assert_eq!(modes.meaning(1), Meaning::Split(modes.split(1)));
        let targets = DMatrix::from_row_slice(2, 3, &[1.0, 1.0, 1.0, 1.0, -1.0, 0.0]);
        let modes = DataModes::of(&targets);
        assert_eq!(modes.meaning(0), Meaning::Shared);
        assert!(matches!(modes.meaning(1), Meaning::Split(_)));
        assert_eq!(modes.meaning(2), Meaning::Nothing);
        let nothing = DataModes::of(&DMatrix::zeros(2, 3));
        assert_eq!(nothing.meaning(0), Meaning::Nothing);
    }

    #[test]
    fn modes_beyond_the_rank_are_null() {
        assert_eq!(notebook().rank(), 8);
        let targets = DMatrix::from_row_slice(2, 3, &[1.0, 1.0, 1.0, 1.0, -1.0, 0.0]);
        let modes = DataModes::of(&targets);
        assert_eq!(modes.rank(), 2);
        assert!(!modes.is_null(1) && modes.is_null(2));
        assert_eq!(modes.feature_side.column(2).amax(), 0.0);
        assert_eq!(DataModes::of(&DMatrix::zeros(2, 3)).rank(), 0);
    }

    #[test]
    fn the_stability_limit_is_the_measured_one() {
        assert!((notebook().stability_limit(10_000, 2) - 253.6).abs() < 0.1);
    }

    #[test]
    fn fewer_features_than_items_still_have_modes() {
        let targets = DMatrix::from_row_slice(1, 3, &[1.0, -1.0, 1.0]);
        let modes = DataModes::of(&targets);
        assert!((modes.singular_values[0] - 3.0_f64.sqrt()).abs() < 1e-12);
        assert!(modes.singular_values[1] < 1e-12);
    }
}
