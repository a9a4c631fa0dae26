//! Answers about the data of a run, measured in it.

use super::evidence::Evidence;
use crate::numbers::exact;

/// From this flip probability on items have next to nothing in common.
const LARGE_FLIP: f64 = 0.45;

/// The most items whose population is decomposed while a frame is drawn.
const MOST_ITEMS: usize = 32;

/// How many modes these data have.
pub(crate) fn modes(evidence: &Evidence<'_>) -> Option<String> {
    let facts = &evidence.run.facts;
    let n_modes = Some(facts.modes.rank()).filter(|&n_modes| n_modes > 0)?;
    let values = [
        ("modes", n_modes.into()),
        ("items", facts.experiment.items.len().to_string().into()),
        ("features", facts.experiment.n_outputs().to_string().into()),
    ];
    Some(evidence.words.with("measured-modes", &values))
}

/// How little the singular values differ at a flip probability near a half.
pub(crate) fn flip(evidence: &Evidence<'_>) -> Option<String> {
    let facts = &evidence.run.facts;
    let tree = facts.experiment.data.tree()?;
    // Beyond a half children differ from their parents more often than not.
    if !(LARGE_FLIP..=1.0 - LARGE_FLIP).contains(&tree.flip) {
        return None;
    }
    let s = &facts.modes.singular_values;
    let (largest, least) = (s.first()?, s.last()?);
    if *least <= 0.0 {
        return None;
    }
    let values = [
        ("flip", exact(tree.flip).into()),
        ("ratio", format!("{:.2}", largest / least).into()),
    ];
    Some(evidence.words.with("measured-flip", &values))
}

/// How far the sample's singular values are from the population's.
pub(crate) fn sample(evidence: &Evidence<'_>) -> Option<String> {
    let facts = &evidence.run.facts;
    let tree = facts.experiment.data.tree()?;
    if tree.n_items() > MOST_ITEMS || !facts.experiment.user_features.is_empty() {
        return None;
    }
    let expected = tree.expected_singular_values();
    let pairs = facts.modes.singular_values.iter().zip(&expected);
    let off = pairs
        .filter(|(_, expected_value)| **expected_value > 1e-6 * expected[0])
        .map(|(sample, expected)| (sample / expected - 1.0).abs())
        .fold(0.0, f64::max);
    let values = [
        ("features", tree.n_features.to_string().into()),
        ("percent", format!("{:.1}", 100.0 * off).into()),
    ];
    Some(evidence.words.with("measured-sample", &values))
}
