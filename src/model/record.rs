//! The record of a run: every quantity, epoch by epoch.
//!
//! The timing is the tutorial's: loss, similarities and predictions belong to the weights before
//! an epoch's step, modes and the aligned matrix to those after it.

use super::aligned_record::{AlignedRecord, grown};

pub use super::aligned_record::Aligned;
pub use super::row_shape::{RECORD_BUDGET, RowShape};

/// The rows of a run, or of a stretch of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    shape: RowShape,
    epochs: Vec<usize>,
    losses: Vec<f64>,
    modes: Vec<f64>,
    aligned: AlignedRecord,
    similarities: Vec<f64>,
    predictions: Vec<f64>,
}

impl Record {
    /// An empty record.
    pub fn new(shape: RowShape) -> Self {
        Self {
            shape,
            epochs: Vec::new(),
            losses: Vec::new(),
            modes: Vec::new(),
            aligned: AlignedRecord::new(shape),
            similarities: Vec::new(),
            predictions: Vec::new(),
        }
    }

    /// How large its rows are.
    pub fn shape(&self) -> RowShape {
        self.shape
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.epochs.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.epochs.is_empty()
    }

    /// The epoch of each row, ascending.
    pub fn epochs(&self) -> &[usize] {
        &self.epochs
    }

    /// The loss of each row.
    pub fn losses(&self) -> &[f64] {
        &self.losses
    }

    /// The row of `epoch`, or the nearest one before it; the first if there is none.
    pub fn row_at(&self, epoch: usize) -> usize {
        self.epochs
            .partition_point(|&e| e <= epoch)
            .saturating_sub(1)
    }

    /// The P singular values of a row, descending.
    ///
    /// # Panics
    /// If there is no such row, as all that ask for a row.
    pub fn modes(&self, row: usize) -> &[f64] {
        let n = self.shape.n_items;
        &self.modes[row * n..(row + 1) * n]
    }

