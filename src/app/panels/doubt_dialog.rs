//! The dialog about a data file that cannot be read without a choice: what is in doubt, how the
//! file begins, and the ways out as buttons.

use egui::{Button, Context, Frame, Grid, Label, Modal, RichText, Ui, vec2};

use super::reading_words as reading;
use crate::app::command::action::Action;
use crate::app::session::readings::DoubtfulFile;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::data::read::{Outline, WayOut};

/// The dialog's width inside its margin.
const WIDTH: f32 = 560.0;

/// The widest and the narrowest that a cell of the preview is.
const CELL_WIDTHS: [f32; 2] = [44.0, 120.0];

/// Draws the dialog; answers what was decided. Escape leaves the file.
#[must_use]
pub(crate) fn ui(
    ctx: &Context,
    doubtful: &DoubtfulFile,
    words: &Words,
    palette: &Palette,
) -> Option<Action> {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(16.0);
    let modal = Modal::new(egui::Id::unique("doubtful file")).frame(frame);
    let response = modal.show(ctx, |ui| {
        ui.set_width(WIDTH);
        let name = doubtful.file.name.as_str();
        let title = words.with("doubt-title", &[("name", name.into())]);
        ui.label(RichText::new(title).strong().size(16.0));
        let reason = words.read_error(&doubtful.error);
        ui.add(Label::new(RichText::new(reason).color(palette.error)).wrap());
        ui.add_space(8.0);
        preview_ui(ui, &doubtful.outline, words, palette);
        let way = ways_ui(ui, doubtful, words);
        ui.add_space(8.0);
        let is_left = ui.horizontal(|ui| {
            let is_left = ui.button(words.get("doubt-cancel")).clicked();
            if doubtful.is_busy() {
                ui.label(words.get("doubt-busy"));
            }
            is_left
        });
        let chosen = way.map(|way| way.choices(&doubtful.file.provenance.choices));
        let decided = chosen.map(|choices| Action::Decide(Some(Box::new(choices))));
        decided.or(is_left.inner.then_some(Action::Decide(None)))
    });
    let is_closed = response.should_close();
    response.inner.or(is_closed.then_some(Action::Decide(None)))
}

/// A button for each way out, the likeliest first.
fn ways_ui(ui: &mut Ui, doubtful: &DoubtfulFile, words: &Words) -> Option<WayOut> {
    let mut taken = None;
    ui.spacing_mut().item_spacing.y = 4.0;
    for way in doubtful.ways_out() {
        let button = Button::new(reading::way_out(&way, words)).min_size(vec2(WIDTH, 0.0));
        if ui.add_enabled(!doubtful.is_busy(), button).clicked() {
            taken = Some(way);
        }
    }
    taken
}

/// The file's first rows, if it could be looked into.
fn preview_ui(ui: &mut Ui, outline: &Outline, words: &Words, palette: &Palette) {
    if outline.first_rows.is_empty() {
        return;
    }
    ui.label(RichText::new(words.get("doubt-preview")).color(palette.quiet));
    let [min, max] = CELL_WIDTHS;
    let grid = Grid::new("preview").striped(true).min_col_width(min);
    let n_shown = outline.first_rows.iter().map(Vec::len).max().unwrap_or(0);
    grid.max_col_width(max).show(ui, |ui| {
        for row in &outline.first_rows {
            for cell in row {
                ui.add(Label::new(cell).truncate());
            }
            if outline.n_columns > n_shown {
                ui.label("…");
            }
            ui.end_row();
        }
        if outline.n_rows > outline.first_rows.len() {
            ui.label("…");
            ui.end_row();
        }
    });
    ui.add_space(8.0);
}
