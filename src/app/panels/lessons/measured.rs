//! What the present run shows of a question, computed from it. Where it shows nothing of it, or
//! something else, nothing is said.

use crate::analysis::exercise::{Choice, Solved};
use crate::analysis::illusion::{self, Belief};
use crate::analysis::stages;
use crate::app::command::language::Language;
use crate::app::run::compared::Compared;
use crate::app::run::extract::Extract;
use crate::app::run::{Run, Stage};
use crate::app::text::names::{mode_name, pair_name};
use crate::app::text::words::Words;
use crate::app::text::{format, story};
use crate::experiment::Pair;
use crate::model::Outcome;
use crate::numbers;

/// From this gamma on the start is a large one.
const LARGE_GAMMA: f64 = 0.05;

/// From this flip probability on items have next to nothing in common.
const LARGE_FLIP: f64 = 0.45;

/// The most items whose population is decomposed while a frame is drawn.
const MOST_ITEMS: usize = 32;

/// What an answer can be read off.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'a> {
    pub(crate) run: &'a Run,
    /// The comparison of the run's experiment, if there is one.
    pub(crate) compared: Option<&'a Compared>,
    /// The exercise as it is set, if it was looked at.
    pub(crate) exercise: Option<&'a Solved>,
    pub(crate) words: &'a Words,
}

/// What evidence there was, to tell whether there is other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    extract: Extract,
    has_comparison: bool,
    exercise: Option<(Choice, Vec<f64>)>,
    language: Language,
}

impl Evidence<'_> {
    /// What evidence this is.
    pub(crate) fn seen(&self) -> Seen {
        let of_exercise = |solved: &Solved| {
            let weights = solved.true_weights.as_slice().to_vec();
            (solved.choice, weights)
        };
        Seen {
            extract: Extract::of(self.run, 0),
            // It is of the run's experiment, if it is there.
            has_comparison: self.compared.is_some(),
            exercise: self.exercise.map(of_exercise),
            language: self.words.language(),
        }
    }

    /// The run came to its end, and within its stability limit.
    fn is_sound(&self) -> bool {
        let outcome = self.run.ending.map(|ending| ending.outcome);
        outcome == Some(Outcome::Finished)
            && self.run.facts.experiment.lr < self.run.facts.stability_limit
    }

    fn is_deep(&self) -> bool {
        !self.run.facts.experiment.hidden.is_empty()
    }

    /// Watched pairs with their place among the watched, target and course.
    fn beliefs(&self) -> impl Iterator<Item = (usize, Pair, Belief)> {
        let watched = self.run.facts.experiment.watched.iter();
        watched.enumerate().filter_map(|(i, &pair)| {
            let record = &self.run.record;
            let target = self.run.target(pair)?;
            let values: Vec<f64> = (0..record.len())
                .map(|row| record.predictions(row)[i])
                .collect();
            let belief = illusion::belief(record.epochs(), &values, target);
            Some((i, pair, belief))
        })
    }

    fn story(&self, i: usize, pair: Pair, target: f64) -> String {
        let name = pair_name(pair, &self.run.facts.experiment, self.words);
        story::of_run(self.run, i, target, &name, self.words)
    }
}

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

/// That a large start has one drop, at this learning rate too.
pub(crate) fn bumps(evidence: &Evidence<'_>) -> Option<String> {
    let (run, words) = (evidence.run, evidence.words);
    let experiment = &run.facts.experiment;
    let is_large = experiment.gamma >= LARGE_GAMMA && experiment.weights.is_none();
    if !evidence.is_sound() || !evidence.is_deep() || !is_large || run.n_drops != 1 {
        return None;
    }
    let mut values = vec![
        ("gamma", format::plain(experiment.gamma).into()),
        ("lr", format::plain(experiment.lr).into()),
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

/// That without a hidden layer nothing was believed.
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
            (
                "peak",
                format!("{:+.2}", illusion.peak).replace('-', "−").into(),
            ),
            ("epoch", illusion.peak_epoch.to_string().into()),
        ];
        Some(evidence.words.with("measured-exception", &values))
    })
}

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
        ("flip", format::plain(tree.flip).into()),
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

/// That the three agree, and by how much.
pub(crate) fn same_end(evidence: &Evidence<'_>) -> Option<String> {
    let compared = evidence.compared.filter(|compared| compared.all_agree())?;
    let number = |value: f64| format::scientific(value).into();
    let values = [
        ("deep", number(compared.analytical_deep.largest_difference)),
        (
            "shallow",
            number(compared.analytical_shallow.largest_difference),
        ),
    ];
    Some(evidence.words.with("measured-end", &values))
}

/// The one factor of the network without a hidden layer, and what it leaves.
pub(crate) fn one_factor(evidence: &Evidence<'_>) -> Option<String> {
    let compared = evidence.compared?;
    if !compared.shallow.is_finished() || compared.shallow.n_drops > 1 {
        return None;
    }
    let experiment = &compared.experiment;
    let n = experiment.n_outputs() * experiment.data.n_items();
    let factor = 1.0 - 2.0 * compared.shallow_lr / n as f64;
    let left = factor.powi(experiment.n_epochs as i32);
    let values = [
        ("factor", format::plain(factor).into()),
        ("epochs", experiment.n_epochs.to_string().into()),
        ("left", format::loss(left).into()),
    ];
    Some(evidence.words.with("measured-factor", &values))
}

