//! The columns of the table of runs: what each says of a run, and how runs are ordered by it.

use std::cmp::Ordering;

use crate::app::run::Run;
use crate::app::session::pin_name::{data_name, widths};
use crate::app::session::trace::Trace;
use crate::app::text::words::Words;
use crate::experiment::Experiment;
use crate::model::Outcome;
use crate::numbers;

/// What the table says of a run.
#[derive(Clone, Debug)]
pub(super) struct RunRow<'a> {
    pub(super) experiment: &'a Experiment,
    n_drops: usize,
    learned: Option<usize>,
    /// The last loss; none of a run that diverged.
    loss: Option<f64>,
    /// The epoch at which the run diverged, if it did.
    diverged_at: Option<usize>,
}

impl<'a> RunRow<'a> {
    /// The run at hand.
    pub(super) fn of_run(run: &'a Run) -> Self {
        let outcome = run.ending.map(|ending| ending.outcome);
        let diverged_at = outcome.and_then(Outcome::diverged_at);
        let last = run.record.losses().last().copied();
        Self {
            experiment: &run.facts.experiment,
            n_drops: run.n_drops,
            learned: run.learned,
            loss: last.filter(|_| diverged_at.is_none()),
            diverged_at,
        }
    }

    /// A pinned run.
    pub(super) fn of_pin(trace: &'a Trace) -> Self {
        Self {
            experiment: &trace.experiment,
            n_drops: trace.n_drops,
            learned: trace.learned,
            loss: trace.final_loss(),
            diverged_at: trace.outcome.and_then(Outcome::diverged_at),
        }
    }
}

/// A column of the table; the name stands before all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Lr,
    Gamma,
    Hidden,
    Seed,
    Epochs,
    Data,
    Drops,
    Loss,
    Learned,
}

impl Column {
    /// All of them, from left to right.
    const ALL: [Self; 9] = [
        Self::Lr,
        Self::Gamma,
        Self::Hidden,
        Self::Seed,
        Self::Epochs,
        Self::Data,
        Self::Drops,
        Self::Loss,
        Self::Learned,
    ];

