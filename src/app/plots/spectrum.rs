//! The data's singular values as bars, with those expected for the tree as lines.

use egui::{Sense, Ui};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture_with;
use crate::numbers::short;
use crate::picture::Spectrum;
use crate::picture::chart::Chart;

/// Draws a bar for each singular value, and a line where it is expected for the tree, into the
/// room there is. `name` says what it shows; screen readers read the values behind it.
pub(crate) fn spectrum_ui(ui: &mut Ui, spectrum: Spectrum<'_>, words: &Words, name: &str) {
    let size = canvas::size(ui.available_size());
    let values: Vec<String> = (spectrum.shown().iter())
        .map(|value| short(*value))
        .collect();
    let chart = Chart {
        title: None,
        ..spectrum.chart(words)
    };
    let font = WindowFont(ui.ctx());
    let drawing = chart.layout(size, &chart.whole(), &font, words);
    let frame = chart.frame(size, &font).area;
    let canvas = Canvas::paint(ui, &drawing, Sense::hover());
    let bars = canvas.part(ui, 0, frame, Sense::hover());
    accessible_picture_with(&bars, || format!("{name}: {}", values.join(", ")));
}