/// How well the exercise is determined as it is set.
pub(crate) fn singular(evidence: &Evidence<'_>) -> Option<String> {
    let solved = evidence.exercise?;
    let samples = ("samples", solved.choice.n_samples.to_string().into());
    let rank = ("rank", solved.solution.rank.to_string().into());
    let key = if solved.solution.is_determined() {
        "measured-regular"
    } else {
        "measured-singular"
    };
    Some(evidence.words.with(key, &[samples, rank]))
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::analysis::exercise::{Choice, Draw, Inputs};
    use crate::app::command::language::Language;
    use crate::app::run::RunState;
    use crate::experiment::Experiment;
    use crate::presets;

    fn said(
        measure: fn(&Evidence<'_>) -> Option<String>,
        change: impl FnOnce(&mut Experiment),
    ) -> Option<String> {
        let mut experiment = Experiment::default();
        change(&mut experiment);
        if experiment.user_features.is_empty() {
            experiment.fit_after(&Experiment::default());
        }
        let state = RunState::trained(experiment);
        let run = state.shown().unwrap();
        let modes = &run.facts.modes;
        let compared = Compared::run(&run.facts.experiment, modes, &mut || false);
        let compared = compared.map(|(compared, _)| compared);
        measure(&Evidence {
            run,
            compared: compared.as_ref(),
            exercise: None,
            words: &Words::new(Language::English),
        })
    }

    fn tree(experiment: &mut Experiment) -> &mut crate::data::TreeRecipe {
        experiment.data.tree_mut().unwrap()
    }

    #[test]
    fn waiting_is_measured_where_there_is_any() {
        let text = said(wait, |_| ()).unwrap();
        assert!(text.contains("until epoch 9"), "{text}");
        for change in [
            |e: &mut Experiment| e.gamma = 1.0,
            |e: &mut Experiment| e.hidden.clear(),
            |e: &mut Experiment| e.lr = 340.0,
            // Nothing falls at all.
            |e: &mut Experiment| e.n_epochs = 40,
        ] {
            assert_eq!(said(wait, change), None);
        }
    }

    #[test]
    fn one_drop_is_measured_from_a_large_start_only() {
        for lr in [20.0, 60.0, 100.0, 200.0] {
            let text = said(bumps, |e| (e.gamma, e.lr) = (0.1, lr)).unwrap();
            assert!(text.contains("one drop"), "{text}");
        }
        assert_eq!(said(bumps, |_| ()), None);
        assert_eq!(said(bumps, |e| (e.gamma, e.lr) = (0.1, 340.0)), None);
    }

    #[test]
    fn animals_part_from_plants_first() {
        let text = said(first_split, |_| ()).unwrap();
        let animals = text.find("Goldfish, Tuna, Robin, Canary | Rose").unwrap();
        let next = text.rfind("mode ").unwrap();
        assert!(animals < next, "{text}");
        assert_eq!(said(first_split, |e| e.n_epochs = 100), None);
    }

    #[test]
    fn illusions_are_measured_where_there_are_any() {
        let text = said(illusion, |e| *e = presets::shark()).unwrap();
        assert!(
            text.starts_with("Shark has_bones: wrongly believed from"),
            "{text}"
        );
        assert!(text.contains("mode 2"), "{text}");
        assert_eq!(said(no_illusion, |e| *e = presets::shark()), None);
        let flat = |e: &mut Experiment| {
            *e = presets::shark();
            e.hidden.clear();
            e.lr = 1000.0;
        };
        assert_eq!(said(illusion, flat), None);
        let text = said(no_illusion, flat).unwrap();
        assert!(text.contains("never wrongly believed"), "{text}");
    }

    #[test]
    fn an_exception_is_measured_where_there_is_exactly_one() {
        let text = said(exception, |e| *e = presets::parrot()).unwrap();
        assert!(
            text.contains("cannot_speak") && text.contains("+0.7"),
            "{text}"
        );
        assert_eq!(said(exception, |e| *e = presets::shark()), None);
    }

    #[test]
    fn data_are_measured_as_they_are() {
        let text = said(modes, |_| ()).unwrap();
        assert!(text.contains("8 modes"), "{text}");
        let text = said(modes, |e| tree(e).flip = 0.0).unwrap();
        assert!(text.contains("1 mode with"), "{text}");
        assert_eq!(said(flip, |_| ()), None);
        let text = said(flip, |e| tree(e).flip = 0.5).unwrap();
        assert!(text.contains("1.0"), "{text}");
        let percent = |n| {
            let text = said(sample, |e| (tree(e).n_features, e.lr) = (n, 1.0)).unwrap();
            let number = text.split(" %").next().unwrap().rsplit(' ').next().unwrap();
            number.parse::<f64>().unwrap()
        };
        assert!(percent(100) > 2.0 * percent(10_000));
    }

    #[test]
    fn an_end_that_is_not_the_same_is_not_said_to_be() {
        assert!(said(same_end, |_| ()).is_some());
        assert_eq!(said(same_end, |e| e.n_epochs = 150), None);
        let text = said(one_factor, |_| ()).unwrap();
        assert!(text.contains("0.975"), "{text}");
    }

    #[test]
    fn the_exercise_is_measured_as_it_is_set() {
        let state = RunState::trained(Experiment::default());
        let words = Words::new(Language::English);
        let text = |n_samples| {
            let choice = Choice {
                noise: 0.01,
                n_samples,
                inputs: Inputs::Independent,
            };
            let solved = Draw::of_the_notebook(2021).solve(choice).unwrap();
            let evidence = Evidence {
                run: state.shown().unwrap(),
                compared: None,
                exercise: Some(&solved),
                words: &words,
            };
            (singular(&evidence).unwrap(), same_end(&evidence))
        };
        assert!(text(2).0.contains("singular") && text(2).1.is_none());
        assert!(!text(37).0.contains("is singular"), "{}", text(37).0);
    }
}
