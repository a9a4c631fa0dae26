//! File tasks on threads: their order, their reports, and what is given up.

use std::sync::Mutex;

use super::*;
use crate::app::session::last_known::LastKnown;
use crate::files::Fingerprint;

#[test]
fn a_dialog_that_answers_nothing_at_once_is_not_there() {
    let at_once = Duration::from_millis(20);
    let missing = answered(Ok(None), at_once);
    assert!(matches!(missing, Err(Trouble::NoDialog)));
    assert!(matches!(
        answered(Ok(None), Duration::from_secs(2)),
        Ok(None)
    ));
    let path = || Some(PathBuf::from("a.csv"));
    assert!(matches!(answered(Ok(path()), at_once), Ok(Some(_))));
}

/// Nothing here takes this long; it only bounds a failure.
const DEADLINE: Duration = Duration::from_mins(1);

fn task(number: u64) -> Task {
    Task {
        number,
        asker: None,
    }
}

/// The tasks, and a receiver that is told of each report.
fn files() -> (BackgroundFiles, Receiver<()>) {
    let (sender, woken) = channel();
    let sender = Mutex::new(sender);
    let wake = move || {
        sender.lock().unwrap().send(()).ok();
    };
    (BackgroundFiles::new(wake), woken)
}

/// The numbers of the files that were written, and whether they were, in the order of the
/// reports.
fn written(files: &mut BackgroundFiles, woken: &Receiver<()>) -> Vec<(u64, bool)> {
    let mut written = Vec::new();
    while files.is_writing() {
        woken.recv_timeout(DEADLINE).unwrap();
        while let Some(TaskReport { task, outcome }) = files.try_next() {
            match outcome {
                TaskOutcome::Written { result, .. } => {
                    written.push((task.number, result.is_ok()));
                }
                other => panic!("only files are written, not {other:?}"),
            }
        }
    }
    written
}

#[test]
fn files_are_written_in_the_order_they_were_asked_for() {
    let (mut files, woken) = files();
    let order = Arc::new(Mutex::new(Vec::new()));
    let (go, may_go) = channel();
    let mut may_go = Some(may_go);
    for number in 1..=3 {
        let order = Arc::clone(&order);
        // The first waits until all three are asked for.
        let may_go = may_go.take();
        files.write_with(task(number), PathBuf::from("x"), move |_| {
            if let Some(may_go) = may_go {
                may_go.recv_timeout(DEADLINE).unwrap();
            }
            order.lock().unwrap().push(number);
            Ok(Vec::new())
        });
    }
    assert!(files.is_writing());
    go.send(()).unwrap();
    let all = [(1, true), (2, true), (3, true)];
    assert_eq!(written(&mut files, &woken), all);
    assert_eq!(*order.lock().unwrap(), [1, 2, 3]);
    assert!(files.busy.is_empty());
}

#[test]
fn a_panic_is_reported_and_the_next_file_is_written() {
    let (mut files, woken) = files();
    files.write_with(task(1), PathBuf::from("bad.toml"), |_| panic!("a bug"));
    files.write_with(task(2), PathBuf::from("good.toml"), |_| Ok(Vec::new()));
    assert_eq!(written(&mut files, &woken), [(1, false), (2, true)]);
}

#[test]
fn an_experiment_that_was_written_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.toml");
    let (mut files, woken) = files();
    let experiment = crate::experiment::Experiment::default();
    let file = Box::new(experiment.clone().into());
    let last_known = LastKnown::default();
    let written_file = ToWrite::Experiment(file, last_known.clone());
    files.write(task(1), path.clone(), written_file);
    assert_eq!(written(&mut files, &woken), [(1, true)]);
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(last_known.get(), Some(Fingerprint::of(&bytes)));
    files.read(task(2), path, 2);
    woken.recv_timeout(DEADLINE).unwrap();
    let Some(TaskReport {
        outcome: TaskOutcome::Read {
            result: Ok(content),
            ..
        },
        ..
    }) = files.try_next()
    else {
        panic!("it cannot be read");
    };
    let FileContent::Experiment(file, fingerprint) = *content else {
        panic!("it is no experiment");
    };
    assert_eq!(file.experiment, experiment);
    assert_eq!(Some(fingerprint), last_known.get());
}

#[test]
fn a_file_that_another_program_has_changed_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.toml");
    let (mut files, woken) = files();
    let last_known = LastKnown::default();
    let save = |files: &mut BackgroundFiles, number| {
        let file = Box::new(crate::experiment::Experiment::default().into());
        let file = ToWrite::Experiment(file, last_known.clone());
        files.write(task(number), path.clone(), file);
    };
    // The second expects what the first writes.
    save(&mut files, 1);
    save(&mut files, 2);
    assert_eq!(written(&mut files, &woken), [(1, true), (2, true)]);
    std::fs::write(&path, "another program's").unwrap();
    save(&mut files, 3);
    assert_eq!(written(&mut files, &woken), [(3, false)]);
    let kept = std::fs::read_to_string(&path).unwrap();
    assert_eq!(kept, "another program's");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_never_answers_keeps_only_its_own_dialog_busy() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let (mut files, woken) = files();
    let asked = |number, dialog| Task {
        number,
        asker: Some(DialogId(dialog)),
    };
    files.read(asked(1, 1), pipe.clone(), 2);
    let path = folder.path().join("x.toml");
    let file = Box::new(crate::experiment::Experiment::default().into());
    let file = ToWrite::Experiment(file, LastKnown::default());
    files.write(asked(2, 2), path, file);
    assert!(files.is_busy_for(DialogId(2)));
    assert_eq!(written(&mut files, &woken), [(2, true)]);
    assert!(files.is_busy_for(DialogId(1)) && !files.is_busy_for(DialogId(2)));
    files.give_up(asked(1, 1));
    assert!(!files.is_busy_for(DialogId(1)));
    // Lets the reader's thread end.
    std::fs::write(&pipe, "").unwrap();
}

#[test]
fn work_of_a_crashed_instance_is_looked_into_on_a_thread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("unsaved-1.toml");
    let experiment = crate::experiment::Experiment::default();
    let text = crate::experiment::file::write(&experiment.into());
    std::fs::write(&path, text).unwrap();
    let (mut files, woken) = files();
    files.look_into(task(1), path);
    woken.recv_timeout(DEADLINE).unwrap();
    let report = files.try_next().expect("there is a report");
    let TaskOutcome::Found(FoundState::Known(found)) = report.outcome else {
        panic!("the work is not found");
    };
    assert_eq!(found.of, None);
    assert!(found.age.is_some());
    files.look_into(task(2), folder.path().join("none.toml"));
    woken.recv_timeout(DEADLINE).unwrap();
    let report = files.try_next().expect("there is a report");
    let is_unreadable = matches!(report.outcome, TaskOutcome::Found(FoundState::Unreadable));
    assert!(is_unreadable);
}
