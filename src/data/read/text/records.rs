//! The records of a text: its rows, each with its line in the file.
//!
//! The `csv` crate reads cells that one character parts; columns of blanks are read here, because
//! a run of blanks is one separator and R writes a quote inside quotes as `\"`.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::super::origin::{Separator, Skipped};
use super::super::text_cells::TextCells;
use super::lines::gap;

/// All records of a text from byte `start`, which is the beginning of line `first_row`, and the
/// comments between them. Rows of empty cells are left out.
pub(super) fn read(
    text: &str,
    start: usize,
    first_row: usize,
    separator: Separator,
) -> (TextCells, Option<Skipped>) {
    let text = &text[start..];
    let mut cells = TextCells::default();
    let n_rows = match separator {
        Separator::Char(separator) => delimited(text, separator, first_row, &mut cells),
        Separator::Blanks => blanks(text, first_row, &mut cells),
    };
    let comments = (n_rows > 0).then_some(Skipped::Comments { n_rows });
    (cells, comments)
}

/// Reads cells parted by one character, and says how many comments there are.
fn delimited(text: &str, separator: u8, first_row: usize, cells: &mut TextCells) -> usize {
    let mut reader: Reader<&[u8]> = ReaderBuilder::new()
        .delimiter(separator)
        .comment(Some(b'#'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut row = first_row;
    let mut n_comments = 0;
    loop {
        let gap = gap(text, reader.position().byte() as usize);
        row += gap.n_lines;
        n_comments += gap.n_comments;
        let has_more = reader.read_record(&mut record);
        if !has_more.expect("text in memory of any width can be read") {
            return n_comments;
        }
        push(cells, row, record.iter());
        row += n_breaks(&text[gap.end..reader.position().byte() as usize]);
    }
}

/// The number of line breaks in a record, its last included; a cell in quotes may hold some.
fn n_breaks(record: &str) -> usize {
    let bytes = record.as_bytes();
    let is_break = |(at, byte): (usize, &u8)| match byte {
        b'\n' => at == 0 || bytes[at - 1] != b'\r',
        byte => *byte == b'\r',
    };
    bytes.iter().enumerate().filter(|it| is_break(*it)).count()
}

/// Reads cells parted by runs of blanks, and says how many comments there are.
fn blanks(text: &str, first_row: usize, cells: &mut TextCells) -> usize {
    let mut n_comments = 0;
    let text = text.replace("\r\n", "\n");
    for (row, line) in (first_row..).zip(text.split(['\n', '\r'])) {
        if line.trim_start().starts_with('#') {
            n_comments += 1;
            continue;
        }
        let found = blank_cells(line);
        push(cells, row, found.iter().map(String::as_str));
    }
    n_comments
}

/// The cells of one line.
fn blank_cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') {
            unquoted(quoted)
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        };
        cells.push(cell);
        rest = after.trim_start();
    }
    cells
}

/// The text up to its closing quote, and the rest of the line behind it.
fn unquoted(text: &str) -> (String, &str) {
    let mut cell = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if matches!(chars.peek(), Some((_, '"' | '\\'))) => {
                cell.extend(chars.next().map(|(_, escaped)| escaped));
            }
            '"' if matches!(chars.peek(), Some((_, '"'))) => {
                chars.next();
                cell.push('"');
            }
            '"' => return (cell, &text[at + 1..]),
            _ => cell.push(c),
        }
    }
    (cell, "")
}

fn push<'a>(cells: &mut TextCells, row: usize, record: impl Iterator<Item = &'a str> + Clone) {
    if record.clone().any(|cell| !cell.trim().is_empty()) {
        cells.push_row(row, record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(text: &str, separator: Separator) -> Vec<usize> {
        let (cells, _) = read(text, 0, 1, separator);
        (0..cells.n_rows()).map(|row| cells.file_row(row)).collect()
    }

    #[test]
    fn rows_are_counted_as_a_text_editor_counts_lines() {
        for (text, rows) in [
            ("", &[][..]),
            ("a,b\n1,2\n3,4", &[1, 2, 3]),
            ("a,b\n\n1,2\n\n\n3,4\n\n", &[1, 3, 6]),
            ("a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n", &[1, 3, 6]),
            ("a,b\r\r1,2\r\r\r3,4", &[1, 3, 6]),
            ("\n\r\na,b\n1,2\r3,4\r\n", &[3, 4, 5]),
            ("a,\"b\n\n\r\nc\"\n1,\"2\n\"\n\n3,4", &[1, 5, 8]),
            ("a,\"b\r\nc\"\r\n1,2\r\n3,4\r\n", &[1, 3, 4]),
            ("# x\na,b\n#y\n1,2\n,\n3,4\n# z\n", &[2, 4, 6]),
        ] {
            assert_eq!(rows_of(text, Separator::Char(b',')), rows, "{text:?}");
        }
        for text in ["# x\r\na b\r\n\r\n1 2\r\n", "# x\na b\n\n1 2\n"] {
            assert_eq!(rows_of(text, Separator::Blanks), [2, 4], "{text:?}");
        }
    }

    #[test]
    fn columns_of_blanks_may_hold_quoted_names() {
        let line = "  \"is \\\"a\\\" b\"  1\t \"c \"\"d\"\"\" -2 \"\" \"open";
        let cells = ["is \"a\" b", "1", "c \"d\"", "-2", "", "open"];
        assert_eq!(blank_cells(line), cells);
    }

    #[test]
    fn comments_are_counted() {
        let text = "# x\na,b\n# y\n1,2";
        let (_, skipped) = read(text, 0, 1, Separator::Char(b','));
        assert_eq!(skipped, Some(Skipped::Comments { n_rows: 2 }));
    }
}
