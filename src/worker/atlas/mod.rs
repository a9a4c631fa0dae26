//! The atlas, computed in the background on all cores but one.
//!
//! [`AtlasWorker`] is the handle. Its threads take `Piece`s of work off a `Board`
//! in the order of a `Queue`, from coarse to fine, and leave there what they find until it
//! is polled. They know no window: whoever polls is woken by a closure, once until he does.

mod board;
mod order;
mod piece;
mod queue;

use std::fmt;
use std::sync::Arc;
use std::thread;

use super::job::JobError;
use crate::analysis::atlas::plane::CellIndex;
use board::Board;

pub use order::{AtlasOrder, Found, SectionOrder};

/// The handle of the atlas's threads. Dropping it ends them.
pub struct AtlasWorker {
    board: Arc<Board>,
    n_threads: usize,
    has_threads: bool,
}

impl AtlasWorker {
    /// A worker with no threads yet. `wake` is called, from one of them, when there is something
    /// to poll, and again only after it was.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let n_cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self::with_threads(n_cores.saturating_sub(1).max(1), wake)
    }

    fn with_threads(n_threads: usize, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            board: Arc::new(Board::new(Box::new(wake))),
            n_threads,
            has_threads: false,
        }
    }

    /// Fills this atlas from now on, but for the cells that it `has`; whatever was under way is
    /// cancelled.
    pub fn start(&mut self, order: AtlasOrder, has: impl Fn(CellIndex) -> bool) {
        self.spawn();
        self.board.start(order, &has);
    }

    /// Computes this section from now on, and the atlas as before.
    pub fn start_section(&mut self, order: SectionOrder) {
        self.spawn();
        self.board.start_section(order);
    }

    /// Gives up all that is under way.
    pub fn stop(&mut self) {
        self.board.stop();
    }

    /// While held, no run begins; those under way end.
    pub fn hold(&self, is_held: bool) {
        self.board.hold(is_held);
    }

    /// Whether there is something left to compute, or to poll.
    pub fn is_busy(&self) -> bool {
        self.board.is_busy()
    }

    /// What was found since the last poll, in the order in which it was. Never waits for a run.
    pub fn poll(&mut self) -> Vec<Result<Found, JobError>> {
        self.board.poll()
    }

    /// Starts the threads, if there are none. As many as the system grants will do.
    fn spawn(&mut self) {
        if self.has_threads {
            return;
        }
        for number in 0..self.n_threads {
            let board = Arc::clone(&self.board);
            let name = format!("atlas {number}");
            match thread::Builder::new()
                .name(name)
                .spawn(move || board.work())
            {
                Ok(_) => self.has_threads = true,
                Err(error) if !self.has_threads => self.board.fail(error.to_string()),
                Err(_) => {}
            }
        }
    }
}

impl Drop for AtlasWorker {
    fn drop(&mut self) {
        // The threads are told and not joined: a step that does not ask may take a while, and they
        // hold nothing that anybody waits for.
        self.board.end();
    }
}

impl fmt::Debug for AtlasWorker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtlasWorker")
            .field("n_threads", &self.n_threads)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
