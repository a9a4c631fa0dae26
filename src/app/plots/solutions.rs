//! Three ways to one answer as loss curves: a line for regression, which needs no epochs, and the
//! two networks on their way to it.

use egui::Ui;

use super::chart::{ChartMemory, ChartPlot};
use crate::analysis::comparison::{Comparison, Trained};
use crate::app::command::language::Language;
use crate::app::run::compared::Compared;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::model::Outcome;
use crate::numbers::short;
use crate::picture::chart::{Chart, CurveOf};
use crate::picture::{SolutionLosses, TrainedLoss};

/// The losses of both networks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Losses {
    shallow: LossCurve,
    deep: LossCurve,
}

/// A network's loss in each of its rows.
#[derive(Clone, Debug, PartialEq)]
struct LossCurve {
    epochs: Vec<usize>,
    losses: Vec<f64>,
}

impl Losses {
    /// The losses of a comparison, without its matrices.
    pub(crate) fn of(compared: &Comparison) -> Self {
        let [shallow, deep] = [&compared.shallow, &compared.deep].map(LossCurve::of);
        Self { shallow, deep }
    }
}

impl LossCurve {
    fn of(trained: &Trained) -> Self {
        Self {
            epochs: trained.record.epochs().to_vec(),
            losses: trained.record.losses().to_vec(),
        }
    }

    fn way(&self, lr: f64, outcome: Outcome) -> TrainedLoss<'_> {
        TrainedLoss {
            lr,
            epochs: &self.epochs,
            losses: &self.losses,
            outcome,
        }
    }

    /// The loss of the last row up to an epoch.
    fn at(&self, epoch: usize) -> Option<f64> {
        let next = self.epochs.partition_point(|row| *row <= epoch);
        self.losses.get(next.checked_sub(1)?).copied()
    }
}

/// The settings that a chart of the losses of one comparison was made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Key {
    is_log: bool,
    language: Language,
}

/// The comparison and all else that the picture is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Solutions<'a> {
    /// The comparison.
    pub(crate) compared: &'a Compared,
    /// The losses of its networks.
    pub(crate) losses: &'a Losses,
    /// Whether the loss has a logarithmic axis.
    pub(crate) is_log: bool,
    /// The epoch looked at.
    pub(crate) epoch: usize,
    /// The words.
    pub(crate) words: &'a Words,
}

impl Solutions<'_> {
    /// Draws the curves; answers the epoch that was pointed to. `memory` is of this comparison.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui, memory: &mut ChartMemory<Key>) -> Option<usize> {
        let key = Key {
            is_log: self.is_log,
            language: self.words.language(),
        };
        memory.keep(key, Key::eq, || self.chart());
        let Losses { shallow, deep } = self.losses;
        let value = |of: CurveOf, epoch: usize| match of {
            CurveOf::Shallow => shallow.at(epoch),
            CurveOf::Deep => deep.at(epoch),
            _ => None,
        };
        let plot = ChartPlot {
            id: if self.is_log {
                "solutions-log"
            } else {
                "solutions"
            },
            epochs: &deep.epochs,
            epoch: self.epoch,
            value: &value,
            is_told: &|_| true,
            words: self.words,
        };
        let pointed = memory.ui(ui, plot)?;
        accessible_name(ui, &pointed.response, &self.description());
        pointed.epoch
    }

    /// The chart of a figure, but for the title and the stripe at the epoch, which moves.
    fn chart(&self) -> Chart {
        let Compared {
            experiment,
            shallow_lr,
            shallow,
            deep,
            ..
        } = self.compared;
        let losses = SolutionLosses {
            analytical_loss: self.compared.analytical_loss,
            shallow: self.losses.shallow.way(*shallow_lr, shallow.outcome),
            deep: self.losses.deep.way(experiment.lr, deep.outcome),
            is_deep: !experiment.hidden.is_empty(),
            last_epoch: experiment.last_epoch(),
            is_log: self.is_log,
            epoch: None,
        };
        let chart = losses.chart(self.words);
        Chart {
            title: None,
            ..chart
        }
    }

    /// For those who do not see the picture.
    fn description(&self) -> String {
        let Compared {
            analytical_loss,
            shallow,
            deep,
            ..
        } = self.compared;
        self.words.with(
            "solutions-description",
            &[
                ("analytical", short(*analytical_loss).into()),
                ("shallow", short(shallow.last_loss).into()),
                ("deep", short(deep.last_loss).into()),
            ],
        )
    }
}
