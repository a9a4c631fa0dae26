//! Random sequences of steps, and what holds after each of them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use proptest::prelude::*;

use super::model::{Instance, Step, content};
use crate::app::command::question::{Answer, Question};
use crate::app::session::content::Content;

fn step() -> impl Strategy<Value = Step> {
    let answer = prop_oneof![
        Just(Answer::Save),
        Just(Answer::SaveAs),
        Just(Answer::Discard),
        Just(Answer::Cancel),
        Just(Answer::Recover),
    ];
    prop_oneof![
        4 => (0..6_u8).prop_map(Step::Edit),
        1 => Just(Step::Pin),
        1 => Just(Step::RemovePin),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        2 => Just(Step::Save),
        1 => (0..2_u8).prop_map(Step::SaveAs),
        2 => (0..2_u8).prop_map(Step::GivePath),
        1 => Just(Step::CancelDialog),
        4 => prop::bool::weighted(0.8).prop_map(Step::EndWrite),
        6 => Just(Step::GoOnReading),
        1 => (0..2_u8).prop_map(Step::Outside),
        3 => (0..4_u8).prop_map(Step::Open),
        1 => Just(Step::OfferLeftWork),
        2 => any::<bool>().prop_map(Step::ZScore),
        4 => answer.prop_map(Step::Answer),
        2 => Just(Step::Close),
        3 => Just(Step::Wait),
        1 => Just(Step::Crash),
    ]
}

/// The state before a step, as far as the claims need it.
struct Before {
    work: Content,
    was_in_a_file: bool,
    /// The work was data as they were opened, which stand in their own file.
    was_opened_data: bool,
    /// Another program had overwritten the work's file.
    was_file_foreign: bool,
    /// The experiment files that the session had opened or saved.
    known: BTreeSet<PathBuf>,
    question: Option<Question>,
    autosaved: Option<Content>,
    /// The work that another instance left.
    left: Option<Content>,
}

impl Before {
    fn of(instance: &Instance) -> Self {
        let work = content(&instance.session);
        Self {
            was_in_a_file: instance.is_in_a_file(&work),
            was_opened_data: instance.opened_data.as_ref() == Some(&work),
            was_file_foreign: instance.is_file_foreign(),
            known: instance.known.clone(),
            work,
            question: instance.question(),
            autosaved: instance.autosaved(),
            left: instance.left(),
        }
    }
}

/// Nothing is called saved that is not in its file, unless another program has overwritten that.
fn saved_is_true(instance: &Instance) {
    assert!(instance.session.is_unsaved() || instance.is_kept());
}

/// Work of other programs is overwritten only in files that the session has not known, or when the
/// user has seen it or was asked about it.
fn others_work_is_kept(step: Step, before: &Before, instance: &Instance) {
    let mut disk = instance.disk.0.borrow_mut();
    for path in disk.unexpected.drain(..) {
        assert!(!before.known.contains(&path), "{path:?} is not compared");
    }
    for work in disk.overwritten.drain(..) {
        let lr = work.experiment.lr;
        assert!(instance.seen.contains(&work), "{lr} is lost by {step:?}");
    }
}

/// Work gives way only to an edit, if it is in a file, or when the user has discarded it.
fn work_is_not_replaced(step: Step, before: &Before, instance: &Instance) {
    let is_discarded = before.question == Some(Question::ReplaceBy)
        && matches!(step, Step::Answer(Answer::Discard));
    let is_edit = matches!(
        step,
        Step::Edit(_) | Step::Pin | Step::RemovePin | Step::Undo | Step::Redo | Step::ZScore(_)
    );
    let is_same = content(&instance.session) == before.work;
    let is_in_a_file = before.was_in_a_file
        || before.was_opened_data
        || before.was_file_foreign
        || instance.is_in_a_file(&before.work);
    assert!(is_same || is_discarded || is_edit || is_in_a_file);
}

