//! Own data read by other choices: each is one edit, and what is refused changes nothing.

use super::model::{Instance, Step};
use crate::app::session::readings::ChoiceRefusal;
use crate::data::read::{Choices, ItemNames, Missing, Scaling, WayOut};
use crate::data::{Provenance, ReadError};
use crate::experiment::Experiment;

const PETS: &str = "item,legs,weight\nTuna,0,5.5\nRobin,2,0.1\nDog,4,30\n";

/// A session in which a table of that text was opened.
fn opened(text: &str) -> Instance {
    let mut instance = Instance::with_table(text);
    instance.step(Step::Open(3));
    instance.step(Step::GoOnReading);
    instance.step(Step::GoOnReading);
    instance
}

fn provenance(instance: &Instance) -> &Provenance {
    let own = instance.session.experiment().data.own().expect("own data");
    own.provenance.as_ref().expect("its file is known")
}

fn choose(instance: &mut Instance, choices: Choices) {
    instance.session.choose(choices);
    instance.step(Step::Tick);
}

fn zscored() -> Choices {
    Choices {
        scaling: Scaling::Zscore,
        ..Choices::default()
    }
}

#[test]
fn a_choice_is_one_edit_that_is_undone_and_redone() {
    let mut instance = opened(PETS);
    let before = instance.session.experiment().clone();
    choose(&mut instance, zscored());
    let after = instance.session.experiment().clone();
    assert_eq!(provenance(&instance).choices, zscored());
    let sum: f64 = after.data.sample().targets.row(1).iter().sum();
    assert!(sum.abs() < 1e-12, "{sum}");
    instance.step(Step::Undo);
    assert_eq!(*instance.session.experiment(), before);
    let how = instance.session.readings().how(provenance(&instance));
    assert!(how.is_some(), "how it was read is still known");
    instance.step(Step::Redo);
    assert_eq!(*instance.session.experiment(), after);
}

#[test]
fn the_learning_rate_goes_along_unless_the_user_has_set_it() {
    let mut instance = opened(PETS);
    let fitting = instance.session.experiment().lr;
    choose(&mut instance, zscored());
    assert_ne!(instance.session.experiment().lr, fitting);
    let mut instance = opened(PETS);
    let set = Experiment {
        lr: 0.125,
        ..instance.session.experiment().clone()
    };
    instance.session.edit(set, false);
    choose(&mut instance, zscored());
    assert_eq!(instance.session.experiment().lr, 0.125);
    instance.session.back_to_tree();
    assert_eq!(instance.session.experiment().lr, 0.125);
}

#[test]
fn back_on_the_tree_a_rate_that_fitted_the_table_becomes_the_tutorials() {
    let mut instance = opened(PETS);
    assert_ne!(instance.session.experiment().lr, Experiment::default().lr);
    instance.session.back_to_tree();
    assert_eq!(instance.session.experiment().lr, Experiment::default().lr);
}

#[test]
fn a_refused_choice_leaves_the_data_and_the_next_one_builds_on_it() {
    let mut instance = opened("kind,item,legs\n1,Tuna,0\n2,Robin,2\n3,Dog,4\n");
    // The first column holds numbers: a way out is needed first.
    let doubtful = instance.session.readings().doubtful().expect("it is asked");
    let items = WayOut::ItemsIn("item".to_owned()).choices(&doubtful.file.provenance.choices);
    instance.session.choose_for_doubtful(items.clone());
    instance.step(Step::Tick);
    let before = instance.session.experiment().clone();
    assert_eq!(before.items, ["Tuna", "Robin", "Dog"]);
    let wrong = Choices {
        items: ItemNames::None,
        ..items.clone()
    };
    choose(&mut instance, wrong.clone());
    let attempt = instance
        .session
        .readings()
        .attempt()
        .expect("it is refused");
    assert!(matches!(
        &attempt.refusal,
        Some(ChoiceRefusal::Data(ReadError::Table(_)))
    ));
    assert_eq!(attempt.choices, wrong);
    assert_eq!(*instance.session.experiment(), before);
    let right = Choices {
        drop: vec!["item".to_owned()],
        ..wrong
    };
    choose(&mut instance, right);
    assert_eq!(instance.session.readings().attempt(), None);
    assert_eq!(
        instance.session.experiment().items,
        ["item 1", "item 2", "item 3"]
    );
    instance.step(Step::Undo);
    assert_eq!(*instance.session.experiment(), before);
}

#[test]
fn a_refused_choice_is_given_up_and_does_not_outlive_its_data() {
    let mut instance = opened(PETS);
    let wrong = || Choices {
        drop: vec!["wings".to_owned()],
        ..Choices::default()
    };
    choose(&mut instance, wrong());
    assert!(instance.session.readings().attempt().is_some());
    instance.session.give_up_attempt();
    assert_eq!(instance.session.readings().attempt(), None);
    choose(&mut instance, wrong());
    instance.session.back_to_tree();
    instance.step(Step::Tick);
    assert_eq!(instance.session.readings().attempt(), None);
}

