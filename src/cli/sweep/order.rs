//! The runs of a sweep on all cores, and their rows in order.
//!
//! Each row is written whole and at once: whatever ends the program leaves complete rows.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::grid::{Grid, Point};
use super::head_start::HeadStart;
use super::row::RowOptions;
use super::setups::{Maker, Prepared, Setups};
use super::table::Table;
use crate::analysis::run_summary::RunSummary;
use crate::analysis::settling::settling_of;
use crate::cli::progress::Progress;

/// The most rows, for every thread, that wait behind a slow run.
const MOST_WAITING: usize = 256;

/// What is run, and what is said of it.
#[derive(Clone, Copy)]
pub(super) struct Sweep<'a> {
    /// All the runs there are.
    pub(super) grid: &'a Grid,
    /// What a row says.
    pub(super) options: &'a RowOptions,
    /// How it is written.
    pub(super) table: &'a Table,
}

/// A run's row, and whether the run diverged.
struct Row {
    text: String,
    has_diverged: bool,
}

impl Sweep<'_> {
    /// Writes `rows` in order; how many of these runs diverged.
    ///
    /// # Errors
    /// If `out` fails.
    pub(super) fn write(
        self,
        rows: Range<usize>,
        n_threads: usize,
        out: &mut dyn Write,
        progress: &mut Progress,
    ) -> io::Result<usize> {
        if rows.is_empty() {
            return Ok(0);
        }
        let next = AtomicUsize::new(rows.start);
        let maker = Maker {
            experiment: &|number| self.grid.setup(number),
            finds_limit: self.grid.finds_limits(),
        };
        let setups = Setups::new(maker, self.grid.setups_of(&rows), n_threads);
        let head_start = HeadStart::new(rows.start, MOST_WAITING * n_threads);
        thread::scope(|scope| {
            // Rows that nobody takes are not heaped up: whoever made them waits.
            let (sender, receiver) = sync_channel(n_threads);
            for _ in 0..n_threads {
                let sender = sender.clone();
                let (next, setups, end) = (&next, &setups, rows.end);
                let head_start = &head_start;
                scope.spawn(move || self.work((next, end), setups, head_start, &sender));
            }
            drop(sender); // or the rows would never end
            let written = write_in_order(&receiver, rows.start, &head_start, out, progress);
            next.store(rows.end, Ordering::Relaxed); // nobody reads what is left
            head_start.end();
            written
        })
    }

    /// Takes one run after the other.
    fn work(
        self,
        (next, end): (&AtomicUsize, usize),
        setups: &Setups,
        head_start: &HeadStart,
        sender: &SyncSender<(usize, Row)>,
    ) {
        let _guard = head_start.ended_by_panic();
        let mut last: Option<(usize, Prepared)> = None;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= end {
                return;
            }
            head_start.wait_for(index);
            let number = self.grid.setup_of(index);
            let mut prepared = match last.take() {
                Some((of, prepared)) if of == number => prepared,
                _ => setups.of(number),
            };
            let row = self.row(index, &mut prepared);
            last = Some((number, prepared));
            if sender.send((index, row)).is_err() {
                return;
            }
        }
    }

    /// Trains one point of the grid.
    fn row(self, index: usize, prepared: &mut Prepared) -> Row {
        let Prepared {
            experiment,
            setup,
            limit,
        } = prepared;
        let point = self.grid.point(index, experiment, *limit);
        let Point {
            mut experiment,
            finds_epochs,
        } = point;
        if finds_epochs {
            let mut network = setup.network(&experiment);
            let settling = settling_of(&experiment, &mut network, &mut |_| false);
            experiment.n_epochs = settling.expect("never cancelled").n_epochs();
        }
        let thresholds = self.options.thresholds();
        let run = RunSummary::unless(&experiment, setup, thresholds, &mut || false);
        let (summary, record) = run.expect("never cancelled");
        let cells = self.options.cells(index, &experiment, &summary, &record);
        Row {
            text: self.table.line(&cells),
            has_diverged: summary.diverged_at().is_some(),
        }
    }
}

fn write_in_order(
    receiver: &Receiver<(usize, Row)>,
    first: usize,
    head_start: &HeadStart,
    out: &mut dyn Write,
    progress: &mut Progress,
) -> io::Result<usize> {
    let mut waiting = BTreeMap::new();
    let mut next = first;
    let mut n_diverged = 0;
    for (index, row) in receiver {
        waiting.insert(index, row);
        while let Some(row) = waiting.remove(&next) {
            write_line(out, &row.text)?;
            n_diverged += usize::from(row.has_diverged);
            next += 1;
        }
        head_start.at(next);
        progress.at(next - first);
    }
    Ok(n_diverged)
}

/// A whole line in one piece.
pub(super) fn write_line(out: &mut dyn Write, line: &str) -> io::Result<()> {
    out.write_all(format!("{line}\n").as_bytes())?;
    out.flush()
}
