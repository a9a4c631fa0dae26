//! The learning dynamics: the loss in red on the left axis, the modes from blue to green on the
//! right one.

use super::chart::{
    Across, Chart, Course, Curve, CurveName, CurveOf, Entry, Quantity, Rule, Sample, TICK_WIDTH,
    TheoryKind,
};
use super::dynamics_options::DynamicsOptions;
use super::dynamics_scales::Scales;
use super::other_run::OtherRun;
use super::over_epochs::{
    divergence, epoch_axis, epoch_span, mode_name, push_seeds, rounding_floor, seeds_entry,
    singular_values, widest_number,
};
use super::{ChartPhrase, Colour, LineStyle, Phrase, RunView, Words};
use crate::analysis::band::Band;
use crate::analysis::extent::Extent;
use crate::analysis::levels::level_of_each;
use crate::analysis::theory::Foreseen;
use crate::analysis::theory::stages::ForeseenStage;
use crate::model::DataModes;

/// Width of the loss's curve, in points.
const LOSS: f64 = 2.2;
/// Width of a mode's curve.
const MODE: f64 = 1.6;
/// Width of a curve of theory.
const THEORY: f64 = 1.2;

/// The inputs of a chart of the dynamics.
#[derive(Clone, Copy, Debug)]
pub struct Dynamics<'a> {
    /// The run.
    pub run: RunView<'a>,
    /// The extremes of its record.
    pub extent: &'a Extent,
    /// The data's modes; `None` if they are not known.
    pub modes: Option<&'a DataModes>,
    /// The epoch that is looked at.
    pub epoch: Option<usize>,
    /// The theory's predictions for the run.
    pub foreseen: Option<&'a Foreseen>,
    /// Pinned runs, and the run before the drag under way.
    pub others: &'a [OtherRun<'a>],
    /// The same over many seeds.
    pub band: Option<&'a Band>,
    /// Which parts are shown, and how.
    pub options: DynamicsOptions,
}

impl Dynamics<'_> {
    /// The chart. Takes time in proportion to the number of points of all curves.
    pub fn chart(&self, words: &dyn Words) -> Chart {
        let of_data = singular_values(self.modes);
        let scales = Scales::of(self.extent, of_data, self.others, &self.options, words);
        let n_items = self.run.record.shape().n_items;
        let mut chart = Chart::new(
            self.x(words),
            scales.left.clone(),
            Some(scales.right.clone()),
        );
        chart.title = Some(words.say(&Phrase::Chart(ChartPhrase::DynamicsTitle)));
        chart.widest_number = Some(widest_number(n_items, self.modes));
        chart.spans.extend(self.epoch.map(epoch_span));
        chart.rules.extend(divergence(self.run.outcome, words));
        if self.options.shows_loss {
            chart.rules.extend(rounding_floor(&scales.left, words));
        }
        let drawing = ChartParts {
            of: self,
            scales: &scales,
            words,
        };
        drawing.seeds(&mut chart);
        drawing.others(&mut chart);
        drawing.theory(&mut chart);
        drawing.stages(&mut chart);
        drawing.modes(&mut chart);
        drawing.loss(&mut chart);
        let seeds = self.band.map(|band| seeds_entry(band, words));
        chart.legend.extend(seeds);
        chart.show_covered();
        chart
    }

    fn x(&self, words: &dyn Words) -> Across {
        let last = self.run.last_epoch();
        epoch_axis(self.options.epochs.unwrap_or([0, last]), words)
    }
}

/// The parts of the chart.
struct ChartParts<'a> {
    of: &'a Dynamics<'a>,
    scales: &'a Scales,
    words: &'a dyn Words,
}

