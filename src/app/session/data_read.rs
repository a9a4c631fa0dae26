//! A user's data file as it was read: the bytes, the choices, and what came of them.

use crate::analysis::fitting_lr::fitting_lr;
use crate::data::read::Reading;
use crate::data::read::{Choices, Examined, Outline, ReadReport, examine};
use crate::data::{FileBytes, OwnData, Provenance, ReadError, Shared};

/// A data file without anything read from it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DataFile {
    /// The file's name, without its folder.
    pub(crate) name: String,
    /// The bytes, and the choices about how they are read.
    pub(crate) provenance: Provenance,
}

/// A data file that was read, or is in doubt.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DataRead {
    /// The file.
    pub(crate) file: DataFile,
    /// The file's outline, and the data as read by the choices.
    pub(crate) examined: Examined,
    /// The learning rate that fits the data; `None` if they could not be read.
    pub(crate) lr: Option<f64>,
}

/// A data file that its choices make data of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadableFile {
    pub(crate) file: DataFile,
    pub(crate) data: OwnData,
    pub(crate) how: HowRead,
}

/// A data file that cannot be read by its choices.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UnreadableFile {
    pub(crate) file: DataFile,
    /// The outline of the table as the choices make it.
    pub(crate) outline: Outline,
    pub(crate) error: ReadError,
}

impl DataRead {
    /// The data and how they were read, or why they cannot be read so.
    pub(crate) fn result(self) -> Result<ReadableFile, Box<UnreadableFile>> {
        let Self { file, examined, lr } = self;
        let outline = examined.outline;
        match examined.reading {
            Ok(Reading { data, report }) => Ok(ReadableFile {
                file,
                data,
                how: HowRead {
                    report,
                    outline,
                    lr,
                },
            }),
            Err(error) => Err(Box::new(UnreadableFile {
                file,
                outline,
                error,
            })),
        }
    }
}

/// How data were read, for the user to check and choose otherwise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HowRead {
    /// The report on the file's contents and their conversion.
    pub(crate) report: ReadReport,
    /// The parts of the file that choices can name.
    pub(crate) outline: Outline,
    /// The learning rate that fitted the data, for the network of the time.
    pub(crate) lr: Option<f64>,
}

impl DataFile {
    /// A file with these bytes, about which nothing is chosen yet.
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Self {
        Self {
            name,
            provenance: Provenance {
                file: Shared::new(FileBytes(bytes)),
                choices: Choices::default(),
            },
        }
    }

    /// The same file, read by other choices.
    pub(crate) fn by(&self, choices: Choices) -> Self {
        Self {
            name: self.name.clone(),
            provenance: Provenance {
                file: self.provenance.file.clone(),
                choices,
            },
        }
    }

    /// Reads it, for a network of `n_layers` weight matrices unless it brings weights of its own.
    pub(crate) fn read(self, n_layers: usize) -> DataRead {
        let Provenance { file, choices } = &self.provenance;
        let examined = examine(&self.name, &file.0, choices);
        let data = examined.reading.as_ref().ok().map(|reading| &reading.data);
        let lr = data.map(|data| {
            let n_layers = data.weights.as_ref().map_or(n_layers, Vec::len);
            fitting_lr(&data.dataset.targets, n_layers)
        });
        DataRead {
            file: self,
            examined,
            lr,
        }
    }
}
