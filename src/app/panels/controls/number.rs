//! One control: the name, the box and the slider of a number of the experiment, and a line for what
//! is to be said of it.

use std::ops::Range;

use egui::{Align, FontId, Label, Layout, Response, Sense, Slider, SliderClamping, TextStyle, Ui};

use super::context::{ControlsContext, Slot};
use super::control::{Control, SliderScale};
use super::lines::{Lines, at_right, within};
use super::note::Note;
use super::stability;
use crate::app::panels::first_steps::HintTarget;
use crate::app::text::format;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::pointer;
use crate::app::widgets::slider_focus::take_focus;
use crate::experiment::{Experiment, ExperimentError, Field, Reason};

/// Width of the box for a typed number.
const BOX: f32 = 80.0;

/// The same where all of a control is in one line.
const SLIM_BOX: f32 = 60.0;

/// Width of one of several boxes beside each other.
const SMALL_BOX: f32 = 36.0;

/// A control and how many values it is about: one or, of the hidden layers, one a layer.
#[derive(Clone, Copy)]
pub(super) struct ControlValues<'a> {
    pub(super) control: &'a Control,
    pub(super) n_values: usize,
}

impl ControlValues<'_> {
    fn slot(self, index: usize) -> Slot {
        Slot::Number(self.control.field, index)
    }

    /// Which value box `index` shows, in the slider's units; nothing that there is without a layer.
    fn value(self, experiment: &Experiment, index: usize) -> f64 {
        if index < self.n_values {
            (self.control.get)(experiment, index)
        } else {
            f64::NAN
        }
    }
}

/// The width of each of so many boxes.
fn box_width(n_boxes: usize, is_slim: bool) -> f32 {
    match n_boxes {
        1 if is_slim => SLIM_BOX,
        1 => BOX,
        _ => SMALL_BOX,
    }
}

