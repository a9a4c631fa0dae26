//! The rules of direction, read off the imports: which part may know which. `src/lib.rs` says them
//! in words, the rules here count what breaks them.

mod files;
mod imports;
mod lengths;
mod rules;

use files::{SourceFile, read_all};
use rules::faults;

fn project() -> Vec<SourceFile> {
    read_all(std::path::Path::new(env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn every_file_keeps_the_rules_of_direction() {
    let found = faults(&project());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_whole_program_is_read() {
    let files = project();
    let n_imports: usize = files.iter().map(|file| file.paths().len()).sum();
    assert!(
        files.len() > 200 && n_imports > 2000,
        "{} {n_imports}",
        files.len()
    );
}

/// The faults of a project of these files.
fn faults_of(files: &[(&str, &str)]) -> Vec<String> {
    let files = files
        .iter()
        .map(|(path, text)| SourceFile::parse(path, text));
    faults(&files.collect::<Vec<_>>())
}

/// The one fault of a project of these files.
fn only_fault(files: &[(&str, &str)]) -> String {
    let mut found = faults_of(files);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn two_files_that_import_each_other_are_a_fault() {
    let fault = only_fault(&[
        ("src/model/mod.rs", "mod one; mod other;"),
        (
            "src/model/one.rs",
            "use super::other::Other; pub struct One;",
        ),
        (
            "src/model/other.rs",
            "fn f() -> crate::model::one::One { todo() }",
        ),
    ]);
    assert!(fault.contains("circle"), "{fault}");
    assert!(fault.contains("src/model/one.rs") && fault.contains("src/model/other.rs"));
}

#[test]
fn a_circle_through_a_reexport_and_a_glob_is_found() {
    let files = [
        (
            "src/model/mod.rs",
            "mod one; mod other; pub use other::Other;",
        ),
        (
            "src/model/one.rs",
            "use crate::model::Other; pub struct One;",
        ),
        ("src/model/other.rs", "use super::one::*; pub struct Other;"),
    ];
    assert!(only_fault(&files).contains("circle"));
}

#[test]
fn a_lower_part_that_imports_a_higher_one_is_a_fault() {
    let fault = only_fault(&[
        ("src/model/run.rs", "use crate::analysis::stages::drops;"),
        ("src/analysis/stages.rs", "pub fn drops() {}"),
    ]);
    assert!(
        fault.contains("src/model/run.rs") && fault.contains("analysis"),
        "{fault}"
    );
    let fault = only_fault(&[
        (
            "src/app/mod.rs",
            "mod shell; mod session; pub use shell::app::App;",
        ),
        (
            "src/app/shell/app.rs",
            "use crate::app::session::session::Session; pub struct App;",
        ),
        (
            "src/app/session/session.rs",
            "use crate::app::run::Run; pub struct Session;",
        ),
        (
            "src/app/run/mod.rs",
            "use crate::app::shell::app::App; pub struct Run;",
        ),
    ]);
    // It is a circle, too; but the import that goes up is what is to be mended.
    assert!(
        fault.contains("src/app/run/mod.rs") && fault.contains("shell"),
        "{fault}"
    );
}

#[test]
fn only_the_window_may_know_egui() {
    let fault = only_fault(&[("src/worker/job.rs", "fn wake(ctx: &egui::Context) {}")]);
    assert!(fault.contains("egui"), "{fault}");
    assert!(faults_of(&[("src/app/plots/paint.rs", "use egui::Context;")]).is_empty());
}

#[test]
fn the_session_knows_neither_egui_nor_words() {
    for text in ["use egui::Context;", "use crate::app::text::words::Words;"] {
        let fault = only_fault(&[
            ("src/app/session/edit.rs", text),
            ("src/app/text/words.rs", "pub struct Words;"),
        ]);
        assert!(fault.contains("session"), "{fault}");
    }
}

#[test]
fn only_the_command_line_may_print() {
    for text in [
        "fn f() { println!(\"x\"); }",
        "fn f() { let out = std::io::stderr(); }",
    ] {
        let fault = only_fault(&[("src/export/curves.rs", text)]);
        assert!(fault.contains("print"), "{fault}");
        assert!(faults_of(&[("src/cli/say.rs", text)]).is_empty());
    }
}

#[test]
fn only_files_may_open_files() {
    let fault = only_fault(&[("src/export/curves.rs", "use std::fs::File;")]);
    assert!(fault.contains("file"), "{fault}");
    assert!(faults_of(&[("src/files/atomic.rs", "use std::fs::File;")]).is_empty());
}

#[test]
fn numerics_know_no_thread_and_no_clock() {
    for text in [
        "use std::thread;",
        "fn f() { std::time::Instant::now(); }",
        "use std::sync::mpsc;",
    ] {
        for path in ["src/model/run.rs", "src/picture/map.rs", "src/draw.rs"] {
            assert_eq!(faults_of(&[(path, text)]).len(), 1, "{path} {text}");
        }
    }
}

#[test]
fn what_tests_import_does_not_count() {
    let files = [
        (
            "src/model/run.rs",
            "#[cfg(test)] mod tests { use crate::presets; use std::thread; }",
        ),
        ("src/presets.rs", ""),
        ("src/model/mod.rs", "mod run; #[cfg(test)] mod checks;"),
        ("src/model/checks.rs", "use crate::presets;"),
        ("src/model/checks/more.rs", "use std::thread;"),
    ];
    assert_eq!(faults_of(&files), [""; 0]);
}

#[test]
fn a_long_file_and_a_loose_one_are_faults() {
    let long = "\n".repeat(401);
    assert!(only_fault(&[("src/model/run.rs", &long)]).contains("400"));
    assert!(only_fault(&[("src/app/loose.rs", "")]).contains("loose"));
}
