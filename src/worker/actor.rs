//! The worker's thread: takes the newest order, trains, publishes.
//!
//! Two invariants. It never blocks on anything but its inbox, so it can always be superseded or
//! ended; where the event queue is full, the reader's next step is told through the inbox, too.
//! And what it has trained is either published, in order, or belongs to a run that nobody wants
//! any more.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError};
use std::time::{Duration, Instant};

use super::event::{Event, RunId};
use super::facts::RunFacts;
use super::message::{Message, Order};
use super::panic::panic_message;
use super::pipeline::Pipeline;
use super::two_threads::TwoThreads;
use crate::analysis::theory::{self, Foreseen, Starts, judgement};
use crate::data::Dataset;
use crate::experiment::Experiment;
use crate::model::reduced::ReducedNetwork;
use crate::model::{Outcome, Record, Setup, Training};

/// Rows are published at most once a frame.
const FRAME: Duration = Duration::from_millis(16);

/// How long to train before looking for a newer order.
const LOOK_EVERY: Duration = Duration::from_millis(2);

pub(super) struct Actor {
    inbox: Receiver<Message>,
    outbox: SyncSender<Event>,
    /// Set while the actor waits for room in the event queue: the reader then tells it of room.
    waits_for_room: Arc<AtomicBool>,
    wake: Box<dyn Fn() + Send>,
    before_run: Box<dyn Fn(&Experiment) + Send>,
    /// The newest order not yet begun.
    pending: Option<Box<Order>>,
    is_hung_up: bool,
    /// The last setup, for the next run to take over what fits.
    setup: Option<Setup>,
}

/// The run was given up: a newer order is pending, or nobody listens.
struct GivenUp;

impl Actor {
    pub(super) fn new(
        inbox: Receiver<Message>,
        outbox: SyncSender<Event>,
        waits_for_room: Arc<AtomicBool>,
        wake: Box<dyn Fn() + Send>,
        before_run: Box<dyn Fn(&Experiment) + Send>,
    ) -> Self {
        Self {
            inbox,
            outbox,
            waits_for_room,
            wake,
            before_run,
            pending: None,
            is_hung_up: false,
            setup: None,
        }
    }

    /// Works until the handle hangs up.
    pub(super) fn run(mut self) {
        while let Some(order) = self.next_order() {
            let Order { id, experiment } = *order;
            // A panic leaves the setup as it was before the run, or none.
            let guarded = catch_unwind(AssertUnwindSafe(|| self.train(id, experiment)));
            if let Err(payload) = guarded {
                let message = panic_message(payload.as_ref());
                self.publish(Event::Panicked { id, message }).ok();
            }
        }
    }

    /// The newest order, waiting for one if there is none.
    fn next_order(&mut self) -> Option<Box<Order>> {
        while self.pending.is_none() {
            match self.inbox.recv().ok()? {
                Message::Train(order) => self.pending = Some(order),
                Message::HasRoom => {}
            }
        }
        self.is_superseded();
        if self.is_hung_up {
            None
        } else {
            self.pending.take()
        }
    }

    /// Looks for newer orders, and whether anybody is still there.
    fn is_superseded(&mut self) -> bool {
        loop {
            match self.inbox.try_recv() {
                Ok(Message::Train(order)) => self.pending = Some(order),
                Ok(Message::HasRoom) => {}
                Err(TryRecvError::Empty) => return self.pending.is_some(),
                Err(TryRecvError::Disconnected) => {
                    self.is_hung_up = true;
                    return true;
                }
            }
        }
    }

    fn train(&mut self, id: RunId, experiment: Experiment) -> Result<(), GivenUp> {
        (self.before_run)(&experiment);
        if let Err(error) = experiment.validate() {
            return self.publish(Event::Refused { id, error });
        }
        let start = Instant::now();
        let (mut network, dataset) = self.network(&experiment)?;
        let setup_time = start.elapsed();

        let shape = experiment.row_shape();
        let modes = network.modes().clone();
        let starts = Starts::of_network(&network);
        let first_strengths = network.first_strengths();
        let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
        let mut training = Pipeline::new(training);
        let n_layers = experiment.hidden.len() + 1;
        let facts = Arc::new(RunFacts {
            stability_limit: modes.stability_limit(experiment.n_outputs(), n_layers),
            modes,
            dataset,
            starts,
            first_strengths,
            stride: training.stride(),
            experiment,
        });
        let started = Event::Started {
            id,
            facts: Arc::clone(&facts),
        };
        self.publish(started)?;

        let start = Instant::now();
        let (outcome, rows) = self.epochs(id, &mut training, Record::new(shape))?;
        let training_time = start.elapsed();
        self.foresee(id, &facts)?;
        if !rows.is_empty() {
            self.publish(Event::Rows { id, rows })?;
        }
        self.publish(Event::Ended {
            id,
            outcome,
            setup_time,
            training_time,
        })
    }

