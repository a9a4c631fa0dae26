//! The command line: the same engine without a window. The only part that prints.

mod choices;
mod failure;
mod grid;
mod named;
mod plot;
mod progress;
mod summary;
mod sweep;
mod train;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Shows how a deep linear network learns.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Print every status line of the window on standard output.
    #[arg(long)]
    log_status: bool,
    /// Data to open in the window: a CSV table or an .npz archive.
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Train one network and print its curves as CSV on standard output.
    Train(train::Arguments),
    /// Train a grid of networks on all cores, and print one CSV row each.
    Sweep(sweep::Arguments),
    /// Draw a figure of a saved run, as PNG or SVG.
    Plot(plot::Arguments),
}

const EXAMPLES: &str = "\
Examples:
  modescope                                  open the window
  modescope animals.csv                      open it on data of your own
  modescope train                            the notebook's first training cell, as CSV
  modescope train --gamma 1 --hidden 30,20   two hidden layers, a large first scale";

/// Runs what the arguments say: a command, or the window.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Some(Command::Train(arguments)) => train::run(&arguments),
        Some(Command::Sweep(arguments)) => sweep::run(&arguments),
        Some(Command::Plot(arguments)) => plot::run(&arguments),
        None => window(arguments.log_status, arguments.file),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tell(&format!("modescope: {failure}"));
            failure.exit_code()
        }
    }
}

/// A line on standard error, if anyone listens.
fn tell(line: &str) {
    writeln!(std::io::stderr(), "{line}").ok();
}

#[cfg(feature = "gui")]
fn window(log_status: bool, file: Option<PathBuf>) -> Result<(), Failure> {
    let listener: Box<dyn FnMut(&str)> = if log_status {
        // Line by line, also into a pipe.
        Box::new(|line| {
            // Whoever read may have seen enough; the window stays.
            writeln!(std::io::stdout(), "{line}").ok();
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
