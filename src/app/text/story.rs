//! Sentences about the network's belief in a watched pair, computed from the run.

use super::words::Words;
use crate::analysis::illusion::{BELIEF, Belief};
use crate::app::run::Run;
use crate::experiment::Pair;
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
    let Belief {
        illusion,
        episodes,
        end,
        ..
    } = run.belief(i, target);
    let diverged_at = run.diverged_at();
    let ending = match diverged_at {
        None => words.with("story-ends", &[("end", numbers::prediction(end).into())]),
        Some(epoch) => words.with("story-diverged", &[("epoch", epoch.to_string().into())]),
    };
    let mut values = vec![("name", name.into()), ("ending", ending.into())];
    // What is there and not seen is denied, what is not there and seen is believed.
    let is_denied = target > 0.0;
    let Some(illusion) = illusion else {
        let keys = ["story-no-illusion", "story-never-denied"];
        return words.with(keys[usize::from(is_denied)], &values);
    };
    // A run that diverged has no end.
    let is_still_there = diverged_at.is_none() && run.record.epochs().last() == Some(&illusion.to);
    let key = match (is_denied, is_still_there) {
        (false, false) => "story-illusion",
        (false, true) => "story-still",
        (true, false) => "story-denied",
        (true, true) => "story-still-denied",
    };
    values.extend([
        ("when", when(&episodes, is_still_there, words).into()),
        ("peak", numbers::prediction(illusion.peak).into()),
        ("at", illusion.peak_epoch.to_string().into()),
    ]);
    words.with(key, &values)
}

/// Says in which epochs a belief was wrong.
fn when(episodes: &[[usize; 2]], is_still_there: bool, words: &Words) -> String {
    if let [[from, to]] = episodes {
        let from = ("from", from.to_string().into());
        return if is_still_there {
            words.with("story-from-on", &[from])
        } else {
            words.with("story-from-to", &[from, ("to", to.to_string().into())])
        };
    }
    let (told, n_more) = numbers::spans(episodes);
    let told = ("epochs", told.into());
    if n_more == 0 {
        words.with("story-episodes", &[told])
    } else {
        let n = ("n", n_more.to_string().into());
        words.with("story-episodes-more", &[told, n])
    }
}

/// The longest that may be told of a pair in a run of so many epochs: the room that its row has.
pub(crate) fn longest(name: &str, last_epoch: usize, words: &Words) -> String {
    let epoch = last_epoch.to_string();
    let value = numbers::signed(-0.25, 2);
    let ends = words.with("story-ends", &[("end", value.as_str().into())]);
    let values = [
        ("name", name.into()),
        ("when", when(&[[last_epoch; 2]], false, words).into()),
        ("at", epoch.into()),
        ("peak", value.into()),
        ("ending", ends.into()),
    ];
    let keys = [
        "story-illusion",
        "story-still",
        "story-denied",
        "story-still-denied",
        "story-no-illusion",
        "story-never-denied",
    ];
    let told = keys.map(|key| words.with(key, &values));
    let longest = told.into_iter().max_by_key(|told| told.chars().count());
    longest.unwrap_or_default()
}

/// How a prediction stands to what is taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A yes or no as it is taught, or nearly the number that is taught.
    Right,
    /// A belief of the other sign.
    Wrong,
    /// Neither yes nor no.
    Undecided,
    /// On the way to the number that is taught.
    UnderWay,
}

/// The prediction for a watched pair at an epoch, beside what is taught.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Said {
    /// The epoch: the last one up to that asked for that is kept.
    pub(crate) epoch: usize,
    /// The prediction.
    pub(crate) value: f64,
    /// The value that is taught.
    pub(crate) target: f64,
    /// Whether the feature says yes or no of each item, ±1, not a number.
    pub(crate) is_yes_or_no: bool,
    /// How the prediction stands to it.
    pub(crate) standing: Standing,
}

/// From the number taught, a prediction that is called right is off by no more than this share.
const NEARLY: f64 = 0.03;

