//! `modescope inspect`: how a file of data is read, and what a network needs to learn it.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::data_choices;
use super::epochs;
use super::failure::Failure;
use super::reading::ReadingArguments;
use super::say::{print, print_json};
use super::summary::three_digits;
use crate::analysis::fitting_lr::fitting_lr_at;
use crate::analysis::settling::{MOST_EPOCHS, Settling};
use crate::data::OwnData;
use crate::data::read::{DecimalSign, Reading};
use crate::experiment::Experiment;
use crate::model::Setup;

/// Weight matrices of the network that the limit is for: one hidden layer.
const N_LAYERS: usize = 2;

/// The file, and how it is read.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The table or archive, or `-`, standard input.
    #[arg(id = "data", value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Print everything as JSON.
    #[arg(long)]
    json: bool,
}

/// A network's needs for learning the data, at the suggested learning rate.
struct Needs {
    /// Number of modes that are not zero.
    rank: usize,
    /// The largest stable learning rate.
    stability_limit: f64,
    /// The learning rate that fits the data.
    lr: f64,
    /// When the loss has settled.
    settling: Settling,
}

impl Needs {
    /// The needs of the notebook's network on `own`.
    fn of(name: String, mut own: OwnData) -> Result<Self, Failure> {
        own.weights = None; // the run that the data come from is not asked about
        let mut experiment = Experiment::default().on_own(name, own);
        experiment.validate()?;
        let mut network = Setup::new(&experiment, None).network(&experiment);
        let modes = network.modes();
        let rank = modes.rank();
        let stability_limit = modes.stability_limit(experiment.n_outputs(), N_LAYERS);
        experiment.lr = fitting_lr_at(stability_limit);
        Ok(Self {
            rank,
            stability_limit,
            lr: experiment.lr,
            settling: epochs::settling(&experiment, &mut network),
        })
    }

    /// A number of epochs within which the loss settles, if there is one.
    fn epochs(&self) -> Option<usize> {
        match self.settling {
            Settling::After { n_epochs } => Some(n_epochs),
            _ => None,
        }
    }

    fn words(&self) -> String {
        let Self { rank, lr, .. } = self;
        let modes = if *rank == 1 { "mode" } else { "modes" };
        let limit = three_digits(self.stability_limit);
        let epochs = match self.epochs() {
            Some(n_epochs) => format!("{n_epochs} epochs"),
            None => format!("more than {MOST_EPOCHS} epochs"),
        };
        format!(
            "{rank} {modes}; stability limit of lr with one hidden layer: about {limit}\n\
             suggested: lr {lr} (--lr auto) and {epochs} (--epochs auto)"
        )
    }
}

/// Reads the file and prints the report.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Reading { data, report } =
        data_choices::read(&arguments.file, &arguments.reading.choices())?;
    let name = data_choices::name(&arguments.file);
    let needs = Needs::of(name, data.clone())?;
    if !arguments.json {
        let lines = format!("{report}\n{}", needs.words());
        return lines.lines().try_for_each(print);
    }
    let rows = data.dataset.targets.column_iter();
    let values: Vec<Vec<f64>> = rows.map(|row| row.iter().copied().collect()).collect();
    let changes = &report.changes;
    let whole = json!({
        "n_items": report.n_items,
        "n_features": report.n_features,
        "items": data.items,
        "features": data.feature_names,
        "values": values,
        "origin": report.origin.to_string(),
        "item_names": report.item_names,
        "feature_names": report.feature_names,
        "values_read": report.values,
        "decimal_comma": report.decimal == Some(DecimalSign::Comma),
        "missing": report.missing.map(|(n, how)| json!({ "n": n, "how": how })),
        "transposed": changes.is_transposed,
        "columns_left_out": changes.columns,
        "arrays_left_out": report.origin.arrays_left_out(),
        "rows_read": changes.rows.map(|rows| [rows.from, rows.to, rows.of]),
        "items_left_out": changes.items,
        "features_left_out": changes.features,
        "filled_in": changes.filled,
        "scaling": report.scaling,
        "duplicates": report.duplicates,
        "constant": report.constant,
        "outweighing": report.outweighing,
        "may_be_transposed": report.may_be_transposed(),
        "rank": needs.rank,
        "stability_limit": needs.stability_limit,
        "suggested_lr": needs.lr,
        "suggested_epochs": needs.epochs(),
    });
    print_json(&whole.to_string())
}
