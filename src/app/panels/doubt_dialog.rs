//! The dialog about a data file that cannot be read without a choice: what is in doubt, how the
//! file begins, and the ways out as buttons.

use std::time::Duration;

use egui::{
    Align, Button, Context, Frame, Grid, Label, Modal, RichText, ScrollArea, Stroke, StrokeKind,
    Ui, Vec2, style::ScrollStyle, vec2,
};

use super::reading_words as reading;
use crate::app::command::action::Action;
use crate::app::session::readings::DoubtfulFile;
use crate::app::text::words::Words;
use crate::app::theme::palette::ThemeColors;
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

/// The dialog's height inside its margin, where the window has room for it.
const HEIGHT: f32 = 520.0;

/// The narrowest and the widest that a cell of the preview is.
const CELL_WIDTHS: [f32; 2] = [44.0, 120.0];

/// So long, in seconds, a new question takes no answer: the second click of a double-click on the
/// question before must not answer it.
const DISARMED: f64 = 0.4;

/// Draws the dialog; answers what was decided. Escape leaves the file. The dialog is as large for
/// every question, so that its lowest row stays where it is.
#[must_use]
pub(crate) fn ui(
    ctx: &Context,
    doubtful: &DoubtfulFile,
    words: &Words,
    palette: &ThemeColors,
) -> Option<Action> {
    let is_armed = is_armed(ctx, doubtful);
    let frame = Frame::popup(&ctx.global_style()).inner_margin(MARGIN);
    let room = ctx.content_rect().size() - Vec2::splat(2.0 * (MARGIN + FREE));
    let modal = Modal::new(egui::Id::unique("doubtful file")).frame(frame);
    let response = modal.show(ctx, |ui| {
        ui.set_width(WIDTH.min(room.x));
        let height = HEIGHT.min(room.y);
        let top = ui.cursor().top();
        head_ui(ui, doubtful, words, palette);
        // The button that leaves the file stands below what is scrolled, always in sight.
        let used = ui.cursor().top() - top;
        let scrolled = (height - used - FOOT).max(MIN_SCROLLED);
        let scroll = ScrollArea::vertical().max_height(scrolled);
        let scroll = scroll.min_scrolled_height(scrolled).auto_shrink(false);
        let way = scroll.show(ui, |ui| {
            let marked = Marked {
                is_sought: !is_armed,
            };
            preview_ui(ui, &doubtful.outline, marked, words, palette);
            ui.add_enabled_ui(is_armed, |ui| ways_ui(ui, doubtful, words))
                .inner
        });
        ui.add_space(8.0);
        let foot = foot_ui(ui, doubtful, is_armed, words);
        let choices = &doubtful.file.provenance.choices;
        let chosen = way.inner.map(|way| way.choices(choices));
        let decided = chosen.map(|choices| Action::Decide(Some(Box::new(choices))));
        decided.or(foot)
    });
    let is_closed = response.should_close();
    response.inner.or(is_closed.then_some(Action::Decide(None)))
}

/// Whether the question has been in sight for long enough to be answered.
fn is_armed(ctx: &Context, doubtful: &DoubtfulFile) -> bool {
    let id = egui::Id::unique("question about a file");
    let asked = egui::Id::unique((
        &doubtful.file.name,
        doubtful.question(),
        doubtful.error.to_string(),
    ));
    let (now, frame) = (ctx.input(|input| input.time), ctx.cumulative_frame_nr());
    let seen: Option<(egui::Id, f64, u64)> = ctx.data(|data| data.get_temp(id));
    // A question that was not in the last frame is new, even if it was asked before.
    let seen = seen.filter(|(of, _, last)| *of == asked && last + 1 >= frame);
    let since = seen.map_or(now, |(_, since, _)| since);
    ctx.data_mut(|data| data.insert_temp(id, (asked, since, frame)));
    let left = since + DISARMED - now;
    if left > 0.0 {
        ctx.request_repaint_after(Duration::from_secs_f64(left));
    }
    left <= 0.0
}

