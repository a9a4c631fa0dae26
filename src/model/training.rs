//! The training loop: the only one there is, for the window, the command line and benchmarks.
//!
//! Stopping early, showing and reporting are the caller's: the caller advances the training by as
//! many epochs as it likes.

use super::engine::Engine;
use super::record::{RECORD_BUDGET, Record, RowShape};
use super::spectrum::{SpectrumInput, SpectrumTracker};

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
    /// Every how many epochs the whole aligned matrix is kept past 32 items; `None` for never.
    aligned_stride: Option<usize>,
    epoch: usize,
    outcome: Option<Outcome>,
    finds_singular_values: bool,
    /// Rows whose singular values are queued in the engine.
    waiting: Option<Box<Record>>,
}

impl<E: Engine> Training<E> {
    /// Training of `engine` for `n_epochs`, recorded as often as the record's budget allows.
    pub fn new(engine: E, lr: f64, n_epochs: usize, shape: RowShape) -> Self {
        let stride = shape.stride(n_epochs, RECORD_BUDGET);
        let aligned_stride = shape.aligned_stride(n_epochs, stride, RECORD_BUDGET);
        Self::with_stride(engine, lr, n_epochs, stride).with_aligned_stride(aligned_stride)
    }

    /// As [`Training::new`], with a row every `stride` epochs and the whole aligned matrix in all.
    pub fn with_stride(engine: E, lr: f64, n_epochs: usize, stride: usize) -> Self {
        Self {
            engine,
            lr,
            n_epochs,
            stride,
            aligned_stride: Some(stride),
            epoch: 0,
            outcome: None,
            finds_singular_values: true,
            waiting: None,
        }
    }

    /// The same, but that all singular values are NaN: for callers that ask for none.
    #[must_use]
    pub fn without_singular_values(self) -> Self {
        Self {
            finds_singular_values: false,
            ..self
        }
    }

    /// The same with the whole aligned matrix every so many epochs, a multiple of the stride, and
    /// in the last row. Up to [`super::row_shape::MOST_WHOLE`] items all rows have it nevertheless.
    #[must_use]
    pub fn with_aligned_stride(self, aligned_stride: usize) -> Self {
        Self {
            aligned_stride: Some(aligned_stride),
            ..self
        }
    }

    /// The same without any whole aligned matrix, where rows may be without: for callers that ask
    /// for none.
    #[must_use]
    pub fn without_aligned(self) -> Self {
        Self {
            aligned_stride: None,
            ..self
        }
    }

    /// Every how many epochs a row is kept; the last epoch always is.
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// Trains at most `n` epochs into `record`; how the run ended, once it has. After the end it
    /// trains no more and gives the same answer.
    ///
    /// The last few rows may come with a later call: an engine finds the singular values of several
    /// epochs at once. When the run has ended, all are there.
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

    /// A copy of what finds the singular values, to find them on another thread from now on and
    /// train with [`Training::advance_open`]; `None` where that is no faster.
    pub fn spectrum(&self) -> Option<SpectrumTracker> {
        let is_asked = self.finds_singular_values;
        is_asked.then(|| self.engine.spectrum()).flatten()
    }

    /// Trains one epoch. Its row, if it has one, is added to `rows` without singular values, and
    /// what to find them from comes first in the answer; then how the training ended, if it did.
    /// [`close_rows`] makes the row whole.
    pub fn advance_open(&mut self, rows: &mut Record) -> (Option<SpectrumInput>, Option<Outcome>) {
        let (has_row, ended) = self.train_epoch(rows);
        let input = has_row.then(|| self.engine.spectrum_input());
        (input.flatten(), ended)
    }

    fn one_epoch(&mut self, record: &mut Record) -> Option<Outcome> {
        let waiting = self.waiting.take();
        let mut waiting = waiting.unwrap_or_else(|| Box::new(record.like()));
        let (has_row, ended) = self.train_epoch(&mut waiting);
        let must_complete =
            has_row && (!self.finds_singular_values || self.engine.queue_singular_values());
        let diverged = if must_complete || ended.is_some() {
            self.complete(&mut waiting, record)
        } else {
            None
        };
        self.waiting = Some(waiting);
        diverged.or(ended)
    }

