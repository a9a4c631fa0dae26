//! What the network says of the watched pairs over the epochs, with the modes on the right axis
//! and the plateaus that were foreseen as faint steps.

use egui::{Align2, RichText, Ui};
use egui_plot::{
    AxisHints, GridMark, HPlacement, HoverPosition, Line, LineStyle, PlotPoint, PlotPoints, PlotUi,
    Text,
};

use super::curves::{curve, mode_unit};
use super::epoch_axis::{self, AXIS_WIDTH};
use super::pointed_line::pointed_line;
use super::spread::spread;
use crate::analysis::band::Band;
use crate::analysis::illusion::{self, Step};
use crate::app::run::Run;
use crate::app::run::extract::Extract;
use crate::app::session::pins::Pins;
use crate::app::text::names::pair_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::experiment::Pair;

/// What the y axis shows, as in the tutorial; a prediction that goes beyond is followed so far.
const RANGE: f64 = 1.05;
const MOST_RANGE: f64 = 2.1;

/// The curves of a run, made once.
#[derive(Debug)]
pub(crate) struct PredictionCurves {
    key: Key,
    /// The y axis goes so far from zero.
    range: f64,
    predictions: Vec<Vec<PlotPoint>>,
    modes: Vec<Vec<PlotPoint>>,
    /// The foreseen steps of each watched pair.
    ladders: Vec<Vec<PlotPoint>>,
    /// The same predictions in other runs, with the pin; none for the run before the drag.
    ghosts: Vec<(Option<usize>, Vec<PlotPoint>)>,
    /// The pin a line of which is under the pointer.
    pub(crate) pointed: Option<usize>,
}

/// How much of the run, whether it is foreseen, and the pins.
type Key = (Extract, bool, u64);

/// What the picture is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Predictions<'a> {
    pub(crate) run: &'a Run,
    pub(crate) pins: &'a Pins,
    /// The setting over many draws.
    pub(crate) band: Option<&'a Band>,
    pub(crate) epoch: usize,
    pub(crate) words: &'a Words,
    pub(crate) palette: &'a Palette,
}

impl PredictionCurves {
    fn of<'a>(cache: &'a mut Option<Self>, run: &Run, pins: &Pins) -> &'a Self {
        let key = (Extract::of(run, 0), run.foreseen.is_some(), pins.revision());
        let serves = |was: &Key| (was.1, was.2) == (key.1, key.2) && was.0.serves(&key.0);
        if !cache.as_ref().is_some_and(|curves| serves(&curves.key)) {
            *cache = None;
        }
        cache.get_or_insert_with(|| Self::new(key, run, pins))
    }

    fn new(key: Key, run: &Run, pins: &Pins) -> Self {
        let record = &run.record;
        let shape = record.shape();
        let unit = mode_unit(run, false);
        let epochs = record.epochs();
        let rows = (0..record.len()).flat_map(|row| record.predictions(row));
        let farthest = rows.fold(0.0, |most: f64, value| most.max(value.abs()));
        let range = (1.03 * farthest).clamp(RANGE, MOST_RANGE);
        let clamped = |y: f64| y.clamp(-range, range);
        let prediction = |i: usize| curve(epochs, |row| clamped(record.predictions(row)[i]));
        let mode = |i: usize| curve(epochs, |row| clamped(of_mode(record.modes(row)[i] / unit)));
        Self {
            key,
            range,
            pointed: None,
            predictions: (0..shape.n_watched).map(prediction).collect(),
            modes: (0..shape.n_items).map(mode).collect(),
            ladders: ladders(run),
            ghosts: ghosts(run, pins, range),
        }
    }
}

