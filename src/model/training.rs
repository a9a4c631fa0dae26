//! The training loop: the only one there is, for the window, the command line and benchmarks.
//!
//! It does not know when to stop early, show or report; its caller advances it as far as it likes.

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
        let stride = shape.stride(n_epochs, RECORD_BUDGET);
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

    /// The next epoch.
    pub fn epoch(&self) -> usize {
        self.epoch
    }

    /// The network as it is now.
    pub fn engine(&self) -> &E {
        &self.engine
    }

    /// Trains at most `n` epochs into `record`. Once it has answered how the run ended, it trains
    /// no more and goes on answering so.
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
    pub fn run(mut self, shape: RowShape) -> (Record, Outcome, E) {
        let mut record = Record::new(shape);
        record.reserve(self.n_epochs.div_ceil(self.stride) + 1);
        loop {
            if let Some(outcome) = self.advance(&mut record, self.n_epochs) {
                return (record, outcome, self.engine);
            }
        }
    }

    fn one_epoch(&mut self, record: &mut Record) -> Option<Outcome> {
        let Self { engine, epoch, .. } = self;
        let diverged = Some(Outcome::Diverged { epoch: *epoch });
        let loss = engine.loss();
        if !loss.is_finite() {
            return diverged;
        }
        let is_last = *epoch + 1 == self.n_epochs;
        if epoch.is_multiple_of(self.stride) || is_last {
            let row = record.open_row(*epoch);
            *row.loss = loss;
            engine.similarities(row.similarities);
            engine.predictions(row.predictions);
            engine.step(self.lr);
            engine.singular_values(row.modes);
            engine.strengths(row.strengths);
            if row
                .modes
                .iter()
                .chain(&*row.strengths)
                .any(|v| !v.is_finite())
            {
                record.drop_row();
                return diverged;
            }
        } else {
            engine.step(self.lr);
        }
        self.epoch += 1;
        is_last.then_some(Outcome::Finished)
    }
}