    /// Trains one epoch and adds its row, if it has one, to `rows`, without singular values;
    /// whether it has one, and how the training ended, if it did.
    fn train_epoch(&mut self, rows: &mut Record) -> (bool, Option<Outcome>) {
        let loss = self.engine.loss();
        let epoch = self.epoch;
        if !loss.is_finite() {
            return (false, Some(Outcome::Diverged { epoch }));
        }
        let has_row = is_kept(epoch, self.stride, self.n_epochs);
        if has_row {
            let aligned_stride = self.aligned_stride;
            let is_whole =
                aligned_stride.is_some_and(|stride| is_kept(epoch, stride, self.n_epochs));
            let row = rows.open_row(epoch, is_whole);
            *row.loss = loss;
            self.engine.similarities(row.similarities);
            self.engine.predictions(row.predictions);
            self.engine.step(self.lr);
            if !row.strengths.is_empty() {
                self.engine.strengths(row.strengths);
            }
            if !row.aligned.is_empty() {
                self.engine.aligned(row.aligned);
            }
        } else {
            self.engine.step(self.lr);
        }
        self.epoch += 1;
        let is_last = self.epoch == self.n_epochs;
        (has_row, is_last.then_some(Outcome::Finished))
    }

    /// Gives the waiting rows their singular values and moves them to `record`, up to the first
    /// that is not finite, in whose epoch the run diverged.
    fn complete(&mut self, waiting: &mut Record, record: &mut Record) -> Option<Outcome> {
        if waiting.is_empty() {
            return None;
        }
        if self.finds_singular_values {
            self.engine.singular_values(waiting.all_modes());
        }
        let diverged = cut_where_diverged(waiting);
        if !self.finds_singular_values {
            waiting.all_modes().fill(f64::NAN);
        }
        record.take_rows(waiting);
        diverged
    }
}

/// Gives rows of [`Training::advance_open`] their singular values, row after row, and moves them to
/// `record`, up to the first that is not finite, in whose epoch the run diverged.
pub fn close_rows(
    rows: &mut Record,
    singular_values: &[f64],
    record: &mut Record,
) -> Option<Outcome> {
    rows.all_modes().copy_from_slice(singular_values);
    let diverged = cut_where_diverged(rows);
    record.take_rows(rows);
    diverged
}

/// Removes the rows from the first on that is not finite, in whose epoch the run diverged.
fn cut_where_diverged(rows: &mut Record) -> Option<Outcome> {
    // A W_tot that is not finite makes its strengths so, too.
    let is_finite = |row: usize| {
        rows.is_aligned_finite(row) && rows.modes(row).iter().all(|value| value.is_finite())
    };
    let row = (0..rows.len()).find(|&row| !is_finite(row))?;
    let epoch = rows.epochs()[row];
    rows.truncate(row);
    Some(Outcome::Diverged { epoch })
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
    fn a_run_without_singular_values_is_otherwise_the_same() {
        for lr in [100.0, 400.0] {
            let experiment = Experiment {
                lr,
                ..Experiment::default()
            };
            let shape = experiment.row_shape();
            let network = Setup::new(&experiment, None).network(&experiment);
            let training = Training::new(network, lr, experiment.n_epochs, shape);
            let (whole, ended, _) = training.clone().run(shape);
            let (without, same, _) = training.without_singular_values().run(shape);
            assert_eq!(ended, same);
            assert_eq!(whole.losses(), without.losses());
            for row in 0..whole.len() {
                assert_eq!(whole.aligned(row), without.aligned(row));
                assert!(without.modes(row).iter().all(|v| v.is_nan()));
            }
        }
    }

    #[test]
    fn rows_are_the_same_however_the_run_is_advanced() {
        let experiment = Experiment {
            n_epochs: 29,
            ..Experiment::default()
        };
        let shape = experiment.row_shape();
        let network = Setup::new(&experiment, None).network(&experiment);
        let training = Training::new(network, experiment.lr, 29, shape);
        let (whole, ..) = training.clone().run(shape);
        let mut stepped = training;
        let (mut record, mut n_epochs) = (Record::new(shape), 1);
        while stepped.advance(&mut record, n_epochs).is_none() {
            n_epochs += 2;
            record.append(Record::new(shape));
        }
        assert_eq!(record, whole);
        assert_eq!(record.len(), 29);
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
