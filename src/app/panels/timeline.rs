//! The bottom strip: play, speed, the epoch, and a tick where each stage is learned.

use egui::{Align, Button, Layout, Sense, Slider, TextEdit, Ui, pos2, vec2};

use crate::app::command::action::{Action, Direction};
use crate::app::run::Run;
use crate::app::session::playhead::Playhead;
use crate::app::text::format;
use crate::app::text::names::mode_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::{accessible_name, accessible_picture};
use crate::app::theme::palette::Palette;

/// Epochs a second that the menu offers.
const SPEEDS: [f64; 7] = [5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 1000.0];

/// The most modes of a stage that are named on hover.
const MOST_NAMED: usize = 8;

/// Height of the strip of ticks above the slider.
const TICKS_HEIGHT: f32 = 12.0;

/// The strip's memory: an epoch that is being typed, or was refused.
#[derive(Debug, Default)]
pub(crate) struct Timeline {
    draft: Option<String>,
    error: Option<String>,
    /// The epoch at which it was typed: what was typed is given up when another is looked at.
    at: usize,
}

impl Timeline {
    /// Draws the strip; `speed` is in epochs a second.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        playhead: &Playhead,
        speed: &mut f64,
        words: &Words,
        palette: &Palette,
        run: &Run,
    ) -> Option<Action> {
        let mut action = None;
        let epoch = playhead.epoch(run.facts.experiment.n_epochs);
        if self.at != epoch {
            self.forget();
            self.at = epoch;
        }
        ui.horizontal(|ui| {
            action = buttons(ui, playhead.is_playing(), words);
            speed_menu(ui, speed, words);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let typed = self.epoch_box(ui, words, palette, run);
                let slid = slider(ui, epoch, words, palette, run);
                action = action.take().or(typed).or(slid);
            });
        });
        if let Some(error) = &self.error {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.colored_label(palette.error, error);
            });
        }
        action
    }

    /// Gives up what was typed.
    fn forget(&mut self) {
        self.draft = None;
        self.error = None;
    }

    /// The epoch's number, which can be typed.
    fn epoch_box(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        palette: &Palette,
        run: &Run,
    ) -> Option<Action> {
        let n_epochs = run.facts.experiment.n_epochs;
        let last = n_epochs - 1;
        ui.label(format!("/ {last}"));
        let current = self.at.to_string();
        let mut text = self.draft.clone().unwrap_or(current);
        let mut edit = TextEdit::singleline(&mut text).desired_width(52.0);
        if self.error.is_some() {
            edit = edit.text_color(palette.error);
        }
        let response = ui.add(edit.align(egui::Align2::RIGHT_CENTER));
        accessible_name(ui, &response, &words.get("epoch-typed"));
        let response = response.on_hover_text(words.get("epoch-hint"));
        ui.label(words.get("epoch"));
        if response.changed() {
            self.draft = Some(text.clone());
            self.error = None;
        }
        if !response.lost_focus() {
            return None;
        }
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.forget();
            return None;
        }
        if self.draft.is_none() || self.error.is_some() {
            return None;
        }
        match format::parse(&text) {
            Some(epoch) if epoch.fract() == 0.0 && (0.0..=last as f64).contains(&epoch) => {
                self.forget();
                Some(Action::LookAt(epoch as usize))
            }
            _ => {
                let last = last.to_string();
                self.error = Some(words.with("error-epoch", &[("last", last.into())]));
                None
            }
        }
    }
}

fn buttons(ui: &mut Ui, is_playing: bool, words: &Words) -> Option<Action> {
    let mut action = None;
    let mut button = |ui: &mut Ui, sign: &str, key: &str, asks_for: Action| {
        let name = words.get(key);
        let response = ui.add(Button::new(sign).min_size(vec2(28.0, 22.0)));
        accessible_name(ui, &response, &name);
        if response.on_hover_text(name).clicked() {
            action = Some(asks_for);
        }
    };
    button(ui, "⏮", "stage-back", Action::MoveStage(Direction::Back));
    let (sign, key) = if is_playing {
        ("⏸", "pause")
    } else {
        ("▶", "play")
    };
    button(ui, sign, key, Action::TogglePlay);
    button(ui, "⏭", "stage-forth", Action::MoveStage(Direction::Forth));
    action
}

