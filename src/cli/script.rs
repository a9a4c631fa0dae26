//! `modescope script`: a PyTorch script that repeats a run.

use std::path::PathBuf;

use clap::Args;

use super::choices::Controls;
use super::failure::Failure;
use crate::export::run_npz::{self, FullSize};
use crate::export::{RunView, torch_script};
use crate::files;
use crate::model::{Setup, Training};

/// The run, and where the script goes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    controls: Controls,
    /// The script's file, its name ending with .py. Data of one's own and given weights go into
    /// an .npz of the same name beside it.
    #[arg(short, long, value_name = "FILE.py", help_heading = "Output")]
    out: PathBuf,
}

/// Writes the script, and the archive where it needs one.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let out = &arguments.out;
    if !files::has_ending(out, "py") {
        let out = out.display();
        return Err(Failure::usage(format!(
            "--out {out}: the name must end with .py"
        )));
    }
    let experiment = arguments.controls.experiment()?;
    let archive = out.with_extension("npz");
    if torch_script::needs_archive(&experiment) {
        let mut setup = Setup::new(&experiment, None);
        let shape = experiment.row_shape();
        let network = setup.network(&experiment);
        let (lr, n_epochs) = (experiment.lr, experiment.n_epochs);
        let (record, outcome, _) = Training::new(network, lr, n_epochs, shape).run(shape);
        let full_size = FullSize::of(&experiment, &mut setup);
        let watched = experiment.pair_names();
        let view = RunView {
            items: &experiment.items,
            watched: &watched,
            n_epochs,
            record: &record,
            outcome,
        };
        files::write_with(&archive, |file| {
            run_npz::write(file, &experiment, &view, &full_size)
        })?;
    }
    let name = archive.file_name().unwrap_or_default().to_string_lossy();
    let text = torch_script::script(&experiment, &name);
    files::write(out, text.as_bytes())?;
    Ok(())
}
