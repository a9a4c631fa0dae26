//! The exercise's error against the number of samples, on a logarithmic axis.

use egui::Ui;

use super::chart::{ChartMemory, ChartPlot};
use crate::analysis::exercise::{Choice, Draw};
use crate::app::command::language::Language;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::picture::chart::{Across, Axis, Chart, Course, Curve, CurveOf, Quantity, Rule};
use crate::picture::{Colour, LineStyle};

/// From this error on rounding finds another whole number.
const ROUNDS_WRONG: f64 = 0.5;

/// The width of the curve, in points.
const WIDTH: f64 = 2.0;

/// The settings that the chart was made for: the draw's seed and the choice, but for the number of
/// samples.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    seed: u32,
    choice: Choice,
    language: Language,
}

/// The chart's memory.
#[derive(Debug, Default)]
pub(crate) struct SampleErrors {
    chart: ChartMemory<Key>,
    /// The largest error with 1, 2 … samples.
    errors: Vec<f64>,
}

impl SampleErrors {
    /// Draws the curve into the room there is; answers the number of samples that was clicked.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        draw: &Draw,
        choice: Choice,
        words: &Words,
    ) -> Option<usize> {
        let key = Key {
            seed: draw.seed(),
            choice: Choice {
                n_samples: 0,
                ..choice
            },
            language: words.language(),
        };
        let Self { chart, errors } = self;
        chart.keep(key, Key::eq, || {
            *errors = draw.errors(choice);
            described(errors, words)
        });
        let samples: Vec<usize> = (1..=errors.len()).collect();
        let value = |_, n: usize| errors.get(n.checked_sub(1)?).copied();
        let plot = ChartPlot {
            id: "sample errors",
            epochs: &samples,
            epoch: choice.n_samples,
            value: &value,
            is_told: &|_| true,
            words,
        };
        let pointed = chart.ui(ui, plot)?;
        accessible_name(ui, &pointed.response, &words.get("exercise-errors"));
        pointed.epoch
    }
}

fn described(errors: &[f64], words: &Words) -> Chart {
    let seen = errors.iter().copied().filter(|error| *error > 0.0);
    let least = seen.clone().fold(ROUNDS_WRONG, f64::min);
    let largest = seen.fold(ROUNDS_WRONG, f64::max);
    let left = Axis::log(least, largest).named(words.get("exercise-error-axis"), Colour::Ink);
    let across = Across::epochs(words.get("exercise-samples"), 1, errors.len());
    let mut chart = Chart::new(across, left, None);
    chart.n_legend_lines = 0;
    chart.rules.push(Rule {
        course: Course::Level(chart.left.y_of(ROUNDS_WRONG)),
        name: Some(words.get("exercise-rounds-wrong")),
        paint: Colour::Quiet.into(),
        width: 1.0,
        style: LineStyle::Dashed,
    });
    let samples: Vec<usize> = (1..=errors.len()).collect();
    let of = CurveOf::Run(Quantity::Loss);
    let y = |row: usize| chart.left.y_of(errors[row]);
    let curve = Curve::new(of, &samples, y, Colour::Loss.into()).width(WIDTH);
    chart.curves.push(curve);
    chart
}
