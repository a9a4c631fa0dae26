//! The program as it is called from a shell.

mod band;
mod cells;
mod epochs;
mod experiment;
mod golden;
mod hostile;
#[cfg(unix)]
mod interrupted;
mod learning_rate;
mod plot;
mod plot_grid;
mod streams;
mod summary;
mod sweep;
mod theory;
mod train;
mod words;

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use assert_cmd::Command;
use tempfile::TempDir;

/// A small table of one's own.
const TABLE: &str = "item,swims,flies,sings\nTuna,yes,no,no\nRobin,no,yes,yes\nOak,no,no,no\n";

/// The program with these arguments, parted by spaces.
fn modescope(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_modescope"));
    command.args(arguments.split_whitespace());
    command
}

/// The program's standard output; the command must succeed.
fn printed(arguments: &str) -> String {
    let output = modescope(arguments).assert().success().get_output().clone();
    String::from_utf8(output.stdout).expect("text")
}

/// The command's answer to `--json`; it must succeed.
fn json(arguments: &str) -> serde_json::Value {
    serde_json::from_str(&printed(&format!("{arguments} --json"))).expect("JSON")
}

/// The program's standard error; the command must end with this exit code.
fn said(arguments: &str, code: i32) -> String {
    let output = modescope(arguments)
        .assert()
        .code(code)
        .get_output()
        .clone();
    String::from_utf8(output.stderr).expect("text")
}

/// Reads one line and closes the pipe, as `head -1` does; it must succeed.
fn seen_enough(arguments: &str) {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_modescope"))
        .args(arguments.split_whitespace())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it can be started");
    let mut line = String::new();
    let stdout = child.stdout.take().expect("a pipe");
    BufReader::new(stdout).read_line(&mut line).expect("a line");
    assert!(line.ends_with('\n'));
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("pipe"), "{said}");
}

/// A folder of its own that goes away.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder can be made"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and gives its path.
    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).expect("a file can be written");
        text(&path)
    }
}

fn text(path: &Path) -> String {
    path.to_str().expect("our own paths are text").to_owned()
}