/// A question appears only when the user asks for what it is about, and goes when it is answered.
fn questions_are_asked_once(step: Step, before: &Before, instance: &Instance) {
    let now = instance.question();
    if now == before.question {
        let is_answered = match now {
            None => false,
            Some(Question::SaveOver) => matches!(step, Step::Answer(Answer::Cancel)),
            Some(_) => matches!(step, Step::Answer(Answer::Discard)),
        };
        // The answer to recover the work comes first; it is being read.
        let is_reading = now == Some(Question::Recover) && instance.disk.0.borrow().is_reading();
        assert!(!is_answered || is_reading, "{now:?} is asked again");
        return;
    }
    match now {
        None => {}
        Some(Question::Quit) => assert!(matches!(step, Step::Close)),
        // A file was read, or waited for the answer about recovered work.
        Some(Question::ReplaceBy) => assert!(matches!(step, Step::GoOnReading)),
        Some(Question::SaveOver) => assert!(matches!(step, Step::EndWrite(_))),
        Some(Question::LeftWork) => assert!(matches!(step, Step::OfferLeftWork)),
        Some(Question::Recover) => panic!("recovered work is asked about only at the start"),
    }
}

/// The work that another instance left stays until it is open, and then in this one's autosave
/// file, or discarded.
fn left_work_is_kept(step: Step, before: &Before, instance: &Instance) {
    let is_discarded = before.question == Some(Question::LeftWork)
        && matches!(step, Step::Answer(Answer::Discard));
    if instance.left() != before.left && !is_discarded {
        assert_eq!(instance.left(), None);
        assert_eq!(before.left.as_ref(), Some(&content(&instance.session)));
        assert_eq!(instance.autosaved(), before.left);
        assert!(instance.session.is_unsaved() && instance.session.path().is_none());
    }
}

/// Unsaved work is in the autosave file after a while, and nothing else.
fn autosave_is_true(step: Step, before: &Before, instance: &Instance) {
    if before.question == Some(Question::Recover) && instance.question() == before.question {
        assert_eq!(instance.autosaved(), before.autosaved);
    } else if matches!(step, Step::Wait) {
        let work = content(&instance.session);
        let unsaved = instance.session.is_unsaved().then_some(work);
        assert_eq!(instance.autosaved(), unsaved);
    }
}

/// The window closes only with everything in a file, whatever becomes of the writes under way.
fn nothing_is_lost_by_closing(step: Step, before: &Before, instance: &mut Instance) {
    let is_discarded = instance.session.document.phase()
        == &crate::app::session::phase::Phase::Closing(
            crate::app::session::phase::Closing::Discarding,
        );
    let is_recovering = instance.session.document.is_recovering();
    if !is_discarded && !is_recovering {
        assert!(instance.is_kept(), "{step:?}");
    }
    instance.session.end();
    let left = is_recovering.then(|| before.autosaved.clone()).flatten();
    assert_eq!(instance.autosaved(), left);
    if !is_discarded && !is_recovering {
        while !instance.disk.0.borrow().writes.is_empty() {
            instance.disk.0.borrow_mut().end_write(true);
        }
        assert!(instance.is_kept(), "a write has replaced the work");
    }
}

/// Does the steps and checks the claims; answers how often each question was asked.
fn play(steps: &[Step]) {
    let mut instance = Instance::new();
    for &step in steps {
        let before = Before::of(&instance);
        if matches!(step, Step::Crash) || instance.has_closed {
            instance = instance.crash();
            let asks = instance.autosaved().map(|_| Question::Recover);
            assert_eq!(instance.question(), asks);
            assert_eq!(instance.autosaved(), before.autosaved);
            continue;
        }
        instance.step(step);
        saved_is_true(&instance);
        others_work_is_kept(step, &before, &instance);
        left_work_is_kept(step, &before, &instance);
        work_is_not_replaced(step, &before, &instance);
        questions_are_asked_once(step, &before, &instance);
        if instance.has_closed {
            nothing_is_lost_by_closing(step, &before, &mut instance);
        } else {
            autosave_is_true(step, &before, &instance);
        }
    }
    if !instance.has_closed {
        instance.close_for_good();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_unsaved_is_lost_without_a_question_and_nothing_is_asked_twice(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        play(&steps);
    }
}
