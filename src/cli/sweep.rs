//! `modescope sweep`: many runs on all cores, one CSV row each, in order.
//!
//! Runs are numbered with lr running fastest, then gamma, then the seed, so that all runs of a
//! seed, which share one [`Setup`], lie together. Each row is written whole and at once: whatever
//! ends the program leaves complete rows.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use clap::Args;

use super::choices::{self, ExperimentArguments};
use super::failure::Failure;
use super::grid::{Rates, Scales, Shard};
use super::head_start::HeadStart;
use super::progress::Progress;
use super::rate;
use super::say::tell;
use super::seed_setups::SeedSetups;
use super::seeds;
use crate::analysis::illusion::belief;
use crate::analysis::settling::settling_of;
use crate::analysis::stages;
use crate::experiment::Experiment;
use crate::files;
use crate::model::{Setup, Training};

/// The grid, and how it is run.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Learning rates: a list `20,60,100`, a range FROM:TO:STEP such as `5:200:5`, shares of
    /// the stability limit, `0.5x,0.9x`, or `auto`, as in train [notebook: 100].
    #[arg(
        long,
        value_name = "LIST",
        allow_hyphen_values = true,
        help_heading = "Grid"
    )]
    lr: Option<Rates>,
    /// Initialisation scales: a list, a range FROM:TO in decades such as `1e-15:1e1`, or
    /// FROM:TO:N with N values a decade [notebook: 1e-12].
    #[arg(
        long,
        value_name = "LIST",
        allow_hyphen_values = true,
        help_heading = "Grid"
    )]
    gamma: Option<Scales>,
    /// How many seeds of the first weights, counted up from --seed [default: 1].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Grid")]
    seeds: Option<u32>,
    #[command(flatten)]
    choices: ExperimentArguments,
    /// Only the K-th of N parts, for a cluster's job array; the parts in order are the whole.
    #[arg(long, value_name = "K/N", help_heading = "Output")]
    shard: Option<Shard>,
    /// How many runs at a time [default: one a core].
    #[arg(long, value_name = "N", help_heading = "Output")]
    threads: Option<std::num::NonZeroUsize>,
    /// Where the rows go: a .csv, or `-`, standard output [default: -].
    #[arg(long, value_name = "FILE.csv", help_heading = "Output")]
    out: Option<PathBuf>,
}

const HEADER: &str = "index,seed,lr,gamma,epochs,drops,epoch_below_1e-3,loss,diverged_at,\
                      modes_learned,illusion_peak,illusion_peak_epoch,prediction";

/// The most rows, for every thread, that wait behind a slow run.
const MOST_WAITING: usize = 256;

/// All the runs there are.
struct Grid {
    experiment: Experiment,
    rates: Vec<f64>,
    scales: Vec<f64>,
    n_seeds: usize,
    /// Whether each run has as many epochs as its loss needs to settle.
    finds_epochs: bool,
}

impl Grid {
    fn len(&self) -> usize {
        self.rates.len() * self.scales.len() * self.n_seeds
    }

    /// The run of that number.
    fn experiment(&self, index: usize) -> Experiment {
        let rest = index / self.rates.len();
        let seed = (rest / self.scales.len()) as u32;
        Experiment {
            lr: self.rates[index % self.rates.len()],
            gamma: self.scales[rest % self.scales.len()],
            init_seed: self.experiment.init_seed + seed,
            ..self.experiment.clone()
        }
    }
}

