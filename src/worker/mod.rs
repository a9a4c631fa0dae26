//! One background thread that trains the newest experiment.
//!
//! [`Worker`] is the handle: it sends experiments and hands out [`Event`]s. The thread behind it
//! is the actor. It knows the model and no window: whoever shows the events is woken by a closure.
//! Of many items it trains in a [`Pipeline`], on one thread more, and a setup is made on
//! [`two_threads`]. Other long work, one piece at a time, is a [`job::Job`]; many short runs side
//! by side are an [`atlas::AtlasWorker`]'s.

mod actor;
pub mod atlas;
mod event;
mod facts;
pub mod job;
mod message;
mod panic;
mod pipeline;
mod spectrum_thread;
pub mod two_threads;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::experiment::Experiment;
use actor::Actor;
use message::{Message, Order};

pub use event::{Event, RunId};
pub use facts::RunFacts;
#[cfg(feature = "gui")]
pub(crate) use panic::panic_message;
pub use pipeline::Pipeline;

/// Events that may wait unread. When they do, rows are merged into the next event instead.
const QUEUE: usize = 8;

/// The handle of the background thread. Dropping it ends the thread.
#[derive(Debug)]
pub struct Worker {
    /// None only while dropping.
    messages: Option<Sender<Message>>,
    events: Receiver<Event>,
    /// Set by the thread while it waits for room among the events.
    waits_for_room: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    last_id: RunId,
}

impl Worker {
    /// Starts the thread. `wake` is called, from the thread, whenever there is an event to read.
    ///
    /// # Errors
    /// If the system refuses another thread.
    pub fn spawn(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::spawn_hooked(wake, |_| ())
    }

    /// Does the same as [`Worker::spawn`], with something to do before each run, within its panic
    /// guard.
    fn spawn_hooked(
        wake: impl Fn() + Send + 'static,
        before_run: impl Fn(&Experiment) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (messages, inbox) = channel();
        let (outbox, events) = sync_channel(QUEUE);
        let waits_for_room = Arc::new(AtomicBool::new(false));
        let waits = Arc::clone(&waits_for_room);
        let actor = Actor::new(inbox, outbox, waits, Box::new(wake), Box::new(before_run));
        let thread = thread::Builder::new()
            .name("training".to_owned())
            .spawn(move || actor.run())?;
        Ok(Self {
            messages: Some(messages),
            events,
            waits_for_room,
            thread: Some(thread),
            last_id: RunId(0),
        })
    }

    /// Trains `experiment` from now on; whatever runs is dropped.
    pub fn start(&mut self, experiment: Experiment) -> RunId {
        self.last_id = RunId(self.last_id.0 + 1);
        let id = self.last_id;
        self.tell(Message::Train(Box::new(Order { id, experiment })));
        id
    }

    fn tell(&self, message: Message) {
        if let Some(messages) = &self.messages {
            // This fails only if the thread is gone, which no run can bring about.
            messages.send(message).ok();
        }
    }

    /// An event was read: a thread that waits for room goes on.
    fn make_room(&self) {
        if self.waits_for_room.swap(false, Ordering::SeqCst) {
            self.tell(Message::HasRoom);
        }
    }

    /// The next event that is already there.
    pub fn try_next(&self) -> Option<Event> {
        let event = self.events.try_recv().ok()?;
        self.make_room();
        Some(event)
    }

    /// The next event, waiting for it at most `timeout`.
    pub fn next_within(&self, timeout: Duration) -> Option<Event> {
        let event = self.events.recv_timeout(timeout).ok()?;
        self.make_room();
        Some(event)
    }

    /// Whether the thread is there. It always is, short of a bug.
    pub fn is_alive(&self) -> bool {
        self.thread
            .as_ref()
            .is_some_and(|thread| !thread.is_finished())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // First hang up, which the thread looks for every few milliseconds and is woken by where it
        // waits; then join it.
        self.messages = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

#[cfg(test)]
mod tests;
