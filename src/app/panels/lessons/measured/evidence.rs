//! The evidence that the answer to a question is read off.

use crate::analysis::exercise::{Choice, Solved};
use crate::analysis::illusion::Belief;
use crate::app::command::language::Language;
use crate::app::run::Run;
use crate::app::run::compared::Compared;
use crate::app::run::extract::Extract;
use crate::app::text::names::pair_name;
use crate::app::text::story;
use crate::app::text::words::Words;
use crate::experiment::Pair;
use crate::model::Outcome;

/// The evidence that an answer is read off.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'a> {
    pub(crate) run: &'a Run,
    /// The comparison of the run's experiment, if there is one.
    pub(crate) compared: Option<&'a Compared>,
    /// The exercise as it is set, if it was looked at.
    pub(crate) exercise: Option<&'a Solved>,
    pub(crate) words: &'a Words,
}

/// The identity of the evidence, to tell whether it has changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    extract: Extract,
    has_comparison: bool,
    exercise: Option<(Choice, Vec<f64>)>,
    language: Language,
}

impl Evidence<'_> {
    /// The identity of this evidence.
    pub(crate) fn seen(&self) -> Seen {
        let of_exercise = |solved: &Solved| {
            let weights = solved.true_weights.as_slice().to_vec();
            (solved.choice, weights)
        };
        Seen {
            extract: Extract::of(self.run, 0),
            // A comparison is always that of the run's experiment.
            has_comparison: self.compared.is_some(),
            exercise: self.exercise.map(of_exercise),
            language: self.words.language(),
        }
    }

    /// Whether the run came to its end, and within its stability limit.
    pub(super) fn is_sound(&self) -> bool {
        let outcome = self.run.ending.map(|ending| ending.outcome);
        outcome == Some(Outcome::Finished)
            && self.run.facts.experiment.lr < self.run.facts.stability_limit
    }

    /// Whether the network has a hidden layer.
    pub(super) fn is_deep(&self) -> bool {
        !self.run.facts.experiment.hidden.is_empty()
    }

    /// Watched pairs with their place among the watched, target and course.
    pub(super) fn beliefs(&self) -> impl Iterator<Item = (usize, Pair, Belief)> {
        let watched = self.run.facts.experiment.watched.iter();
        watched.enumerate().filter_map(|(i, &pair)| {
            let target = self.run.target(pair)?;
            Some((i, pair, self.run.belief(i, target)))
        })
    }

    /// The story of a watched pair, as the Illusions view tells it.
    pub(super) fn story(&self, i: usize, pair: Pair, target: f64) -> String {
        let name = pair_name(pair, &self.run.facts.experiment, self.words);
        story::of_run(self.run, i, target, &name, self.words)
    }
}
