//! What a row says of its run, and under which names.

use std::collections::HashSet;

use super::table::Cell;
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::illusion::Belief;
use crate::analysis::run_summary::{Fate, RunSummary};
use crate::analysis::stages::LEARNED;
use crate::experiment::Experiment;
use crate::export::curves;
use crate::model::Record;

/// The columns that say which run it is.
pub(super) const OF_GRID: [&str; 10] = [
    "index",
    "data_seed",
    "seed",
    "levels",
    "flip",
    "layers",
    "hidden",
    "epochs",
    "gamma",
    "lr",
];

/// What rows say beyond what all do.
pub(super) struct RowOptions {
    /// The losses of which the first epoch below is told; the first is [`LEARNED`].
    thresholds: Vec<f64>,
    /// How many of the last records are told.
    n_last: Option<usize>,
}

impl RowOptions {
    /// With these thresholds besides [`LEARNED`], each once.
    pub(super) fn new(thresholds: &[f64], n_last: Option<usize>) -> Self {
        let mut each = vec![LEARNED];
        for &threshold in thresholds {
            if !each.contains(&threshold) {
                each.push(threshold);
            }
        }
        Self {
            thresholds: each,
            n_last,
        }
    }

    /// The thresholds.
    pub(super) fn thresholds(&self) -> &[f64] {
        &self.thresholds
    }

    /// The names of the columns; `watched` names the watched pairs.
    pub(super) fn columns(&self, watched: &[String]) -> Vec<String> {
        let named = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let mut columns: Vec<String> = named(&OF_GRID);
        columns.extend(["fate", "diverged_at", "drops", "epoch_below_1e-3"].map(str::to_owned));
        let more = self.thresholds[1..].iter();
        columns.extend(more.map(|threshold| format!("epoch_below_{threshold:?}")));
        columns.extend(["loss", "modes_learned", "stage_epochs"].map(str::to_owned));
        let names: Vec<String> = watched.iter().map(|name| curves::column(name)).collect();
        for name in different(&names) {
            let parts = ["illusion", "illusion_epoch", "end"];
            columns.extend(parts.map(|part| format!("{name} {part}")));
        }
        if self.n_last.is_some() {
            columns.extend(["last_strengths", "last_losses"].map(str::to_owned));
        }
        columns
    }

    /// A cell for each column of run `index`.
    pub(super) fn cells(
        &self,
        index: usize,
        experiment: &Experiment,
        summary: &RunSummary,
        record: &Record,
    ) -> Vec<Cell> {
        let has_diverged = summary.diverged_at().is_some();
        let mut cells = of_grid(index, experiment);
        cells.push(Cell::Word(word(summary.fate)));
        cells.push(Cell::whole(summary.diverged_at()));
        cells.push(Cell::whole(summary.n_drops));
        cells.extend(summary.below.iter().copied().map(Cell::whole));
        cells.push(Cell::real(summary.last_loss));
        cells.push(Cell::whole(summary.n_learned));
        let stages = summary.stages.iter().map(|stage| stage.epoch);
        cells.push(list_unless(has_diverged, stages));
        for pair in 0..experiment.watched.len() {
            cells.extend(of_pair(summary.beliefs.get(pair)));
        }
        if let Some(n_last) = self.n_last {
            let rows = record.len().saturating_sub(n_last)..record.len();
            let strengths = rows.clone().map(|row| record.strength(row, 0));
            cells.push(list_unless(has_diverged, strengths));
            let losses = rows.map(|row| record.losses()[row]);
            cells.push(list_unless(has_diverged, losses));
        }
        cells
    }
}

/// The cells of [`OF_GRID`]; blank where the experiment has no such value.
pub(super) fn of_grid(index: usize, experiment: &Experiment) -> Vec<Cell> {
    let tree = experiment.data.tree();
    let whole = |parameter: Parameter| {
        let value = parameter.of(experiment);
        Cell::whole(value.map(|value| value as usize))
    };
    let units = match experiment.hidden.as_slice() {
        [] => Cell::Blank,
        [first, rest @ ..] if rest.iter().all(|units| units == first) => Cell::Whole(*first),
        uneven => Cell::List(uneven.iter().copied().map(Cell::Whole).collect()),
    };
    vec![
        Cell::Whole(index),
        whole(Parameter::DataSeed),
        whole(Parameter::InitSeed),
        Cell::whole(tree.map(|tree| tree.levels)),
        Cell::real(tree.map(|tree| tree.flip)),
        Cell::Whole(experiment.hidden.len()),
        units,
        Cell::Whole(experiment.n_epochs),
        Cell::real(Parameter::Gamma.of(experiment)),
        Cell::Real(experiment.lr),
    ]
}

