//! Arguments that the parser refuses, and help and version, which it answers itself.

use std::process::ExitCode;

use clap::Parser;

use super::say::complain;
use crate::printable::printable;

/// Prints why this process's arguments were refused, or what they asked for. The parser repeats
/// arguments as they are, so it is given them once more with escapes for what a terminal would
/// obey.
pub(super) fn refused<P: Parser>(error: &clap::Error) -> ExitCode {
    let arguments = std::env::args_os().map(|argument| {
        let text = argument.to_string_lossy();
        printable(&text).into_owned()
    });
    let code = error.exit_code();
    match P::try_parse_from(arguments) {
        Err(error) => {
            // Whoever read may have seen enough.
            error.print().ok();
        }
        // What was refused is in the escaped characters alone.
        Ok(_) => {
            for line in error.render().to_string().lines() {
                complain(line);
            }
        }
    }
    u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
}