/// What other runs predicted for the pairs that this one watches, told by their names.
fn ghosts(run: &Run, pins: &Pins, range: f64) -> Vec<(Option<usize>, Vec<PlotPoint>)> {
    let watched = run.facts.experiment.pair_names();
    let pinned = pins.all.iter().enumerate();
    let pinned = pinned.map(|(i, pin)| (Some(i), &pin.trace));
    let before = pins.before_drag.iter().map(|trace| (None, trace));
    let mut ghosts = Vec::new();
    for (pin, trace) in before.chain(pinned) {
        for (i, name) in trace.experiment.pair_names().iter().enumerate() {
            if watched.contains(name) {
                let record = &trace.record;
                let prediction = |row: usize| record.predictions(row)[i].clamp(-range, range);
                let points = curve(record.epochs(), prediction);
                ghosts.push((pin, points));
            }
        }
    }
    ghosts
}

/// Modes 0 … 1 span the axis from −1 to 1.
fn of_mode(share: f64) -> f64 {
    2.0 * share - 1.0
}

/// The foreseen steps as lines, where there is a theory for their epochs.
fn ladders(run: &Run) -> Vec<Vec<PlotPoint>> {
    let facts = &run.facts;
    let experiment = &facts.experiment;
    let Some(foreseen) = run.foreseen.as_ref().filter(|_| facts.starts.is_some()) else {
        return Vec::new();
    };
    let n_items = facts.modes.singular_values.len();
    let rise = |mode: usize| foreseen.rises[mode];
    let ladder = |pair: &Pair| {
        let value = |item| run.target(Pair { item, ..*pair }).unwrap_or(0.0);
        let values: Vec<f64> = (0..n_items).map(value).collect();
        let ladder = illusion::ladder(&facts.modes, &values, pair.item);
        steps(&ladder, rise, experiment.n_epochs)
    };
    experiment.watched.iter().map(ladder).collect()
}

/// A line from step to step; a level is reached when its modes have risen, on average.
fn steps(ladder: &[Step], rise: impl Fn(usize) -> Option<f64>, n_epochs: usize) -> Vec<PlotPoint> {
    let mut points = vec![PlotPoint::new(0.0, 0.0)];
    let mut height: f64 = 0.0;
    for step in ladder {
        let rises: Option<Vec<f64>> = step.modes.iter().map(|&mode| rise(mode)).collect();
        let Some(rises) = rises else { break };
        let at = rises.iter().sum::<f64>() / rises.len() as f64;
        points.push(PlotPoint::new(at, height.clamp(-MOST_RANGE, MOST_RANGE)));
        height = step.height;
        points.push(PlotPoint::new(at, height.clamp(-MOST_RANGE, MOST_RANGE)));
    }
    points.push(PlotPoint::new(
        (n_epochs - 1) as f64,
        height.clamp(-MOST_RANGE, MOST_RANGE),
    ));
    points
}

