//! The bottom strip: play, speed, the epoch, and a tick where each stage is learned.

use egui::{Align, Button, Layout, Sense, Slider, Stroke, TextStyle, Ui, pos2, vec2};

use super::first_steps::HintTarget;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::plots::pointed::PointedParts;
use crate::app::run::Run;
use crate::app::session::playhead::Playhead;
use crate::app::text::format;
use crate::app::text::names::stage_names;
use crate::app::text::words::Words;
use crate::app::theme::accessible::{accessible_name, accessible_picture};
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::combo_width::combo_width;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::app::widgets::rail::rail;
use crate::app::widgets::shortcut::hint;
use crate::app::widgets::slider_focus::take_focus;
use crate::numbers::exact;

/// Epochs a second that the menu offers.
const SPEEDS: [f64; 7] = [5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 1000.0];

/// Width of the box for an epoch, its frame included.
const EPOCH_BOX: f32 = 64.0;

/// Width of the number of the last epoch, of as many digits as it can have.
const LAST_EPOCH: f32 = 58.0;

/// Height of the strip of ticks above the slider.
const TICKS_HEIGHT: f32 = 12.0;

/// The strip's memory: an epoch while it is typed.
#[derive(Debug, Default)]
pub(crate) struct TimelineStrip {
    draft: Drafts<()>,
    /// The epoch that the draft was typed over. While playing it stays as it was, so that playing
    /// does not drop the draft.
    typed_over: String,
}

impl TimelineStrip {
    /// Draws the strip. Nothing in it moves, whatever plays and however long the run is.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        playhead: &Playhead,
        speed: &mut f64,
        run: &Run,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Action> {
        let strip = ui.horizontal(|ui| {
            let mut action = buttons(ui, playhead.is_playing(), words);
            speed_menu(ui, speed, words);
            let name = words.get("epoch");
            let font = TextStyle::Body.resolve(ui.style());
            let color = ui.visuals().text_color();
            let named = ui
                .painter()
                .layout_no_wrap(name.clone(), font, color)
                .size();
            let gaps = 4.0 * ui.spacing().item_spacing.x;
            let right = named.x + EPOCH_BOX + LAST_EPOCH + gaps;
            let width = (ui.available_width() - right).max(40.0);
            let slid = slider(ui, width, playhead, run, words, colours);
            action = action.or(slid);
            ui.label(name);
            let typed = self.epoch_box(ui, playhead, run, words, colours);
            ui.label(format!("/ {}", run.facts.experiment.last_epoch()));
            // What was typed comes before what was clicked next.
            typed.or(action)
        });
        strip.inner
    }

    /// Why a typed epoch was refused, if it was.
    pub(crate) fn refusal(&self) -> Option<&str> {
        self.draft.error(())
    }

    /// Shows the epoch looked at again in place of one that was refused.
    pub(crate) fn drop_refused(&mut self) {
        self.draft.drop_refused();
    }

