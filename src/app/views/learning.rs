//! The Learning view: the dynamics on the left, the representation at the epoch on the right, and
//! below, on demand, a closer look.

use egui::{Align, Layout, RichText, Ui};

use super::below::Panels;
use super::context::Context;
use crate::analysis::layout::Axes;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::plots::chart::ChartMemory;
use crate::app::plots::dynamics::{self, Dynamics};
use crate::app::plots::pair_lines::PairLines;
use crate::app::plots::scaled::Similarity;
use crate::app::plots::scene::Scene;
use crate::app::plots::similarity::KeptRsm;
use crate::app::plots::taught::Taught;
use crate::app::plots::theory::theory_ui;
use crate::app::run::Run;
use crate::app::session::look::Look;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::shortcut::hint;
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
    chart: ChartMemory<dynamics::Key>,
    taught: Option<Taught>,
    rsm: KeptRsm,
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
        let Context {
            run,
            epoch,
            words,
            palette,
            ..
        } = context;
        let Self {
            chart,
            taught,
            rsm,
            lines,
            panels,
        } = self;
        if lines.all() != look.followed {
            *lines = PairLines::of(look.followed.clone());
        }
        let options = &mut look.learning;
        Self::toolbar(ui, options, context.words);
        theory_ui(ui, run, options, words, palette);
        let height = ui.available_height() - options.below.height(ui);
        let spacing = ui.spacing().item_spacing.x * 2.0;
        let right = (ui.available_width() * 0.41).min(height + 110.0);
        let left = ui.available_width() - right - spacing;
        let mut pointed = None;
        let scene = Scene {
            run,
            view: Taught::kept(taught, run, words).view(run),
            epoch,
            layer: layer_of(run, options),
            words,
            palette,
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = spacing;
            ui.allocate_ui_with_layout(
                egui::vec2(left, height),
                Layout::top_down(Align::Min),
                |ui| pointed = dynamics_ui(ui, context, options, chart),
            );
            ui.allocate_ui_with_layout(
                egui::vec2(right, height),
                Layout::top_down(Align::Min),
                |ui| representation_ui(ui, scene, options, (rsm, &mut *lines)),
            );
        });
        options.below.choice(ui, scene);
        panels.ui(ui, options.below, scene);
        look.followed = lines.all().to_vec();
        pointed.map(Action::LookAt)
    }

    fn toolbar(ui: &mut Ui, options: &mut LearningOptions, words: &Words) {
        ui.horizontal_wrapped(|ui| {
            let toggle = |ui: &mut Ui, value: &mut bool, key: &str, command: Option<Command>| {
                let response = ui.toggle_value(value, words.get(key));
                let key = format!("{key}-hint");
                let text = command.map(|command| hint(ui.ctx(), words, &key, command));
                response.on_hover_text(text.unwrap_or_else(|| words.get(&key)));
            };
            toggle(ui, &mut options.shows_loss, "toggle-loss", None);
            toggle(ui, &mut options.shows_modes, "toggle-modes", None);
            ui.separator();
            let is_log = &mut options.is_log;
            toggle(ui, is_log, "toggle-log", Some(Command::ToggleLog));
            toggle(ui, &mut options.is_raw, "toggle-raw", None);
            let is_aligned = &mut options.is_aligned;
            toggle(
                ui,
                is_aligned,
                "toggle-aligned",
                Some(Command::ToggleAligned),
            );
            toggle(ui, &mut options.shows_seeds, "toggle-seeds", None);
            ui.separator();
            let theory = hint(ui.ctx(), words, "theory-hint", Command::CycleTheory);
            ui.label(words.get("theory")).on_hover_text(theory);
            let mut has_discrete = options.theory.has_discrete();
            let mut has_continuous = options.theory.has_continuous();
            toggle(ui, &mut has_discrete, "toggle-discrete", None);
            toggle(ui, &mut has_continuous, "toggle-continuous", None);
            options.theory = TheoryShown::of(has_discrete, has_continuous);
        });
    }

    /// The modes that were chosen as axes of the map; `None` for the usual ones.
    pub(crate) fn map_axes(&self) -> Option<Axes> {
        self.panels.map_axes()
    }

    /// The pin a line of which is under the pointer.
    pub(crate) fn hovered_pin(&self) -> Option<usize> {
        self.chart.pointed_pin
    }
}

/// The curves; answers the epoch that was pointed to.
fn dynamics_ui(
    ui: &mut Ui,
    context: Context<'_>,
    options: &mut LearningOptions,
    chart: &mut ChartMemory<dynamics::Key>,
) -> Option<usize> {
    let Context {
        run,
        seeds,
        words,
        palette,
        ..
    } = context;
    let experiment = &run.facts.experiment;
    let title = words.get("dynamics-title");
    let wanted = (experiment, &mut options.shows_seeds);
    seeds.title_ui(ui, &title, wanted, words, palette);
    let dynamics = Dynamics {
        band: seeds.band(experiment),
        run,
        epoch: context.epoch,
        pins: context.pins,
        options,
        words,
    };
    dynamics.ui(ui, chart)
}

/// The matrix of a hidden layer, under what it is and its choices.
fn representation_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    options: &mut LearningOptions,
    (kept, lines): (&mut KeptRsm, &mut PairLines),
) {
    let similarity = scene.layer.map(|layer| Similarity {
        scene,
        layer,
        scale: options.rsm_scale,
    });
    let words = scene.words;
    let described = similarity.and_then(|similarity| similarity.described());
    let text = described.and_then(|rsm| rsm.titled(words).title);
    let text = text.unwrap_or_else(|| words.get("rsm-title"));
    let line = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
    // From the right, so that the choices stay where they are whatever the title says.
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        layer_choice(ui, scene.run, options, words);
        scale_choice(ui, &mut options.rsm_scale, words);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let label = egui::Label::new(RichText::new(&text).strong());
            ui.add(label.truncate()).on_hover_text(&text);
        });
    });
    if let Some(similarity) = similarity {
        similarity.ui(ui, kept, lines);
    } else {
        let text = RichText::new(words.get("rsm-none"));
        ui.label(text.color(scene.palette.quiet));
    }
}

/// Which hidden layer, where there are several; from the right.
fn layer_choice(ui: &mut Ui, run: &Run, options: &mut LearningOptions, words: &Words) {
    let n_layers = run.facts.experiment.hidden.len();
    if n_layers > 1 {
        let shown = options.layer.min(n_layers - 1);
        for layer in (0..n_layers).rev() {
            let number = (layer + 1).to_string();
            let name = words.with("rsm-layer-n", &[("n", number.clone().into())]);
            let response = ui.selectable_label(layer == shown, number);
            accessible_name(ui, &response, &name);
            if response.on_hover_text(name).clicked() {
                options.layer = layer;
            }
        }
        ui.label(words.get("rsm-layer"));
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
