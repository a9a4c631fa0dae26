//! The advice where a run has left modes unlearned, the only place that decides it: enough epochs
//! to learn them or, if nothing was learned at all, the learning rate that fits or a larger start.
//! Where some features leave no weight to the others, that they be z-scored.

use egui::{Context, Ui};
use fluent_bundle::FluentValue;

use crate::analysis::fitting_lr::fitting_lr_at;
use crate::analysis::settling::{Settling, settling_of};
use crate::app::command::action::Action;
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::data::read::{Choices, Scaling};
use crate::experiment::Experiment;
use crate::experiment::validity::MAX_EPOCHS;
use crate::model::{Outcome, Setup};
use crate::numbers::{exact, power_of_ten};
use crate::worker::job::Job;

/// The start that is offered where no number of epochs is enough.
const LARGER_START: f64 = 1e-3;

/// The offer for the run that is shown, and the work on it.
#[derive(Debug)]
pub(crate) struct Offers {
    job: Job<Option<Settling>>,
    /// The experiment that the job, or its result, belongs to.
    of: Option<Experiment>,
    found: OfferFound,
}

/// How many epochs are enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum OfferFound {
    /// This is being found out.
    #[default]
    NotYet,
    /// So many.
    Epochs(usize),
    /// No number of epochs that can be trained.
    TooMany,
    /// The loss has settled: what is left hardly counts in it.
    Settled,
    /// Nothing to be advised: more epochs change nothing.
    Nothing,
}

impl OfferFound {
    /// From what becomes of the loss in the end, for a run of `n_epochs`.
    fn of(settling: Settling, n_epochs: usize) -> Self {
        match settling {
            Settling::After { n_epochs: enough } => {
                let enough = round_up(enough);
                if enough > MAX_EPOCHS {
                    Self::TooMany
                } else if enough > n_epochs {
                    Self::Epochs(enough)
                } else {
                    Self::Settled
                }
            }
            Settling::NotWithin => Self::TooMany,
            Settling::Diverges { .. } | Settling::Swings { .. } => Self::Nothing,
        }
    }
}

/// How many modes within reach a run has not learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unlearned {
    n: usize,
    of: usize,
}

impl Offers {
    pub(crate) fn new(ctx: &Context) -> Self {
        let ctx = ctx.clone();
        Self {
            job: Job::new("settling", move || ctx.request_repaint()),
            of: None,
            found: OfferFound::NotYet,
        }
    }

    /// Draws the offer for a run that has ended, if there is one; answers whether it was taken.
    /// `outweighing` are the features that leave no weight to the others, and the choices by which
    /// they were read.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        run: &Run,
        outweighing: Option<(&[String], &Choices)>,
        words: &Words,
    ) -> Option<Action> {
        let Some(unlearned) = Unlearned::of(run) else {
            self.forget();
            return None;
        };
        let experiment = &run.facts.experiment;
        let fitting = fitting_lr_at(run.facts.stability_limit);
        let is_nothing_learned = unlearned.n == unlearned.of;
        if let Some((names, choices)) = outweighing.filter(|_| !is_nothing_learned) {
            self.forget();
            let text = words.with("offer-zscore", &unlearned.values_beside(names, words));
            return link_ui(ui, text, words).then(|| zscored(choices));
        }
        let mut offered = experiment.clone();
        let text = if is_nothing_learned && experiment.lr < fitting {
            self.forget();
            offered.lr = fitting;
            words.with("offer-lr", &[("lr", exact(fitting).into())])
        } else {
            match self.enough_epochs(experiment) {
                OfferFound::Epochs(n_epochs) => {
                    offered.n_epochs = n_epochs;
                    let [n, of] = unlearned.values();
                    let epochs = ("epochs", n_epochs.to_string().into());
                    words.with("offer-epochs", &[n, of, epochs])
                }
                OfferFound::TooMany if is_nothing_learned && experiment.gamma < LARGER_START => {
                    offered.gamma = LARGER_START;
                    let gamma = power_of_ten(LARGER_START);
                    words.with("offer-gamma", &[("gamma", gamma.into())])
                }
                OfferFound::Settled => {
                    ui.label(words.with("offer-none", &unlearned.values()));
                    return None;
                }
                OfferFound::TooMany | OfferFound::Nothing | OfferFound::NotYet => return None,
            }
        };
        link_ui(ui, text, words).then(|| Action::Edit(Box::new(offered)))
    }

    /// Cancels the job and forgets its result.
    fn forget(&mut self) {
        if self.of.take().is_some() {
            self.job.cancel();
            self.found = OfferFound::NotYet;
        }
    }

    /// So many epochs are enough, once that is known: it is found out beside.
    fn enough_epochs(&mut self, experiment: &Experiment) -> OfferFound {
        if !self
            .of
            .as_ref()
            .is_some_and(|of| of.trains_like(experiment))
        {
            self.of = Some(experiment.clone());
            self.found = OfferFound::NotYet;
            let experiment = experiment.clone();
            self.job
                .start(move |is_cancelled| in_the_end(&experiment, is_cancelled));
        }
        if let Some(found) = self.job.poll() {
            self.found = found
                .ok()
                .flatten()
                .map_or(OfferFound::Nothing, |settling| {
                    OfferFound::of(settling, experiment.n_epochs)
                });
        }
        self.found
    }
}

