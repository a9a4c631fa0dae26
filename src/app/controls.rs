//! The panel on the left: every choice that decides a run.
//!
//! A control is a slider and a box for a typed number, which may go beyond the slider. What
//! cannot be used stays in its box, with the reason beneath it, and the last good value stays in
//! force. A double-click on a control's name brings back the tutorial's value.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use egui::{Align, Layout, RichText, Sense, Slider, SliderClamping, TextEdit, Ui};

use super::action::Action;
use super::format;
use super::palette::Palette;
use super::presets;
use super::words::Words;
use crate::model::{Experiment, Field};

/// Width of the box for a typed number.
const BOX_WIDTH: f32 = 76.0;

/// The panel's memory: what is typed and not yet, or never, in force.
#[derive(Debug, Default)]
pub(super) struct Controls {
    drafts: HashMap<(Field, usize), Draft>,
}

#[derive(Clone, Debug, Default)]
struct Draft {
    text: String,
    error: Option<String>,
}

/// How one number of the experiment is shown and changed.
struct Control {
    field: Field,
    /// Its name's key; the hover text's is the same with `-hint`.
    key: &'static str,
    /// What the slider covers, in slider units.
    range: RangeInclusive<f64>,
    scale: Scale,
    get: fn(&Experiment, usize) -> f64,
    set: fn(&mut Experiment, usize, f64),
}

/// What a slider's position stands for.
#[derive(Clone, Copy, PartialEq)]
enum Scale {
    /// The value, in steps.
    Linear(f64),
    /// The value, in whole numbers over several decades.
    Logarithmic,
    /// The value's power of ten.
    Decades,
}

const LR: Control = Control {
    field: Field::Lr,
    key: "control-lr",
    range: 1.0..=200.0,
    scale: Scale::Linear(1.0),
    get: |e, _| e.lr,
    set: |e, _, value| e.lr = value,
};

const GAMMA: Control = Control {
    field: Field::Gamma,
    key: "control-gamma",
    range: -15.0..=1.0,
    scale: Scale::Decades,
    get: |e, _| e.gamma,
    set: |e, _, value| e.gamma = value,
};

const EPOCHS: Control = Control {
    field: Field::Epochs,
    key: "control-epochs",
    range: 10.0..=2000.0,
    scale: Scale::Logarithmic,
    get: |e, _| e.n_epochs as f64,
    set: |e, _, value| e.n_epochs = value as usize,
};

const HIDDEN_LAYERS: Control = Control {
    field: Field::HiddenLayers,
    key: "control-hidden-layers",
    range: 0.0..=4.0,
    scale: Scale::Linear(1.0),
    get: |e, _| e.hidden.len() as f64,
    set: |e, _, value| {
        let width = e.hidden.last().copied().unwrap_or(30);
        e.hidden.resize((value as usize).min(64), width);
    },
};

const HIDDEN_UNITS: Control = Control {
    field: Field::HiddenUnits,
    key: "control-hidden-units",
    range: 1.0..=100.0,
    scale: Scale::Linear(1.0),
    get: |e, layer| e.hidden[layer] as f64,
    set: |e, layer, value| e.hidden[layer] = value as usize,
};

const LEVELS: Control = Control {
    field: Field::Levels,
    key: "control-levels",
    range: 1.0..=5.0,
    scale: Scale::Linear(1.0),
    get: |e, _| e.data.levels as f64,
    set: |e, _, value| e.data.levels = value as usize,
};

const BRANCHES: Control = Control {
    field: Field::Branches,
    key: "control-branches",
    range: 2.0..=4.0,
    scale: Scale::Linear(1.0),
    get: |e, _| e.data.branches as f64,
    set: |e, _, value| e.data.branches = value as usize,
};

const FLIP: Control = Control {
    field: Field::Flip,
    key: "control-flip",
    range: 0.0..=0.5,
    scale: Scale::Linear(0.01),
    get: |e, _| e.data.flip,
    set: |e, _, value| e.data.flip = value,
};

const FEATURES: Control = Control {
    field: Field::Features,
    key: "control-features",
    range: 10.0..=100_000.0,
    scale: Scale::Logarithmic,
    get: |e, _| e.data.n_features as f64,
    set: |e, _, value| e.data.n_features = value as usize,
};

impl Control {
    /// Whether only whole numbers make sense.
    fn is_whole(&self) -> bool {
        !matches!(self.field, Field::Lr | Field::Gamma | Field::Flip)
    }

    fn text(&self, value: f64) -> String {
        match self.scale {
            Scale::Decades => format::power_of_ten(value),
            Scale::Linear(_) | Scale::Logarithmic => format::plain(value),
        }
    }

    fn position(&self, value: f64) -> f64 {
        if self.scale == Scale::Decades {
            value.log10()
        } else {
            value
        }
    }

