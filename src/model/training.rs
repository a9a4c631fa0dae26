//! The training loop: the only one there is, for the window, the command line and benchmarks.
//!
//! Stopping early, showing and reporting are the caller's: the caller advances the training by as
//! many epochs as it likes.

use super::engine::Engine;
use super::record::{RECORD_BUDGET, Record, RowShape};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All epochs were trained.
    Finished,
    /// The weights stopped being finite in this epoch; what was recorded before it stands.
    Diverged {
        /// The first epoch that could not be recorded.
        epoch: usize,
    },
}

impl Outcome {
    /// The epoch at which the run diverged, if it did.
    pub fn diverged_at(self) -> Option<usize> {
        match self {
            Self::Finished => None,
            Self::Diverged { epoch } => Some(epoch),
        }
    }
}

/// Whether a record of `n_epochs` has a row for `epoch` if one is kept every `stride` epochs. The
/// last epoch always has a row.
pub fn is_kept(epoch: usize, stride: usize, n_epochs: usize) -> bool {
    epoch.is_multiple_of(stride) || epoch + 1 == n_epochs
}

/// A run under way.
#[derive(Clone, Debug)]
pub struct Training<E> {
    engine: E,
    lr: f64,
    n_epochs: usize,
    stride: usize,
    epoch: usize,
    outcome: Option<Outcome>,
}

impl<E: Engine> Training<E> {
    /// Training of `engine` for `n_epochs`, recorded as often as the record's budget allows.
    pub fn new(engine: E, lr: f64, n_epochs: usize, shape: RowShape) -> Self {
        Self::with_stride(engine, lr, n_epochs, shape.stride(n_epochs, RECORD_BUDGET))
    }

    /// As [`Training::new`], with a row every `stride` epochs.
    pub fn with_stride(engine: E, lr: f64, n_epochs: usize, stride: usize) -> Self {
        Self {
            engine,
            lr,
            n_epochs,
            stride,
            epoch: 0,
            outcome: None,
        }
    }

    /// Every how many epochs a row is kept; the last epoch always is.
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// Trains at most `n` epochs into `record`; how the run ended, once it has. After the end it
    /// trains no more and gives the same answer.
    pub fn advance(&mut self, record: &mut Record, n: usize) -> Option<Outcome> {
        for _ in 0..n {
            if self.outcome.is_some() {
                break;
            }
            self.outcome = self.one_epoch(record);
        }
        self.outcome
    }

    /// Trains to the end, in one go.
    pub fn run(self, shape: RowShape) -> (Record, Outcome, E) {
        let done = self.run_unless(shape, &mut || false);
        done.expect("never cancelled")
    }

    /// As [`Training::run`]; `None` if cancelled; `is_cancelled` is asked before every epoch.
    pub fn run_unless(
        mut self,
        shape: RowShape,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<(Record, Outcome, E)> {
        let mut record = Record::new(shape);
        record.reserve(self.n_epochs.div_ceil(self.stride) + 1);
        while !is_cancelled() {
            if let Some(outcome) = self.advance(&mut record, 1) {
                return Some((record, outcome, self.engine));
            }
        }
        None
    }

    /// The network, as it stands.
    pub fn into_engine(self) -> E {
        self.engine
    }

    fn one_epoch(&mut self, record: &mut Record) -> Option<Outcome> {
        let Self { engine, epoch, .. } = self;
        let diverged = Some(Outcome::Diverged { epoch: *epoch });
        let loss = engine.loss();
        if !loss.is_finite() {
            return diverged;
        }
        if is_kept(*epoch, self.stride, self.n_epochs) {
            let row = record.open_row(*epoch);
            *row.loss = loss;
            engine.similarities(row.similarities);
            engine.predictions(row.predictions);
            engine.step(self.lr);
            engine.singular_values(row.modes);
            engine.aligned(row.aligned);
            if row
                .modes
                .iter()
                .chain(&*row.aligned)
                .any(|v| !v.is_finite())
            {
                record.drop_row();
                return diverged;
            }
        } else {
            engine.step(self.lr);
        }
        self.epoch += 1;
        (self.epoch == self.n_epochs).then_some(Outcome::Finished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::setup::Setup;

    #[test]
    fn a_thinned_record_has_the_rows_of_the_whole_one_and_the_last() {
        let experiment = Experiment::default();
        let shape = experiment.row_shape();
        let run = |stride: usize| {
            let network = Setup::new(&experiment, None).network(&experiment);
            Training::with_stride(network, experiment.lr, experiment.n_epochs, stride).run(shape)
        };
        let (whole, ..) = run(1);
        let (thinned, outcome, _) = run(4);
        assert_eq!(outcome, Outcome::Finished);
        let expected: Vec<usize> = (0..250).step_by(4).chain([249]).collect();
        assert_eq!(thinned.epochs(), expected);
        for (row, &epoch) in thinned.epochs().iter().enumerate() {
            assert_eq!(
                thinned.losses()[row].to_bits(),
                whole.losses()[epoch].to_bits()
            );
            assert_eq!(thinned.similarity(row, 0), whole.similarity(epoch, 0));
            // Followed from further away, the singular values differ by rounding.
            for (a, b) in thinned.modes(row).iter().zip(whole.modes(epoch)) {
                assert!((a - b).abs() < 1e-7);
            }
        }
    }

    #[test]
    fn a_run_can_be_cancelled() {
        let experiment = Experiment::default();
        let shape = experiment.row_shape();
        let network = Setup::new(&experiment, None).network(&experiment);
        let mut n_questions = 0;
        let mut soon = || {
            n_questions += 1;
            n_questions > 7
        };
        let training = Training::new(network, 100.0, 1_000_000, shape);
        assert!(training.run_unless(shape, &mut soon).is_none());
        assert_eq!(n_questions, 8);
    }

    #[test]
    fn a_run_that_has_ended_goes_on_saying_so() {
        let experiment = Experiment {
            n_epochs: 3,
            ..Experiment::default()
        };
        let shape = experiment.row_shape();
        let network = Setup::new(&experiment, None).network(&experiment);
        let mut training = Training::new(network, experiment.lr, 3, shape);
        let mut record = Record::new(shape);
        assert_eq!(training.advance(&mut record, 2), None);
        assert_eq!(training.advance(&mut record, 9), Some(Outcome::Finished));
        assert_eq!(training.advance(&mut record, 9), Some(Outcome::Finished));
        assert_eq!(record.len(), 3);
    }
}
