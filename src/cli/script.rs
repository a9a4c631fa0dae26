//! `modescope script`: a PyTorch script that repeats a run.

use std::path::{Path, PathBuf};

use clap::Args;

use super::choices::Controls;
use super::failure::Failure;
use crate::files;

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
    files::ending(out, &["py"])?;
    let experiment = arguments.controls.experiment()?;
    if let Some(archive) = files::script_archive(out, &experiment) {
        // It would take the place of what it was made from.
        let is_read = |path: &Path| is_same(path, &archive);
        if arguments.controls.archives().any(is_read) {
            return Err(Failure::usage(format!(
                "--out {}: the script needs its run in {}, which --data or --init reads; \
                 give the script another name",
                out.display(),
                archive.display()
            )));
        }
    }
    files::write_script(out, &experiment)?;
    Ok(())
}

/// Whether both are one file that is there.
fn is_same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
