//! modescope: the window, or a command. Everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    modescope::cli::main()
}
