//! A row for each watched pair: what became of the belief over the run, and the prediction at the
//! epoch.

use egui::{Align, Button, Label, Layout, RichText, ScrollArea, Ui, vec2};

use crate::analysis::illusion::BELIEF;
use crate::app::run::Run;
use crate::app::text::names::pair_name;
use crate::app::text::story;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::experiment::Experiment;
use crate::numbers::signed;

/// The height of a row, in points.
const ROW: f32 = 24.0;

/// The height that the rows take of `room`: all of it that they need, up to a share.
pub(super) fn height(ui: &Ui, run: &Run, room: f32) -> f32 {
    let experiment = &run.facts.experiment;
    let n_rows = experiment.watched.len().max(1) + usize::from(experiment.hidden.is_empty());
    let row = ROW + ui.spacing().item_spacing.y;
    (n_rows as f32 * row + 4.0).min((0.4 * room).max(2.0 * row))
}

/// Draws the rows; answers the experiment without a pair that is to be watched no more.
#[must_use]
pub(super) fn belief_rows_ui(
    ui: &mut Ui,
    run: &Run,
    epoch: usize,
    words: &Words,
    palette: &Palette,
) -> Option<Experiment> {
    let experiment = &run.facts.experiment;
    let mut removed = None;
    ScrollArea::vertical()
        .id_salt("beliefs")
        .auto_shrink(false)
        .show(ui, |ui| {
            if experiment.watched.is_empty() {
                ui.colored_label(palette.quiet, words.get("story-none-watched"));
            }
            for i in 0..experiment.watched.len() {
                if row_ui(ui, run, i, epoch, (words, palette)) {
                    removed = Some(i);
                }
            }
            if experiment.hidden.is_empty() {
                let text = words.get("story-no-hidden");
                // What is cut is shown on hover by itself.
                ui.add(Label::new(RichText::new(text).color(palette.quiet)).truncate());
            }
        });
    removed.map(|i| {
        let mut experiment = experiment.clone();
        experiment.watched.remove(i);
        experiment
    })
}

/// Draws the row of watched pair `i`; answers whether it is to be watched no more.
fn row_ui(
    ui: &mut Ui,
    run: &Run,
    i: usize,
    epoch: usize,
    (words, palette): (&Words, &Palette),
) -> bool {
    let pair = run.facts.experiment.watched[i];
    let Some(target) = run.target(pair) else {
        return false;
    };
    let name = pair_name(pair, &run.facts.experiment, words);
    let color = palette.watched(i);
    let line = vec2(ui.available_width(), ROW);
    let row = ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(line);
        ui.spacing_mut().item_spacing.x = 6.0;
        let close = ui.add(Button::new("×").frame(false));
        let label = words.with("story-unwatch", &[("name", name.as_str().into())]);
        accessible_name(ui, &close, &label);
        let is_removed = close.on_hover_text(label).clicked();
        let told = story::at_epoch(run, i, target, &name, epoch, words);
        if let Some(text) = now(run, i, target, epoch, words) {
            let shown = Label::new(RichText::new(text).strong().color(color));
            let response = ui.add(shown);
            accessible_name(ui, &response, &told);
            response.on_hover_text(&told);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.colored_label(color, "●");
            let story = story::of_run(run, i, target, &name, words);
            ui.add(Label::new(story).truncate());
        });
        is_removed
    });
    row.inner
}

/// The prediction at the epoch and whether it is right: `at 150: +0.50 ✖`, or `at 150: +0.03,
/// undecided`.
fn now(run: &Run, i: usize, target: f64, epoch: usize, words: &Words) -> Option<String> {
    let record = &run.record;
    if record.is_empty() {
        return None;
    }
    let row = record.row_at(epoch);
    let value = record.predictions(row)[i];
    let mut values = vec![
        ("epoch", record.epochs()[row].to_string().into()),
        ("value", signed(value, 2).into()),
    ];
    if value.abs() <= BELIEF {
        return Some(words.with("story-at-undecided", &values));
    }
    let is_right = value * target > 0.0;
    values.push(("mark", if is_right { "✔" } else { "✖" }.into()));
    Some(words.with("story-at", &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::app::run::RunState;
    use crate::presets;

    #[test]
    fn a_prediction_near_zero_is_called_undecided_and_has_no_mark() {
        let state = RunState::trained(presets::shark());
        let run = state.shown().unwrap();
        let target = run.target(run.facts.experiment.watched[0]).unwrap();
        let words = Words::new(Language::English);
        let at = |epoch| now(run, 0, target, epoch, &words).unwrap();
        assert!(at(0).ends_with(", undecided"), "{}", at(0));
        assert!(at(125).ends_with('✖'), "{}", at(125));
        assert!(at(249).ends_with("−1.00 ✔"), "{}", at(249));
    }
}
