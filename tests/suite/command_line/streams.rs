//! Contents of standard output and standard error, and the messages for mistyped commands.

use super::{Folder, modescope, printed, said, text};

#[test]
fn a_mistyped_command_is_refused_with_a_suggestion() {
    let said = said("tran", 2);
    assert!(said.contains("did you mean `modescope train`?"), "{said}");
    assert_eq!(said.lines().count(), 1);
}

#[test]
fn quiet_commands_say_nothing_but_failures() {
    assert_eq!(said("train --features 50 --quiet", 0), "");
    assert_eq!(said("sweep --features 50 -q", 0), "");
    let refused = said("train --lr -3 --quiet", 2);
    assert!(refused.contains("above zero"), "{refused}");
}

#[test]
fn a_figure_and_a_script_are_printed_where_the_file_is_a_dash() {
    let folder = Folder::new();
    let run = text(&folder.path("run.npz"));
    said(&format!("train --features 50 --lr 1 --out {run}"), 0);
    assert!(printed(&format!("plot {run} -o -")).starts_with("<svg"));
    let pdf = modescope(&format!("plot {run} --format pdf -o -"));
    let pdf = { pdf }.assert().success().get_output().stdout.clone();
    assert!(pdf.starts_with(b"%PDF-"));
    let script = folder.path("run.py");
    said(&format!("script -o {}", text(&script)), 0);
    let script = std::fs::read_to_string(script).expect("it was written");
    assert_eq!(printed("script -o -"), script);
    let refused = said(&format!("script --data {run} -o -"), 2);
    assert!(refused.contains("-o FILE.py"), "{refused}");
}

#[test]
fn data_may_come_from_standard_input() {
    const TABLE: &str = "item,swims,flies\nTuna,yes,no\nRobin,no,yes\n";
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let train = "train --epochs 9 --lr 1 --data";
    let read = modescope(&format!("{train} -"))
        .write_stdin(TABLE)
        .assert()
        .success();
    let read = read.get_output();
    assert_eq!(
        String::from_utf8_lossy(&read.stdout),
        printed(&format!("{train} {table}"))
    );
    let told = String::from_utf8_lossy(&read.stderr);
    assert!(told.starts_with("standard input: 2 items"), "{told}");
    let refused = modescope("inspect -").write_stdin("").assert().code(1);
    let refused = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(refused.contains("modescope: standard input: "), "{refused}");
}
