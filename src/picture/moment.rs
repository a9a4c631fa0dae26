//! A hidden layer at an epoch, for the pictures that show one.

use super::item_phrase::When;
use super::{PictureError, RunView};
use crate::analysis::extent::Extent;

/// A row of the record and the hidden layer that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The row: the last up to the epoch at which the run does not blow up.
    pub row: usize,
    /// The hidden layer, from 0.
    pub layer: usize,
    /// Whether it is earlier than asked for, because the run had blown up by then.
    pub is_earlier: bool,
}

impl Moment {
    /// The row for an epoch of a run with these extremes.
    ///
    /// # Errors
    /// If there is no such layer, nothing is recorded, or a run that did not diverge ended before.
    pub fn of(
        run: &RunView<'_>,
        extent: &Extent,
        epoch: usize,
        layer: usize,
    ) -> Result<Self, PictureError> {
        let record = run.record;
        let n_layers = record.shape().n_hidden_layers;
        if layer >= n_layers {
            return Err(PictureError::NoLayer { layer, n_layers });
        }
        let last = *record.epochs().last().ok_or(PictureError::Empty)?;
        let has_diverged = run.outcome.diverged_at().is_some();
        if epoch > last && !(has_diverged && epoch < run.n_epochs) {
            return Err(PictureError::NoEpoch { epoch, last });
        }
        let asked = record.row_at(epoch);
        let row = extent.steady_row(record, asked);
        Ok(Self {
            row,
            layer,
            is_earlier: row != asked || epoch > last,
        })
    }

    /// The moment in words.
    pub fn when(self, run: &RunView<'_>) -> When {
        let has_many = run.record.shape().n_hidden_layers > 1;
        When {
            epoch: run.record.epochs()[self.row],
            layer: has_many.then_some(self.layer),
            is_earlier: self.is_earlier,
        }
    }

    /// The RSM, P × P.
    pub fn rsm<'a>(self, run: &RunView<'a>) -> &'a [f64] {
        run.record.similarity(self.row, self.layer)
    }
}
