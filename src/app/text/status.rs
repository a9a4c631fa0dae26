//! The status line: what the run did, in one sentence that is computed from it.

use std::time::Duration;

use super::words::Words;
use crate::analysis::stages;
use crate::app::run::{Run, RunEnd, RunFailure, RunState};
use crate::model::Outcome;
use crate::numbers::{exact, short};

/// The line for the present state, and whether something is wrong: a run past its stability limit
/// is.
pub(crate) fn line(state: &RunState, words: &Words) -> (String, bool) {
    match state.failure() {
        Some(RunFailure::Refused(error)) => return (words.error(*error), true),
        Some(RunFailure::Panicked(message)) => {
            let message = message.clone();
            return (
                words.with("status-panicked", &[("message", message.into())]),
                true,
            );
        }
        None => {}
    }
    let Some(run) = state.shown() else {
        return (words.get("status-preparing"), false);
    };
    if state.is_preparing() && !run.is_short() {
        return (words.get("status-preparing"), false);
    }
    let Some(ending) = &run.ending else {
        return (progress(run, words), false);
    };
    match ending.outcome {
        Outcome::Finished => finished(run, ending, words),
        Outcome::Diverged { epoch } => (diverged(run, epoch, words), true),
    }
}

fn progress(run: &Run, words: &Words) -> String {
    let (done, all) = (run.n_trained(), run.facts.experiment.n_epochs);
    let percent = (100.0 * done as f64 / all as f64).floor();
    let mut line = words.with(
        "status-training",
        &[
            ("done", done.to_string().into()),
            ("all", all.to_string().into()),
            ("percent", exact(percent).into()),
        ],
    );
    line += &thinned(run, words);
    line
}

fn finished(run: &Run, ending: &RunEnd, words: &Words) -> (String, bool) {
    let experiment = &run.facts.experiment;
    let mut values = vec![
        ("epochs", experiment.n_epochs.into()),
        ("time", duration(ending.training_time).into()),
        (
            "loss",
            short(run.record.losses().last().copied().unwrap_or(0.0)).into(),
        ),
    ];
    let (lr, limit) = (experiment.lr, run.facts.stability_limit);
    let swings = stages::swings_past(limit, lr, &run.record);
    let is_stable = swings == Some(false);
    let mut line = if is_stable {
        values.push(("drops", run.n_drops.into()));
        let below = run.learned;
        values.push(("below", usize::from(below.is_some()).into()));
        let epoch = below.map(|epoch| epoch.to_string()).unwrap_or_default();
        values.push(("epoch", epoch.into()));
        let mut line = words.with("status-finished", &values);
        if stages::is_unlearned(&run.record, run.n_drops) {
            line += &words.get("status-unlearned");
        }
        line
    } else {
        values.push(("lr", exact(lr).into()));
        values.push(("limit", short(limit).into()));
        let seen = swings == Some(true);
        let key = if seen {
            "status-oscillates"
        } else {
            "status-past-limit"
        };
        words.with(key, &values)
    };
    line += &thinned(run, words);
    (line, !is_stable)
}

/// Names both epochs: the one that the plots mark, and the last one that can be looked at.
fn diverged(run: &Run, at: usize, words: &Words) -> String {
    let lr = run.facts.experiment.lr;
    let limit = run.facts.stability_limit;
    let epoch = run.last_epoch().to_string();
    let mut values = vec![("at", at.to_string().into()), ("epoch", epoch.into())];
    if lr <= limit {
        return words.with("status-diverged", &values);
    }
    values.push(("lr", exact(lr).into()));
    values.push(("limit", short(limit).into()));
    words.with("status-diverged-past-limit", &values)
}

fn thinned(run: &Run, words: &Words) -> String {
    if run.facts.stride == 1 {
        return String::new();
    }
    let nth = words.ordinal(run.facts.stride);
    format!(
        " · {}",
        words.with("status-thinned", &[("nth", nth.into())])
    )
}

