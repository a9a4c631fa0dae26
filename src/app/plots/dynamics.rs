//! The learning dynamics: loss on the left axis, modes on the right, the epoch as a stripe.

use egui::Ui;

use super::chart::{ChartMemory, ChartPlot};
use super::other_runs::{OtherRuns, OtherRunsKey, pin_names, seen, watched};
use crate::analysis::band::Band;
use crate::app::command::language::Language;
use crate::app::run::Run;
use crate::app::run::extract::Extract;
use crate::app::session::on_screen::dynamics_options;
use crate::app::session::pins::Pins;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::experiment::view::LearningOptions;
use crate::numbers::short;
use crate::picture::chart::{Chart, CurveOf, NamesRoom, Quantity};
use crate::picture::{self, DynamicsOptions, mode_unit, mode_unit_beside};

/// The first modes, whose values are told wherever the pointer is.
const TOLD: usize = 8;

/// The least and the most room for the curves' names, as shares of the chart's width. The least
/// has room for what tells the usual pins apart, so that the frame stays where it is when a run is
/// pinned.
const NAMES_SHARES: [f64; 2] = [0.12, 0.22];

/// The run and all else that the picture is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct DynamicsPlot<'a> {
    /// The run.
    pub run: &'a Run,
    /// The epoch looked at.
    pub epoch: usize,
    /// The setting over many draws.
    pub band: Option<&'a Band>,
    /// Pinned runs.
    pub pins: &'a Pins,
    /// The choices of what is shown, and how.
    pub options: &'a LearningOptions,
    /// The words.
    pub words: &'a Words,
}

/// The run and the settings that a chart of the dynamics was made for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    extract: Extract,
    how: How,
}

/// How a run is drawn.
#[derive(Clone, Debug, PartialEq)]
struct How {
    options: DynamicsOptions,
    is_foreseen: bool,
    has_band: bool,
    others: OtherRunsKey,
    language: Language,
}

impl DynamicsPlot<'_> {
    /// Draws the picture; answers the epoch that was pointed to, if one was.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui, memory: &mut ChartMemory<Key>) -> Option<usize> {
        let key = self.key();
        let serves =
            |kept: &Key, key: &Key| kept.how == key.how && kept.extract.serves(&key.extract);
        memory.keep(key, serves, || self.chart());
        let unit = self.unit();
        let record = &self.run.record;
        let value = |of: CurveOf, epoch: usize| {
            let row = record.row_at(epoch);
            match of {
                CurveOf::Run(Quantity::Loss) => record.losses().get(row).copied(),
                CurveOf::Run(Quantity::Mode(mode)) => Some(record.modes(row)[mode] / unit),
                CurveOf::Run(Quantity::Strength(mode)) => Some(record.strength(row, mode) / unit),
                _ => None,
            }
        };
        let is_told = |of: CurveOf| match of {
            CurveOf::Run(Quantity::Mode(mode) | Quantity::Strength(mode)) => mode < TOLD,
            of => of == CurveOf::Run(Quantity::Loss),
        };
        // Each kind of axis keeps its own zoom.
        let id = if self.options.is_log {
            "dynamics-log"
        } else {
            "dynamics"
        };
        let plot = ChartPlot {
            id,
            epochs: record.epochs(),
            epoch: self.epoch,
            value: &value,
            is_told: &is_told,
            words: self.words,
        };
        let pointed = memory.ui(ui, plot)?;
        let description = self.description();
        let said = [&[description.as_str()], &memory.legend()[..]].concat();
        accessible_name(ui, &pointed.response, &said.join(" · "));
        pointed.epoch
    }

    fn key(&self) -> Key {
        Key {
            extract: Extract::of(self.run, 0),
            how: How {
                options: dynamics_options(self.options, self.run.foreseen.as_deref()),
                is_foreseen: self.run.foreseen.is_some(),
                has_band: self.band.is_some(),
                others: OtherRunsKey::of(self.pins),
                language: self.words.language(),
            },
        }
    }

    /// The chart of a figure of this run, but for the title and the stripe at the epoch, which moves.
    fn chart(&self) -> Chart {
        let run = self.run;
        let watched = watched(&run.facts.experiment, self.words);
        let others = OtherRuns::of(self.pins, self.words);
        let dynamics = picture::Dynamics {
            run: seen(run, &watched),
            extent: &run.extent,
            modes: Some(&run.facts.modes),
            epoch: None,
            foreseen: run.foreseen.as_deref(),
            others: &others.all(),
            band: self.band,
            options: dynamics_options(self.options, self.run.foreseen.as_deref()),
        };
        let chart = dynamics.chart(self.words);
        Chart {
            title: None,
            names_room: Some(NamesRoom {
                least: NAMES_SHARES[0],
                most: NAMES_SHARES[1],
                whole: Vec::new(),
                told_apart: pin_names(self.pins),
            }),
            ..chart
        }
    }

    /// The value that modes are divided by.
    fn unit(&self) -> f64 {
        if self.options.is_raw {
            return 1.0;
        }
        let of_data = &self.run.facts.modes.singular_values;
        if self.pins.seen().next().is_some() {
            return mode_unit_beside(&self.run.extent, of_data);
        }
        mode_unit(&self.run.extent, of_data)
    }

    /// For those who do not see the picture.
    fn description(&self) -> String {
        let record = &self.run.record;
        let row = record.row_at(self.epoch);
        let (Some(loss), Some(epoch)) = (record.losses().get(row), record.epochs().get(row)) else {
            return self.words.get("plot-name");
        };
        self.words.with(
            "plot-description",
            &[
                ("epoch", epoch.to_string().into()),
                ("loss", short(*loss).into()),
                ("drops", self.run.n_drops.into()),
            ],
        )
    }
}
