//! `modescope train`: one run, its curves on standard output, a summary on standard error.

use std::io::{self, BufWriter, Write};

use clap::Args;

use crate::data::TreeRecipe;
use crate::model::{Experiment, Outcome, Record, Setup, Training, stages};

/// What to train. Everything has the tutorial's value unless told otherwise.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Learning rate (eta).
    #[arg(long, default_value_t = Experiment::default().lr)]
    lr: f64,
    /// Initialisation scale.
    #[arg(long, default_value_t = Experiment::default().gamma)]
    gamma: f64,
    /// Number of epochs.
    #[arg(long, default_value_t = Experiment::default().n_epochs)]
    epochs: usize,
    /// Units of each hidden layer, separated by commas; 0 for no hidden layer.
    #[arg(long, value_delimiter = ',', default_value = "30")]
    hidden: Vec<usize>,
    /// torch's seed for the first weights.
    #[arg(long, default_value_t = Experiment::default().init_seed)]
    seed: u32,
    /// numpy's seed for the data.
    #[arg(long, default_value_t = TreeRecipe::default().seed)]
    data_seed: u32,
    /// Levels of the tree below its root.
    #[arg(long, default_value_t = TreeRecipe::default().levels)]
    levels: usize,
    /// Branches of each node of the tree.
    #[arg(long, default_value_t = TreeRecipe::default().branches)]
    branches: usize,
    /// Probability that a node flips a feature's sign.
    #[arg(long, default_value_t = TreeRecipe::default().flip)]
    flip: f64,
    /// Number of features.
    #[arg(long, default_value_t = TreeRecipe::default().n_features)]
    features: usize,
}

impl Arguments {
    fn experiment(&self) -> Experiment {
        let mut experiment = Experiment {
            lr: self.lr,
            gamma: self.gamma,
            n_epochs: self.epochs,
            hidden: if self.hidden == [0] {
                Vec::new()
            } else {
                self.hidden.clone()
            },
            init_seed: self.seed,
            ..Experiment::default()
        };
        let tree = TreeRecipe {
            seed: self.data_seed,
            levels: self.levels,
            branches: self.branches,
            flip: self.flip,
            n_features: self.features,
            n_before: 0,
        };
        experiment.data = tree.into();
        experiment.fit_after(&Experiment::default());
        experiment
    }
}

/// Trains, prints the curves, sums up.
pub(super) fn run(arguments: &Arguments) -> Result<(), String> {
    let experiment = arguments.experiment();
    experiment.validate().map_err(|error| error.to_string())?;
    let network = Setup::new(&experiment, None).network(&experiment);
    let shape = experiment.row_shape();
    let (record, outcome, _) =
        Training::new(network, experiment.lr, experiment.n_epochs, shape).run(shape);
    eprintln!("{}", summary(&record, outcome));
    match write_csv(&record, BufWriter::new(io::stdout().lock())) {
        // Whoever reads has seen enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| format!("the curves cannot be written: {error}")),
    }
}

fn summary(record: &Record, outcome: Outcome) -> String {
    let n_drops = stages::drops(record).len();
    let drops = if n_drops == 1 { "drop" } else { "drops" };
    let loss = record.losses().last().copied().unwrap_or(f64::NAN);
    match outcome {
        Outcome::Finished => format!("finished: loss {loss:.3e}, {n_drops} {drops}"),
        Outcome::Diverged { epoch } => format!("diverged at epoch {epoch}"),
    }
}

/// One row an epoch: epoch, loss, modes, illusion.
fn write_csv(record: &Record, mut out: impl Write) -> io::Result<()> {
    let modes: Vec<String> = (1..=record.shape().n_items)
        .map(|m| format!("mode_{m}"))
        .collect();
    writeln!(out, "epoch,loss,{},illusion", modes.join(","))?;
    for (row, epoch) in record.epochs().iter().enumerate() {
        write!(out, "{epoch},{:e}", record.losses()[row])?;
        for value in record.modes(row).iter().chain(record.predictions(row)) {
            write!(out, ",{value:e}")?;
        }
        writeln!(out)?;
    }
    out.flush()
}
