//! One piece of long work beside the training: a comparison, a self-check.
//!
//! A [`Job`] is the handle of a thread of its own. What is started last is what counts: older work
//! is told that it is cancelled, and its result is dropped. There is never more than one thread to
//! a job, so starting often piles nothing up. It knows no window: whoever polls is woken by a
//! closure.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::panic::panic_message;

/// The work: it asks now and then whether it is cancelled, and may then answer anything.
type Work<T> = Box<dyn FnOnce(&mut dyn FnMut() -> bool) -> T + Send>;

/// Work that came to nothing: it panicked, or the system refused a thread.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct JobError {
    /// The message of the panic, or of the system.
    pub message: String,
}

/// The handle of one kind of work. Dropping it cancels the work.
pub struct Job<T> {
    name: &'static str,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// The number of the newest piece; work with another one is cancelled.
    newest: Arc<AtomicU64>,
    /// Made with the first start.
    thread: Option<Thread<T>>,
    /// The newest piece has not been polled yet.
    is_busy: bool,
    /// Why there is no thread, until it is polled.
    refused: Option<JobError>,
}

struct Thread<T> {
    orders: Sender<(u64, Work<T>)>,
    results: Receiver<(u64, Result<T, JobError>)>,
}

impl<T: Send + 'static> Job<T> {
    /// A job whose thread will have this name. `wake` is called, from the thread, when there is a
    /// result to poll.
    pub fn new(name: &'static str, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            name,
            wake: Arc::new(wake),
            newest: Arc::default(),
            thread: None,
            is_busy: false,
            refused: None,
        }
    }

    /// Does this from now on; whatever was under way is cancelled.
    pub fn start(&mut self, work: impl FnOnce(&mut dyn FnMut() -> bool) -> T + Send + 'static) {
        let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        self.is_busy = true;
        self.refused = None;
        if self.thread.is_none() {
            match self.spawn() {
                Ok(thread) => self.thread = Some(thread),
                Err(error) => {
                    let message = error.to_string();
                    self.refused = Some(JobError { message });
                }
            }
        }
        if let Some(thread) = &self.thread {
            // This fails only if the thread is gone, which no work can bring about.
            thread.orders.send((number, Box::new(work))).ok();
        }
    }

    /// Gives up what is under way.
    pub fn cancel(&mut self) {
        self.newest.fetch_add(1, Ordering::Relaxed);
        self.is_busy = false;
        self.refused = None;
    }

    /// Whether the newest piece has not come to a result that was polled.
    pub fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// The result of the newest piece, once, when it is there. Never waits.
    pub fn poll(&mut self) -> Option<Result<T, JobError>> {
        if let Some(error) = self.refused.take() {
            self.is_busy = false;
            return Some(Err(error));
        }
        let newest = self.newest.load(Ordering::Relaxed);
        let results = &self.thread.as_ref()?.results;
        let (_, result) = results.try_iter().find(|(number, _)| *number == newest)?;
        self.is_busy = false;
        Some(result)
    }

    /// The result of the newest piece, waiting for it at most `timeout`; none if it does not come,
    /// or nothing was started.
    pub fn wait(&mut self, timeout: Duration) -> Option<Result<T, JobError>> {
        let end = Instant::now() + timeout;
        loop {
            if let Some(result) = self.poll() {
                return Some(result);
            }
            let left = end.saturating_duration_since(Instant::now());
            let (number, result) = self.thread.as_ref()?.results.recv_timeout(left).ok()?;
            if number == self.newest.load(Ordering::Relaxed) {
                self.is_busy = false;
                return Some(result);
            }
        }
    }

    fn spawn(&self) -> std::io::Result<Thread<T>> {
        let (orders, inbox) = channel::<(u64, Work<T>)>();
        let (outbox, results) = channel();
        let (newest, wake) = (Arc::clone(&self.newest), Arc::clone(&self.wake));
        let work = move || {
            for (number, work) in inbox {
                let is_cancelled = || newest.load(Ordering::Relaxed) != number;
                if is_cancelled() {
                    continue;
                }
                let guarded = catch_unwind(AssertUnwindSafe(|| work(&mut { is_cancelled })));
                let result = guarded.map_err(|payload| JobError {
                    message: panic_message(payload.as_ref()),
                });
                if is_cancelled() {
                    continue;
                }
                if outbox.send((number, result)).is_err() {
                    return;
                }
                wake();
            }
        };
        thread::Builder::new()
            .name(self.name.to_owned())
            .spawn(work)?;
        Ok(Thread { orders, results })
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        // The thread is told and not joined: a step that does not ask may take seconds, and it
        // holds nothing that anybody waits for.
        self.newest.fetch_add(1, Ordering::Relaxed);
    }
}

