//! A hidden layer at an epoch, for the figures that show one.

use super::error::FigureError;
use crate::export::RunView;

/// The loss beyond this many times the first one is out of the picture: a run that diverges would
/// leave nothing else to be seen.
pub(super) const MOST_LOSS: f64 = 1.5;

/// A row of the record and the hidden layer that is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) row: usize,
    pub(super) layer: usize,
}

impl Moment {
    /// The last row up to an epoch.
    pub(super) fn of(run: &RunView, epoch: usize, layer: usize) -> Result<Self, FigureError> {
        let record = run.record;
        let n_layers = record.shape().n_hidden_layers;
        if layer >= n_layers {
            return Err(FigureError::NoLayer { layer, n_layers });
        }
        let last = record.epochs().last().copied().unwrap_or(0);
        if epoch > last {
            return Err(FigureError::NoEpoch { epoch, last });
        }
        let row = record.row_at(epoch);
        Ok(Self { row, layer })
    }

    /// As [`Moment::of`]; of a run that diverges, the last row up to then at which it does not blow
    /// up yet: where activities explode there is no place to be shown.
    pub(super) fn steady(run: &RunView, epoch: usize, layer: usize) -> Result<Self, FigureError> {
        let Self { row, layer } = Self::of(run, epoch, layer)?;
        let row = (0..=row).rev().find(|&row| is_steady(run, row));
        let row = row.unwrap_or(0);
        Ok(Self { row, layer })
    }

    /// `what`, the layer where there are several, and the epoch.
    pub(super) fn title(self, what: &str, run: &RunView) -> String {
        let epoch = run.record.epochs()[self.row];
        match run.record.shape().n_hidden_layers {
            1 => format!("{what}, epoch {epoch}"),
            _ => format!("{what}, layer {}, epoch {epoch}", self.layer + 1),
        }
    }
}

/// At most about `most` rows over the whole of a run, as far as it does not blow up, the last one
/// among them.
pub(super) fn steady_rows(run: &RunView, most: usize) -> Vec<usize> {
    let steady: Vec<usize> = (0..run.record.len())
        .take_while(|&row| is_steady(run, row))
        .collect();
    let last = steady.len().saturating_sub(1);
    let stride = steady.len().div_ceil(most).max(1);
    let rows = (0..last).step_by(stride);
    rows.chain([last]).collect()
}

/// Whether a run does not blow up at a row.
fn is_steady(run: &RunView, row: usize) -> bool {
    let losses = run.record.losses();
    run.outcome.diverged_at().is_none() || losses[row] <= MOST_LOSS * losses[0]
}