#[test]
fn a_file_in_doubt_is_opened_by_a_way_out_or_left() {
    let missing = "item,legs\nTuna,0\nRobin,\nDog,4\n";
    let mut instance = opened(missing);
    let tree = instance.session.experiment().clone();
    assert!(tree.data.tree().is_some());
    let doubtful = instance.session.readings().doubtful().expect("it is asked");
    assert_eq!(doubtful.outline.preview.rows[2].cells, ["Robin", ""]);
    let ways = doubtful.ways_out();
    assert_eq!(ways[0], WayOut::Missing(Missing::Mean));
    let choices = ways[0].choices(&Choices::default());
    instance.session.choose_for_doubtful(choices);
    instance.step(Step::Tick);
    assert_eq!(instance.session.readings().doubtful(), None);
    let targets = &instance.session.experiment().data.sample().targets;
    assert_eq!(targets.as_slice(), [0.0, 2.0, 4.0]);
    instance.step(Step::Undo);
    assert_eq!(*instance.session.experiment(), tree);
    let mut instance = opened(missing);
    instance.session.give_up_doubtful();
    assert_eq!(*instance.session.experiment(), tree);
}

#[test]
fn how_data_of_an_opened_experiment_were_read_is_found_out() {
    let mut instance = opened(PETS);
    choose(&mut instance, zscored());
    instance.step(Step::SaveAs(0));
    instance.step(Step::EndWrite(true));
    let mut next = instance.crash();
    next.step(Step::Open(0));
    next.step(Step::GoOnReading);
    next.step(Step::GoOnReading);
    next.step(Step::Tick);
    let how = next.session.readings().how(provenance(&next));
    assert_eq!(how.map(|how| how.report.n_items), Some(3));
    choose(&mut next, Choices::default());
    assert_eq!(
        next.session.experiment().data.sample().targets[(1, 2)],
        30.0
    );
}

#[test]
fn a_refused_choice_has_the_outline_of_the_table_as_it_makes_it() {
    let mut instance = opened("item,kind,legs\nTuna,fish,0\nRobin,bird,2\nDog,mammal,4\n");
    let dropped = Choices {
        drop: vec!["kind".to_owned()],
        ..Choices::default()
    };
    instance.session.choose_for_doubtful(dropped.clone());
    instance.step(Step::Tick);
    let turned = Choices {
        transpose: true,
        ..dropped
    };
    choose(&mut instance, turned);
    let attempt = instance
        .session
        .readings()
        .attempt()
        .expect("it is refused");
    assert!(attempt.refusal.is_some());
    let outline = attempt.outline.as_ref().expect("it was looked into");
    assert_eq!(outline.columns, ["item", "Tuna", "Robin", "Dog"]);
    let how = instance.session.readings().how(provenance(&instance));
    let in_force = &how.expect("it is known").outline.columns;
    assert_eq!(*in_force, ["item", "kind", "legs"]);
}

/// A table about which two questions are asked: its first column, and a missing value.
const TWICE: &str = "id,item,legs\n1,Tuna,0\n2,Robin,\n3,Dog,4\n";

#[test]
fn of_two_questions_the_first_can_be_asked_again() {
    let mut instance = opened(TWICE);
    let asked = |instance: &Instance| {
        let doubtful = instance.session.readings().doubtful();
        let doubtful = doubtful.expect("it is asked");
        (doubtful.question(), doubtful.error.clone())
    };
    let first = asked(&instance);
    assert_eq!(first.0, 1);
    let items = Choices {
        items: ItemNames::Column("item".to_owned()),
        ..Choices::default()
    };
    instance.session.choose_for_doubtful(items);
    instance.step(Step::Tick);
    assert_eq!(asked(&instance).0, 2);
    instance.session.go_back_in_doubt();
    instance.step(Step::Tick);
    assert_eq!(asked(&instance), first);
    let doubtful = instance.session.readings().doubtful().expect("it is asked");
    assert!(doubtful.file.provenance.choices.is_default() && !doubtful.is_busy());
}

#[test]
fn a_file_that_was_left_in_doubt_is_asked_about_again_and_answered() {
    let mut instance = opened("item,legs\nTuna,0\nRobin,\nDog,4\n");
    for _ in 0..2 {
        instance.session.give_up_doubtful();
        instance.step(Step::Open(3));
        // It is left, and answered, while it is still being read once more.
        instance.step(Step::GoOnReading);
        instance.step(Step::GoOnReading);
        let doubtful = instance.session.readings().doubtful().expect("it is asked");
        assert!(!doubtful.is_busy() && doubtful.question() == 1);
    }
    let zero = WayOut::Missing(Missing::Zero).choices(&Choices::default());
    instance.session.choose_for_doubtful(zero);
    instance.step(Step::Open(3));
    instance.step(Step::Tick);
    instance.step(Step::GoOnReading);
    instance.step(Step::GoOnReading);
    let doubtful = instance.session.readings().doubtful().expect("it is asked");
    assert!(!doubtful.is_busy(), "the newest question takes an answer");
}
