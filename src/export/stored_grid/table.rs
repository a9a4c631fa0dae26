//! A grid's table read from CSV.

use std::collections::HashMap;
use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord};

use super::error::GridError;
use super::row::{COLUMNS, GridRow};
use crate::analysis::run_summary::Fate;

/// What the names of the columns of thresholds begin with.
const BELOW: &str = "epoch_below_";

/// The columns of a table by their names.
pub(super) struct Columns {
    names: HashMap<String, usize>,
    /// Thresholds and their columns, in the order of the table.
    pub(super) below: Vec<(f64, String)>,
    /// The columns of false beliefs.
    pub(super) illusions: Vec<String>,
}

/// A line of a table.
struct Line<'a> {
    number: u64,
    record: &'a StringRecord,
    columns: &'a Columns,
}

/// Reads a table.
pub(super) fn read(bytes: &[u8]) -> Result<(Columns, Vec<GridRow>), GridError> {
    let mut reader = ReaderBuilder::new().from_reader(bytes);
    let columns = Columns::of(reader.headers().map_err(|error| unread(&error))?)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unread(&error))?;
        let line = Line {
            number: record.position().map_or(0, csv::Position::line),
            record: &record,
            columns: &columns,
        };
        rows.push(line.row()?);
    }
    Ok((columns, rows))
}

fn unread(error: &csv::Error) -> GridError {
    let said = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            pos: Some(at),
            expected_len,
            len,
        } => format!(
            "line {}: there are {len} cells, and {expected_len} columns",
            at.line()
        ),
        csv::ErrorKind::Utf8 { pos: Some(at), .. } => {
            format!("line {}: this is no text in UTF-8", at.line())
        }
        _ => error.to_string(),
    };
    GridError::Table(said)
}

impl Columns {
    fn of(header: &StringRecord) -> Result<Self, GridError> {
        let mut columns = Self {
            names: HashMap::new(),
            below: Vec::new(),
            illusions: Vec::new(),
        };
        for (index, name) in header.iter().enumerate() {
            if columns.names.insert(name.to_owned(), index).is_some() {
                return Err(GridError::TwoColumns(name.to_owned()));
            }
            let threshold = name.strip_prefix(BELOW).and_then(|text| text.parse().ok());
            columns
                .below
                .extend(threshold.map(|threshold| (threshold, name.to_owned())));
            if name.ends_with(" illusion") {
                columns.illusions.push(name.to_owned());
            }
        }
        let needed = COLUMNS.map(|(_, name)| name).into_iter();
        let needed = needed.chain(["fate", "diverged_at", "drops", "loss"]);
        for name in needed {
            if !columns.names.contains_key(name) {
                return Err(GridError::NoColumn(name));
            }
        }
        if columns.below.is_empty() {
            return Err(GridError::NoColumn("epoch_below_1e-3"));
        }
        Ok(columns)
    }

    /// Whether the last epochs of each run are told.
    pub(super) fn have_last(&self) -> bool {
        ["last_strengths", "last_losses"]
            .iter()
            .all(|name| self.names.contains_key(*name))
    }
}

