//! The words of the atlas.

use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::parameter::Parameter;
use crate::app::text::words::Words;
use crate::numbers::short;
use crate::picture::{AtlasPhrase, atlas_number, limit_number};

/// The words of a phrase.
pub(super) fn words_of(phrase: &AtlasPhrase, words: &Words) -> String {
    let with_n = |key: &str, n: String| words.with(key, &[("n", n.into())]);
    match phrase {
        AtlasPhrase::Axis(parameter) => words.get(axis_key(*parameter)),
        AtlasPhrase::Value(parameter, value) => with_n(value_key(*parameter), atlas_number(*value)),
        AtlasPhrase::Quantity(quantity, threshold) => {
            with_n(quantity_key(*quantity), atlas_number(*threshold))
        }
        AtlasPhrase::QuantityShort(quantity, _) => words.get(quantity_short_key(*quantity)),
        AtlasPhrase::DivergesAt(epoch) => with_n("phrase-atlas-diverges-at", epoch.to_string()),
        AtlasPhrase::Below { .. } | AtlasPhrase::NotBelow { .. } => below(phrase, words),
        AtlasPhrase::Drops(1) => words.get("phrase-atlas-drop"),
        AtlasPhrase::Drops(n) => with_n("phrase-atlas-drops", n.to_string()),
        AtlasPhrase::LastLoss(loss) => with_n("phrase-atlas-last-loss", short(*loss)),
        AtlasPhrase::FalseBelief(size) => with_n("phrase-atlas-false-belief", short(*size)),
        AtlasPhrase::MedianOf(n) => with_n("phrase-atlas-median", n.to_string()),
        AtlasPhrase::StabilityLimit(Some(limit)) => {
            with_n("phrase-atlas-limit-at", limit_number(*limit))
        }
        AtlasPhrase::FirstDrop(epoch) => with_n("phrase-atlas-first-drop", short(*epoch)),
        AtlasPhrase::Title {
            n_cells,
            n_draws: 0 | 1,
        } => with_n("phrase-atlas", n_cells.to_string()),
        AtlasPhrase::Title { n_cells, n_draws } => {
            let values = [("n", n_cells), ("draws", n_draws)];
            let values = values.map(|(name, n)| (name, n.to_string().into()));
            words.with("phrase-atlas-of-draws", &values)
        }
        AtlasPhrase::Melting(drop) => {
            let values = [("first", drop - 1), ("second", *drop)];
            let values = values.map(|(name, n)| (name, n.to_string().into()));
            words.with("phrase-atlas-melting", &values)
        }
        AtlasPhrase::Place(_)
        | AtlasPhrase::FastestAt { .. }
        | AtlasPhrase::FastestShort { .. }
        | AtlasPhrase::Told { .. } => of_words(phrase, words),
        _ => words.get(key_of(phrase)),
    }
}

/// The words of a phrase of which parts are already in words.
fn of_words(phrase: &AtlasPhrase, words: &Words) -> String {
    match phrase {
        AtlasPhrase::Place([x, y]) => {
            let values = [("x", x.as_str().into()), ("y", y.as_str().into())];
            words.with("phrase-atlas-place", &values)
        }
        AtlasPhrase::FastestAt {
            place,
            threshold,
            epoch,
        } => {
            let values = [
                ("place", place.as_str().into()),
                ("threshold", atlas_number(*threshold).into()),
                ("n", epoch.to_string().into()),
            ];
            words.with("phrase-atlas-fastest-at", &values)
        }
        AtlasPhrase::FastestShort { place, epoch } => {
            let values = [
                ("place", place.as_str().into()),
                ("n", epoch.to_string().into()),
            ];
            words.with("phrase-atlas-fastest-short", &values)
        }
        AtlasPhrase::Told { place, facts } => {
            let values = [
                ("place", place.as_str().into()),
                ("facts", facts.as_str().into()),
            ];
            words.with("phrase-atlas-told", &values)
        }
        _ => String::new(),
    }
}

/// The key of a phrase that is always the same.
fn key_of(phrase: &AtlasPhrase) -> &'static str {
    match phrase {
        AtlasPhrase::SectionTitle => "phrase-section",
        AtlasPhrase::Oscillates => "phrase-atlas-oscillates",
        AtlasPhrase::Diverges => "phrase-atlas-diverges",
        AtlasPhrase::DivergesNot => "phrase-atlas-diverges-not",
        AtlasPhrase::Fastest => "phrase-atlas-fastest",
        AtlasPhrase::StabilityLimit(_) => "phrase-atlas-limit",
        AtlasPhrase::FirstMode => "phrase-section-first-mode",
        // All others have values in them.
        _ => "",
    }
}

