//! How far the runs of a sweep may be ahead of the row that is written next.
//!
//! Rows are written in order, so those behind a slow run have to be kept. A run that is too far
//! ahead is not begun, so that there are never more than so many.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// The number of the row that is written next, and how many may be made beyond it.
pub(super) struct HeadStart {
    next: Mutex<usize>,
    moved: Condvar,
    most: usize,
}

impl HeadStart {
    /// With row `first` to be written next, and at most `most` rows not written yet.
    pub(super) fn new(first: usize, most: usize) -> Self {
        Self {
            next: Mutex::new(first),
            moved: Condvar::new(),
            most,
        }
    }

    /// Waits until run `index` may begin.
    pub(super) fn wait_for(&self, index: usize) {
        let is_too_far = |next: &mut usize| index - (*next).min(index) >= self.most;
        // A panic elsewhere ends the sweep anyway.
        let waited = self.moved.wait_while(self.lock(), is_too_far);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// Row `next` is to be written now. After [`Self::end`] nobody waits any more.
    pub(super) fn at(&self, next: usize) {
        let mut furthest = self.lock();
        *furthest = next.max(*furthest);
        drop(furthest);
        self.moved.notify_all();
    }

    /// No run waits any more.
    pub(super) fn end(&self) {
        self.at(usize::MAX);
    }

    /// Ends all waiting when the thread that holds this panics: its row will never be written.
    pub(super) fn ended_by_panic(&self) -> EndedByPanic<'_> {
        EndedByPanic(self)
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(super) struct EndedByPanic<'a>(&'a HeadStart);

impl Drop for EndedByPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::sync_channel;

    use super::*;

    #[test]
    fn runs_wait_for_the_row_that_is_late() {
        let head_start = HeadStart::new(10, 4);
        let furthest = AtomicUsize::new(0);
        let (sender, receiver) = sync_channel(100);
        thread::scope(|scope| {
            scope.spawn(|| {
                for index in 10..30 {
                    head_start.wait_for(index);
                    furthest.store(index, Ordering::SeqCst);
                    sender.send(index).unwrap();
                }
            });
            for next in 10..30 {
                assert_eq!(receiver.recv(), Ok(next));
                assert!(furthest.load(Ordering::SeqCst) < next + 4);
                head_start.at(next + 1);
            }
        });
    }

    #[test]
    fn nobody_waits_for_a_run_that_panicked() {
        let head_start = HeadStart::new(0, 1);
        thread::scope(|scope| {
            let broken = scope.spawn(|| {
                let _guard = head_start.ended_by_panic();
                panic!("a run broke");
            });
            assert!(broken.join().is_err());
            // Another thread's row is written meanwhile.
            head_start.at(0);
            head_start.wait_for(5);
        });
    }
}
