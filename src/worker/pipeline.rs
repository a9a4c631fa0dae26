//! One run on two cores: while the next epochs are trained, a second thread finds the singular
//! values of those before.
//!
//! The values are found in the order of the epochs by what would have found them on the one thread,
//! so the rows are the same to the bit.

use std::collections::VecDeque;
use std::thread;

use super::spectrum_thread::SpectrumThread;
use crate::model::engine::Engine;
use crate::model::spectrum::SpectrumInput;
use crate::model::training::close_rows;
use crate::model::{Outcome, Record, Training};

/// The most rows whose singular values are being found when the next epoch begins: a few, so that
/// neither side waits for the other's slower epochs.
const MOST_OPEN: usize = 4;

/// A run under way, on two threads where that is faster.
pub struct Pipeline<E> {
    training: Training<E>,
    behind: Option<Behind>,
}

/// The rows that wait for the second thread.
struct Behind {
    thread: SpectrumThread,
    /// The rows without singular values, one record each, the oldest first.
    open: VecDeque<Record>,
    /// Empty records, to be used again.
    spare: Vec<Record>,
    outcome: Option<Outcome>,
}

impl<E: Engine> Pipeline<E> {
    /// On two threads where there are two cores, the engine gains by it and the system has a thread
    /// to give; else on one.
    pub fn new(training: Training<E>) -> Self {
        let has_cores = thread::available_parallelism().is_ok_and(|n| n.get() > 1);
        if has_cores {
            Self::on_two_threads(training)
        } else {
            Self {
                training,
                behind: None,
            }
        }
    }

    /// On two threads however many cores there are, if the engine gains by it.
    fn on_two_threads(training: Training<E>) -> Self {
        let tracker = training.spectrum();
        let behind = tracker.and_then(|mut tracker| Behind::new(move |input| tracker.find(input)));
        Self { training, behind }
    }

    /// Every how many epochs a row is kept; the last epoch always is.
    pub fn stride(&self) -> usize {
        self.training.stride()
    }

    /// As [`Training::advance`]: trains at most `n` epochs into `record`; how the run ended, once
    /// it has. The last few rows may come with a later call; when the run has ended, all are there.
    ///
    /// # Panics
    /// As the second thread has panicked, if it has.
    pub fn advance(&mut self, record: &mut Record, n: usize) -> Option<Outcome> {
        let Self { training, behind } = self;
        let Some(behind) = behind else {
            return training.advance(record, n);
        };
        for _ in 0..n {
            if behind.outcome.is_some() {
                break;
            }
            behind.outcome = behind.one_epoch(training, record);
        }
        behind.outcome
    }

    /// The network, as it stands.
    pub fn into_engine(self) -> E {
        self.training.into_engine()
    }
}

impl Behind {
    /// With a thread that finds singular values; `None` if the system refuses one.
    fn new(find: impl FnMut(&SpectrumInput) -> Vec<f64> + Send + 'static) -> Option<Self> {
        Some(Self {
            thread: SpectrumThread::spawn(MOST_OPEN + 1, find).ok()?,
            open: VecDeque::new(),
            spare: Vec::new(),
            outcome: None,
        })
    }

