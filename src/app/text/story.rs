//! Sentences about the network's belief in a watched pair, computed from the run.

use super::words::Words;
use crate::analysis::illusion::{self, BELIEF, Belief};
use crate::app::run::Run;
use crate::numbers;

/// Beyond which prediction the network believes a thing, as texts have it.
pub(crate) fn limit() -> String {
    numbers::exact(BELIEF)
}

/// Says when a prediction is called wrongly believed, and when undecided.
pub(crate) fn limit_told(words: &Words) -> String {
    words.with("belief-limit", &[("limit", limit().into())])
}

/// Tells how the network's belief in watched pair `i` changed over the run.
pub(crate) fn of_run(run: &Run, i: usize, target: f64, name: &str, words: &Words) -> String {
    let record = &run.record;
    let predictions: Vec<f64> = (0..record.len())
        .map(|row| record.predictions(row)[i])
        .collect();
    let Belief { illusion, end, .. } = illusion::belief(record.epochs(), &predictions, target);
    let end_text = numbers::signed(end, 2);
    let Some(illusion) = illusion else {
        let values = [("name", name.into()), ("end", end_text.into())];
        return words.with("story-no-illusion", &values);
    };
    let is_still_there = record.epochs().last() == Some(&illusion.to);
    // What is there and not seen is denied, what is not there and seen is believed.
    let key = match (target > 0.0, is_still_there) {
        (false, false) => "story-illusion",
        (false, true) => "story-still",
        (true, false) => "story-denied",
        (true, true) => "story-still-denied",
    };
    let mut values = vec![
        ("name", name.into()),
        ("from", illusion.from.to_string().into()),
        ("peak", numbers::signed(illusion.peak, 2).into()),
        ("at", illusion.peak_epoch.to_string().into()),
        ("end", end_text.into()),
    ];
    if !is_still_there {
        values.push(("to", illusion.to.to_string().into()));
    }
    words.with(key, &values)
}

/// The longest that may be told of a pair in a run of so many epochs: the room that its row has.
pub(crate) fn longest(name: &str, last_epoch: usize, words: &Words) -> String {
    let epoch = last_epoch.to_string();
    let value = numbers::signed(-0.25, 2);
    let values = [
        ("name", name.into()),
        ("from", epoch.as_str().into()),
        ("to", epoch.as_str().into()),
        ("at", epoch.as_str().into()),
        ("peak", value.as_str().into()),
        ("end", value.as_str().into()),
    ];
    let keys = [
        "story-illusion",
        "story-still",
        "story-denied",
        "story-still-denied",
        "story-no-illusion",
    ];
    let told = keys.map(|key| words.with(key, &values));
    let longest = told.into_iter().max_by_key(|told| told.chars().count());
    longest.unwrap_or_default()
}

/// Tells what the network would say of watched pair `i` if training stopped at `epoch`.
pub(crate) fn at_epoch(
    run: &Run,
    i: usize,
    target: f64,
    name: &str,
    epoch: usize,
    words: &Words,
) -> String {
    let record = &run.record;
    if record.is_empty() {
        return String::new();
    }
    let row = record.row_at(epoch);
    let value = record.predictions(row)[i];
    let key = if value.abs() <= BELIEF {
        "story-now-undecided"
    } else if value * target > 0.0 {
        "story-now-right"
    } else {
        "story-now-wrong"
    };
    let said = words.get(if value > 0.0 { "yes" } else { "no" });
    words.with(
        key,
        &[
            ("epoch", record.epochs()[row].to_string().into()),
            ("name", name.into()),
            ("value", numbers::signed(value, 2).into()),
            ("said", said.into()),
        ],
    )
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::app::command::language::Language;
    use crate::app::run::RunState;
    use crate::experiment::Experiment;
    use crate::presets;

    fn told(experiment: Experiment) -> (String, String) {
        let words = Words::new(Language::English);
        let state = RunState::trained(experiment);
        let run = state.shown().unwrap();
        let pair = run.facts.experiment.watched[0];
        let target = run.target(pair).unwrap();
        let name = crate::app::text::names::pair_name(pair, &run.facts.experiment, &words);
        let now = at_epoch(run, 0, target, &name, 125, &words);
        (of_run(run, 0, target, &name, &words), now)
    }

    #[test]
    fn the_shark_is_believed_to_have_bones_for_a_while() {
        let (story, now) = told(presets::shark());
        assert!(
            story.starts_with("Shark has_bones: wrongly believed up to +0.5"),
            "{story}"
        );
        assert!(
            story.contains("from epoch 1") && story.ends_with("ends at −1.00"),
            "{story}"
        );
        assert!(now.contains("Shark has_bones +0.5"), "{now}");
        assert!(now.ends_with("(yes), wrong"), "{now}");
    }

    #[test]
    fn it_is_said_when_a_prediction_is_wrongly_believed() {
        let said = limit_told(&Words::new(Language::English));
        let begins = "Wrongly believed: the prediction has the other sign";
        assert!(said.starts_with(begins) && said.contains("±0.1"), "{said}");
    }

    #[test]
    fn no_story_is_longer_than_the_longest() {
        let words = Words::new(Language::English);
        let longest = longest("Shark has_bones", 249, &words);
        let (story, _) = told(presets::shark());
        let length = |text: &str| text.chars().count();
        assert!(length(&story) <= length(&longest), "{story} {longest}");
    }

    #[test]
    fn without_a_hidden_layer_no_illusion_is_told() {
        let mut experiment = presets::shark();
        experiment.hidden.clear();
        experiment.lr = 1000.0;
        let (story, _) = told(experiment);
        assert!(story.contains("never wrongly believed"), "{story}");
    }

    #[test]
    fn a_run_that_stops_early_still_believes() {
        let mut experiment = presets::shark();
        experiment.n_epochs = 126;
        let (story, _) = told(experiment);
        assert!(story.contains("still wrongly believed"), "{story}");
    }

    #[test]
    fn measured_plateaus_meet_the_foreseen_ones() {
        for experiment in [presets::shark(), presets::parrot()] {
            let state = RunState::trained(experiment);
            let run = state.shown().unwrap();
            let pair = run.facts.experiment.watched[0];
            let values = &run.facts.experiment.user_features[0].values;
            let ladder = illusion::ladder(&run.facts.modes, values, pair.item);
            // Half way between a stage and the next, a plateau is reached.
            let mut rises: Vec<f64> = run.stages.iter().map(|stage| stage.epoch).collect();
            assert_eq!(rises.len(), ladder.len());
            rises.push(250.0);
            for (step, pair) in ladder.iter().zip(rises.windows(2)) {
                let middle = f64::midpoint(pair[0], pair[1]) as usize;
                // The flattest place between the stages.
                let flattest = (middle - 6..middle + 6)
                    .min_by(|&a, &b| {
                        let slope = |e: usize| {
                            (run.record.predictions(e + 1)[0] - run.record.predictions(e)[0]).abs()
                        };
                        slope(a).total_cmp(&slope(b))
                    })
                    .unwrap();
                let measured = run.record.predictions(flattest)[0];
                assert!((measured - step.height).abs() < 0.05, "{measured} {step:?}");
            }
        }
    }

    #[test]
    fn a_taught_yes_is_not_believed_but_denied() {
        let mut tuna = presets::shark();
        tuna.watched[0].item = 1;
        let (story, _) = told(tuna);
        let begins = "Tuna has_bones: wrongly denied down to −0.";
        assert!(story.starts_with(begins), "{story}");
        assert!(
            story.contains("from epoch") && story.ends_with("ends at +1.00"),
            "{story}"
        );
    }
}
