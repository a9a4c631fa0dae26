//! `modescope completions` and `modescope man`: what a shell and `man` want to know.

use std::io::{self, Write as _};

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::Arguments;
use super::failure::Failure;

/// Prints the completions for a shell.
pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "modescope", &mut text);
    print(&text)
}

/// Prints the man page: the program and all its commands on one.
pub(super) fn man() -> Result<(), Failure> {
    let mut text = Vec::new();
    let page =
        |command: clap::Command, text: &mut Vec<u8>| clap_mangen::Man::new(command).render(text);
    let mut command = Arguments::command();
    command.build();
    page(command.clone(), &mut text).map_err(Failure::other)?;
    for inner in command.get_subcommands().filter(|c| c.get_name() != "help") {
        let man = clap_mangen::Man::new(inner.clone());
        let title = format!("modescope {}", inner.get_name()).to_uppercase();
        writeln!(text, ".SH \"{title}\"").map_err(Failure::other)?;
        man.render_synopsis_section(&mut text)
            .map_err(Failure::other)?;
        man.render_description_section(&mut text)
            .map_err(Failure::other)?;
        man.render_options_section(&mut text)
            .map_err(Failure::other)?;
    }
    print(&text)
}

fn print(text: &[u8]) -> Result<(), Failure> {
    super::on_stdout(io::stdout().write_all(text))
}