impl<T> fmt::Debug for Job<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("name", &self.name)
            .field("is_busy", &self.is_busy)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing here takes this long; it only bounds a failure.
    const DEADLINE: Duration = Duration::from_mins(1);

    fn job<T: Send + 'static>() -> (Job<T>, Receiver<()>) {
        let (sender, woken) = channel();
        let sender = std::sync::Mutex::new(sender);
        let wake = move || {
            if let Ok(sender) = sender.lock() {
                sender.send(()).ok();
            }
        };
        (Job::new("a job", wake), woken)
    }

    #[test]
    fn a_result_wakes_and_is_polled_once() {
        let (mut job, woken) = job();
        assert_eq!((job.poll(), job.is_busy()), (None, false));
        job.start(|_| thread::current().name().map(ToOwned::to_owned));
        assert!(job.is_busy());
        woken.recv_timeout(DEADLINE).unwrap();
        assert_eq!(job.poll(), Some(Ok(Some("a job".to_owned()))));
        assert_eq!((job.poll(), job.is_busy()), (None, false));
    }

    #[test]
    fn the_newest_result_can_be_waited_for() {
        let (mut job, _woken) = job();
        assert_eq!(job.wait(Duration::ZERO), None);
        for number in 0..20 {
            job.start(move |_| number);
        }
        assert_eq!(job.wait(DEADLINE), Some(Ok(19)));
        assert_eq!((job.wait(Duration::ZERO), job.is_busy()), (None, false));
    }

    #[test]
    fn newest_start_wins_and_the_older_is_told() {
        let (mut job, woken) = job();
        let (told, was_told) = channel();
        let (begun, has_begun) = channel();
        job.start(move |is_cancelled| {
            begun.send(()).ok();
            while !is_cancelled() {
                thread::yield_now();
            }
            told.send(()).ok();
            1
        });
        has_begun.recv_timeout(DEADLINE).unwrap();
        job.start(|_| 2);
        was_told.recv_timeout(DEADLINE).unwrap();
        woken.recv_timeout(DEADLINE).unwrap();
        assert_eq!(job.poll(), Some(Ok(2)));
        // Nobody was woken for cancelled work.
        assert!(woken.try_recv().is_err());
    }

    #[test]
    fn dropping_and_cancelling_tell_the_work() {
        for drops in [true, false] {
            let (mut job, _woken) = job();
            let (told, was_told) = channel();
            job.start(move |is_cancelled| {
                while !is_cancelled() {
                    thread::yield_now();
                }
                told.send(()).ok();
            });
            if drops {
                drop(job);
                // Work that had not begun is dropped with its channel: cancelled as well.
                assert_ne!(
                    was_told.recv_timeout(DEADLINE),
                    Err(std::sync::mpsc::RecvTimeoutError::Timeout)
                );
            } else {
                job.cancel();
                assert!(!job.is_busy());
                assert_ne!(
                    was_told.recv_timeout(DEADLINE),
                    Err(std::sync::mpsc::RecvTimeoutError::Timeout)
                );
                assert_eq!(job.poll(), None);
            }
        }
    }

    #[test]
    fn a_panic_is_a_value_and_the_next_start_works() {
        let (mut job, woken) = job();
        job.start(|_| -> u8 { panic!("unlucky {}", 13) });
        woken.recv_timeout(DEADLINE).unwrap();
        let message = "unlucky 13".to_owned();
        assert_eq!(job.poll(), Some(Err(JobError { message })));
        job.start(|_| 7);
        woken.recv_timeout(DEADLINE).unwrap();
        assert_eq!(job.poll(), Some(Ok(7)));
    }
}
