//! The Regression view: the same answer in three ways, and the exercise.
//!
//! The three are compared on a thread of their own, for the experiment that is shown; until that
//! is done the last comparison stays in view.

use egui::{Label, Rect, RichText, Ui};

use super::context::Context;
use super::exercise::ExercisePanel;
use super::solution_weights::weights_ui;
use super::verdict_panel::verdict_ui;
use crate::analysis::comparison;
use crate::analysis::exercise::Solved;
use crate::app::command::action::Action;
use crate::app::plots::chart::ChartMemory;
use crate::app::plots::solutions::{self, Losses, Solutions};
use crate::app::run::Run;
use crate::app::run::compared::{Compared, Features, Weights};
use crate::app::session::splits::Splits;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::split::{Divider, part_ui};
use crate::app::widgets::text_before::{has_room, text_before};
use crate::experiment::Experiment;
use crate::worker::job::Job;

/// Between the curves and the verdict.
const COLUMNS: Divider = Divider {
    id: "regression columns",
    is_upright: true,
    usual: 0.54,
    least: [400.0, 220.0],
};

/// Between the verdict and the weights where the curves have the width of a narrow room.
const FOLDED_COLUMNS: Divider = Divider {
    id: "regression columns",
    is_upright: true,
    usual: 0.5,
    least: [180.0, 180.0],
};

/// Between the curves and the matrices.
const ROWS: Divider = Divider {
    id: "regression rows",
    is_upright: false,
    usual: 0.52,
    least: [190.0, 150.0],
};

/// The height of the line above the curves.
const TITLE: f32 = 22.0;

/// The view's memory.
#[derive(Debug)]
pub(crate) struct Regression {
    job: Job<Option<Answered>>,
    /// The experiment that was compared last, or is being compared.
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
        compared.filter(|compared| compared.experiment.trains_like(experiment))
    }

    /// Whether the exercise is in front, in which the run has no part.
    pub(crate) fn hides_run(&self) -> bool {
        self.part == Part::Exercise
    }

    /// Brings what the run is compared with to the front.
    pub(crate) fn show_run(&mut self) {
        self.part = Part::Three;
    }

    /// The exercise's solution, as it is set.
    pub(crate) fn exercise(&self) -> Option<&Solved> {
        self.exercise.solved()
    }

    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        splits: &mut Splits,
    ) -> Option<Action> {
        let Context { run, words, .. } = context;
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
            }
        });
        ui.add_space(4.0);
        match self.part {
            Part::Three => self.three(ui, context, splits),
            Part::Exercise => {
                self.exercise.ui(ui, words, context.is_presenting);
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
            .is_none_or(|asked| !asked.trains_like(experiment));
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
    }

    /// The curves' title and, behind it, that they are still to come or why they do not: what is
    /// said there moves nothing.
    fn title_ui(&self, ui: &mut Ui, words: &Words, colours: &ThemeColours) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(words.get("solutions-title")).strong());
            let (text, color) = match &self.failure {
                _ if self.job.is_busy() => (words.get("regression-busy"), colours.quiet),
                Some(message) => {
                    let values = [("message", message.clone().into())];
                    (words.with("regression-failed", &values), colours.error)
                }
                None => return,
            };
            // What is cut is shown on hover by itself.
            ui.add(Label::new(RichText::new(text).color(color)).truncate());
        });
    }

    /// The losses on the way beside the verdict, and the weights below both.
    fn three(&mut self, ui: &mut Ui, context: Context<'_>, splits: &mut Splits) -> Option<Action> {
        let Context {
            run,
            words,
            colours,
            ..
        } = context;
        if comparison::is_too_large(&run.facts.experiment) {
            ui.colored_label(colours.quiet, words.get("regression-too-large"));
            return None;
        }
        let [curves, verdict, weights] = places(ui, splits, words);
        part_ui(ui, curves.with_max_y(curves.top() + TITLE), |ui| {
            self.title_ui(ui, words, colours);
        });
        let (compared, losses) = self.compared.as_ref()?;
        let (chart, is_log) = (&mut self.chart, self.is_log);
        let pointed = part_ui(ui, curves.with_min_y(curves.top() + TITLE), |ui| {
            let last = compared.experiment.last_epoch();
            let solutions = Solutions {
                compared,
                losses,
                is_log,
                epoch: context.epoch.min(last),
                words,
            };
            solutions.ui(ui, chart)
        });
        part_ui(ui, verdict, |ui| verdict_ui(ui, compared, words, colours));
        part_ui(ui, weights, |ui| {
            ui.horizontal(|ui| features_ui(ui, compared, &mut self.features, words));
            weights_ui(ui, compared, self.features, words);
        });
        pointed.map(Action::LookAt)
    }
}

/// The title of the weights and, at the right of the same line, the choice of the features whose
/// weights are shown.
fn features_ui(ui: &mut Ui, compared: &Compared, chosen: &mut Features, words: &Words) {
    let text = |(of, weights): &(Features, Weights)| {
        let n = ("n", weights.features.len().to_string().into());
        match of {
            Features::Last => words.with("regression-last", &[n]),
            Features::First => words.with("regression-first", &[n]),
            Features::Own => words.get("regression-own"),
        }
    };
    let name = words.get("regression-features");
    let choices = compared.weights.iter().map(text);
    let texts: Vec<String> = std::iter::once(name.clone()).chain(choices).collect();
    // In a narrow room the choice stays whole, and what it is of is seen below it.
    if has_room(ui, &texts) {
        let title = RichText::new(words.get("regression-weights")).strong();
        text_before(ui, title, &texts);
        ui.label(name);
    }
    let mut shown = *chosen;
    if compared.weights.iter().all(|(of, _)| *of != shown) {
        shown = Features::Last;
    }
    for ((of, _), text) in compared.weights.iter().zip(&texts[1..]) {
        if ui.selectable_label(shown == *of, text).clicked() {
            *chosen = *of;
        }
    }
}

/// The room that is left, divided among the curves, the verdict and the weights. In a narrow room the
/// curves have its width.
fn places(ui: &mut Ui, splits: &mut Splits, words: &Words) -> [Rect; 3] {
    let room = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(room);
    let names = ["split-columns", "split-rows"].map(|key| words.get(key));
    let [upper, lower] = ROWS.ui(ui, room, &mut splits.regression_rows, &names[1]);
    let columns = &mut splits.regression_columns;
    if COLUMNS.has_room(room) {
        let [curves, verdict] = COLUMNS.ui(ui, upper, columns, &names[0]);
        return [curves, verdict, lower];
    }
    let [verdict, weights] = FOLDED_COLUMNS.ui(ui, lower, columns, &names[0]);
    [upper, verdict, weights]
}
