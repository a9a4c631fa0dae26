//! A record's curves alone, without any P × P matrix: small enough to keep.

use super::record::Record;

/// The curves of a run, a value of each for every row of its [`Record`].
#[derive(Clone, Debug, PartialEq)]
pub struct CurveRecord {
    n_modes: usize,
    n_watched: usize,
    epochs: Vec<usize>,
    losses: Vec<f64>,
    modes: Vec<f64>,
    strengths: Vec<f64>,
    predictions: Vec<f64>,
}

impl CurveRecord {
    /// A copy of a record's curves.
    pub fn of(record: &Record) -> Self {
        let shape = record.shape();
        let (n_modes, rows) = (shape.n_items, 0..record.len());
        let strengths = |row| (0..n_modes).map(move |mode| record.strength(row, mode));
        Self {
            n_modes,
            n_watched: shape.n_watched,
            epochs: record.epochs().to_vec(),
            losses: record.losses().to_vec(),
            modes: rows
                .clone()
                .flat_map(|row| record.modes(row))
                .copied()
                .collect(),
            strengths: rows.clone().flat_map(strengths).collect(),
            predictions: rows
                .flat_map(|row| record.predictions(row))
                .copied()
                .collect(),
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.epochs.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.epochs.is_empty()
    }

    /// Number of modes, P.
    pub fn n_modes(&self) -> usize {
        self.n_modes
    }

    /// Number of watched pairs.
    pub fn n_watched(&self) -> usize {
        self.n_watched
    }

    /// The epoch of each row, ascending.
    pub fn epochs(&self) -> &[usize] {
        &self.epochs
    }

    /// The loss of each row.
    pub fn losses(&self) -> &[f64] {
        &self.losses
    }

    /// The P singular values of a row, descending.
    pub fn modes(&self, row: usize) -> &[f64] {
        &self.modes[row * self.n_modes..(row + 1) * self.n_modes]
    }

    /// The strength of one of the data's modes in a row; see [`Record::strength`].
    pub fn strength(&self, row: usize, mode: usize) -> f64 {
        self.strengths[row * self.n_modes + mode]
    }

    /// The predictions of the watched pairs in a row.
    pub fn predictions(&self, row: usize) -> &[f64] {
        &self.predictions[row * self.n_watched..(row + 1) * self.n_watched]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::run;

    #[test]
    fn curves_are_the_records() {
        let mut experiment = Experiment {
            n_epochs: 120,
            ..Experiment::default()
        };
        experiment.watched = vec![experiment.watched[0]; 2];
        let shape = experiment.row_shape();
        let (record, _) = run(&experiment);
        let curves = CurveRecord::of(&record);
        assert_eq!((curves.len(), curves.n_modes()), (120, 8));
        assert_eq!(curves.epochs(), record.epochs());
        assert_eq!(curves.losses(), record.losses());
        for row in 0..120 {
            assert_eq!(curves.modes(row), record.modes(row));
            assert_eq!(curves.predictions(row), record.predictions(row));
            for mode in 0..8 {
                assert_eq!(curves.strength(row, mode), record.strength(row, mode));
            }
        }
        assert!(CurveRecord::of(&Record::new(shape)).is_empty());
    }
}
