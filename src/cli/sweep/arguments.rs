//! The options of `modescope sweep`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::lists::{EpochLists, Rates, Reals, Scales, Wholes};
use super::shard::Shard;
use super::table::Format;
use crate::cli::choices::ExperimentArguments;

/// The grid, what its rows say, and how it is run.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Learning rates: a list `20,60,100`, a range FROM:TO:STEP such as `5:200:5`, shares of
    /// the stability limit, `0.5x,0.9x`, or `auto`, as in train [notebook: 100].
    #[arg(
        long,
        value_name = "LIST",
        allow_hyphen_values = true,
        help_heading = "Grid"
    )]
    pub(super) lr: Option<Rates>,
    /// Initialisation scales: a list, a range FROM:TO in decades such as `1e-15:1e1`, or
    /// FROM:TO:N with N values a decade [notebook: 1e-12].
    #[arg(
        long,
        value_name = "LIST",
        allow_hyphen_values = true,
        help_heading = "Grid"
    )]
    pub(super) gamma: Option<Scales>,
    /// Numbers of epochs: a list or a range FROM:TO:STEP, or `auto`, as in train [notebook: 250].
    #[arg(long, value_name = "LIST", help_heading = "Grid")]
    pub(super) epochs: Option<EpochLists>,
    /// Units of every hidden layer, all as wide: a list or a range such as `1:64:1`; two widths
    /// are two networks, not two layers as in train [notebook: 30].
    #[arg(long, value_name = "LIST", help_heading = "Grid")]
    pub(super) hidden: Option<Wholes>,
    /// Numbers of hidden layers: a list or a range such as `0:4:1` [notebook: 1].
    #[arg(long, value_name = "LIST", help_heading = "Grid")]
    pub(super) layers: Option<Wholes>,
    /// Probabilities that a node flips a feature's sign: a list or a range such as `0:0.5:0.05`
    /// [notebook: 0.15].
    #[arg(
        long,
        value_name = "LIST",
        conflicts_with = "data",
        allow_hyphen_values = true,
        help_heading = "Grid"
    )]
    pub(super) flip: Option<Reals>,
    /// Levels of the tree below its root: a list or a range such as `1:6:1` [notebook: 3].
    #[arg(
        long,
        value_name = "LIST",
        conflicts_with = "data",
        help_heading = "Grid"
    )]
    pub(super) levels: Option<Wholes>,
    /// How many seeds of the first weights, counted up from --seed [default: 1].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Grid")]
    pub(super) seeds: Option<u32>,
    /// How many seeds of the tree's features, counted up from --data-seed [default: 1].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Grid")]
    pub(super) data_seeds: Option<u32>,
    #[command(flatten)]
    pub(super) choices: ExperimentArguments,
    /// Also the first epoch with a loss below T, beside that below 1e-3; may be given several
    /// times.
    #[arg(long, value_name = "T", value_parser = threshold, allow_hyphen_values = true, help_heading = "Rows")]
    pub(super) threshold: Vec<f64>,
    /// Also the last N recorded strengths of the data's first mode, and losses.
    #[arg(long, value_name = "N", help_heading = "Rows")]
    pub(super) last: Option<NonZeroUsize>,
    /// Only the K-th of N parts, for a cluster's job array; the parts in order are the whole.
    #[arg(long, value_name = "K/N", help_heading = "Output")]
    pub(super) shard: Option<Shard>,
    /// How many runs at a time [default: one a core].
    #[arg(long, value_name = "N", help_heading = "Output")]
    pub(super) threads: Option<NonZeroUsize>,
    /// Where the rows go: a .csv or .jsonl, or `-`, standard output [default: -].
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(super) out: Option<PathBuf>,
    /// How the rows are written [default: as the name of the file ends; csv for `-`].
    #[arg(long, value_enum, help_heading = "Output")]
    pub(super) format: Option<Format>,
    /// Take up the file of --out where the same sweep was interrupted: its complete rows stay.
    #[arg(long, requires = "out", help_heading = "Output")]
    pub(super) resume: bool,
}

/// A loss that a run may fall below.
fn threshold(text: &str) -> Result<f64, String> {
    let number = text.trim().parse().ok();
    let number = number.filter(|value: &f64| value.is_finite() && *value > 0.0);
    number.ok_or_else(|| "it must be a number above zero".to_owned())
}
