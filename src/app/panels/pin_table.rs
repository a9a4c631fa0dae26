//! The table of runs: the run at hand, and the pinned ones, to be compared, sorted, hidden, trained
//! again, renamed, recoloured and removed.

use egui::style::ScrollStyle;
use egui::{
    Align2, Button, FontId, Grid, Rangef, Rect, Response, RichText, ScrollArea, Sense, TextStyle,
    Ui, vec2,
};

use super::pin_columns::{Column, RunRow};
use crate::app::command::action::{Action, PinChange};
use crate::app::plots::paint::WindowFont;
use crate::app::run::Run;
use crate::app::session::pin_name::letters;
use crate::app::session::pins::{Pin, Pins};
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::app::widgets::eye::eye_ui;
use crate::picture::{Measure as _, distinct_names, telling_room};

const ROW: f32 = 22.0;

/// The room of the signs before a name, and the least width of a name: it is as wide as the longest
/// where there is room, and never narrower than tells the pins apart.
const SIGNS: f32 = 84.0;
const LEAST_NAME: f32 = 56.0;
const MOST_NAME: f32 = 170.0;

/// The colour, the eye and the two buttons of a pin.
const N_SIGNS: usize = 4;

/// Around the text of a name.
const MARGIN: f32 = 8.0;

/// Between two columns.
const GAP: f32 = 9.0;

/// The order of the pinned runs: by name, by a column, or as they were pinned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SortBy {
    #[default]
    Pinned,
    Name,
    Column(Column),
}

/// The table's memory.
#[derive(Debug, Default)]
pub(crate) struct PinTable {
    sort_by: SortBy,
    /// From large to small.
    is_falling: bool,
    /// A name while it is typed.
    drafts: Drafts<usize>,
}

/// What the rows are drawn from.
#[derive(Clone, Copy)]
struct PinTableInputs<'a> {
    at_hand: &'a RunRow<'a>,
    columns: &'a [Column],
    name_width: f32,
    /// The pins' names as they are written.
    names: &'a [String],
    words: &'a Words,
    colours: &'a ThemeColours,
}

