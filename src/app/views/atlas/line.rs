//! The line under the choices: the fastest cell, how far the work is, and what is the matter. It
//! has the same height whatever it says.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::at_hand::{place, values};
use super::filling::{AtlasFilling, Progress};
use crate::analysis::atlas::axis::Axis;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::experiment::Experiment;
use crate::picture::best_phrase;

/// Draws the line.
pub(super) fn line_ui(
    ui: &mut Ui,
    filling: &mut AtlasFilling,
    experiment: &Experiment,
    words: &Words,
    colours: &ThemeColours,
) {
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(line);
        if let Some(progress) = filling.progress() {
            progress_ui(ui, filling, progress, words, colours);
        }
        let (text, is_wrong) = said(filling, experiment, words);
        let text = RichText::new(text);
        let text = if is_wrong {
            text.color(colours.error)
        } else {
            text
        };
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            // What is cut is shown on hover by itself.
            ui.add(Label::new(text).truncate());
        });
    });
}

/// How far the work is and, where it takes long, the button that stops it or goes on with it.
fn progress_ui(
    ui: &mut Ui,
    filling: &mut AtlasFilling,
    progress: Progress,
    words: &Words,
    colours: &ThemeColours,
) {
    if progress.is_stopped {
        if ui.small_button(words.get("atlas-go-on")).clicked() {
            filling.resume();
        }
    } else if filling.has_several_draws() && ui.small_button(words.get("atlas-stop")).clicked() {
        filling.stop();
    }
    let counts = [
        ("done", progress.n_done.to_string().into()),
        ("all", progress.n_all.to_string().into()),
    ];
    let text = words.with("atlas-progress", &counts);
    ui.label(RichText::new(text).color(colours.quiet));
}

/// What is the matter or, else, which cell is the fastest; with it where the run at hand is, if it
/// is beyond the axes.
fn said(filling: &AtlasFilling, experiment: &Experiment, words: &Words) -> (String, bool) {
    if let Some(message) = filling.failure() {
        let values = [("message", message.to_owned().into())];
        return (words.with("atlas-failed", &values), true);
    }
    let Some((atlas, _)) = filling.atlas() else {
        return (String::new(), false);
    };
    let plane = atlas.plane();
    let best = best_phrase(atlas, words).unwrap_or_else(|| {
        if atlas.is_full() {
            words.get("atlas-no-fastest")
        } else {
            String::new()
        }
    });
    let at = values(plane, experiment);
    let is_within = |(axis, value): (&Axis, f64)| (0.0..=1.0).contains(&axis.place(value));
    if [(&plane.x, at[0]), (&plane.y, at[1])]
        .into_iter()
        .all(is_within)
    {
        return (best, false);
    }
    let beyond = words.with("atlas-beyond", &[("place", place(plane, at, words).into())]);
    let text = [beyond, best].into_iter().filter(|text| !text.is_empty());
    (text.collect::<Vec<_>>().join(" · "), false)
}
