//! The dialog about a data file that cannot be read without a choice: what is in doubt, how the
//! file begins, and the ways out as buttons.

use std::ops::Range;
use std::time::Duration;

use egui::{
    Align, Button, Context, Frame, Grid, Label, Modal, RichText, ScrollArea, Stroke, StrokeKind,
    Ui, Vec2, style::ScrollStyle, vec2,
};

use super::reading_words as reading;
use crate::app::command::action::Action;
use crate::app::session::readings::DoubtfulFile;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::escape::is_escaped;
use crate::app::widgets::wrapped::wrapped_ui;
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

/// The height of a row of the preview, the same in the part that is scrolled and beside it.
const ROW_HEIGHT: f32 = 20.0;

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
    colours: &ThemeColours,
) -> Option<Action> {
    let is_armed = is_armed(ctx, doubtful);
    let frame = Frame::popup(&ctx.global_style()).inner_margin(MARGIN);
    let room = ctx.content_rect().size() - Vec2::splat(2.0 * (MARGIN + FREE));
    let modal = Modal::new(egui::Id::unique("doubtful file")).frame(frame);
    let response = modal.show(ctx, |ui| {
        ui.set_width(WIDTH.min(room.x));
        let height = HEIGHT.min(room.y);
        let top = ui.cursor().top();
        head_ui(ui, doubtful, words, colours);
        // The button that leaves the file stands below what is scrolled, always in sight.
        let used = ui.cursor().top() - top;
        let scrolled = (height - used - FOOT).max(MIN_SCROLLED);
        let scroll = ScrollArea::vertical().max_height(scrolled);
        let scroll = scroll.min_scrolled_height(scrolled).auto_shrink(false);
        let way = scroll.show(ui, |ui| {
            let marked = Marked {
                is_sought: !is_armed,
            };
            preview_ui(ui, &doubtful.outline, marked, words, colours);
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
    let is_closed = is_escaped(&response);
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
fn head_ui(ui: &mut Ui, doubtful: &DoubtfulFile, words: &Words, colours: &ThemeColours) {
    let name = doubtful.file.name.as_str();
    let title = words.with("doubt-title", &[("name", name.into())]);
    ui.add(Label::new(RichText::new(title).strong().size(16.0)).truncate());
    let number = doubtful.question().to_string();
    let number = words.with("doubt-question", &[("n", number.into())]);
    ui.label(RichText::new(number).size(12.0).color(colours.quiet));
    let reason = words.read_error(&doubtful.error);
    wrapped_ui(ui, &reason, |text| text.color(colours.error));
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
    colours: &ThemeColours,
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
    wrapped_ui(ui, &begins, |text| text.color(colours.quiet));
    let table = PreviewTable {
        preview,
        marked,
        words,
        colours,
    };
    table.ui(ui);
    ui.add_space(8.0);
}

/// The preview as a table, whose first column and headings stay in sight.
#[derive(Clone, Copy)]
struct PreviewTable<'a> {
    preview: &'a Preview,
    marked: Marked,
    words: &'a Words,
    colours: &'a ThemeColours,
}

impl PreviewTable<'_> {
    /// Draws the first column, and beside it the others, which are scrolled.
    fn ui(&self, ui: &mut Ui) {
        // The bar says that there is more, and is drawn beside the cells.
        ui.spacing_mut().scroll = ScrollStyle::solid();
        ui.horizontal_top(|ui| {
            self.part_ui(ui, "first column", 0..1);
            let others = 1..self.preview.columns.len();
            ScrollArea::horizontal().show(ui, |ui| self.part_ui(ui, "other columns", others));
        });
    }

    /// Some of the columns; the first has the rows' numbers before it.
    fn part_ui(&self, ui: &mut Ui, name: &str, columns: Range<usize>) {
        let [min, max] = CELL_WIDTHS;
        let grid = Grid::new(name).striped(true).min_row_height(ROW_HEIGHT);
        grid.min_col_width(min).max_col_width(max).show(ui, |ui| {
            self.numbers_ui(ui, columns.clone());
            let (n_rows, left_out) = (self.preview.rows.len(), self.preview.rows_left_out);
            let dots = if columns.start == 0 { "…" } else { "" };
            for row in 0..n_rows {
                if left_out.before_last && row + 1 == n_rows {
                    self.number_ui(ui, dots);
                    ui.end_row();
                }
                self.row_ui(ui, row, columns.clone());
            }
            if left_out.at_end {
                self.number_ui(ui, dots);
                ui.end_row();
            }
        });
    }

    /// The numbers of the columns, above them.
    fn numbers_ui(&self, ui: &mut Ui, columns: Range<usize>) {
        if columns.start == 0 {
            let corner = if self.preview.is_turned {
                "doubt-corner-turned"
            } else {
                "doubt-corner"
            };
            self.number_ui(ui, &self.words.get(corner));
        }
        let numbers = &self.preview.columns;
        self.cells_ui(ui, columns, |ui, column| {
            self.number_ui(ui, &numbers[column].to_string());
        });
    }

    /// A row's cells.
    fn row_ui(&self, ui: &mut Ui, index: usize, columns: Range<usize>) {
        let row = &self.preview.rows[index];
        if columns.start == 0 {
            self.number_ui(ui, &row.number.to_string());
        }
        self.cells_ui(ui, columns, |ui, column| {
            let cell = &row.cells[column];
            if self.preview.marked == Some((index, column)) {
                marked_ui(ui, cell, self.marked, self.words, self.colours);
            } else {
                ui.add(Label::new(cell).truncate());
            }
        });
    }

    /// A cell in each of the columns, and dots where columns are left out.
    fn cells_ui(&self, ui: &mut Ui, columns: Range<usize>, draw: impl Fn(&mut Ui, usize)) {
        let (n_columns, left_out) = (self.preview.columns.len(), self.preview.columns_left_out);
        let has_last = columns.end == n_columns;
        for column in columns {
            if left_out.before_last && column + 1 == n_columns {
                self.number_ui(ui, "…");
            }
            draw(ui, column);
        }
        if left_out.at_end && has_last {
            self.number_ui(ui, "…");
        }
        ui.end_row();
    }

    /// The number of a row or a column.
    fn number_ui(&self, ui: &mut Ui, number: &str) {
        ui.label(RichText::new(number).size(12.0).color(self.colours.quiet));
    }
}

/// The cell in doubt, in a frame; an empty one says that it is.
fn marked_ui(ui: &mut Ui, cell: &str, marked: Marked, words: &Words, colours: &ThemeColours) {
    let empty = words.get("doubt-empty-cell");
    let text = if cell.is_empty() { &empty } else { cell };
    let text = RichText::new(text).strong().color(colours.error);
    let response = ui.add(Label::new(text).truncate());
    if marked.is_sought {
        response.scroll_to_me(Some(Align::Center));
    }
    let stroke = Stroke::new(1.5, colours.error);
    let rect = response.rect.expand(2.0);
    ui.painter()
        .rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
}
