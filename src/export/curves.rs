//! Curves as CSV, one row an epoch: of a run, or the range and median over many draws.
//!
//! Of a run:
//!
//! Columns: `epoch`, `loss` (before the epoch's step), `mode_1` … `mode_P` (singular values of
//! W_tot after it, descending), and the prediction (before it) of each watched pair, under the
//! pair's name, made harmless for spreadsheets. Numbers have the fewest digits that are read back
//! as the same number. From the epoch of divergence on there is `NaN`.
//!
//! Over many draws each of these but the epoch has three columns, under its name with `_least`,
//! `_median` and `_largest`; what they say once a run has diverged is told at [`Band`].

use std::io::{self, Write};

use csv::{Writer, WriterBuilder};

use crate::analysis::band::{Band, Spread};
use crate::picture::run_view::RunView;
use crate::printable::with_blanks;

/// Writes the curves.
///
/// # Errors
/// If the writer fails.
pub fn write(run: &RunView, out: impl Write) -> io::Result<()> {
    written(run, out).map_err(unwrapped)
}

/// Writes the curves over many draws; `watched` names the watched pairs.
///
/// # Errors
/// If the writer fails.
pub fn write_band(band: &Band, watched: &[String], out: impl Write) -> io::Result<()> {
    band_written(band, watched, out).map_err(unwrapped)
}

/// The writer's own error, not wrapped: a closed pipe is known by its kind.
fn unwrapped(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn band_written(band: &Band, watched: &[String], out: impl Write) -> csv::Result<()> {
    let mut csv: Writer<_> = WriterBuilder::new().from_writer(out);
    let modes = (1..).map(|mode| format!("mode_{mode}")).zip(&band.modes);
    let predictions = watched
        .iter()
        .map(|name| column(name))
        .zip(&band.predictions);
    let loss = ("loss".to_owned(), &band.loss);
    let quantities = std::iter::once(loss).chain(modes).chain(predictions);
    let quantities: Vec<(String, &Spread)> = quantities.collect();
    csv.write_field("epoch")?;
    for (name, _) in &quantities {
        for part in ["least", "median", "largest"] {
            csv.write_field(format!("{name}_{part}"))?;
        }
    }
    csv.write_record(None::<&[u8]>)?;
    for (row, epoch) in band.epochs.iter().enumerate() {
        csv.write_field(epoch.to_string())?;
        for (_, spread) in &quantities {
            for values in [&spread.least, &spread.median, &spread.largest] {
                csv.write_field(number(values[row]))?;
            }
        }
        csv.write_record(None::<&[u8]>)?;
    }
    Ok(csv.flush()?)
}

fn written(run: &RunView, out: impl Write) -> csv::Result<()> {
    let mut csv: Writer<_> = WriterBuilder::new().from_writer(out);
    let n_modes = run.record.shape().n_items;
    csv.write_field("epoch")?;
    csv.write_field("loss")?;
    for mode in 1..=n_modes {
        csv.write_field(format!("mode_{mode}"))?;
    }
    for name in run.watched {
        csv.write_field(column(name))?;
    }
    csv.write_record(None::<&[u8]>)?;
    for (row, epoch) in run.epochs().into_iter().enumerate() {
        csv.write_field(epoch.to_string())?;
        if row < run.record.len() {
            csv.write_field(number(run.record.losses()[row]))?;
            let modes = run.record.modes(row).iter();
            for &value in modes.chain(run.record.predictions(row)) {
                csv.write_field(number(value))?;
            }
        } else {
            for _ in 0..1 + n_modes + run.watched.len() {
                csv.write_field("NaN")?;
            }
        }
        csv.write_record(None::<&[u8]>)?;
    }
    Ok(csv.flush()?)
}

/// The heading of a watched pair in a table. A spreadsheet would run a cell that begins as a formula does, so
/// that an apostrophe is set before it (CSV injection, OWASP); control characters become blanks.
pub(crate) fn column(name: &str) -> String {
    let name = with_blanks(name);
    let is_run = name
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    format!("{}{name}", if is_run { "'" } else { "" })
}

/// The shortest text that is read back as the same number.
fn number(value: f64) -> String {
    format!("{value:?}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::{self, Outcome, Record};

    fn run(lr: f64) -> (Record, Outcome) {
        let experiment = Experiment {
            lr,
            ..Experiment::default()
        };
        model::run(&experiment)
    }

    fn table(lr: f64) -> (Record, Vec<String>, Vec<Vec<f64>>) {
        let (record, outcome) = run(lr);
        let watched = ["Goldfish, the \"first\"".to_owned()];
        let view = RunView {
            items: &[],
            groups: &[],
            watched: &watched,
            n_epochs: 250,
            record: &record,
            outcome,
            data: None,
        };
        let mut bytes = Vec::new();
        write(&view, &mut bytes).expect("memory");
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header = reader.headers().expect("a first row");
        let header = header.iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| {
            let row = row.expect("as many cells as the first");
            let cells = row.iter().map(|cell| cell.parse().expect("a number"));
            cells.collect::<Vec<f64>>()
        });
        let rows = rows.collect();
        (record, header, rows)
    }

    #[test]
    fn a_name_is_no_formula_for_a_spreadsheet() {
        for (name, heading) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+1", "'+1"),
            ("-2+3", "'-2+3"),
            ("\t@SUM(1)", "' @SUM(1)"),
            ("＝1", "'＝1"),
            ("Tuna can fly", "Tuna can fly"),
            ("a\r\n=b\u{1b}[2J", "a  =b [2J"),
        ] {
            assert_eq!(column(name), heading);
        }
    }

    #[test]
    fn every_number_is_read_back_the_same() {
        let (record, header, rows) = table(100.0);
        assert_eq!(header.len(), 11);
        assert_eq!(header[..3], ["epoch", "loss", "mode_1"]);
        assert_eq!(header[10], "Goldfish, the \"first\"");
        assert_eq!(rows.len(), 250);
        for (row, cells) in rows.iter().enumerate() {
            assert_eq!(cells[0], row as f64);
            assert_eq!(cells[1].to_bits(), record.losses()[row].to_bits());
            assert_eq!(&cells[2..10], record.modes(row));
            assert_eq!(&cells[10..], record.predictions(row));
        }
    }

    #[test]
    fn a_diverged_run_has_rows_to_its_end() {
        let (record, _, rows) = table(400.0);
        assert!(record.len() < 250);
        assert_eq!(rows.len(), 250);
        for (row, cells) in rows.iter().enumerate() {
            assert_eq!(cells[0], row as f64);
            assert_eq!(cells[1].is_nan(), row >= record.len());
            assert_eq!(cells[10].is_nan(), row >= record.len());
        }
    }
}
