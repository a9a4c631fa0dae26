//! Printing: lines and JSON, escaped, on standard output and standard error.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use super::failure::Failure;
use crate::printable::{printable, printable_json};

/// Whether only failures are told: `--quiet`. Set once, before any command runs.
static IS_QUIET: AtomicBool = AtomicBool::new(false);

/// Tells failures alone from here on, if so.
pub(super) fn set_quiet(is_quiet: bool) {
    IS_QUIET.store(is_quiet, Ordering::Relaxed);
}

/// Whether only failures are told.
pub(super) fn is_quiet() -> bool {
    IS_QUIET.load(Ordering::Relaxed)
}

/// Standard output's error as ours; whoever reads may have seen enough, as `head` has.
pub(super) fn on_stdout(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Failure::Other(format!("standard output: {error}"))),
    }
}

/// A line on standard error, if anyone listens; nothing with `--quiet`. Names, paths and types in
/// it come from strangers' files: what a terminal would obey is escaped, ends of lines too.
pub(super) fn tell(line: &str) {
    if !is_quiet() {
        complain(line);
    }
}

/// Tells a line as [`tell`] does, also with `--quiet`: for failures.
pub(super) fn complain(line: &str) {
    writeln!(io::stderr(), "{}", printable(line)).ok();
}

/// A line on standard output, escaped as by [`tell`].
///
/// # Errors
/// If it cannot be written.
pub(super) fn print(line: &str) -> Result<(), Failure> {
    on_stdout(writeln!(io::stdout(), "{}", printable(line)))
}

/// A JSON text on standard output, with the escapes of JSON where a terminal would obey.
///
/// # Errors
/// If it cannot be written.
pub(super) fn print_json(json: &str) -> Result<(), Failure> {
    on_stdout(writeln!(io::stdout(), "{}", printable_json(json)))
}