impl ChartParts<'_> {
    /// The heights at which the loss is to wait and the epochs at which modes are to be half
    /// learned.
    fn stages(&self, chart: &mut Chart) {
        let Dynamics {
            options, foreseen, ..
        } = self.of;
        let Some(foreseen) = foreseen.filter(|_| options.marks_stages) else {
            return;
        };
        if options.shows_loss {
            self.plateaus(foreseen, chart);
        }
        if options.shows_modes {
            self.half_rises(foreseen, chart);
        }
    }

    fn plateaus(&self, foreseen: &Foreseen, chart: &mut Chart) {
        // Without a hidden layer the loss waits nowhere.
        if self.of.run.record.shape().n_hidden_layers == 0 {
            return;
        }
        let (paint, width, style) = (Colour::Loss.at(0.45), 1.0, LineStyle::Dashed);
        // The last one is no plateau: there the loss goes on to nothing.
        let is_plateau = |stage: &&ForeseenStage| stage.behind > 1e-3 * stage.before;
        let n_before = chart.rules.len();
        for stage in foreseen.stages.iter().filter(is_plateau) {
            let name = Phrase::Chart(ChartPhrase::Plateau(stage.behind));
            chart.rules.push(Rule {
                course: Course::Level(self.scales.loss(stage.behind)),
                name: Some(self.words.say(&name)),
                paint,
                width,
                style,
            });
        }
        if chart.rules.len() > n_before {
            let sample = Sample::Line {
                paint,
                width,
                style,
            };
            chart.legend.push(self.entry(sample, ChartPhrase::Plateaus));
        }
    }

    fn half_rises(&self, foreseen: &Foreseen, chart: &mut Chart) {
        let of = foreseen.rises.len();
        let rises = foreseen.rises.iter().enumerate();
        let n_before = chart.rules.len();
        let ticks = rises.filter_map(|(mode, epoch)| {
            Some(Rule {
                course: Course::Tick((*epoch)?),
                name: None,
                paint: Colour::Mode { mode, of }.into(),
                width: TICK_WIDTH,
                style: LineStyle::Solid,
            })
        });
        chart.rules.extend(ticks);
        if chart.rules.len() > n_before {
            let sample = Sample::Tick(Colour::Modes.into());
            chart
                .legend
                .push(self.entry(sample, ChartPhrase::HalfRises));
        }
    }

    fn entry(&self, sample: Sample, phrase: ChartPhrase) -> Entry {
        let text = self.words.say(&Phrase::Chart(phrase));
        Entry { sample, text }
    }

    /// The same over many seeds: ranges as areas, medians as thin lines.
    fn seeds(&self, chart: &mut Chart) {
        let Dynamics { options, band, .. } = self.of;
        let Some(band) = band else {
            return;
        };
        if options.shows_modes {
            let spreads = if options.is_aligned {
                &band.strengths
            } else {
                &band.modes
            };
            for (mode, spread) in spreads.iter().enumerate().rev() {
                let of = self.quantity(mode);
                let colour = Colour::Mode {
                    mode,
                    of: spreads.len(),
                };
                let y = |value| self.scales.mode(value);
                push_seeds(chart, of, (&band.epochs[..], spread), colour, y);
            }
        }
        if options.shows_loss {
            let y = |value| self.scales.loss(value);
            let spread = (&band.epochs[..], &band.loss);
            push_seeds(chart, Quantity::Loss, spread, Colour::Loss, y);
        }
    }

    /// Other runs.
    fn others(&self, chart: &mut Chart) {
        let Dynamics {
            options, others, ..
        } = self.of;
        for other in *others {
            let record = other.record;
            let n_modes = if options.shows_modes {
                record.n_modes()
            } else {
                0
            };
            for mode in 0..n_modes {
                let value = |row: usize| {
                    if options.is_aligned {
                        record.strength(row, mode)
                    } else {
                        record.modes(row)[mode]
                    }
                };
                let y = |row: usize| self.scales.mode_of(other, value(row));
                chart.curves.push(other.curve(self.quantity(mode), y));
            }
            if options.shows_loss {
                let y = |row: usize| self.scales.loss(record.losses()[row]);
                let name = other.name.map(|name| CurveName::Words(name.to_owned()));
                chart
                    .curves
                    .push(other.curve(Quantity::Loss, y).named(name));
            }
        }
    }

    /// Theory's curves in the modes' own hues, if any is shown.
    fn theory(&self, chart: &mut Chart) {
        let Dynamics {
            options, foreseen, ..
        } = self.of;
        let Some(foreseen) = foreseen.filter(|_| options.shows_modes) else {
            return;
        };
        let discrete = (
            TheoryKind::Discrete,
            &foreseen.discrete,
            options.shows_discrete,
        );
        let continuous = (
            TheoryKind::Continuous,
            &foreseen.continuous,
            options.shows_continuous,
        );
        let shown = [discrete, continuous].into_iter();
        let shown = shown.filter(|(_, curves, is_shown)| *is_shown && !curves.is_empty());
        for (kind, curves, _) in shown {
            let (style, phrase) = match kind {
                TheoryKind::Discrete => (LineStyle::Dashed, ChartPhrase::DiscreteTheory),
                TheoryKind::Continuous => (LineStyle::Dotted, ChartPhrase::ContinuousTheory),
            };
            for (mode, values) in curves.iter().enumerate().rev() {
                let of = CurveOf::Theory { kind, mode };
                let epochs: Vec<usize> = (0..values.len()).map(|i| i * foreseen.stride).collect();
                let y = |row: usize| self.scales.mode(values[row]);
                let colour = Colour::Mode {
                    mode,
                    of: curves.len(),
                };
                let curve = Curve::new(of, &epochs, y, colour.into());
                chart.curves.push(curve.width(THEORY).style(style));
            }
            let sample = Sample::Line {
                paint: Colour::Modes.into(),
                width: THEORY,
                style,
            };
            chart.legend.push(self.entry(sample, phrase));
        }
    }

    fn modes(&self, chart: &mut Chart) {
        let Dynamics {
            run,
            options,
            extent,
            ..
        } = self.of;
        let record = run.record;
        if !options.shows_modes || record.is_empty() {
            return;
        }
        let n_modes = record.shape().n_items;
        let last = record.len() - 1;
        let levels = self.of.modes.map_or_else(Vec::new, level_of_each);
        // The first on top: it is the one that all see.
        for mode in (0..n_modes).rev() {
            let value = |row: usize| {
                if options.is_aligned {
                    record.strength(row, mode)
                } else {
                    record.modes(row)[mode]
                }
            };
            let colour = Colour::Mode { mode, of: n_modes };
            let y = |row: usize| self.scales.mode(value(row));
            let of = CurveOf::Run(self.quantity(mode));
            let curve = Curve::new(of, record.epochs(), y, colour.into());
            let name = mode_name(mode, value(last), extent, self.of.modes, &levels);
            chart.curves.push(curve.width(MODE).named(name));
        }
    }

    fn loss(&self, chart: &mut Chart) {
        if !self.of.options.shows_loss {
            return;
        }
        let record = self.of.run.record;
        let y = |row: usize| self.scales.loss(record.losses()[row]);
        let of = CurveOf::Run(Quantity::Loss);
        let curve = Curve::new(of, record.epochs(), y, Colour::Loss.into());
        let name = CurveName::Words(self.words.say(&Phrase::Loss));
        chart.curves.push(curve.width(LOSS).named(Some(name)));
    }

    fn quantity(&self, mode: usize) -> Quantity {
        if self.of.options.is_aligned {
            Quantity::Strength(mode)
        } else {
            Quantity::Mode(mode)
        }
    }
}