impl PinTable {
    /// Draws the table; answers what was asked for, in order, and the pin that is pointed at.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        run: &Run,
        pins: &Pins,
        words: &Words,
        colours: &ThemeColours,
    ) -> (Vec<Action>, Option<usize>) {
        let mut actions = Vec::new();
        let mut hovered = None;
        if pins.all.is_empty() {
            let text = RichText::new(words.get("pins-none")).color(colours.quiet);
            ui.label(text);
            return (actions, hovered);
        }
        let at_hand = RunRow::of_run(run);
        // A bar that is seen says that there is more, below or to the right.
        ui.spacing_mut().scroll = ScrollStyle::solid();
        let pinned = pins.all.iter().map(|pin| RunRow::of_pin(&pin.trace));
        let rows: Vec<RunRow<'_>> = std::iter::once(at_hand.clone()).chain(pinned).collect();
        let columns = Column::shown(&rows, words);
        let numbers = numbers_width(ui, &columns, &rows, words);
        let room = ui.available_width() - ui.spacing().scroll.bar_width - SIGNS - numbers;
        let (name_width, names) = name_column(ui, pins, room);
        let inputs = PinTableInputs {
            at_hand: &at_hand,
            columns: &columns,
            name_width,
            names: &names,
            words,
            colours,
        };
        ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().button_padding.x = 3.0;
            let grid = Grid::new("pin table").num_columns(N_SIGNS + 1 + columns.len());
            let grid = grid.spacing([GAP, 2.0]);
            // egui's least width would make signs as wide as numbers.
            grid.min_col_width(0.0).show(ui, |ui| {
                self.head(ui, inputs);
                run_row(ui, inputs);
                for i in self.order(pins) {
                    let (asked, is_pointed) = self.pin_row(ui, i, pins, inputs);
                    actions.extend(asked);
                    hovered = hovered.or(is_pointed.then_some(i));
                }
            });
        });
        (actions, hovered)
    }

    /// The pins from top to bottom.
    fn order(&self, pins: &Pins) -> Vec<usize> {
        let mut order: Vec<usize> = (0..pins.all.len()).collect();
        let row = |i: usize| RunRow::of_pin(&pins.all[i].trace);
        match self.sort_by {
            SortBy::Pinned => {}
            SortBy::Name => {
                order.sort_by_key(|&i| &pins.all[i].name);
                if self.is_falling {
                    order.reverse();
                }
            }
            SortBy::Column(column) => {
                order.sort_by(|&a, &b| column.order(&row(a), &row(b), self.is_falling));
            }
        }
        order
    }

    /// The names of the columns; a click on one sorts by it, a second one the other way round, and
    /// a third brings back the order in which the runs were pinned.
    fn head(&mut self, ui: &mut Ui, inputs: PinTableInputs<'_>) {
        for _ in 0..N_SIGNS {
            ui.label("");
        }
        let columns = inputs.columns.iter();
        let columns = columns.map(|&column| (SortBy::Column(column), column.key()));
        for (by, key) in [(SortBy::Name, "pin-name")].into_iter().chain(columns) {
            let sign = if self.is_falling { "▼" } else { "▲" };
            let is_sorted = self.sort_by == by;
            let lines = inputs.words.get(key);
            let name = lines.replace('\n', " ");
            let text = RichText::new(lines).color(inputs.colours.quiet);
            let response = ui.add(Button::new(text).frame(false));
            if is_sorted {
                order_sign(ui, &response, sign);
            }
            accessible_name(ui, &response, &name);
            let mut hint = inputs.words.with("pin-sort", &[("column", name.into())]);
            if by == SortBy::Column(Column::Learned) {
                hint = format!("{}\n{hint}", inputs.words.get("pin-learned-hint"));
            }
            if response.on_hover_text(hint).clicked() {
                (self.sort_by, self.is_falling) = match (is_sorted, self.is_falling) {
                    (false, _) => (by, false),
                    (true, false) => (by, true),
                    (true, true) => (SortBy::Pinned, false),
                };
            }
        }
        ui.end_row();
    }

    /// The row of a pin; answers what was asked for, and whether the row is pointed at.
    fn pin_row(
        &mut self,
        ui: &mut Ui,
        i: usize,
        pins: &Pins,
        inputs: PinTableInputs<'_>,
    ) -> (Vec<Action>, bool) {
        let top = ui.cursor().top();
        let place = Rangef::new(top, top + ROW);
        let place = Rect::from_x_y_ranges(ui.max_rect().x_range(), place);
        if pins.hovered == Some(i) {
            let color = ui.visuals().faint_bg_color;
            ui.painter().rect_filled(place, 3.0, color);
        }
        let actions = self.pin_cells(ui, i, &pins.all[i], inputs);
        ui.end_row();
        // A row that is scrolled out of sight is not pointed at.
        let seen = place.intersect(ui.clip_rect());
        let pointer = ui.ctx().pointer_hover_pos();
        (actions, pointer.is_some_and(|pos| seen.contains(pos)))
    }

    fn pin_cells(
        &mut self,
        ui: &mut Ui,
        i: usize,
        pin: &Pin,
        inputs: PinTableInputs<'_>,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        let named = |key: &str| {
            let values = [("name", pin.name.as_str().into())];
            inputs.words.with(key, &values)
        };
        let (rect, swatch) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::click());
        let color = inputs.colours.pin(pin.colour);
        ui.painter().rect_filled(rect.shrink(2.0), 3.0, color);
        let name = named("pin-colour");
        swatch.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if swatch.on_hover_text(name).clicked() {
            actions.push(Action::Pin(PinChange::Recolour(i)));
        }
        let key = if pin.is_hidden {
            "pin-show"
        } else {
            "pin-hide"
        };
        if eye_ui(ui, !pin.is_hidden, &named(key)).clicked() {
            actions.push(Action::Pin(PinChange::ToggleHidden(i)));
        }
        // Before the name, so that none pushes them out of sight.
        for (sign, key, asked) in [
            ("⟲", "pin-restore", Action::Pin(PinChange::Restore(i))),
            ("×", "pin-remove", Action::Pin(PinChange::Remove(i))),
        ] {
            let button = ui.add(Button::new(sign).small());
            let name = named(key);
            accessible_name(ui, &button, &name);
            if button.on_hover_text(name).clicked() {
                actions.push(asked);
            }
        }
        // A name that is left by a click comes before what was clicked.
        let named = self.name(ui, i, pin, inputs);
        cells(ui, &RunRow::of_pin(&pin.trace), pin.is_hidden, inputs);
        named.into_iter().chain(actions).collect()
    }

    /// The name, which can be typed; on hover, all that the run was trained with.
    fn name(
        &mut self,
        ui: &mut Ui,
        i: usize,
        pin: &Pin,
        inputs: PinTableInputs<'_>,
    ) -> Option<Action> {
        let number = (i + 1).to_string();
        let name = inputs.words.with("pin-name-of", &[("n", number.into())]);
        let mut hint = pin.whole_name();
        let letters = letters(&hint).into_iter();
        for letter in letters {
            hint = format!("{hint}\n{}", inputs.words.get(letter.key()));
        }
        let edited = DraftBox {
            name: &name,
            hint: Some(&hint),
            current: &pin.name,
            size: BoxSize::LongName(vec2(inputs.name_width, ROW - 2.0), &inputs.names[i]),
        };
        let typed = self.drafts.ui(ui, i, edited, inputs.colours)?;
        let name = typed.trim().to_owned();
        (!name.is_empty()).then_some(Action::Pin(PinChange::Rename(i, name)))
    }
}

