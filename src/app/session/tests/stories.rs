//! Sequences of steps that have gone wrong once, or would be easy to get wrong.

use super::model::{Instance, Step, content, path};
use crate::app::command::question::{Answer, Question};
use crate::app::command::view::View;

fn after(steps: &[Step]) -> Instance {
    let mut instance = Instance::new();
    for step in steps {
        instance.step(*step);
    }
    instance
}

/// Lets the oldest file that is being read arrive.
fn read(instance: &mut Instance) {
    instance.step(Step::GoOnReading);
    instance.step(Step::GoOnReading);
}

#[test]
fn a_crashed_sessions_work_is_offered_once() {
    let crashed = after(&[Step::Edit(6), Step::Wait]);
    let work = content(&crashed.session);
    let mut next = crashed.crash();
    assert_eq!(next.question(), Some(Question::Recover));
    next.step(Step::Answer(Answer::Recover));
    read(&mut next);
    assert_eq!((content(&next.session), next.question()), (work, None));
    assert!(next.session.is_unsaved());
    next.step(Step::Answer(Answer::Recover));
    next.step(Step::SaveAs(0));
    next.step(Step::EndWrite(true));
    next.step(Step::Wait);
    assert_eq!(next.crash().question(), None);
}

#[test]
fn a_file_opened_while_recovered_work_is_asked_about_replaces_it_only_when_asked() {
    let mut next = after(&[Step::Edit(6), Step::Wait]).crash();
    next.step(Step::Open(0));
    read(&mut next);
    assert_eq!(next.question(), Some(Question::Recover));
    next.step(Step::Answer(Answer::Recover));
    read(&mut next);
    assert_eq!(next.session.experiment().lr, 7.0);
    assert_eq!(next.question(), Some(Question::ReplaceBy));
    next.step(Step::Answer(Answer::Discard));
    assert_eq!(next.session.experiment().lr, 20.0);
}

#[test]
fn work_that_another_instance_left_is_opened_like_a_file_and_is_unsaved() {
    let mut instance = after(&[Step::Open(0)]);
    read(&mut instance);
    instance.step(Step::OfferLeftWork);
    assert_eq!(instance.question(), Some(Question::LeftWork));
    instance.step(Step::Answer(Answer::Cancel));
    assert!(instance.question().is_none() && instance.left().is_some());
    // Unsaved present work is asked about first.
    instance.step(Step::Edit(1));
    instance.step(Step::OfferLeftWork);
    instance.step(Step::Answer(Answer::Recover));
    read(&mut instance);
    assert_eq!(instance.question(), Some(Question::ReplaceBy));
    assert_eq!(instance.session.experiment().lr, 2.0);
    instance.step(Step::Answer(Answer::Discard));
    assert_eq!(instance.session.experiment().lr, 9.0);
    assert_eq!((instance.session.path(), instance.left()), (None, None));
    assert!(instance.session.is_unsaved() && !instance.session.leaves_work());
    // It survives the next crash, too.
    let work = content(&instance.session);
    assert_eq!(instance.autosaved(), Some(work));
    instance.step(Step::Undo);
    assert_eq!(instance.session.path(), Some(path(0).as_path()));
    instance.step(Step::Redo);
    instance.step(Step::Close);
    assert_eq!(instance.question(), Some(Question::Quit));
    // There is no more of it.
    instance.step(Step::Answer(Answer::Cancel));
    instance.step(Step::OfferLeftWork);
    assert_eq!(instance.question(), None);
}

#[test]
fn left_work_is_discarded_only_by_its_own_question() {
    let mut instance = after(&[Step::Edit(1), Step::OfferLeftWork]);
    instance.step(Step::Close);
    assert_eq!(instance.question(), Some(Question::Quit));
    instance.step(Step::Answer(Answer::Cancel));
    assert!(instance.left().is_some());
    instance.step(Step::OfferLeftWork);
    instance.step(Step::Answer(Answer::Discard));
    assert_eq!(instance.left(), None);
    assert_eq!(instance.session.experiment().lr, 2.0);
}

#[test]
fn undoing_to_what_an_older_file_held_is_unsaved_when_the_file_holds_something_else() {
    // Saved, changed, saved again and taken back: the file holds the newer work.
    let steps = [
        Step::Edit(1),
        Step::SaveAs(0),
        Step::EndWrite(true),
        Step::Edit(2),
        Step::Save,
        Step::Undo,
    ];
    let mut instance = after(&steps);
    assert!(instance.session.is_unsaved());
    instance.step(Step::EndWrite(true));
    assert!(instance.session.is_unsaved());
    instance.step(Step::Close);
    assert_eq!(instance.question(), Some(Question::Quit));
}

#[test]
fn saving_into_the_very_file_that_waits_to_be_opened_keeps_both_apart() {
    let mut instance = after(&[Step::Edit(1), Step::Open(0)]);
    read(&mut instance);
    instance.step(Step::Answer(Answer::Save));
    instance.step(Step::GivePath(0));
    instance.step(Step::EndWrite(true));
    // The work is in the file, and what was in it is shown, in no file any more.
    assert_eq!(instance.session.experiment().lr, 20.0);
    assert_eq!(instance.session.path(), Some(path(0).as_path()));
    assert!(instance.session.is_unsaved());
}

