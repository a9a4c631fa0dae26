//! A dense matrix for the kernels: row by row, both counts padded with zeros to multiples of eight.
//!
//! nalgebra's matrices lie column by column and have any size; they are for everything else.

use nalgebra::DMatrix;

/// Counts of rows and columns are multiples of this: the numbers in the widest register.
pub(super) const LANES: usize = 8;

/// The next multiple of [`LANES`].
pub(super) fn padded(n: usize) -> usize {
    n.next_multiple_of(LANES)
}

/// Numbers row by row. Rows and columns beyond the asked ones are zero and stay zero in products.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matrix {
    n_rows: usize,
    n_cols: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// Zeros, at least so many rows and columns.
    pub(super) fn zeros(n_rows: usize, n_cols: usize) -> Self {
        let (n_rows, n_cols) = (padded(n_rows), padded(n_cols));
        Self {
            n_rows,
            n_cols,
            values: vec![0.0; n_rows * n_cols],
        }
    }

    /// A copy of `matrix`.
    pub(super) fn of(matrix: &DMatrix<f64>) -> Self {
        let mut copy = Self::zeros(matrix.nrows(), matrix.ncols());
        for row in 0..matrix.nrows() {
            for col in 0..matrix.ncols() {
                copy.values[row * copy.n_cols + col] = matrix[(row, col)];
            }
        }
        copy
    }

    /// One on the diagonal of the first `n` rows.
    pub(super) fn identity(n: usize) -> Self {
        Self::of(&DMatrix::identity(n, n))
    }

    /// The first rows and columns, as nalgebra has them.
    pub(super) fn to_dense(&self, n_rows: usize, n_cols: usize) -> DMatrix<f64> {
        DMatrix::from_fn(n_rows, n_cols, |row, col| self.row(row)[col])
    }

    /// Rows, padded.
    pub(super) fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// Columns, padded.
    pub(super) fn n_cols(&self) -> usize {
        self.n_cols
    }

    /// A row with its padding.
    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.n_cols..][..self.n_cols]
    }

    /// All rows, one after the other.
    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    /// All rows, to be changed.
    pub(super) fn values_mut(&mut self) -> &mut [f64] {
        &mut self.values
    }

    /// Becomes the transpose of `other`, whose padded shape must be the mirror of this one.
    pub(super) fn transpose_of(&mut self, other: &Self) {
        debug_assert!(self.n_rows == other.n_cols && self.n_cols == other.n_rows);
        let rows = self.values.chunks_exact_mut(self.n_cols);
        for (col, row) in rows.enumerate() {
            let column = other.values[col..].iter().step_by(other.n_cols);
            for (entry, other) in row.iter_mut().zip(column) {
                *entry = *other;
            }
        }
    }

    /// Writes the first `n` rows and columns without the padding.
    pub(super) fn write_square(&self, n: usize, out: &mut [f64]) {
        for (out, row) in out
            .chunks_exact_mut(n)
            .zip(self.values.chunks_exact(self.n_cols))
        {
            out.copy_from_slice(&row[..n]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_padded_and_comes_back() {
        let dense = DMatrix::from_fn(3, 9, |row, col| (10 * row + col) as f64);
        let matrix = Matrix::of(&dense);
        assert_eq!((matrix.n_rows(), matrix.n_cols()), (8, 16));
        assert_eq!(matrix.to_dense(3, 9), dense);
        let mut transposed = Matrix::zeros(9, 3);
        transposed.transpose_of(&matrix);
        assert_eq!(transposed.to_dense(9, 3), dense.transpose());
        assert_eq!(transposed.row(8)[..3], [8.0, 18.0, 28.0]);
    }
}
