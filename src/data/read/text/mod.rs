//! A table as text: which characters its bytes are, what parts its cells, and its rows.
//!
//! Nothing is decided here about what the cells mean.

mod encoding;
mod lines;
mod records;
mod separator;

use super::origin::{Encoding, FileFormat, Origin, Separator, Skipped};
use super::raw_table::RawTable;
use crate::data::ReadError;

/// Reads a table of text, in the encoding that is chosen.
///
/// # Errors
/// If the bytes are no text in an encoding that is read, or there is no row.
pub(super) fn table(bytes: &[u8], chosen: Option<Encoding>) -> Result<RawTable, ReadError> {
    let (text, encoding) = encoding::decode(bytes, chosen)?;
    let sep_line = lines::sep_line(&text);
    let (separator, start) = match sep_line {
        Some((separator, start)) => (Separator::Char(separator), start),
        None => (separator::of(&text, 0), 0),
    };
    let first_row = if sep_line.is_some() { 2 } else { 1 };
    let (cells, comments) = records::read(&text, start, first_row, separator);
    let sep_line = sep_line.map(|_| Skipped::SeparatorRow);
    if cells.n_rows() == 0 {
        return Err(ReadError::Empty);
    }
    let origin = Origin {
        format: FileFormat::Text {
            encoding,
            separator,
        },
        packed: None,
        skipped: sep_line.into_iter().chain(comments).collect(),
    };
    Ok(RawTable::of_text(cells, origin))
}
