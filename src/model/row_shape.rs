//! How large a row of a record is, and how often a long run has one.
//!
//! The aligned matrix is P × P, and of most rows nothing but its diagonal is asked for, the
//! strengths. So past [`MOST_WHOLE`] items every row has the diagonal, and only some have the whole
//! matrix, for a share of the budget.

use crate::experiment::Experiment;

/// Memory that the record of one run may take, in bytes.
pub const RECORD_BUDGET: usize = 256 << 20;

/// The most items of which every row has the whole aligned matrix.
pub const MOST_WHOLE: usize = 32;

/// Past [`MOST_WHOLE`] items whole aligned matrices take one part in so many of the budget.
const ALIGNED_PART: usize = 8;

/// How large one epoch's row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowShape {
    /// Items, P.
    pub n_items: usize,
    /// Hidden layers, each with an RSM.
    pub n_hidden_layers: usize,
    /// Watched pairs.
    pub n_watched: usize,
}

impl RowShape {
    /// Whether every row has the whole aligned matrix.
    pub fn has_all_aligned(self) -> bool {
        self.n_items <= MOST_WHOLE
    }

    /// Bytes of one row, past [`MOST_WHOLE`] items without a whole aligned matrix.
    pub fn bytes(self) -> usize {
        let square = self.n_items * self.n_items;
        let aligned = if self.has_all_aligned() {
            square
        } else {
            self.n_items
        };
        let similarities = self.n_hidden_layers * square;
        8 * (2 + self.n_items + aligned + similarities + self.n_watched)
    }

    /// Every how many epochs a row is kept so that `n_epochs` fit the budget. Past [`MOST_WHOLE`]
    /// items that is the least number that will do, else the least power of two, so that archives
    /// have the rows that they always had. One row is always kept, however large it is.
    pub fn stride(self, n_epochs: usize, budget: usize) -> usize {
        if !self.has_all_aligned() {
            let most = (budget - budget / ALIGNED_PART) / self.bytes();
            return n_epochs.div_ceil(most.max(1)).max(1);
        }
        let n_rows = |stride: usize| n_epochs.div_ceil(stride);
        let mut stride = 1;
        while n_rows(stride) > 1 && n_rows(stride).saturating_mul(self.bytes()) > budget {
            stride *= 2;
        }
        stride
    }

    /// Every how many epochs the whole aligned matrix is kept, of a run with a row every `stride`
    /// epochs: with every row, or every so many rows, so that those and the last one's fit their
    /// share of the budget. One is always kept.
    pub fn aligned_stride(self, n_epochs: usize, stride: usize, budget: usize) -> usize {
        if self.has_all_aligned() {
            return stride;
        }
        let n_rows = n_epochs.div_ceil(stride);
        let most_but_last = self.most_aligned(budget) - 1;
        stride * n_rows.div_ceil(most_but_last.max(1)).max(1)
    }

    /// The most whole aligned matrices of a record; past [`MOST_WHOLE`] items few.
    pub(super) fn most_aligned(self, budget: usize) -> usize {
        if self.has_all_aligned() {
            return usize::MAX;
        }
        (budget / ALIGNED_PART / (8 * self.n_items * self.n_items)).max(2)
    }
}

impl Experiment {
    /// How large a row of its record is.
    pub fn row_shape(&self) -> RowShape {
        RowShape {
            n_items: self.data.n_items(),
            n_hidden_layers: self.hidden.len(),
            n_watched: self.watched.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: RowShape = RowShape {
        n_items: 2,
        n_hidden_layers: 1,
        n_watched: 1,
    };

    fn of(n_items: usize, n_hidden_layers: usize) -> RowShape {
        RowShape {
            n_items,
            n_hidden_layers,
            n_watched: 1,
        }
    }

    /// How many of `n_epochs` are multiples of a stride or the last.
    fn n_kept(n_epochs: usize, stride: usize) -> usize {
        n_epochs.div_ceil(stride) + usize::from(!(n_epochs - 1).is_multiple_of(stride))
    }

    #[test]
    fn a_row_larger_than_the_budget_is_kept_alone() {
        assert_eq!(SMALL.stride(250, 1), 256);
        assert_eq!(SMALL.stride(1, 0), 1);
        assert_eq!(of(64, 1).stride(250, 1), 250);
        assert_eq!(of(64, 1).stride(1, 0), 1);
        assert_eq!(of(64, 1).aligned_stride(250, 1, 0), 250);
        assert_eq!(of(64, 1).aligned_stride(1, 1, 0), 1);
    }

    #[test]
    fn the_stride_keeps_a_record_within_its_budget() {
        assert_eq!(SMALL.stride(250, RECORD_BUDGET), 1);
        let most = of(32, 4);
        let stride = most.stride(100_000, RECORD_BUDGET);
        assert!(stride.is_power_of_two());
        assert!(100_000_usize.div_ceil(stride) * most.bytes() <= RECORD_BUDGET);
        assert!(100_000_usize.div_ceil(stride / 2) * most.bytes() > RECORD_BUDGET);
        for large in [of(33, 1), of(64, 0), of(128, 4), of(512, 3)] {
            let stride = large.stride(100_000, RECORD_BUDGET);
            let for_rows = RECORD_BUDGET / 8 * 7;
            assert!(100_000_usize.div_ceil(stride) * large.bytes() <= for_rows);
            assert!(
                stride == 1 || 100_000_usize.div_ceil(stride - 1) * large.bytes() > for_rows,
                "{large:?}"
            );
        }
    }

    #[test]
    fn whole_aligned_matrices_keep_to_their_share_and_are_with_rows() {
        for (large, n_epochs) in [(of(33, 1), 1_000_000), (of(64, 1), 250), (of(512, 3), 2001)] {
            let stride = large.stride(n_epochs, RECORD_BUDGET);
            let apart = large.aligned_stride(n_epochs, stride, RECORD_BUDGET);
            assert!(apart.is_multiple_of(stride), "{large:?}");
            let n_bytes = n_kept(n_epochs, apart) * 8 * large.n_items * large.n_items;
            assert!(n_bytes <= RECORD_BUDGET / 8, "{large:?}");
        }
        // A short run has room for all.
        assert_eq!(of(64, 1).aligned_stride(250, 1, RECORD_BUDGET), 1);
        assert_eq!(of(32, 1).aligned_stride(100_000, 8, RECORD_BUDGET), 8);
    }

    #[test]
    fn of_128_items_and_20_000_epochs_more_is_kept_than_626_rows() {
        let shape = of(128, 1);
        let stride = shape.stride(20_000, RECORD_BUDGET);
        let apart = shape.aligned_stride(20_000, stride, RECORD_BUDGET);
        // With the whole matrix in every row it was every 32nd epoch.
        assert_eq!((stride, n_kept(20_000, stride)), (12, 1668));
        assert_eq!((apart, n_kept(20_000, apart)), (84, 240));
    }
}
