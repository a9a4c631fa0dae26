//! The panel on the left: every choice that decides a run.
//!
//! A control is a slider and a box for a typed number, which may go beyond the slider. What
//! cannot be used stays in its box, with the reason beneath it, and the last good value stays in
//! force. A double-click on a control's name brings back the tutorial's value.

mod context;
mod control;
pub(crate) mod differences;
mod lines;
mod note;
mod number;
mod own_data;
mod seed;
mod stability;

use egui::{Separator, Ui, vec2};

use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::presented::Presented;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::draft_box::Drafts;
use crate::app::widgets::presets_menu;
use crate::app::widgets::region::{Region, begin_region};
use crate::app::widgets::shortcut::hint;
use crate::experiment::{Experiment, Field};
use context::{ControlsContext, Slot};
use control::{
    BRANCHES, EPOCHS, FEATURES, FLIP, GAMMA, HIDDEN_LAYERS, HIDDEN_UNITS, LEVELS, LR, lr_up_to,
};
pub(crate) use lines::LineHeights;
use lines::title_text;
use note::Note;
use number::ControlValues;
use seed::Seed;

/// So many of the controls that stay in sight while presenting stand side by side: more would cut
/// their names.
const MOST_IN_ROW: usize = 3;

/// The panel's memory: what is typed and not yet, or never, in force.
#[derive(Debug, Default)]
pub(crate) struct Controls {
    drafts: Drafts<Slot>,
}

/// The state that the panel is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct ControlsInputs<'a> {
    pub(crate) words: &'a Words,
    pub(crate) colours: &'a ThemeColours,
    pub(crate) experiment: &'a Experiment,
    /// The largest learning rate at which the last run's solution is stable.
    pub(crate) stability_limit: Option<f64>,
    /// The heights of the controls' lines.
    pub(crate) heights: LineHeights,
    /// The controls that are shown while presenting; `None` while not.
    pub(crate) presented: Option<&'a [Presented]>,
}

impl Controls {
    /// Draws the panel; answers what was asked for, in order.
    #[must_use]
    pub(crate) fn ui(&mut self, ui: &mut Ui, inputs: ControlsInputs<'_>) -> Vec<Action> {
        let ControlsInputs {
            words, experiment, ..
        } = inputs;
        ui.spacing_mut().item_spacing.y = 1.0;
        let mut actions = Vec::new();
        if inputs.presented.is_none() {
            actions.extend(head(ui, words));
            ui.add_space(inputs.heights.below_head);
        }
        let n_layers = experiment.hidden.len();
        self.drafts
            .retain(|slot| !matches!(slot, Slot::Number(Field::HiddenUnits, i) if i >= n_layers));
        let mut context = ControlsContext {
            words,
            colours: inputs.colours,
            experiment: experiment.clone(),
            stability_limit: inputs.stability_limit,
            heights: inputs.heights,
            top: ui.max_rect().top(),
            drafts: &mut self.drafts,
        };
        match inputs.presented {
            Some(presented) => present(ui, &mut context, presented),
            None => actions.extend(context.all(ui)),
        }
        // What the controls changed comes before what a button asks for on top of it.
        if context.experiment != *experiment {
            actions.insert(0, Action::Edit(Box::new(context.experiment)));
        }
        actions
    }

    /// Whether a typed value was refused.
    pub(crate) fn has_refused(&self) -> bool {
        self.drafts.has_refused()
    }

    /// Shows the values in force again in place of those that were refused.
    pub(crate) fn drop_refused(&mut self) {
        self.drafts.drop_refused();
    }

    /// Forgets what was typed and not accepted.
    pub(crate) fn clear(&mut self) {
        self.drafts.clear();
    }
}

/// The presets, and the way back to the tutorial's experiment.
fn head(ui: &mut Ui, words: &Words) -> Vec<Action> {
    let buttons = ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        let preset = presets_menu::menu(ui, words);
        let reset = ui.button(words.get("button-reset"));
        let text = hint(ui.ctx(), words, "button-reset-hint", Command::Reset);
        let is_reset = reset.on_hover_text(text).clicked();
        let reset = is_reset.then_some(Action::Do(Command::Reset));
        preset.into_iter().chain(reset).collect()
    });
    buttons.inner
}

