//! `modescope script`: a PyTorch script that repeats a run.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::choices::RunArguments;
use super::failure::Failure;
use super::say::{on_stdout, tell};
use crate::experiment::Experiment;
use crate::export::torch_script;
use crate::files;

/// The run, and where the script goes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    controls: RunArguments,
    /// The script's file, its name ending with .py, or `-`, standard output. Data of one's own and
    /// given weights go into an .npz of the same name beside it; one that is there already without
    /// its script stays.
    #[arg(short, long, value_name = "FILE.py", help_heading = "Output")]
    out: PathBuf,
}

/// Writes the script, and the archive where it needs one.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let out = &arguments.out;
    if out == Path::new("-") {
        let mut experiment = arguments.controls.experiment()?;
        arguments.controls.settle(&mut experiment, 1);
        return print(&experiment);
    }
    files::ending(out, &["py"])?;
    let mut experiment = arguments.controls.experiment()?;
    arguments.controls.spare(out)?;
    let mut written = out.display().to_string();
    if let Some(archive) = files::script_archive(out, &experiment) {
        arguments.controls.spare(&archive)?;
        // An archive beside a script is that script's; one that stands alone is somebody's run.
        if archive.exists() && !out.exists() {
            return Err(Failure::usage(format!(
                "{}: this file is there already, and the script's data and weights would replace \
                 it; give --out another name",
                archive.display()
            )));
        }
        written = format!("{written}, and what it reads: {}", archive.display());
    }
    arguments.controls.settle(&mut experiment, 1);
    files::write_script(out, &experiment)?;
    tell(&format!("wrote {written}"));
    Ok(())
}

/// Prints a script that needs no archive.
fn print(experiment: &Experiment) -> Result<(), Failure> {
    if torch_script::needs_archive(experiment) {
        return Err(Failure::usage(
            "this script reads its data and first weights from an .npz beside it; name its file \
             with -o FILE.py",
        ));
    }
    let script = torch_script::script(experiment, "");
    on_stdout(io::stdout().write_all(script.as_bytes()))
}
