//! The Regression view: the same answer in three ways, and the exercise.
//!
//! The three are compared on a thread of their own, for the experiment that is shown; until that
//! is done the last comparison stays in view.

use egui::{Align, Grid, Layout, RichText, ScrollArea, Ui, Vec2, vec2};

use super::context::Context;
use super::exercise::ExercisePanel;
use crate::analysis::comparison;
use crate::analysis::exercise::Solved;
use crate::analysis::regression::Closeness;
use crate::app::command::action::Action;
use crate::app::plots::chart::ChartMemory;
use crate::app::plots::matrices::matrices_ui;
use crate::app::plots::solutions::{self, Losses, Solutions};
use crate::app::run::Run;
use crate::app::run::compared::{Compared, Features, Learned, Weights};
use crate::app::text::names::{column_name, feature_name};
use crate::app::text::verdict;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::experiment::Experiment;
use crate::numbers::{exact, short};
use crate::picture::Matrices;
use crate::worker::job::Job;

/// Between the parts of the view.
const GAP: f32 = 24.0;

/// The least height of the matrices.
const LEAST_MATRICES: f32 = 220.0;

/// Below this width the parts of the view stand below each other.
const NARROW: f32 = 830.0;

/// The view's memory.
#[derive(Debug)]
pub(crate) struct Regression {
    job: Job<Option<Answered>>,
    /// What was compared last, or is.
    asked: Option<Experiment>,
    compared: Option<Answered>,
    chart: ChartMemory<solutions::Key>,
    /// The comparison failed by a bug, which says this.
    failure: Option<String>,
    part: Part,
    is_log: bool,
    features: Features,
    exercise: ExercisePanel,
}

/// A comparison and the losses of its networks.
type Answered = (Compared, Losses);

/// The parts of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Three,
    Exercise,
}

impl Regression {
    pub(crate) fn new(ctx: &egui::Context) -> Self {
        let ctx = ctx.clone();
        Self {
            job: Job::new("comparison", move || ctx.request_repaint()),
            asked: None,
            compared: None,
            chart: ChartMemory::default(),
            failure: None,
            part: Part::Three,
            is_log: false,
            features: Features::Last,
            exercise: ExercisePanel::default(),
        }
    }

    /// The comparison of this very experiment, if there is one.
    pub(crate) fn compared(&self, experiment: &Experiment) -> Option<&Compared> {
        let compared = self.compared.as_ref().map(|(compared, _)| compared);
        compared.filter(|compared| Compared::is_same(&compared.experiment, experiment))
    }

    /// What the exercise came to, as it is set.
    pub(crate) fn exercise(&self) -> Option<&Solved> {
        self.exercise.solved()
    }

    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(&mut self, ui: &mut Ui, context: Context<'_>) -> Option<Action> {
        let Context {
            run,
            epoch,
            words,
            palette,
            ..
        } = context;
        self.compare(run);
        ui.horizontal_wrapped(|ui| {
            for (part, key) in [
                (Part::Three, "regression-three"),
                (Part::Exercise, "regression-exercise"),
            ] {
                ui.selectable_value(&mut self.part, part, words.get(key));
            }
            if self.part == Part::Three {
                ui.separator();
                self.toolbar(ui, words);
                if self.job.is_busy() {
                    ui.separator();
                    ui.colored_label(palette.quiet, words.get("regression-busy"));
                }
            }
        });
        ui.add_space(4.0);
        match self.part {
            Part::Three => self.three(ui, run, epoch, words, palette),
            Part::Exercise => {
                self.exercise.ui(ui, words, palette);
                None
            }
        }
    }

