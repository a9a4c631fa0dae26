//! Answers about learning dynamics, measured in a run.

use super::evidence::Evidence;
use crate::analysis::stages;
use crate::app::run::Stage;
use crate::app::text::names::mode_name;
use crate::numbers::{self, exact};

/// From this gamma on the start is a large one.
const LARGE_GAMMA: f64 = 0.05;

/// How long the loss waited, and what grew meanwhile.
pub(crate) fn wait(evidence: &Evidence<'_>) -> Option<String> {
    let run = evidence.run;
    if !evidence.is_sound() || !evidence.is_deep() {
        return None;
    }
    let until = stages::waits_until(&run.record).filter(|&at| at >= stages::SEEN_TO_WAIT)?;
    let s = run.facts.modes.singular_values[0];
    let percent = |row: usize| {
        let percent = 100.0 * run.record.modes(row)[0] / s;
        if percent < 0.1 {
            numbers::power_of_ten(10_f64.powf(percent.log10().round()))
        } else {
            format!("{percent:.0}")
        }
    };
    Some(evidence.words.with(
        "measured-wait",
        &[
            ("epoch", until.to_string().into()),
            ("from", percent(0).into()),
            ("to", percent(run.record.row_at(until)).into()),
        ],
    ))
}

/// Says that the loss falls in one drop from large first weights, at this learning rate too.
pub(crate) fn bumps(evidence: &Evidence<'_>) -> Option<String> {
    let (run, words) = (evidence.run, evidence.words);
    let experiment = &run.facts.experiment;
    let is_large = experiment.gamma >= LARGE_GAMMA && experiment.weights.is_none();
    if !evidence.is_sound() || !evidence.is_deep() || !is_large || run.n_drops != 1 {
        return None;
    }
    let mut values = vec![
        ("gamma", exact(experiment.gamma).into()),
        ("lr", exact(experiment.lr).into()),
    ];
    let first = run.record.losses().first()?;
    let Some(at) = stages::first_below(&run.record, 1e-2 * first) else {
        return Some(words.with("measured-bumps", &values));
    };
    values.push(("epoch", at.to_string().into()));
    Some(words.with("measured-bumps-learned", &values))
}

/// Which split came first here, and which next.
pub(crate) fn first_split(evidence: &Evidence<'_>) -> Option<String> {
    let (run, words) = (evidence.run, evidence.words);
    if !evidence.is_sound() || !evidence.is_deep() {
        return None;
    }
    let modes = &run.facts.modes;
    let is_split = |stage: &&Stage| {
        let split = modes.split(stage.modes[0]);
        !split.positive.is_empty() && !split.negative.is_empty()
    };
    let mut splits = run.stages.iter().filter(is_split);
    let (first, next) = (splits.next()?, splits.next()?);
    let s = |stage: &Stage| modes.singular_values[stage.modes[0]];
    // A run in which a weaker split came first is no example.
    if s(first) <= s(next) {
        return None;
    }
    let said = |stage: &Stage| {
        words.with(
            "measured-split",
            &[
                ("mode", mode_name(stage.modes[0], words, &run.facts).into()),
                ("s", format!("{:.1}", s(stage)).into()),
                ("epoch", format!("{:.0}", stage.epoch).into()),
            ],
        )
    };
    let values = [("first", said(first).into()), ("next", said(next).into())];
    Some(words.with("measured-first", &values))
}
