//! A user's own table as CSV text.
//!
//! The first row names the features (its first cell is free), the first column the items. Cells
//! are parted by commas, semicolons or tabs, whichever the first row has most of outside quotes;
//! the text is UTF-8, with or without a byte order mark. Empty rows are ignored.
//!
//! # What a value means
//!
//! That is decided for the whole table at once, never cell by cell or column by column:
//!
//! - words only (yes/no, true/false, はい/いいえ, in any case): yes is +1 and no is −1;
//! - numbers only, each 0 or 1 (also as `1.0`), none written with an exponent: 1 is +1 and 0 is −1;
//! - numbers only, any other: all of them as they are, so a 0 among −1 … 1 stays 0;
//! - words and numbers: refused.
//!
//! A number with an exponent is always meant as it is. That is how [`write()`] keeps a table of
//! 0 and 1 apart (`0e0`, `1e0`). Weights are no part of a table. No decimal commas, no thousands.

use ::csv::{QuoteStyle, WriterBuilder};
use nalgebra::DMatrix;

use super::own::{MAX_ITEMS, MIN_ITEMS, OwnData, Part, check_size};
use super::place::{Place, excerpt};
use super::read_error::{CellKind, ReadError};
use super::rows::Rows;

const YES: [&str; 3] = ["yes", "true", "はい"];
const NO: [&str; 3] = ["no", "false", "いいえ"];

/// Below this a number is written with an exponent, to save it a row of zeros.
const SMALL: f64 = 1e-5;

/// Reads a table.
///
/// # Errors
/// The first thing that is wrong, with its row and column in the file.
pub fn read(bytes: &[u8]) -> Result<OwnData, ReadError> {
    let text = utf8(bytes)?;
    let mut rows = Rows::new(text);
    let Some((_, header)) = rows.next() else {
        return Err(ReadError::Empty);
    };
    let n_cells = header.len();
    let n_features = n_cells - 1;
    check_size(MIN_ITEMS, n_features)?;
    let feature_names = header.iter().skip(1).map(str::to_owned).collect();
    let mut items = Vec::new();
    let mut item_rows = Vec::new();
    let mut table = Table::default();
    while let Some((row, record)) = rows.next() {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != n_cells {
            return Err(ReadError::Ragged {
                row,
                found: record.len(),
                expected: n_cells,
            });
        }
        item_rows.push(row);
        if item_rows.len() > MAX_ITEMS {
            continue; // the rest is only counted
        }
        let mut cells = record.iter();
        items.extend(cells.next().map(str::to_owned));
        for (column, cell) in (2..).zip(cells) {
            table.push(cell.trim(), || place(row, column))?;
        }
    }
    check_size(item_rows.len(), n_features)?;
    let targets = DMatrix::from_vec(n_features, items.len(), table.values());
    let names = Some(feature_names);
    OwnData::new(items, names, targets, None, |part| match part {
        Part::Item(item) => place(item_rows[item], 1),
        Part::Feature(feature) => place(1, feature + 2),
        Part::Target { item, feature } => place(item_rows[item], feature + 2),
    })
}

/// Writes a table that [`read`] reads back the same, except for the weights, which it leaves out.
pub fn write(data: &OwnData) -> String {
    // Every name is quoted, so that no semicolon in one is taken for what parts the cells.
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(Vec::new());
    let names = data.feature_names.as_deref().unwrap_or_default();
    let no_name = String::new();
    let header = (0..data.n_features()).map(|feature| names.get(feature).unwrap_or(&no_name));
    let in_memory = "memory takes any row";
    writer.write_field("item").expect(in_memory);
    writer.write_record(header).expect(in_memory);
    let is_bits = data.dataset.targets.iter().all(|&v| v == 0.0 || v == 1.0);
    for (name, values) in data.items.iter().zip(data.dataset.targets.column_iter()) {
        writer.write_field(name).expect(in_memory);
        let cells = values.iter().map(|&value| number(value, is_bits));
        writer.write_record(cells).expect(in_memory);
    }
    let bytes = writer.into_inner().expect("memory takes any row");
    String::from_utf8(bytes).expect("only text was written")
}

/// The cells read so far, in order, and what they are.
#[derive(Default)]
struct Table {
    kind: Option<CellKind>,
    cells: Vec<f64>,
    has_exponents: bool,
}

impl Table {
    fn push(&mut self, text: &str, place: impl Fn() -> Place) -> Result<(), ReadError> {
        let Some((kind, value)) = meaning(text) else {
            return Err(ReadError::NotANumber {
                place: place(),
                text: excerpt(text),
            });
        };
        let others = *self.kind.get_or_insert(kind);
        if others != kind {
            return Err(ReadError::MixedKinds {
                place: place(),
                text: excerpt(text),
                others,
            });
        }
        self.has_exponents |= kind == CellKind::Number && text.contains(['e', 'E']);
        self.cells.push(value);
        Ok(())
    }

