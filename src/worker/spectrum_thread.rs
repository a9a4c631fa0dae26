//! A thread that finds the singular values of one `W_tot` after the other, a few at a time.

use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::{self, JoinHandle};

use crate::model::spectrum::SpectrumInput;

/// The handle of the thread. Dropping it ends the thread, once that has the values it is at.
pub(super) struct SpectrumThread {
    /// Both channels; `None` only while dropping.
    channels: Option<(SyncSender<SpectrumInput>, Receiver<Vec<f64>>)>,
    thread: Option<JoinHandle<()>>,
}

impl SpectrumThread {
    /// Starts the thread; `find` answers there what is queued, of which no more than `most` may be
    /// unanswered.
    ///
    /// # Errors
    /// If the system refuses another thread.
    pub(super) fn spawn(
        most: usize,
        mut find: impl FnMut(&SpectrumInput) -> Vec<f64> + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, inputs) = sync_channel::<SpectrumInput>(most);
        let (outbox, values) = sync_channel(most);
        let work = move || {
            for input in inputs {
                // Where nobody listens any more nothing is to be done.
                if outbox.send(find(&input)).is_err() {
                    return;
                }
            }
        };
        let thread = thread::Builder::new().name("singular values".to_owned());
        Ok(Self {
            thread: Some(thread.spawn(work)?),
            channels: Some((sender, values)),
        })
    }

    /// Queues a `W_tot` whose values are wanted.
    pub(super) fn queue(&self, input: SpectrumInput) {
        if let Some((sender, _)) = &self.channels {
            // This fails only if the thread has panicked, which is told where values are taken.
            sender.send(input).ok();
        }
    }

    /// The values of the oldest `W_tot` that is unanswered, if they are there or, where `waits`,
    /// once they are. There must be one.
    ///
    /// # Panics
    /// As the thread has panicked, if it has.
    pub(super) fn values(&mut self, waits: bool) -> Option<Vec<f64>> {
        let (_, values) = self.channels.as_ref()?;
        let received = if waits {
            values.recv().map_err(|_| TryRecvError::Disconnected)
        } else {
            values.try_recv()
        };
        match received {
            Ok(values) => return Some(values),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => {
                if let Some(Err(payload)) = self.thread.take().map(JoinHandle::join) {
                    resume_unwind(payload);
                }
            }
        }
        None
    }
}

impl Drop for SpectrumThread {
    fn drop(&mut self) {
        // First hang up at both ends, or it would go on with what is queued; then join it.
        self.channels = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}
