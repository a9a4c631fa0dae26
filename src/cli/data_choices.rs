//! `--data`: a user's file or standard input, and the choices about how it is read.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::reading::ReadingArguments;
use super::say::tell;
use crate::data::read::{Choices, ReadReport, Reading};
use crate::data::{self, OwnData, Provenance};
use crate::experiment::Experiment;
use crate::files::{self, STANDARD_INPUT};
use crate::printable::printable;

/// Data of one's own, the same for every command that takes some.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct DataChoices {
    /// Data of one's own instead of a tree: a table (.csv), `features` of an archive (.npz), or
    /// `-`, standard input.
    #[arg(long, value_name = "FILE", help_heading = "Data")]
    pub(super) data: Option<PathBuf>,
    #[command(flatten)]
    reading: ReadingArguments,
}

impl DataChoices {
    /// The data and the name of their file, if there are any; how they were read is told.
    pub(super) fn read(&self) -> Result<Option<(String, OwnData)>, Failure> {
        let Some(path) = &self.data else {
            return Ok(None);
        };
        let Reading { data, report } = read(path, &self.reading.choices())?;
        let name = name(path);
        tell_report(&name, &report);
        Ok(Some((name, data)))
    }
}

/// Tells how the data of an experiment file were read from their own file, if that is known.
pub(super) fn tell_reading(experiment: &Experiment) {
    let Some(own) = experiment.data.own() else {
        return;
    };
    let Some(Provenance { file, choices }) = &own.provenance else {
        return;
    };
    // The data were read before: only the report is wanted.
    if let Ok(reading) = data::read::read(&own.name, &file.0, choices) {
        tell_report(&own.name, &reading.report);
    }
}

fn tell_report(name: &str, report: &ReadReport) {
    for line in format!("{}: {report}", printable(name)).lines() {
        tell(line);
    }
}

/// Reads a file, or standard input where it is called `-`.
pub(super) fn read(path: &Path, choices: &Choices) -> Result<Reading, Failure> {
    Ok(if path == Path::new("-") {
        files::read_data_from_stdin(choices)?
    } else {
        files::read_data(path, choices)?
    })
}

/// The name of a file of data, as it is told and drawn.
pub(super) fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return STANDARD_INPUT.to_owned();
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
