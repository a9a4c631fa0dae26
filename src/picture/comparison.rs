//! Three ways to one answer as loss curves: regression, which needs no epochs, a network without a
//! hidden layer, and the experiment's own.

use super::chart::{Axis, Chart, Course, Curve, CurveName, CurveOf, Entry, Rule, Sample};
use super::over_epochs::{self, epoch_axis, epoch_span, loss_axis, rounding_floor};
use super::{ChartPhrase, Colour, Ending, LineStyle, Paint, Phrase, Words};
use crate::analysis::extent::Extent;
use crate::analysis::stages;
use crate::model::Outcome;

/// Width of a loss's curve, in points.
const LOSS: f64 = 2.2;
/// Width of the line of regression.
const REGRESSION: f64 = 1.4;

/// A network's way to the answer.
#[derive(Clone, Copy, Debug)]
pub struct TrainedLoss<'a> {
    /// Learning rate.
    pub lr: f64,
    /// The epoch of each row, ascending.
    pub epochs: &'a [usize],
    /// The loss of each row.
    pub losses: &'a [f64],
    /// How its training ended.
    pub outcome: Outcome,
}

/// The inputs of a chart of three ways to one answer.
#[derive(Clone, Copy, Debug)]
pub struct SolutionLosses<'a> {
    /// The mean squared error of regression.
    pub analytical_loss: f64,
    /// The network without a hidden layer.
    pub shallow: TrainedLoss<'a>,
    /// The experiment's own network.
    pub deep: TrainedLoss<'a>,
    /// Whether the experiment's network has a hidden layer.
    pub is_deep: bool,
    /// The last epoch that both were to be trained, counted from 0.
    pub last_epoch: usize,
    /// Whether the loss has a logarithmic axis.
    pub is_log: bool,
    /// The epoch that is looked at.
    pub epoch: Option<usize>,
}

impl SolutionLosses<'_> {
    /// The chart.
    pub fn chart(&self, words: &dyn Words) -> Chart {
        let say = |phrase| words.say(&Phrase::Chart(phrase));
        let left = self.left().named(words.say(&Phrase::LossAxis), Colour::Ink);
        let x = epoch_axis([0, self.last_epoch], words);
        let mut chart = Chart::new(x, left, None);
        chart.title = Some(say(ChartPhrase::LossTitle));
        chart.n_legend_lines = 3;
        chart.spans.extend(self.epoch.map(epoch_span));
        let regression = self.regression(&chart.left, words);
        chart.legend.push(Entry {
            sample: Sample::Line {
                paint: regression.paint,
                width: regression.width,
                style: regression.style,
            },
            text: say(ChartPhrase::RegressionLoss(self.analytical_loss)),
        });
        chart.rules.push(regression);
        chart.rules.extend(rounding_floor(&chart.left, words));
        let own = if self.is_deep {
            ChartPhrase::DeepNetwork
        } else {
            ChartPhrase::OwnNetwork
        };
        let shallow = (CurveOf::Shallow, Colour::Modes, ChartPhrase::NoHiddenLayer);
        self.shallow.draw(&mut chart, shallow, words);
        self.deep
            .draw(&mut chart, (CurveOf::Deep, Colour::Loss, own), words);
        chart.show_covered();
        chart
    }

    /// The axis of both losses.
    fn left(&self) -> Axis {
        let extents = [self.shallow, self.deep].map(|way| Extent::of_losses(way.losses));
        let largest = extents.iter().map(|extent| extent.largest_loss);
        let least = extents.iter().map(|extent| extent.least_loss);
        let (least, largest) = (
            least.fold(f64::INFINITY, f64::min),
            largest.fold(0.0, f64::max),
        );
        loss_axis(least, largest, self.is_log)
    }

    /// The line of regression.
    fn regression(&self, left: &Axis, words: &dyn Words) -> Rule {
        // Regression without an error lies where losses become rounding.
        let floor = left.floor().unwrap_or(0.0);
        Rule {
            course: Course::Level(left.y_of(self.analytical_loss.max(floor))),
            name: Some(words.say(&Phrase::Chart(ChartPhrase::Regression))),
            paint: Colour::Ink.into(),
            width: REGRESSION,
            style: LineStyle::Dashed,
        }
    }
}

impl TrainedLoss<'_> {
    /// Adds the curve, its end and its entry in the legend.
    fn draw(
        &self,
        chart: &mut Chart,
        (of, colour, name): (CurveOf, Colour, ChartPhrase),
        words: &dyn Words,
    ) {
        let say = |phrase| words.say(&Phrase::Chart(phrase));
        let (paint, name) = (Paint::from(colour), say(name));
        let y = |row: usize| chart.left.y_of(self.losses[row]);
        let curve = Curve::new(of, self.epochs, y, paint).width(LOSS);
        let curve = curve.named(Some(CurveName::Words(name.clone())));
        chart.curves.push(curve);
        chart.rules.extend(self.divergence(paint, words));
        chart.legend.push(Entry {
            sample: (paint, LOSS).into(),
            text: say(ChartPhrase::Trained {
                name,
                lr: self.lr,
                ending: self.ending(),
            }),
        });
    }

    fn ending(&self) -> Ending {
        if let Some(epoch) = self.outcome.diverged_at() {
            return Ending::DivergedAt(epoch);
        }
        if stages::still_moves(self.losses) {
            let n = (self.losses.len() / 10).max(4);
            let last = self.losses[self.losses.len() - n..].iter().copied();
            let least = last.clone().fold(f64::INFINITY, f64::min);
            return Ending::Swings([least, last.fold(0.0, f64::max)]);
        }
        Ending::Loss(self.losses.last().copied().unwrap_or(f64::NAN))
    }

    /// The line where it diverged, if it did.
    fn divergence(&self, paint: Paint, words: &dyn Words) -> Option<Rule> {
        let rule = over_epochs::divergence(self.outcome, words)?;
        Some(Rule { paint, ..rule })
    }
}
