//! The command line: the same engine without a window. The only part that prints.

mod band;
mod choices;
mod data_choices;
mod epochs;
mod failure;
mod inspect;
mod manual;
mod mistyped;
mod named;
mod new_run;
mod plot;
mod plot_arguments;
mod plot_grid;
mod plot_grid_arguments;
mod progress;
mod rate;
mod reading;
mod refused_arguments;
mod say;
mod script;
mod seeds;
mod summary;
mod sweep;
mod train;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use failure::Failure;
use say::complain;

/// Shows how a deep linear network learns.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Print every status line of the window on standard output.
    #[arg(long)]
    log_status: bool,
    /// Say nothing on standard error but failures.
    #[arg(short, long, global = true)]
    quiet: bool,
    /// What to open in the window: an experiment (.toml), or data, a CSV table or an .npz archive.
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<CliCommand>,
}

#[derive(Debug, Subcommand)]
enum CliCommand {
    /// Train one network, and write its curves or all of it.
    #[command(after_help = TRAIN_EXAMPLES)]
    Train(train::Arguments),
    /// Train a grid of networks on all cores, and print one CSV row each.
    #[command(after_help = SWEEP_EXAMPLES)]
    Sweep(sweep::Arguments),
    /// Train one network from many first draws, and write the range and median of its curves.
    #[command(after_help = BAND_EXAMPLES)]
    Band(band::Arguments),
    /// Draw a figure of a saved run, or of a new one on data of one's own, as PNG, SVG or PDF.
    #[command(after_help = PLOT_EXAMPLES)]
    Plot(plot_arguments::Arguments),
    /// Say how a file of data is read, with the choices about it.
    Inspect(inspect::Arguments),
    /// Write a PyTorch script that repeats a run.
    #[command(after_help = SCRIPT_EXAMPLES)]
    Script(script::Arguments),
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the man page.
    Man,
}

const EXAMPLES: &str = "\
Examples:
  modescope                                  open the window
  modescope shark.toml                       open it on a saved experiment
  modescope animals.csv                      open it on data of your own
  modescope train                            the notebook's first run, as CSV
  modescope sweep --gamma 1e-15:1e1          seventeen scales, one row each
  modescope plot run.npz -o run.png          a figure of a saved run";

const TRAIN_EXAMPLES: &str = "\
Examples:
  modescope train > curves.csv               the notebook's first training cell
  modescope train --preset shark-notebook --out shark.npz
  modescope train --gamma 1 --hidden 30,20   two hidden layers, a large scale
  modescope train --data animals.csv --watch Tuna:swims
  modescope train --hidden 20,15,10 --lr 0.5x
  modescope train --data run.npz --init run.npz --lr 50 --out again.npz
  modescope train --feature has_bones=-1,1,1,1,-1,-1,-1,-1 --watch 0:-1 --json

A --preset whose name ends with -notebook is a later cell of the notebook run
from the top, at --data-seed and --seed too. Other options change that cell
alone: what the cells before it have drawn stays. Weights that are given, with
--init, with an experiment file or by bonus-no-hidden-notebook, are neither
scaled by --gamma nor cut to another shape.

--data and --init of a saved run start again from its data and its first
weights; --lr, --epochs and --watch are not taken from it.

--lr auto is the share of the stability limit that the notebook's lr is, 0.39,
and --lr 0.5x half of the limit. With --data it is auto unless told otherwise.
--epochs auto trains until at most 1e-4 of what the loss can lose is left, for
100000 epochs at most; the number is said on standard error.

A run that diverges is a result: exit code 0, and NaN from that epoch on. Exit
code 1 is a failure, 2 wrong usage.

What an .npz holds, of P items, N features, L layers, E epochs and K watched
pairs:
  features (P x N), items, feature_names, population (P, of a tree's data: the
  singular values that as many features of the population have),
  W1 ... WL (before the first epoch), epochs, losses (E), modes (E x P),
  aligned (E x P x P; past 32 items A x P x P, beside aligned_epochs (A) and
  strengths (E x P), its diagonal), rsms_1 ... (E x P x P),
  illusions (E, of the first watched pair, if any),
  predictions (E x K), watched (K x 2), watched_names,
  W_tot (N x P, at the end), lr, gamma, n_epochs,
  diverged_at (-1 if it did not), illusory_item, init_seed, init_before, readme,
  theory_start, theory_half_rise, theory_half_rise_continuous (P each),
  theory_stage (P), theory_plateaus (S + 1, of the loss), theory_ladders (K x S,
  the predictions behind each of S stages), theory_holds (sentences)