    /// The columns for these runs: of the settings but learning rate and γ those that differ.
    pub(super) fn shown(rows: &[RunRow<'_>], words: &Words) -> Vec<Self> {
        let differs = |column: &Self| {
            let mut texts = rows.iter().map(|row| column.text(row, words));
            let first = texts.next();
            texts.any(|text| Some(&text) != first.as_ref())
        };
        let is_always = |column: &Self| matches!(column, Self::Lr | Self::Gamma);
        let all = Self::ALL.into_iter();
        all.filter(|column| !column.is_setting() || is_always(column) || differs(column))
            .collect()
    }

    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Lr => "pin-lr",
            Self::Gamma => "pin-gamma",
            Self::Hidden => "pin-hidden",
            Self::Seed => "pin-seed",
            Self::Epochs => "pin-epochs",
            Self::Data => "pin-data",
            Self::Drops => "pin-drops",
            Self::Learned => "pin-learned",
            Self::Loss => "pin-loss",
        }
    }

    /// Whether it says what was asked for, and not what came of it.
    pub(super) fn is_setting(self) -> bool {
        !matches!(self, Self::Drops | Self::Loss | Self::Learned)
    }

    /// The text of a run's cell.
    pub(super) fn text(self, row: &RunRow<'_>, words: &Words) -> String {
        let experiment = row.experiment;
        let none = || "–".to_owned();
        match self {
            Self::Lr => numbers::exact(experiment.lr),
            Self::Gamma => numbers::power_of_ten(experiment.gamma),
            Self::Hidden if experiment.hidden.is_empty() => words.get("pin-no-hidden"),
            Self::Hidden => widths(experiment),
            Self::Seed => experiment.init_seed.to_string(),
            Self::Epochs => experiment.n_epochs.to_string(),
            Self::Data => data_name(experiment).unwrap_or_else(|| words.get("pin-tree")),
            Self::Drops => row.n_drops.to_string(),
            Self::Learned => row.learned.map_or_else(none, |epoch| epoch.to_string()),
            Self::Loss => match row.diverged_at {
                Some(epoch) => words.with("pin-diverged", &[("epoch", epoch.to_string().into())]),
                None => row.loss.map_or_else(none, numbers::short),
            },
        }
    }

    /// The order of two runs, from small to large; a run without a value comes last either way.
    pub(super) fn order(self, a: &RunRow<'_>, b: &RunRow<'_>, is_falling: bool) -> Ordering {
        if self == Self::Data {
            let order = data_name(a.experiment).cmp(&data_name(b.experiment));
            return if is_falling { order.reverse() } else { order };
        }
        let (of_a, of_b) = (self.value(a), self.value(b));
        of_a.is_none().cmp(&of_b.is_none()).then_with(|| {
            let rising = of_a.unwrap_or(0.0).total_cmp(&of_b.unwrap_or(0.0));
            if is_falling { rising.reverse() } else { rising }
        })
    }

    fn value(self, row: &RunRow<'_>) -> Option<f64> {
        let experiment = row.experiment;
        let whole = |number: usize| number as f64;
        match self {
            Self::Lr => Some(experiment.lr),
            Self::Gamma => Some(experiment.gamma),
            Self::Hidden => Some(whole(experiment.hidden.iter().sum())),
            Self::Seed => Some(f64::from(experiment.init_seed)),
            Self::Epochs => Some(whole(experiment.n_epochs)),
            // Ordered by its name.
            Self::Data => None,
            Self::Drops => Some(whole(row.n_drops)),
            Self::Learned => row.learned.map(whole),
            Self::Loss => row.loss,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(experiment: &Experiment, loss: Option<f64>) -> RunRow<'_> {
        RunRow {
            experiment,
            n_drops: 0,
            learned: None,
            loss,
            diverged_at: None,
        }
    }

    #[test]
    fn runs_without_a_value_come_last_whichever_way_they_are_sorted() {
        let experiment = Experiment::default();
        let [small, large, none] = [Some(1e-9), Some(0.5), None].map(|loss| row(&experiment, loss));
        for is_falling in [false, true] {
            let order = |a, b| Column::Loss.order(a, b, is_falling);
            assert_eq!(order(&none, &small), Ordering::Greater);
            assert_eq!(order(&large, &none), Ordering::Less);
            let expected = if is_falling {
                Ordering::Greater
            } else {
                Ordering::Less
            };
            assert_eq!(order(&small, &large), expected);
        }
    }

    #[test]
    fn settings_that_differ_among_the_runs_have_a_column() {
        let notebook = Experiment::default();
        let flat = Experiment {
            hidden: Vec::new(),
            ..Experiment::default()
        };
        let words = Words::new(crate::app::command::language::Language::English);
        let [one, other] = [&notebook, &flat].map(|experiment| row(experiment, None));
        let extra = |rows: [&RunRow<'_>; 2]| {
            let shown = Column::shown(&rows.map(Clone::clone), &words).into_iter();
            let is_extra = |column: &Column| {
                column.is_setting() && !matches!(column, Column::Lr | Column::Gamma)
            };
            shown.filter(is_extra).collect::<Vec<_>>()
        };
        assert_eq!(extra([&one, &one]), []);
        assert_eq!(extra([&one, &other]), [Column::Hidden]);
        assert_eq!(Column::Hidden.text(&other, &words), "none");
        assert_eq!(Column::Hidden.text(&one, &words), "30");
        let shark = crate::presets::shark();
        let shark = row(&shark, None);
        assert_eq!(extra([&one, &shark]), [Column::Data]);
        assert_eq!(Column::Data.text(&one, &words), "tree");
        assert_eq!(Column::Data.text(&shark, &words), "+has_bones");
    }
}