/// A list of what a run did, of which one that diverged has none.
fn list_unless(has_diverged: bool, values: impl Iterator<Item = f64>) -> Cell {
    if has_diverged {
        Cell::Blank
    } else {
        Cell::reals(values)
    }
}

fn of_pair(belief: Option<&Belief>) -> [Cell; 3] {
    let illusion = belief.and_then(|belief| belief.illusion);
    [
        Cell::real(illusion.map(|illusion| illusion.peak)),
        Cell::whole(illusion.map(|illusion| illusion.peak_epoch)),
        Cell::real(belief.map(|belief| belief.end)),
    ]
}

fn word(fate: Fate) -> &'static str {
    match fate {
        Fate::Settled => "settled",
        Fate::Unfinished => "unfinished",
        Fate::Oscillates => "oscillates",
        Fate::Diverged { .. } => "diverged",
    }
}

/// The names with a number behind each that was there before: a JSON object has each once.
fn different(names: &[String]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut all = Vec::new();
    for name in names {
        let numbered = (2..).map(|n: usize| format!("{name} ({n})"));
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        let free = candidates.find(|name| taken.insert(name.clone()));
        all.extend(free);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Setup;

    fn row(options: &RowOptions, lr: f64) -> (Vec<String>, Vec<Cell>) {
        let experiment = Experiment {
            lr,
            ..Experiment::default()
        };
        let mut setup = Setup::new(&experiment, None);
        let thresholds = options.thresholds();
        let run = RunSummary::unless(&experiment, &mut setup, thresholds, &mut || false);
        let (summary, record) = run.unwrap();
        let columns = options.columns(&experiment.pair_names());
        (columns, options.cells(3, &experiment, &summary, &record))
    }

    #[test]
    fn each_column_has_a_cell() {
        let options = RowOptions::new(&[0.5, 1e-3, 0.5, 1e-5], Some(4));
        let (columns, cells) = row(&options, 100.0);
        assert_eq!(columns.len(), cells.len());
        let below = columns.iter().filter(|name| name.starts_with("epoch_"));
        let below: Vec<&String> = below.collect();
        assert_eq!(
            below,
            ["epoch_below_1e-3", "epoch_below_0.5", "epoch_below_1e-5"]
        );
        let cell = |name: &str| {
            let column = columns.iter().position(|column| column == name);
            cells[column.unwrap()].clone()
        };
        assert_eq!(cell("index"), Cell::Whole(3));
        assert_eq!(cell("fate"), Cell::Word("settled"));
        assert_eq!(cell("epoch_below_1e-3"), Cell::Whole(195));
        let n_values = |name: &str| match cell(name) {
            Cell::List(values) => values.len(),
            other => panic!("{other:?}"),
        };
        assert_eq!(n_values("stage_epochs"), 4);
        assert_eq!(n_values("last_strengths"), 4);
        assert_eq!(n_values("last_losses"), 4);
    }

    #[test]
    fn a_run_that_diverged_says_when_and_nothing_else() {
        let options = RowOptions::new(&[0.5], Some(4));
        let (columns, cells) = row(&options, 400.0);
        assert_eq!(columns.len(), cells.len());
        for (name, cell) in columns.iter().zip(&cells).skip(OF_GRID.len()) {
            match name.as_str() {
                "fate" => assert_eq!(*cell, Cell::Word("diverged")),
                "diverged_at" => assert!(matches!(cell, Cell::Whole(_))),
                _ => assert_eq!(*cell, Cell::Blank, "{name}"),
            }
        }
    }

    #[test]
    fn equal_names_are_told_apart() {
        let names = ["Cod swims", "Eel swims", "Cod swims"].map(str::to_owned);
        assert_eq!(
            different(&names),
            ["Cod swims", "Eel swims", "Cod swims (2)"]
        );
    }
}