fn speed_menu(ui: &mut Ui, speed: &mut f64, words: &Words) {
    let text = |speed: f64| words.with("speed", &[("n", format::plain(speed).into())]);
    let combo = egui::ComboBox::from_id_salt("speed").selected_text(text(*speed));
    let response = combo.width(96.0).show_ui(ui, |ui| {
        for offered in SPEEDS {
            ui.selectable_value(speed, offered, text(offered));
        }
    });
    accessible_name(ui, &response.response, &words.get("speed-name"));
    response.response.on_hover_text(words.get("speed-name"));
}

fn slider(
    ui: &mut Ui,
    mut epoch: usize,
    words: &Words,
    palette: &Palette,
    run: &Run,
) -> Option<Action> {
    let n_epochs = run.facts.experiment.n_epochs;
    let last = (n_epochs - 1).max(1);
    let size = vec2(
        ui.available_width(),
        TICKS_HEIGHT + ui.spacing().interact_size.y,
    );
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (strip, _) = ui.allocate_exact_size(vec2(size.x, TICKS_HEIGHT), Sense::hover());
        ui.spacing_mut().slider_width = size.x;
        let slider = Slider::new(&mut epoch, 0..=last).show_value(false);
        let response = ui.add(slider);
        accessible_name(ui, &response, &words.get("epoch"));
        let response = response.on_hover_text(words.get("epoch-hint"));
        // The slider's handle moves between these ends; see egui's Slider.
        let inset = response.rect.height() / 2.5;
        let rail = (response.rect.left() + inset)..=(response.rect.right() - inset);
        let place = |epoch: f64| {
            let x = egui::lerp(rail.clone(), (epoch / last as f64) as f32);
            pos2(x, strip.bottom())
        };
        // As with the measured ones, the first of a stage's modes marks its place.
        let first = |modes: &[usize], rises: &[Option<f64>]| {
            let rises = modes.iter().filter_map(|&mode| rises[mode]);
            rises.min_by(f64::total_cmp)
        };
        for stage in run.foreseen.iter().flat_map(|foreseen| &foreseen.stages) {
            let rises = run.foreseen.as_ref().map_or(&[][..], |f| &f.rises);
            let Some(epoch) = first(&stage.modes, rises) else {
                continue;
            };
            let tick = Tick {
                epoch,
                modes: &stage.modes,
                is_foreseen: true,
            };
            tick.ui(ui, place(epoch), words, palette, run);
        }
        for stage in &run.stages {
            let tick = Tick {
                epoch: stage.epoch,
                modes: &stage.modes,
                is_foreseen: false,
            };
            tick.ui(ui, place(stage.epoch), words, palette, run);
        }
        response.changed().then_some(Action::LookAt(epoch))
    })
    .inner
}

/// A tick where a stage is learned or, in outline, foreseen, with its name on hover.
struct Tick<'a> {
    epoch: f64,
    modes: &'a [usize],
    is_foreseen: bool,
}

impl Tick<'_> {
    fn ui(self, ui: &mut Ui, at: egui::Pos2, words: &Words, palette: &Palette, run: &Run) {
        let half = if self.is_foreseen { 5.5 } else { 4.0 };
        let mark = vec![
            pos2(at.x - half, at.y - 2.0 * half),
            pos2(at.x + half, at.y - 2.0 * half),
            at,
        ];
        let n_modes = run.facts.modes.singular_values.len();
        let color = palette.mode(self.modes[0], n_modes);
        ui.painter().add(if self.is_foreseen {
            egui::Shape::closed_line(mark, egui::Stroke::new(1.0, color))
        } else {
            egui::Shape::convex_polygon(mark, color, egui::Stroke::NONE)
        });
        let size = vec2(3.0 * half, TICKS_HEIGHT);
        let place = egui::Rect::from_center_size(pos2(at.x, at.y - TICKS_HEIGHT / 2.0), size);
        let id = ui
            .scope_id()
            .with(("stage", self.is_foreseen, self.modes[0]));
        let response = ui.interact(place, id, Sense::hover());
        let number = format!("{:.0}", self.epoch);
        let key = if self.is_foreseen {
            "stage-foreseen"
        } else {
            "stage-tick"
        };
        let name = words.with(key, &[("epoch", number.into())]);
        accessible_picture(&response, &name);
        response.on_hover_ui(|ui| {
            ui.label(name);
            for &mode in self.modes.iter().take(MOST_NAMED) {
                ui.label(mode_name(mode, words, &run.facts));
            }
        });
    }
}
