//! Answers about illusions, measured in a run.

use super::evidence::Evidence;
use crate::app::run::Stage;
use crate::app::text::names::mode_name;
use crate::model::Outcome;
use crate::numbers;

/// When the illusion came, and between which stages it was strongest.
pub(crate) fn illusion(evidence: &Evidence<'_>) -> Option<String> {
    let run = evidence.run;
    if !evidence.is_sound() || !evidence.is_deep() {
        return None;
    }
    let (i, pair, belief) = evidence
        .beliefs()
        .find(|(_, _, belief)| belief.illusion.is_some())?;
    let peak = belief.illusion?.peak_epoch as f64;
    let story = evidence.story(i, pair, belief.target);
    let before = run.stages.iter().rfind(|stage| stage.epoch <= peak);
    let after = run.stages.iter().find(|stage| stage.epoch > peak);
    let Some((before, after)) = before.zip(after) else {
        return Some(story);
    };
    let name = |stage: &Stage| mode_name(stage.modes[0], evidence.words, &run.facts);
    let values = [
        ("story", story.into()),
        ("before", name(before).into()),
        ("after", name(after).into()),
    ];
    Some(evidence.words.with("measured-illusion", &values))
}

/// Says that without a hidden layer there was no illusion.
pub(crate) fn no_illusion(evidence: &Evidence<'_>) -> Option<String> {
    let outcome = evidence.run.ending.map(|ending| ending.outcome);
    // Its own stability limit is so far away that a finished run is sound.
    if evidence.is_deep() || outcome != Some(Outcome::Finished) {
        return None;
    }
    let (i, pair, belief) = evidence.beliefs().next()?;
    belief
        .illusion
        .is_none()
        .then(|| evidence.story(i, pair, belief.target))
}

/// How far a feature with a single exception misled.
pub(crate) fn exception(evidence: &Evidence<'_>) -> Option<String> {
    let experiment = &evidence.run.facts.experiment;
    if !evidence.is_sound() || !evidence.is_deep() {
        return None;
    }
    let n_data = experiment.data.n_features();
    evidence.beliefs().find_map(|(_, pair, belief)| {
        let feature = experiment
            .user_features
            .get(pair.feature.checked_sub(n_data)?)?;
        let illusion = belief.illusion?;
        let n_yes = feature.values.iter().filter(|value| **value > 0.0).count();
        let n_others = n_yes.min(feature.values.len() - n_yes);
        if n_others != 1 {
            return None;
        }
        let values = [
            ("feature", feature.name.clone().into()),
            (
                "item",
                evidence.words.item(&experiment.items[pair.item]).into(),
            ),
            ("peak", numbers::prediction(illusion.peak).into()),
            ("epoch", illusion.peak_epoch.to_string().into()),
        ];
        Some(evidence.words.with("measured-exception", &values))
    })
}
