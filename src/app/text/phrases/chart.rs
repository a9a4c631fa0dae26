//! The words of charts.

use crate::app::text::words::Words;
use crate::numbers::{exact, short, spans};
use crate::picture::{ChartPhrase, Ending, ModesUnit};

/// The words of a phrase.
pub(super) fn words_of(phrase: &ChartPhrase, words: &Words) -> String {
    let number = |key: &str, n: usize| words.with(key, &[("n", n.to_string().into())]);
    match phrase {
        ChartPhrase::PredictionTitle(pair) => {
            words.with("phrase-prediction-title", &[("pair", pair.as_str().into())])
        }
        ChartPhrase::ModesAxis { is_aligned, unit } => {
            words.get(modes_axis_key(*is_aligned, *unit))
        }
        ChartPhrase::DivergedAt(epoch) => number("phrase-diverged-at", *epoch),
        ChartPhrase::Seeds {
            n_draws,
            n_diverged: 0,
        } => number("phrase-seeds", *n_draws),
        ChartPhrase::Seeds {
            n_draws,
            n_diverged,
        } => {
            let values = [
                ("n", n_draws.to_string().into()),
                ("diverged", n_diverged.to_string().into()),
            ];
            words.with("phrase-seeds-diverged", &values)
        }
        ChartPhrase::Plateau(loss) => short(*loss),
        ChartPhrase::FalseBelief {
            episodes,
            is_denied,
            pair,
        } => false_belief(episodes, *is_denied, pair.as_deref(), words),
        ChartPhrase::MoreWatched(1) => words.get("phrase-more-watched-one"),
        ChartPhrase::MoreWatched(n) => number("phrase-more-watched", *n),
        ChartPhrase::RegressionLoss(loss) => {
            words.with("phrase-regression-loss", &[("loss", short(*loss).into())])
        }
        ChartPhrase::Trained { name, lr, ending } => trained(name, *lr, *ending, words),
        ChartPhrase::More(n) => number("phrase-more", *n),
        ChartPhrase::Thinned(stride) => {
            words.with("phrase-thinned", &[("nth", words.ordinal(*stride).into())])
        }
        _ => words.get(key_of(phrase)),
    }
}

/// The key of a phrase that is always the same.
fn key_of(phrase: &ChartPhrase) -> &'static str {
    match phrase {
        ChartPhrase::DynamicsTitle => "dynamics-title",
        ChartPhrase::LossTitle => "phrase-loss-title",
        ChartPhrase::PredictionsTitle => "phrase-predictions-title",
        ChartPhrase::SpectrumTitle => "phrase-spectrum-title",
        ChartPhrase::PredictionAxis => "phrase-prediction-axis",
        ChartPhrase::SingularValueAxis => "phrase-singular-value-axis",
        ChartPhrase::ModeAxis => "phrase-mode-axis",
        ChartPhrase::DiscreteTheory => "phrase-discrete-theory",
        ChartPhrase::ContinuousTheory => "phrase-continuous-theory",
        ChartPhrase::Plateaus => "phrase-plateaus",
        ChartPhrase::RoundingFloor => "phrase-rounding-floor",
        ChartPhrase::HalfRises => "phrase-half-rises",
        ChartPhrase::ForeseenSteps => "phrase-foreseen-steps",
        ChartPhrase::NoHiddenLayer => "phrase-no-hidden-layer",
        ChartPhrase::DeepNetwork => "phrase-deep-network",
        ChartPhrase::OwnNetwork => "phrase-own-network",
        ChartPhrase::Regression => "phrase-regression",
        ChartPhrase::DrawnData => "phrase-drawn-data",
        ChartPhrase::ExpectedForTree => "phrase-expected-for-tree",
        // All others have values in them.
        _ => "",
    }
}

fn modes_axis_key(is_aligned: bool, unit: ModesUnit) -> &'static str {
    match (is_aligned, unit) {
        (false, ModesUnit::OfRun) => "phrase-modes-axis",
        (false, ModesUnit::OfData) => "phrase-modes-axis-data",
        (false, ModesUnit::One) => "phrase-modes-axis-raw",
        (true, ModesUnit::OfRun) => "phrase-strengths-axis",
        (true, ModesUnit::OfData) => "phrase-strengths-axis-data",
        (true, ModesUnit::One) => "phrase-strengths-axis-raw",
    }
}

