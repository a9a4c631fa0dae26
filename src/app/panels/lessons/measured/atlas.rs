//! Answers about the atlas, measured in the run at hand.

use super::evidence::Evidence;
use crate::analysis::stages;
use crate::app::run::Run;
use crate::model::Outcome;
use crate::numbers::{exact, power_of_ten, short};

/// The first epoch at which the present run has learned.
pub(crate) fn speed(evidence: &Evidence<'_>) -> Option<String> {
    let run = evidence.run;
    if !evidence.is_sound() {
        return None;
    }
    let epoch = stages::first_below(&run.record, stages::LEARNED)?;
    let mut values = setting(run);
    values.push(("threshold", power_of_ten(stages::LEARNED)));
    values.push(("epoch", epoch.to_string()));
    Some(said("measured-speed", values, evidence))
}

/// The number of drops of the present run.
pub(crate) fn drops(evidence: &Evidence<'_>) -> Option<String> {
    let run = evidence.run;
    if !evidence.is_sound() || !evidence.is_deep() || run.n_drops == 0 {
        return None;
    }
    let mut values = setting(run);
    values.push(("drops", run.n_drops.to_string()));
    Some(said("measured-drops", values, evidence))
}

/// What becomes of a run past its stability limit.
pub(crate) fn beyond(evidence: &Evidence<'_>) -> Option<String> {
    let run = evidence.run;
    if run.facts.experiment.lr <= run.facts.stability_limit {
        return None;
    }
    let mut values = setting(run);
    values.push(("limit", short(run.facts.stability_limit)));
    match run.ending?.outcome {
        Outcome::Diverged { epoch, .. } => {
            values.push(("epoch", epoch.to_string()));
            Some(said("measured-beyond-diverged", values, evidence))
        }
        Outcome::Finished => {
            values.push(("loss", short(*run.record.losses().last()?)));
            Some(said("measured-beyond", values, evidence))
        }
    }
}

/// The learning rate and the scale of a run.
fn setting(run: &Run) -> Vec<(&'static str, String)> {
    let experiment = &run.facts.experiment;
    vec![
        ("lr", exact(experiment.lr)),
        ("gamma", power_of_ten(experiment.gamma)),
    ]
}

fn said(key: &str, values: Vec<(&'static str, String)>, evidence: &Evidence<'_>) -> String {
    let values = values.into_iter().map(|(name, value)| (name, value.into()));
    evidence.words.with(key, &values.collect::<Vec<_>>())
}
