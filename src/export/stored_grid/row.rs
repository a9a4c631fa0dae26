//! A row of a grid: which run it is, and what became of it.

use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::run_summary::Fate;

/// The parameters that have a column, in the order in which they are offered as axes.
pub(super) const COLUMNS: [(Parameter, &str); 9] = [
    (Parameter::Lr, "lr"),
    (Parameter::Gamma, "gamma"),
    (Parameter::Epochs, "epochs"),
    (Parameter::Units, "hidden"),
    (Parameter::Layers, "layers"),
    (Parameter::Flip, "flip"),
    (Parameter::Levels, "levels"),
    (Parameter::InitSeed, "seed"),
    (Parameter::DataSeed, "data_seed"),
];

/// A run of a grid.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GridRow {
    /// Its line in the file.
    pub(super) line: u64,
    /// What [`COLUMNS`] say; none where a run has no such value.
    pub(super) values: [Option<f64>; 9],
    /// Hidden layers that are not equally wide, as they are written.
    pub(super) uneven: Option<String>,
    /// What became of it.
    pub(super) fate: Fate,
    /// The number of drops of its loss.
    pub(super) n_drops: Option<usize>,
    /// The first epoch with a loss below each threshold.
    pub(super) below: Vec<Option<usize>>,
    /// The last loss.
    pub(super) last_loss: Option<f64>,
    /// The size of the strongest false belief; none of a run that diverged.
    pub(super) false_belief: Option<f64>,
    /// The strengths of the first mode and the losses at the last epochs.
    pub(super) last: [Vec<f64>; 2],
}

impl GridRow {
    /// The value of a parameter.
    pub(super) fn value(&self, parameter: Parameter) -> Option<f64> {
        self.values[place(parameter)]
    }

    /// The epoch in which it diverged.
    pub(super) fn diverged_at(&self) -> Option<usize> {
        match self.fate {
            Fate::Diverged { epoch } => Some(epoch),
            _ => None,
        }
    }

    /// What no other run of a grid has.
    pub(super) fn identity(&self) -> ([Option<u64>; 9], Option<&str>) {
        let bits = self.values.map(|value| value.map(f64::to_bits));
        (bits, self.uneven.as_deref())
    }
}

/// The name of a parameter's column.
pub(super) fn column(parameter: Parameter) -> &'static str {
    COLUMNS[place(parameter)].1
}

fn place(parameter: Parameter) -> usize {
    let place = COLUMNS.iter().position(|(of, _)| *of == parameter);
    place.unwrap_or_default()
}
