//! The run that is shown, pinned runs and the run before the drag under way, as charts take them.

use crate::app::run::Run;
use crate::app::session::pins::Pins;
use crate::app::session::trace::Trace;
use crate::app::text::names::pair_name;
use crate::app::text::words::Words;
use crate::experiment::Experiment;
use crate::model::Outcome;
use crate::picture::{OtherRun, RunView};

/// Other runs than the one that is shown.
pub(super) struct OtherRuns<'a>(Vec<Other<'a>>);

struct Other<'a> {
    pin: Option<usize>,
    name: Option<String>,
    colour: usize,
    trace: &'a Trace,
    watched: Vec<String>,
    is_lifted: bool,
}

/// The facts that a picture of other runs depends on: the pins with their names and colours, the
/// hovered pin, and the run before the drag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OtherRunsKey {
    revision: u64,
    lifted: Option<usize>,
    pins: Vec<(String, usize)>,
}

impl OtherRunsKey {
    /// The facts about the present pins. Names of hidden ones have room, too.
    pub(super) fn of(pins: &Pins) -> Self {
        let named = pins.all.iter().map(|pin| (pin.name.clone(), pin.colour));
        Self {
            revision: pins.revision(),
            lifted: pins.hovered,
            pins: named.collect(),
        }
    }
}

impl<'a> OtherRuns<'a> {
    /// The runs drawn beside the one that is shown, from back to front.
    pub(super) fn of(pins: &'a Pins, words: &Words) -> Self {
        let before = pins.before_drag.iter().map(|trace| Other {
            pin: None,
            name: None,
            colour: 0,
            trace,
            watched: watched(&trace.experiment, words),
            is_lifted: false,
        });
        let pinned = pins.seen().map(|(i, pin)| Other {
            pin: Some(i),
            name: Some(pin.name.clone()),
            colour: pin.colour,
            trace: &pin.trace,
            watched: watched(&pin.trace.experiment, words),
            is_lifted: pins.hovered == Some(i),
        });
        Self(before.chain(pinned).collect())
    }

    /// All of them, in the form that pictures take.
    pub(super) fn all(&self) -> Vec<OtherRun<'_>> {
        self.0.iter().map(Other::view).collect()
    }
}

impl Other<'_> {
    fn view(&self) -> OtherRun<'_> {
        OtherRun {
            pin: self.pin,
            name: self.name.as_deref(),
            colour: self.colour,
            record: &self.trace.record,
            watched: &self.watched,
            largest_mode: self.trace.largest_mode,
            is_lifted: self.is_lifted,
        }
    }
}

/// The names of all pins, whether they are drawn or not: the room for them stays while one is
/// hidden or the run is dragged away from its own pin.
pub(super) fn pin_names(pins: &Pins) -> Vec<String> {
    pins.all.iter().map(|pin| pin.name.clone()).collect()
}

/// The names of an experiment's watched pairs.
pub(super) fn watched(experiment: &Experiment, words: &Words) -> Vec<String> {
    let pairs = experiment.watched.iter();
    pairs
        .map(|pair| pair_name(*pair, experiment, words))
        .collect()
}

/// The run that is shown; `watched` are the names of its pairs. One under way is drawn as one that
/// ends well.
pub(super) fn seen<'a>(run: &'a Run, watched: &'a [String]) -> RunView<'a> {
    let ending = run.ending.map(|ending| ending.outcome);
    let outcome = ending.unwrap_or(Outcome::Finished);
    RunView::of(&run.facts.experiment, watched, &run.record, outcome)
}
