//! The rows of a CSV text: what parts their cells, and where in the file each stands.
//!
//! The `csv` crate reads the records; what the cells mean is for [`super::csv`].

use ::csv::{Reader, ReaderBuilder, StringRecord};

/// The records of a text with their rows, counted as a spreadsheet counts them: empty lines are
/// rows, line ends inside quotes are not.
pub(super) struct Rows<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    record: StringRecord,
    row: usize,
}

impl<'a> Rows<'a> {
    /// At the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(separator(text))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self {
            text,
            reader,
            record: StringRecord::new(),
            row: 0,
        }
    }

    /// The next record that has any cell, and its row from 1.
    pub(super) fn next(&mut self) -> Option<(usize, &StringRecord)> {
        let start = self.reader.position().byte() as usize;
        let has_more = self.reader.read_record(&mut self.record);
        if !has_more.expect("text in memory of any width can be read") {
            return None;
        }
        self.row += 1 + empty_lines(self.text, start);
        Some((self.row, &self.record))
    }
}

/// How many empty lines there are from `start`, which is the beginning of a line or the second
/// half of the line end before it.
fn empty_lines(text: &str, start: usize) -> usize {
    let (before, after) = text.as_bytes().split_at(start.min(text.len()));
    let n_breaks = |bytes: &[u8]| {
        let is_break = |&i: &usize| match bytes[i] {
            b'\r' => bytes.get(i + 1) != Some(&b'\n'),
            byte => byte == b'\n',
        };
        let n_bytes = bytes.iter().take_while(|b| b"\r\n".contains(b)).count();
        (0..n_bytes).filter(is_break).count()
    };
    let is_inside_break = before.last() == Some(&b'\r') && after.first() == Some(&b'\n');
    n_breaks(after) - usize::from(is_inside_break)
}

/// The separator of the first row's cells: of comma, semicolon and tab the most frequent outside
/// quotes; if two are as frequent, the one that is rarer in names.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                for (separator, count) in &mut counts {
                    *count += usize::from(byte == *separator);
                }
            }
        }
    }
    let most = counts.into_iter().max_by_key(|&(_, count)| count);
    most.map_or(b',', |(separator, _)| separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(text: &str) -> Vec<usize> {
        let mut rows = Rows::new(text);
        std::iter::from_fn(|| rows.next().map(|(row, _)| row)).collect()
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        for (text, rows) in [
            ("", &[][..]),
            ("a,b\n1,2\n3,4", &[1, 2, 3]),
            ("a,b\n\n1,2\n\n\n3,4\n\n", &[1, 3, 6]),
            ("a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n", &[1, 3, 6]),
            ("a,b\r\r1,2\r\r\r3,4", &[1, 3, 6]),
            ("\n\r\na,b\n1,2\r3,4\r\n", &[3, 4, 5]),
            ("a,\"b\n\n\r\nc\"\n1,\"2\n\"\n\n3,4", &[1, 2, 4]),
        ] {
            assert_eq!(rows_of(text), rows, "{text:?}");
        }
    }

    #[test]
    fn the_separator_is_found_in_the_first_row() {
        for (text, parted_by) in [
            ("a,b;c,d\n;;;;", b','),
            ("\n\na;b;c,d", b';'),
            ("a, b\tc", b'\t'),
            ("\"a;b;c;\",d\n", b','),
            ("\"a\n;;;\",d,e;f", b','),
            ("a;\"b \"\"; c\",d", b';'),
        ] {
            assert_eq!(separator(text), parted_by, "{text:?}");
        }
    }
}
