//! `modescope train`: one run, its curves or all of it into a file, a summary beside it.

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};
use nalgebra::DMatrix;

use super::choices::RunArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::say::{on_stdout, print_json, tell};
use super::summary::Summary;
use crate::analysis::theory::Forecast;
use crate::experiment::taught::targets;
use crate::experiment::{Experiment, Pair};
use crate::export::run_npz::{self, FullSize};
use crate::export::{RunView, curves};
use crate::files;
use crate::model::engine::Engine;
use crate::model::first_weights::first_weights;
use crate::model::full::FullNetwork;
use crate::model::whole::WholeNetwork;
use crate::model::{Outcome, Record, Setup, Training};
use crate::worker::Pipeline;

/// The experiment, and where its run goes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    controls: RunArguments,
    /// The exact reduction, or the network at full size.
    #[arg(long, value_enum, default_value = "reduced", help_heading = "Training")]
    engine: EngineChoice,
    /// Where the run goes: everything into an .npz, the curves into a .csv, or `-`, the curves on
    /// standard output [default: -, and nothing with --json].
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    out: Option<PathBuf>,
    /// Print the summary as JSON on standard output, instead of words on standard error.
    #[arg(long, help_heading = "Output")]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum EngineChoice {
    /// The same numbers at a size that does not depend on the features.
    Reduced,
    /// The tutorial's network as it is written: slower, to compare.
    Full,
}

/// The form in which the run is written.
#[derive(Clone, Copy, PartialEq)]
enum Output<'a> {
    Nothing,
    Stdout,
    Csv(&'a Path),
    Npz(&'a Path),
}

impl Arguments {
    fn output(&self) -> Result<Output<'_>, Failure> {
        match self.out.as_deref() {
            None if self.json => Ok(Output::Nothing),
            None => Ok(Output::Stdout),
            Some(path) if path == Path::new("-") && self.json => Err(Failure::usage(
                "--out - and --json both want standard output; name a file for one of them",
            )),
            Some(path) if path == Path::new("-") => Ok(Output::Stdout),
            Some(path) => match files::ending(path, &["csv", "npz"])? {
                "csv" => Ok(Output::Csv(path)),
                _ => Ok(Output::Npz(path)),
            },
        }
    }
}

/// A run, and what it is at full size where that was asked for.
struct TrainedRun {
    record: Record,
    outcome: Outcome,
    time: Duration,
    full_size: Option<FullSize>,
}

/// Trains, writes, sums up.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let output = arguments.output()?;
    let mut experiment = arguments.controls.experiment()?;
    if let Output::Csv(path) | Output::Npz(path) = output {
        arguments.controls.spare(path)?;
        files::check_writable(path)?;
    }
    arguments.controls.settle(&mut experiment, 1);
    let mut setup = Setup::new(&experiment, None);
    let modes = setup.modes(&experiment).clone();
    let wants_full_size = matches!(output, Output::Npz(_));
    let run = match arguments.engine {
        EngineChoice::Full => full(&experiment, &setup, wants_full_size),
        EngineChoice::Reduced if wants_full_size => whole(&experiment, &mut setup),
        EngineChoice::Reduced => {
            let (record, outcome, time, _) = trained(setup.network(&experiment), &experiment);
            TrainedRun {
                record,
                outcome,
                time,
                full_size: None,
            }
        }
    };
    let target = |pair: Pair| setup.taught(&experiment, pair);
    let TrainedRun {
        record,
        outcome,
        time,
        full_size,
    } = &run;
    let summary = Summary::new(&experiment, record, *outcome, *time, &modes, target);
    let watched = experiment.pair_names();
    let view = RunView::of(&experiment, &watched, record, *outcome);
    let forecast =
        (wants_full_size || arguments.json).then(|| Forecast::of(&experiment, &mut setup));
    let archived = full_size.as_ref().zip(forecast.as_ref());
    write_run(output, &view, &experiment, archived)?;
    if let Some(forecast) = forecast.filter(|_| arguments.json) {
        return print_json(&summary.json(&forecast).to_string());
    }
    summary.words().lines().for_each(tell);
    Ok(())
}

/// Writes the run where it is to go; an .npz has it at full size, and what was foreseen of it.
fn write_run(
    output: Output<'_>,
    view: &RunView<'_>,
    experiment: &Experiment,
    archived: Option<(&FullSize, &Forecast)>,
) -> Result<(), Failure> {
    match (output, archived) {
        (Output::Stdout, _) => {
            let out = BufWriter::new(io::stdout().lock());
            on_stdout(curves::write(view, out))?;
        }
        (Output::Csv(path), _) => files::write_with(path, |mut file| {
            curves::write(view, &mut file)?;
            Ok(file)
        })?,
        (Output::Npz(path), Some((full_size, forecast))) => {
            files::write_with(path, |file| {
                run_npz::write(file, experiment, view, full_size, forecast)
            })?;
        }
        (Output::Npz(_) | Output::Nothing, _) => {}
    }
    Ok(())
}

fn whole(experiment: &Experiment, setup: &mut Setup) -> TrainedRun {
    let network = WholeNetwork::new(setup.network(experiment));
    let (record, outcome, time, network) = trained(network, experiment);
    let targets = targets(experiment, setup.dataset());
    let weights = first_weights(experiment);
    let last = weights.last().expect("a network has a layer");
    let total = network.total(last, &targets);
    TrainedRun {
        record,
        outcome,
        time,
        full_size: Some(FullSize {
            targets,
            weights,
            total,
        }),
    }
}

fn full(experiment: &Experiment, setup: &Setup, wants_full_size: bool) -> TrainedRun {
    let targets = targets(experiment, setup.dataset());
    let weights = first_weights(experiment);
    let first: Vec<DMatrix<f64>> = if wants_full_size {
        weights.clone()
    } else {
        Vec::new()
    };
    let watched = experiment.watched.clone();
    let network = FullNetwork::new(weights, targets.clone(), watched);
    let (record, outcome, time, network) = trained(network, experiment);
    TrainedRun {
        record,
        outcome,
        time,
        full_size: wants_full_size.then(|| FullSize {
            targets,
            weights: first,
            total: network.total().clone(),
        }),
    }
}

/// Trains the network, and gives the run as the bytes of its .npz.
pub(super) fn archive(experiment: &Experiment) -> Result<Vec<u8>, Failure> {
    let mut setup = Setup::new(experiment, None);
    let run = whole(experiment, &mut setup);
    let watched = experiment.pair_names();
    let view = RunView::of(experiment, &watched, &run.record, run.outcome);
    let full_size = run.full_size.expect("a whole network has its full size");
    let forecast = Forecast::of(experiment, &mut setup);
    let file = io::Cursor::new(Vec::new());
    let bytes = run_npz::write(file, experiment, &view, &full_size, &forecast);
    bytes.map(io::Cursor::into_inner).map_err(Failure::other)
}

/// Trains to the end, with a bar if it takes its time.
fn trained<E: Engine>(engine: E, experiment: &Experiment) -> (Record, Outcome, Duration, E) {
    let shape = experiment.row_shape();
    let mut progress = Progress::new(experiment.n_epochs, "epochs");
    let training = Training::new(engine, experiment.lr, experiment.n_epochs, shape);
    let mut training = Pipeline::new(training);
    let mut record = Record::new(shape);
    record.reserve(experiment.n_epochs.div_ceil(training.stride()) + 1);
    let mut n_done = 0;
    let outcome = loop {
        if let Some(outcome) = training.advance(&mut record, 1) {
            break outcome;
        }
        n_done += 1;
        progress.at(n_done);
    };
    (record, outcome, progress.finish(), training.into_engine())
}
