//! `modescope band`: one setting from many first draws, and how far its curves lie apart.

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use clap::Args;

use super::choices::RunArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::say::{on_stdout, tell};
use super::seeds;
use crate::analysis::band::Band;
use crate::export::curves;
use crate::files;

/// How many draws make a band where it is not said.
const N_DRAWS: u32 = 50;

/// The experiment, the number of draws, and where the curves go.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    controls: RunArguments,
    /// How many seeds of the first weights, counted up from --seed [default: 50, and 1 where the
    /// weights are given].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Training")]
    seeds: Option<u32>,
    /// Where the curves go: a .csv, or `-`, standard output [default: -].
    #[arg(long, value_name = "FILE.csv", help_heading = "Output")]
    out: Option<PathBuf>,
}

/// Trains, writes, sums up.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut experiment = arguments.controls.experiment()?;
    let n_draws = seeds::n_draws(&experiment, arguments.seeds, N_DRAWS)? as usize;
    let path = arguments
        .out
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    if let Some(path) = path {
        files::ending(path, &["csv"])?;
        arguments.controls.spare(path)?;
        files::check_writable(path)?;
    }
    arguments.controls.settle(&mut experiment, n_draws);
    let mut progress = Progress::new(n_draws, "draws");
    let band = Band::of(&experiment, n_draws, &mut |n| progress.at(n), &mut || false);
    let time = progress.finish();
    let band = band.ok_or_else(|| Failure::other("the draws were given up"))?;
    let watched = experiment.pair_names();
    match path {
        None => {
            let out = BufWriter::new(io::stdout().lock());
            on_stdout(curves::write_band(&band, &watched, out))?;
        }
        Some(path) => files::write_with(path, |mut file| {
            curves::write_band(&band, &watched, &mut file)?;
            Ok(file)
        })?,
    }
    let draws = if n_draws == 1 { "draw" } else { "draws" };
    let n_diverged = band.n_diverged;
    tell(&format!(
        "{n_draws} {draws} in {:.2} s, {n_diverged} diverged",
        time.as_secs_f64()
    ));
    Ok(())
}
