//! The network's predictions for the watched pairs over the epochs, before the modes, with the
//! plateaus that were foreseen as dashed steps.

use super::chart::{
    Axis, Chart, Course, Curve, CurveName, CurveOf, Entry, Quantity, Rule, Sample, Span, SpanOf,
};
use super::mode_unit::mode_unit;
use super::other_run::OtherRun;
use super::over_epochs::{
    divergence, epoch_axis, epoch_span, mode_name, push_seeds, seeds_entry, singular_values,
    widest_number,
};
use super::taught_pair::TaughtPair;
use super::{ChartPhrase, Colour, LineStyle, ModesUnit, Palette, Phrase, RunView, Words};
use crate::analysis::band::Band;
use crate::analysis::extent::Extent;
use crate::analysis::illusion::{self, LadderStep};
use crate::analysis::levels::level_of_each;
use crate::analysis::theory::Foreseen;
use crate::model::DataModes;

/// Width of a prediction, in points: of the first, of others with a colour of their own, of those
/// that share one.
const WIDTHS: [f64; 3] = [3.0, 2.2, 1.0];

/// The inputs of a chart of predictions.
#[derive(Clone, Copy, Debug)]
pub struct Predictions<'a> {
    /// The run.
    pub run: RunView<'a>,
    /// The extremes of its record.
    pub extent: &'a Extent,
    /// The data's modes; `None` if they are not known.
    pub modes: Option<&'a DataModes>,
    /// The taught value of each watched pair; empty if that is not known.
    pub taught: &'a [TaughtPair],
    /// The epoch that is looked at.
    pub epoch: Option<usize>,
    /// The theory's predictions for the run.
    pub foreseen: Option<&'a Foreseen>,
    /// Pinned runs, and the run before the drag under way.
    pub others: &'a [OtherRun<'a>],
    /// The same over many seeds.
    pub band: Option<&'a Band>,
    /// The first and the last epoch to show; `None` for the whole run.
    pub epochs: Option<[usize; 2]>,
}

impl Predictions<'_> {
    /// The chart. Takes time in proportion to the number of points of all curves.
    pub fn chart(&self, words: &dyn Words) -> Chart {
        let left = Axis::about_zero(self.farthest());
        let right = Axis::share(&left);
        let colour = match self.run.watched {
            [_] => Colour::Watched(0),
            _ => Colour::Ink,
        };
        let name = words.say(&Phrase::Chart(ChartPhrase::PredictionAxis));
        let modes = ChartPhrase::ModesAxis {
            is_aligned: false,
            unit: ModesUnit::OfRun,
        };
        let parts = Parts {
            of: self,
            left: left.named(name, colour),
            right: right.named(words.say(&Phrase::Chart(modes)), Colour::Modes),
            words,
        };
        let last = self.run.last_epoch();
        let x = epoch_axis(self.epochs.unwrap_or([0, last]), words);
        let mut chart = Chart::new(x, parts.left.clone(), Some(parts.right.clone()));
        chart.title = Some(parts.title());
        chart.widest_number = Some(widest_number(self.run.record.shape().n_items, self.modes));
        parts.beliefs(&mut chart);
        chart.spans.extend(self.epoch.map(epoch_span));
        chart.rules.push(Rule {
            course: Course::Level(parts.left.y_of(0.0)),
            name: None,
            paint: Colour::Quiet.into(),
            width: 0.9,
            style: LineStyle::Solid,
        });
        chart.rules.extend(divergence(self.run.outcome, words));
        parts.modes(&mut chart);
        parts.seeds(&mut chart);
        parts.ladders(&mut chart);
        parts.others(&mut chart);
        parts.predictions(&mut chart);
        let seeds = self.band;
        let seeds = seeds.map(|band| seeds_entry(band, words));
        chart.legend.extend(seeds);
        chart.show_covered();
        chart
    }

    /// How far from zero a prediction is, as far as the run does not blow up.
    fn farthest(&self) -> f64 {
        let record = self.run.record;
        let losses = record.losses();
        let is_steady = |row: &usize| losses[*row] <= self.extent.largest_loss;
        let values = (0..record.len())
            .filter(is_steady)
            .flat_map(|row| record.predictions(row));
        values.fold(0.0, |most, value| most.max(value.abs()))
    }
}