impl Line<'_> {
    fn row(&self) -> Result<GridRow, GridError> {
        let fate = self.fate()?;
        let (values, uneven) = self.values()?;
        let n_drops = self.whole("drops")?;
        let names = self.columns.below.iter();
        let below: Result<Vec<_>, _> = names.map(|(_, name)| self.whole(name)).collect();
        let has_diverged = matches!(fate, Fate::Diverged { .. });
        let last_loss = self.real("loss")?;
        if has_diverged && last_loss.is_some() {
            return Err(self.denied("loss", "diverged"));
        }
        let mut false_belief = 0.0_f64;
        for name in &self.columns.illusions {
            let size = self.real(name)?.unwrap_or(0.0).abs();
            false_belief = false_belief.max(size);
        }
        let last = if self.columns.have_last() {
            [self.list("last_strengths")?, self.list("last_losses")?]
        } else {
            [Vec::new(), Vec::new()]
        };
        let tells_beliefs = !has_diverged && !self.columns.illusions.is_empty();
        Ok(GridRow {
            line: self.number,
            values,
            uneven,
            fate,
            n_drops,
            below: below?,
            last_loss,
            false_belief: tells_beliefs.then_some(false_belief),
            last,
        })
    }

    /// The values of the parameters, and the widths of hidden layers that are not equally wide.
    fn values(&self) -> Result<([Option<f64>; 9], Option<String>), GridError> {
        let mut values = [None; 9];
        let mut uneven = None;
        for (value, (parameter, name)) in values.iter_mut().zip(COLUMNS) {
            let is_list = name == "hidden" && self.cell(name).contains(' ');
            if is_list {
                let widths: Vec<usize> = self.parsed_list(name, "whole numbers from 0")?;
                let widths = widths.iter().map(usize::to_string);
                uneven = Some(widths.collect::<Vec<_>>().join(" "));
            } else if parameter.is_whole() {
                *value = self.whole(name)?.map(|value| value as f64);
            } else {
                *value = self.real(name)?;
            }
        }
        Ok((values, uneven))
    }

    fn fate(&self) -> Result<Fate, GridError> {
        let diverged_at = self.whole("diverged_at")?;
        let (fate, name) = match self.cell("fate") {
            "settled" => (Fate::Settled, "settled"),
            "unfinished" => (Fate::Unfinished, "unfinished"),
            "oscillates" => (Fate::Oscillates, "oscillates"),
            "diverged" => match diverged_at {
                Some(epoch) => return Ok(Fate::Diverged { epoch }),
                None => return Err(self.denied("diverged_at", "diverged")),
            },
            _ => {
                let needed = "settled, unfinished, oscillates or diverged";
                return Err(self.wrong("fate", needed));
            }
        };
        match diverged_at {
            Some(_) => Err(self.denied("diverged_at", name)),
            None => Ok(fate),
        }
    }

    /// What stands in a column; nothing where there is no such column.
    fn cell(&self, name: &str) -> &str {
        let index = self.columns.names.get(name);
        let cell = index.and_then(|index| self.record.get(*index));
        cell.unwrap_or_default().trim()
    }

    fn wrong(&self, name: &str, needed: &'static str) -> GridError {
        GridError::Cell {
            line: self.number,
            column: name.to_owned(),
            found: self.cell(name).to_owned(),
            needed,
        }
    }

    fn denied(&self, column: &'static str, fate: &'static str) -> GridError {
        GridError::Fate {
            line: self.number,
            column,
            found: self.cell(column).to_owned(),
            fate,
        }
    }

    fn whole(&self, name: &str) -> Result<Option<usize>, GridError> {
        self.parsed(name, "a whole number from 0")
    }

    fn real(&self, name: &str) -> Result<Option<f64>, GridError> {
        let value: Option<f64> = self.parsed(name, "a number")?;
        match value {
            Some(value) if !value.is_finite() => Err(self.wrong(name, "a finite number")),
            value => Ok(value),
        }
    }

    fn parsed<T: FromStr>(&self, name: &str, needed: &'static str) -> Result<Option<T>, GridError> {
        let cell = self.cell(name);
        if cell.is_empty() {
            return Ok(None);
        }
        let value = cell.parse().map_err(|_| self.wrong(name, needed))?;
        Ok(Some(value))
    }

    fn list(&self, name: &str) -> Result<Vec<f64>, GridError> {
        const NEEDED: &str = "finite numbers with blanks between them";
        let values: Vec<f64> = self.parsed_list(name, NEEDED)?;
        if values.iter().all(|value| value.is_finite()) {
            Ok(values)
        } else {
            Err(self.wrong(name, NEEDED))
        }
    }

    fn parsed_list<T: FromStr>(
        &self,
        name: &str,
        needed: &'static str,
    ) -> Result<Vec<T>, GridError> {
        let values = self.cell(name).split_whitespace().map(str::parse);
        let values: Result<Vec<T>, _> = values.collect();
        values.map_err(|_| self.wrong(name, needed))
    }
}
