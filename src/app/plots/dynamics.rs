//! The learning dynamics: loss on the left axis, modes on the right, the epoch as a band.

use egui::{Align2, RichText, Ui};
use egui_plot::{
    AxisHints, HLine, HPlacement, HoverPosition, Line, LineStyle, PlotPoint, PlotPoints, PlotUi,
    Text,
};

use super::curves::{Curves, mode_unit};
use super::epoch_axis::{self, AXIS_WIDTH};
use super::pointed_line::pointed_line;
use super::spread::spread;
use super::theory::Kind;
use crate::analysis::band::Band;
use crate::app::run::Run;
use crate::app::session::pins::Pins;
use crate::app::text::format;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::experiment::view::{LearningOptions, TheoryShown};

/// Size of the names on the curves.
const LABEL: f32 = 13.0;

/// What the picture is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Dynamics<'a> {
    /// The run.
    pub run: &'a Run,
    /// The epoch looked at.
    pub epoch: usize,
    /// The setting over many draws.
    pub band: Option<&'a Band>,
    /// Pinned runs.
    pub pins: &'a Pins,
    /// What is shown, and how.
    pub options: &'a LearningOptions,
    /// The words.
    pub words: &'a Words,
    /// The colours.
    pub palette: &'a Palette,
}

impl Dynamics<'_> {
    /// Draws the picture; answers the epoch that was pointed to, if one was.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui, cache: &mut Option<Curves>) -> Option<usize> {
        let curves = Curves::of(cache, self.run, self.options, self.pins);
        let n_epochs = self.run.facts.experiment.n_epochs;
        let last = (n_epochs - 1) as f64;
        let y_range = curves.axes.range();
        let grid_color = ui
            .visuals()
            .widgets
            .noninteractive
            .bg_stroke
            .color
            .gamma_multiply(0.6);
        // While it is dragged over, what is pointed at is in view.
        let is_down = ui.input(|input| input.pointer.primary_down());
        let formatter = |at: &HoverPosition<'_>| self.hover_text(at).filter(|_| !is_down);
        let (from, to) = (*y_range.start(), *y_range.end());
        // Each kind of axis keeps its own zoom.
        let name = if self.options.is_log {
            "dynamics-log"
        } else {
            "dynamics"
        };
        let plot = epoch_axis::plot(name, last, from, to, grid_color)
            .y_grid_spacer(|input| curves.axes.grid(input.bounds))
            .custom_x_axes(vec![epoch_axis::axis(self.words)])
            .custom_y_axes(self.y_axes(curves))
            .label_formatter(formatter);
        let response = plot.show(ui, |plot| {
            epoch_axis::band(plot, self.epoch, self.palette.epoch);
            self.seeds(plot, curves);
            self.plateaus(plot, curves);
            self.ghosts(plot, curves);
            self.curves(plot, curves);
            self.theory(plot, curves);
            self.labels(plot, curves);
            let ghosts = curves.ghosts.iter().filter(|_| self.options.shows_loss);
            let pin = pointed_line(
                plot,
                ghosts.filter_map(|ghost| Some((ghost.pin?, &ghost.loss[..]))),
            );
            (plot.pointer_coordinate(), pin)
        });
        let name = self.description();
        accessible_name(ui, &response.response, &name);
        let (pointer, pin) = response.inner;
        if let Some(curves) = cache {
            curves.pointed = pin;
        }
        epoch_axis::pointed(response.response, pointer, last)
    }

    fn y_axes<'a>(&self, curves: &'a Curves) -> Vec<AxisHints<'a>> {
        let mut axes = Vec::new();
        let left = AxisHints::new_y().min_thickness(AXIS_WIDTH);
        axes.push(if self.options.shows_loss {
            let title = RichText::new(self.words.get("axis-loss")).color(self.palette.loss);
            left.label(title)
                .tick_label_color(self.palette.loss)
                .formatter(|mark, _| curves.axes.loss_label(mark))
        } else {
            left.formatter(|_, _| String::new())
        });
        if self.options.shows_modes {
            let key = match (self.options.is_aligned, self.options.is_raw) {
                (false, false) => "axis-modes",
                (false, true) => "axis-modes-raw",
                (true, false) => "axis-strengths",
                (true, true) => "axis-strengths-raw",
            };
            let color = self.palette.mode_first;
            axes.push(
                AxisHints::new_y()
                    .placement(HPlacement::Right)
                    .min_thickness(AXIS_WIDTH)
                    .label(RichText::new(self.words.get(key)).color(color))
                    .tick_label_color(color)
                    .formatter(|mark, _| curves.axes.mode_label(mark)),
            );
        }
        axes
    }

    fn curves<'a>(&self, plot: &mut PlotUi<'a>, curves: &'a Curves) {
        let n_modes = curves.modes.len();
        if self.options.shows_modes {
            for (mode, points) in curves.modes.iter().enumerate().rev() {
                let line = Line::new(String::new(), PlotPoints::Borrowed(points))
                    .color(self.palette.mode(mode, n_modes))
                    .width(1.6)
                    .allow_hover(false);
                plot.line(line);
            }
        }
        if self.options.shows_loss {
            let line = Line::new(String::new(), PlotPoints::Borrowed(&curves.loss))
                .color(self.palette.loss)
                .width(2.2)
                .allow_hover(false);
            plot.line(line);
        }
    }

    /// The same setting over many draws.
    fn seeds(&self, plot: &mut PlotUi<'_>, curves: &Curves) {
        let Some(band) = self.band else {
            return;
        };
        let (axes, epochs) = (&curves.axes, &band.epochs);
        if self.options.shows_modes {
            let modes = if self.options.is_aligned {
                &band.strengths
            } else {
                &band.modes
            };
            let unit = mode_unit(self.run, self.options.is_raw);
            for (mode, values) in modes.iter().enumerate().rev() {
                let color = self.palette.mode(mode, modes.len());
                spread(plot, epochs, values, color, |s| axes.of_mode(s / unit));
            }
        }
        if self.options.shows_loss {
            let color = self.palette.loss;
            spread(plot, epochs, &band.loss, color, |loss| axes.of_loss(loss));
        }
    }

    /// Other runs, thin and faint; the one that is pointed at in the table stands out.
    fn ghosts<'a>(&self, plot: &mut PlotUi<'a>, curves: &'a Curves) {
        let bounds = plot.plot_bounds();
        let (width, height) = (bounds.width(), bounds.height());
        for (place, ghost) in curves.ghosts.iter().enumerate() {
            let pin = ghost.pin.and_then(|pin| self.pins.all.get(pin));
            let color = pin.map_or(self.palette.quiet, |pin| self.palette.pin(pin.colour));
            let is_hovered = ghost.pin.is_some() && ghost.pin == self.pins.hovered;
            let (ink, thickness) = match (is_hovered, pin.is_some()) {
                (true, _) => (1.0, 2.4),
                (false, true) => (0.75, 1.1),
                (false, false) => (0.55, 1.0),
            };
            let line = |points: &'a Vec<PlotPoint>, ink: f32| {
                Line::new(String::new(), PlotPoints::Borrowed(points))
                    .color(color.gamma_multiply(ink))
                    .width(thickness)
                    .allow_hover(false)
            };
            if self.options.shows_modes {
                for points in &ghost.modes {
                    plot.line(line(points, 0.5 * ink));
                }
            }
            if !self.options.shows_loss {
                continue;
            }
            plot.line(line(&ghost.loss, ink));
            // Its name where it begins to fall, each a little lower than the last.
            // A pin of the run that is shown needs no second name.
            let experiment = &self.run.facts.experiment;
            let other = pin.filter(|pin| pin.trace.experiment != *experiment);
            if let (Some(pin), Some(at)) = (other, ghost.fall) {
                let text = RichText::new(&pin.name).size(LABEL).color(color);
                let shift = 0.03 * height * place as f64;
                let at = PlotPoint::new(at.x + 0.012 * width, at.y - shift);
                let text = Text::new("", at, text).anchor(Align2::LEFT_CENTER);
                plot.text(text.allow_hover(false));
            }
        }
    }

    /// Theory's curves over the simulation's, in one ink: whose they are is told by where they run.
    fn theory<'a>(&self, plot: &mut PlotUi<'a>, curves: &'a Curves) {
        let shown = [
            (&curves.discrete, Kind::Discrete),
            (&curves.continuous, Kind::Continuous),
        ];
        for (modes, kind) in shown {
            for points in modes {
                let line = Line::new(String::new(), PlotPoints::Borrowed(points))
                    .color(self.palette.theory)
                    .style(kind.style())
                    .width(1.3)
                    .allow_hover(false);
                plot.line(line);
            }
        }
    }

    /// The heights at which the loss is to wait, with their values, beside theory.
    fn plateaus(&self, plot: &mut PlotUi<'_>, curves: &Curves) {
        let Some(foreseen) = &self.run.foreseen else {
            return;
        };
        let is_shown = self.options.theory != TheoryShown::Nothing && self.options.shows_loss;
        if !is_shown || self.run.facts.experiment.hidden.is_empty() {
            return;
        }
        let color = self.palette.loss.gamma_multiply(0.45);
        let left = plot.plot_bounds().min()[0];
        let width = plot.plot_bounds().width();
        let least_apart = 0.05 * plot.plot_bounds().height();
        let mut written: Vec<f64> = Vec::new();
        for stage in &foreseen.stages {
            // The last one is no plateau: there the loss goes on to nothing.
            if stage.behind <= 1e-3 * stage.before {
                continue;
            }
            let y = curves.axes.of_loss(stage.behind);
            let line = HLine::new("", y).color(color).width(1.0);
            plot.hline(line.style(LineStyle::dashed_loose()).allow_hover(false));
            // On a logarithmic axis several may lie together.
            if written.iter().any(|other| (other - y).abs() < least_apart) {
                continue;
            }
            written.push(y);
            let text = RichText::new(format!("{:.3}", stage.behind)).size(LABEL - 1.0);
            let at = PlotPoint::new(left + 0.012 * width, y);
            let text = Text::new("", at, text.color(self.palette.loss));
            plot.text(text.anchor(Align2::LEFT_BOTTOM).allow_hover(false));
        }
    }

    /// Names on the curves: the loss at its start, the modes where each stage rises.
    fn labels(&self, plot: &mut PlotUi<'_>, curves: &Curves) {
        let bounds = plot.plot_bounds();
        let (width, height) = (bounds.width(), bounds.height());
        if let Some(first) = curves.loss.first().filter(|_| self.options.shows_loss) {
            let text = RichText::new(self.words.get("curve-loss"))
                .size(LABEL)
                .color(self.palette.loss);
            let at = PlotPoint::new(first.x + 0.015 * width, first.y - 0.012 * height);
            plot.text(
                Text::new("", at, text)
                    .anchor(Align2::LEFT_TOP)
                    .allow_hover(false),
            );
        }
        if !self.options.shows_modes {
            return;
        }
        let n_modes = curves.modes.len();
        for stage in &self.run.stages {
            let Some(&mode) = stage.modes.last() else {
                continue;
            };
            let color = self.palette.mode(stage.modes[0], n_modes);
            let text = RichText::new(modes_label(&stage.modes))
                .size(LABEL)
                .color(color);
            // Beside the lowest of the stage's curves, where it stands at half its height.
            let unit = mode_unit(self.run, self.options.is_raw);
            let half = self.run.facts.modes.singular_values[mode] / 2.0 / unit;
            let at = PlotPoint::new(stage.epoch + 0.022 * width, curves.axes.of_mode(half));
            let text = Text::new("", at, text)
                .anchor(Align2::LEFT_CENTER)
                .allow_hover(false);
            plot.text(text);
        }
    }

    /// What stands under the pointer: the epoch, the loss there and the modes.
    fn hover_text(&self, at: &HoverPosition<'_>) -> Option<String> {
        let (HoverPosition::NearDataPoint { position, .. } | HoverPosition::Elsewhere { position }) =
            at;
        let record = &self.run.record;
        if record.is_empty() {
            return None;
        }
        let row = record.row_at(position.x.round().max(0.0) as usize);
        let epoch = record.epochs()[row].to_string();
        let loss = format::loss(record.losses()[row]);
        let unit = mode_unit(self.run, self.options.is_raw);
        // As they are drawn.
        let drawn = |mode: usize| {
            if self.options.is_aligned {
                record.strength(row, mode)
            } else {
                record.modes(row)[mode]
            }
        };
        let modes = 0..record.shape().n_items.min(8);
        let modes: Vec<String> = modes.map(|mode| format::loss(drawn(mode) / unit)).collect();
        let more = if record.shape().n_items > 8 {
            " …"
        } else {
            ""
        };
        let modes = modes.join("  ") + more;
        Some(self.words.with(
            "plot-hover",
            &[
                ("epoch", epoch.into()),
                ("loss", loss.into()),
                ("modes", modes.into()),
            ],
        ))
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
                ("loss", format::loss(*loss).into()),
                ("drops", self.run.n_drops.into()),
            ],
        )
    }
}

/// `1`, `3, 4`, `5–8`: mode numbers as people count them.
fn modes_label(modes: &[usize]) -> String {
    let is_run = modes.windows(2).all(|pair| pair[1] == pair[0] + 1);
    match modes {
        [first, .., last] if is_run && modes.len() > 2 => format!("{}–{}", first + 1, last + 1),
        _ => {
            let numbers: Vec<String> = modes.iter().map(|mode| (mode + 1).to_string()).collect();
            numbers.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_numbered_as_people_count() {
        assert_eq!(modes_label(&[0]), "1");
        assert_eq!(modes_label(&[2, 3]), "3, 4");
        assert_eq!(modes_label(&[4, 5, 6, 7]), "5–8");
        assert_eq!(modes_label(&[4, 6, 7]), "5, 7, 8");
    }
}
