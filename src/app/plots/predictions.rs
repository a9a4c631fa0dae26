//! The network's predictions for the watched pairs over the epochs, with the modes on the right
//! axis and the predicted plateaus as steps.

use egui::Ui;

use super::chart::{ChartMemory, ChartPlot};
use super::other_runs::{OtherRuns, OtherRunsKey, pin_names, seen, watched};
use crate::analysis::band::Band;
use crate::app::command::language::Language;
use crate::app::run::Run;
use crate::app::run::extract::Extract;
use crate::app::session::pins::Pins;
use crate::app::text::story::limit_told;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::status_hint;
use crate::picture::chart::{Chart, CurveOf, NamesRoom, Quantity};
use crate::picture::{self, Palette, TaughtPair, mode_unit};

/// The most room for the names of pairs and pins, as a share of the chart's width.
const MOST_NAMES: f64 = 0.22;

/// The most pairs that have a line of the legend each: for the time of their false beliefs, where
/// that is not written beside the curve.
const MOST_BELIEFS: usize = 3;

/// The least height of the frame, in points, and the height of what is around it: of a line of the
/// legend, and of numbers and names.
const LEAST_FRAME: f32 = 184.0;
const LEGEND_LINE: f32 = 15.0;
const AROUND: f32 = 70.0;

/// The run and all else that the picture is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct PredictionsPlot<'a> {
    /// The run.
    pub(crate) run: &'a Run,
    /// Pinned runs.
    pub(crate) pins: &'a Pins,
    /// The setting over many draws.
    pub(crate) band: Option<&'a Band>,
    /// The epoch looked at.
    pub(crate) epoch: usize,
    /// The words.
    pub(crate) words: &'a Words,
}

/// The run and the settings that a chart of predictions was made for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    extract: Extract,
    how: How,
}

/// How a run is drawn.
#[derive(Clone, Debug, PartialEq)]
struct How {
    is_foreseen: bool,
    has_band: bool,
    others: OtherRunsKey,
    language: Language,
}

impl PredictionsPlot<'_> {
    /// The height below which the curves could not be read.
    pub(crate) fn least_height(&self) -> f32 {
        LEAST_FRAME + LEGEND_LINE * self.n_legend_lines() as f32 + AROUND
    }

    /// The lines of the legend that have room.
    fn n_legend_lines(&self) -> usize {
        1 + self.run.facts.experiment.watched.len().min(MOST_BELIEFS)
    }

    /// Draws the picture; answers the epoch that was pointed to, if one was.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui, memory: &mut ChartMemory<Key>) -> Option<usize> {
        let key = Key {
            extract: Extract::of(self.run, 0),
            how: How {
                is_foreseen: self.run.foreseen.is_some(),
                has_band: self.band.is_some(),
                others: OtherRunsKey::of(self.pins),
                language: self.words.language(),
            },
        };
        let serves =
            |kept: &Key, key: &Key| kept.how == key.how && kept.extract.serves(&key.extract);
        memory.keep(key, serves, || self.chart());
        let record = &self.run.record;
        let unit = mode_unit(&self.run.extent, &self.run.facts.modes.singular_values);
        let value = |of: CurveOf, epoch: usize| {
            let row = record.row_at(epoch);
            match of {
                CurveOf::Run(Quantity::Watched(pair)) => Some(record.predictions(row)[pair]),
                CurveOf::Run(Quantity::Mode(mode)) => Some(record.modes(row)[mode] / unit),
                _ => None,
            }
        };
        let is_told = |of: CurveOf| matches!(of, CurveOf::Run(Quantity::Watched(_)));
        let plot = ChartPlot {
            id: "predictions",
            epochs: record.epochs(),
            epoch: self.epoch,
            value: &value,
            is_told: &is_told,
            words: self.words,
        };
        let pointed = memory.ui(ui, plot)?;
        let name = self.words.get("predictions-name");
        accessible_name(ui, &pointed.response, &name);
        if pointed.is_at_belief {
            status_hint::tell(ui.ctx(), limit_told(self.words));
        }
        pointed.epoch
    }

    /// The chart of a figure of this run, but for the title and the stripe at the epoch, which moves.
    fn chart(&self) -> Chart {
        let run = self.run;
        let experiment = &run.facts.experiment;
        let watched = watched(experiment, self.words);
        let others = OtherRuns::of(self.pins, self.words);
        let predictions = picture::Predictions {
            run: seen(run, &watched),
            extent: &run.extent,
            modes: Some(&run.facts.modes),
            taught: &TaughtPair::all(experiment, &run.facts.dataset),
            epoch: None,
            foreseen: run.foreseen.as_deref(),
            others: &others.all(),
            band: self.band,
            epochs: None,
        };
        let chart = predictions.chart(self.words);
        Chart {
            title: None,
            n_legend_lines: self.n_legend_lines(),
            // Names do not change while a slider is dragged, so the frame stays where it is.
            names_room: Some(NamesRoom {
                least: 0.0,
                most: MOST_NAMES,
                whole: watched.iter().take(Palette::N_WATCHED).cloned().collect(),
                told_apart: pin_names(self.pins),
            }),
            ..chart
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::run::RunState;
    use crate::experiment::Pair;
    use crate::picture::Size;
    use crate::picture::check::Sans;
    use crate::presets;

    /// How wide the frame is of the predictions for the shark, with a feature of this name, at a
    /// learning rate.
    fn frame_width(name: &str, lr: f64) -> f64 {
        let mut experiment = presets::shark();
        name.clone_into(&mut experiment.user_features[0].name);
        experiment.lr = lr;
        let state = RunState::trained(experiment);
        let words = Words::new(Language::English);
        let predictions = PredictionsPlot {
            run: state.shown().expect("it is trained"),
            pins: &Pins::default(),
            band: None,
            epoch: 0,
            words: &words,
        };
        let chart = predictions.chart();
        chart.frame(Size::new(700.0, 400.0), &Sans).area.width()
    }

    #[test]
    fn short_names_leave_their_room_to_the_curves_and_a_drag_moves_nothing() {
        let [short, long] = ["has_fins", "is_covered_all_over_with_bones"];
        assert!(frame_width(short, 100.0) > frame_width(long, 100.0) + 20.0);
        for lr in [60.0, 270.0, 340.0] {
            assert_eq!(frame_width(short, lr), frame_width(short, 100.0), "{lr}");
        }
    }

    #[test]
    fn the_legend_of_a_narrow_chart_has_room_for_three_beliefs() {
        let mut experiment = presets::shark();
        let feature = experiment.watched[0].feature;
        for item in [1, 2] {
            experiment.watched.push(Pair { item, feature });
        }
        let state = RunState::trained(experiment);
        for language in Language::ALL {
            let words = Words::new(language);
            let predictions = PredictionsPlot {
                run: state.shown().expect("it is trained"),
                pins: &Pins::default(),
                band: None,
                epoch: 0,
                words: &words,
            };
            let chart = predictions.chart();
            let drawing = chart.layout(Size::new(520.0, 400.0), &chart.whole(), &Sans, &words);
            // Entries without room are counted: "… and 1 more".
            let is_counted = drawing.labels().any(|label| label.text.starts_with('…'));
            assert!(!is_counted, "{language:?}");
            let least = Size::new(400.0, f64::from(predictions.least_height()));
            let frame = chart.frame(least, &Sans).area;
            assert!(frame.height() >= 180.0, "{}", frame.height());
        }
    }
}
