//! `W_tot` in the data's own modes, A = Uᵀ `W_tot` V, of the rows of a record: whole, or past
//! [`super::row_shape::MOST_WHOLE`] items its diagonal in every row and the whole of it in some.

use super::row_shape::{RECORD_BUDGET, RowShape};

/// A matrix A = Uᵀ `W_tot` V of a record, and which row it is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aligned<'a> {
    /// The row.
    pub row: usize,
    /// P × P, column by column: entry (α, β) is `u_α`ᵀ `W_tot` `v_β`.
    pub matrix: &'a [f64],
}

/// The diagonals and matrices of a record's rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AlignedRecord {
    n_items: usize,
    /// Whether every row has its matrix.
    has_all: bool,
    /// The diagonal of each row; empty where every row has its matrix.
    strengths: Vec<f64>,
    /// The rows that have a matrix, ascending; empty where every row has one.
    rows: Vec<usize>,
    /// The matrices, one after the other.
    matrices: Vec<f64>,
}

impl AlignedRecord {
    /// Of no row.
    pub(super) fn new(shape: RowShape) -> Self {
        Self {
            n_items: shape.n_items,
            has_all: shape.has_all_aligned(),
            strengths: Vec::new(),
            rows: Vec::new(),
            matrices: Vec::new(),
        }
    }

    /// The strength of one of the data's modes in a row.
    pub(super) fn strength(&self, row: usize, mode: usize) -> f64 {
        let n = self.n_items;
        assert!(mode < n, "there is no such mode");
        if self.has_all {
            self.matrices[row * n * n + mode * (n + 1)]
        } else {
            self.strengths[row * n + mode]
        }
    }

    /// The last matrix up to a row; `None` if there is none.
    pub(super) fn up_to(&self, row: usize) -> Option<Aligned<'_>> {
        let (at, row) = if self.has_all {
            (row, row)
        } else {
            let at = self.rows.partition_point(|&of| of <= row).checked_sub(1)?;
            (at, self.rows[at])
        };
        let n = self.n_items * self.n_items;
        let matrix = &self.matrices[at * n..(at + 1) * n];
        Some(Aligned { row, matrix })
    }

    /// Whether all that there is of a row is finite.
    pub(super) fn is_finite(&self, row: usize) -> bool {
        let all = |values: &[f64]| values.iter().all(|value| value.is_finite());
        let n = self.n_items;
        let matrix = self.up_to(row).filter(|aligned| aligned.row == row);
        matrix.is_none_or(|aligned| all(aligned.matrix))
            && (self.has_all || all(&self.strengths[row * n..(row + 1) * n]))
    }

    /// Opens the row of this number, with a matrix or, where that may be, without: its diagonal and
    /// its matrix, either of them empty where it is not to be written.
    pub(super) fn open_row(&mut self, row: usize, is_whole: bool) -> (&mut [f64], &mut [f64]) {
        let n = self.n_items;
        let n_strengths = if self.has_all { 0 } else { n };
        let n_whole = if self.has_all || is_whole { n * n } else { 0 };
        if !self.has_all && is_whole {
            self.rows.push(row);
        }
        (
            grown(&mut self.strengths, n_strengths),
            grown(&mut self.matrices, n_whole),
        )
    }

    /// Moves what `later` has to the end, behind `n_rows` rows.
    pub(super) fn take(&mut self, later: &mut Self, n_rows: usize) {
        self.strengths.append(&mut later.strengths);
        self.rows
            .extend(later.rows.drain(..).map(|row| n_rows + row));
        self.matrices.append(&mut later.matrices);
    }

    /// Makes room for `n` more rows, and for as many matrices as a run's record has of them.
    pub(super) fn reserve(&mut self, n: usize, shape: RowShape) {
        if !self.has_all {
            self.strengths.reserve(n * self.n_items);
        }
        let n_whole = n.min(shape.most_aligned(RECORD_BUDGET));
        self.matrices.reserve(n_whole * self.n_items * self.n_items);
    }

    /// Removes all rows but the first `n`.
    pub(super) fn truncate(&mut self, n: usize) {
        let square = self.n_items * self.n_items;
        if self.has_all {
            self.matrices.truncate(n * square);
            return;
        }
        self.strengths.truncate(n * self.n_items);
        self.rows
            .truncate(self.rows.partition_point(|&row| row < n));
        self.matrices.truncate(self.rows.len() * square);
    }

    /// How many numbers there is room for.
    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.strengths.capacity() + self.matrices.capacity()
    }
}

/// The `n` new entries at the end.
pub(super) fn grown(values: &mut Vec<f64>, n: usize) -> &mut [f64] {
    let start = values.len();
    values.resize(start + n, 0.0);
    &mut values[start..]
}

#[cfg(test)]
mod tests {
    use crate::data::TreeRecipe;
    use crate::experiment::Experiment;
    use crate::model::{Record, Setup, Training};

    fn bits(values: &[f64]) -> Vec<u64> {
        values.iter().map(|value| value.to_bits()).collect()
    }

    /// Asserts that two records have the same bits but for which aligned matrices they keep whole.
    fn assert_same_rows(record: &Record, whole: &Record) {
        assert_eq!(record.epochs(), whole.epochs());
        assert_eq!(bits(record.losses()), bits(whole.losses()));
        for row in 0..whole.len() {
            assert_eq!(bits(record.modes(row)), bits(whole.modes(row)));
            let rsm = record.similarity(row, 0);
            assert_eq!(bits(rsm), bits(whole.similarity(row, 0)));
            let matrix = whole.aligned(row).unwrap().matrix;
            let diagonal: Vec<f64> = matrix.iter().copied().step_by(65).collect();
            let strengths: Vec<f64> = (0..64).map(|mode| record.strength(row, mode)).collect();
            assert_eq!(bits(&strengths), bits(&diagonal), "row {row}");
        }
        for aligned in record.all_aligned() {
            let of_whole = whole.aligned(aligned.row).unwrap();
            assert_eq!(bits(aligned.matrix), bits(of_whole.matrix));
        }
    }

    #[test]
    fn past_32_items_rows_are_the_same_whichever_aligned_matrices_are_kept() {
        let tree = TreeRecipe {
            levels: 6,
            n_features: 100,
            ..TreeRecipe::default()
        };
        for hidden in [vec![70], vec![20]] {
            let experiment = Experiment {
                hidden,
                lr: 4.0,
                gamma: 1e-2,
                n_epochs: 20,
                ..Experiment::default().on_tree(tree.clone())
            };
            let shape = experiment.row_shape();
            let network = Setup::new(&experiment, None).network(&experiment);
            let training = Training::with_stride(network, 4.0, 20, 1);
            let (whole, ..) = training.clone().run(shape);
            assert_eq!(whole.all_aligned().count(), 20);
            let (thinned, ..) = training.clone().with_aligned_stride(8).run(shape);
            let kept: Vec<_> = thinned.all_aligned().map(|aligned| aligned.row).collect();
            assert_eq!(kept, [0, 8, 16, 19]);
            assert_same_rows(&thinned, &whole);
            let (without, ..) = training.without_aligned().run(shape);
            assert_eq!(without.all_aligned().count(), 0);
            assert_same_rows(&without, &whole);
        }
    }
}
