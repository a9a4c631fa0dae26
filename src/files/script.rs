//! A PyTorch script, and the archive beside it that the script reads.

use std::path::{Path, PathBuf};

use super::atomic::{write, write_with};
use super::error::FileError;
use crate::experiment::Experiment;
use crate::export::{run_npz, torch_script};

/// Writes a PyTorch script that repeats the experiment's run and, where the script needs it, an
/// archive of its data and first weights beside it.
///
/// # Errors
/// If the system says no.
pub fn write_script(path: &Path, experiment: &Experiment) -> Result<(), FileError> {
    let archive = script_archive(path, experiment);
    if let Some(archive) = &archive {
        write_with(archive, |file| run_npz::write_start(file, experiment))?;
    }
    let name = archive.unwrap_or_default();
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    write(path, torch_script::script(experiment, &name).as_bytes())
}

/// The archive that [`write_script`] writes too, if the script needs one.
pub fn script_archive(script: &Path, experiment: &Experiment) -> Option<PathBuf> {
    torch_script::needs_archive(experiment).then(|| script.with_extension("npz"))
}