Row e of an array belongs to epochs[e], which is e unless the record is thinned
(said on standard error where all epochs would take more than 256 MB). modes[e]
and aligned[e] are of the weights after the step of that epoch; losses[e],
rsms_*[e], illusions[e] and predictions[e] of those before it. Past 32 items the
whole aligned matrix is kept of A epochs only, evenly apart, for an eighth of
the 256 MB; aligned[a] is of aligned_epochs[a]. readme says so in the archive.

theory_* is foreseen from the data and the first weights, in steps of lr and,
continuous, in the limit of small steps; NaN where there is no theory or no rise
within the run. theory_holds says how far it holds. --json has the same.";

const SWEEP_EXAMPLES: &str = "\
Examples:
  modescope sweep --lr 5:200:5 --gamma 1e-15:1e1 > grid.csv
  modescope sweep --lr 100 --gamma 1e-12,1 --seeds 50
  modescope sweep --hidden 1:64:1 --layers 0:4:1 --lr 0.5x --epochs auto
  modescope sweep --flip 0:0.5:0.05 --data-seeds 20 --threshold 0.01 --out f.csv
  modescope sweep --data animals.csv --lr 0.1x,auto,0.9x --format jsonl
  modescope sweep --lr 1:400:0.25 --epochs 3000 --last 64 > section.csv
  modescope sweep --lr 1:200:1 --gamma 1e-15:1e1 --seeds 20 --resume \\
      --shard $SLURM_ARRAY_TASK_ID/16 --out part-$SLURM_ARRAY_TASK_ID.csv
  parallel -k modescope sweep --lr 1:200:1 --shard {}/3 ::: 1 2 3

Every value is run with every value of the others. --hidden 30,20 are networks
of 30 and of 20 units, not two layers as in train; --layers 2 --hidden 30 has
two layers of 30. Rows are numbered with lr running fastest, then gamma, epochs,
hidden, layers, flip, levels, seed and data seed. Shards in order are the whole,
but for the first line of each, which names the columns:
  index, data_seed, seed, levels, flip, layers, hidden, epochs, gamma, lr,
  fate (settled, unfinished, oscillates or diverged), diverged_at, drops (of
  the loss), epoch_below_1e-3 (the first) and below each --threshold, loss (at
  the end), modes_learned (by half), stage_epochs (with blanks between), of each
  watched pair NAME illusion (at its peak), NAME illusion_epoch and NAME end,
  and with --last last_strengths (of the first mode) and last_losses
With --epochs auto each run has as many as its loss needs to settle. --format
jsonl, or a file that ends with .jsonl, has an object a line with these names.
A cell is empty (null) where there is none, and for a run that diverged; drops
are not counted where lr is past the stability limit and the loss swings at the
end, or a long run does not show whether it does.
Interrupted, it leaves complete rows, and the same command with --resume adds
the rest; it refuses a file that another sweep has left.";

const BAND_EXAMPLES: &str = "\
Examples:
  modescope band > band.csv                  the notebook's run from 50 seeds
  modescope band --gamma 1 --seeds 200 --out lazy.csv
  modescope band --preset shark

