//! How far the theory of a run holds, in sentences.

use crate::analysis::theory::Foreseen;
use crate::analysis::theory::judgement::Remark;
use crate::experiment::Experiment;
use crate::numbers::power_of_ten;

/// Sentences that say how far `foreseen` holds for the run of `experiment`; at least one.
pub fn theory_sentences(foreseen: &Foreseen, experiment: &Experiment) -> Vec<String> {
    let Some(remarks) = &foreseen.remarks else {
        return vec!["The run is too long for its theory to be judged beforehand.".to_owned()];
    };
    if remarks.is_empty() {
        return vec![
            if experiment.hidden.is_empty() {
                "Without a hidden layer the theory in discrete steps is exact, and there are no stages."
            } else {
                "Every mode is foreseen within 5 % of its strength."
            }
            .to_owned(),
        ];
    }
    let start = if experiment.weights.is_some() {
        "from the given weights".to_owned()
    } else {
        format!("at gamma {}", power_of_ten(experiment.gamma))
    };
    remarks.iter().map(|remark| said(remark, &start)).collect()
}

/// A remark on a run that begins at `start`.
fn said(remark: &Remark, start: &str) -> String {
    match *remark {
        Remark::NoTheory { n_hidden_layers } => format!(
            "With {n_hidden_layers} hidden layers there is no theory of when modes rise: the one \
             there is needs layers that start aligned, and random ones do not."
        ),
        Remark::PastStability { of_limit } => format!(
            "The learning rate is {of_limit:.2} times its stability limit: theory does not hold \
             there."
        ),
        Remark::StepTooLarge {
            step_of_strongest,
            early_epochs,
        } => format!(
            "The continuous theory is {early_epochs:.0} epochs early because lr·2s/(N·P) = \
             {step_of_strongest:.2} is not small."
        ),
        Remark::ModesDoNotDecouple { mode, distance, .. } => format!(
            "Modes do not decouple {start}: the theory does not apply; mode {} is expected to be off \
             by {:.0} % of its strength.",
            mode + 1,
            100.0 * distance
        ),
        Remark::ModesCompete { mode, distance } => format!(
            "Modes of about the same singular value compete: mode {} is expected to be off by \
             {:.0} % of its strength.",
            mode + 1,
            100.0 * distance
        ),
    }
}