fn false_belief(
    episodes: &[[usize; 2]],
    is_denied: bool,
    pair: Option<&str>,
    words: &Words,
) -> String {
    let (told, n_more) = spans(episodes);
    let epochs = if n_more == 0 {
        told
    } else {
        let values = [("epochs", told.into()), ("n", n_more.to_string().into())];
        words.with("phrase-epochs-more", &values)
    };
    let keys = ["phrase-false-belief", "phrase-false-denial"];
    let belief = words.with(keys[usize::from(is_denied)], &[("epochs", epochs.into())]);
    let Some(pair) = pair else { return belief };
    let values = [("pair", pair.into()), ("belief", belief.into())];
    words.with("phrase-false-belief-of", &values)
}

fn trained(name: &str, lr: f64, ending: Ending, words: &Words) -> String {
    let mut values = vec![("name", name.into()), ("lr", exact(lr).into())];
    match ending {
        Ending::Loss(loss) => {
            values.push(("loss", short(loss).into()));
            words.with("phrase-trained", &values)
        }
        Ending::Swings([least, largest]) => {
            values.push(("least", short(least).into()));
            values.push(("largest", short(largest).into()));
            words.with("phrase-trained-swings", &values)
        }
        Ending::DivergedAt(epoch) => {
            values.push(("n", epoch.to_string().into()));
            words.with("phrase-trained-diverged", &values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_said;
    use super::*;
    use crate::picture::Phrase;

    #[test]
    fn every_phrase_of_charts_has_words_in_both_languages() {
        let plain = [
            ChartPhrase::DynamicsTitle,
            ChartPhrase::LossTitle,
            ChartPhrase::PredictionTitle("サメ has_bones".to_owned()),
            ChartPhrase::PredictionsTitle,
            ChartPhrase::SpectrumTitle,
            ChartPhrase::PredictionAxis,
            ChartPhrase::SingularValueAxis,
            ChartPhrase::ModeAxis,
            ChartPhrase::DivergedAt(12),
            ChartPhrase::RoundingFloor,
            ChartPhrase::DiscreteTheory,
            ChartPhrase::ContinuousTheory,
            ChartPhrase::Plateaus,
            ChartPhrase::HalfRises,
            ChartPhrase::ForeseenSteps,
            ChartPhrase::NoHiddenLayer,
            ChartPhrase::DeepNetwork,
            ChartPhrase::OwnNetwork,
            ChartPhrase::Regression,
            ChartPhrase::RegressionLoss(1.25e-15),
            ChartPhrase::DrawnData,
            ChartPhrase::ExpectedForTree,
            ChartPhrase::MoreWatched(3),
            ChartPhrase::More(2),
        ];
        let phrases = plain.into_iter().chain(phrases_of_many_forms());
        let phrases: Vec<Phrase> = phrases.map(Phrase::Chart).collect();
        assert_said(&phrases);
    }

    fn phrases_of_many_forms() -> Vec<ChartPhrase> {
        let mut phrases = Vec::new();
        for n_diverged in [0, 3] {
            let n_draws = 50;
            phrases.push(ChartPhrase::Seeds {
                n_draws,
                n_diverged,
            });
        }
        for pair in [None, Some("サメ has_bones".to_owned())] {
            for is_denied in [false, true] {
                phrases.push(ChartPhrase::FalseBelief {
                    episodes: vec![[91, 134]; if is_denied { 5 } else { 1 }],
                    is_denied,
                    pair: pair.clone(),
                });
            }
        }
        for ending in [
            Ending::Loss(0.25),
            Ending::Swings([0.01, 0.2]),
            Ending::DivergedAt(12),
        ] {
            phrases.push(ChartPhrase::Trained {
                name: "network".to_owned(),
                lr: 100.0,
                ending,
            });
        }
        for is_aligned in [false, true] {
            for unit in [ModesUnit::OfRun, ModesUnit::OfData, ModesUnit::One] {
                phrases.push(ChartPhrase::ModesAxis { is_aligned, unit });
            }
        }
        phrases
    }
}
