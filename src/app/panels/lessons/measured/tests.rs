//! Each measurement on runs that show something of its question, and on runs that do not.

use super::*;
use crate::analysis::exercise::{Choice, Draw, Inputs};
use crate::app::command::language::Language;
use crate::app::run::RunState;
use crate::app::run::compared::Compared;
use crate::app::text::words::Words;
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
    assert!(text.contains("until epoch 90. "), "{text}");
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
fn the_loss_is_within_its_first_value_at_the_last_epoch_of_waiting() {
    let state = RunState::trained(Experiment::default());
    let record = &state.shown().unwrap().record;
    let until = crate::analysis::stages::waits_until(record).unwrap();
    let share = |epoch: usize| record.losses()[epoch] / record.losses()[0];
    assert!(share(until) >= 0.95 && share(until + 1) < 0.95);
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
    let animals = text.find("animals | plants").unwrap();
    let next = text.rfind("mode ").unwrap();
    assert!(animals < next, "{text}");
    assert_eq!(said(first_split, |e| e.n_epochs = 100), None);
}

#[test]
fn illusions_are_measured_where_there_are_any() {
    let text = said(illusion, |e| *e = presets::shark()).unwrap();
    assert!(
        text.starts_with("Shark has_bones: wrongly believed up to"),
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
