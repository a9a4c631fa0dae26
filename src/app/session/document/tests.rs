use super::*;
use crate::app::command::question::Answer;
use crate::app::session::content::FileContent;
use crate::app::session::reply::Decision;
use crate::experiment::Experiment;

fn content(lr: f64) -> Content {
    Content {
        experiment: Experiment {
            lr,
            ..Experiment::default()
        },
        pins: Vec::new(),
    }
}

fn opened(name: &str, lr: f64) -> OpenedFile {
    OpenedFile {
        number: 1,
        path: name.into(),
        file: Box::new(content(lr).experiment.into()),
        fingerprint: Fingerprint::of(name.as_bytes()),
    }
}

fn read(name: &str, lr: f64) -> ReadFile {
    let OpenedFile {
        number,
        path,
        file,
        fingerprint,
    } = opened(name, lr);
    ReadFile {
        number,
        path,
        content: FileContent::Experiment(file, fingerprint),
    }
}

impl Document {
    /// How much of this stands in the file.
    fn with(&self, lr: f64) -> Standing {
        self.standing(|in_file| *in_file == content(lr))
    }

    fn write(&mut self, number: u64, name: &str, lr: f64) {
        let last_known = self.last_known(Path::new(name));
        self.begin_write(number, name.into(), content(lr), last_known);
    }
}

#[test]
fn the_beginning_is_saved_and_an_edit_is_not() {
    let document = Document::new(false);
    assert_eq!(document.with(100.0), Standing::Saved);
    assert_eq!(document.with(70.0), Standing::Unsaved);
}

#[test]
fn a_write_under_way_counts_only_for_what_it_writes() {
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    assert_eq!(document.with(70.0), Standing::BeingSaved(1));
    // The beginning will not be in the file.
    assert_eq!(document.with(100.0), Standing::Unsaved);
    assert_eq!(document.path(), None);
    assert_eq!(document.end_write(1, 1), None);
    assert_eq!(document.path(), Some(Path::new("a")));
    assert_eq!(document.with(70.0), Standing::Saved);
    assert_eq!(document.with(100.0), Standing::Unsaved);
}

#[test]
fn an_older_write_is_known_to_be_in_the_file_when_the_newer_fails() {
    let mut document = Document::new(false);
    document.write(1, "a", 50.0);
    document.end_write(1, 1);
    document.write(2, "a", 60.0);
    document.write(3, "a", 70.0);
    document.end_write(2, 2);
    document.fail_write(3, false);
    assert_eq!(document.with(60.0), Standing::Saved);
    assert_eq!(document.with(50.0), Standing::Unsaved);
}

fn found() -> Fingerprint {
    Fingerprint::of(b"another program's")
}

#[test]
fn a_file_that_another_program_has_changed_is_asked_about_and_holds_nothing_known() {
    let mut document = Document::new(false);
    document.write(1, "a", 60.0);
    document.end_write(1, 1);
    document.write(2, "a", 70.0);
    assert!(document.refuse_write(2, found()));
    assert_eq!(document.question(), Some(Question::SaveOver));
    assert_eq!(document.asked_file(), Some(Path::new("a")));
    // It is neither saved as it was, nor as it is.
    assert_eq!(document.with(60.0), Standing::Unsaved);
    assert_eq!(document.with(70.0), Standing::Unsaved);
    assert_eq!(document.answer(Answer::Discard), Decision::Nothing);
    let over = Decision::SaveOver {
        path: "a".into(),
        found: found(),
        then: None,
    };
    assert_eq!(document.answer(Answer::Save), over);
    assert_eq!(document.question(), None);
}

#[test]
fn closing_or_opening_goes_on_after_the_answer_about_a_changed_file() {
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    document.request_close(Standing::BeingSaved(1), true);
    assert!(document.refuse_write(1, found()));
    assert!(!document.closes_now(Standing::Unsaved, false));
    let elsewhere = Decision::SaveElsewhere(Some(Then::Close));
    assert_eq!(document.answer(Answer::SaveAs), elsewhere);
    document.write(2, "a", 70.0);
    document.then(2, Then::Open(read("b", 80.0)));
    assert!(document.refuse_write(2, found()));
    assert_eq!(document.answer(Answer::Cancel), Decision::Nothing);
    assert_eq!(*document.phase(), Phase::Editing);
}

#[test]
fn a_changed_file_of_other_work_and_behind_another_question_is_not_asked_about() {
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    document.go_to(Some("b".into()));
    assert!(!document.refuse_write(1, found()));
    assert_eq!(document.question(), None);
    document.write(2, "a", 70.0);
    document.request_close(Standing::Unsaved, true);
    assert!(!document.refuse_write(2, found()));
    assert_eq!(document.question(), Some(Question::Quit));
}

