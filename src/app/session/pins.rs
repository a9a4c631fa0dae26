//! Pinned runs, which stay beside the run that is shown.

use std::sync::Arc;

use super::pin_name::{short_name, whole_name};
use super::trace::Trace;
use crate::app::run::Run;
use crate::experiment::{Experiment, file};
use crate::picture::Palette;

/// A pinned run.
#[derive(Clone, Debug)]
pub(crate) struct Pin {
    /// The name.
    pub(crate) name: String,
    /// The number of the colour.
    pub(crate) colour: usize,
    /// Whether it stays in the table, and in no picture.
    pub(crate) is_hidden: bool,
    /// The curves of the run.
    pub(crate) trace: Arc<Trace>,
}

/// Pinned runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct PinList {
    pub(crate) trained: Vec<Pin>,
    /// Pins of an opened file that are not trained yet; listed after the trained ones.
    pub(crate) awaited: Vec<file::Pin>,
}

/// All pinned runs, and the run before the drag under way.
#[derive(Debug, Default)]
pub(crate) struct Pins {
    pub(crate) all: Vec<Pin>,
    /// As [`PinList::awaited`]; the first `n_failed` of them cannot be trained.
    awaited: Vec<file::Pin>,
    n_failed: usize,
    /// The run before the drag under way.
    pub(crate) before_drag: Option<Arc<Trace>>,
    /// The pin whose row or line is under the pointer; it is drawn stronger.
    pub(crate) hovered: Option<usize>,
    /// Counts changes of what is drawn from pins and kept: curves, not names and colours.
    revision: u64,
}

impl Pin {
    /// A pin of an experiment file, trained for its curves; `None` if cancelled.
    pub(crate) fn trained(
        stored: file::Pin,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let trace = Trace::trained_unless(stored.experiment, is_cancelled)?;
        Some(Self {
            colour: stored.colour.unwrap_or(0) % Palette::N_PINS,
            name: stored.name,
            is_hidden: stored.is_hidden,
            trace: Arc::new(trace),
        })
    }

    /// The name, and all that the run was trained with.
    pub(crate) fn whole_name(&self) -> String {
        let whole = whole_name(&self.trace.experiment);
        if self.name == whole {
            whole
        } else {
            format!("{} ({whole})", self.name)
        }
    }

    /// Whether it stands so in an experiment file, at this place in the list.
    fn is_stored_as(&self, stored: &file::Pin, place: usize) -> bool {
        stored.name == self.name
            && colour_of(stored, place) == self.colour
            && stored.is_hidden == self.is_hidden
            && stored.experiment == self.trace.experiment
    }

    /// As it stands in an experiment file.
    fn stored(&self) -> file::Pin {
        file::Pin {
            name: self.name.clone(),
            colour: Some(self.colour),
            is_hidden: self.is_hidden,
            experiment: self.trace.experiment.clone(),
        }
    }
}

impl Pins {
    /// Keeps a run. One that is pinned already is not pinned twice, but brought up to date if it
    /// was pinned on the way.
    pub(crate) fn pin(&mut self, run: &Run) {
        let experiment = &run.facts.experiment;
        let of_run = |pin: &&mut Pin| pin.trace.experiment == *experiment;
        if let Some(pin) = self.all.iter_mut().find(of_run) {
            if pin.trace.outcome.is_none() {
                pin.trace = Arc::new(Trace::of(run));
                self.touch();
            }
            return;
        }
        let others = self.all.iter();
        let others = others.map(|pin| (pin.name.as_str(), &pin.trace.experiment));
        let name = short_name(experiment, &others.collect::<Vec<_>>());
        let is_taken = |colour: &usize| self.all.iter().any(|pin| pin.colour == *colour);
        let free = (0..Palette::N_PINS).find(|colour| !is_taken(colour));
        self.add(Pin {
            name,
            colour: free.unwrap_or(self.all.len() % Palette::N_PINS),
            is_hidden: false,
            trace: Arc::new(Trace::of(run)),
        });
    }

    /// Whether a run of this experiment is pinned.
    pub(crate) fn has(&self, experiment: &Experiment) -> bool {
        self.all
            .iter()
            .any(|pin| pin.trace.experiment == *experiment)
    }

