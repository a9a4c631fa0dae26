//! A command that was mistyped, which the parser takes for a file to open in the window.

use std::path::Path;

use crate::experiment::pair_lookup::nearest;

/// The refusal of a word that names no file and is written as the commands of `program` are; `None`
/// for anything else.
pub(super) fn command(word: &Path, program: &clap::Command) -> Option<String> {
    let text = word.to_str()?;
    let is_word = !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if !is_word || word.exists() {
        return None;
    }
    let commands = program.get_subcommands().map(clap::Command::get_name);
    let remedy = match nearest(text, commands) {
        Some(command) => format!("did you mean `modescope {command}`?"),
        None => "`modescope --help` lists the commands".to_owned(),
    };
    Some(format!(
        "{text}: no such command, and no such file; {remedy}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_like_a_command_is_refused_with_a_suggestion() {
        let commands = ["train", "sweep"].map(clap::Command::new);
        let program = clap::Command::new("modescope").subcommands(commands);
        let refused = |word: &str| command(Path::new(word), &program);
        assert!(refused("tran").is_some_and(|said| said.contains("`modescope train`")));
        assert!(refused("swep").is_some_and(|said| said.contains("`modescope sweep`")));
        assert!(refused("xyzzy").is_some_and(|said| said.contains("--help")));
        for file in ["tran.toml", "./tran", "src", "../x"] {
            assert_eq!(refused(file), None, "{file}");
        }
    }
}