impl Unlearned {
    /// `None` if all is learned, or the run has not ended well.
    fn of(run: &Run) -> Option<Self> {
        let is_finished = (run.ending).is_some_and(|it| it.outcome == Outcome::Finished);
        let experiment = &run.facts.experiment;
        if !is_finished || experiment.lr > run.facts.stability_limit {
            return None;
        }
        let rank = run.facts.modes.rank();
        let narrowest = experiment.hidden.iter().copied().min();
        let of = narrowest.map_or(rank, |units| units.min(rank));
        let n_learned: usize = run.stages.iter().map(|stage| stage.modes.len()).sum();
        let n = of.saturating_sub(n_learned);
        (n > 0).then_some(Self { n, of })
    }

    /// The values of a sentence about the modes.
    fn values(self) -> [(&'static str, FluentValue<'static>); 2] {
        [("n", self.n.into()), ("of", self.of.to_string().into())]
    }

    /// The values of the sentence that names the features that leave no weight to the others.
    fn values_beside(
        self,
        names: &[String],
        words: &Words,
    ) -> [(&'static str, FluentValue<'static>); 3] {
        let [n, of] = self.values();
        let first = names.first().cloned().unwrap_or_default();
        let name = match names.len().saturating_sub(1) {
            0 => first,
            n => words.with(
                "reading-and-more",
                &[("names", first.into()), ("n", n.into())],
            ),
        };
        [n, of, ("name", name.into())]
    }
}

/// What becomes of the loss in the end; `None` if cancelled.
fn in_the_end(experiment: &Experiment, is_cancelled: &mut dyn FnMut() -> bool) -> Option<Settling> {
    let mut network = Setup::new(experiment, None).network(experiment);
    settling_of(experiment, &mut network, &mut |_| is_cancelled())
}

/// The next number of two digits and zeros.
fn round_up(n: usize) -> usize {
    let mut unit = 1;
    while n.div_ceil(unit) >= 100 {
        unit *= 10;
    }
    n.div_ceil(unit) * unit
}

/// Draws an offer; answers whether it is taken.
fn link_ui(ui: &mut Ui, text: String, words: &Words) -> bool {
    let link = ui.link(text).on_hover_text(words.get("offer-hint"));
    link.clicked()
}

/// The request to read the data by the same choices, and to z-score them.
fn zscored(choices: &Choices) -> Action {
    Action::Choose(Box::new(Choices {
        scaling: Scaling::Zscore,
        ..choices.clone()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::run::RunState;

    fn trained(n_epochs: usize, lr: f64) -> RunState {
        RunState::trained(Experiment {
            lr,
            n_epochs,
            ..Experiment::default()
        })
    }

    #[test]
    fn what_is_left_unlearned_is_counted() {
        let unlearned = |state: RunState| Unlearned::of(state.shown().expect("a run"));
        assert_eq!(unlearned(trained(250, 100.0)), None);
        let all = Unlearned { n: 8, of: 8 };
        assert_eq!(unlearned(trained(10, 100.0)), Some(all));
        assert_eq!(unlearned(trained(10, 300.0)), None);
    }

    #[test]
    fn the_epochs_that_are_offered_are_enough() {
        let state = trained(100, 100.0);
        let experiment = &state.shown().expect("a run").facts.experiment;
        let settling = in_the_end(experiment, &mut || false).expect("not cancelled");
        let OfferFound::Epochs(n_epochs) = OfferFound::of(settling, 100) else {
            panic!("it settles: {settling:?}");
        };
        let longer = trained(n_epochs, 100.0);
        assert_eq!(Unlearned::of(longer.shown().expect("a run")), None);
        assert_eq!(in_the_end(experiment, &mut || true), None);
        // More epochs do not help where the loss swings, nor where nothing more is learned.
        assert_eq!(
            OfferFound::of(Settling::Swings { n_epochs: 9 }, 100),
            OfferFound::Nothing
        );
        assert_eq!(
            OfferFound::of(Settling::After { n_epochs: 90 }, 100),
            OfferFound::Settled
        );
        assert_eq!(
            OfferFound::of(Settling::NotWithin, 100),
            OfferFound::TooMany
        );
    }

    #[test]
    fn numbers_are_rounded_up_to_two_digits() {
        for (n, rounded) in [(7, 7), (99, 99), (100, 100), (101, 110), (3912, 4000)] {
            assert_eq!(round_up(n), rounded);
        }
    }
}