    /// The pins that pictures show, each with its place among all.
    pub(crate) fn seen(&self) -> impl Iterator<Item = (usize, &Pin)> {
        let all = self.all.iter().enumerate();
        all.filter(|(_, pin)| !pin.is_hidden)
    }

    /// Adds a pin as it is.
    pub(crate) fn add(&mut self, pin: Pin) {
        self.all.push(pin);
        self.touch();
    }

    /// All of them as they stand in an experiment file.
    pub(crate) fn stored(&self) -> Vec<file::Pin> {
        let trained = self.all.iter().map(Pin::stored);
        trained.chain(self.awaited.iter().cloned()).collect()
    }

    /// Whether they stand so in an experiment file.
    pub(crate) fn are_stored_as(&self, stored: &[file::Pin]) -> bool {
        let trained = self.all.len();
        // Without a copy: this is asked in every frame.
        let is_awaited = |(i, awaited): (usize, &file::Pin)| {
            let stored = &stored[i];
            stored.name == awaited.name
                && Some(colour_of(stored, i)) == awaited.colour
                && stored.is_hidden == awaited.is_hidden
                && stored.experiment == awaited.experiment
        };
        stored.len() == trained + self.awaited.len()
            && (trained..).zip(&self.awaited).all(is_awaited)
            && (self.all.iter().enumerate()).all(|(i, pin)| pin.is_stored_as(&stored[i], i))
    }

    /// All of them, as they are.
    pub(crate) fn list(&self) -> PinList {
        PinList {
            trained: self.all.clone(),
            awaited: self.awaited.clone(),
        }
    }

    /// Replaces all pins by these.
    pub(crate) fn replace(&mut self, pins: PinList) {
        // Each has the colour of its place, wherever it will stand when it is trained.
        let n_trained = pins.trained.len();
        let awaited = (n_trained..).zip(pins.awaited);
        self.awaited = awaited.map(|(i, pin)| coloured(pin, i)).collect();
        self.n_failed = 0;
        self.all = pins.trained;
        self.hovered = None;
        self.touch();
    }

    /// The next one to be trained.
    pub(crate) fn next_awaited(&self) -> Option<&file::Pin> {
        self.awaited.get(self.n_failed)
    }

    /// The next awaited pin is trained.
    pub(crate) fn arrive(&mut self, pin: Pin) {
        if self.n_failed < self.awaited.len() {
            self.awaited.remove(self.n_failed);
        }
        self.all.push(pin);
        self.touch();
    }

    /// The next awaited pin cannot be trained. It stays in the list, and so in the file.
    pub(crate) fn pass_over(&mut self) {
        self.n_failed += 1;
    }

    /// Removes a pin.
    pub(crate) fn remove(&mut self, pin: usize) {
        if pin < self.all.len() {
            self.all.remove(pin);
            self.hovered = None;
            self.touch();
        }
    }

    /// Gives a pin another name.
    pub(crate) fn rename(&mut self, pin: usize, name: String) {
        if let Some(pin) = self.all.get_mut(pin) {
            pin.name = name;
        }
    }

    /// Gives a pin the next colour.
    pub(crate) fn recolour(&mut self, pin: usize) {
        if let Some(pin) = self.all.get_mut(pin) {
            pin.colour = (pin.colour + 1) % Palette::N_PINS;
        }
    }

    /// Takes a pin out of the pictures, or brings it back.
    pub(crate) fn toggle_hidden(&mut self, pin: usize) {
        if let Some(pin) = self.all.get_mut(pin) {
            pin.is_hidden = !pin.is_hidden;
            self.touch();
        }
    }

    /// Keeps the run before a drag while the drag goes on.
    pub(crate) fn begin_drag(&mut self, run: &Run) {
        if self.before_drag.is_none() {
            self.before_drag = Some(Arc::new(Trace::of(run)));
            self.touch();
        }
    }

    /// The drag is over.
    pub(crate) fn end_drag(&mut self) {
        if self.before_drag.take().is_some() {
            self.touch();
        }
    }