impl Said {
    /// The prediction for watched pair `i` at an epoch; `None` before the first row.
    pub(crate) fn of(run: &Run, i: usize, epoch: usize) -> Option<Self> {
        let record = &run.record;
        let pair = *run.facts.experiment.watched.get(i)?;
        let target = run.target(pair)?;
        if record.is_empty() {
            return None;
        }
        let items = 0..run.facts.experiment.items.len();
        let values = items.filter_map(|item| run.target(Pair { item, ..pair }));
        let sizes: Vec<f64> = values.map(f64::abs).collect();
        let is_yes_or_no = sizes.iter().all(|&size| size == 1.0);
        let row = record.row_at(epoch);
        let value = record.predictions(row)[i];
        // Nearness to zero is measured by the feature's other values.
        let size = match target {
            0.0 => sizes.iter().copied().fold(0.0, f64::max),
            _ => target.abs(),
        };
        let standing = if is_yes_or_no && value.abs() <= BELIEF {
            Standing::Undecided
        } else if value * target < 0.0 && value.abs() > BELIEF {
            Standing::Wrong
        } else if is_yes_or_no || (value - target).abs() <= NEARLY * size {
            Standing::Right
        } else {
            Standing::UnderWay
        };
        Some(Self {
            epoch: record.epochs()[row],
            value,
            target,
            is_yes_or_no,
            standing,
        })
    }
}

/// Tells what the network would say of watched pair `i` if training stopped at `epoch`.
pub(crate) fn at_epoch(run: &Run, i: usize, name: &str, epoch: usize, words: &Words) -> String {
    let Some(said) = Said::of(run, i, epoch) else {
        return String::new();
    };
    let key = match said.standing {
        _ if !said.is_yes_or_no => "story-now-of",
        Standing::Undecided => "story-now-undecided",
        Standing::Wrong => "story-now-wrong",
        Standing::Right | Standing::UnderWay => "story-now-right",
    };
    let yes = words.get(if said.value > 0.0 { "yes" } else { "no" });
    words.with(
        key,
        &[
            ("epoch", said.epoch.to_string().into()),
            ("name", name.into()),
            ("value", numbers::prediction(said.value).into()),
            ("taught", numbers::prediction(said.target).into()),
            ("said", yes.into()),
        ],
    )
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::analysis::illusion;
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
        let now = at_epoch(run, 0, &name, 125, &words);
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
        let begins = "Wrongly believed, or wrongly denied where yes is taught: the prediction";
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

    #[test]
    fn a_diverged_run_has_no_end_and_is_told_as_far_as_it_is_shown() {
        let mut diverging = presets::shark();
        diverging.lr = 340.0;
        let words = Words::new(Language::English);
        let state = RunState::trained(diverging);
        let run = state.shown().unwrap();
        for target in [-1.0, 1.0] {
            let story = of_run(run, 0, target, "Shark", &words);
            let epoch = run.diverged_at().unwrap();
            let end = format!("; diverged at epoch {epoch}");
            assert!(story.ends_with(&end) && !story.contains("still"), "{story}");
            assert!(story.chars().count() < 110, "{story}");
            let belief = run.belief(0, target);
            assert!(belief.illusion.is_none_or(|it| it.to <= run.last_epoch()));
        }
    }

    #[test]
    fn each_time_in_which_a_belief_was_wrong_is_told() {
        let words = Words::new(Language::English);
        let told = |episodes: &[[usize; 2]], still| when(episodes, still, &words);
        assert_eq!(told(&[[44, 52]], false), "from epoch 44 to 52");
        assert_eq!(told(&[[44, 52]], true), "from epoch 44 on");
        let many = [[44, 52], [60, 70], [75, 75], [80, 81], [90, 99]];
        assert_eq!(told(&many[..2], false), "in epochs 44–52, 60–70");
        assert_eq!(told(&many, false), "in epochs 44–52, 60–70 and 3 more");
    }

    #[test]
    fn a_taught_yes_that_is_never_denied_is_told_as_that() {
        let mut experiment = presets::shark();
        experiment.hidden.clear();
        experiment.lr = 1000.0;
        experiment.watched[0].item = 1;
        let (story, _) = told(experiment);
        assert!(story.contains("never wrongly denied"), "{story}");
    }

    #[test]
    fn a_number_that_is_taught_is_told_beside_and_right_only_nearby() {
        let mut experiment = presets::shark();
        for value in &mut experiment.user_features[0].values {
            *value *= 6.81;
        }
        let words = Words::new(Language::English);
        let state = RunState::trained(experiment);
        let run = state.shown().unwrap();
        let standing = |epoch| Said::of(run, 0, epoch).unwrap().standing;
        let rows = 0..run.record.len();
        let off = |epoch: usize| (run.record.predictions(epoch)[0] / -6.81 - 1.0).abs();
        let under_way = rows.clone().find(|&e| (0.2..0.3).contains(&off(e)));
        assert_eq!(standing(under_way.unwrap()), Standing::UnderWay);
        assert_eq!(standing(rows.end - 1), Standing::Right);
        let said = at_epoch(run, 0, "Shark", rows.end - 1, &words);
        assert!(said.ends_with("Shark −6.81, and −6.81 is taught"), "{said}");
    }
}