/// How wide the column of names is beside a room for it, and the pins' names as they are written
/// there.
fn name_column(ui: &Ui, pins: &Pins, room: f32) -> (f32, Vec<String>) {
    let names = pins.all.iter().map(|pin| pin.name.clone());
    let names: Vec<String> = names.collect();
    let font = WindowFont(ui.ctx());
    let size = f64::from(TextStyle::Body.resolve(ui.style()).size);
    let needed = telling_room(&names, size, &font).ceil() as f32 + MARGIN;
    let whole = names.iter().map(|name| font.width(name, size));
    let whole = whole.fold(0.0, f64::max).ceil() as f32 + MARGIN;
    let width = whole.min(room).max(needed.min(MOST_NAME)).max(LEAST_NAME);
    let names = distinct_names(&names, f64::from(width - MARGIN), size, &font);
    (width, names)
}

/// How wide the columns are beside the name, with the gaps between them.
fn numbers_width(ui: &Ui, columns: &[Column], rows: &[RunRow<'_>], words: &Words) -> f32 {
    let font = WindowFont(ui.ctx());
    let size = f64::from(TextStyle::Body.resolve(ui.style()).size);
    let width = |text: &str| {
        let lines = text.lines().map(|line| font.width(line, size));
        lines.fold(0.0, f64::max)
    };
    let column = |column: &Column| {
        let cells = rows.iter().map(|row| width(&column.text(row, words)));
        // The head is a button.
        cells.fold(width(&words.get(column.key())) + 6.0, f64::max) as f32 + GAP
    };
    columns.iter().map(column).sum()
}

/// The sign of the order, at the upper right of a column's name, so that sorting moves nothing.
fn order_sign(ui: &Ui, head: &Response, sign: &str) {
    let at = head.rect.right_top() + vec2(-3.0, 1.0);
    let font = FontId::proportional(8.0);
    let color = ui.visuals().strong_text_color();
    ui.painter().text(at, Align2::LEFT_TOP, sign, font, color);
}

/// The row of the run at hand, the first one.
fn run_row(ui: &mut Ui, inputs: PinTableInputs<'_>) {
    for _ in 0..N_SIGNS {
        ui.label("");
    }
    let name = RichText::new(inputs.words.get("pin-this-run")).strong();
    let size = vec2(inputs.name_width, ROW - 2.0);
    ui.add_sized(size, egui::Label::new(name).truncate());
    cells(ui, inputs.at_hand, false, inputs);
    ui.end_row();
}

/// The numbers of a run. Settings that it shares with the run at hand are quiet, so that what
/// differs is seen.
fn cells(ui: &mut Ui, row: &RunRow<'_>, is_hidden: bool, inputs: PinTableInputs<'_>) {
    for &column in inputs.columns {
        let text = column.text(row, inputs.words);
        let is_shared = column.is_setting() && text == column.text(inputs.at_hand, inputs.words);
        let is_of_another = !std::ptr::eq(row, inputs.at_hand);
        let is_quiet = is_hidden || (is_shared && is_of_another);
        let text = RichText::new(text);
        ui.label(if is_quiet {
            text.color(inputs.colours.quiet)
        } else {
            text
        });
    }
}
