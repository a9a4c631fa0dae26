//! One quantity over many draws: its range as an area, its median as a dotted line.

use egui::Color32;
use egui_plot::{FilledArea, Line, LineStyle, PlotPoints, PlotUi};

use crate::analysis::band::Spread;

/// Draws it over its epochs; `y` is where a value stands in the plot.
pub(crate) fn spread(
    plot: &mut PlotUi<'_>,
    epochs: &[usize],
    spread: &Spread,
    color: Color32,
    y: impl Fn(f64) -> f64,
) {
    // Where no run is left there is nothing to draw.
    let n_rows = (spread.median.iter())
        .position(|value| value.is_nan())
        .unwrap_or(epochs.len());
    let xs: Vec<f64> = epochs[..n_rows].iter().map(|&e| e as f64).collect();
    let ys = |values: &[f64]| -> Vec<f64> { values[..n_rows].iter().map(|&v| y(v)).collect() };
    let area = FilledArea::new("", &xs, &ys(&spread.least), &ys(&spread.largest));
    plot.add(
        area.fill_color(color.gamma_multiply(0.16))
            .allow_hover(false),
    );
    let median = xs.iter().zip(ys(&spread.median)).map(|(&x, y)| [x, y]);
    let line = Line::new("", median.collect::<PlotPoints<'_>>())
        .color(color.gamma_multiply(0.7))
        .style(LineStyle::dotted_dense())
        .width(1.4);
    plot.line(line.allow_hover(false));
}
