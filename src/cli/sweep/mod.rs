//! `modescope sweep`: many runs on all cores, a row each, in order.

mod arguments;
mod axis;
mod grid;
mod head_start;
mod lists;
mod order;
mod resume;
mod row;
mod setups;
mod shard;
mod table;

use std::io::{self, IsTerminal as _, Seek as _, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::thread;

use self::grid::Grid;
use self::order::{Sweep, write_line};
use self::resume::{NotKept, kept};
use self::row::RowOptions;
use self::shard::Shard;
use self::table::{Cell, Format, Table};
use super::failure::Failure;
use super::progress::Progress;
use super::rate;
use super::say::tell;
use crate::files;

pub(super) use arguments::Arguments;

/// Where rows go, and which are there already.
struct Output {
    out: Box<dyn Write>,
    /// How many complete rows are kept.
    n_kept: usize,
    needs_header: bool,
}

/// Runs the grid, or its shard.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let grid = Grid::of(arguments)?;
    let path = arguments.out.as_deref();
    let path = path.filter(|path| *path != Path::new("-"));
    let options = RowOptions::new(&arguments.threshold, arguments.last.map(usize::from));
    let table = Table::new(format(arguments, path)?, options.columns(&grid.watched()));
    let rows = arguments.shard.unwrap_or(Shard::ALL).rows(grid.len());
    if let Some(path) = path {
        arguments.choices.spare(path)?;
    }
    let mut output = match path {
        Some(path) if arguments.resume => taken_up(path, &grid, &table, &rows)?,
        None if arguments.resume => {
            return Err(Failure::usage("--resume takes up a file: --out names it"));
        }
        path => Output::new(path)?,
    };
    let rows = rows.start + output.n_kept..rows.end;
    let n_threads = n_threads(arguments).min(rows.len().max(1));
    let is_on_terminal = path.is_none() && io::stdout().is_terminal();
    let mut progress = Progress::new(rows.len(), "runs").silent_if(is_on_terminal);
    let sweep = Sweep {
        grid: &grid,
        options: &options,
        table: &table,
    };
    let written = output
        .begin(&table)
        .and_then(|()| sweep.write(rows.clone(), n_threads, &mut *output.out, &mut progress));
    let seconds = progress.finish().as_secs_f64();
    match written {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::Other(format!(
            "the rows cannot be written: {error}"
        ))),
        Ok(n_diverged) => {
            let runs = counted(rows.len(), "run");
            let threads = counted(n_threads, "thread");
            let kept = match output.n_kept {
                0 => String::new(),
                n => format!(", {} kept", counted(n, "row")),
            };
            tell(&format!(
                "{runs} in {seconds:.2} s on {threads}, {n_diverged} diverged{kept}"
            ));
            Ok(())
        }
    }
}

/// How many runs are trained at a time, if there are as many.
fn n_threads(arguments: &Arguments) -> usize {
    let threads = arguments.threads;
    let threads = threads.or_else(|| thread::available_parallelism().ok());
    threads.map_or(1, usize::from)
}

/// How the rows are written: as `--format` says or, without it, as the file's name ends.
fn format(arguments: &Arguments, path: Option<&Path>) -> Result<Format, Failure> {
    if let Some(format) = arguments.format {
        return Ok(format);
    }
    let ending = path.map(|path| files::ending(path, &["csv", "jsonl"]));
    Ok(match ending.transpose()? {
        Some("jsonl") => Format::Jsonl,
        _ => Format::Csv,
    })
}

impl Output {
    /// With nothing there yet: a new file, or standard output.
    fn new(path: Option<&Path>) -> Result<Self, Failure> {
        let out: Box<dyn Write> = match path {
            None => Box::new(io::stdout()),
            Some(path) => Box::new(files::create(path)?),
        };
        Ok(Self {
            out,
            n_kept: 0,
            needs_header: true,
        })
    }

    /// Writes the header, where there is one to write.
    fn begin(&mut self, table: &Table) -> io::Result<()> {
        match table.header().filter(|_| self.needs_header) {
            Some(header) => write_line(&mut *self.out, &header),
            None => Ok(()),
        }
    }
}

/// The file of an interrupted sweep behind its last complete row; a new one if it is not there.
fn taken_up(
    path: &Path,
    grid: &Grid,
    table: &Table,
    rows: &Range<usize>,
) -> Result<Output, Failure> {
    let Some(mut file) = files::open_to_append(path)? else {
        return Output::new(Some(path));
    };
    let failed = |error: io::Error| Failure::other(format!("{}: {error}", path.display()));
    let kept = kept(&file, table, rows.clone(), &mut first_cells(grid));
    let kept = kept.map_err(|not_kept| match not_kept {
        NotKept::Unread(error) => failed(error),
        NotKept::Foreign { line } => Failure::other(format!(
            "{}: line {line} is not of this sweep; --resume takes up only the file that the same \
             command has left, and nothing was changed",
            path.display()
        )),
    })?;
    let cut = file.set_len(kept.n_bytes);
    cut.and_then(|()| file.seek(SeekFrom::End(0)))
        .map_err(failed)?;
    Ok(Output {
        out: Box::new(file),
        n_kept: kept.n_rows,
        needs_header: kept.n_bytes == 0,
    })
}

/// The cells that each run's row begins with; `None` for a number of epochs that is to be found.
fn first_cells(grid: &Grid) -> impl FnMut(usize) -> Vec<Option<Cell>> {
    let mut last = None;
    move |index| {
        let number = grid.setup_of(index);
        let (of_setup, limit) = match last.take() {
            Some((of, found)) if of == number => found,
            _ => {
                let experiment = grid.setup(number);
                let limit = if grid.finds_limits() {
                    rate::limit(&experiment, &experiment.data.sample())
                } else {
                    f64::NAN
                };
                (experiment, limit)
            }
        };
        let point = grid.point(index, &of_setup, limit);
        last = Some((number, (of_setup, limit)));
        let cells = row::of_grid(index, &point.experiment).into_iter();
        let named = cells.zip(row::OF_GRID);
        let known = named.map(|(cell, name)| {
            let is_found = point.finds_epochs && name == "epochs";
            (!is_found).then_some(cell)
        });
        known.collect()
    }
}

/// `1 run`, `2 runs`.
fn counted(n: usize, what: &str) -> String {
    let end = if n == 1 { "" } else { "s" };
    format!("{n} {what}{end}")
}
