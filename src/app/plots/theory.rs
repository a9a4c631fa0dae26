//! Theory beside the simulation, in words: what is true of its curves.

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::analysis::theory::Foreseen;
use crate::analysis::theory::judgement::Remark;
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::experiment::view::{LearningOptions, TheoryShown};
use crate::numbers;

/// The size of the sentence, in points.
const SENTENCE: f32 = 12.0;

/// A sentence that is true of this run, in a line that is there whether theory is shown or not: the
/// chart below does not move.
pub(crate) fn theory_ui(
    ui: &mut Ui,
    run: &Run,
    options: &LearningOptions,
    words: &Words,
    colours: &ThemeColours,
) {
    let line = vec2(ui.available_width(), SENTENCE + 4.0);
    ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(line);
        if options.theory == TheoryShown::Nothing {
            return;
        }
        let text = match &run.foreseen {
            Some(foreseen) => sentence(run, foreseen, options.theory, words),
            None => words.get("theory-waiting"),
        };
        let shown = RichText::new(&text).size(SENTENCE).color(colours.quiet);
        let label = egui::Label::new(shown).truncate();
        let response = ui.add(label.show_tooltip_when_elided(false));
        response.on_hover_text(format!("{text}\n\n{}", words.get("letters-hint")));
    });
}

/// One sentence that is true of the shown curves and this run.
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
            step_of_strongest,
            early_epochs,
        } => {
            // The discrete curves take the step as it is.
            if !theory.has_continuous() {
                return None;
            }
            let values = [
                ("epochs", number(early_epochs, 0).into()),
                ("step", number(step_of_strongest, 2).into()),
            ];
            words.with("theory-step-too-large", &values)
        }
        Remark::ModesCompete { mode: m, distance } => {
            words.with("theory-compete", &[mode(m), percent(distance)])
        }
    })
}
