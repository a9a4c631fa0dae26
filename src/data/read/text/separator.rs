//! The separator of a text: the one with which it is most like a table.

use super::super::origin::Separator;
use super::super::text_cells::TextCells;
use super::super::value::is_value;
use super::records;

/// Candidates, the first being taken of two that fit equally: commas are in numbers and names too.
const CANDIDATES: [Separator; 4] = [
    Separator::Char(b'\t'),
    Separator::Char(b';'),
    Separator::Char(b','),
    Separator::Blanks,
];

/// How much of a text is looked at, in bytes: its first row at least.
const SAMPLE_BYTES: usize = 1 << 16;

/// The separator of a text from byte `start`.
pub(super) fn of(text: &str, start: usize) -> Separator {
    let sample = sample(&text[start..]);
    let mut best = ((false, 0.0), Separator::Char(b','));
    for separator in CANDIDATES {
        let (cells, _) = records::read(sample, 0, 1, separator);
        // A mark that stands as often in the headings as in every row parts them, however many
        // columns hold words; another one is then a decimal sign, or in a name. Blanks are in names.
        let is_even = separator != Separator::Blanks && is_even(&cells);
        let rank = (is_even, likeness(&cells));
        if rank.1 > 0.0 && rank > best.0 {
            best = (rank, separator);
        }
    }
    best.1
}

/// Whether there are several rows, all of one length, and more than one cell in each.
fn is_even(cells: &TextCells) -> bool {
    let width = cells.row_len(0);
    let mut others = 1..cells.n_rows();
    width > 1 && !others.is_empty() && others.all(|row| cells.row_len(row) == width)
}

/// The text's first whole lines.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE_BYTES {
        return text;
    }
    let is_break = |byte: &u8| b"\r\n".contains(byte);
    let (head, tail) = text.as_bytes().split_at(SAMPLE_BYTES);
    let end = match head.iter().rposition(is_break) {
        Some(at) => at + 1,
        None => SAMPLE_BYTES + tail.iter().position(is_break).unwrap_or(tail.len()),
    };
    &text[..end]
}

/// How much the cells are like a table, from 0 to 1: rows of one length, which hold values behind
/// their names. A single row, which has no values yet, counts by its number of cells.
fn likeness(cells: &TextCells) -> f64 {
    let n_rows = cells.n_rows();
    let width = usual_width(cells);
    if width < 2 {
        return 0.0;
    }
    // The first row may be one cell short, as R writes it.
    let fits = |row: usize| {
        let len = cells.row_len(row);
        len == width || (row == 0 && len + 1 == width)
    };
    let n_fitting = (0..n_rows).filter(|&row| fits(row)).count();
    let (mut n_values, mut n_cells) = (0_usize, 0_usize);
    for row in 1..n_rows {
        for cell in cells.row(row).skip(1) {
            n_cells += 1;
            n_values += usize::from(is_value(cell));
        }
    }
    if n_cells == 0 {
        // A single row, or a quote that swallows all lines: any table with values is likelier.
        return 1e-9 * width as f64;
    }
    let of_rows = n_fitting as f64 / n_rows as f64;
    // One more of each, so that no table is ruled out.
    let of_values = (n_values + 1) as f64 / (n_cells + 1) as f64;
    of_rows * of_values
}

/// The length that most rows have; of two the larger.
fn usual_width(cells: &TextCells) -> usize {
    let mut lengths: Vec<usize> = (0..cells.n_rows()).map(|row| cells.row_len(row)).collect();
    lengths.sort_unstable();
    let runs = lengths.chunk_by(|a, b| a == b);
    let longest = runs.max_by_key(|run| run.len());
    longest.map_or(0, |run| run[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_makes_a_table() {
        let [tab, semicolon, comma] = [b'\t', b';', b','].map(Separator::Char);
        for (text, expected) in [
            (",p,q\na,1,0\nb,0,1\n", comma),
            ("\n\n;p;q, r\na;1,5;0\nb;0;1\n", semicolon),
            ("Pine;0,5;0,25;1,5\nOak;1,0;0,5;2,5\n", semicolon),
            ("0,5;0,25;1,5\n1,0;0,5;2,5\n", semicolon),
            (
                "Wort;Klasse;RT\nHund;Tier;512,5\nRose;Pflanze;505,1\n",
                semicolon,
            ),
            (
                "Wort;Art;Land;RT\nHund;Tier;D;512,5\nRose;Pflanze;F;505\n",
                semicolon,
            ),
            (
                "Tier;Anteil;Datum\nEnte;12,5 %;01.02.2024\nGans;3 %;1.2.24\n",
                semicolon,
            ),
            ("item;x,p\na;1,1.5\nb;2,0\n", comma),
            (",a;b,c;d\nx,1,2\ny,3,4\n", comma),
            ("i\tp, or so\tq\na\t1\t2\nb\t3\t4\n", tab),
            ("p q\nPine 1,5 2,5\nOak 0,5 1,5\n", Separator::Blanks),
            (
                "\"p q\" \"r\"\n\"Pine\" 1 2\n\"Oak\" 3 4\n",
                Separator::Blanks,
            ),
            ("name, p, q\nPine, 1, 1\nOak, 0, 1\n", comma),
            ("weight kg\tp q\nBig oak\t1\nPine\t0\n", tab),
            ("\"i;;;\",p,q\n\"a\", 1 ,2\nb,3,\"4\"\n", comma),
            (",p,q\na,1,0\nb,1\n", comma),
            (",,\na,1,0\nb,0,1", comma),
            ("\"\",\"\",\";\",\"\"\n\"x;\",1,1,1\n\"y\",1,1,-1\n", comma),
            ("item\na\nb\n", comma),
            ("", comma),
        ] {
            assert_eq!(of(text, 0), expected, "{text:?}");
        }
    }

    #[test]
    fn a_wide_row_is_looked_at_whole() {
        let header = ";p".repeat(SAMPLE_BYTES);
        let row = format!("a{}", ";0,5".repeat(SAMPLE_BYTES));
        assert_eq!(of(&format!("{header}\n{row}\n"), 0), Separator::Char(b';'));
        assert_eq!(of(&header, 0), Separator::Char(b';'));
    }
}
