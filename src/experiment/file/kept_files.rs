//! Data files inside an experiment file, and those beside it.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::beside_error::BesideError;
use super::error::{Refusal, Wrong};
use super::kept_file_error::KeptFileError;
use crate::data::provenance::MAX_KEPT_BYTES;
use crate::data::{FileBytes, Provenance, Shared};
use crate::experiment::pair_lookup::nearest;

/// Text of at most so many bytes stands in the file as text.
const MAX_TEXT_BYTES: usize = 16 << 10;

/// The most bytes of several files beside an experiment file, all together. A single one may have
/// as many as any file that is read.
const MAX_BESIDE_BYTES: usize = 1 << 30;

/// One data file: as `text`, or packed with gzip and written in base64.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileTable {
    name: String,
    text: Option<String>,
    gzip: Option<String>,
}

impl FileTable {
    fn of(name: String, bytes: &[u8]) -> Self {
        let text = str::from_utf8(bytes).ok();
        let text = text.filter(|text| text.len() <= MAX_TEXT_BYTES);
        Self {
            name,
            text: text.map(str::to_owned),
            gzip: text
                .is_none()
                .then(|| BASE64_STANDARD.encode(packed(bytes))),
        }
    }

    /// The bytes, `left` at most; else the key that is wrong.
    fn bytes(self, left: usize) -> Result<Vec<u8>, (&'static str, KeptFileError)> {
        let too_large = |key| {
            let max_megabytes = MAX_KEPT_BYTES >> 20;
            (key, KeptFileError::TooLarge { max_megabytes })
        };
        let base64 = match (self.text, self.gzip) {
            (Some(text), None) if text.len() <= left => return Ok(text.into_bytes()),
            (Some(_), None) => return Err(too_large("text")),
            (None, Some(base64)) => base64,
            _ => return Err(("text", KeptFileError::Content)),
        };
        let digits: String = base64.split_whitespace().collect();
        let gzip = BASE64_STANDARD.decode(digits);
        let gzip = gzip.map_err(|_| ("gzip", KeptFileError::NotBase64))?;
        let bytes = unpacked(&gzip, left).ok_or(("gzip", KeptFileError::Damaged))?;
        if bytes.len() > left {
            return Err(too_large("gzip"));
        }
        Ok(bytes)
    }
}

/// The data files that an experiment file is written with.
#[derive(Debug, Default)]
pub(crate) struct WrittenFiles(Vec<(String, Shared<FileBytes>)>);

impl WrittenFiles {
    /// The name under which the file of these data is kept; `None` if it is too large with those
    /// before it. Files of one name are numbered.
    pub(crate) fn name_of(&mut self, name: &str, provenance: &Provenance) -> Option<String> {
        let kept = self.0.iter().find(|(_, file)| *file == provenance.file);
        if let Some((name, _)) = kept {
            return Some(name.clone());
        }
        let n_bytes: usize = self.0.iter().map(|(_, file)| file.0.len()).sum();
        if n_bytes + provenance.file.0.len() > MAX_KEPT_BYTES {
            return None;
        }
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let is_free = |name: &String| self.0.iter().all(|(taken, _)| taken != name);
        let free = [name.to_owned()]
            .into_iter()
            .chain(numbered)
            .find(is_free)?;
        self.0.push((free.clone(), provenance.file.clone()));
        Some(free)
    }

    pub(crate) fn tables(self) -> Vec<FileTable> {
        let tables = self.0.into_iter();
        tables
            .map(|(name, file)| FileTable::of(name, &file.0))
            .collect()
    }
}

/// Reads the data file that an experiment file names by a path.
pub(crate) type OpenBeside<'a> = &'a mut dyn FnMut(&str) -> Result<Vec<u8>, BesideError>;

/// The data files that an experiment file may speak of.
pub(crate) struct ReadFiles<'a> {
    kept: BTreeMap<String, Shared<FileBytes>>,
    open: OpenBeside<'a>,
    /// The files beside that were read, by path.
    beside: BTreeMap<String, Shared<FileBytes>>,
}

impl<'a> ReadFiles<'a> {
    /// The files of these tables, and those that `open` reads.
    pub(crate) fn new(tables: Vec<FileTable>, open: OpenBeside<'a>) -> Result<Self, Refusal> {
        let mut kept = BTreeMap::new();
        let mut left = MAX_KEPT_BYTES;
        for (index, table) in tables.into_iter().enumerate() {
            let name = table.name.clone();
            let refused = |(field, error): (_, KeptFileError)| {
                let path = format!("file.{index}.{field}");
                (path, error.into())
            };
            let bytes = table.bytes(left).map_err(refused)?;
            left -= bytes.len();
            if kept.insert(name, Shared::new(FileBytes(bytes))).is_some() {
                return Err(refused(("name", KeptFileError::SameName)));
            }
        }
        let beside = BTreeMap::new();
        Ok(Self { kept, open, beside })
    }

    /// The file of that name inside the experiment file.
    pub(crate) fn kept(&self, name: &str) -> Result<Shared<FileBytes>, Wrong> {
        self.kept.get(name).cloned().ok_or_else(|| {
            let like = nearest(name, self.kept.keys().map(String::as_str));
            let like = like.map(str::to_owned);
            let name = name.to_owned();
            KeptFileError::Unknown { name, like }.into()
        })
    }

    /// The file at that path from the experiment file's folder; each is read once.
    pub(crate) fn beside(&mut self, path: &str) -> Result<Shared<FileBytes>, Wrong> {
        if let Some(file) = self.beside.get(path) {
            return Ok(file.clone());
        }
        let bytes = (self.open)(path)?;
        let n_bytes: usize = self.beside.values().map(|file| file.0.len()).sum();
        if !self.beside.is_empty() && n_bytes + bytes.len() > MAX_BESIDE_BYTES {
            let max_megabytes = MAX_BESIDE_BYTES >> 20;
            return Err(BesideError::TooLarge { max_megabytes }.into());
        }
        let file = Shared::new(FileBytes(bytes));
        self.beside.insert(path.to_owned(), file.clone());
        Ok(file)
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("memory does not refuse to be written")
}

/// At most one byte more than `left`; `None` if it is damaged.
fn unpacked(gzip: &[u8], left: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut decoder = GzDecoder::new(gzip).take(left as u64 + 1);
    decoder.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