/// Runs the grid, or its shard.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let grid = grid(arguments)?;
    let rows = arguments.shard.unwrap_or(Shard::ALL).rows(grid.len());
    let path = arguments.out.as_deref();
    let path = path.filter(|path| *path != Path::new("-"));
    let mut out: Box<dyn Write> = match path {
        None => Box::new(io::stdout()),
        Some(path) => {
            files::ending(path, &["csv"])?;
            arguments.choices.spare(path)?;
            Box::new(files::create(path)?)
        }
    };
    let n_threads = arguments
        .threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, usize::from)
        .min(rows.len().max(1));
    let is_on_terminal = path.is_none() && io::stdout().is_terminal();
    let mut progress = Progress::new(rows.len(), "runs").silent_if(is_on_terminal);
    let written = swept(&grid, rows.clone(), n_threads, &mut *out, &mut progress);
    let time = progress.finish();
    match written {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::Other(format!(
            "the rows cannot be written: {error}"
        ))),
        Ok(n_diverged) => {
            let n = rows.len();
            let runs = if n == 1 { "run" } else { "runs" };
            let threads = if n_threads == 1 { "thread" } else { "threads" };
            tell(&format!(
                "{n} {runs} in {:.2} s on {n_threads} {threads}, {n_diverged} diverged",
                time.as_secs_f64()
            ));
            Ok(())
        }
    }
}

fn grid(arguments: &Arguments) -> Result<Grid, Failure> {
    let experiment = arguments.choices.experiment()?;
    let n_seeds = seeds::n_draws(&experiment, arguments.seeds, 1)? as usize;
    let usual = [arguments.choices.usual_lr(&experiment)];
    let rates = arguments.lr.as_ref().map_or(&usual[..], |rates| &rates.0);
    let scales = arguments.gamma.as_ref();
    if scales.is_some() {
        choices::check_gamma(&experiment)?;
    }
    let grid = Grid {
        rates: rate::numbers(rates, &experiment),
        scales: scales.map_or(vec![experiment.gamma], |scales| scales.0.clone()),
        n_seeds,
        finds_epochs: arguments.choices.finds_epochs(),
        experiment,
    };
    let n_runs = grid.rates.len().checked_mul(grid.scales.len());
    if n_runs.and_then(|n| n.checked_mul(grid.n_seeds)).is_none() {
        return Err(Failure::usage("the grid has more runs than can be counted"));
    }
    for &lr in &grid.rates {
        let experiment = Experiment {
            lr,
            ..grid.experiment.clone()
        };
        experiment.validate()?;
    }
    for &gamma in &grid.scales {
        let experiment = Experiment {
            gamma,
            ..grid.experiment.clone()
        };
        experiment.validate()?;
    }
    Ok(grid)
}

/// A run's result: its row, and whether it diverged.
struct Row {
    text: String,
    has_diverged: bool,
}

/// Writes the header and the rows in order; how many runs diverged.
fn swept(
    grid: &Grid,
    rows: Range<usize>,
    n_threads: usize,
    out: &mut dyn Write,
    progress: &mut Progress,
) -> io::Result<usize> {
    write_line(out, HEADER)?;
    if rows.is_empty() {
        return Ok(0);
    }
    let next = AtomicUsize::new(rows.start);
    let setups = SeedSetups::new(&grid.experiment(rows.start), n_threads);
    let head_start = HeadStart::new(rows.start, MOST_WAITING * n_threads);
    thread::scope(|scope| {
        // Rows that nobody takes are not heaped up: whoever made them waits.
        let (sender, receiver) = sync_channel(n_threads);
        for _ in 0..n_threads {
            let sender = sender.clone();
            let (next, setups, end) = (&next, &setups, rows.end);
            let head_start = &head_start;
            scope.spawn(move || work(grid, (next, end), setups, head_start, &sender));
        }
        drop(sender); // or the rows would never end
        let written = write_in_order(&receiver, rows.start, &head_start, out, progress);
        next.store(rows.end, Ordering::Relaxed); // nobody reads what is left
        head_start.end();
        written
    })
}

