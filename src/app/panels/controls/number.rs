//! One control: the name, the box and the slider of a number of the experiment.

use egui::{Align, Layout, Sense, Slider, SliderClamping, Ui};

use super::change::{Change, Slot};
use super::control::{Control, Scale};
use super::stability;
use crate::app::text::format;
use crate::app::theme::accessible::accessible_name;
use crate::experiment::{Experiment, ExperimentError, Field, Reason};

impl Change<'_> {
    /// Draws a control; `index` counts the layers of one that each layer has.
    pub(super) fn control(&mut self, ui: &mut Ui, control: &Control, index: usize) {
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
        let response = self.slider(ui, control, value, &name, &hint);
        self.slid(control, index, value, response);
        self.error_line(ui, Slot::Number(control.field, index));
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

    /// Draws the slider at `value`; answers where it is now, and its response.
    fn slider(
        &self,
        ui: &mut Ui,
        control: &Control,
        value: f64,
        name: &str,
        hint: &str,
    ) -> (f64, egui::Response) {
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
        // No hover text while dragging: it would hide the plot.
        let response = if response.dragged() {
            response
        } else {
            response.on_hover_text(hint)
        };
        if let Some(limit) = self.stability_limit.filter(|_| control.field == Field::Lr) {
            stability::mark(ui, &response, &control.range, limit, self.palette);
        }
        (position, response)
    }

    /// Takes over where the slider was moved to.
    fn slid(
        &mut self,
        control: &Control,
        index: usize,
        value: f64,
        (position, response): (f64, egui::Response),
    ) {
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
}