    /// `W_tot` in the data's own modes, A = Uᵀ `W_tot` V: that of a row or, past
    /// [`super::row_shape::MOST_WHOLE`] items, the last before it that is kept whole; `None` if
    /// none is.
    pub fn aligned(&self, row: usize) -> Option<Aligned<'_>> {
        self.aligned.up_to(row)
    }

    /// All that is kept whole of `W_tot` in the data's own modes, row by row.
    pub fn all_aligned(&self) -> impl Iterator<Item = Aligned<'_>> {
        let of_row = |row: usize| self.aligned(row).filter(|aligned| aligned.row == row);
        (0..self.len()).filter_map(of_row)
    }

    /// The strength of one of the data's modes in a row, `u_α`ᵀ `W_tot` `v_α`.
    pub fn strength(&self, row: usize, mode: usize) -> f64 {
        self.aligned.strength(row, mode)
    }

    /// The RSM of a hidden layer in a row, P × P (symmetric).
    pub fn similarity(&self, row: usize, layer: usize) -> &[f64] {
        let n = self.shape.n_items * self.shape.n_items;
        let at = (row * self.shape.n_hidden_layers + layer) * n;
        &self.similarities[at..at + n]
    }

    /// The predictions of the watched pairs in a row.
    pub fn predictions(&self, row: usize) -> &[f64] {
        let n = self.shape.n_watched;
        &self.predictions[row * n..(row + 1) * n]
    }

    /// The largest singular value of the whole record, 0 if there is none.
    pub fn largest_mode(&self) -> f64 {
        self.modes.iter().copied().fold(0.0, f64::max)
    }

    /// The largest entry of a layer's RSM over the whole record, 0 if there is none.
    pub fn largest_similarity(&self, layer: usize) -> f64 {
        (0..self.len())
            .flat_map(|row| self.similarity(row, layer))
            .copied()
            .fold(0.0, f64::max)
    }

    /// Adds the rows of a later stretch of the same run.
    pub fn append(&mut self, mut later: Self) {
        self.take_rows(&mut later);
    }

    /// Whether all that is kept of a row's `W_tot` in the data's modes is finite.
    pub(super) fn is_aligned_finite(&self, row: usize) -> bool {
        self.aligned.is_finite(row)
    }

    /// An empty record with rows of the same shape.
    pub(super) fn like(&self) -> Self {
        Self::new(self.shape)
    }

    /// The modes of all rows, one after the other, to be written.
    pub(super) fn all_modes(&mut self) -> &mut [f64] {
        &mut self.modes
    }

    /// Moves the rows of a later stretch of the same run here; `later` keeps its room.
    pub(super) fn take_rows(&mut self, later: &mut Self) {
        debug_assert_eq!(self.shape, later.shape, "rows of one run have one shape");
        self.aligned.take(&mut later.aligned, self.epochs.len());
        self.epochs.append(&mut later.epochs);
        self.losses.append(&mut later.losses);
        self.modes.append(&mut later.modes);
        self.similarities.append(&mut later.similarities);
        self.predictions.append(&mut later.predictions);
    }

    /// Adds a row that was recorded elsewhere: the epoch after those before, the loss, the P modes,
    /// the P × P aligned matrix by columns, the P × P RSMs one after the other, and the watched
    /// predictions.
    pub fn push_row(
        &mut self,
        epoch: usize,
        loss: f64,
        modes: &[f64],
        aligned: &[f64],
        similarities: &[f64],
        predictions: &[f64],
    ) {
        let is_whole = aligned.len() == self.shape.n_items * self.shape.n_items;
        let row = self.open_row(epoch, is_whole);
        *row.loss = loss;
        row.modes.copy_from_slice(modes);
        let step = if is_whole { modes.len() + 1 } else { 1 };
        for (mode, strength) in row.strengths.iter_mut().enumerate() {
            *strength = aligned[mode * step];
        }
        if !row.aligned.is_empty() {
            row.aligned.copy_from_slice(aligned);
        }
        row.similarities.copy_from_slice(similarities);
        row.predictions.copy_from_slice(predictions);
    }

    /// Makes room for `n` more rows at once. A run's rows stay within [`RECORD_BUDGET`].
    pub fn reserve(&mut self, n: usize) {
        let RowShape {
            n_items,
            n_hidden_layers,
            n_watched,
        } = self.shape;
        self.epochs.reserve(n);
        self.losses.reserve(n);
        self.modes.reserve(n * n_items);
        self.aligned.reserve(n, self.shape);
        self.similarities
            .reserve(n * n_hidden_layers * n_items * n_items);
        self.predictions.reserve(n * n_watched);
    }

    /// Opens a row, with a whole aligned matrix or, past [`super::row_shape::MOST_WHOLE`] items,
    /// without one; the caller fills it.
    pub(super) fn open_row(&mut self, epoch: usize, is_whole: bool) -> Row<'_> {
        let RowShape {
            n_items,
            n_hidden_layers,
            n_watched,
        } = self.shape;
        let (strengths, aligned) = self.aligned.open_row(self.epochs.len(), is_whole);
        self.epochs.push(epoch);
        self.losses.push(f64::NAN);
        Row {
            loss: self.losses.last_mut().expect("just pushed"),
            modes: grown(&mut self.modes, n_items),
            strengths,
            aligned,
            similarities: grown(&mut self.similarities, n_hidden_layers * n_items * n_items),
            predictions: grown(&mut self.predictions, n_watched),
        }
    }

    /// Removes all rows but the first `n`.
    pub(super) fn truncate(&mut self, n: usize) {
        let RowShape {
            n_items,
            n_hidden_layers,
            n_watched,
        } = self.shape;
        self.epochs.truncate(n);
        self.losses.truncate(n);
        self.modes.truncate(n * n_items);
        self.aligned.truncate(n);
        self.similarities
            .truncate(n * n_hidden_layers * n_items * n_items);
        self.predictions.truncate(n * n_watched);
    }
}