#[test]
fn a_second_save_expects_what_the_first_one_wrote() {
    let mut document = Document::new(false);
    let last_known = |document: &Document| document.last_known(Path::new("a"));
    assert_eq!(last_known(&document).get(), None);
    document.opened(&opened("a", 60.0));
    assert_eq!(last_known(&document).get(), Some(Fingerprint::of(b"a")));
    document.write(2, "a", 70.0);
    let first = last_known(&document);
    document.write(3, "a", 80.0);
    let second = last_known(&document);
    first.set(found());
    assert_eq!(second.get(), Some(found()));
    document.end_write(2, 3);
    document.end_write(3, 3);
    assert_eq!(last_known(&document).get(), Some(found()));
}

#[test]
fn a_write_that_ends_after_another_file_was_opened_does_not_become_current() {
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    document.opened(&opened("b", 60.0));
    document.end_write(1, 1);
    assert_eq!(document.path(), Some(Path::new("b")));
    // Going back to the first file, it is known what stands there.
    document.go_to(Some("a".into()));
    assert_eq!(document.with(70.0), Standing::Saved);
}

#[test]
fn a_file_that_was_read_before_it_was_written_is_not_taken_for_what_stands_there() {
    let mut document = Document::new(false);
    let file = opened("a", 60.0);
    document.write(2, "a", 70.0);
    document.end_write(2, 2);
    document.opened(&file);
    assert_eq!(document.with(60.0), Standing::Unsaved);
    assert_eq!(document.with(70.0), Standing::Saved);
}

#[test]
fn of_two_writes_to_a_file_the_later_one_is_what_stands_there() {
    let mut document = Document::new(false);
    document.write(1, "a", 60.0);
    document.write(2, "a", 70.0);
    document.end_write(1, 2);
    document.end_write(2, 2);
    assert_eq!(document.with(70.0), Standing::Saved);
    assert_eq!(document.with(60.0), Standing::Unsaved);
}

#[test]
fn unsaved_work_is_asked_about_before_closing() {
    let mut document = Document::new(false);
    let reply = document.request_close(Standing::Unsaved, false);
    assert_eq!(reply, CloseReply::Asks);
    assert_eq!(document.question(), Some(Question::Quit));
    assert_eq!(document.answer(Answer::Cancel), Decision::Nothing);
    assert_eq!(document.question(), None);
    document.request_close(Standing::Unsaved, false);
    assert_eq!(document.answer(Answer::Discard), Decision::Close);
    let reply = document.request_close(Standing::Unsaved, false);
    assert_eq!(reply, CloseReply::Closes);
    let last = document.last_autosave(Standing::Unsaved);
    assert_eq!(last, LastAutosave::Remove);
}

#[test]
fn saved_work_closes_when_everything_is_written() {
    let mut document = Document::new(false);
    let reply = document.request_close(Standing::Saved, false);
    assert_eq!(reply, CloseReply::Closes);
    assert_eq!(*document.phase(), Phase::Editing);
    let reply = document.request_close(Standing::Saved, true);
    assert_eq!(reply, CloseReply::Waits);
    assert!(!document.closes_now(Standing::Saved, true));
    assert!(document.closes_now(Standing::Saved, false));
    assert!(!document.closes_now(Standing::Saved, false));
    assert!(!document.can_edit());
}

#[test]
fn a_second_wish_to_close_gives_up_exports_and_no_work() {
    let mut document = Document::new(false);
    document.request_close(Standing::Saved, true);
    let reply = document.request_close(Standing::Saved, true);
    assert_eq!(reply, CloseReply::Closes);
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    document.request_close(Standing::BeingSaved(1), true);
    let reply = document.request_close(Standing::BeingSaved(1), true);
    assert_eq!(reply, CloseReply::Asks);
}

#[test]
fn a_failed_write_or_an_edit_keeps_the_window_open() {
    let mut document = Document::new(false);
    document.request_close(Standing::BeingSaved(1), true);
    assert!(!document.closes_now(Standing::Unsaved, false));
    assert_eq!(*document.phase(), Phase::Editing);
    assert!(document.can_edit());
}

#[test]
fn saving_before_closing_asks_for_a_path_until_one_is_written() {
    let mut document = Document::new(false);
    document.request_close(Standing::Unsaved, false);
    assert_eq!(document.answer(Answer::Save), Decision::Save(Then::Close));
    document.need_path(Then::Close);
    document.write(1, "/no/such/folder", 70.0);
    document.fail_write(1, true);
    assert_eq!(*document.phase(), Phase::NeedsPath(Then::Close));
    document.write(2, "a", 70.0);
    assert_eq!(document.end_write(2, 2), Some(Then::Close));
    assert_eq!(*document.phase(), Phase::Editing);
}

#[test]
fn without_a_path_nothing_follows() {
    let mut document = Document::new(false);
    document.need_path(Then::Close);
    document.abandon_path();
    document.write(1, "a", 70.0);
    assert_eq!(document.end_write(1, 1), None);
    // The same if the write fails and no dialog asks for another path.
    document.need_path(Then::Close);
    document.write(2, "b", 70.0);
    document.fail_write(2, false);
    assert_eq!(*document.phase(), Phase::Editing);
}