/// Which question it is about which file, and why it is asked.
fn head_ui(ui: &mut Ui, doubtful: &DoubtfulFile, words: &Words, palette: &ThemeColors) {
    let name = doubtful.file.name.as_str();
    let title = words.with("doubt-title", &[("name", name.into())]);
    ui.add(Label::new(RichText::new(title).strong().size(16.0)).truncate());
    let number = doubtful.question().to_string();
    let number = words.with("doubt-question", &[("n", number.into())]);
    ui.label(RichText::new(number).size(12.0).color(palette.quiet));
    let reason = words.read_error(&doubtful.error);
    ui.add(Label::new(RichText::new(reason).color(palette.error)).wrap());
    ui.add_space(8.0);
}

/// The buttons that leave the file, and that go back to the question before.
fn foot_ui(ui: &mut Ui, doubtful: &DoubtfulFile, is_armed: bool, words: &Words) -> Option<Action> {
    let foot = ui.horizontal(|ui| {
        let is_left = ui.button(words.get("doubt-cancel")).clicked();
        let can_go_back = is_armed && !doubtful.is_busy();
        let is_back = doubtful.question() > 1 && {
            let back = Button::new(words.get("doubt-back"));
            ui.add_enabled(can_go_back, back).clicked()
        };
        if doubtful.is_busy() {
            ui.label(words.get("doubt-busy"));
        }
        let left = is_left.then_some(Action::Decide(None));
        left.or(is_back.then_some(Action::DecideAgain))
    });
    foot.inner
}

/// How the cell in doubt is shown.
#[derive(Clone, Copy)]
struct Marked {
    /// Whether the preview is scrolled to it.
    is_sought: bool,
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
fn preview_ui(
    ui: &mut Ui,
    outline: &Outline,
    marked: Marked,
    words: &Words,
    palette: &ThemeColors,
) {
    let preview = &outline.preview;
    if preview.rows.is_empty() {
        return;
    }
    let counts = [
        ("rows", outline.n_rows.to_string().into()),
        ("columns", outline.n_columns.to_string().into()),
    ];
    let begins = words.with("doubt-preview", &counts);
    ui.label(RichText::new(begins).color(palette.quiet));
    let [min, max] = CELL_WIDTHS;
    let grid = Grid::new("preview").striped(true).min_col_width(min);
    let in_grid = |ui: &mut Ui| {
        columns_ui(ui, preview, words, palette);
        for index in 0..preview.rows.len() {
            if index == Preview::MAX_ROWS {
                number_ui(ui, "…", palette);
                ui.end_row();
            }
            row_ui(ui, outline, index, marked, words, palette);
        }
        if outline.n_rows > preview.rows.len() {
            number_ui(ui, "…", palette);
            ui.end_row();
        }
    };
    // The bar says that there is more, and is drawn beside the cells.
    ui.spacing_mut().scroll = ScrollStyle::solid();
    let scroll = ScrollArea::horizontal();
    scroll.show(ui, |ui| grid.max_col_width(max).show(ui, in_grid));
    ui.add_space(8.0);
}

/// The numbers of the columns, above them.
fn columns_ui(ui: &mut Ui, preview: &Preview, words: &Words, palette: &ThemeColors) {
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
fn row_ui(
    ui: &mut Ui,
    outline: &Outline,
    index: usize,
    marked: Marked,
    words: &Words,
    palette: &ThemeColors,
) {
    let preview = &outline.preview;
    let row = &preview.rows[index];
    number_ui(ui, &row.number.to_string(), palette);
    for (column, cell) in row.cells.iter().enumerate() {
        if column == Preview::MAX_CELLS {
            ui.label("…");
        }
        if preview.marked == Some((index, column)) {
            marked_ui(ui, cell, marked, words, palette);
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
fn number_ui(ui: &mut Ui, number: &str, palette: &ThemeColors) {
    ui.label(RichText::new(number).size(12.0).color(palette.quiet));
}

/// The cell in doubt, in a frame; an empty one says that it is.
fn marked_ui(ui: &mut Ui, cell: &str, marked: Marked, words: &Words, palette: &ThemeColors) {
    let empty = words.get("doubt-empty-cell");
    let text = if cell.is_empty() { &empty } else { cell };
    let text = RichText::new(text).strong().color(palette.error);
    let response = ui.add(Label::new(text).truncate());
    if marked.is_sought {
        response.scroll_to_me(Some(Align::Center));
    }
    let stroke = Stroke::new(1.5, palette.error);
    let rect = response.rect.expand(2.0);
    ui.painter()
        .rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
}
