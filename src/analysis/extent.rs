//! The extremes of a record, which set the scales of its pictures.

use crate::model::Record;

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

    /// The last row up to `row` at which the run does not blow up; 0 if there is none. Loss and
    /// RSMs of such a row are on the scale of these extremes.
    pub fn steady_row(&self, record: &Record, row: usize) -> usize {
        let losses = record.losses();
        let upto = &losses[..losses.len().min(row.saturating_add(1))];
        let is_steady = |&loss: &f64| loss <= self.largest_loss;
        upto.iter().rposition(is_steady).unwrap_or(0)
    }

    /// At most about `most` rows from the first to the last [steady](Self::steady_row) one, both
    /// among them, evenly apart; none of an empty record.
    pub fn steady_rows(&self, record: &Record, most: usize) -> Vec<usize> {
        if record.is_empty() {
            return Vec::new();
        }
        let last = self.steady_row(record, record.len());
        let stride = (last + 1).div_ceil(most.max(1)).max(1);
        (0..last).step_by(stride).chain([last]).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::{Setup, Training};

    fn record(lr: f64) -> Record {
        let experiment = Experiment::default();
        let network = Setup::new(&experiment, None).network(&experiment);
        let shape = experiment.row_shape();
        Training::new(network, lr, 250, shape).run(shape).0
    }

    #[test]
    fn every_row_of_a_finished_run_is_steady() {
        let record = record(100.0);
        let extent = Extent::of(&record, 0.0);
        assert_eq!(extent.steady_row(&record, 123), 123);
        assert_eq!(extent.steady_row(&record, usize::MAX), 249);
        let rows = extent.steady_rows(&record, 10);
        assert_eq!((rows[0], rows[1], rows[rows.len() - 1]), (0, 25, 249));
        assert!(rows.len() <= 11);
    }

    #[test]
    fn a_diverged_run_is_steady_up_to_its_blow_up() {
        let record = record(340.0);
        let extent = Extent::of(&record, 0.0);
        let steady = extent.steady_row(&record, record.len());
        assert!(steady + 1 < record.len());
        let loss = record.losses()[steady];
        assert!(loss <= BLOWS_UP * record.losses()[0], "{loss}");
        let largest = extent.largest_similarity[0];
        assert!(largest > 0.0 && largest < 1e-3 * record.largest_similarity(0));
        assert_eq!(extent.steady_rows(&record, 1000).last(), Some(&steady));
    }

    #[test]
    fn an_empty_record_has_no_steady_rows() {
        let record = Record::new(Experiment::default().row_shape());
        assert!(Extent::of(&record, 0.0).steady_rows(&record, 9).is_empty());
    }
}
