//! The record of a run: every quantity, epoch by epoch.
//!
//! The timing is the tutorial's: loss, similarities and predictions belong to the weights before
//! an epoch's step, modes and the aligned matrix to those after it.

use crate::experiment::Experiment;

/// Memory that the record of one run may take, in bytes.
pub const RECORD_BUDGET: usize = 256 << 20;

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

/// The rows of a run, or of a stretch of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    shape: RowShape,
    epochs: Vec<usize>,
    losses: Vec<f64>,
    modes: Vec<f64>,
    aligned: Vec<f64>,
    similarities: Vec<f64>,
    predictions: Vec<f64>,
}

impl RowShape {
    /// Bytes of one row.
    pub fn bytes(self) -> usize {
        let squares = (1 + self.n_hidden_layers) * self.n_items * self.n_items;
        8 * (2 + self.n_items + squares + self.n_watched)
    }

    /// Every how many epochs a row is kept so that `n_epochs` fit the budget: 1, or the least
    /// power of two, as if a full record had been halved again and again. One row is always kept,
    /// however large it is.
    pub fn stride(self, n_epochs: usize, budget: usize) -> usize {
        let n_rows = |stride: usize| n_epochs.div_ceil(stride);
        let mut stride = 1;
        while n_rows(stride) > 1 && n_rows(stride).saturating_mul(self.bytes()) > budget {
            stride *= 2;
        }
        stride
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

impl Record {
    /// An empty record.
    pub fn new(shape: RowShape) -> Self {
        Self {
            shape,
            epochs: Vec::new(),
            losses: Vec::new(),
            modes: Vec::new(),
            aligned: Vec::new(),
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

    /// `W_tot` in the data's own modes in a row, A = Uᵀ `W_tot` V: P × P, column by column, entry
    /// (α, β) being `u_α`ᵀ `W_tot` `v_β`.
    pub fn aligned(&self, row: usize) -> &[f64] {
        let n = self.shape.n_items * self.shape.n_items;
        &self.aligned[row * n..(row + 1) * n]
    }

    /// The strength of one of the data's modes in a row, `u_α`ᵀ `W_tot` `v_α`.
    pub fn strength(&self, row: usize, mode: usize) -> f64 {
        self.aligned(row)[mode * (self.shape.n_items + 1)]
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
        self.epochs.append(&mut later.epochs);
        self.losses.append(&mut later.losses);
        self.modes.append(&mut later.modes);
        self.aligned.append(&mut later.aligned);
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
        let row = self.open_row(epoch);
        *row.loss = loss;
        row.modes.copy_from_slice(modes);
        row.aligned.copy_from_slice(aligned);
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
        self.aligned.reserve(n * n_items * n_items);
        self.similarities
            .reserve(n * n_hidden_layers * n_items * n_items);
        self.predictions.reserve(n * n_watched);
    }

    /// Opens a row; the caller fills it.
    pub(super) fn open_row(&mut self, epoch: usize) -> Row<'_> {
        let RowShape {
            n_items,
            n_hidden_layers,
            n_watched,
        } = self.shape;
        self.epochs.push(epoch);
        self.losses.push(f64::NAN);
        Row {
            loss: self.losses.last_mut().expect("just pushed"),
            modes: grown(&mut self.modes, n_items),
            aligned: grown(&mut self.aligned, n_items * n_items),
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
        self.aligned.truncate(n * n_items * n_items);
        self.similarities
            .truncate(n * n_hidden_layers * n_items * n_items);
        self.predictions.truncate(n * n_watched);
    }
}

/// One row while it is being written.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) loss: &'a mut f64,
    pub(super) modes: &'a mut [f64],
    pub(super) aligned: &'a mut [f64],
    pub(super) similarities: &'a mut [f64],
    pub(super) predictions: &'a mut [f64],
}

/// The `n` new entries at the end.
fn grown(values: &mut Vec<f64>, n: usize) -> &mut [f64] {
    let start = values.len();
    values.resize(start + n, 0.0);
    &mut values[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: RowShape = RowShape {
        n_items: 2,
        n_hidden_layers: 1,
        n_watched: 1,
    };

    fn filled(epochs: std::ops::Range<usize>) -> Record {
        let mut record = Record::new(SHAPE);
        for epoch in epochs {
            let row = record.open_row(epoch);
            *row.loss = epoch as f64;
            row.modes.fill(epoch as f64 + 0.5);
            row.similarities.fill(-(epoch as f64));
        }
        record
    }

    #[test]
    fn stretches_join_to_the_whole() {
        let mut joined = filled(0..4);
        joined.append(filled(4..9));
        assert_eq!(joined, filled(0..9));
        assert_eq!(joined.similarity(5, 0), [-5.0; 4]);
        assert!((joined.largest_mode() - 8.5).abs() < 1e-15);
    }

    #[test]
    fn dropped_rows_leave_no_trace() {
        let mut record = filled(0..7);
        record.truncate(4);
        assert_eq!(record, filled(0..4));
    }

    #[test]
    fn a_thinned_record_answers_with_the_row_before() {
        let mut record = Record::new(SHAPE);
        for epoch in [0, 4, 8, 9] {
            record.open_row(epoch);
        }
        let rows: Vec<usize> = [0, 3, 4, 7, 8, 9, 50].map(|e| record.row_at(e)).to_vec();
        assert_eq!(rows, [0, 0, 1, 1, 2, 3, 3]);
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

    #[test]
    fn a_row_larger_than_the_budget_is_kept_alone() {
        assert_eq!(SHAPE.stride(250, 1), 256);
        assert_eq!(SHAPE.stride(1, 0), 1);
    }

    #[test]
    fn the_stride_keeps_a_record_within_its_budget() {
        assert_eq!(SHAPE.stride(250, RECORD_BUDGET), 1);
        let large = RowShape {
            n_items: 128,
            n_hidden_layers: 4,
            n_watched: 1,
        };
        let stride = large.stride(100_000, RECORD_BUDGET);
        assert!(stride.is_power_of_two());
        assert!(100_000_usize.div_ceil(stride) * large.bytes() <= RECORD_BUDGET);
        assert!(100_000_usize.div_ceil(stride / 2) * large.bytes() > RECORD_BUDGET);
    }
}