/// Takes one run after the other.
fn work(
    grid: &Grid,
    (next, end): (&AtomicUsize, usize),
    setups: &SeedSetups,
    head_start: &HeadStart,
    sender: &SyncSender<(usize, Row)>,
) {
    let _guard = head_start.ended_by_panic();
    let mut last: Option<(u32, Setup)> = None;
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        if index >= end {
            return;
        }
        head_start.wait_for(index);
        let mut experiment = grid.experiment(index);
        let seed = experiment.init_seed;
        let mut setup = match last.take() {
            Some((of, setup)) if of == seed => setup,
            _ => setups.of(&experiment),
        };
        if grid.finds_epochs {
            let mut network = setup.network(&experiment);
            let settling = settling_of(&experiment, &mut network, &mut |_| false);
            experiment.n_epochs = settling.expect("never cancelled").n_epochs();
        }
        let row = one_run(index, &experiment, &mut setup);
        last = Some((seed, setup));
        if sender.send((index, row)).is_err() {
            return;
        }
    }
}

fn write_in_order(
    receiver: &Receiver<(usize, Row)>,
    first: usize,
    head_start: &HeadStart,
    out: &mut dyn Write,
    progress: &mut Progress,
) -> io::Result<usize> {
    let mut waiting = BTreeMap::new();
    let mut next = first;
    let mut n_diverged = 0;
    for (index, row) in receiver {
        waiting.insert(index, row);
        while let Some(row) = waiting.remove(&next) {
            write_line(out, &row.text)?;
            n_diverged += usize::from(row.has_diverged);
            next += 1;
        }
        head_start.at(next);
        progress.at(next - first);
    }
    Ok(n_diverged)
}

/// A whole line in one piece.
fn write_line(out: &mut dyn Write, line: &str) -> io::Result<()> {
    out.write_all(format!("{line}\n").as_bytes())?;
    out.flush()
}

impl Row {
    /// Of a run that diverged at `epoch`, which decides nothing else: its record says nothing of
    /// where a stable run would have gone.
    fn diverged(index: usize, experiment: &Experiment, epoch: usize) -> Self {
        let Experiment {
            lr,
            gamma,
            n_epochs,
            ..
        } = *experiment;
        let seed = experiment.init_seed;
        Self {
            text: format!("{index},{seed},{lr:?},{gamma:?},{n_epochs},,,,{epoch},,,,"),
            has_diverged: true,
        }
    }
}

/// Trains one point of the grid.
fn one_run(index: usize, experiment: &Experiment, setup: &mut Setup) -> Row {
    let network = setup.network(experiment);
    let modes = network.modes().clone();
    // No similarity matrix is asked for, no singular value and no aligned matrix.
    let mut shape = experiment.row_shape();
    shape.n_hidden_layers = 0;
    let Experiment { lr, gamma, .. } = *experiment;
    let training = Training::new(network, lr, experiment.n_epochs, shape);
    let training = training.without_singular_values().without_aligned();
    let (record, outcome, _) = training.run(shape);
    if let Some(epoch) = outcome.diverged_at() {
        return Row::diverged(index, experiment, epoch);
    }
    let cell = |value: Option<usize>| value.map_or(String::new(), |value| value.to_string());
    let real = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:?}"));
    let rises = stages::half_rises(&record, &modes);
    let limit = modes.stability_limit(experiment.n_outputs(), experiment.hidden.len() + 1);
    let settles = stages::swings_past(limit, lr, &record) == Some(false);
    let belief = experiment.watched.first().map(|&pair| {
        let predictions: Vec<f64> = (0..record.len())
            .map(|row| record.predictions(row)[0])
            .collect();
        belief(
            record.epochs(),
            &predictions,
            setup.taught(experiment, pair),
        )
    });
    let illusion = belief.as_ref().and_then(|belief| belief.illusion);
    let cells = [
        index.to_string(),
        experiment.init_seed.to_string(),
        format!("{lr:?}"),
        format!("{gamma:?}"),
        experiment.n_epochs.to_string(),
        cell(settles.then(|| stages::drops(&record).len())),
        cell(stages::learned_at(&record)),
        real(record.losses().last().copied()),
        String::new(), // it did not diverge
        rises.iter().flatten().count().to_string(),
        real(illusion.map(|illusion| illusion.peak)),
        cell(illusion.map(|illusion| illusion.peak_epoch)),
        real(belief.map(|belief| belief.end)),
    ];
    Row {
        text: cells.join(","),
        has_diverged: false,
    }
}