    fn value(&self, position: f64) -> f64 {
        match self.scale {
            // Through the parser, so that a decade is the very number that one types.
            Scale::Decades => format::parse(&format!("1e{position:.0}")).unwrap_or(1.0),
            Scale::Linear(step) => {
                let value = (position / step).round() * step;
                (value * 1e6).round() / 1e6
            }
            // Two significant digits: a slider over decades has no room for more.
            Scale::Logarithmic => {
                let unit = 10_f64.powf(position.log10().floor() - 1.0).max(1.0);
                (position / unit).round() * unit
            }
        }
    }
}

impl Controls {
    /// Draws the panel; answers what to train instead, if anything was changed.
    #[must_use]
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        palette: &Palette,
        experiment: &Experiment,
    ) -> Option<Action> {
        let mut changed = None;
        let mut context = Context {
            words,
            palette,
            experiment,
            drafts: &mut self.drafts,
        };
        let mut action = None;
        ui.horizontal(|ui| {
            action = presets::menu(ui, words);
            let reset = ui.button(words.get("button-reset"));
            if reset
                .on_hover_text(words.get("button-reset-hint"))
                .clicked()
            {
                action = Some(Action::Reset);
            }
        });

        for control in [LR, GAMMA, EPOCHS] {
            changed = changed.or(context.control(ui, &control, 0));
        }
        heading(ui, &words.get("section-network"));
        changed = changed.or(context.control(ui, &HIDDEN_LAYERS, 0));
        for layer in 0..experiment.hidden.len() {
            changed = changed.or(context.control(ui, &HIDDEN_UNITS, layer));
        }
        action = action.or(context.seed(ui, Seed::Init));

        heading(ui, &words.get("section-data"));
        for control in [LEVELS, BRANCHES, FLIP, FEATURES] {
            changed = changed.or(context.control(ui, &control, 0));
        }
        action = action.or(context.seed(ui, Seed::Data));

        if action.is_some() {
            self.drafts.clear();
        }
        action.or(changed.map(|experiment| Action::Train(Box::new(experiment))))
    }

    /// Forgets what was typed and not accepted.
    pub(super) fn clear(&mut self) {
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
    experiment: &'a Experiment,
    drafts: &'a mut HashMap<(Field, usize), Draft>,
}

