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
    /// The message of a panic or of the system, if the pin cannot be trained.
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

    /// Trains all pins that are not trained yet, waiting for them.
    #[cfg(test)]
    pub(super) fn settle(&mut self, pins: &mut Pins) {
        let deadline = std::time::Duration::from_mins(1);
        while pins.next_awaited().is_some() {
            match self.0.wait(deadline) {
                Some(Ok(Some(pin))) => pins.arrive(pin),
                other => panic!("a pin is not trained: {other:?}"),
            }
            self.start_next(pins);
        }
    }

    fn start_next(&mut self, pins: &Pins) {
        if let Some(stored) = pins.next_awaited().cloned() {
            self.0
                .start(move |is_cancelled| Pin::trained(stored, is_cancelled));
        }
    }
}