/// A session whose file another program has changed, saved to no avail.
fn saved_over_foreign(then: &[Step]) -> Instance {
    let mut instance = after(&[Step::Open(0)]);
    read(&mut instance);
    instance.step(Step::Edit(1));
    instance.step(Step::Outside(0));
    for step in then {
        instance.step(*step);
    }
    instance.step(Step::EndWrite(true));
    assert_eq!(instance.question(), Some(Question::SaveOver));
    assert_eq!(instance.session.asked_file(), Some(path(0).as_path()));
    assert!(instance.is_file_foreign() && instance.session.is_unsaved());
    instance
}

#[test]
fn a_file_that_another_program_has_changed_is_saved_over_only_when_asked() {
    let mut instance = saved_over_foreign(&[Step::Save]);
    instance.step(Step::Answer(Answer::Cancel));
    assert_eq!(instance.question(), None);
    instance.step(Step::Save);
    instance.step(Step::EndWrite(true));
    assert_eq!(instance.question(), Some(Question::SaveOver));
    // It is changed once more while that is asked.
    instance.step(Step::Outside(0));
    instance.step(Step::Answer(Answer::Save));
    instance.step(Step::EndWrite(true));
    assert_eq!(instance.question(), Some(Question::SaveOver));
    instance.step(Step::Answer(Answer::Save));
    instance.step(Step::EndWrite(true));
    assert!(instance.is_in_its_file() && !instance.session.is_unsaved());
    // Saves in a row, and what the session has written itself, are not asked about.
    instance.step(Step::Edit(2));
    instance.step(Step::Save);
    instance.step(Step::Edit(3));
    instance.step(Step::Save);
    instance.step(Step::EndWrite(true));
    instance.step(Step::EndWrite(true));
    assert_eq!(instance.question(), None);
    assert!(instance.is_in_its_file());
}

#[test]
fn a_window_that_closes_does_not_save_over_another_programs_changes() {
    let closing = [Step::Close, Step::Answer(Answer::Save)];
    let mut instance = saved_over_foreign(&closing);
    assert!(!instance.has_closed);
    instance.step(Step::Answer(Answer::Save));
    instance.step(Step::EndWrite(true));
    assert!(instance.has_closed && instance.is_in_its_file());
    // The same while the file is being written already.
    let mut instance = saved_over_foreign(&[Step::Save, Step::Close]);
    instance.step(Step::Answer(Answer::SaveAs));
    instance.step(Step::GivePath(1));
    instance.step(Step::EndWrite(true));
    assert!(instance.has_closed && instance.is_in_its_file());
    assert_eq!(instance.session.path(), Some(path(1).as_path()));
    assert!(instance.disk.0.borrow().foreign(&path(0)).is_some());
}

#[test]
fn opening_another_file_does_not_save_over_another_programs_changes() {
    let opening = [
        Step::Open(1),
        Step::GoOnReading,
        Step::GoOnReading,
        Step::Answer(Answer::Save),
    ];
    let mut instance = saved_over_foreign(&opening);
    instance.step(Step::Answer(Answer::Cancel));
    assert_eq!(instance.session.experiment().lr, 2.0);
    let mut instance = saved_over_foreign(&opening);
    instance.step(Step::Answer(Answer::Save));
    instance.step(Step::EndWrite(true));
    assert_eq!(instance.session.experiment().lr, 30.0);
    assert!(instance.disk.0.borrow().foreign(&path(0)).is_none());
}

#[test]
fn a_changed_file_that_is_opened_again_is_saved_over_without_a_question() {
    let mut instance = saved_over_foreign(&[Step::Save]);
    instance.step(Step::Answer(Answer::Cancel));
    instance.step(Step::Open(0));
    read(&mut instance);
    instance.step(Step::Answer(Answer::Discard));
    assert!(!instance.session.is_unsaved());
    instance.step(Step::Edit(1));
    instance.step(Step::Save);
    instance.step(Step::EndWrite(true));
    assert_eq!(instance.question(), None);
    assert!(instance.is_in_its_file());
}

#[test]
fn undoing_the_opening_of_a_file_brings_the_look_back() {
    let mut instance = after(&[Step::Edit(1), Step::SaveAs(1), Step::EndWrite(true)]);
    let session = &mut instance.session;
    session.change_learning(|learning| learning.is_log = true);
    session.follow(vec![[0, 1]]);
    session.look_at(42);
    let look = session.look().clone();
    instance.step(Step::Open(0));
    read(&mut instance);
    let session = &mut instance.session;
    assert!(session.look().followed.is_empty());
    session.change_learning(|learning| learning.is_raw = true);
    session.look_at(7);
    let opened = session.look().clone();
    instance.step(Step::Undo);
    assert_eq!(*instance.session.look(), look);
    assert_eq!(instance.session.epoch(), 42);
    instance.step(Step::Redo);
    assert_eq!(*instance.session.look(), opened);
    assert_eq!(instance.session.epoch(), 7);
}