/// The parts of the chart.
struct Parts<'a> {
    of: &'a Predictions<'a>,
    left: Axis,
    right: Axis,
    words: &'a dyn Words,
}

impl Parts<'_> {
    fn title(&self) -> String {
        let phrase = match self.of.run.watched {
            [one] => ChartPhrase::PredictionTitle(one.clone()),
            _ => ChartPhrase::PredictionsTitle,
        };
        self.words.say(&Phrase::Chart(phrase))
    }

    /// While a prediction is of the wrong sign.
    fn beliefs(&self, chart: &mut Chart) {
        let Predictions { run, taught, .. } = self.of;
        let record = run.record;
        // What a run says while it blows up is no belief.
        let is_steady = |loss: &f64| *loss <= self.of.extent.largest_loss;
        let last = record.losses().iter().rposition(is_steady);
        let rows = 0..last.map_or(0, |last| last + 1);
        for (i, pair) in taught.iter().enumerate().take(record.shape().n_watched) {
            let values: Vec<f64> = rows.clone().map(|row| record.predictions(row)[i]).collect();
            let belief = illusion::belief(record.epochs(), &values, pair.target());
            let widest = belief.episodes.iter().max_by_key(|[from, to]| to - from);
            let Some(&widest) = widest else { continue };
            let phrase = ChartPhrase::FalseBelief {
                episodes: belief.episodes.clone(),
                is_denied: pair.target() > 0.0,
                pair: run.watched.get(i).filter(|_| taught.len() > 1).cloned(),
            };
            let name = self.words.say(&Phrase::Chart(phrase));
            // The widest says of which epochs all of them are.
            let mut name = Some((widest, name));
            chart.spans.extend(belief.episodes.iter().map(|episode| {
                Span {
                    of: SpanOf::FalseBelief(i),
                    from: episode[0] as f64,
                    to: episode[1] as f64,
                    name: name
                        .take_if(|(widest, _)| *widest == *episode)
                        .map(|(_, name)| name),
                    paint: Colour::Watched(i).at(0.1),
                }
            }));
        }
    }

    /// The modes, faint behind everything.
    fn modes(&self, chart: &mut Chart) {
        let Predictions { run, extent, .. } = self.of;
        let record = run.record;
        let n_modes = record.shape().n_items;
        let of_data = singular_values(self.of.modes);
        let unit = mode_unit(extent, of_data);
        let levels = self.of.modes.map_or_else(Vec::new, level_of_each);
        for mode in (0..n_modes).rev() {
            let value = |row: usize| record.modes(row)[mode];
            let y = |row: usize| self.right.y_of(value(row) / unit);
            let colour = Colour::Mode { mode, of: n_modes };
            let of = CurveOf::Run(Quantity::Mode(mode));
            let curve = Curve::new(of, record.epochs(), y, colour.at(0.45));
            let end = record.len().checked_sub(1).map_or(0.0, value);
            let name = mode_name(mode, end, extent, self.of.modes, &levels);
            chart.curves.push(curve.width(1.2).named(name));
        }
    }

    /// The same over many seeds.
    fn seeds(&self, chart: &mut Chart) {
        let Some(band) = self.of.band else {
            return;
        };
        for (i, spread) in band.predictions.iter().enumerate() {
            let y = |value| self.left.y_of(value);
            let spread = (&band.epochs[..], spread);
            push_seeds(chart, Quantity::Watched(i), spread, Colour::Watched(i), y);
        }
    }

    /// The foreseen steps of each prediction, where there is a theory for their epochs: with one
    /// hidden layer.
    fn ladders(&self, chart: &mut Chart) {
        let Predictions {
            foreseen,
            modes,
            taught,
            run,
            ..
        } = self.of;
        let foreseen = foreseen.filter(|foreseen| !foreseen.continuous.is_empty());
        let (Some(foreseen), Some(modes)) = (foreseen, modes) else {
            return;
        };
        let style = LineStyle::Dashed;
        for (i, pair) in taught.iter().enumerate() {
            let ladder = illusion::ladder(modes, &pair.values, pair.item);
            let rise = |mode: usize| foreseen.rises.get(mode).copied().flatten();
            let points = steps(&ladder, rise, run.last_epoch()).into_iter();
            let points = points.map(|[epoch, height]| [epoch, self.left.y_of(height)]);
            let paint = Colour::Watched(i).at(0.6);
            let curve = Curve::through(CurveOf::Foreseen(i), points.collect(), paint);
            chart.curves.push(curve.width(1.2).style(style));
        }
        if let Some(first) = taught.first().map(|_| Colour::Watched(0).at(0.6)) {
            let text = ChartPhrase::ForeseenSteps;
            chart.legend.push(Entry {
                sample: Sample::Line {
                    paint: first,
                    width: 1.2,
                    style,
                },
                text: self.words.say(&Phrase::Chart(text)),
            });
        }
    }

    /// The predictions of other runs for the pairs that this one watches, told by their names.
    fn others(&self, chart: &mut Chart) {
        let watched = self.of.run.watched;
        for other in self.of.others {
            let mut name = other.name;
            for (column, pair) in other.watched.iter().enumerate() {
                let Some(i) = watched.iter().position(|name| name == pair) else {
                    continue;
                };
                let y = |row: usize| self.left.y_of(other.record.predictions(row)[column]);
                let curve = other.curve(Quantity::Watched(i), y);
                // Its first curve says whose all of them are.
                let name = name.take().map(|name| CurveName::Words(name.to_owned()));
                chart.curves.push(curve.named(name));
            }
        }
    }

    fn predictions(&self, chart: &mut Chart) {
        let RunView {
            record, watched, ..
        } = self.of.run;
        let n_watched = record.shape().n_watched;
        // The first on top.
        for i in (0..n_watched).rev() {
            let y = |row: usize| self.left.y_of(record.predictions(row)[i]);
            let of = CurveOf::Run(Quantity::Watched(i));
            let curve = Curve::new(of, record.epochs(), y, Colour::Watched(i).into());
            let has_colour = i < Palette::N_WATCHED;
            let name = watched.get(i).filter(|_| has_colour).cloned();
            let width = WIDTHS[usize::from(i > 0) + usize::from(!has_colour)];
            let curve = curve.named(name.map(CurveName::Words));
            chart.curves.push(curve.width(width));
        }
        if let Some(n_more @ 1..) = n_watched.checked_sub(Palette::N_WATCHED) {
            let text = ChartPhrase::MoreWatched(n_more);
            chart.legend.push(Entry {
                sample: (Colour::Watched(Palette::N_WATCHED).into(), WIDTHS[2]).into(),
                text: self.words.say(&Phrase::Chart(text)),
            });
        }
    }
}

