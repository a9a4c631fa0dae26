//! What is printed.

use std::io::{self, Write as _};

use super::failure::Failure;

/// Standard output's error as ours; whoever reads may have seen enough, as `head` has.
pub(super) fn on_stdout(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Failure::Other(format!("standard output: {error}"))),
    }
}

/// A line on standard error, if anyone listens.
pub(super) fn tell(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}
