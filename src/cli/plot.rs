//! `modescope plot`: a figure of a run that `train` saved.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use crate::export::{Figure, RunView, Subject, stored_run};
use crate::files;

/// What is drawn, and where it goes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A run, as `train --out RUN.npz` writes it.
    #[arg(value_name = "RUN.npz")]
    run: PathBuf,
    /// What the figure shows.
    #[arg(long, value_enum, default_value = "dynamics")]
    what: What,
    /// The epoch of the similarity matrix, the map or the tree [default: the last].
    #[arg(long, value_name = "K")]
    epoch: Option<usize>,
    /// The hidden layer of the similarity matrix, the map or the tree, from 1.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    layer: u8,
    /// A logarithmic axis for the loss.
    #[arg(long)]
    log: bool,
    /// Pixels of a PNG for each of an SVG.
    #[arg(long, value_name = "FACTOR", default_value_t = 2.0)]
    scale: f64,
    /// The picture's file, its name ending with .png or .svg.
    #[arg(short, long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// Loss and modes over epochs.
    Dynamics,
    /// The similarity matrix at an epoch, beside loss and modes.
    Rsm,
    /// The predictions of the watched pairs.
    Illusions,
    /// Labels and features: all, or of more than 40 the first 30 and the last 10.
    Data,
    /// The data's singular values, beside the population's where they are of a tree.
    Spectrum,
    /// What each mode is: its item side.
    Modes,
    /// The items on the plane at an epoch, with the ways they have come.
    Map,
    /// The dendrogram of the items at an epoch.
    Tree,
}

/// Reads, draws, writes.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let out = &arguments.out;
    let is_svg = files::ending(out, &["png", "svg"])? == "svg";
    let bytes = files::read(&arguments.run)?;
    let of_run = |error: &dyn std::fmt::Display| {
        Failure::other(format!("{}: {error}", arguments.run.display()))
    };
    let run = stored_run::read(&bytes).map_err(|error| of_run(&error))?;
    let last = run.record.epochs().last().copied().unwrap_or(0);
    let epoch = arguments.epoch.unwrap_or(last);
    let layer = usize::from(arguments.layer) - 1;
    let subject = match arguments.what {
        What::Dynamics => Subject::Dynamics,
        What::Rsm => Subject::Rsm { epoch, layer },
        What::Illusions => Subject::Illusions,
        What::Data => Subject::Data,
        What::Spectrum => Subject::Spectrum,
        What::Modes => Subject::Modes,
        What::Map => Subject::Map { epoch, layer },
        What::Tree => Subject::Tree { epoch, layer },
    };
    let data = if subject.needs_data() {
        let data = stored_run::read_data(&bytes, &run);
        Some(data.map_err(|error| of_run(&error))?)
    } else {
        None
    };
    let view = RunView {
        data: data.as_ref(),
        ..run.view()
    };
    let figure = Figure::draw(&view, subject, arguments.log);
    let figure = figure.map_err(|error| of_run(&error))?;
    if is_svg {
        files::write(out, figure.svg().as_bytes())?;
    } else {
        let png = figure.png(arguments.scale).map_err(Failure::usage)?;
        files::write(out, &png)?;
    }
    Ok(())
}