/// One row while it is being written: `strengths` is empty where every row has the whole aligned
/// matrix, `aligned` where this one has not.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) loss: &'a mut f64,
    pub(super) modes: &'a mut [f64],
    pub(super) strengths: &'a mut [f64],
    pub(super) aligned: &'a mut [f64],
    pub(super) similarities: &'a mut [f64],
    pub(super) predictions: &'a mut [f64],
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: RowShape = RowShape {
        n_items: 2,
        n_hidden_layers: 1,
        n_watched: 1,
    };

    /// More items than of whose aligned matrix every row has all.
    const MANY: RowShape = RowShape {
        n_items: 33,
        n_hidden_layers: 0,
        n_watched: 0,
    };

    /// Rows that have a whole aligned matrix every three epochs.
    fn filled(shape: RowShape, epochs: std::ops::Range<usize>) -> Record {
        let mut record = Record::new(shape);
        for epoch in epochs {
            let row = record.open_row(epoch, epoch.is_multiple_of(3));
            *row.loss = epoch as f64;
            row.modes.fill(epoch as f64 + 0.5);
            row.strengths.fill(epoch as f64);
            row.aligned.fill(epoch as f64);
            row.similarities.fill(-(epoch as f64));
        }
        record
    }

    #[test]
    fn stretches_join_to_the_whole() {
        for shape in [SHAPE, MANY] {
            let mut joined = filled(shape, 0..4);
            joined.append(filled(shape, 4..5));
            joined.append(filled(shape, 5..9));
            assert_eq!(joined, filled(shape, 0..9));
            assert!((joined.largest_mode() - 8.5).abs() < 1e-15);
        }
        assert_eq!(filled(SHAPE, 0..9).similarity(5, 0), [-5.0; 4]);
    }

    #[test]
    fn dropped_rows_leave_no_trace() {
        for shape in [SHAPE, MANY] {
            for n in 0..7 {
                let mut record = filled(shape, 0..7);
                record.truncate(n);
                assert_eq!(record, filled(shape, 0..n));
            }
        }
    }

    #[test]
    fn a_thinned_record_answers_with_the_row_before() {
        let mut record = Record::new(SHAPE);
        for epoch in [0, 4, 8, 9] {
            record.open_row(epoch, true);
        }
        let rows: Vec<usize> = [0, 3, 4, 7, 8, 9, 50].map(|e| record.row_at(e)).to_vec();
        assert_eq!(rows, [0, 0, 1, 1, 2, 3, 3]);
    }

    #[test]
    fn past_32_items_a_row_without_its_aligned_matrix_answers_with_the_one_before() {
        let rows_of = |record: &Record| -> Vec<Option<usize>> {
            let rows = 0..record.len();
            rows.map(|row| record.aligned(row).map(|aligned| aligned.row))
                .collect()
        };
        let many = filled(MANY, 0..7);
        assert_eq!(rows_of(&many), [0, 0, 0, 3, 3, 3, 6].map(Some));
        let kept: Vec<_> = many.all_aligned().map(|aligned| aligned.row).collect();
        assert_eq!(kept, [0, 3, 6]);
        assert_eq!(many.aligned(5).unwrap().matrix, [3.0; 33 * 33]);
        assert_eq!(many.strength(5, 32).to_bits(), 5.0_f64.to_bits());
        // A later stretch of a run begins without one.
        assert_eq!(rows_of(&filled(MANY, 4..7)), [None, None, Some(2)]);
        let few = filled(SHAPE, 0..4);
        assert_eq!(rows_of(&few), [0, 1, 2, 3].map(Some));
        assert_eq!(few.aligned(1).unwrap().matrix, [1.0; 4]);
        assert_eq!(few.all_aligned().count(), 4);
    }

    #[test]
    fn a_row_from_elsewhere_has_the_diagonal_of_its_aligned_matrix() {
        let whole: Vec<f64> = (0..33 * 33).map(f64::from).collect();
        let diagonal: Vec<f64> = whole.iter().copied().step_by(34).collect();
        let mut record = Record::new(MANY);
        record.push_row(0, 1.0, &[1.0; 33], &whole, &[], &[]);
        record.push_row(1, 1.0, &[1.0; 33], &diagonal, &[], &[]);
        for (mode, expected) in diagonal.iter().enumerate() {
            for row in 0..2 {
                assert_eq!(record.strength(row, mode).to_bits(), expected.to_bits());
            }
        }
        assert_eq!(record.all_aligned().count(), 1);
        assert!(record.is_aligned_finite(0) && record.is_aligned_finite(1));
        record.push_row(2, 1.0, &[1.0; 33], &[f64::NAN; 33], &[], &[]);
        assert!(!record.is_aligned_finite(2));
    }

    #[test]
    fn the_largest_run_that_is_allowed_keeps_to_the_budget() {
        use crate::data::MAX_ITEMS;
        use crate::experiment::validity::{MAX_EPOCHS, MAX_HIDDEN_LAYERS, MAX_WATCHED};
        let largest = RowShape {
            n_items: MAX_ITEMS,
            n_hidden_layers: MAX_HIDDEN_LAYERS,
            n_watched: MAX_WATCHED,
        };
        let stride = largest.stride(MAX_EPOCHS, RECORD_BUDGET);
        // A run reserves one row more than its stride says.
        let n_rows = MAX_EPOCHS.div_ceil(stride) + 1;
        assert!(n_rows > 10, "{n_rows} rows show nothing");
        let mut record = Record::new(largest);
        record.reserve(n_rows);
        let values = [
            record.modes.capacity(),
            record.aligned.capacity(),
            record.similarities.capacity(),
            record.predictions.capacity(),
        ];
        let n_bytes = 8 * values.iter().sum::<usize>();
        assert!(n_bytes <= RECORD_BUDGET + largest.bytes(), "{n_bytes}");
    }
}
