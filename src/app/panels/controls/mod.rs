//! The panel on the left: every choice that decides a run.
//!
//! A control is a slider and a box for a typed number, which may go beyond the slider. What
//! cannot be used stays in its box, with the reason beneath it, and the last good value stays in
//! force. A double-click on a control's name brings back the tutorial's value.

mod change;
mod control;
mod number;
mod own_data;
mod seed;
mod stability;

use egui::{RichText, Ui};

use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::app::widgets::draft_box::Drafts;
use crate::app::widgets::presets_menu;
use crate::app::widgets::shortcut::hint;
use crate::experiment::{Experiment, Field};
use change::{Change, Slot};
use control::{
    BRANCHES, EPOCHS, FEATURES, FLIP, GAMMA, HIDDEN_LAYERS, HIDDEN_UNITS, LEVELS, LR, lr_up_to,
};
use seed::Seed;

/// The panel's memory: what is typed and not yet, or never, in force.
#[derive(Debug, Default)]
pub(crate) struct Controls {
    drafts: Drafts<Slot>,
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
        let mut actions = self.head(ui, words);
        let n_layers = experiment.hidden.len();
        self.drafts
            .retain(|slot| !matches!(slot, Slot::Number(Field::HiddenUnits, i) if i >= n_layers));
        let mut change = Change {
            words,
            palette,
            experiment: experiment.clone(),
            stability_limit,
            drafts: &mut self.drafts,
        };
        training(ui, &mut change);
        heading(ui, &words.get("section-network"));
        change.control(ui, &HIDDEN_LAYERS, 0);
        for layer in 0..n_layers.min(change.experiment.hidden.len()) {
            change.control(ui, &HIDDEN_UNITS, layer);
        }
        actions.extend(change.seed(ui, Seed::Init));
        heading(ui, &words.get("section-data"));
        if let Some(own) = experiment.data.own() {
            actions.extend(own_data::ui(ui, own, words));
        } else {
            for control in [LEVELS, BRANCHES, FLIP, FEATURES] {
                change.control(ui, &control, 0);
            }
            actions.extend(change.seed(ui, Seed::Data));
        }
        // What the controls changed comes before what a button asks for on top of it.
        if change.experiment != *experiment {
            actions.insert(0, Action::Train(Box::new(change.experiment)));
        }
        actions
    }

    /// Forgets what was typed and not accepted.
    pub(crate) fn clear(&mut self) {
        self.drafts.clear();
    }

    /// The presets, and the way back to the tutorial's experiment.
    fn head(&mut self, ui: &mut Ui, words: &Words) -> Vec<Action> {
        let buttons = ui.horizontal(|ui| {
            let preset = presets_menu::menu(ui, words);
            if preset.is_some() {
                self.drafts.clear();
            }
            let reset = ui.button(words.get("button-reset"));
            let text = hint(ui.ctx(), words, "button-reset-hint", Command::Reset);
            let is_reset = reset.on_hover_text(text).clicked();
            let reset = is_reset.then_some(Action::Do(Command::Reset));
            preset.into_iter().chain(reset).collect()
        });
        buttons.inner
    }
}

/// The controls of how the network is trained.
fn training(ui: &mut Ui, change: &mut Change<'_>) {
    let limit = change.stability_limit;
    let lr = match (change.experiment.data.own(), limit) {
        (Some(_), Some(limit)) => lr_up_to(limit),
        _ => LR,
    };
    change.control(ui, &lr, 0);
    if let Some(limit) = limit {
        let lr = change.experiment.lr;
        stability::line(ui, lr, limit, change.words, change.palette);
    }
    change.control(ui, &GAMMA, 0);
    if change.experiment.weights.is_some() {
        let text = RichText::new(change.words.get("gamma-weights-given")).size(12.0);
        ui.add(egui::Label::new(text.color(change.palette.quiet)).wrap());
    }
    change.control(ui, &EPOCHS, 0);
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    ui.separator();
    ui.label(RichText::new(text).strong());
}