/// A line from step to step, in epochs and predictions: a step is taken when its modes have risen,
/// on average. It ends where nothing is foreseen of a mode.
fn steps(
    ladder: &[LadderStep],
    rise: impl Fn(usize) -> Option<f64>,
    last_epoch: usize,
) -> Vec<[f64; 2]> {
    let mut points = vec![[0.0, 0.0]];
    let mut height = 0.0;
    for step in ladder {
        let rises: Option<Vec<f64>> = step.modes.iter().map(|&mode| rise(mode)).collect();
        let Some(rises) = rises else { break };
        let at = rises.iter().sum::<f64>() / rises.len() as f64;
        points.push([at, height]);
        height = step.height;
        points.push([at, height]);
    }
    points.push([last_epoch as f64, height]);
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_one_another_and_stop_where_nothing_is_foreseen() {
        let step = |modes: &[usize], height| LadderStep {
            modes: modes.to_vec(),
            height,
        };
        let ladder = [step(&[0], -0.25), step(&[1], 0.5), step(&[2, 3], 0.0)];
        let rise = |mode: usize| [Some(90.0), Some(115.0), Some(137.0), None][mode];
        let points = steps(&ladder, rise, 249);
        let expected = [
            [0.0, 0.0],
            [90.0, 0.0],
            [90.0, -0.25],
            [115.0, -0.25],
            [115.0, 0.5],
            [249.0, 0.5],
        ];
        assert_eq!(points, expected);
    }
}
