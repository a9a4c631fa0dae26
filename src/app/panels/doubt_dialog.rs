//! The dialog about a data file that cannot be read without a choice: what is in doubt, how the
//! file begins, and the ways out as buttons.

use egui::{
    Button, Context, Frame, Grid, Label, Modal, RichText, ScrollArea, Stroke, StrokeKind, Ui, Vec2,
    vec2,
};

use super::reading_words as reading;
use crate::app::command::action::Action;
use crate::app::session::readings::DoubtfulFile;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::data::read::{Outline, Preview, WayOut};

/// The dialog's width inside its margin, where the window has room for it.
const WIDTH: f32 = 560.0;

/// The dialog's margin.
const MARGIN: f32 = 16.0;

/// So much of the window's height is left free above and below the dialog.
const FREE: f32 = 24.0;

/// The row of buttons below what is scrolled, with the gap before it.
const FOOT: f32 = 36.0;

/// The least height of the part that is scrolled, however long the sentence above it is.
const MIN_SCROLLED: f32 = 80.0;

/// The narrowest and the widest that a cell of the preview is.
const CELL_WIDTHS: [f32; 2] = [44.0, 120.0];

/// Draws the dialog; answers what was decided. Escape leaves the file.
#[must_use]
pub(crate) fn ui(
    ctx: &Context,
    doubtful: &DoubtfulFile,
    words: &Words,
    palette: &Palette,
) -> Option<Action> {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(MARGIN);
    let room = ctx.content_rect().size() - Vec2::splat(2.0 * (MARGIN + FREE));
    let modal = Modal::new(egui::Id::unique("doubtful file")).frame(frame);
    let response = modal.show(ctx, |ui| {
        ui.set_width(WIDTH.min(room.x));
        let top = ui.cursor().top();
        let name = doubtful.file.name.as_str();
        let title = words.with("doubt-title", &[("name", name.into())]);
        ui.add(Label::new(RichText::new(title).strong().size(16.0)).truncate());
        let reason = words.read_error(&doubtful.error);
        ui.add(Label::new(RichText::new(reason).color(palette.error)).wrap());
        ui.add_space(8.0);
        // The button that leaves the file stands below what is scrolled, always in sight.
        let used = ui.cursor().top() - top;
        let height = (room.y - used - FOOT).max(MIN_SCROLLED);
        let scroll = ScrollArea::vertical().max_height(height);
        let way = scroll.show(ui, |ui| {
            preview_ui(ui, &doubtful.outline, words, palette);
            ways_ui(ui, doubtful, words)
        });
        ui.add_space(8.0);
        let is_left = ui.horizontal(|ui| {
            let is_left = ui.button(words.get("doubt-cancel")).clicked();
            if doubtful.is_busy() {
                ui.label(words.get("doubt-busy"));
            }
            is_left
        });
        let choices = &doubtful.file.provenance.choices;
        let chosen = way.inner.map(|way| way.choices(choices));
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
    let size = vec2(ui.available_width(), 0.0);
    for way in doubtful.ways_out() {
        let button = Button::new(reading::way_out(&way, words))
            .min_size(size)
            .truncate();
        if ui.add_enabled(!doubtful.is_busy(), button).clicked() {
            taken = Some(way);
        }
    }
    taken
}

/// The file's first rows, if it could be looked into, and the row of the cell in doubt, which is
/// marked. Rows and columns have the numbers that the sentence above names.
fn preview_ui(ui: &mut Ui, outline: &Outline, words: &Words, palette: &Palette) {
    let preview = &outline.preview;
    if preview.rows.is_empty() {
        return;
    }
    ui.label(RichText::new(words.get("doubt-preview")).color(palette.quiet));
    let [min, max] = CELL_WIDTHS;
    let grid = Grid::new("preview").striped(true).min_col_width(min);
    let in_grid = |ui: &mut Ui| {
        columns_ui(ui, preview, words, palette);
        for index in 0..preview.rows.len() {
            if index == Preview::MAX_ROWS {
                number_ui(ui, "…", palette);
                ui.end_row();
            }
            row_ui(ui, outline, index, words, palette);
        }
        if outline.n_rows > preview.rows.len() {
            number_ui(ui, "…", palette);
            ui.end_row();
        }
    };
    let scroll = ScrollArea::horizontal();
    scroll.show(ui, |ui| grid.max_col_width(max).show(ui, in_grid));
    ui.add_space(8.0);
}

/// The numbers of the columns, above them.
fn columns_ui(ui: &mut Ui, preview: &Preview, words: &Words, palette: &Palette) {
    let corner = if preview.is_turned {
        "doubt-corner-turned"
    } else {
        "doubt-corner"
    };
    number_ui(ui, &words.get(corner), palette);
    for (index, number) in preview.columns.iter().enumerate() {
        if index == Preview::MAX_CELLS {
            number_ui(ui, "…", palette);
        }
        number_ui(ui, &number.to_string(), palette);
    }
    ui.end_row();
}

/// A row with its number before it.
fn row_ui(ui: &mut Ui, outline: &Outline, index: usize, words: &Words, palette: &Palette) {
    let preview = &outline.preview;
    let row = &preview.rows[index];
    number_ui(ui, &row.number.to_string(), palette);
    for (column, cell) in row.cells.iter().enumerate() {
        if column == Preview::MAX_CELLS {
            ui.label("…");
        }
        if preview.marked == Some((index, column)) {
            marked_ui(ui, cell, words, palette);
        } else {
            ui.add(Label::new(cell).truncate());
        }
    }
    if outline.n_columns > row.cells.len() {
        ui.label("…");
    }
    ui.end_row();
}

/// The number of a row or a column.
fn number_ui(ui: &mut Ui, number: &str, palette: &Palette) {
    ui.label(RichText::new(number).size(12.0).color(palette.quiet));
}

/// The cell in doubt, in a frame; an empty one says that it is.
fn marked_ui(ui: &mut Ui, cell: &str, words: &Words, palette: &Palette) {
    let empty = words.get("doubt-empty-cell");
    let text = if cell.is_empty() { &empty } else { cell };
    let text = RichText::new(text).strong().color(palette.error);
    let response = ui.add(Label::new(text).truncate());
    let stroke = Stroke::new(1.5, palette.error);
    let rect = response.rect.expand(2.0);
    ui.painter()
        .rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
}
