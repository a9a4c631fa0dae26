//! Three ways to one answer as loss curves: a line for regression, which needs no epochs, and the
//! two networks on their way to it.

use egui::{Align2, Color32, RichText, Ui};
use egui_plot::{AxisHints, HLine, HoverPosition, Line, LineStyle, PlotPoint, PlotPoints, Text};

use super::axes::{Axes, Span};
use super::curves::curve;
use super::epoch_axis::{self, AXIS_WIDTH};
use crate::analysis::comparison::Comparison;
use crate::app::run::compared::Compared;
use crate::app::text::format;
use crate::app::text::verdict::deep_key;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;

const LABEL: f32 = 13.0;

/// Loss curves in plot coordinates.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picture {
    pub(crate) axes: Axes,
    pub(crate) shallow: Vec<PlotPoint>,
    pub(crate) deep: Vec<PlotPoint>,
}

impl Picture {
    /// On a linear and on a logarithmic axis.
    pub(crate) fn both(compared: &Comparison) -> [Self; 2] {
        [false, true].map(|is_log| Self::of(compared, is_log))
    }

    fn of(compared: &Comparison, is_log: bool) -> Self {
        let (shallow, deep) = (&compared.shallow.record, &compared.deep.record);
        let first = |losses: &[f64]| losses.first().copied().unwrap_or(1.0);
        // What blows up leaves the picture at its edge.
        let most = 1.5 * first(shallow.losses()).max(first(deep.losses()));
        let seen = || shallow.losses().iter().chain(deep.losses());
        let ordinary = || seen().copied().filter(|loss| *loss <= most);
        let axes = Axes::new(
            Span {
                largest_loss: ordinary().fold(0.0, f64::max),
                least_loss: (ordinary().filter(|loss| *loss > 0.0)).fold(f64::INFINITY, f64::min),
                largest_mode: 1.0,
            },
            is_log,
        );
        Self {
            shallow: curve(shallow.epochs(), |row| axes.of_loss(shallow.losses()[row])),
            deep: curve(deep.epochs(), |row| axes.of_loss(deep.losses()[row])),
            axes,
        }
    }
}

/// Draws the curves; `epoch` is the one looked at. Answers the epoch that was pointed to.
#[must_use]
pub(crate) fn solutions_ui(
    ui: &mut Ui,
    compared: &Compared,
    pictures: &[Picture; 2],
    is_log: bool,
    epoch: usize,
    words: &Words,
    palette: &Palette,
) -> Option<usize> {
    let picture = &pictures[usize::from(is_log)];
    let last = compared.experiment.n_epochs.saturating_sub(1) as f64;
    let (from, to) = (*picture.axes.range().start(), *picture.axes.range().end());
    let grid = ui.visuals().widgets.noninteractive.bg_stroke.color;
    let name = if is_log { "solutions-log" } else { "solutions" };
    let hover = |at: &HoverPosition<'_>| hover_text(at, picture, words);
    let left = AxisHints::new_y()
        .min_thickness(AXIS_WIDTH)
        .label(words.get("axis-loss"))
        .formatter(|mark, _| picture.axes.loss_label(mark));
    let plot = epoch_axis::plot(name, last, from, to, grid.gamma_multiply(0.6))
        .y_grid_spacer(|input| picture.axes.grid(input.bounds))
        .custom_x_axes(vec![AxisHints::new_x().label(words.get("axis-epoch"))])
        .custom_y_axes(vec![left])
        .label_formatter(hover);
    let response = plot.show(ui, |plot| {
        epoch_axis::band(plot, epoch, palette.epoch);
        let bottom = picture.axes.of_loss(compared.analytical_loss);
        let analytical = HLine::new("", bottom)
            .color(palette.theory)
            .width(1.4)
            .style(LineStyle::dashed_dense());
        plot.hline(analytical.allow_hover(false));
        for (points, color) in [
            (&picture.shallow, shallow_color(palette)),
            (&picture.deep, deep_color(palette)),
        ] {
            let line = Line::new(String::new(), PlotPoints::Borrowed(points));
            plot.line(line.color(color).width(2.2).allow_hover(false));
        }
        let bounds = plot.plot_bounds();
        let mut label = |at: PlotPoint, key: &str, color: Color32, anchor: Align2| {
            let text = RichText::new(words.get(key)).size(LABEL).color(color);
            plot.text(Text::new("", at, text).anchor(anchor).allow_hover(false));
        };
        let (width, height) = (bounds.width(), bounds.height());
        let at = |points: &[PlotPoint], share: f64| {
            let row = (share * points.len().saturating_sub(1) as f64) as usize;
            points.get(row).copied()
        };
        // The shallow curve is named where it has bent, the deep one while it waits.
        if let Some(point) = at(&picture.shallow, 0.12) {
            let at = PlotPoint::new(point.x + 0.015 * width, point.y + 0.01 * height);
            label(
                at,
                "way-shallow",
                shallow_color(palette),
                Align2::LEFT_BOTTOM,
            );
        }
        if let Some(point) = at(&picture.deep, 0.36) {
            let at = PlotPoint::new(point.x + 0.03 * width, point.y - 0.01 * height);
            label(
                at,
                deep_key(compared),
                deep_color(palette),
                Align2::LEFT_BOTTOM,
            );
        }
        let at = PlotPoint::new(bounds.max()[0] - 0.015 * width, bottom + 0.008 * height);
        label(at, "way-analytical", palette.theory, Align2::RIGHT_BOTTOM);
        plot.pointer_coordinate()
    });
    let name = words.with(
        "solutions-description",
        &[
            ("analytical", format::loss(compared.analytical_loss).into()),
            ("shallow", format::loss(compared.shallow.last_loss).into()),
            ("deep", format::loss(compared.deep.last_loss).into()),
        ],
    );
    accessible_name(ui, &response.response, &name);
    epoch_axis::pointed(response.response, response.inner, last)
}

/// The colour of the network without a hidden layer.
fn shallow_color(palette: &Palette) -> Color32 {
    palette.mode_first
}

/// The colour of the deep network: the tutorial's red, as everywhere.
fn deep_color(palette: &Palette) -> Color32 {
    palette.loss
}

fn hover_text(at: &HoverPosition<'_>, picture: &Picture, words: &Words) -> Option<String> {
    let (HoverPosition::NearDataPoint { position, .. } | HoverPosition::Elsewhere { position }) =
        at;
    let value = |points: &[PlotPoint]| {
        let next = points.partition_point(|point| point.x <= position.x.max(0.0).round());
        let point = points.get(next.saturating_sub(1))?;
        Some(format::loss(picture.axes.loss_at(point.y)))
    };
    let epoch = position.x.round().max(0.0);
    Some(words.with(
        "solutions-hover",
        &[
            ("epoch", format!("{epoch:.0}").into()),
            ("shallow", value(&picture.shallow)?.into()),
            ("deep", value(&picture.deep)?.into()),
        ],
    ))
}
