//! From a file's bytes to its table: which kind of file it is, and who reads that kind.

use super::archive;
use super::choices::Choices;
use super::raw_table::RawTable;
use super::text;
use crate::data::place::excerpt;
use crate::data::{ReadError, foreign, packed};

/// The first bytes of every zip archive, and so of every .npz.
const ZIP: &[u8] = b"PK";

/// The first bytes of every .npy file.
const NPY: &[u8] = b"\x93NUMPY";

/// The table of a file of that name, which says something only where its first bytes do not;
/// `choices` name the encoding, and the array that is meant, of a file of several.
///
/// # Errors
/// If the file is of no kind that can be read, or the first thing in it that is wrong.
pub fn open(name: &str, bytes: &[u8], choices: &Choices) -> Result<RawTable, ReadError> {
    let unpacked = packed::unpack(bytes)?;
    let bytes: &[u8] = &unpacked.bytes;
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(kind) = foreign::kind(bytes) {
        return Err(ReadError::Foreign(kind));
    }
    let is_archive = bytes.starts_with(ZIP) || has_ending(name, ".npz");
    if let Some(array) = choices.array.as_ref().filter(|_| !is_archive) {
        let array = excerpt(array);
        return Err(ReadError::NotAnArchive { array });
    }
    let mut table = if bytes.starts_with(NPY) {
        archive::single(bytes)?
    } else if is_archive {
        archive::table(bytes, choices.array.as_deref())?
    } else {
        text::table(bytes, choices.encoding)?
    };
    table.origin.packed = unpacked.packing;
    Ok(table)
}

fn has_ending(name: &str, ending: &str) -> bool {
    let start = name.len().saturating_sub(ending.len());
    name.get(start..)
        .is_some_and(|end| end.eq_ignore_ascii_case(ending))
}