impl Predictions<'_> {
    /// Draws the picture; answers the epoch that was pointed to, if one was.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui, cache: &mut Option<PredictionCurves>) -> Option<usize> {
        let curves = PredictionCurves::of(cache, self.run, self.pins);
        let last = (self.run.facts.experiment.n_epochs - 1) as f64;
        let grid_color = ui
            .visuals()
            .widgets
            .noninteractive
            .bg_stroke
            .color
            .gamma_multiply(0.6);
        // While it is dragged over, what is pointed at is in view.
        let is_down = ui.input(|input| input.pointer.primary_down());
        let range = curves.range;
        let plot = epoch_axis::plot("predictions", last, -range, range, grid_color)
            .y_grid_spacer(|input| halves(input.bounds))
            .custom_x_axes(vec![epoch_axis::axis(self.words)])
            .custom_y_axes(self.y_axes())
            .label_formatter(|at: &HoverPosition<'_>| self.hover_text(at).filter(|_| !is_down));
        let response = plot.show(ui, |plot| {
            epoch_axis::band(plot, self.epoch, self.palette.epoch);
            self.seeds(plot, curves);
            self.lines(plot, curves);
            self.names(plot, curves);
            self.pin_names(plot, curves);
            let ghosts = curves.ghosts.iter();
            let pin = pointed_line(
                plot,
                ghosts.filter_map(|(pin, line)| Some(((*pin)?, &line[..]))),
            );
            (plot.pointer_coordinate(), pin)
        });
        accessible_name(ui, &response.response, &self.words.get("predictions-name"));
        let (pointer, pin) = response.inner;
        if let Some(curves) = cache {
            curves.pointed = pin;
        }
        epoch_axis::pointed(response.response, pointer, last)
    }

    fn y_axes<'a>(&self) -> Vec<AxisHints<'a>> {
        let left = RichText::new(self.words.get("axis-prediction")).color(self.palette.loss);
        let right = RichText::new(self.words.get("axis-modes")).color(self.palette.mode_first);
        vec![
            AxisHints::new_y()
                .min_thickness(AXIS_WIDTH)
                .label(left)
                .tick_label_color(self.palette.loss)
                .formatter(|mark, _| format!("{:+.1}", mark.value).replace("+0.0", "0.0")),
            AxisHints::new_y()
                .placement(HPlacement::Right)
                .min_thickness(AXIS_WIDTH)
                .label(right)
                .tick_label_color(self.palette.mode_first)
                .formatter(|mark, _| format!("{:.2}", f64::midpoint(mark.value, 1.0))),
        ]
    }

    /// The same setting over many draws.
    fn seeds(&self, plot: &mut PlotUi<'_>, curves: &PredictionCurves) {
        let Some(band) = self.band else {
            return;
        };
        for (i, values) in band.predictions.iter().enumerate() {
            let color = self.palette.watched(i);
            let range = curves.range;
            spread(plot, &band.epochs, values, color, |y| {
                y.clamp(-range, range)
            });
        }
    }

    fn lines<'a>(&self, plot: &mut PlotUi<'a>, curves: &'a PredictionCurves) {
        let line = |points: &'a [PlotPoint]| {
            Line::new(String::new(), PlotPoints::Borrowed(points)).allow_hover(false)
        };
        let n_modes = curves.modes.len();
        for (mode, points) in curves.modes.iter().enumerate().rev() {
            let color = self.palette.mode(mode, n_modes).gamma_multiply(0.55);
            plot.line(line(points).color(color).width(1.2));
        }
        for (i, points) in curves.ladders.iter().enumerate() {
            let color = self.palette.watched(i).gamma_multiply(0.5);
            plot.line(
                line(points)
                    .color(color)
                    .width(1.4)
                    .style(LineStyle::dashed_loose()),
            );
        }
        for (pin, points) in &curves.ghosts {
            let is_hovered = pin.is_some() && *pin == self.pins.hovered;
            let pin = pin.and_then(|pin| self.pins.all.get(pin));
            let color = pin.map_or(self.palette.quiet, |pin| self.palette.pin(pin.colour));
            let width = if is_hovered { 2.6 } else { 1.2 };
            plot.line(line(points).color(color).width(width));
        }
        for (i, points) in curves.predictions.iter().enumerate() {
            plot.line(line(points).color(self.palette.watched(i)).width(3.0));
        }
    }

    /// The pairs' names at the end of their lines; where several end together, one below the other.
    fn names(&self, plot: &mut PlotUi<'_>, curves: &PredictionCurves) {
        let experiment = &self.run.facts.experiment;
        let bounds = plot.plot_bounds();
        let line_height = 0.055 * bounds.height();
        let mut taken: Vec<f64> = Vec::new();
        for (i, points) in curves.predictions.iter().enumerate() {
            let (Some(end), Some(pair)) = (points.last(), experiment.watched.get(i)) else {
                continue;
            };
            // Inwards from the edge, so that a line that ends at ±1 is not covered.
            let inwards = if end.y > 0.0 { -1.0 } else { 1.0 };
            let mut y = end.y + inwards * line_height;
            while taken
                .iter()
                .any(|other| (other - y).abs() < line_height * 0.9)
            {
                y += inwards * line_height;
            }
            taken.push(y);
            let name = RichText::new(pair_name(*pair, experiment, self.words));
            let name = name.size(13.0).color(self.palette.watched(i));
            let at = PlotPoint::new(bounds.max()[0] - 0.01 * bounds.width(), y);
            plot.text(
                Text::new("", at, name)
                    .anchor(Align2::RIGHT_CENTER)
                    .allow_hover(false),
            );
        }
    }

    /// The pins' names, each where its first line is farthest from zero.
    fn pin_names(&self, plot: &mut PlotUi<'_>, curves: &PredictionCurves) {
        let mut named = Vec::new();
        for (pin, points) in &curves.ghosts {
            let Some(place) = pin.filter(|place| !named.contains(place)) else {
                continue;
            };
            let far = |a: &&PlotPoint, b: &&PlotPoint| a.y.abs().total_cmp(&b.y.abs());
            let (Some(pin), Some(at)) = (self.pins.all.get(place), points.iter().max_by(far))
            else {
                continue;
            };
            named.push(place);
            // A pin of the run that is shown needs no second name.
            if pin.trace.experiment == self.run.facts.experiment {
                continue;
            }
            let text = RichText::new(&pin.name).size(12.0);
            let text = text.color(self.palette.pin(pin.colour));
            let anchor = if at.y > 0.0 {
                Align2::LEFT_TOP
            } else {
                Align2::LEFT_BOTTOM
            };
            let text = Text::new("", PlotPoint::new(at.x, at.y), text).anchor(anchor);
            plot.text(text.allow_hover(false));
        }
    }

    fn hover_text(&self, at: &HoverPosition<'_>) -> Option<String> {
        let (HoverPosition::NearDataPoint { position, .. } | HoverPosition::Elsewhere { position }) =
            at;
        let record = &self.run.record;
        if record.is_empty() {
            return None;
        }
        let row = record.row_at(position.x.round().max(0.0) as usize);
        let experiment = &self.run.facts.experiment;
        let said = experiment.watched.iter().zip(record.predictions(row));
        let said = said.map(|(pair, value)| {
            format!("{} {value:+.2}", pair_name(*pair, experiment, self.words))
        });
        let epoch = record.epochs()[row].to_string();
        let said: Vec<String> = said.collect();
        let values = [("epoch", epoch.into()), ("said", said.join("\n").into())];
        Some(self.words.with("predictions-hover", &values))
    }
}

