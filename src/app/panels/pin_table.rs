//! The table of pinned runs: what they were, to be restored, renamed, recoloured and removed.

use egui::{Grid, Rangef, Rect, RichText, ScrollArea, Sense, Ui, vec2};

use crate::app::command::action::{Action, PinChange};
use crate::app::session::pins::{Pin, Pins};
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::model::Outcome;
use crate::numbers;

/// Rows that are seen without scrolling.
const MOST_SEEN: f32 = 4.0;
const ROW: f32 = 22.0;
const NAME_WIDTH: f32 = 150.0;

/// The table's memory.
#[derive(Debug, Default)]
pub(crate) struct PinTable {
    /// Whether the user has opened the table. Pinning a run does not: the plot would move.
    pub(crate) is_shown: bool,
    /// A name while it is typed.
    drafts: Drafts<usize>,
}

impl PinTable {
    /// The height of the table, whatever is in it.
    pub(crate) const HEIGHT: f32 = ROW * (MOST_SEEN + 1.0) + 18.0;

    /// Draws the table; answers what was asked for, in order, and the row that is pointed at.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
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
        ScrollArea::both()
            .id_salt("pins")
            .auto_shrink(false)
            .show(ui, |ui| {
                let grid = Grid::new("pin table").num_columns(11).spacing([14.0, 2.0]);
                grid.show(ui, |ui| {
                    head(ui, words, palette);
                    for (i, pin) in pins.all.iter().enumerate() {
                        let top = ui.cursor().top();
                        let place = Rangef::new(top, top + ROW);
                        let place = Rect::from_x_y_ranges(ui.max_rect().x_range(), place);
                        if pins.hovered == Some(i) {
                            let color = ui.visuals().faint_bg_color;
                            ui.painter().rect_filled(place, 3.0, color);
                        }
                        actions.extend(self.row(ui, i, pin, words, palette));
                        ui.end_row();
                        // A row that is scrolled out of sight is not pointed at.
                        let seen = place.intersect(ui.clip_rect());
                        let pointer = ui.ctx().pointer_hover_pos();
                        if pointer.is_some_and(|pos| seen.contains(pos)) {
                            hovered = Some(i);
                        }
                    }
                });
            });
        (actions, hovered)
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        i: usize,
        pin: &Pin,
        words: &Words,
        palette: &Palette,
    ) -> Vec<Action> {
        // A name that is left by a click comes before what was clicked.
        let mut actions = Vec::new();
        let named = |key: &str| words.with(key, &[("name", pin.name.as_str().into())]);
        let (rect, swatch) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::click());
        ui.painter()
            .rect_filled(rect.shrink(2.0), 3.0, palette.pin(pin.colour));
        let name = named("pin-colour");
        swatch.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if swatch.on_hover_text(name).clicked() {
            actions.push(Action::Pin(PinChange::Recolour(i)));
        }
        actions.extend(self.name(ui, i, pin, words, palette));
        for text in numbers_of(pin, words) {
            ui.label(text);
        }
        for (sign, key, asked) in [
            ("⟲", "pin-restore", Action::Pin(PinChange::Restore(i))),
            ("×", "pin-remove", Action::Pin(PinChange::Remove(i))),
        ] {
            let button = ui.add(egui::Button::new(sign).small());
            let name = named(key);
            accessible_name(ui, &button, &name);
            if button.on_hover_text(name).clicked() {
                actions.push(asked);
            }
        }
        actions
    }

    fn name(
        &mut self,
        ui: &mut Ui,
        i: usize,
        pin: &Pin,
        words: &Words,
        palette: &Palette,
    ) -> Option<Action> {
        let number = (i + 1).to_string();
        let shown = DraftBox {
            name: &words.with("pin-name-of", &[("n", number.into())]),
            hint: None,
            current: &pin.name,
            size: BoxSize::Name(vec2(NAME_WIDTH, ROW - 2.0)),
        };
        let typed = self.drafts.ui(ui, i, shown, palette)?;
        let name = typed.trim().to_owned();
        (!name.is_empty()).then_some(Action::Pin(PinChange::Rename(i, name)))
    }
}

/// The names of the columns.
fn head(ui: &mut Ui, words: &Words, palette: &Palette) {
    ui.label("");
    for key in [
        "pin-name",
        "pin-lr",
        "pin-gamma",
        "pin-hidden",
        "pin-seed",
        "pin-drops",
        "pin-learned",
        "pin-loss",
    ] {
        ui.label(RichText::new(words.get(key)).color(palette.quiet));
    }
    ui.end_row();
}

/// The cells of a pin's row behind its name, in the order of the columns.
fn numbers_of(pin: &Pin, words: &Words) -> [String; 7] {
    let (trace, experiment) = (&pin.trace, &pin.trace.experiment);
    let widths: Vec<String> = experiment.hidden.iter().map(usize::to_string).collect();
    let hidden = if widths.is_empty() {
        "0".to_owned()
    } else {
        widths.join(", ")
    };
    let none = || "–".to_owned();
    let loss = match trace.outcome {
        Some(Outcome::Diverged { epoch }) => {
            words.with("pin-diverged", &[("epoch", epoch.to_string().into())])
        }
        _ => trace.final_loss().map_or_else(none, numbers::short),
    };
    [
        numbers::exact(experiment.lr),
        numbers::power_of_ten(experiment.gamma),
        hidden,
        experiment.init_seed.to_string(),
        trace.n_drops.to_string(),
        trace.learned.map_or_else(none, |epoch| epoch.to_string()),
        loss,
    ]
}
