//! Data files inside an experiment file, and those beside it.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::error::{Refusal, Wrong};
use crate::data::provenance::MAX_KEPT_BYTES;
use crate::data::{FileBytes, Provenance, Shared};
use crate::experiment::pair_lookup::nearest;

/// Text of at most so many bytes stands in the file as text.
const MAX_TEXT_BYTES: usize = 16 << 10;

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

    fn bytes(self) -> Result<Vec<u8>, (&'static str, Wrong)> {
        let refused = |field, said: &str| Err((field, Wrong::Form(said.to_owned())));
        let base64 = match (self.text, self.gzip) {
            (Some(text), None) => return Ok(text.into_bytes()),
            (None, Some(base64)) => base64,
            _ => {
                return refused(
                    "text",
                    "there must be either `text` or `gzip`, and not both",
                );
            }
        };
        let digits: String = base64.split_whitespace().collect();
        let Ok(gzip) = BASE64_STANDARD.decode(digits) else {
            return refused("gzip", "this is not base64");
        };
        match unpacked(&gzip) {
            Some(bytes) if bytes.len() <= MAX_KEPT_BYTES => Ok(bytes),
            Some(_) => refused("gzip", "it unpacks to more than the 32 MB that it may have"),
            None => refused("gzip", "it is damaged, or not packed with gzip"),
        }
    }
}

/// The data files that an experiment file is written with.
#[derive(Debug, Default)]
pub(crate) struct WrittenFiles(Vec<(String, Shared<FileBytes>)>);

impl WrittenFiles {
    /// The name under which the file of these data is kept; `None` if it is too large. Files of
    /// one name are numbered.
    pub(crate) fn name_of(&mut self, name: &str, provenance: &Provenance) -> Option<String> {
        if !provenance.is_kept() {
            return None;
        }
        let kept = self.0.iter().find(|(_, file)| *file == provenance.file);
        if let Some((name, _)) = kept {
            return Some(name.clone());
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

/// Reads the data file that an experiment file names by a path; an error is a sentence.
pub(crate) type OpenBeside<'a> = &'a mut dyn FnMut(&str) -> Result<Vec<u8>, String>;

/// The data files that an experiment file may speak of.
pub(crate) struct ReadFiles<'a> {
    kept: BTreeMap<String, Shared<FileBytes>>,
    open: OpenBeside<'a>,
}

impl<'a> ReadFiles<'a> {
    /// The files of these tables, and those that `open` reads.
    pub(crate) fn new(tables: Vec<FileTable>, open: OpenBeside<'a>) -> Result<Self, Refusal> {
        let mut kept = BTreeMap::new();
        for (index, table) in tables.into_iter().enumerate() {
            let name = table.name.clone();
            let refused = |(field, wrong)| (format!("file.{index}.{field}"), wrong);
            let bytes = table.bytes().map_err(refused)?;
            if kept.insert(name, Shared::new(FileBytes(bytes))).is_some() {
                let said = "two files have this name".to_owned();
                return Err((format!("file.{index}.name"), Wrong::Form(said)));
            }
        }
        Ok(Self { kept, open })
    }

    /// The file of that name inside the experiment file.
    pub(crate) fn kept(&self, name: &str) -> Result<Shared<FileBytes>, Wrong> {
        self.kept.get(name).cloned().ok_or_else(|| {
            let like = nearest(name, self.kept.keys().map(String::as_str));
            let meant = like.map(|like| format!("; did you mean \"{like}\"?"));
            let meant = meant.unwrap_or_default();
            Wrong::Form(format!("no [[file]] has the name \"{name}\"{meant}"))
        })
    }

    /// The file at that path from the experiment file's folder.
    pub(crate) fn beside(&mut self, path: &str) -> Result<Shared<FileBytes>, Wrong> {
        let bytes = (self.open)(path).map_err(Wrong::Beside)?;
        Ok(Shared::new(FileBytes(bytes)))
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("memory does not refuse to be written")
}

/// At most one byte more than may be kept; `None` if it is damaged.
fn unpacked(gzip: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MAX_KEPT_BYTES as u64 + 1;
    let mut decoder = GzDecoder::new(gzip).take(most);
    decoder.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