Columns: epoch, then _least, _median and _largest of loss, mode_1 ... mode_P
(singular values of W_tot, each run's by their order) and each watched pair. Of
two runs in the middle the median is the mean. Once a run has diverged its loss
and modes count as inf, and its predictions no more; NaN is where no run is
left. Of long runs some 2,000 epochs are written.";

const PLOT_EXAMPLES: &str = "\
Examples:
  modescope train --preset shark --out shark.npz
  modescope plot shark.npz -o dynamics.pdf
  modescope plot shark.npz --log --theory both --epochs 80:160 -o theory.svg
  modescope plot shark.npz --what rsm --epoch 125 --rsm-scale epoch -o rsm.png
  modescope plot shark.npz --what illusions --width 8.5 --title '' -o column.pdf
  modescope plot shark.npz --what map --modes 2,4 --epoch 150 -o map.svg
  modescope plot shark.npz --what comparison --dpi 600 -o three.png
  modescope plot --data animals.csv --zscore --lr 0.5x -o animals.pdf
  modescope plot grid.csv --what atlas --colour drops -o atlas.pdf
  modescope plot grid.csv --what section --x lr --at gamma=1 -o section.png

An atlas and a section are drawn from the table of a sweep: two of its columns,
or one, are the axes, and --at says a value of every other one that varies. Runs
that differ in their seeds alone share a cell, which shows their median. A
section shows the last epochs, which sweep --last 64 writes.

Letters keep their size, 8 to 9 points on paper: a narrower figure is laid out
anew, not made smaller. A PDF has its fonts in it, a PNG says its resolution.
Theory, comparison and foreseen steps of predictions follow from the run's data,
first weights, lr and n_epochs in the archive. A character that no font here has
is said on standard error.";

const SCRIPT_EXAMPLES: &str = "\
Examples:
  modescope script -o notebook.py            the notebook's first training cell
  modescope script --preset shark --gamma 1e-6 -o shark.py
  modescope script --data animals.csv --epochs auto -o animals.py

The script needs numpy and torch. What it draws are the very numbers of the run;
data of one's own and their first weights it reads from the .npz beside it, here
animals.npz. Drawn weights are scaled by the gamma in the script, given ones are
taken as they are. Its run goes beside it, here into animals_run.npz, with the
arrays of a run's .npz: losses, modes, rsms_1 ... and predictions.";

/// Runs what the arguments say: a command, or the window.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refused_arguments::refused::<Arguments>(&error),
    };
    say::set_quiet(arguments.quiet);
    let result = match arguments.command {
        Some(CliCommand::Train(arguments)) => train::run(&arguments),
        Some(CliCommand::Sweep(arguments)) => sweep::run(&arguments),
        Some(CliCommand::Band(arguments)) => band::run(&arguments),
        Some(CliCommand::Plot(arguments)) => plot::run(&arguments),
        Some(CliCommand::Inspect(arguments)) => inspect::run(&arguments),
        Some(CliCommand::Script(arguments)) => script::run(&arguments),
        Some(CliCommand::Completions { shell }) => manual::completions(shell, Arguments::command()),
        Some(CliCommand::Man) => manual::man(Arguments::command()),
        None => opened(arguments.log_status, arguments.file),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&format!("modescope: {failure}"));
            failure.exit_code()
        }
    }
}

/// Opens the window, unless its file is a command that was mistyped.
fn opened(log_status: bool, file: Option<PathBuf>) -> Result<(), Failure> {
    let program = Arguments::command();
    let refusal = |word: &PathBuf| mistyped::command(word, &program);
    if let Some(refusal) = file.as_ref().and_then(refusal) {
        return Err(Failure::usage(refusal));
    }
    window(log_status, file)
}

#[cfg(feature = "gui")]
fn window(log_status: bool, file: Option<PathBuf>) -> Result<(), Failure> {
    let listener: Box<dyn FnMut(&str)> = if log_status {
        // Whoever read may have seen enough; the window stays.
        Box::new(|line| {
            say::print(line).ok();
        })
    } else {
        Box::new(|_| ())
    };
    crate::app::run(listener, file).map_err(Failure::other)
}

#[cfg(not(feature = "gui"))]
fn window(_log_status: bool, _file: Option<PathBuf>) -> Result<(), Failure> {
    Err(Failure::other(
        "this modescope was built without its window; see modescope --help",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_texts_fit_a_terminal() {
        for text in [
            EXAMPLES,
            TRAIN_EXAMPLES,
            SWEEP_EXAMPLES,
            BAND_EXAMPLES,
            PLOT_EXAMPLES,
            SCRIPT_EXAMPLES,
        ] {
            assert!(text.starts_with("Examples:\n"));
            let widest = text.lines().max_by_key(|line| line.chars().count());
            assert!(widest.is_some_and(|line| line.len() <= 80), "{widest:?}");
        }
    }
}