    /// Trains an epoch, and moves the rows whose singular values are there to `record`.
    fn one_epoch<E: Engine>(
        &mut self,
        training: &mut Training<E>,
        record: &mut Record,
    ) -> Option<Outcome> {
        let spare = self.spare.pop();
        let mut row = spare.unwrap_or_else(|| Record::new(record.shape()));
        let (input, ended) = training.advance_open(&mut row);
        match input {
            Some(input) => {
                self.thread.queue(input);
                self.open.push_back(row);
            }
            None => self.spare.push(row),
        }
        let most_open = if ended.is_some() { 0 } else { MOST_OPEN };
        while !self.open.is_empty() {
            let waits = self.open.len() > most_open;
            let Some(values) = self.thread.values(waits) else {
                break;
            };
            let mut row = self.open.pop_front()?;
            let diverged = close_rows(&mut row, &values, record);
            self.spare.push(row);
            if diverged.is_some() {
                return diverged;
            }
        }
        ended
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::data::TreeRecipe;
    use crate::experiment::Experiment;
    use crate::model::Setup;
    use crate::model::reduced::ReducedNetwork;
    use crate::worker::panic::panic_message;

    fn of_64_items(hidden: usize, lr: f64) -> Experiment {
        let tree = TreeRecipe {
            levels: 6,
            n_features: 100,
            ..TreeRecipe::default()
        };
        Experiment {
            hidden: vec![hidden],
            lr,
            gamma: 1e-2,
            n_epochs: 40,
            ..Experiment::default().on_tree(tree)
        }
    }

    fn training(experiment: &Experiment, stride: usize) -> Training<ReducedNetwork> {
        let network = Setup::new(experiment, None).network(experiment);
        Training::with_stride(network, experiment.lr, experiment.n_epochs, stride)
    }

    /// All rows, trained so many epochs at a time.
    fn run(
        mut pipeline: Pipeline<ReducedNetwork>,
        experiment: &Experiment,
        n_at_once: usize,
    ) -> (Record, Outcome) {
        let mut record = Record::new(experiment.row_shape());
        loop {
            if let Some(outcome) = pipeline.advance(&mut record, n_at_once) {
                let n_rows = record.len();
                assert_eq!(pipeline.advance(&mut record, 3), Some(outcome));
                assert_eq!(record.len(), n_rows);
                return (record, outcome);
            }
        }
    }

    #[test]
    fn rows_are_the_same_to_the_bit_on_one_thread_and_on_two() {
        for (hidden, lr, stride) in [(70, 4.0, 1), (70, 4.0, 3), (20, 4.0, 1), (70, 4000.0, 1)] {
            let experiment = of_64_items(hidden, lr);
            let shape = experiment.row_shape();
            let (expected, ended, _) = training(&experiment, stride).run(shape);
            assert_eq!(ended == Outcome::Finished, lr < 4000.0);
            for n_at_once in [1, 7, 1000] {
                let pipeline = Pipeline::on_two_threads(training(&experiment, stride));
                assert!(pipeline.behind.is_some());
                let (record, outcome) = run(pipeline, &experiment, n_at_once);
                assert_eq!((outcome, record.len()), (ended, expected.len()));
                assert!(record == expected, "{hidden} {lr} {stride}");
                for row in 0..record.len() {
                    let bits = |record: &Record| -> Vec<u64> {
                        record.modes(row).iter().map(|v| v.to_bits()).collect()
                    };
                    assert_eq!(bits(&record), bits(&expected));
                }
            }
        }
    }

    #[test]
    fn a_small_run_and_one_without_singular_values_have_no_second_thread() {
        let small = training(&Experiment::default(), 1);
        assert!(Pipeline::on_two_threads(small).behind.is_none());
        let without = training(&of_64_items(70, 4.0), 1).without_singular_values();
        assert!(Pipeline::on_two_threads(without).behind.is_none());
    }

    #[test]
    fn a_run_that_is_given_up_ends_its_second_thread() {
        /// Notes that the thread, which owns it, has ended.
        struct Note(Arc<AtomicBool>);
        impl Drop for Note {
            fn drop(&mut self) {
                self.0.store(true, Ordering::SeqCst);
            }
        }
        let experiment = of_64_items(70, 4.0);
        let has_ended = Arc::new(AtomicBool::new(false));
        let note = Note(Arc::clone(&has_ended));
        let behind = Behind::new(move |_| {
            std::hint::black_box(&note);
            vec![1.0; 64]
        });
        let mut pipeline = Pipeline {
            training: training(&experiment, 1),
            behind,
        };
        let mut record = Record::new(experiment.row_shape());
        assert_eq!(pipeline.advance(&mut record, 9), None);
        drop(pipeline);
        assert!(has_ended.load(Ordering::SeqCst));
        assert!(record.len() <= 9 && record.len() >= 9 - MOST_OPEN);
    }

    #[test]
    fn a_panic_of_the_second_thread_is_that_of_the_run() {
        let experiment = of_64_items(70, 4.0);
        let mut pipeline = Pipeline {
            training: training(&experiment, 1),
            behind: Behind::new(|_| panic!("no values")),
        };
        let mut record = Record::new(experiment.row_shape());
        let panicked = catch_unwind(AssertUnwindSafe(|| pipeline.advance(&mut record, 40)));
        let payload = panicked.expect_err("the thread has panicked");
        assert_eq!(panic_message(payload.as_ref()), "no values");
        assert!(record.is_empty());
    }
}
