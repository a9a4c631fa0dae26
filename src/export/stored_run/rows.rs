//! The rows of a run as an archive holds them: one array a quantity.

use super::aligned::{AlignedArrays, of_row};
use super::error::StoredRunError;
use super::run_archive::RunArchive;
use crate::experiment::validity::MAX_HIDDEN_LAYERS;
use crate::model::Record;
use crate::model::record::RowShape;

/// Every quantity of all rows, row after row; those of P × P in C order.
pub(super) struct Rows {
    pub(super) shape: RowShape,
    pub(super) epochs: Vec<usize>,
    losses: Vec<f64>,
    modes: Vec<f64>,
    aligned: AlignedArrays,
    /// One list a hidden layer.
    similarities: Vec<Vec<f64>>,
    predictions: Vec<f64>,
}

impl Rows {
    /// Reads `n` rows of a run with `p` items.
    ///
    /// # Errors
    /// The first array that is missing, damaged or of another shape.
    pub(super) fn read(file: &mut RunArchive<'_>, n: u64, p: u64) -> Result<Self, StoredRunError> {
        let losses = file.numbers("losses", &[n])?;
        let modes = file.numbers("modes", &[n, p])?;
        let squares = [n, p, p];
        let mut similarities = Vec::new();
        let names = (1..=MAX_HIDDEN_LAYERS).map(|layer| format!("rsms_{layer}"));
        for name in names
            .take_while(|name| file.archive.has(name))
            .collect::<Vec<_>>()
        {
            similarities.push(file.numbers(&name, &squares)?);
        }
        let (predictions, n_watched) = file.predictions(n)?;
        let shape = RowShape {
            n_items: p as usize,
            n_hidden_layers: similarities.len(),
            n_watched: n_watched as usize,
        };
        let epochs = file.epochs(n)?;
        Ok(Self {
            shape,
            aligned: AlignedArrays::read(file, &epochs, shape)?,
            epochs,
            losses,
            modes,
            similarities,
            predictions,
        })
    }

    /// The rows before the first that holds what is not finite.
    pub(super) fn record(&self) -> Record {
        let mut record = Record::new(self.shape);
        let (p, k) = (self.shape.n_items, self.shape.n_watched);
        for row in (0..self.losses.len()).take_while(|&row| self.is_finite(row)) {
            let similarities = self.similarities.iter();
            let similarities: Vec<f64> = similarities
                .flat_map(|layer| of_row(layer, row, p * p))
                .copied()
                .collect();
            record.push_row(
                self.epochs[row],
                self.losses[row],
                of_row(&self.modes, row, p),
                &self.aligned.of_row(row),
                &similarities,
                of_row(&self.predictions, row, k),
            );
        }
        record
    }

    /// Whether everything in a row is finite.
    fn is_finite(&self, row: usize) -> bool {
        let (p, k) = (self.shape.n_items, self.shape.n_watched);
        let all = |values: &[f64], width: usize| {
            let mut values = of_row(values, row, width).iter();
            values.all(|value| value.is_finite())
        };
        all(&self.losses, 1)
            && all(&self.modes, p)
            && self.aligned.is_finite(row)
            && all(&self.predictions, k)
            && (self.similarities.iter()).all(|layer| all(layer, p * p))
    }
}
