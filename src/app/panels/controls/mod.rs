//! The panel on the left: every choice that decides a run.
//!
//! A control is a slider and a box for a typed number, which may go beyond the slider. What
//! cannot be used stays in its box, with the reason beneath it, and the last good value stays in
//! force. A double-click on a control's name brings back the tutorial's value.

mod control;
mod own_data;
mod stability;

use std::collections::HashMap;

use egui::{Align, Layout, RichText, Sense, Slider, SliderClamping, TextEdit, Ui};

use crate::app::command::action::Action;
use crate::app::text::format;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::app::widgets::presets_menu;
use crate::experiment::{Experiment, ExperimentError, Field, Reason};
use control::{
    BRANCHES, Control, EPOCHS, FEATURES, FLIP, GAMMA, HIDDEN_LAYERS, HIDDEN_UNITS, LEVELS, LR,
    Scale, lr_up_to,
};

/// Width of the box for a typed number.
const BOX_WIDTH: f32 = 76.0;

/// The panel's memory: what is typed and not yet, or never, in force.
#[derive(Debug, Default)]
pub(crate) struct Controls {
    drafts: HashMap<Slot, Draft>,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Slot {
    /// A number of the experiment; of a layer, if there are several.
    Number(Field, usize),
    InitSeed,
    DataSeed,
}

#[derive(Clone, Debug, Default)]
struct Draft {
    text: String,
    error: Option<String>,
    /// The value in force when it was typed; under another one it is forgotten.
    against: String,
}

impl Controls {
    /// Draws the panel; answers what was asked for, in order.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        palette: &Palette,
        experiment: &Experiment,
        stability_limit: Option<f64>,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        ui.horizontal(|ui| {
            let preset = presets_menu::menu(ui, words);
            if preset.is_some() {
                self.drafts.clear();
            }
            actions.extend(preset);
            let reset = ui.button(words.get("button-reset"));
            if reset
                .on_hover_text(words.get("button-reset-hint"))
                .clicked()
            {
                actions.push(Action::Reset);
            }
        });
        let n_layers = experiment.hidden.len();
        self.drafts.retain(
            |slot, _| !matches!(slot, Slot::Number(Field::HiddenUnits, i) if *i >= n_layers),
        );
        let mut context = Context {
            words,
            palette,
            experiment: experiment.clone(),
            stability_limit,
            drafts: &mut self.drafts,
        };
        let lr = match (experiment.data.own(), stability_limit) {
            (Some(_), Some(limit)) => lr_up_to(limit),
            _ => LR,
        };
        context.control(ui, &lr, 0);
        if let Some(limit) = stability_limit {
            stability::line(ui, context.experiment.lr, limit, words, palette);
        }
        context.control(ui, &GAMMA, 0);
        if experiment.weights.is_some() {
            let text = RichText::new(words.get("gamma-weights-given")).size(12.0);
            ui.add(egui::Label::new(text.color(palette.quiet)).wrap());
        }
        context.control(ui, &EPOCHS, 0);
        heading(ui, &words.get("section-network"));
        context.control(ui, &HIDDEN_LAYERS, 0);
        for layer in 0..n_layers.min(context.experiment.hidden.len()) {
            context.control(ui, &HIDDEN_UNITS, layer);
        }
        actions.extend(context.seed(ui, Seed::Init));
        heading(ui, &words.get("section-data"));
        if let Some(own) = experiment.data.own() {
            actions.extend(own_data::ui(ui, own, words));
        } else {
            for control in [LEVELS, BRANCHES, FLIP, FEATURES] {
                context.control(ui, &control, 0);
            }
            actions.extend(context.seed(ui, Seed::Data));
        }
        // What the controls changed comes before what a button asks for on top of it.
        if context.experiment != *experiment {
            actions.insert(0, Action::Train(Box::new(context.experiment)));
        }
        actions
    }

    /// Forgets what was typed and not accepted.
    pub(crate) fn clear(&mut self) {
        self.drafts.clear();
    }
}

/// Which random draw.
#[derive(Clone, Copy)]
enum Seed {
    Init,
    Data,
}

/// What every control is drawn from.
struct Context<'a> {
    words: &'a Words,
    palette: &'a Palette,
    /// With the changes of this frame so far.
    experiment: Experiment,
    /// The largest learning rate at which the last run's solution is stable.
    stability_limit: Option<f64>,
    drafts: &'a mut HashMap<Slot, Draft>,
}

