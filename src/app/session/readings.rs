//! How own data were read, as far as known; choices that are not in force; and the file that cannot
//! be read without a choice.

use std::path::PathBuf;
use std::sync::Arc;

use super::data_read::{DataFile, HowRead};
use crate::app::command::purpose::DialogId;
use crate::data::read::{Choices, Outline, WayOut, ways_out};
use crate::data::{Provenance, ReadError};
use crate::experiment::ExperimentError;

/// So many readings are remembered, for undo and redo.
const N_KNOWN: usize = 16;

/// The files of those readings have at most so many bytes together; the newest is always known.
const MAX_BYTES: usize = 256 << 20;

/// How own data were and are to be read.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    /// How earlier data were read, by provenance; the newest last.
    known: Vec<(Provenance, Arc<HowRead>)>,
    /// The latest choices, if they are not in force.
    pub(super) attempt: Option<Attempt>,
    /// A file that cannot be read without a choice.
    pub(super) doubtful: Option<DoubtfulFile>,
    /// The choices at the questions that were asked about the file that is just being taken in.
    pub(super) earlier: Vec<Choices>,
    /// How the present data were read is being found out, or cannot be.
    pub(super) lookup: Option<Lookup>,
}

/// Choices that were made and are not in force: the file is being read, or refused.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attempt {
    /// The task that reads it.
    pub(super) number: u64,
    /// How the data in force were read.
    pub(super) from: Provenance,
    /// The choices that were made.
    pub(crate) choices: Choices,
    /// Why the choices are not in force; `None` while the file is being read.
    pub(crate) refusal: Option<ChoiceRefusal>,
    /// The outline of the table as these choices make it, where it is known: further choices name
    /// its columns.
    pub(crate) outline: Option<Outline>,
}

/// A search for how the present data were read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lookup {
    /// The task that reads their file once more.
    pub(super) number: u64,
    pub(super) of: Provenance,
    /// Why that cannot be found out; `None` while the file is being read.
    pub(super) failure: Option<ChoiceRefusal>,
}

/// Why choices cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ChoiceRefusal {
    /// The file cannot be read so.
    Data(ReadError),
    /// The data cannot be trained on.
    Experiment(ExperimentError),
    /// The reading failed by a bug or for want of a thread.
    Failed(String),
}

/// A file that cannot be read without a choice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DoubtfulFile {
    /// The task that reads it anew, while it does.
    pub(super) number: Option<u64>,
    pub(super) path: PathBuf,
    pub(crate) file: DataFile,
    /// The dialog that asked for it, if one did.
    pub(super) asker: Option<DialogId>,
    /// The outline of the file.
    pub(crate) outline: Outline,
    /// Why the file cannot be read without a choice.
    pub(crate) error: ReadError,
    /// The choices at each earlier question about it; while it is being read anew, as they will be.
    pub(super) earlier: Vec<Choices>,
    /// The number of the question that is asked, from 1.
    pub(super) question: usize,
}

impl DoubtfulFile {
    /// The choices that may decide what is in doubt.
    pub(crate) fn ways_out(&self) -> Vec<WayOut> {
        ways_out(&self.error, &self.file.provenance.choices, &self.outline)
    }

    /// The number of the question that is asked about it, from 1. It stays while the file is being
    /// read anew, as what is asked does.
    pub(crate) fn question(&self) -> usize {
        self.question
    }

    /// Whether it is being read anew.
    pub(crate) fn is_busy(&self) -> bool {
        self.number.is_some()
    }
}

impl Readings {
    /// How data of that provenance were read, if that is known.
    pub(crate) fn how(&self, provenance: &Provenance) -> Option<&Arc<HowRead>> {
        let known = self.known.iter().rev();
        let mut its = known.filter(|(of, _)| of == provenance);
        its.next().map(|(_, how)| how)
    }

    /// Why it cannot be found out how data of that provenance were read, if it cannot.
    pub(crate) fn failure(&self, provenance: &Provenance) -> Option<&ChoiceRefusal> {
        let lookup = self.lookup.as_ref().filter(|it| it.of == *provenance);
        lookup.and_then(|lookup| lookup.failure.as_ref())
    }

    /// Choices that were made and are not in force.
    pub(crate) fn attempt(&self) -> Option<&Attempt> {
        self.attempt.as_ref()
    }

    /// A file that cannot be read without a choice.
    pub(crate) fn doubtful(&self) -> Option<&DoubtfulFile> {
        self.doubtful.as_ref()
    }

    /// Remembers how data were read.
    pub(super) fn know(&mut self, provenance: Provenance, how: HowRead) {
        self.known.retain(|(of, _)| *of != provenance);
        self.known.push((provenance, Arc::new(how)));
        self.forget(MAX_BYTES);
    }

    /// Forgets the oldest readings until there are not too many, of at most so many bytes.
    fn forget(&mut self, max_bytes: usize) {
        while self.known.len() > N_KNOWN || (self.known.len() > 1 && self.n_bytes() > max_bytes) {
            self.known.remove(0);
        }
    }

    /// The bytes of all files that are remembered, each counted once.
    fn n_bytes(&self) -> usize {
        let files = self.known.iter().map(|(of, _)| &of.file);
        let counted = files.enumerate().filter(|(index, file)| {
            let before = self.known.iter().take(*index);
            before.map(|(of, _)| &of.file).all(|other| other != *file)
        });
        counted.map(|(_, file)| file.0.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small table followed by blank lines, of so many bytes.
    fn know(readings: &mut Readings, n_bytes: usize) -> Provenance {
        let mut bytes = b"item,a,b\nx,1.5,2\ny,3,4\n".to_vec();
        bytes.resize(n_bytes, b'\n');
        let read = DataFile::new("a.csv".to_owned(), bytes).read(2);
        let read = read.result().expect("a table");
        let provenance = read.file.provenance;
        readings.know(provenance.clone(), read.how);
        provenance
    }

    #[test]
    fn readings_of_large_files_are_forgotten_sooner() {
        let mut readings = Readings::default();
        let known = [100, 501, 502].map(|size| know(&mut readings, size));
        assert_eq!(readings.n_bytes(), 1103);
        readings.forget(1000);
        assert!(readings.how(&known[0]).is_none() && readings.how(&known[1]).is_none());
        assert!(readings.how(&known[2]).is_some());
        readings.forget(10);
        assert!(
            readings.how(&known[2]).is_some(),
            "the newest is always known"
        );
    }
}
