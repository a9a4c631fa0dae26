//! How close the learning rate is to its stability limit, said and marked at its slider.

use std::ops::RangeInclusive;

use egui::{Response, Stroke, Ui, lerp};

use super::note::Note;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::rail::rail;
use crate::numbers::short;

/// How close it is, and what lies beyond.
pub(super) fn note(lr: f64, limit: f64, words: &Words) -> Note {
    let share = lr / limit;
    let values = [
        ("percent", format!("{:.0}", 100.0 * share).into()),
        ("limit", short(limit).into()),
    ];
    let key = if share > 1.0 {
        "stability-past"
    } else if share < 0.01 {
        "stability-small"
    } else {
        "stability-within"
    };
    Note {
        text: words.with(key, &values),
        hint: Some(words.get("stability-hint")),
        is_error: share > 1.0,
    }
}

/// Marks what lies beyond the limit on a slider's rail.
pub(super) fn mark(
    ui: &Ui,
    slider: &Response,
    range: &RangeInclusive<f64>,
    limit: f64,
    colours: &ThemeColours,
) {
    let share = (limit - range.start()) / (range.end() - range.start());
    if share >= 1.0 {
        return;
    }
    let rail = rail(slider.rect);
    let from = lerp(rail.min..=rail.max, share.max(0.0) as f32);
    let y = slider.rect.bottom() - 2.0;
    let stroke = Stroke::new(2.0, colours.error);
    ui.painter().hline(from..=rail.max, y, stroke);
}