/// `2.9 ms`, `1.25 s`.
fn duration(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    if ms < 10.0 {
        format!("{ms:.1} ms")
    } else if ms < 1e3 {
        format!("{ms:.0} ms")
    } else {
        format!("{:.2} s", ms / 1e3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::experiment::Experiment;
    use std::sync::Arc;

    use crate::worker::{Event, RunFacts, Worker};

    fn said(change: impl Fn(&mut Experiment)) -> String {
        let mut experiment = Experiment::default();
        change(&mut experiment);
        experiment.fit_after(&Experiment::default());
        line(
            &RunState::trained(experiment),
            &Words::new(Language::English),
        )
        .0
    }

    #[test]
    fn a_finished_run_says_what_it_did() {
        let line = said(|_| ());
        assert!(line.starts_with("250 epochs in "), "{line}");
        assert!(line.contains("4 drops"), "{line}");
        assert!(line.contains("below 10⁻³ from epoch 195"), "{line}");
        assert!(!said(|e| e.n_epochs = 100).contains("below"));
        assert!(!line.contains("limit") && !line.contains("kept"), "{line}");
        assert!(said(|e| e.gamma = 1.0).contains("1 drop"));
        // What to do about it is said beside, once.
        let unlearned = said(|e| e.n_epochs = 10);
        assert!(
            unlearned.ends_with("· nothing is learned yet"),
            "{unlearned}"
        );
    }

    #[test]
    fn past_the_limit_it_oscillates_and_says_so() {
        let line = said(|e| e.lr = 270.0);
        assert!(line.contains("oscillates"), "{line}");
        assert!(
            line.contains("lr 270 is past the stability limit of about 254"),
            "{line}"
        );
        // The limit is passed, but nothing has been learned that could oscillate.
        let line = said(|e| {
            e.lr = 270.0;
            e.n_epochs = 20;
        });
        assert!(!line.contains("oscillates"), "{line}");
        // Inside the slider's range nothing does.
        assert!(!said(|e| e.lr = 200.0).contains("oscillates"));
    }

    #[test]
    fn a_diverged_run_says_where_and_why() {
        let line = said(|e| e.lr = 340.0);
        // Where exactly depends on the last bits: past the limit a run is chaotic.
        let epochs = line.strip_prefix("diverged at epoch ").unwrap();
        let (at, shown) = epochs.split_once(" (shown up to ").unwrap();
        let (shown, _) = shown.split_once("): ").unwrap();
        let [at, shown]: [usize; 2] = [at, shown].map(|epoch| epoch.parse().unwrap());
        assert!(shown < at && at < 250, "{line}");
        assert!(
            line.contains("lr 340 is past the stability limit of about 254"),
            "{line}"
        );
        // Below the limit, and yet: the start is too large.
        let line = said(|e| {
            e.lr = 200.0;
            e.gamma = 3.0;
            e.data.tree_mut().unwrap().n_features = 500;
        });
        assert!(line.starts_with("diverged at epoch "), "{line}");
    }

    #[test]
    fn the_present_states_have_words_too() {
        let words = Words::new(Language::English);
        assert_eq!(line(&RunState::default(), &words).0, "preparing …");
        let mut state = RunState::trained(Experiment::default());
        let id = state.shown().unwrap().id;
        let message = "index out of bounds".to_owned();
        state.apply(Event::Panicked { id, message });
        let (line, is_wrong) = line(&state, &words);
        assert!(is_wrong && line.contains("index out of bounds"), "{line}");
    }

    #[test]
    fn a_thinned_record_is_said_to_be() {
        let mut worker = Worker::spawn(|| ()).unwrap();
        let mut state = RunState::default();
        state.await_run(worker.start(Experiment::default()));
        while !state.is_settled() {
            let event = match worker.next_within(Duration::from_mins(1)).unwrap() {
                Event::Started { id, facts } => {
                    let facts = RunFacts {
                        stride: 23,
                        ..(*facts).clone()
                    };
                    Event::Started {
                        id,
                        facts: Arc::new(facts),
                    }
                }
                other => other,
            };
            state.apply(event);
        }
        let line = line(&state, &Words::new(Language::English)).0;
        assert!(
            line.ends_with("a long run: every 23rd epoch is kept"),
            "{line}"
        );
        assert!(!said(|_| ()).contains("every"));
    }

    #[test]
    fn a_short_preparation_keeps_the_last_line() {
        let mut state = RunState::trained(Experiment::default());
        let mut worker = Worker::spawn(|| ()).unwrap();
        // However long it took on a busy machine.
        state.apply(Event::Ended {
            id: state.shown().unwrap().id,
            outcome: Outcome::Finished,
            setup_time: Duration::from_millis(9),
            training_time: Duration::from_millis(2),
        });
        let words = Words::new(Language::English);
        let short = line(&state, &words).0;
        // This worker's first run has the id of the run shown; its second one is new.
        worker.start(Experiment::default());
        // While a slider is dragged the last line stays, rather than flicker.
        state.await_run(worker.start(Experiment::default()));
        assert!(state.is_preparing());
        assert_eq!(line(&state, &words).0, short);
    }
}
