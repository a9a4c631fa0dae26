//! `modescope inspect`: how a file of data is read, and what a network needs to learn it.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::data_choices;
use super::failure::Failure;
use super::reading::ReadingArguments;
use super::say::{print, print_json};
use crate::analysis::fitting_lr::{fitting_lr, stability_limit};
use crate::data::read::Reading;

/// Weight matrices of the network that the limit is for: one hidden layer.
const N_LAYERS: usize = 2;

/// What to inspect.
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

/// Reads the file and prints the report.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Reading { data, report } =
        data_choices::read(&arguments.file, &arguments.reading.choices())?;
    let targets = &data.dataset.targets;
    let limit = stability_limit(targets, N_LAYERS);
    let lr = fitting_lr(targets, N_LAYERS);
    if !arguments.json {
        return print(&format!(
            "{report}\nstability limit of lr with one hidden layer: {limit:.4}; suggested lr: {lr}"
        ));
    }
    let rows = targets.column_iter();
    let values: Vec<Vec<f64>> = rows.map(|row| row.iter().copied().collect()).collect();
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
        "duplicates": report.duplicates,
        "constant": report.constant,
        "may_be_transposed": report.may_be_transposed(),
        "stability_limit": limit,
        "suggested_lr": lr,
    });
    print_json(&whole.to_string())
}
