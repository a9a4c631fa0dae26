//! Theory beside the simulation: how its lines look, and in words what is true of them.

use egui::{Color32, RichText, Sense, Ui, pos2, vec2};
use egui_plot::LineStyle;

use crate::analysis::theory::Foreseen;
use crate::analysis::theory::judgement::Remark;
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::experiment::view::{LearningOptions, TheoryShown};
use crate::numbers;

/// Size of the legend's words.
const LEGEND: f32 = 12.0;

/// Which of its curves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Narrow nets in discrete steps.
    Discrete,
    /// The closed form, in the limit of small steps.
    Continuous,
}

impl Kind {
    pub(crate) fn style(self) -> LineStyle {
        match self {
            Self::Discrete => LineStyle::Dashed { length: 8.0 },
            Self::Continuous => LineStyle::Dotted { spacing: 5.0 },
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Discrete => "legend-discrete",
            Self::Continuous => "legend-continuous",
        }
    }
}

/// The legend, and a sentence that is true of this run.
pub(crate) fn theory_ui(
    ui: &mut Ui,
    run: &Run,
    options: &LearningOptions,
    words: &Words,
    palette: &Palette,
) {
    let Some(foreseen) = &run.foreseen else {
        ui.colored_label(palette.quiet, words.get("theory-waiting"));
        return;
    };
    let kinds = kinds(options.theory, foreseen);
    if !kinds.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            sample(ui, palette.mode_first, None);
            ui.label(RichText::new(words.get("legend-simulation")).size(LEGEND));
            for kind in kinds {
                ui.add_space(8.0);
                sample(ui, palette.theory, Some(kind));
                ui.label(RichText::new(words.get(kind.key())).size(LEGEND));
            }
        });
    }
    let text = sentence(run, foreseen, options.theory, words);
    ui.add(egui::Label::new(RichText::new(text).color(palette.quiet)).wrap());
}

/// What of it there is to be shown.
fn kinds(theory: TheoryShown, foreseen: &Foreseen) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if theory.has_discrete() && !foreseen.discrete.is_empty() {
        kinds.push(Kind::Discrete);
    }
    if theory.has_continuous() && !foreseen.continuous.is_empty() {
        kinds.push(Kind::Continuous);
    }
    kinds
}

/// A short piece of a line.
fn sample(ui: &mut Ui, color: Color32, kind: Option<Kind>) {
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 12.0), Sense::hover());
    let ends = [
        pos2(rect.left(), rect.center().y),
        pos2(rect.right(), rect.center().y),
    ];
    let stroke = egui::Stroke::new(1.6, color);
    let shapes = match kind {
        None => vec![egui::Shape::line_segment(ends, stroke)],
        Some(Kind::Discrete) => egui::Shape::dashed_line(&ends, stroke, 6.0, 4.0),
        Some(Kind::Continuous) => egui::Shape::dotted_line(&ends, color, 4.0, 1.0),
    };
    ui.painter().extend(shapes);
}

/// What is true of the shown curves and this run: one sentence.
fn sentence(run: &Run, foreseen: &Foreseen, theory: TheoryShown, words: &Words) -> String {
    let experiment = &run.facts.experiment;
    if experiment.hidden.is_empty() {
        let key = if theory.has_discrete() {
            "theory-no-hidden"
        } else {
            "theory-no-hidden-continuous"
        };
        return words.get(key);
    }
    let Some(remarks) = &foreseen.remarks else {
        return words.get("theory-long");
    };
    let said = remarks
        .iter()
        .find_map(|remark| said(remark, run, theory, words));
    said.unwrap_or_else(|| words.get("theory-meets"))
}

/// A remark in words, if it is about what is shown.
fn said(remark: &Remark, run: &Run, theory: TheoryShown, words: &Words) -> Option<String> {
    let number = |value: f64, digits: usize| format!("{value:.digits$}");
    let percent = |share: f64| ("percent", number(100.0 * share, 0).into());
    let mode = |mode: usize| ("mode", (mode + 1).to_string().into());
    Some(match *remark {
        Remark::NoTheory { n_hidden_layers } => {
            let n = n_hidden_layers.to_string();
            words.with("theory-none", &[("layers", n.into())])
        }
        Remark::PastStability { of_limit } => {
            let times = number(of_limit, 2);
            words.with("theory-past-stability", &[("times", times.into())])
        }
        Remark::ModesDoNotDecouple {
            mode: m, distance, ..
        } => {
            let gamma = numbers::power_of_ten(run.facts.experiment.gamma);
            let values = [("gamma", gamma.into()), mode(m), percent(distance)];
            words.with("theory-not-decoupled", &values)
        }
        Remark::StepTooLarge {
            eps_s,
            early_epochs,
        } => {
            // The discrete curves take the step as it is.
            if !theory.has_continuous() {
                return None;
            }
            let values = [
                ("epochs", number(early_epochs, 0).into()),
                ("step", number(eps_s, 2).into()),
            ];
            words.with("theory-step-too-large", &values)
        }
        Remark::ModesCompete { mode: m, distance } => {
            words.with("theory-compete", &[mode(m), percent(distance)])
        }
    })
}