    /// Trains to the end, publishing rows at most once a frame; answers those that are left.
    fn epochs(
        &mut self,
        id: RunId,
        training: &mut Pipeline<ReducedNetwork>,
        mut rows: Record,
    ) -> Result<(Outcome, Record), GivenUp> {
        let empty = rows.clone();
        let mut published = Instant::now();
        // Grows until so many epochs take as long as we may go without looking.
        let mut n_epochs = 1;
        loop {
            let start = Instant::now();
            let outcome = training.advance(&mut rows, n_epochs);
            if start.elapsed() < LOOK_EVERY / 2 {
                n_epochs *= 2;
            } else if start.elapsed() > LOOK_EVERY {
                n_epochs = (n_epochs / 2).max(1);
            }
            if self.is_superseded() {
                return Err(GivenUp);
            }
            if let Some(outcome) = outcome {
                return Ok((outcome, rows));
            }
            if published.elapsed() >= FRAME && !rows.is_empty() {
                published = Instant::now();
                match self.outbox.try_send(Event::Rows { id, rows }) {
                    Ok(()) => {
                        (self.wake)();
                        rows = empty.clone();
                    }
                    // No room: these rows go along with the next ones.
                    Err(TrySendError::Full(Event::Rows { rows: kept, .. })) => rows = kept,
                    Err(_) => return Err(GivenUp),
                }
            }
        }
    }

    /// Publishes what theory says of the run.
    fn foresee(&mut self, id: RunId, facts: &RunFacts) -> Result<(), GivenUp> {
        let experiment = &facts.experiment;
        let (n_outputs, n_items) = (experiment.n_outputs(), experiment.items.len());
        let run = judgement::RunProperties {
            starts: facts.starts.as_ref(),
            n_hidden_layers: experiment.hidden.len(),
            narrowest: experiment.hidden.iter().copied().min(),
            lr: experiment.lr,
            stability_limit: facts.stability_limit,
            step_size: theory::step_size(experiment.lr, n_outputs, n_items),
            n_epochs: experiment.n_epochs,
        };
        let first = &facts.first_strengths;
        let is_cancelled = &mut || self.is_superseded();
        let foreseen = Foreseen::of(&run, &facts.modes, first, n_outputs, is_cancelled);
        let foreseen = Arc::new(foreseen.ok_or(GivenUp)?);
        self.publish(Event::Foreseen { id, foreseen })
    }

    /// The reduced network for an experiment and its data set, from the last setup where that fits.
    fn network(
        &mut self,
        experiment: &Experiment,
    ) -> Result<(ReducedNetwork, Arc<Dataset>), GivenUp> {
        let last = self.setup.take();
        let setup = match last {
            Some(setup) if setup.fits(experiment) => setup,
            last => {
                let is_cancelled = &mut || self.is_superseded();
                let fresh = Setup::joined(experiment, last.as_ref(), &TwoThreads, is_cancelled);
                let Some(fresh) = fresh else {
                    self.setup = last;
                    return Err(GivenUp);
                };
                fresh
            }
        };
        let setup = self.setup.insert(setup);
        Ok((setup.network(experiment), Arc::clone(setup.dataset())))
    }

    /// Sends an event that must not be lost, as long as its run is wanted.
    fn publish(&mut self, mut event: Event) -> Result<(), GivenUp> {
        loop {
            match self.outbox.try_send(event) {
                Ok(()) => {
                    (self.wake)();
                    return Ok(());
                }
                Err(TrySendError::Disconnected(_)) => return Err(GivenUp),
                Err(TrySendError::Full(unsent)) => event = unsent,
            }
            // The first time round the flag is set and the queue tried once more: the reader may
            // have made room just before it could see the flag.
            if !self.waits_for_room.swap(true, Ordering::SeqCst) {
                continue;
            }
            match self.inbox.recv() {
                Ok(Message::Train(order)) => self.pending = Some(order),
                Ok(Message::HasRoom) => {}
                Err(_) => self.is_hung_up = true,
            }
            if self.is_hung_up || self.pending.is_some() {
                return Err(GivenUp);
            }
        }
    }
}