    /// Compares the run's experiment if that is not what was compared last.
    fn compare(&mut self, run: &Run) {
        let experiment = &run.facts.experiment;
        let is_new = self
            .asked
            .as_ref()
            .is_none_or(|asked| !Compared::is_same(asked, experiment));
        if is_new {
            self.asked = Some(experiment.clone());
            self.failure = None;
            if comparison::is_too_large(experiment) {
                self.job.cancel();
            } else {
                let facts = std::sync::Arc::clone(&run.facts);
                self.job.start(move |is_cancelled| {
                    let (experiment, modes) = (&facts.experiment, &facts.modes);
                    let (compared, whole) = Compared::run(experiment, modes, is_cancelled)?;
                    Some((compared, Losses::of(&whole)))
                });
            }
        }
        match self.job.poll() {
            Some(Ok(Some(compared))) => {
                self.compared = Some(compared);
                self.chart.forget();
            }
            Some(Err(error)) => self.failure = Some(error.message),
            Some(Ok(None)) | None => {}
        }
    }

    fn toolbar(&mut self, ui: &mut Ui, words: &Words) {
        let log = ui.toggle_value(&mut self.is_log, words.get("toggle-log"));
        log.on_hover_text(words.get("regression-log-hint"));
        let Some((compared, _)) = &self.compared else {
            return;
        };
        ui.separator();
        ui.label(words.get("regression-features"));
        let mut shown = self.features;
        if compared.weights.iter().all(|(of, _)| *of != shown) {
            shown = Features::Last;
        }
        for (of, weights) in &compared.weights {
            let n = ("n", weights.features.len().to_string().into());
            let text = match of {
                Features::Last => words.with("regression-last", &[n]),
                Features::First => words.with("regression-first", &[n]),
                Features::Own => words.get("regression-own"),
            };
            if ui.selectable_label(shown == *of, text).clicked() {
                self.features = *of;
            }
        }
    }

    fn three(
        &mut self,
        ui: &mut Ui,
        run: &Run,
        epoch: usize,
        words: &Words,
        palette: &Palette,
    ) -> Option<Action> {
        if comparison::is_too_large(&run.facts.experiment) {
            ui.colored_label(palette.quiet, words.get("regression-too-large"));
            return None;
        }
        if let Some(message) = &self.failure {
            let values = [("message", message.clone().into())];
            ui.colored_label(palette.error, words.with("regression-failed", &values));
        }
        let Some((compared, losses)) = &self.compared else {
            return None;
        };
        let (mut chart, is_log) = (std::mem::take(&mut self.chart), self.is_log);
        let mut action = None;
        // Inside the scroll area it would grow with what is drawn there.
        let size = vec2(ui.available_width() - 8.0, ui.available_height());
        ScrollArea::vertical()
            .id_salt("regression")
            .auto_shrink(false)
            .show(ui, |ui| {
                let plot = |ui: &mut Ui| {
                    ui.label(RichText::new(words.get("solutions-title")).strong());
                    let epoch = epoch.min(compared.experiment.n_epochs.saturating_sub(1));
                    let solutions = Solutions {
                        compared,
                        losses,
                        is_log,
                        epoch,
                        words,
                    };
                    solutions.ui(ui, &mut chart).map(Action::LookAt)
                };
                let column = Layout::top_down(Align::Min);
                let top = ui.cursor().top();
                if size.x < NARROW {
                    let part = vec2(size.x, 250.0);
                    action = ui.allocate_ui_with_layout(part, column, plot).inner;
                    ui.add_space(6.0);
                    let part = vec2(size.x, 0.0);
                    ui.allocate_ui_with_layout(part, column, |ui| {
                        ui.set_max_width(size.x);
                        verdict_ui(ui, compared, words, palette);
                    });
                } else {
                    let height = (size.y * 0.5).max(260.0);
                    let left = size.x * 0.52;
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = GAP;
                        let part = vec2(left, height);
                        action = ui.allocate_ui_with_layout(part, column, plot).inner;
                        let part = vec2(size.x - left - GAP, height);
                        ui.allocate_ui_with_layout(part, column, |ui| {
                            verdict_ui(ui, compared, words, palette);
                        });
                    });
                }
                ui.add_space(10.0);
                let used = ui.cursor().top() - top;
                let rest = vec2(size.x, (size.y - used - 30.0).max(LEAST_MATRICES));
                self.matrices(ui, rest, compared, words);
            });
        self.chart = chart;
        action
    }

    fn matrices(&self, ui: &mut Ui, size: Vec2, compared: &Compared, words: &Words) {
        let Some(weights) = compared.weights(self.features) else {
            return;
        };
        let experiment = &compared.experiment;
        let items: Vec<String> = (experiment.items.iter())
            .map(|name| words.item(name))
            .collect();
        let features: Vec<String> = (weights.features.clone())
            .map(|feature| column_name(feature, experiment))
            .collect();
        let matrices = described(compared, weights, [items.clone(), features], words);
        ui.label(RichText::new(words.get("regression-weights")).strong());
        matrices_ui(ui, &matrices, size, words, |at, (item, column)| {
            let matrix = matrices.groups.iter().flatten().nth(at)?;
            let value = matrix.values.as_ref()?[(item, column)];
            let feature = weights.features.start + column;
            let values = [
                ("item", items[item].as_str().into()),
                ("feature", feature_name(feature, experiment, words).into()),
                ("value", short(value).into()),
            ];
            Some(words.with("data-hover", &values))
        });
    }
}

