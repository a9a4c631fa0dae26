//! A PyTorch script, and the archive beside it that the script reads.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::atomic::{Written, write};
use super::error::FileError;
use crate::experiment::Experiment;
use crate::export::{run_npz, torch_script};

/// Writes a PyTorch script that repeats the experiment's run and, where the script needs it, an
/// archive of its data and first weights beside it: both or neither.
///
/// # Errors
/// If one of them cannot be written; then older ones are still there.
pub fn write_script(path: &Path, experiment: &Experiment) -> Result<(), FileError> {
    let Some(archive) = script_archive(path, experiment) else {
        return write(path, torch_script::script(experiment, "").as_bytes());
    };
    let name = archive.file_name().unwrap_or_default().to_string_lossy();
    let script = torch_script::script(experiment, &name);
    let script = Written::beside(path, |mut file| {
        file.write_all(script.as_bytes())?;
        Ok(file)
    })?;
    let write_archive = |file| run_npz::write_start(file, experiment);
    let archive = Written::beside(&archive, write_archive)?;
    Written::put_both(archive, script)
}

/// The archive that [`write_script`] writes too, if the script needs one.
pub fn script_archive(script: &Path, experiment: &Experiment) -> Option<PathBuf> {
    torch_script::needs_archive(experiment).then(|| script.with_extension("npz"))
}
