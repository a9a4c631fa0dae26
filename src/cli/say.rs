//! What is printed.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use super::failure::Failure;
use crate::printable::{printable_json, printable_lines};

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

/// Lines on standard error, if anyone listens; nothing with `--quiet`. Names, paths and types in
/// them come from strangers' files: what a terminal would obey is escaped.
pub(super) fn tell(lines: &str) {
    if !is_quiet() {
        complain(lines);
    }
}

/// As [`tell`], also with `--quiet`: for failures.
pub(super) fn complain(lines: &str) {
    writeln!(io::stderr(), "{}", printable_lines(lines)).ok();
}

/// Lines on standard output, escaped as by [`tell`].
///
/// # Errors
/// If they cannot be written.
pub(super) fn print(lines: &str) -> Result<(), Failure> {
    on_stdout(writeln!(io::stdout(), "{}", printable_lines(lines)))
}

/// A JSON text on standard output, with the escapes of JSON where a terminal would obey.
///
/// # Errors
/// If it cannot be written.
pub(super) fn print_json(json: &str) -> Result<(), Failure> {
    on_stdout(writeln!(io::stdout(), "{}", printable_json(json)))
}
