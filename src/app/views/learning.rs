//! The Learning view: the dynamics on the left, the representation at the epoch on the right, and
//! below, on demand, a closer look.

use egui::{Align, Layout, RichText, Ui};

use super::below::Panels;
use super::context::Context;
use crate::analysis::layout::Axes;
use crate::app::command::action::Action;
use crate::app::plots::curves::Curves;
use crate::app::plots::dynamics::Dynamics;
use crate::app::plots::pair_lines::PairLines;
use crate::app::plots::scaled::Similarity;
use crate::app::plots::scene::Scene;
use crate::app::plots::theory::theory_ui;
use crate::app::run::Run;
use crate::app::session::look::Look;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::experiment::view::{LearningOptions, Scale, TheoryShown};

impl TheoryShown {
    /// What comes next when one goes through them.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Discrete,
            Self::Discrete => Self::Continuous,
            Self::Continuous => Self::Both,
            Self::Both => Self::Nothing,
        }
    }

    /// Whether the discrete curves are shown.
    pub fn has_discrete(self) -> bool {
        matches!(self, Self::Discrete | Self::Both)
    }

    /// Whether the continuous curves are shown.
    pub fn has_continuous(self) -> bool {
        matches!(self, Self::Continuous | Self::Both)
    }

    /// With the discrete or the continuous curves shown or not.
    fn of(has_discrete: bool, has_continuous: bool) -> Self {
        match (has_discrete, has_continuous) {
            (false, false) => Self::Nothing,
            (true, false) => Self::Discrete,
            (false, true) => Self::Continuous,
            (true, true) => Self::Both,
        }
    }
}

/// The view's memory.
#[derive(Debug, Default)]
pub struct Learning {
    curves: Option<Curves>,
    /// The pairs whose similarity is followed.
    lines: PairLines,
    panels: Panels,
}

impl Learning {
    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        look: &mut Look,
    ) -> Option<Action> {
        if self.lines.all() != look.followed {
            self.lines = PairLines::of(look.followed.clone());
        }
        let options = &mut look.learning;
        Self::toolbar(ui, options, context.words);
        ui.add_space(4.0);
        let height = ui.available_height() - options.below.height(ui);
        let spacing = ui.spacing().item_spacing.x * 2.0;
        let right = (ui.available_width() * 0.41).min(height + 110.0);
        let left = ui.available_width() - right - spacing;
        let mut pointed = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = spacing;
            ui.allocate_ui_with_layout(
                egui::vec2(left, height),
                Layout::top_down(Align::Min),
                |ui| pointed = self.dynamics(ui, context, options),
            );
            ui.allocate_ui_with_layout(
                egui::vec2(right, height),
                Layout::top_down(Align::Min),
                |ui| self.representation(ui, context, options),
            );
        });
        let scene = Scene {
            run: context.run,
            epoch: context.epoch,
            layer: layer_of(context.run, options),
            words: context.words,
            palette: context.palette,
        };
        options.below.choice(ui, scene);
        self.panels.ui(ui, options.below, scene);
        look.followed = self.lines.all().to_vec();
        pointed.map(Action::LookAt)
    }

    /// The curves; answers the epoch that was pointed to.
    fn dynamics(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        options: &mut LearningOptions,
    ) -> Option<usize> {
        let Context {
            run,
            seeds,
            words,
            palette,
            ..
        } = context;
        let experiment = &run.facts.experiment;
        title(ui, &words.get("dynamics-title"));
        if options.theory != TheoryShown::Nothing {
            theory_ui(ui, run, options, words, palette);
        }
        seeds.ui(ui, experiment, &mut options.shows_seeds, words, palette);
        let dynamics = Dynamics {
            band: seeds.band(experiment),
            run,
            epoch: context.epoch,
            pins: context.pins,
            options,
            words,
            palette,
        };
        dynamics.ui(ui, &mut self.curves)
    }

    fn toolbar(ui: &mut Ui, options: &mut LearningOptions, words: &Words) {
        ui.horizontal_wrapped(|ui| {
            let toggle = |ui: &mut Ui, value: &mut bool, key: &str| {
                let response = ui.toggle_value(value, words.get(key));
                response.on_hover_text(words.get(&format!("{key}-hint")));
            };
            toggle(ui, &mut options.shows_loss, "toggle-loss");
            toggle(ui, &mut options.shows_modes, "toggle-modes");
            ui.separator();
            toggle(ui, &mut options.is_log, "toggle-log");
            toggle(ui, &mut options.is_raw, "toggle-raw");
            toggle(ui, &mut options.is_aligned, "toggle-aligned");
            toggle(ui, &mut options.shows_seeds, "toggle-seeds");
            ui.separator();
            ui.label(words.get("theory"))
                .on_hover_text(words.get("theory-hint"));
            let mut has_discrete = options.theory.has_discrete();
            let mut has_continuous = options.theory.has_continuous();
            toggle(ui, &mut has_discrete, "toggle-discrete");
            toggle(ui, &mut has_continuous, "toggle-continuous");
            options.theory = TheoryShown::of(has_discrete, has_continuous);
        });
    }

    /// The modes that were chosen as axes of the map; `None` for the usual ones.
    pub(crate) fn map_axes(&self) -> Option<Axes> {
        self.panels.map_axes()
    }

    /// The pin a line of which is under the pointer.
    pub(crate) fn hovered_pin(&self) -> Option<usize> {
        self.curves.as_ref()?.pointed
    }

    fn representation(&mut self, ui: &mut Ui, context: Context<'_>, options: &mut LearningOptions) {
        let Context {
            run,
            epoch,
            words,
            palette,
            ..
        } = context;
        // A thinned or diverged run shows the nearest epoch that it has.
        let record = &run.record;
        let epoch = record
            .epochs()
            .get(record.row_at(epoch))
            .copied()
            .unwrap_or(epoch);
        let epoch_text = epoch.to_string();
        let text = words.with("rsm-title-at", &[("epoch", epoch_text.into())]);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            title(ui, &text);
            scale_choice(ui, &mut options.rsm_scale, words);
            layer_choice(ui, run, options, words);
        });
        let Some(layer) = layer_of(run, options) else {
            ui.label(RichText::new(words.get("rsm-none")).color(palette.quiet));
            return;
        };
        let similarity = Similarity {
            run,
            epoch,
            layer,
            scale: options.rsm_scale,
            words,
            palette,
        };
        similarity.ui(ui, &mut self.lines);
    }
}