#[test]
fn what_follows_a_save_follows_the_newest_one() {
    let mut document = Document::new(false);
    document.need_path(Then::Close);
    document.write(1, "a", 70.0);
    document.write(2, "a", 80.0);
    assert_eq!(document.end_write(1, 1), None);
    assert_eq!(document.end_write(2, 2), Some(Then::Close));
}

#[test]
fn a_file_replaces_unsaved_work_only_when_that_is_answered() {
    let mut document = Document::new(false);
    let file = read("a", 70.0);
    let replaced = document.replace_by(file.clone(), Standing::Saved);
    assert_eq!(replaced, Some(file.clone()));
    assert_eq!(document.replace_by(file.clone(), Standing::Unsaved), None);
    assert_eq!(document.question(), Some(Question::ReplaceBy));
    assert_eq!(document.answer(Answer::Cancel), Decision::Nothing);
    document.replace_by(file.clone(), Standing::Unsaved);
    assert_eq!(
        document.answer(Answer::Discard),
        Decision::Show(file.clone())
    );
    document.replace_by(file.clone(), Standing::Unsaved);
    let save = Decision::Save(Then::Open(file.clone()));
    assert_eq!(document.answer(Answer::Save), save);
    // What is being written is waited for, not asked about.
    document.write(1, "b", 80.0);
    document.replace_by(file.clone(), Standing::BeingSaved(1));
    assert_eq!(document.question(), None);
    assert_eq!(document.end_write(1, 1), Some(Then::Open(file)));
}

#[test]
fn opened_data_have_no_file_and_need_no_saving_as_long_as_they_are_as_opened() {
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    document.end_write(1, 1);
    document.opened_data(content(80.0));
    assert_eq!(document.path(), None);
    assert_eq!(document.with(80.0), Standing::Saved);
    assert_eq!(document.with(90.0), Standing::Unsaved);
    // Taken back, the work is that of the file again, in which the data are not.
    document.go_to(Some("a".into()));
    assert_eq!(document.with(70.0), Standing::Saved);
    assert_eq!(document.with(80.0), Standing::Unsaved);
}

#[test]
fn a_save_under_way_does_not_make_its_file_that_of_data_opened_meanwhile() {
    let mut document = Document::new(false);
    document.write(1, "a", 70.0);
    document.opened_data(content(80.0));
    document.end_write(1, 1);
    assert_eq!(document.path(), None);
    assert_eq!(document.with(80.0), Standing::Saved);
    assert_eq!(document.with(70.0), Standing::Unsaved);
}

#[test]
fn recovered_work_is_asked_about_first_and_other_files_wait() {
    let mut document = Document::new(true);
    assert_eq!(document.question(), Some(Question::Recover));
    assert!(!document.can_edit());
    assert_eq!(document.take_read(read("a", 70.0)), None);
    assert_eq!(document.take_read(read("b", 80.0)), None);
    // These are no answers to it.
    for answer in [Answer::Save, Answer::Cancel] {
        assert_eq!(document.answer(answer), Decision::Nothing);
    }
    let discarded = Decision::DiscardRecovered(Some(read("b", 80.0)));
    assert_eq!(document.answer(Answer::Discard), discarded);
    assert!(document.can_edit() && document.question().is_none());
}

#[test]
fn recovered_work_that_is_being_read_is_not_asked_about_again() {
    let mut document = Document::new(true);
    assert_eq!(document.answer(Answer::Recover), Decision::ReadRecovered);
    document.begin_recovery(7);
    assert!(document.is_reading_recovered(7) && !document.is_reading_recovered(8));
    for answer in [Answer::Recover, Answer::Discard] {
        assert_eq!(document.answer(answer), Decision::Nothing);
    }
    document.take_read(read("a", 70.0));
    assert_eq!(document.end_recovery(), Some(read("a", 70.0)));
    assert_eq!((document.path(), document.question()), (None, None));
}

#[test]
fn closing_before_the_recovery_is_decided_keeps_the_work() {
    for answers in [&[][..], &[Answer::Recover]] {
        let mut document = Document::new(true);
        for answer in answers {
            document.answer(*answer);
            document.begin_recovery(1);
        }
        let reply = document.request_close(Standing::Saved, false);
        assert_eq!(reply, CloseReply::Closes);
        let last = document.last_autosave(Standing::Saved);
        assert_eq!(last, LastAutosave::Keep);
    }
}

#[test]
fn a_program_that_is_ended_without_a_question_leaves_its_work() {
    let document = Document::new(false);
    let last = document.last_autosave(Standing::Unsaved);
    assert_eq!(last, LastAutosave::Write);
    let last = document.last_autosave(Standing::BeingSaved(1));
    assert_eq!(last, LastAutosave::Write);
}