/// Grid lines at halves, finer when zoomed in.
fn halves((from, to): (f64, f64)) -> Vec<GridMark> {
    let mut step_size = 0.5;
    while (to - from) / step_size < 2.5 {
        step_size /= 5.0;
    }
    let first = (from.max(-1.0) / step_size - 1e-9).ceil() as i64;
    let last = (to.min(1.0) / step_size + 1e-9).floor() as i64;
    let mark = |i: i64| GridMark {
        value: i as f64 * step_size,
        step_size,
    };
    (first..=last).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_one_another_and_stop_where_nothing_is_foreseen() {
        let ladder = [
            Step {
                modes: vec![0],
                height: -0.25,
            },
            Step {
                modes: vec![1],
                height: 0.5,
            },
            Step {
                modes: vec![2, 3],
                height: 0.0,
            },
        ];
        let rise = |mode: usize| [Some(90.0), Some(115.0), Some(137.0), None][mode];
        let points: Vec<(f64, f64)> = steps(&ladder, rise, 250)
            .iter()
            .map(|point| (point.x, point.y))
            .collect();
        assert_eq!(
            points,
            [
                (0.0, 0.0),
                (90.0, 0.0),
                (90.0, -0.25),
                (115.0, -0.25),
                (115.0, 0.5),
                (249.0, 0.5)
            ]
        );
    }
}
