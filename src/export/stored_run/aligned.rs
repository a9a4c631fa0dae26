//! `W_tot` in the data's modes as an archive holds it: a matrix for every row or, past 32 items,
//! its diagonal for every row and a matrix for some.

use super::error::StoredRunError;
use super::run_archive::RunArchive;
use crate::export::run_npz::turned;
use crate::model::record::RowShape;

/// The diagonals and the matrices, the latter in C order.
pub(super) struct AlignedArrays {
    n_items: usize,
    /// The diagonal for each row; empty where every row has a matrix.
    strengths: Vec<f64>,
    /// The matrix of each row that has one.
    at: Vec<Option<usize>>,
    matrices: Vec<f64>,
}

impl AlignedArrays {
    /// Reads what there is for the rows of these epochs; without any it is zero.
    ///
    /// # Errors
    /// An array that is missing beside the others, damaged or of another shape.
    pub(super) fn read(
        file: &mut RunArchive<'_>,
        epochs: &[usize],
        shape: RowShape,
    ) -> Result<Self, StoredRunError> {
        let (n, p) = (epochs.len() as u64, shape.n_items as u64);
        if !shape.has_all_aligned() && file.archive.has(EPOCHS) {
            return Self::of_some(file, epochs, p);
        }
        let n_items = shape.n_items;
        if !file.archive.has("aligned") && !shape.has_all_aligned() {
            file.budget.spend_on("modes", &[n, p], n.checked_mul(p))?;
            return Ok(Self {
                n_items,
                strengths: vec![0.0; epochs.len() * n_items],
                at: vec![None; epochs.len()],
                matrices: Vec::new(),
            });
        }
        let matrices = if file.archive.has("aligned") {
            file.numbers("aligned", &[n, p, p])?
        } else {
            // Zeros, which take as much room.
            let size = n.checked_mul(p * p);
            file.budget.spend_on("modes", &[n, p], size)?;
            vec![0.0; epochs.len() * n_items * n_items]
        };
        Ok(Self {
            n_items,
            strengths: Vec::new(),
            at: (0..epochs.len()).map(Some).collect(),
            matrices,
        })
    }

    /// A diagonal for every row, and matrices for some epochs.
    fn of_some(
        file: &mut RunArchive<'_>,
        epochs: &[usize],
        p: u64,
    ) -> Result<Self, StoredRunError> {
        let strengths = file.numbers("strengths", &[epochs.len() as u64, p])?;
        let n_matrices = file.archive.array(EPOCHS)?.shape().first().copied();
        let n_matrices = n_matrices.unwrap_or(0);
        let of_epochs = file.ascending(EPOCHS, n_matrices)?;
        let mut at = vec![None; epochs.len()];
        for (matrix, epoch) in of_epochs.iter().enumerate() {
            let row = epochs.binary_search(epoch);
            at[row.map_err(|_| StoredRunError::AlignedEpochs)?] = Some(matrix);
        }
        Ok(Self {
            n_items: p as usize,
            strengths,
            at,
            matrices: file.numbers("aligned", &[n_matrices, p, p])?,
        })
    }

    /// The matrix of a row, column by column, or its diagonal where there is none.
    pub(super) fn of_row(&self, row: usize) -> Vec<f64> {
        match self.matrix(row) {
            Some(matrix) => turned(matrix, self.n_items).collect(),
            None => of_row(&self.strengths, row, self.n_items).to_vec(),
        }
    }

    /// Whether all that there is for a row is finite.
    pub(super) fn is_finite(&self, row: usize) -> bool {
        let all = |values: &[f64]| values.iter().all(|value| value.is_finite());
        let has_strengths = !self.strengths.is_empty();
        self.matrix(row).is_none_or(all)
            && (!has_strengths || all(of_row(&self.strengths, row, self.n_items)))
    }

    fn matrix(&self, row: usize) -> Option<&[f64]> {
        let n = self.n_items * self.n_items;
        self.at[row].map(|at| of_row(&self.matrices, at, n))
    }
}

/// The `width` values of a row.
pub(super) fn of_row(values: &[f64], row: usize, width: usize) -> &[f64] {
    &values[row * width..(row + 1) * width]
}

/// The array of the epochs that have a matrix.
const EPOCHS: &str = "aligned_epochs";
