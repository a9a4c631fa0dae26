//! What an atlas's threads share: the work that is left, what they found, and whether they wait.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::order::{AtlasOrder, Found, SectionOrder};
use super::piece::{Foreman, KeptSetups, Piece};
use super::queue::Queue;
use crate::analysis::atlas::plane::CellIndex;
use crate::worker::job::JobError;
use crate::worker::panic::panic_message;

/// What the threads share.
pub(super) struct Board {
    wake: Box<dyn Fn() + Send + Sync>,
    state: Mutex<State>,
    /// There is work, or no more reason to wait.
    changed: Condvar,
    /// The numbers of the atlas and of the section that are wanted.
    atlas: AtomicU64,
    section: AtomicU64,
}

/// The number of an order, of a section or of an atlas.
#[derive(Clone, Copy, PartialEq)]
struct Number {
    is_of_section: bool,
    number: u64,
}

#[derive(Default)]
struct State {
    queue: Queue,
    /// What was found and not polled. A plane has so many cells, so this has an end.
    found: Vec<Result<Found, JobError>>,
    /// What each thread that is at a piece is at.
    at_work: Vec<Number>,
    /// Somebody was woken and has not polled since.
    was_woken: bool,
    is_held: bool,
    is_ended: bool,
}

impl Number {
    fn of(piece: &Piece) -> Self {
        Self {
            is_of_section: piece.task.is_of_section(),
            number: piece.number,
        }
    }
}

impl Board {
    pub(super) fn new(wake: Box<dyn Fn() + Send + Sync>) -> Self {
        Self {
            wake,
            state: Mutex::default(),
            changed: Condvar::new(),
            atlas: AtomicU64::default(),
            section: AtomicU64::default(),
        }
    }

    /// Takes an atlas in the place of another, but for the cells that it `has`.
    pub(super) fn start(&self, order: AtlasOrder, has: &dyn Fn(CellIndex) -> bool) {
        let mut state = self.state();
        let number = self.atlas.fetch_add(1, Ordering::Relaxed) + 1;
        let is_of_section = |found: &Result<Found, JobError>| matches!(found, Ok(Found::Point(_)));
        state.found.retain(is_of_section);
        state.queue.set_atlas(number, order, has);
        self.changed.notify_all();
    }

    /// Takes a section in the place of another.
    pub(super) fn start_section(&self, order: SectionOrder) {
        let mut state = self.state();
        let number = self.section.fetch_add(1, Ordering::Relaxed) + 1;
        let is_of_atlas = |found: &Result<Found, JobError>| !matches!(found, Ok(Found::Point(_)));
        state.found.retain(is_of_atlas);
        state.queue.set_section(number, order);
        self.changed.notify_all();
    }

    /// Gives up all that is under way.
    pub(super) fn stop(&self) {
        let mut state = self.state();
        self.cancel(&mut state);
        state.found.clear();
    }

    /// Lets no run begin, or lets them again.
    pub(super) fn hold(&self, is_held: bool) {
        let mut state = self.state();
        if state.is_held != is_held {
            state.is_held = is_held;
            self.changed.notify_all();
        }
    }

    /// Whether there is something left to compute, or to poll.
    pub(super) fn is_busy(&self) -> bool {
        let state = self.state();
        self.has_work(&state) || !state.found.is_empty()
    }

    /// What was found since the last poll.
    pub(super) fn poll(&self) -> Vec<Result<Found, JobError>> {
        let mut state = self.state();
        state.was_woken = false;
        std::mem::take(&mut state.found)
    }

    /// Ends the threads.
    pub(super) fn end(&self) {
        let mut state = self.state();
        self.cancel(&mut state);
        state.is_ended = true;
        self.changed.notify_all();
    }

    /// Ends the work with a message.
    pub(super) fn fail(&self, message: String) {
        let mut state = self.state();
        self.cancel(&mut state);
        state.found.push(Err(JobError { message }));
        self.wake_once(state);
    }

    /// Does what is on the board until it ends: the life of a thread.
    pub(super) fn work(&self) {
        let mut setups = KeptSetups::default();
        while let Some(piece) = self.next() {
            let number = Number::of(&piece);
            let hand = Hand {
                board: self,
                number,
            };
            let task = AssertUnwindSafe(|| piece.task.perform(&mut setups, &hand));
            let message = catch_unwind(task).err();
            let message = message.map(|payload| panic_message(payload.as_ref()));
            if let Some(message) = message.filter(|_| !hand.is_cancelled()) {
                self.fail(message);
            }
            let mut state = self.state();
            if let Some(place) = state.at_work.iter().position(|it| *it == number) {
                state.at_work.swap_remove(place);
            }
            // That nothing is left is news as well.
            if !self.has_work(&state) {
                self.wake_once(state);
            }
        }
    }

    /// The next piece, once there is one and nothing is held; `None` at the end.
    fn next(&self) -> Option<Piece> {
        let mut state = self.state();
        loop {
            if state.is_ended {
                return None;
            }
            if !state.is_held
                && let Some(piece) = state.queue.take()
            {
                state.at_work.push(Number::of(&piece));
                return Some(piece);
            }
            let waited = self.changed.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    #[cfg(test)]
    pub(super) fn has_work_left(&self) -> bool {
        self.has_work(&self.state())
    }

    /// Whether anything that is wanted is under way or waits.
    fn has_work(&self, state: &State) -> bool {
        let is_wanted = |number: &Number| self.is_wanted(*number);
        !state.queue.is_empty() || state.at_work.iter().any(is_wanted)
    }

    fn is_wanted(&self, of: Number) -> bool {
        let wanted = if of.is_of_section {
            &self.section
        } else {
            &self.atlas
        };
        wanted.load(Ordering::Relaxed) == of.number
    }

    fn cancel(&self, state: &mut State) {
        self.atlas.fetch_add(1, Ordering::Relaxed);
        self.section.fetch_add(1, Ordering::Relaxed);
        state.queue = Queue::default();
        self.changed.notify_all();
    }

    fn wake_once(&self, mut state: MutexGuard<'_, State>) {
        let was_woken = std::mem::replace(&mut state.was_woken, true);
        // The wake may poll at once.
        drop(state);
        if !was_woken {
            (self.wake)();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it holds the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread at a piece.
struct Hand<'a> {
    board: &'a Board,
    number: Number,
}

impl Foreman for Hand<'_> {
    fn is_cancelled(&self) -> bool {
        !self.board.is_wanted(self.number)
    }

    fn wait_while_held(&self) {
        let mut state = self.board.state();
        while state.is_held && !state.is_ended && !self.is_cancelled() {
            let waited = self.board.changed.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn found(&self, found: Found) {
        let mut state = self.board.state();
        // Asked with the lock, so nothing of an older order comes after a newer one's start.
        if !self.is_cancelled() {
            state.found.push(Ok(found));
            self.board.wake_once(state);
        }
    }
}
