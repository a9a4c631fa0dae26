//! The table of runs: the run at hand, and the pinned ones, to be compared, sorted, hidden, trained
//! again, renamed, recoloured and removed.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Color32, Grid, Rangef, Rect, RichText, ScrollArea, Sense, TextStyle, Ui, vec2};

use super::pin_columns::{Column, RunRow};
use crate::app::command::action::{Action, PinChange};
use crate::app::run::Run;
use crate::app::session::pins::{Pin, Pins};
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::app::widgets::eye::eye_ui;
use crate::experiment::Experiment;

/// Rows that are seen without scrolling.
const MOST_SEEN: f32 = 4.0;
const ROW: f32 = 22.0;
const NAME_WIDTH: f32 = 150.0;

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
    /// Whether the user has opened the table. Pinning a run does not: the plot would move.
    pub(crate) is_shown: bool,
    sort_by: SortBy,
    /// From large to small.
    is_falling: bool,
    /// A name while it is typed.
    drafts: Drafts<usize>,
}

/// What the rows are drawn from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    at_hand: &'a RunRow<'a>,
    words: &'a Words,
    palette: &'a Palette,
}

impl PinTable {
    /// The height of the table, whatever is in it.
    pub(crate) const HEIGHT: f32 = ROW * (MOST_SEEN + 1.0) + 18.0;

    /// Draws the table; answers what was asked for, in order, and the pin that is pointed at.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        run: &Run,
        pins: &Pins,
        words: &Words,
        palette: &Palette,
    ) -> (Vec<Action>, Option<usize>) {
        let mut actions = Vec::new();
        let mut hovered = None;
        if pins.all.is_empty() {
            let text = RichText::new(words.get("pins-none")).color(palette.quiet);
            ui.label(text);
            return (actions, hovered);
        }
        let at_hand = RunRow::of_run(run);
        let shown = Shown {
            at_hand: &at_hand,
            words,
            palette,
        };
        ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            let grid = Grid::new("pin table").num_columns(12).spacing([12.0, 2.0]);
            grid.show(ui, |ui| {
                self.head(ui, shown);
                run_row(ui, shown);
                for i in self.order(pins, at_hand.experiment) {
                    let (asked, is_pointed) = self.pin_row(ui, i, pins, shown);
                    actions.extend(asked);
                    hovered = hovered.or(is_pointed.then_some(i));
                }
            });
        });
        (actions, hovered)
    }

    /// The pins from top to bottom.
    fn order(&self, pins: &Pins, at_hand: &Experiment) -> Vec<usize> {
        let mut order: Vec<usize> = (0..pins.all.len()).collect();
        let row = |i: usize| RunRow::of_pin(&pins.all[i].trace);
        match self.sort_by {
            SortBy::Pinned => {}
            SortBy::Name => {
                order.sort_by_cached_key(|&i| pins.all[i].name_beside(at_hand));
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
    fn head(&mut self, ui: &mut Ui, shown: Shown<'_>) {
        ui.label("");
        ui.label("");
        let columns = Column::ALL.map(|column| (SortBy::Column(column), column.key()));
        for (by, key) in [(SortBy::Name, "pin-name")].into_iter().chain(columns) {
            let sign = if self.is_falling { "▼" } else { "▲" };
            let is_sorted = self.sort_by == by;
            let name = shown.words.get(key);
            let text = head_text(ui, &name, sign, is_sorted, shown.palette);
            let response = ui.add(Button::new(text).frame(false));
            accessible_name(ui, &response, &name);
            let hint = shown.words.with("pin-sort", &[("column", name.into())]);
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
        shown: Shown<'_>,
    ) -> (Vec<Action>, bool) {
        let top = ui.cursor().top();
        let place = Rangef::new(top, top + ROW);
        let place = Rect::from_x_y_ranges(ui.max_rect().x_range(), place);
        if pins.hovered == Some(i) {
            let color = ui.visuals().faint_bg_color;
            ui.painter().rect_filled(place, 3.0, color);
        }
        let actions = self.pin_cells(ui, i, &pins.all[i], shown);
        ui.end_row();
        // A row that is scrolled out of sight is not pointed at.
        let seen = place.intersect(ui.clip_rect());
        let pointer = ui.ctx().pointer_hover_pos();
        (actions, pointer.is_some_and(|pos| seen.contains(pos)))
    }

    fn pin_cells(&mut self, ui: &mut Ui, i: usize, pin: &Pin, shown: Shown<'_>) -> Vec<Action> {
        // A name that is left by a click comes before what was clicked.
        let mut actions = Vec::new();
        let named = |key: &str| {
            let values = [("name", pin.name.as_str().into())];
            shown.words.with(key, &values)
        };
        let (rect, swatch) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::click());
        let color = shown.palette.pin(pin.colour);
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
        actions.extend(self.name(ui, i, pin, shown));
        cells(ui, &RunRow::of_pin(&pin.trace), pin.is_hidden, shown);
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
        actions
    }

    /// The name: what the pin differs in, unless the user has named it; whole on hover.
    fn name(&mut self, ui: &mut Ui, i: usize, pin: &Pin, shown: Shown<'_>) -> Option<Action> {
        let number = (i + 1).to_string();
        let name = shown.words.with("pin-name-of", &[("n", number.into())]);
        let edited = DraftBox {
            name: &name,
            hint: Some(&pin.whole_name()),
            current: &pin.name_beside(shown.at_hand.experiment),
            size: BoxSize::Name(vec2(NAME_WIDTH, ROW - 2.0)),
        };
        let typed = self.drafts.ui(ui, i, edited, shown.palette)?;
        let name = typed.trim().to_owned();
        (!name.is_empty()).then_some(Action::Pin(PinChange::Rename(i, name)))
    }
}

/// A column's name, and room for the sign of the order, so that sorting moves nothing.
fn head_text(ui: &Ui, name: &str, sign: &str, is_sorted: bool, palette: &Palette) -> LayoutJob {
    let font = TextStyle::Body.resolve(ui.style());
    let format = |color| TextFormat::simple(font.clone(), color);
    let mut job = LayoutJob::default();
    job.append(name, 0.0, format(palette.quiet));
    let color = if is_sorted {
        ui.visuals().strong_text_color()
    } else {
        Color32::TRANSPARENT
    };
    job.append(sign, 4.0, format(color));
    job
}

/// The row of the run at hand, the first one.
fn run_row(ui: &mut Ui, shown: Shown<'_>) {
    ui.label("");
    ui.label("");
    let name = RichText::new(shown.words.get("pin-this-run")).strong();
    ui.add_sized(vec2(NAME_WIDTH, ROW - 2.0), egui::Label::new(name));
    cells(ui, shown.at_hand, false, shown);
    ui.end_row();
}

/// The numbers of a run. Settings that it shares with the run at hand are quiet, so that what
/// differs is seen.
fn cells(ui: &mut Ui, row: &RunRow<'_>, is_hidden: bool, shown: Shown<'_>) {
    for column in Column::ALL {
        let text = column.text(row, shown.words);
        let is_shared = column.is_setting() && text == column.text(shown.at_hand, shown.words);
        let is_of_another = !std::ptr::eq(row, shown.at_hand);
        let is_quiet = is_hidden || (is_shared && is_of_another);
        let text = RichText::new(text);
        ui.label(if is_quiet {
            text.color(shown.palette.quiet)
        } else {
            text
        });
    }
}