    /// Changes with the pinned curves.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    fn touch(&mut self) {
        self.revision += 1;
    }
}

/// With the colour that it has at a place in an experiment file.
fn coloured(stored: file::Pin, place: usize) -> file::Pin {
    file::Pin {
        colour: Some(colour_of(&stored, place)),
        ..stored
    }
}

/// The colour of a pin at a place in an experiment file, where it may have none of its own.
fn colour_of(stored: &file::Pin, place: usize) -> usize {
    stored.colour.unwrap_or(place) % Palette::N_PINS
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::run::RunState;
    use crate::model::Outcome;
    use crate::worker::Worker;

    /// A run trained to its end.
    fn run(gamma: f64) -> RunState {
        RunState::trained(Experiment {
            gamma,
            ..Experiment::default()
        })
    }

    #[test]
    fn pins_have_colours_of_their_own_and_none_is_there_twice() {
        let mut pins = Pins::default();
        for gamma in [1.0, 0.1, 1.0] {
            pins.pin(run(gamma).shown().unwrap());
        }
        let colours: Vec<usize> = pins.all.iter().map(|pin| pin.colour).collect();
        assert_eq!(colours, [0, 1]);
        pins.remove(0);
        pins.pin(run(10.0).shown().unwrap());
        assert_eq!(pins.all[1].colour, 0);
        pins.remove(7);
        assert_eq!(pins.all.len(), 2);
    }

    #[test]
    fn a_run_pinned_on_the_way_is_brought_up_to_date() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let mut state = RunState::default();
        let n_epochs = 100_000;
        state.await_run(worker.start(Experiment {
            n_epochs,
            ..Experiment::default()
        }));
        let mut pins = Pins::default();
        while !state.is_settled() {
            state.apply(worker.next_within(Duration::from_mins(1)).unwrap());
            if let Some(run) = state.shown() {
                pins.pin(run);
            }
        }
        assert_eq!(pins.all.len(), 1);
        let trace = &pins.all[0].trace;
        assert_eq!(trace.outcome, Some(Outcome::Finished));
        assert_eq!(trace.record.epochs().last(), Some(&(n_epochs - 1)));
    }

    #[test]
    fn a_pins_name_says_what_is_not_the_notebooks_and_no_two_pins_have_the_same() {
        let mut pins = Pins::default();
        for gamma in [1e-12, 1.0] {
            pins.pin(run(gamma).shown().unwrap());
        }
        let with = |experiment: Experiment, pins: &mut Pins| {
            pins.pin(RunState::trained(experiment).shown().unwrap());
        };
        let default = Experiment::default;
        with(
            Experiment {
                lr: 60.0,
                gamma: 1.0,
                ..default()
            },
            &mut pins,
        );
        // A name that is taken, whatever it was taken for.
        pins.rename(2, "lr 70".to_owned());
        with(
            Experiment {
                lr: 70.0,
                ..default()
            },
            &mut pins,
        );
        let mut of_other_layers = default();
        of_other_layers.init_before = 1;
        with(of_other_layers, &mut pins);
        let names: Vec<&str> = pins.all.iter().map(|pin| pin.name.as_str()).collect();
        let expected = [
            "lr 100 · γ 10⁻¹²",
            "γ 10⁰",
            "lr 70",
            "lr 70 · γ 10⁻¹²",
            "lr 100 · γ 10⁻¹² (2)",
        ];
        assert_eq!(names, expected);
        assert_eq!(pins.all[1].whole_name(), "γ 10⁰ (lr 100 · γ 10⁰)");
    }

    #[test]
    fn a_hidden_pin_is_in_no_picture_and_stays_in_the_file() {
        let mut pins = Pins::default();
        pins.pin(run(1.0).shown().unwrap());
        let stored = pins.stored();
        pins.toggle_hidden(0);
        assert_eq!(pins.seen().count(), 0);
        assert!(!pins.are_stored_as(&stored) && pins.are_stored_as(&pins.stored()));
        assert!(pins.stored()[0].is_hidden);
        pins.toggle_hidden(0);
        assert!(pins.seen().count() == 1 && pins.are_stored_as(&stored));
    }
}