/// The controls that stay in sight while presenting, in the order of the panel.
fn presented_now(experiment: &Experiment, presented: &[Presented]) -> Vec<Presented> {
    let is_own = experiment.data.own().is_some();
    let is_there = |control: &Presented| {
        presented.contains(control) && !(is_own && *control == Presented::Flip)
    };
    Presented::ALL.into_iter().filter(is_there).collect()
}

/// The height of the controls that stay in sight while presenting; 0 without any.
pub(crate) fn presented_height(experiment: &Experiment, presented: &[Presented]) -> f32 {
    let n_rows = presented_now(experiment, presented)
        .len()
        .div_ceil(MOST_IN_ROW);
    n_rows as f32 * LineHeights::SLIM.of_control()
}

/// The controls that stay in sight while presenting, in slim rows as wide as the window: the
/// pictures have the room of all others.
fn present(ui: &mut Ui, context: &mut ControlsContext<'_>, presented: &[Presented]) {
    begin_region(ui, Region::Controls);
    ui.spacing_mut().item_spacing = vec2(20.0, 0.0);
    let all = presented_now(&context.experiment, presented);
    let n_rows = all.len().div_ceil(MOST_IN_ROW).max(1);
    for row in all.chunks(all.len().div_ceil(n_rows).max(1)) {
        ui.columns(row.len(), |columns| {
            for (ui, control) in columns.iter_mut().zip(row) {
                context.presented(ui, *control);
            }
        });
    }
}

impl ControlsContext<'_> {
    /// One of the controls that stay in sight while presenting.
    fn presented(&mut self, ui: &mut Ui, control: Presented) {
        match control {
            Presented::Lr => self.lr(ui),
            Presented::Gamma => self.gamma(ui),
            Presented::Epochs => self.control(ui, &EPOCHS),
            Presented::HiddenLayers => self.control(ui, &HIDDEN_LAYERS),
            Presented::HiddenUnits => self.hidden_units(ui),
            Presented::Flip => self.control(ui, &FLIP),
        }
    }

    /// All controls, by section.
    fn all(&mut self, ui: &mut Ui) -> Vec<Action> {
        let words = self.words;
        let mut actions = Vec::new();
        heading(ui, &words.get("section-training"));
        begin_region(ui, Region::Controls);
        self.lr(ui);
        self.gamma(ui);
        self.control(ui, &EPOCHS);
        ui.add(Separator::default().spacing(self.heights.separator));
        let title = words.get("section-network");
        actions.extend(self.section_with_seed(ui, &title, Seed::Init));
        self.control(ui, &HIDDEN_LAYERS);
        self.hidden_units(ui);
        ui.add(Separator::default().spacing(self.heights.separator));
        let title = words.get("section-data");
        if let Some(own) = self.experiment.data.own() {
            heading(ui, &title);
            actions.extend(own_data::ui(ui, own, words));
        } else {
            actions.extend(self.section_with_seed(ui, &title, Seed::Data));
            for control in [LEVELS, BRANCHES, FLIP, FEATURES] {
                self.control(ui, &control);
            }
        }
        actions
    }

    fn lr(&mut self, ui: &mut Ui) {
        let limit = self.stability_limit;
        let control = match (self.experiment.data.own(), limit) {
            (Some(_), Some(limit)) => &lr_up_to(limit),
            _ => &LR,
        };
        let n_values = 1;
        self.noted_control(ui, ControlValues { control, n_values }, |context| {
            Some(stability::note(
                context.experiment.lr,
                limit?,
                context.words,
            ))
        });
    }

    fn gamma(&mut self, ui: &mut Ui) {
        let (control, n_values) = (&GAMMA, 1);
        self.noted_control(ui, ControlValues { control, n_values }, |context| {
            let is_given = context.experiment.weights.is_some();
            is_given.then(|| Note::quiet(context.words.get("gamma-weights-given")))
        });
    }

    /// One control for the widths of all layers, with a box each.
    fn hidden_units(&mut self, ui: &mut Ui) {
        let n_values = self.experiment.hidden.len();
        let control = &HIDDEN_UNITS;
        self.noted_control(ui, ControlValues { control, n_values }, |_| None);
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.label(title_text(text));
}