#[test]
fn an_autosave_that_failed_is_tried_again_and_the_failure_is_told_once() {
    let mut instance = after(&[]);
    instance.disk.0.borrow_mut().is_full = true;
    for step in [Step::Edit(6), Step::Wait, Step::Wait, Step::Wait] {
        instance.step(step);
    }
    assert_eq!(instance.autosaved(), None);
    assert_eq!(instance.n_autosave_failures, 1);
    instance.disk.0.borrow_mut().is_full = false;
    instance.step(Step::Wait);
    let work = content(&instance.session);
    assert_eq!(instance.autosaved(), Some(work));
}

#[test]
fn data_opened_over_an_experiment_are_asked_about_and_never_saved_over_its_file() {
    let steps = [
        Step::Edit(1),
        Step::SaveAs(0),
        Step::EndWrite(true),
        Step::Edit(2),
        Step::Open(3),
    ];
    let mut instance = after(&steps);
    read(&mut instance);
    assert_eq!(instance.question(), Some(Question::ReplaceBy));
    instance.step(Step::Answer(Answer::Cancel));
    assert_eq!(instance.session.experiment().lr, 3.0);
    instance.step(Step::Open(3));
    read(&mut instance);
    instance.step(Step::Answer(Answer::Discard));
    assert!(instance.session.experiment().data.own().is_some());
    assert_eq!(instance.session.path(), None);
    // A path is asked for; nothing is written over the experiment's file.
    instance.step(Step::Save);
    assert!(instance.disk.0.borrow().writes.is_empty());
    instance.step(Step::CancelDialog);
    instance.step(Step::Undo);
    assert_eq!(instance.session.path(), Some(path(0).as_path()));
    assert_eq!(instance.session.experiment().lr, 3.0);
}

#[test]
fn title_opening_and_closing_agree_on_what_is_unsaved() {
    let mut instance = after(&[Step::Open(3)]);
    read(&mut instance);
    assert!(!instance.session.is_unsaved(), "they are in their own file");
    instance.step(Step::Open(3));
    read(&mut instance);
    assert_eq!(instance.question(), None);
    instance.step(Step::Wait);
    assert_eq!(instance.autosaved(), None);
    // A choice about how they are read is an edit: all three tell of it until it is taken back.
    instance.step(Step::ZScore(true));
    assert!(instance.session.is_unsaved());
    instance.step(Step::Open(3));
    read(&mut instance);
    assert_eq!(instance.question(), Some(Question::ReplaceBy));
    instance.step(Step::Answer(Answer::Cancel));
    instance.step(Step::Close);
    assert_eq!(instance.question(), Some(Question::Quit));
    instance.step(Step::Answer(Answer::Cancel));
    instance.step(Step::Undo);
    assert!(!instance.session.is_unsaved());
    instance.step(Step::Close);
    assert!(instance.has_closed);
}

#[test]
fn undoing_a_reset_brings_the_epoch_back() {
    let mut instance = after(&[Step::Edit(1), Step::SaveAs(1), Step::EndWrite(true)]);
    instance.session.look_at(42);
    assert!(instance.session.reset());
    assert_eq!(instance.session.epoch(), 150);
    assert!(!instance.session.reset(), "it is reset already");
    instance.step(Step::Undo);
    assert_eq!(instance.session.experiment().lr, 2.0);
    assert_eq!(instance.session.epoch(), 42);
    assert_eq!(instance.session.path(), Some(path(1).as_path()));
    instance.step(Step::Redo);
    assert_eq!(instance.session.epoch(), 150);
}

#[test]
fn a_file_opened_again_in_the_session_looks_as_it_was_last_seen() {
    let mut instance = after(&[Step::Open(0)]);
    read(&mut instance);
    instance.session.show_view(View::Data);
    instance.session.look_at(42);
    assert!(!instance.session.is_unsaved(), "looking is no change");
    instance.step(Step::Open(1));
    read(&mut instance);
    instance.session.show_view(View::Illusions);
    instance.session.look_at(7);
    instance.step(Step::Open(0));
    read(&mut instance);
    assert_eq!(instance.session.look().view, View::Data);
    assert_eq!(instance.session.epoch(), 42);
    assert_eq!(instance.question(), None);
}

#[test]
fn recovered_work_is_looked_at_as_it_was_last_seen() {
    let mut crashed = after(&[Step::Edit(6), Step::Wait]);
    crashed.session.show_view(View::Data);
    crashed.session.look_at(42);
    for _ in 0..8 {
        crashed.step(Step::Wait);
    }
    let mut next = crashed.crash();
    next.step(Step::Answer(Answer::Recover));
    read(&mut next);
    assert_eq!(next.session.look().view, View::Data);
    assert_eq!(next.session.epoch(), 42);
}