fn below(phrase: &AtlasPhrase, words: &Words) -> String {
    let (key, threshold, n) = match phrase {
        AtlasPhrase::Below { threshold, epoch } => {
            ("phrase-atlas-below", *threshold, epoch.to_string())
        }
        AtlasPhrase::NotBelow {
            threshold,
            n_epochs: Some(n),
        } => ("phrase-atlas-not-below-within", *threshold, n.to_string()),
        AtlasPhrase::NotBelow { threshold, .. } => {
            ("phrase-atlas-not-below", *threshold, String::new())
        }
        _ => return String::new(),
    };
    let values = [
        ("threshold", atlas_number(threshold).into()),
        ("n", n.into()),
    ];
    words.with(key, &values)
}

fn axis_key(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::Lr => "phrase-axis-lr",
        Parameter::Gamma => "phrase-axis-gamma",
        Parameter::Units => "phrase-axis-units",
        Parameter::Layers => "phrase-axis-layers",
        Parameter::Flip => "phrase-axis-flip",
        Parameter::Levels => "phrase-axis-levels",
        Parameter::Epochs => "phrase-axis-epochs",
        Parameter::InitSeed => "phrase-axis-seed",
        Parameter::DataSeed => "phrase-axis-data-seed",
    }
}

fn value_key(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::Lr => "phrase-value-lr",
        Parameter::Gamma => "phrase-value-gamma",
        Parameter::Units => "phrase-value-units",
        Parameter::Layers => "phrase-value-layers",
        Parameter::Flip => "phrase-value-flip",
        Parameter::Levels => "phrase-value-levels",
        Parameter::Epochs => "phrase-value-epochs",
        Parameter::InitSeed => "phrase-value-seed",
        Parameter::DataSeed => "phrase-value-data-seed",
    }
}

fn quantity_key(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::EpochsBelow => "phrase-quantity-epochs",
        Quantity::Drops => "phrase-quantity-drops",
        Quantity::LastLoss => "phrase-quantity-loss",
        Quantity::FalseBelief => "phrase-quantity-belief",
        Quantity::DivergedAt => "phrase-quantity-diverged",
    }
}

fn quantity_short_key(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::EpochsBelow | Quantity::DivergedAt => "phrase-epoch",
        Quantity::Drops => "phrase-quantity-drops-short",
        Quantity::LastLoss => "phrase-quantity-loss-short",
        Quantity::FalseBelief => "phrase-quantity-belief-short",
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_said;
    use super::*;
    use crate::picture::Phrase;

    #[test]
    fn every_phrase_of_the_atlas_has_words_in_both_languages() {
        let place = "学習率 105、γ 10⁻³".to_owned();
        let plain = [
            AtlasPhrase::Title {
                n_cells: 108,
                n_draws: 1,
            },
            AtlasPhrase::Title {
                n_cells: 108,
                n_draws: 9,
            },
            AtlasPhrase::SectionTitle,
            AtlasPhrase::Place(["学習率 105".to_owned(), "γ 10⁻³".to_owned()]),
            AtlasPhrase::Oscillates,
            AtlasPhrase::Diverges,
            AtlasPhrase::DivergesAt(41),
            AtlasPhrase::DivergesNot,
            AtlasPhrase::Drops(1),
            AtlasPhrase::Drops(4),
            AtlasPhrase::LastLoss(2e-30),
            AtlasPhrase::FalseBelief(0.5),
            AtlasPhrase::MedianOf(9),
            AtlasPhrase::Fastest,
            AtlasPhrase::StabilityLimit(None),
            AtlasPhrase::StabilityLimit(Some(253.6)),
            AtlasPhrase::Melting(2),
            AtlasPhrase::FirstDrop(50.0),
            AtlasPhrase::FirstMode,
            AtlasPhrase::Told {
                place: place.clone(),
                facts: "振動".to_owned(),
            },
        ];
        let phrases = plain.into_iter().chain(with_a_threshold(place));
        assert_said(&phrases.map(Phrase::Atlas).collect::<Vec<_>>());
    }

    fn with_a_threshold(place: String) -> Vec<AtlasPhrase> {
        let threshold = 1e-3;
        let mut phrases = vec![
            AtlasPhrase::Below {
                threshold,
                epoch: 66,
            },
            AtlasPhrase::FastestShort {
                place: place.clone(),
                epoch: 14,
            },
            AtlasPhrase::FastestAt {
                place,
                threshold,
                epoch: 14,
            },
        ];
        phrases.extend([None, Some(250)].map(|n_epochs| AtlasPhrase::NotBelow {
            threshold,
            n_epochs,
        }));
        for quantity in Quantity::ALL {
            phrases.push(AtlasPhrase::Quantity(quantity, threshold));
            phrases.push(AtlasPhrase::QuantityShort(quantity, threshold));
        }
        for parameter in Parameter::ALL {
            phrases.push(AtlasPhrase::Axis(parameter));
            // Gamma is a letter in Japanese.
            if parameter != Parameter::Gamma {
                phrases.push(AtlasPhrase::Value(parameter, 3.0));
            }
        }
        phrases
    }
}