impl Context<'_> {
    /// One control.
    fn control(&mut self, ui: &mut Ui, control: &Control, index: usize) {
        let slot = Slot::Number(control.field, index);
        let name = self.name(control, index);
        let hint = self.words.get(&format!("{}-hint", control.key));
        let value = (control.get)(&self.experiment, index);
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            let label = ui.add(egui::Label::new(&name).sense(Sense::click()));
            if label.on_hover_text(&hint).double_clicked() {
                self.reset(control, index);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.typed(ui, control, index, &name, &hint);
            });
        });
        self.slid(ui, control, index, &name, &hint, value);
        self.error_line(ui, slot);
    }

    fn name(&self, control: &Control, index: usize) -> String {
        let is_one_of_many =
            control.field == Field::HiddenUnits && self.experiment.hidden.len() > 1;
        if is_one_of_many {
            let layer = (index + 1).to_string();
            self.words
                .with("control-hidden-units-of", &[("layer", layer.into())])
        } else {
            self.words.get(control.key)
        }
    }

    /// The box for a typed number.
    fn typed(&mut self, ui: &mut Ui, control: &Control, index: usize, name: &str, hint: &str) {
        let slot = Slot::Number(control.field, index);
        let current = control.text((control.get)(&self.experiment, index));
        let Some(text) = self.text_box(ui, slot, name, hint, &current) else {
            return;
        };
        let outcome = match format::parse(&text) {
            None => Err(self.words.get("error-not-a-number")),
            Some(typed) => self.with_value(control, index, typed),
        };
        self.settle(slot, text, &current, outcome);
    }

    /// A box showing `current`; answers what was typed once it is entered.
    fn text_box(
        &mut self,
        ui: &mut Ui,
        slot: Slot,
        name: &str,
        hint: &str,
        current: &str,
    ) -> Option<String> {
        self.drafts
            .retain(|of, draft| *of != slot || draft.against == current);
        let draft = self.drafts.get(&slot);
        let mut text = draft.map_or_else(|| current.to_owned(), |draft| draft.text.clone());
        let mut edit = TextEdit::singleline(&mut text).desired_width(BOX_WIDTH);
        if draft.is_some_and(|draft| draft.error.is_some()) {
            edit = edit.text_color(self.palette.error);
        }
        let response = ui.add(edit.align(egui::Align2::RIGHT_CENTER));
        let label = self.words.with("control-typed", &[("name", name.into())]);
        accessible_name(ui, &response, &label);
        let response = response.on_hover_text(hint);
        if response.changed() {
            let draft = Draft {
                text: text.clone(),
                error: None,
                against: current.to_owned(),
            };
            self.drafts.insert(slot, draft);
        }
        if !response.lost_focus() {
            return None;
        }
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.drafts.remove(&slot);
            return None;
        }
        // Left without typing anything: nothing to judge, nor to judge again.
        let draft = self.drafts.get(&slot)?;
        draft.error.is_none().then_some(text)
    }

    /// Puts what was typed in force, or keeps it with the reason why not.
    fn settle(
        &mut self,
        slot: Slot,
        text: String,
        against: &str,
        outcome: Result<Experiment, String>,
    ) {
        match outcome {
            Ok(experiment) => {
                self.drafts.remove(&slot);
                self.experiment = experiment;
            }
            Err(reason) => {
                let values = [
                    ("reason", reason.into()),
                    ("value", against.to_owned().into()),
                ];
                let draft = Draft {
                    text,
                    error: Some(self.words.with("error-still", &values)),
                    against: against.to_owned(),
                };
                self.drafts.insert(slot, draft);
            }
        }
    }

    fn slid(
        &mut self,
        ui: &mut Ui,
        control: &Control,
        index: usize,
        name: &str,
        hint: &str,
        value: f64,
    ) {
        let mut position = control.position(value);
        let mut slider = Slider::new(&mut position, control.range.clone())
            .clamping(SliderClamping::Never)
            .show_value(false);
        slider = match control.scale {
            Scale::Linear(step) => slider.step_by(step),
            Scale::Decades => slider.step_by(1.0),
            Scale::Logarithmic => slider.logarithmic(true).step_by(1.0),
        };
        ui.spacing_mut().slider_width = ui.available_width();
        let response = ui.add(slider);
        accessible_name(ui, &response, name);
        let text = control.text(value);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(text));
        // It would cover what is watched.
        let response = if response.dragged() {
            response
        } else {
            response.on_hover_text(hint)
        };
        if let Some(limit) = self.stability_limit.filter(|_| control.field == Field::Lr) {
            stability::mark(ui, &response, &control.range, limit, self.palette);
        }
        let slid = control.value(position);
        if response.double_clicked() {
            self.reset(control, index);
        } else if response.changed() && slid != value {
            // Some combinations cannot be: then the box says why.
            let outcome = self.with_value(control, index, slid);
            self.settle(
                Slot::Number(control.field, index),
                control.text(slid),
                &control.text(value),
                outcome,
            );
        }
    }

    /// The experiment with one number changed, or why that cannot be.
    fn with_value(
        &self,
        control: &Control,
        index: usize,
        value: f64,
    ) -> Result<Experiment, String> {
        if control.is_whole() {
            if !value.is_finite() {
                let (field, reason) = (control.field, Reason::NotFinite);
                return Err(self.words.error(ExperimentError { field, reason }));
            }
            if value.fract() != 0.0 {
                return Err(self.words.get("error-not-whole"));
            }
            if value < 0.0 {
                return Err(self.words.get("error-negative"));
            }
        }
        let mut experiment = self.experiment.clone();
        (control.set)(&mut experiment, index, value);
        experiment.fit_after(&self.experiment);
        match experiment.validate() {
            Ok(()) => Ok(experiment),
            Err(error) => Err(self.words.error(error)),
        }
    }

    /// Brings back the tutorial's value of one control.
    fn reset(&mut self, control: &Control, index: usize) {
        let notebook = Experiment::default();
        let index_there = index.min(notebook.hidden.len() - 1);
        let value = (control.get)(&notebook, index_there);
        let outcome = self.with_value(control, index, value);
        self.settle(
            Slot::Number(control.field, index),
            control.text(value),
            &control.text((control.get)(&self.experiment, index)),
            outcome,
        );
    }

    /// A seed's box and the button that draws anew.
    fn seed(&mut self, ui: &mut Ui, seed: Seed) -> Option<Action> {
        let (slot, key, button, value, action) = match seed {
            Seed::Init => {
                let value = self.experiment.init_seed;
                (
                    Slot::InitSeed,
                    "control-init-seed",
                    "button-new-init",
                    value,
                    Action::NewInit,
                )
            }
            Seed::Data => {
                let value = self.experiment.data.tree().map_or(0, |tree| tree.seed);
                (
                    Slot::DataSeed,
                    "control-data-seed",
                    "button-new-data",
                    value,
                    Action::NewData,
                )
            }
        };
        let name = self.words.get(key);
        let hint = self.words.get(&format!("{key}-hint"));
        let mut asked = None;
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.label(&name).on_hover_text(&hint);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let response = ui.button(self.words.get(button));
                if response
                    .on_hover_text(self.words.get(&format!("{button}-hint")))
                    .clicked()
                {
                    asked = Some(action);
                }
                let typed = self.text_box(ui, slot, &name, &hint, &value.to_string());
                let Some(text) = typed else { return };
                let outcome = self.with_seed(seed, &text);
                self.settle(slot, text, &value.to_string(), outcome);
            });
        });
        self.error_line(ui, slot);
        asked
    }

    /// The experiment with a typed seed. Draws that were passed over belonged to the old one.
    fn with_seed(&self, seed: Seed, text: &str) -> Result<Experiment, String> {
        let typed: u32 = text
            .trim()
            .parse()
            .map_err(|_| self.words.get("error-seed"))?;
        let mut experiment = self.experiment.clone();
        match seed {
            Seed::Init => {
                (experiment.init_seed, experiment.init_before) = (typed, 0);
                experiment.weights = None;
            }
            Seed::Data => {
                if let Some(tree) = experiment.data.tree_mut() {
                    (tree.seed, tree.outputs_before) = (typed, 0);
                }
            }
        }
        Ok(experiment)
    }

    fn error_line(&self, ui: &mut Ui, slot: Slot) {
        let error = self
            .drafts
            .get(&slot)
            .and_then(|draft| draft.error.as_ref());
        if let Some(error) = error {
            let text = RichText::new(error).size(12.0).color(self.palette.error);
            ui.add(egui::Label::new(text).wrap());
        }
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    ui.separator();
    ui.label(RichText::new(text).strong());
}