/// W in the three ways, items on the rows.
fn described(
    compared: &Compared,
    weights: &Weights,
    names: [Vec<String>; 2],
    words: &Words,
) -> Matrices {
    let with_lr = |key: &str, lr: f64| {
        let lr = ("lr", exact(lr).into());
        words.with("way-with-lr", &[("name", words.get(key).into()), lr])
    };
    let of = |learned: &Learned, weights| learned.is_finished().then_some(weights);
    let networks = [
        (
            with_lr("way-shallow", compared.shallow_lr),
            of(&compared.shallow, &weights.shallow),
        ),
        (
            with_lr(verdict::deep_key(compared), compared.experiment.lr),
            of(&compared.deep, &weights.deep),
        ),
    ];
    let analytical = (words.get("way-analytical"), &weights.analytical);
    Matrices::of_weights(analytical, &networks, names, words)
}

/// Whether they agree, by how much not, and why.
fn verdict_ui(ui: &mut Ui, compared: &Compared, words: &Words, palette: &Palette) {
    let text = verdict::verdict(compared, words);
    ui.add(egui::Label::new(RichText::new(text).strong().size(16.0)).wrap());
    ui.add_space(4.0);
    let deep_key = verdict::deep_key(compared);
    let pairs = [
        ("way-analytical", "way-shallow", compared.analytical_shallow),
        ("way-analytical", deep_key, compared.analytical_deep),
        ("way-shallow", deep_key, compared.shallow_deep),
    ];
    Grid::new("differences")
        .num_columns(3)
        .spacing([14.0, 4.0])
        .show(ui, |ui| {
            ui.label("");
            for key in ["difference-largest", "difference-close"] {
                let head = RichText::new(words.get(key))
                    .size(11.5)
                    .color(palette.quiet);
                ui.label(head)
                    .on_hover_text(words.get("difference-close-hint"));
            }
            ui.end_row();
            for (a, b, closeness) in pairs {
                ui.label(format!("{} – {}", words.get(a), words.get(b)));
                ui.monospace(difference(closeness));
                let (key, color) = if closeness.is_close {
                    ("yes", ui.visuals().text_color())
                } else {
                    ("no", palette.error)
                };
                ui.colored_label(color, words.get(key));
                ui.end_row();
            }
        });
    ui.add_space(6.0);
    for reason in verdict::reasons(compared, words) {
        ui.add(egui::Label::new(RichText::new(reason).color(palette.error)).wrap());
    }
    for path in verdict::paths(compared, words) {
        ui.add_space(2.0);
        ui.add(egui::Label::new(path).wrap());
    }
}

fn difference(closeness: Closeness) -> String {
    if closeness.largest_difference == 0.0 {
        "0".to_owned()
    } else if closeness.largest_difference.is_finite() {
        short(closeness.largest_difference)
    } else {
        "–".to_owned()
    }
}
