//! What every plot over epochs has in common: the grid, the band at the epoch looked at, and
//! pointing at another one.

use egui::{Color32, CursorIcon, PointerButton, Rangef, Response, Sense};
use egui_plot::{AxisHints, GridMark, Plot, PlotPoint, PlotUi, Span, VLine};

use crate::app::text::words::Words;

/// Half the width of the epoch band, as the tutorial draws it.
const BAND: f64 = 2.0;

/// Room for the labels of a y axis, the same on both sides so that plots align.
pub(crate) const AXIS_WIDTH: f32 = 44.0;

/// A plot over the epochs 0 … `last` whose y axes span `from` … `to`; it is pointed at, not moved.
pub(crate) fn plot<'a>(name: &str, last: f64, from: f64, to: f64, grid_color: Color32) -> Plot<'a> {
    Plot::new(name)
        .sense(Sense::click_and_drag())
        .allow_drag(false)
        .allow_scroll(false)
        .allow_axis_zoom_drag(false)
        .show_crosshair(false)
        .grid_color(grid_color)
        .include_x(0.0)
        .include_x(last)
        .include_y(from)
        .include_y(to)
        .set_margin_fraction(egui::vec2(0.01, 0.0))
        .x_grid_spacer(move |input| grid(input.bounds, last))
}

/// The axis under it, whose numbers stay readable where it is narrow.
pub(crate) fn axis<'a>(words: &Words) -> AxisHints<'a> {
    AxisHints::new_x()
        .label(words.get("axis-epoch"))
        .label_spacing(Rangef::new(14.0, 24.0))
}

/// Draws the band at an epoch.
pub(crate) fn band(plot: &mut PlotUi<'_>, epoch: usize, color: Color32) {
    let epoch = epoch as f64;
    let band = Span::new("", epoch - BAND..=epoch + BAND)
        .fill(color.gamma_multiply(0.18))
        .border_color(Color32::TRANSPARENT)
        .border_width(0.0);
    plot.span(band);
    plot.vline(
        VLine::new("", epoch)
            .color(color)
            .width(1.0)
            .allow_hover(false),
    );
}

/// The epoch that was clicked, or is dragged over.
pub(crate) fn pointed(response: Response, pointer: Option<PlotPoint>, last: f64) -> Option<usize> {
    let response = response.on_hover_cursor(CursorIcon::Crosshair);
    let is_pointing = response.dragged_by(PointerButton::Primary) || response.clicked();
    if !is_pointing || response.double_clicked() {
        return None;
    }
    Some(pointer?.x.round().clamp(0.0, last) as usize)
}

/// Grid lines at whole epochs, none beyond the run.
fn grid(bounds: (f64, f64), last: f64) -> Vec<GridMark> {
    let (from, to) = (bounds.0.max(0.0), bounds.1.min(last + 0.5));
    let least = ((to - from) / 8.0).max(1.0);
    let decade = 10_f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|s| s * decade);
    let step_size = step.into_iter().find(|&s| s >= least).unwrap_or(decade);
    let first = (from / step_size).ceil() as i64;
    let last = (to / step_size).floor() as i64;
    (first..=last)
        .map(|i| GridMark {
            value: i as f64 * step_size,
            step_size,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epochs_are_whole_and_within_the_run() {
        for last in [1.0, 9.0, 249.0, 99_999.0] {
            let bounds = (-0.01 * last, 1.01 * last);
            let marks = grid(bounds, last);
            assert!(
                marks.len() >= 2 && marks.len() <= 12,
                "{last}: {}",
                marks.len()
            );
            assert!(
                marks
                    .iter()
                    .all(|m| m.value.fract() == 0.0 && (0.0..=last).contains(&m.value))
            );
        }
    }
}