    /// The meaning of the cells, known once all are read.
    fn values(mut self) -> Vec<f64> {
        let is_bits = self.cells.iter().all(|&v| v == 0.0 || v == 1.0);
        if self.kind == Some(CellKind::YesNo) || (is_bits && !self.has_exponents) {
            for value in &mut self.cells {
                *value = if *value == 1.0 { 1.0 } else { -1.0 };
            }
        }
        self.cells
    }
}

/// A cell's kind and value; yes is 1 and no is 0.
fn meaning(text: &str) -> Option<(CellKind, f64)> {
    let is_one_of = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_one_of(YES) {
        return Some((CellKind::YesNo, 1.0));
    }
    if is_one_of(NO) {
        return Some((CellKind::YesNo, 0.0));
    }
    Some((CellKind::Number, text.parse().ok()?))
}

/// The shortest text that is read back as the same number.
fn number(value: f64, with_exponent: bool) -> String {
    if with_exponent || (value != 0.0 && value.abs() < SMALL) {
        return format!("{value:e}");
    }
    value.to_string()
}

fn place(row: usize, column: usize) -> Place {
    Place::cell(row, column)
}

fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let line = good.split(|&byte| byte == b'\n').count();
        ReadError::NotUtf8 {
            line,
            likely: "UTF-16",
        }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::own::tests::any_data;
    use super::*;

    fn values(text: &str) -> Vec<f64> {
        let data = read(text.as_bytes()).unwrap_or_else(|e| panic!("{text}: {e}"));
        data.dataset.targets.as_slice().to_vec()
    }

    fn refused(text: &str) -> ReadError {
        read(text.as_bytes()).expect_err("must be refused")
    }

    #[test]
    fn the_example_can_be_read() {
        let data = read(include_bytes!("../../assets/example.csv")).expect("it is an example");
        assert_eq!((data.n_items(), data.n_features()), (12, 24));
        assert!(data.dataset.targets.iter().all(|v| v.abs() == 1.0));
        assert_eq!(read(write(&data).as_bytes()), Ok(data));
    }

    #[test]
    fn rows_are_items_and_columns_features() {
        let data = read(b"x,can fly,can swim\nRobin,1,-1\nTuna,-1,0.5\n").expect("a table");
        assert_eq!(data.items, ["Robin", "Tuna"]);
        let names = data.feature_names.expect("the first row");
        assert_eq!(names, ["can fly", "can swim"]);
        let targets = DMatrix::from_row_slice(2, 2, &[1.0, -1.0, -1.0, 0.5]);
        assert_eq!(data.dataset.targets, targets);
        assert_eq!(read(b",,\na,1,0\nb,0,1\n").expect("ok").feature_names, None);
    }

    #[test]
    fn values_are_yes_and_no_or_numbers_for_the_whole_table() {
        for text in [
            ",p,q\na,1,0\nb,0,0\n",
            ",p,q\na,1.0,0\nb,-0,0.0\n",
            ",p,q\na,yes,no\nb,No,NO\n",
            ",p,q\na,TRUE,False\nb,no, false \n",
            ",p,q\na,はい,いいえ\nb,いいえ,no\n",
        ] {
            assert_eq!(values(text), [1.0, -1.0, -1.0, -1.0], "{text}");
        }
        assert_eq!(values(",p,q\na,1,0\nb,0,-1\n"), [1.0, 0.0, 0.0, -1.0]);
        assert_eq!(values(",p,q\na,1,0\nb,0,2.5e-3\n"), [1.0, 0.0, 0.0, 0.0025]);
        assert_eq!(values(",p\na,1e0\nb,0\n"), [1.0, 0.0]);
    }

    #[test]
    fn any_way_of_writing_a_table_is_read() {
        for text in [
            "\u{feff},p,q\r\na,1,2\r\nb,3,4\r\n",
            "i;p;q\na;1;2\nb;3;4",
            "i\tp, or so\tq\na\t1\t2\nb\t3\t4\n",
            "\"i;;;\",p,q\n\"a\", 1 ,2\nb,3,\"4\"\n",
            ",p,q\ra,1,2\rb,3,4\r",
            "\n\n,p,q\n\na,1,2\n,,\nb,3,4\n,,\n\n",
        ] {
            assert_eq!(values(text), [1.0, 2.0, 3.0, 4.0], "{text}");
        }
        let data = read("i,p\n\"a, \"\"b\"\"\nc\",1\n第二,2\n".as_bytes()).expect("quotes");
        assert_eq!(data.items, ["a, \"b\"\nc", "第二"]);
    }

    #[test]
    fn nothing_is_refused() {
        for text in ["", "\n\r\n", "\u{feff}"] {
            assert_eq!(refused(text), ReadError::Empty);
        }
        let (found, min) = (0, 2);
        assert_eq!(refused(",p,q\n"), ReadError::TooFewItems { found, min });
        assert_eq!(refused("item\na\nb\n"), ReadError::NoFeatures);
    }

    #[test]
    fn text_that_is_not_utf8_is_refused_with_its_line() {
        let error = read(b",p\na,1\n\x83\x7d,0\n").expect_err("Shift JIS");
        assert_eq!(
            error,
            ReadError::NotUtf8 {
                line: 3,
                likely: "UTF-16"
            }
        );
    }

    #[test]
    fn a_ragged_row_is_refused_as_the_spreadsheet_counts_it() {
        for (text, row) in [
            (",p,q\na,1,0\nb,1\n", 3),
            (",p,q\r\na,1,0\r\n\r\nb,1\r\n", 4),
            (",p,q\ra,1,0\r\rb,1\r", 4),
            (",p,\"q\nq\"\n\n\"a\n\n\",1,0\nb,1\n", 4),
            ("\n\n,p,q\na,1,0\n,,\nb,1\n", 6),
        ] {
            let (found, expected) = (2, 3);
            let error = ReadError::Ragged {
                row,
                found,
                expected,
            };
            assert_eq!(refused(text), error, "{text}");
        }
    }

    #[test]
    fn a_cell_that_is_no_value_is_refused_with_its_place() {
        let not_a_number = |text: &str| ReadError::NotANumber {
            place: place(3, 2),
            text: text.to_owned(),
        };
        assert_eq!(refused(",p\na,1\nb,maybe\n"), not_a_number("maybe"));
        assert_eq!(refused(",p,q\na,1,1\nb,,1\n"), not_a_number(""));
        assert_eq!(refused("x;p\na;1\nb;1,5\n"), not_a_number("1,5"));
        let mixed = |text: &str, others| ReadError::MixedKinds {
            place: place(3, 2),
            text: text.to_owned(),
            others,
        };
        let error = mixed("1", CellKind::YesNo);
        assert_eq!(refused(",p\na,yes\nb,1\n"), error);
        let error = mixed("いいえ", CellKind::Number);
        assert_eq!(refused(",p\na,1\nb,いいえ\n"), error);
    }

    #[test]
    fn numbers_out_of_reach_are_refused_with_their_place() {
        for text in ["NaN", "inf", "-infinity", "1e999"] {
            let error = refused(&format!(",p\n\na,1\nb,{text}\n"));
            let ReadError::NotFinite { place: found, .. } = error else {
                panic!("{text}: {error}");
            };
            assert_eq!(found, place(4, 2));
        }
        let error = refused(",p\na,1\nb,-1000001\n").to_string();
        let range = "values must be from -1000000 to 1000000";
        assert_eq!(error, format!("row 3, column 2 holds -1000001; {range}"));
    }

    #[test]
    fn items_that_cannot_be_told_apart_are_refused_with_their_row() {
        let error = refused(",p\na,1\n\n a ,0\n");
        let (place_of_a, name) = (place(4, 1), "a".to_owned());
        let place = place_of_a;
        assert_eq!(error, ReadError::DuplicateName { place, name });
        let error = refused(",p\na,1\n  ,0\n");
        assert_eq!(error.to_string(), "row 3, column 1 has no item name");
        let error = refused(&format!(",{}\na,1\nb,0\n", "p".repeat(1001)));
        let words = "row 1, column 2 holds a name that is longer than 1000 characters";
        assert_eq!(error.to_string(), words);
    }

    #[test]
    fn tables_of_the_wrong_size_are_refused() {
        let (found, min) = (1, 2);
        assert_eq!(refused(",p\na,1\n"), ReadError::TooFewItems { found, min });
        let rows: Vec<String> = (0..200).map(|i| format!("{i},{i}\n")).collect();
        let (found, max) = (200, 128);
        let error = refused(&format!(",p\n{}", rows.concat()));
        assert_eq!(error, ReadError::TooManyItems { found, max });
        let wide = format!("{}\na\nb\n", ",".repeat(1_000_001));
        let (found, max) = (1_000_001, 1_000_000);
        assert_eq!(refused(&wide), ReadError::TooManyFeatures { found, max });
    }

    #[test]
    fn a_table_of_one_value_is_refused() {
        let error = refused(",p,q\na,0,0\nb,0,0\n");
        assert_eq!(error, ReadError::Constant { value: -1.0 });
    }

    proptest! {
        #[test]
        fn any_data_written_are_read_back_the_same(data in any_data(false)) {
            prop_assert_eq!(read(write(&data).as_bytes()), Ok(data));
        }

        #[test]
        fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }

        #[test]
        fn any_damage_is_answered(
            data in any_data(false),
            at in any::<prop::sample::Index>(),
            insert in "[,;\t\"\r\n\u{feff}0-9aeE.+あ-]{0,5}",
            n_lost in 0..9_usize,
        ) {
            let mut bytes = write(&data).into_bytes();
            let at = at.index(bytes.len());
            let end = (at + n_lost).min(bytes.len());
            bytes.splice(at..end, insert.bytes());
            let _ = read(&bytes);
            let _ = read(&bytes[..at]);
        }
    }
}
