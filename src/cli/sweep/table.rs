//! Rows as text: a line of a CSV table or of JSON Lines each.

use clap::ValueEnum;
use csv::WriterBuilder;
use serde_json::Value;

use crate::printable::printable_json;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A CSV table, its first line the names of the columns.
    Csv,
    /// JSON Lines: an object a row, null where a CSV has nothing.
    Jsonl,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// None.
    Blank,
    /// A whole number.
    Whole(usize),
    /// A real number, written with the fewest digits that are read back as the same number.
    Real(f64),
    /// A word without commas or quotes.
    Word(&'static str),
    /// Several values; in a CSV with blanks between them.
    List(Vec<Self>),
}

/// The columns and how they are written.
pub(super) struct Table {
    format: Format,
    columns: Vec<String>,
}

impl Cell {
    /// A whole number, if there is one.
    pub(super) fn whole(value: Option<usize>) -> Self {
        value.map_or(Self::Blank, Self::Whole)
    }

    /// A real number, if there is one.
    pub(super) fn real(value: Option<f64>) -> Self {
        value.map_or(Self::Blank, Self::Real)
    }

    /// A list of real numbers.
    pub(super) fn reals(values: impl Iterator<Item = f64>) -> Self {
        Self::List(values.map(Self::Real).collect())
    }

    fn csv(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Whole(value) => value.to_string(),
            Self::Real(value) => format!("{value:?}"),
            Self::Word(word) => (*word).to_owned(),
            Self::List(cells) => {
                let cells: Vec<String> = cells.iter().map(Self::csv).collect();
                cells.join(" ")
            }
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Blank => Value::Null,
            Self::Whole(value) => Value::from(*value),
            Self::Real(value) => Value::from(*value),
            Self::Word(word) => Value::from(*word),
            Self::List(cells) => cells.iter().map(Self::json).collect(),
        }
    }
}

impl Table {
    /// A table of these columns.
    pub(super) fn new(format: Format, columns: Vec<String>) -> Self {
        Self { format, columns }
    }

    /// The line before the first row, if there is one, without its end.
    pub(super) fn header(&self) -> Option<String> {
        match self.format {
            Format::Jsonl => None,
            Format::Csv => {
                let mut csv = WriterBuilder::new().from_writer(Vec::new());
                csv.write_record(&self.columns).expect("memory is written");
                let bytes = csv.into_inner().expect("memory is written");
                let line = String::from_utf8(bytes).expect("names are text");
                Some(line.trim_end_matches('\n').to_owned())
            }
        }
    }

    /// The line of a row, without its end; a cell for each column.
    pub(super) fn line(&self, cells: &[Cell]) -> String {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell for each column");
        match self.format {
            Format::Csv => {
                let cells: Vec<String> = cells.iter().map(Cell::csv).collect();
                cells.join(",")
            }
            Format::Jsonl => {
                let pairs: Vec<String> = self.pairs(cells).collect();
                format!("{{{}}}", pairs.join(","))
            }
        }
    }

    /// How a row begins whose first cells are these, up to the first that is not known.
    pub(super) fn start(&self, first: &[Option<Cell>]) -> String {
        let known: Vec<Cell> = first.iter().cloned().map_while(|cell| cell).collect();
        match self.format {
            Format::Csv => known.iter().map(|cell| cell.csv() + ",").collect(),
            Format::Jsonl => {
                let pairs = self.pairs(&known).map(|pair| pair + ",");
                format!("{{{}", pairs.collect::<String>())
            }
        }
    }

    /// Whether a line is a whole row whose first cells are these; one that is not known may be any
    /// whole number.
    pub(super) fn is_row(&self, line: &str, first: &[Option<Cell>]) -> bool {
        let Some(rest) = self.behind(line, first) else {
            return false;
        };
        match self.format {
            Format::Csv => first.len() + rest.split(',').count() == self.columns.len(),
            Format::Jsonl => {
                let Ok(Value::Object(found)) = serde_json::from_str(line) else {
                    return false;
                };
                let has_all = self.columns.iter().all(|name| found.contains_key(name));
                has_all && found.len() == self.columns.len()
            }
        }
    }

    /// What stands behind the first cells of a line, if it begins with these.
    fn behind<'a>(&self, line: &'a str, first: &[Option<Cell>]) -> Option<&'a str> {
        let mut rest = match self.format {
            Format::Csv => line,
            Format::Jsonl => line.strip_prefix('{')?,
        };
        for (name, cell) in self.columns.iter().zip(first) {
            if self.format == Format::Jsonl {
                rest = rest.strip_prefix(&key(name))?;
            }
            rest = match cell {
                Some(cell) => rest.strip_prefix(&self.text(cell))?,
                None => rest.trim_start_matches(|digit: char| digit.is_ascii_digit()),
            };
            rest = rest.strip_prefix(',')?;
        }
        Some(rest)
    }

    fn text(&self, cell: &Cell) -> String {
        match self.format {
            Format::Csv => cell.csv(),
            Format::Jsonl => cell.json().to_string(),
        }
    }

    /// `"name":value` of the first columns, as many as there are cells.
    fn pairs(&self, cells: &[Cell]) -> impl Iterator<Item = String> {
        let pair = |(name, cell): (&String, &Cell)| format!("{}{}", key(name), cell.json());
        self.columns.iter().zip(cells).map(pair)
    }
}

/// `"name":`.
fn key(name: &str) -> String {
    let name = Value::from(name).to_string();
    format!("{}:", printable_json(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(format: Format) -> Table {
        let columns = ["index", "lr", "fate", "list", "Cod, \"big\" end"];
        Table::new(format, columns.map(str::to_owned).to_vec())
    }

    fn cells() -> [Cell; 5] {
        [
            Cell::Whole(7),
            Cell::Real(1e-12),
            Cell::Word("settled"),
            Cell::reals([0.5, 2.0].into_iter()),
            Cell::Blank,
        ]
    }

    #[test]
    fn a_row_is_written_either_way() {
        let (csv, json) = (table(Format::Csv), table(Format::Jsonl));
        let header = "index,lr,fate,list,\"Cod, \"\"big\"\" end\"";
        assert_eq!(csv.header().as_deref(), Some(header));
        assert_eq!(json.header(), None);
        assert_eq!(csv.line(&cells()), "7,1e-12,settled,0.5 2.0,");
        let expected = "{\"index\":7,\"lr\":1e-12,\"fate\":\"settled\",\"list\":[0.5,2.0],\
                        \"Cod, \\\"big\\\" end\":null}";
        assert_eq!(json.line(&cells()), expected);
    }

    #[test]
    fn a_row_is_known_by_its_first_cells() {
        for format in [Format::Csv, Format::Jsonl] {
            let table = table(format);
            let line = table.line(&cells());
            let known = [Some(Cell::Whole(7)), Some(Cell::Real(1e-12))];
            let unknown = [None, Some(Cell::Real(1e-12)), Some(Cell::Word("settled"))];
            assert!(table.is_row(&line, &known) && table.is_row(&line, &unknown));
            assert!(line.starts_with(&table.start(&known)));
            assert!(line.starts_with(&table.start(&unknown)));
            for (index, lr) in [(8, 1e-12), (7, 1e-11), (7, 1e-1)] {
                let other = [Some(Cell::Whole(index)), Some(Cell::Real(lr))];
                assert!(!table.is_row(&line, &other));
            }
            for broken in [&line[..line.len() - 2], "", "{}", &format!("{line},1")] {
                assert!(!table.is_row(broken, &known), "{broken}");
            }
        }
    }
}