impl ControlsContext<'_> {
    /// Draws a control of one value, about which there is nothing to note.
    pub(super) fn control(&mut self, ui: &mut Ui, control: &Control) {
        let n_values = 1;
        self.noted_control(ui, ControlValues { control, n_values }, |_| None);
    }

    /// Draws a control; `note` is asked once its new value is known.
    pub(super) fn noted_control(
        &mut self,
        ui: &mut Ui,
        part: ControlValues<'_>,
        note: impl FnOnce(&Self) -> Option<Note>,
    ) {
        let is_slim = self.heights.is_slim;
        let n_boxes = part.n_values.max(1);
        let width = box_width(n_boxes, is_slim);
        let step = width + 4.0;
        let mut lines = Lines::with_rail(ui, self.heights);
        if is_slim {
            lines = lines.in_one(step * n_boxes as f32);
        }
        mark_for_hint(ui, part, lines);
        let refused = self.refusal_of(part);
        // In one line, why a value was refused stands where the slider is, unless that is held.
        let is_replaced = is_slim && refused.is_some() && !pointer::is_pressed(ui.ctx());
        // The slider comes first, so that the box shows where it was moved to.
        if !is_replaced {
            within(ui, lines.rail, Layout::top_down(Align::Min), |ui| {
                self.slider(ui, part);
            });
        }
        for index in 0..n_boxes {
            let place = at_right(lines.name, step * (n_boxes - 1 - index) as f32, width);
            within(ui, place, Layout::right_to_left(Align::Center), |ui| {
                self.typed(ui, part, index, width);
            });
        }
        let mut name = lines.name;
        name.max.x = if is_slim {
            lines.rail.left() - 4.0
        } else {
            name.max.x - step * n_boxes as f32
        };
        within(ui, name, Layout::left_to_right(Align::Center), |ui| {
            self.name(ui, part);
        });
        let said = if is_slim {
            refused.filter(|_| is_replaced)
        } else {
            self.refusal_of(part).or_else(|| note(self))
        };
        if let Some(note) = said {
            note.ui(ui, lines.note, self.colours);
        } else if is_slim {
            self.hint_above(ui, part.slot(0), lines.name, &self.hint(part));
        }
    }

    /// Why the draft in one of a control's boxes was refused, if it was.
    fn refusal_of(&self, part: ControlValues<'_>) -> Option<Note> {
        (0..part.n_values.max(1)).find_map(|index| self.refusal(part.slot(index)))
    }

    /// The control's name; a double-click brings back the tutorial's value.
    fn name(&mut self, ui: &mut Ui, part: ControlValues<'_>) {
        let name = self.words.get(part.control.key);
        let label = Label::new(&name).sense(Sense::CLICK).truncate();
        let label = ui.add(label.show_tooltip_when_elided(false));
        if self.with_hint(label, part).double_clicked() {
            self.reset(part);
        }
    }

    /// A part of a control with its hover text, if it has one of its own.
    fn with_hint(&self, widget: Response, part: ControlValues<'_>) -> Response {
        let hint = self.hint(part);
        match self.hint_of_part(&hint) {
            Some(hint) => widget.on_hover_text(hint),
            None => widget,
        }
    }

    fn hint(&self, part: ControlValues<'_>) -> String {
        self.words.get(&format!("{}-hint", part.control.key))
    }

    /// The name of a value: of the layer, where there are several.
    fn name_of(&self, part: ControlValues<'_>, index: usize) -> String {
        if part.n_values < 2 {
            return self.words.get(part.control.key);
        }
        let layer = (index + 1).to_string();
        let key = "control-hidden-units-of";
        self.words.with(key, &[("layer", layer.into())])
    }

    /// The box for a typed number.
    fn typed(&mut self, ui: &mut Ui, part: ControlValues<'_>, index: usize, width: f32) {
        let control = part.control;
        let value = part.value(&self.experiment, index);
        if value.is_nan() {
            ui.disable();
        }
        let current = if value.is_nan() {
            "–".to_owned()
        } else {
            control.text(value)
        };
        let (name, hint) = (self.name_of(part, index), self.hint(part));
        let slot = part.slot(index);
        let Some(text) = self.text_box(ui, slot, (&name, &hint), &current, width) else {
            return;
        };
        let outcome = match format::parse(&text) {
            None => Err(self.words.get("error-not-a-number")),
            Some(typed) => self.with_value(control, index..index + 1, typed),
        };
        self.settle(slot, text, &current, outcome);
    }

    /// Draws the slider and takes over where it was moved to.
    fn slider(&mut self, ui: &mut Ui, part: ControlValues<'_>) {
        let control = part.control;
        let value = part.value(&self.experiment, 0);
        let is_there = !value.is_nan();
        let mut position = if is_there {
            control.position(value)
        } else {
            *control.range.start()
        };
        let before = position;
        let mut slider = Slider::new(&mut position, control.range.clone())
            .clamping(SliderClamping::Never)
            .show_value(false);
        slider = match control.scale {
            SliderScale::Linear(step) => slider.step_by(step),
            SliderScale::Decades => slider.step_by(1.0),
            SliderScale::Logarithmic => slider.logarithmic(true).step_by(1.0),
        };
        ui.spacing_mut().slider_width = ui.available_width();
        ui.spacing_mut().interact_size.y = ui.available_height();
        // A slider is at least as high as a line of text.
        let low = FontId::proportional(10.0);
        ui.style_mut().text_styles.insert(TextStyle::Body, low);
        let response = ui.add_enabled(is_there, slider);
        take_focus(&response);
        accessible_name(ui, &response, &self.words.get(control.key));
        if let Some(limit) = self.stability_limit.filter(|_| control.field == Field::Lr) {
            stability::mark(ui, &response, &control.range, limit, self.colours);
        }
        if is_there {
            // A key moves by one, which a slider over decades could not show.
            let is_step = !response.dragged() && (position - before).abs() == 1.0;
            let slid = if is_step {
                control.stepped(value, position > before)
            } else {
                control.value(position)
            };
            self.slid(part, value, slid, &response);
            let text = control.text(part.value(&self.experiment, 0));
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_value(text));
        }
        // No hover text while dragging: it would hide the plot.
        if !response.dragged() {
            self.with_hint(response, part);
        }
    }

    /// Takes over where the slider was moved to.
    fn slid(&mut self, part: ControlValues<'_>, value: f64, slid: f64, response: &Response) {
        if response.double_clicked() {
            self.reset(part);
        } else if response.changed() && slid != value {
            // Some combinations cannot be: then the box says why.
            let control = part.control;
            let outcome = self.with_value(control, 0..part.n_values, slid);
            let current = control.text(value);
            self.settle(part.slot(0), control.text(slid), &current, outcome);
        }
    }

    /// The experiment with one number changed, or why that cannot be.
    fn with_value(
        &self,
        control: &Control,
        indices: Range<usize>,
        value: f64,
    ) -> Result<Experiment, String> {
        if control.is_whole() {
            if !value.is_finite() {
                let (field, reason) = (control.field, Reason::NotFinite);
                return Err(self.words.refusal(ExperimentError { field, reason }, field));
            }
            if value.fract() != 0.0 {
                return Err(self.words.get("error-not-whole"));
            }
            if value < 0.0 {
                return Err(self.words.get("error-negative"));
            }
        }
        let mut experiment = self.experiment.clone();
        for index in indices {
            (control.set)(&mut experiment, index, value);
        }
        experiment.fit_after(&self.experiment);
        match experiment.validate() {
            Ok(()) => Ok(experiment),
            Err(error) => Err(self.words.refusal(error, control.field)),
        }
    }

    /// Brings back the tutorial's value of one control.
    fn reset(&mut self, part: ControlValues<'_>) {
        let control = part.control;
        let value = (control.get)(&Experiment::default(), 0);
        let outcome = self.with_value(control, 0..part.n_values, value);
        let current = control.text(part.value(&self.experiment, 0));
        self.settle(part.slot(0), control.text(value), &current, outcome);
    }
}

/// Notes where the learning rate is, with its name and its note, for the hint about it.
fn mark_for_hint(ui: &Ui, part: ControlValues<'_>, lines: Lines) {
    if part.control.field == Field::Lr {
        let place = lines.name.union(lines.note);
        HintTarget::LearningRate.mark_at(ui.ctx(), place);
    }
}
