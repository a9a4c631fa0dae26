//! The table of pinned runs: what they were, to be restored, renamed, recoloured and removed.

use egui::{Grid, Rangef, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, vec2};

use crate::app::command::action::{Action, PinChange};
use crate::app::session::pins::{Pin, Pins};
use crate::app::text::format;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::model::Outcome;
use crate::numbers;

/// Rows that are seen without scrolling.
const MOST_SEEN: f32 = 4.0;
const ROW: f32 = 22.0;
const NAME_WIDTH: f32 = 150.0;

/// The table's memory: a name while it is typed.
#[derive(Debug, Default)]
pub(crate) struct PinTable {
    draft: Option<(usize, String)>,
}

impl PinTable {
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
        let height = ROW * (pins.all.len() as f32 + 1.0).min(MOST_SEEN + 1.0) + 6.0;
        ScrollArea::both()
            .id_salt("pins")
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                let grid = Grid::new("pin table").num_columns(11).spacing([14.0, 2.0]);
                grid.show(ui, |ui| {
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
                    for (i, pin) in pins.all.iter().enumerate() {
                        let top = ui.cursor().top();
                        if pins.hovered == Some(i) {
                            let row = Rangef::new(top, top + ROW);
                            let row = Rect::from_x_y_ranges(ui.max_rect().x_range(), row);
                            let color = ui.visuals().faint_bg_color;
                            ui.painter().rect_filled(row, 3.0, color);
                        }
                        actions.extend(self.row(ui, i, pin, words, palette));
                        ui.end_row();
                        let row = ui.max_rect().x_range();
                        let pointer = ui.ctx().pointer_hover_pos();
                        let is_over = |pos: egui::Pos2| {
                            row.contains(pos.x) && (top..top + ROW).contains(&pos.y)
                        };
                        // A row that is scrolled out of sight is not pointed at.
                        let seen = ui.clip_rect();
                        if pointer.is_some_and(|pos| is_over(pos) && seen.contains(pos)) {
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
        actions.extend(self.name(ui, i, pin, words));
        let experiment = &pin.trace.experiment;
        ui.label(numbers::exact(experiment.lr));
        ui.label(numbers::power_of_ten(experiment.gamma));
        let widths: Vec<String> = experiment.hidden.iter().map(usize::to_string).collect();
        ui.label(if widths.is_empty() {
            "0".to_owned()
        } else {
            widths.join(", ")
        });
        ui.label(experiment.init_seed.to_string());
        ui.label(pin.trace.n_drops.to_string());
        ui.label(
            pin.trace
                .learned
                .map_or_else(|| "–".to_owned(), |epoch| epoch.to_string()),
        );
        ui.label(match pin.trace.outcome {
            Some(Outcome::Diverged { epoch }) => {
                words.with("pin-diverged", &[("epoch", epoch.to_string().into())])
            }
            _ => pin
                .trace
                .final_loss()
                .map_or_else(|| "–".to_owned(), format::loss),
        });
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

    fn name(&mut self, ui: &mut Ui, i: usize, pin: &Pin, words: &Words) -> Option<Action> {
        let draft = self.draft.as_ref().filter(|(of, _)| *of == i);
        let mut text = draft.map_or_else(|| pin.name.clone(), |(_, text)| text.clone());
        let size = vec2(NAME_WIDTH, ROW - 2.0);
        let response = ui.add_sized(
            size,
            TextEdit::singleline(&mut text).align(egui::Align2::LEFT_CENTER),
        );
        let number = (i + 1).to_string();
        let label = words.with("pin-name-of", &[("n", number.into())]);
        accessible_name(ui, &response, &label);
        if response.changed() {
            self.draft = Some((i, text.clone()));
        }
        if !response.lost_focus() {
            return None;
        }
        self.draft.take()?;
        let text = text.trim().to_owned();
        let is_left = ui.input(|input| input.key_pressed(egui::Key::Escape));
        (!is_left && !text.is_empty()).then_some(Action::Pin(PinChange::Rename(i, text)))
    }
}
