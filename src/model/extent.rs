//! The extremes of a record, which set the scales of its pictures.

use super::Record;

/// Beyond this many times the first loss a run is blowing up: its values are no scale for the
/// rest, and leave the pictures at their edges.
const BLOWS_UP: f64 = 4.0;

/// Extremes of a record, as far as the run does not blow up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extent {
    /// The largest loss.
    pub largest_loss: f64,
    /// The least loss above zero; infinite if there is none.
    pub least_loss: f64,
    /// The largest singular value.
    pub largest_mode: f64,
    /// The largest entry of each hidden layer's RSM.
    pub largest_similarity: Vec<f64>,
    /// The least entry of each hidden layer's RSM.
    pub least_similarity: Vec<f64>,
}

impl Extent {
    /// The extremes of a whole record. `largest_data_mode` is the data's largest singular value,
    /// 0 where it is not known.
    pub fn of(record: &Record, largest_data_mode: f64) -> Self {
        let mut extent = Self::empty(record.shape().n_hidden_layers);
        extent.take_in(record, 0, largest_data_mode);
        extent
    }

    /// The extremes of a loss alone, from its value in every row.
    pub fn of_losses(losses: &[f64]) -> Self {
        let mut extent = Self::empty(0);
        for &loss in losses {
            extent.take_loss(loss, losses[0]);
        }
        extent
    }

    /// Takes in a loss of a run that began with `first`; whether it does not blow up.
    fn take_loss(&mut self, loss: f64, first: f64) -> bool {
        if loss > BLOWS_UP * first {
            return false;
        }
        self.largest_loss = self.largest_loss.max(loss);
        if loss > 0.0 {
            self.least_loss = self.least_loss.min(loss);
        }
        true
    }

    pub(crate) fn empty(n_hidden_layers: usize) -> Self {
        Self {
            least_loss: f64::INFINITY,
            largest_similarity: vec![0.0; n_hidden_layers],
            least_similarity: vec![0.0; n_hidden_layers],
            ..Self::default()
        }
    }

    pub(crate) fn take_in(&mut self, record: &Record, first_new: usize, largest_data_mode: f64) {
        let first_mode = if record.is_empty() {
            0.0
        } else {
            record.modes(0)[0]
        };
        let ordinary_mode = first_mode.max(largest_data_mode);
        let first_loss = record.losses().first().copied().unwrap_or(0.0);
        for row in first_new..record.len() {
            if !self.take_loss(record.losses()[row], first_loss) {
                continue;
            }
            // Modes are those after the step, so they may blow up a row before the loss does.
            let mode = record.modes(row)[0];
            if mode <= BLOWS_UP * ordinary_mode {
                self.largest_mode = self.largest_mode.max(mode);
            }
            for layer in 0..self.largest_similarity.len() {
                for &value in record.similarity(row, layer) {
                    self.largest_similarity[layer] = self.largest_similarity[layer].max(value);
                    self.least_similarity[layer] = self.least_similarity[layer].min(value);
                }
            }
        }
    }
}
