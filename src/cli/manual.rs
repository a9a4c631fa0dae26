//! `modescope completions` and `modescope man`: what a shell and `man` want to know.

use std::io::{self, Write as _};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use super::failure::Failure;
use super::say::on_stdout;

/// Prints the completions for a shell.
pub(super) fn completions(shell: Shell, mut command: Command) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut command, "modescope", &mut text);
    print(&text)
}

/// Prints the man page: the program and all its commands on one.
pub(super) fn man(command: Command) -> Result<(), Failure> {
    let mut text = Vec::new();
    write_man(command, &mut text).map_err(Failure::other)?;
    print(&text)
}

fn write_man(mut command: Command, text: &mut Vec<u8>) -> io::Result<()> {
    command.build();
    let man = Man::new(command.clone());
    man.render_title(text)?;
    man.render_name_section(text)?;
    write_sections(&command, text)?;
    // Each command stands on this page, and has none to refer to.
    for inner in command.get_subcommands().filter(|c| c.get_name() != "help") {
        let title = format!("modescope {}", inner.get_name()).to_uppercase();
        writeln!(text, ".SH \"{title}\"")?;
        write_sections(inner, text)?;
    }
    man.render_version_section(text)
}

/// Writes a command's description, options and closing text.
fn write_sections(command: &Command, text: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(command.clone());
    man.render_synopsis_section(text)?;
    man.render_description_section(text)?;
    man.render_options_section(text)?;
    if command.get_after_help().is_none() {
        return Ok(());
    }
    let mut closing = Vec::new();
    man.render_extra_section(&mut closing)?;
    // Under a name of its own, and its lines as they are: `.nf` fills none.
    let closing = String::from_utf8_lossy(&closing);
    let closing = closing.replacen(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n.nf\n", 1);
    writeln!(text, "{}\n.fi", closing.trim_end())
}

fn print(text: &[u8]) -> Result<(), Failure> {
    on_stdout(io::stdout().write_all(text))
}