    /// The epoch's number, which can be typed.
    fn epoch_box(
        &mut self,
        ui: &mut Ui,
        playhead: &Playhead,
        run: &Run,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Action> {
        let last = run.last_epoch();
        let epoch = playhead.epoch(last).to_string();
        let has_draft = self.draft.is_drafted(());
        if !(playhead.is_playing() && has_draft) {
            self.typed_over = epoch;
        }
        let shown = DraftBox {
            name: &words.get("epoch-typed"),
            hint: Some(&words.get("epoch-hint")),
            current: &self.typed_over,
            size: BoxSize::Number(EPOCH_BOX),
        };
        let typed = self.draft.ui(ui, (), shown, colours)?;
        match format::parse(&typed) {
            Some(epoch) if epoch.fract() == 0.0 && (0.0..=last as f64).contains(&epoch) => {
                Some(Action::LookAt(epoch as usize))
            }
            _ => {
                let last = last.to_string();
                let error = words.with("error-epoch", &[("last", last.into())]);
                self.draft.refuse((), typed, &self.typed_over, error);
                None
            }
        }
    }
}

/// Previous stage, play, next stage.
fn buttons(ui: &mut Ui, is_playing: bool, words: &Words) -> Option<Action> {
    let mut action = None;
    let mut button = |ui: &mut Ui, sign: &str, key: &str, command: Command| {
        // As large for every sign.
        let response = ui.add_sized([34.0, 22.0], Button::new(sign));
        accessible_name(ui, &response, &words.get(key));
        let hint = hint(ui.ctx(), words, key, command);
        if response.on_hover_text(hint).clicked() {
            action = Some(Action::Do(command));
        }
    };
    button(ui, "⏮", "stage-back", Command::PreviousStage);
    let (sign, key) = if is_playing {
        ("⏸", "pause")
    } else {
        ("▶", "play")
    };
    button(ui, sign, key, Command::Play);
    button(ui, "⏭", "stage-forth", Command::NextStage);
    action
}

/// How fast the epochs are played.
fn speed_menu(ui: &mut Ui, chosen: &mut f64, words: &Words) {
    let text = |speed: f64| words.with("speed", &[("n", exact(speed).into())]);
    let combo = egui::ComboBox::from_id_salt("speed").selected_text(text(*chosen));
    let width = combo_width(ui, SPEEDS.map(text));
    let response = combo.width(width).show_ui(ui, |ui| {
        for speed in SPEEDS {
            ui.selectable_value(chosen, speed, text(speed));
        }
    });
    accessible_name(ui, &response.response, &words.get("speed-name"));
    response.response.on_hover_text(words.get("speed-name"));
}

/// The slider, with a strip of ticks above it. Beyond the last epoch that can be looked at its rail
/// is marked.
fn slider(
    ui: &mut Ui,
    width: f32,
    playhead: &Playhead,
    run: &Run,
    words: &Words,
    colours: &ThemeColours,
) -> Option<Action> {
    let mut epoch = playhead.epoch(run.last_epoch());
    let last = run.facts.experiment.last_epoch().max(1);
    let size = vec2(width, TICKS_HEIGHT + ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.y = 0.0;
        let (strip, _) = ui.allocate_exact_size(vec2(size.x, TICKS_HEIGHT), Sense::hover());
        ui.spacing_mut().slider_width = size.x;
        let slider = Slider::new(&mut epoch, 0..=last).show_value(false);
        let response = ui.add(slider);
        take_focus(&response);
        HintTarget::Timeline.mark(&response);
        accessible_name(ui, &response, &words.get("epoch"));
        let rail = rail(response.rect);
        let at = |epoch: f64| egui::lerp(rail.min..=rail.max, (epoch / last as f64) as f32);
        if run.last_epoch() < run.facts.experiment.last_epoch() {
            let beyond = at(run.last_epoch() as f64)..=rail.max;
            let stroke = Stroke::new(2.0, colours.error);
            let y = response.rect.bottom() - 2.0;
            ui.painter().hline(beyond, y, stroke);
        }
        for tick in ticks(run) {
            let at = pos2(at(tick.epoch), strip.bottom());
            tick.ui(ui, at, words, colours, run);
        }
        // Behind the ticks: the first that has something to say is the one that says it.
        let response = response.on_hover_text(words.get("epoch-hint"));
        let looked_at = epoch.min(run.last_epoch());
        response.changed().then_some(Action::LookAt(looked_at))
    })
    .inner
}

/// The ticks of a run: where its stages are foreseen to be half learned, then where they have been
/// learned, on the plateau behind the drop.
fn ticks(run: &Run) -> Vec<Tick<'_>> {
    let mut ticks = Vec::new();
    if let Some(foreseen) = &run.foreseen {
        for stage in &foreseen.stages {
            // As with the measured ones, the first of a stage's modes marks its place.
            let rises = stage.modes.iter().filter_map(|&mode| foreseen.rises[mode]);
            ticks.extend(rises.min_by(f64::total_cmp).map(|epoch| Tick {
                epoch,
                modes: &stage.modes,
                is_foreseen: true,
            }));
        }
    }
    // Where the keys for the previous and next stage go.
    let learned = run.stages.iter().zip(&run.plateaus);
    ticks.extend(learned.map(|(stage, &plateau)| Tick {
        epoch: plateau as f64,
        modes: &stage.modes,
        is_foreseen: false,
    }));
    ticks
}

/// A tick where a stage is learned or, in outline, foreseen, with its name on hover.
struct Tick<'a> {
    epoch: f64,
    modes: &'a [usize],
    is_foreseen: bool,
}

impl Tick<'_> {
    fn ui(self, ui: &mut Ui, at: egui::Pos2, words: &Words, colours: &ThemeColours, run: &Run) {
        let is_lifted = PointedParts::shown(ui.ctx())
            .modes
            .iter()
            .any(|mode| self.modes.contains(mode));
        let half = if self.is_foreseen || is_lifted {
            5.5
        } else {
            4.0
        };
        let mark = vec![
            pos2(at.x - half, at.y - 2.0 * half),
            pos2(at.x + half, at.y - 2.0 * half),
            at,
        ];
        let n_modes = run.facts.modes.singular_values.len();
        let color = colours.mode(self.modes[0], n_modes);
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
        if response.hovered() {
            PointedParts::at_modes(ui.ctx(), self.modes.to_vec());
        }
        response.on_hover_ui(|ui| {
            ui.label(name);
            for name in stage_names(self.modes, words, &run.facts) {
                ui.label(name);
            }
        });
    }
}
