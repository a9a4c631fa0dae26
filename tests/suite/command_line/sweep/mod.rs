//! `modescope sweep`: the same rows whatever the threads and shards, and the same runs as `train`.

mod axes;
mod output;
mod refused;
#[cfg(unix)]
mod resume;
mod rows;

use super::printed;

/// A small grid over what does not change the set-up, and over seeds.
const GRID: &str =
    "sweep --features 300 --epochs 120 --lr 2:12:2 --gamma 1e-6:1 --seeds 3 --hidden 10";

/// The lines behind the header.
fn lines(csv: &str) -> Vec<&str> {
    csv.lines().skip(1).collect()
}

/// A table by its columns' names.
struct Rows {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    fn of(csv: &str) -> Self {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let columns = owned(reader.headers().expect("a header"));
        let rows = reader
            .records()
            .map(|row| owned(&row.expect("as long as the header")));
        let rows = rows.collect();
        Self { columns, rows }
    }

    fn printed(arguments: &str) -> Self {
        Self::of(&printed(arguments))
    }

    fn column(&self, name: &str) -> Vec<&str> {
        let column = self.columns.iter().position(|column| column == name);
        let column = column.unwrap_or_else(|| panic!("{name} is none of {:?}", self.columns));
        self.rows.iter().map(|row| row[column].as_str()).collect()
    }

    fn number(&self, row: usize, name: &str) -> f64 {
        let cell = self.column(name)[row];
        cell.parse().unwrap_or_else(|_| panic!("{name}: {cell}"))
    }
}