impl Context<'_> {
    /// One control; answers the changed experiment.
    fn control(&mut self, ui: &mut Ui, control: &Control, index: usize) -> Option<Experiment> {
        let name = self.name(control, index);
        let hint = self.words.get(&format!("{}-hint", control.key));
        let value = (control.get)(self.experiment, index);
        let mut changed = None;

        ui.add_space(2.0);
        ui.horizontal(|ui| {
            let label = ui.add(egui::Label::new(&name).sense(Sense::click()));
            if label.on_hover_text(&hint).double_clicked() {
                changed = self.reset(control, index);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                changed = changed
                    .take()
                    .or(self.typed(ui, control, index, &name, value));
            });
        });
        changed = changed.or(self.slid(ui, control, index, &name, &hint, value));
        if changed.is_some() {
            self.drafts.remove(&(control.field, index));
        }
        self.error_line(ui, (control.field, index));
        changed
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
    fn typed(
        &mut self,
        ui: &mut Ui,
        control: &Control,
        index: usize,
        name: &str,
        value: f64,
    ) -> Option<Experiment> {
        let key = (control.field, index);
        let current = control.text(value);
        let text = self.text_box(ui, key, name, &current)?;
        let outcome = match format::parse(&text) {
            None => Err(self.words.get("error-not-a-number")),
            Some(typed) => self.with_value(control, index, typed),
        };
        self.settle(key, text, outcome)
    }

    /// A box showing `current`; answers what was typed once it is entered.
    fn text_box(
        &mut self,
        ui: &mut Ui,
        key: (Field, usize),
        name: &str,
        current: &str,
    ) -> Option<String> {
        let draft = self.drafts.get(&key);
        let mut text = draft.map_or_else(|| current.to_owned(), |draft| draft.text.clone());
        let mut edit = TextEdit::singleline(&mut text).desired_width(BOX_WIDTH);
        if draft.is_some_and(|draft| draft.error.is_some()) {
            edit = edit.text_color(self.palette.error);
        }
        let response = ui.add(edit.align(egui::Align2::RIGHT_CENTER));
        let label = self.words.with("control-typed", &[("name", name.into())]);
        super::accessible_name(ui, &response, &label);
        if response.changed() {
            let draft = self.drafts.entry(key).or_default();
            draft.text.clone_from(&text);
            draft.error = None;
        }
        if !response.lost_focus() {
            return None;
        }
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.drafts.remove(&key);
            return None;
        }
        // Left without typing anything: nothing to judge, nor to judge again.
        let draft = self.drafts.get(&key)?;
        draft.error.is_none().then_some(text)
    }

    /// Puts what was typed in force, or keeps it with the reason why not.
    fn settle(
        &mut self,
        key: (Field, usize),
        text: String,
        outcome: Result<Experiment, String>,
    ) -> Option<Experiment> {
        match outcome {
            Ok(experiment) => {
                self.drafts.remove(&key);
                (experiment != *self.experiment).then_some(experiment)
            }
            Err(reason) => {
                let error = Some(reason);
                self.drafts.insert(key, Draft { text, error });
                None
            }
        }
    }

    fn slid(
        &self,
        ui: &mut Ui,
        control: &Control,
        index: usize,
        name: &str,
        hint: &str,
        value: f64,
    ) -> Option<Experiment> {
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
        super::accessible_name(ui, &response, name);
        let response = response.on_hover_text(hint);
        if response.double_clicked() {
            return self.reset(control, index);
        }
        let slid = control.value(position);
        if !response.changed() || slid == value {
            return None;
        }
        self.with_value(control, index, slid).ok()
    }

    /// The experiment with one number changed, or why that cannot be.
    fn with_value(
        &self,
        control: &Control,
        index: usize,
        value: f64,
    ) -> Result<Experiment, String> {
        if control.is_whole() && value.is_finite() && value.fract() != 0.0 {
            return Err(self.words.get("error-not-whole"));
        }
        if control.is_whole() && value < 0.0 {
            return Err(self.words.get("error-negative"));
        }
        let mut experiment = self.experiment.clone();
        (control.set)(&mut experiment, index, value);
        self.validated(experiment)
    }

    fn validated(&self, mut experiment: Experiment) -> Result<Experiment, String> {
        experiment.fit_after(self.experiment);
        match experiment.validate() {
            Ok(()) => Ok(experiment),
            Err(error) => Err(self.words.error(error)),
        }
    }

    /// The tutorial's value of one control.
    fn reset(&self, control: &Control, index: usize) -> Option<Experiment> {
        let index_there = index.min(Experiment::default().hidden.len() - 1);
        let value = (control.get)(&Experiment::default(), index_there);
        let experiment = self.with_value(control, index, value).ok()?;
        (experiment != *self.experiment).then_some(experiment)
    }

    /// A seed's box and the button that draws anew.
    fn seed(&mut self, ui: &mut Ui, seed: Seed) -> Option<Action> {
        let (key, button, index, value) = match seed {
            Seed::Init => (
                "control-init-seed",
                "button-new-init",
                0,
                self.experiment.init_seed,
            ),
            Seed::Data => (
                "control-data-seed",
                "button-new-data",
                1,
                self.experiment.data.seed,
            ),
        };
        // Seeds are no field that validation can refuse, so they borrow a place of their own.
        let draft_key = (Field::Watched, index);
        let name = self.words.get(key);
        let mut action = None;
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.label(&name)
                .on_hover_text(self.words.get(&format!("{key}-hint")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let response = ui.button(self.words.get(button));
                if response
                    .on_hover_text(self.words.get(&format!("{button}-hint")))
                    .clicked()
                {
                    action = Some(match seed {
                        Seed::Init => Action::NewInit,
                        Seed::Data => Action::NewData,
                    });
                }
                let typed = self.text_box(ui, draft_key, &name, &value.to_string());
                let Some(text) = typed else { return };
                let outcome = match text.trim().parse::<u32>() {
                    Err(_) => Err(self.words.get("error-seed")),
                    Ok(typed) => {
                        let mut experiment = self.experiment.clone();
                        match seed {
                            Seed::Init => experiment.init_seed = typed,
                            Seed::Data => experiment.data.seed = typed,
                        }
                        Ok(experiment)
                    }
                };
                let changed = self.settle(draft_key, text, outcome);
                action = changed.map(|experiment| Action::Train(Box::new(experiment)));
            });
        });
        self.error_line(ui, draft_key);
        action
    }

    fn error_line(&self, ui: &mut Ui, key: (Field, usize)) {
        let error = self.drafts.get(&key).and_then(|draft| draft.error.as_ref());
        if let Some(error) = error {
            ui.label(RichText::new(error).small().color(self.palette.error));
        }
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    ui.separator();
    ui.label(RichText::new(text).strong());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sliders_cover_the_tutorials_ranges() {
        assert_eq!(LR.range, 1.0..=200.0);
        assert_eq!(GAMMA.value(*GAMMA.range.start()), 1e-15);
        assert_eq!(GAMMA.value(*GAMMA.range.end()), 1e1);
    }

    #[test]
    fn positions_and_values_agree() {
        for exponent in -15..=1 {
            let position = f64::from(exponent);
            assert!((GAMMA.position(GAMMA.value(position)) - position).abs() < 1e-9);
        }
        assert_eq!(FLIP.value(0.150_000_1), 0.15);
        assert_eq!(FEATURES.value(9_987.0), 10_000.0);
        assert_eq!(EPOCHS.value(252.0), 250.0);
        assert_eq!(EPOCHS.value(17.0), 17.0);
    }
}
