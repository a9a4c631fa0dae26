//! Trains the pinned runs of an opened file, one after the other, beside the run that is shown.

use super::pins::{Pin, Pins};
use crate::worker::job::Job;

/// The job that trains pins.
#[derive(Debug)]
pub(crate) struct PinTraining(Job<Option<Pin>>);

impl PinTraining {
    /// `wake` is called, from a thread, when a pin is trained.
    pub(crate) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Job::new("pins", wake))
    }

    /// The pins were replaced: trains the first that is not trained yet, and gives up the others.
    pub(crate) fn restart(&mut self, pins: &Pins) {
        self.0.cancel();
        self.start_next(pins);
    }

    /// Takes over a pin that was trained, and goes on to the next.
    ///
    /// # Errors
    /// What a panic, or the system, said, if the pin cannot be trained.
    pub(crate) fn poll(&mut self, pins: &mut Pins) -> Result<(), String> {
        let result = match self.0.poll() {
            Some(Ok(Some(pin))) => {
                pins.arrive(pin);
                Ok(())
            }
            Some(Err(error)) => {
                pins.pass_over();
                Err(error.to_string())
            }
            Some(Ok(None)) | None => return Ok(()),
        };
        self.start_next(pins);
        result
    }

    fn start_next(&mut self, pins: &Pins) {
        if let Some(stored) = pins.next_awaited().cloned() {
            self.0
                .start(move |is_cancelled| Pin::trained(stored, is_cancelled));
        }
    }
}
