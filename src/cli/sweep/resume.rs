//! Taking up a file that an interrupted sweep left: which of its rows stay.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;

use super::table::{Cell, Table};

/// The longest line that is read: one row of a sweep, however many values it lists.
const LONGEST_LINE: u64 = 64 << 20;

/// What is in the file already.
#[derive(Debug, PartialEq)]
pub(super) struct Kept {
    /// How many complete rows there are.
    pub(super) n_rows: usize,
    /// Where the last of them ends, or the header if there is none; 0 for a file that is not begun.
    pub(super) n_bytes: u64,
}

/// Why a file cannot be taken up.
#[derive(Debug)]
pub(super) enum NotKept {
    /// It cannot be read.
    Unread(io::Error),
    /// This line is none of the sweep's.
    Foreign {
        /// Its number, from 1.
        line: usize,
    },
}

impl From<io::Error> for NotKept {
    fn from(error: io::Error) -> Self {
        Self::Unread(error)
    }
}

/// Reads what a sweep of `rows` has left; `first_cells` are those that row `index` begins with. A
/// line without its end was being written, and counts as not there.
///
/// # Errors
/// If the file cannot be read, or a line is not the one that the sweep would write there.
pub(super) fn kept(
    file: impl Read,
    table: &Table,
    rows: Range<usize>,
    first_cells: &mut dyn FnMut(usize) -> Vec<Option<Cell>>,
) -> Result<Kept, NotKept> {
    let mut lines = BufReader::new(file);
    let mut kept = Kept {
        n_rows: 0,
        n_bytes: 0,
    };
    let mut number = 0;
    let mut is_header = table.header().is_some();
    loop {
        let bytes = next_line(&mut lines)?;
        if bytes.is_empty() {
            return Ok(kept);
        }
        number += 1;
        let foreign = NotKept::Foreign { line: number };
        let index = rows.start + kept.n_rows;
        let Some(line) = bytes.strip_suffix(b"\n") else {
            let start = match table.header() {
                Some(header) if is_header => Some(header),
                _ => (index < rows.end).then(|| table.start(&first_cells(index))),
            };
            let is_begun = start.is_some_and(|start| {
                let start = start.as_bytes();
                start.starts_with(&bytes) || !is_header && bytes.starts_with(start)
            });
            return if is_begun { Ok(kept) } else { Err(foreign) };
        };
        let Ok(line) = std::str::from_utf8(line) else {
            return Err(foreign);
        };
        if is_header {
            if table.header().as_deref() != Some(line) {
                return Err(foreign);
            }
            is_header = false;
        } else if index < rows.end && table.is_row(line, &first_cells(index)) {
            kept.n_rows += 1;
        } else {
            return Err(foreign);
        }
        kept.n_bytes += bytes.len() as u64;
    }
}

/// The next line with its end, if it has one; empty behind the last.
fn next_line(lines: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    lines.take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::table::Format;
    use super::*;

    fn cells(index: usize) -> Vec<Option<Cell>> {
        vec![Some(Cell::Whole(index)), Some(Cell::Real(0.5))]
    }

    fn found(format: Format, text: &[u8]) -> Result<Kept, NotKept> {
        let columns = ["index", "lr", "loss"].map(str::to_owned);
        let table = Table::new(format, columns.to_vec());
        kept(text, &table, 4..7, &mut cells)
    }

    fn of_csv(text: &str) -> Option<(usize, u64)> {
        let kept = found(Format::Csv, text.as_bytes()).ok()?;
        Some((kept.n_rows, kept.n_bytes))
    }

    #[test]
    fn complete_rows_are_kept() {
        let header = "index,lr,loss\n";
        for (rows, n_rows) in [
            ("", 0),
            ("4,0.5,1.0\n", 1),
            ("4,0.5,1.0\n5,0.5,\n6,0.5,2.0\n", 3),
        ] {
            let whole = format!("{header}{rows}");
            let expected = Some((n_rows, whole.len() as u64));
            assert_eq!(of_csv(&whole), expected);
            for broken in ["5", "5,0.", "5,0.5,1"] {
                let cut = of_csv(&format!("{whole}{broken}"));
                assert_eq!(cut, expected.filter(|_| n_rows == 1), "{whole}{broken}");
            }
        }
        assert_eq!(of_csv(""), Some((0, 0)));
        assert_eq!(of_csv("index,l"), Some((0, 0)));
        // In the middle of a letter.
        let table = Table::new(Format::Csv, vec!["鮫".to_owned()]);
        assert!(kept(&b"\xe9"[..], &table, 4..7, &mut cells).is_ok());
    }

    #[test]
    fn a_foreign_file_is_told_by_its_line() {
        for (text, expected) in [
            ("my notes", 1),
            ("index,lr\n", 1),
            ("index,lr,loss\n5,0.5,1.0\n", 2),
            ("index,lr,loss\n4,0.5,1.0\n4,0.5,1.0\n", 3),
            ("index,lr,loss\n4,0.6,1.0\n", 2),
            ("index,lr,loss\n4,0.5,1.0,2\n", 2),
            ("index,lr,loss\n4,0.5,1\n5,0.5,1\n6,0.5,1\n7,0.5,1\n", 5),
            ("index,lr,loss\n4,0.5,1\n5,0.5,1\n6,0.5,1\nmore", 5),
            ("index,lr,loss\n4,0.5,1.0\nmore", 3),
        ] {
            match found(Format::Csv, text.as_bytes()) {
                Err(NotKept::Foreign { line }) => assert_eq!(line, expected, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        assert!(found(Format::Csv, b"index,lr,loss\n4,0.5,\xff\n").is_err());
    }

    #[test]
    fn json_lines_have_no_header() {
        let row = "{\"index\":4,\"lr\":0.5,\"loss\":null}\n";
        let kept = found(Format::Jsonl, row.as_bytes()).unwrap();
        assert_eq!((kept.n_rows, kept.n_bytes), (1, row.len() as u64));
        let cut = found(Format::Jsonl, b"{\"index\":4,\"l").unwrap();
        assert_eq!((cut.n_rows, cut.n_bytes), (0, 0));
        assert!(found(Format::Jsonl, b"{\"index\":5,").is_err());
    }
}
