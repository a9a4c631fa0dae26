//! The data's singular values as bars, with those expected for the tree as lines.

use egui::{Sense, Ui, vec2};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture;
use crate::picture::Spectrum;
use crate::picture::chart::Chart;

/// The most height that bars need.
const MOST_HEIGHT: f32 = 260.0;

/// Draws a bar for each singular value, and a line where it is expected for the tree, into the
/// room there is; `name` says what it shows.
pub(crate) fn spectrum_ui(ui: &mut Ui, spectrum: Spectrum<'_>, words: &Words, name: &str) {
    let room = ui.available_size();
    let size = canvas::size(vec2(room.x, room.y.min(MOST_HEIGHT)));
    let chart = Chart {
        title: None,
        ..spectrum.chart(words)
    };
    let font = WindowFont(ui.ctx());
    let drawing = chart.layout(size, &chart.whole(), &font, words);
    let canvas = Canvas::paint(ui, &drawing, Sense::hover());
    accessible_picture(&canvas.response, name);
}