/// Which hidden layer, where there are several.
fn layer_choice(ui: &mut Ui, run: &Run, options: &mut LearningOptions, words: &Words) {
    let n_layers = run.facts.experiment.hidden.len();
    if n_layers > 1 {
        ui.label(words.get("rsm-layer"));
        let shown = options.layer.min(n_layers - 1);
        for layer in 0..n_layers {
            let number = (layer + 1).to_string();
            let name = words.with("rsm-layer-n", &[("n", number.clone().into())]);
            let response = ui.selectable_label(layer == shown, number);
            accessible_name(ui, &response, &name);
            if response.on_hover_text(name).clicked() {
                options.layer = layer;
            }
        }
    }
}

/// The hidden layer looked at; `None` without one.
pub(crate) fn layer_of(run: &Run, options: &LearningOptions) -> Option<usize> {
    let last = run.facts.experiment.hidden.len().checked_sub(1)?;
    Some(options.layer.min(last))
}

fn scale_choice(ui: &mut Ui, chosen: &mut Scale, words: &Words) {
    let scales = [
        (Scale::Run, "rsm-scale-run"),
        (Scale::Epoch, "rsm-scale-epoch"),
        (Scale::Cosine, "rsm-scale-cosine"),
        (Scale::Final, "rsm-scale-final"),
    ];
    let name = words.get("rsm-scale");
    let hint = words.get("rsm-scale-hint");
    let key = scales.iter().find(|(scale, _)| scale == chosen);
    let shown = key.map_or_else(String::new, |(_, key)| words.get(key));
    let combo = egui::ComboBox::from_id_salt("rsm scale").selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        for (scale, key) in scales {
            let response = ui.selectable_value(chosen, scale, words.get(key));
            response.on_hover_text(words.get(&format!("{key}-hint")));
        }
    });
    accessible_name(ui, &response.response, &name);
    response.response.on_hover_text(hint);
}

fn title(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).strong());
}
