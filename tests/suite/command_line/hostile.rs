//! Files that strangers wrote to do harm.

use super::{Folder, modescope, text};

/// Small files of a kind each; see `tests/data/faults/README.md`.
const FAULTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/faults");

/// The commands that read such a file.
const COMMANDS: [&str; 12] = [
    "train --data {} --lr 1 --epochs 3",
    "train --data {} --lr 1 --epochs 3 --json",
    "train --experiment {} --epochs 3",
    "train --experiment {} --epochs 3 --json",
    "inspect {}",
    "inspect {} --json",
    "sweep --experiment {} --lr 1,2 --epochs 3",
    "band --experiment {} --epochs 3 --seeds 2",
    "plot {} -o -",
    "plot --data {} --n-epochs 3 -o -",
    "script --data {} --epochs 3 -o OUT",
    "script --experiment {} --epochs 3 -o OUT",
];

/// Whether a terminal obeys a character, does not show it, or is made to show another text.
fn is_obeyed(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Asserts that a terminal shows `text`, which `command` printed, as it is, and that the end of a
/// line in a name has not begun a line of its own.
fn assert_harmless(command: &str, text: &str) {
    assert!(!text.contains(is_obeyed), "{command}: {text:?}");
    assert!(!text.contains("panicked"), "{command}: {text}");
    let forged = text.lines().find(|line| {
        let begins = |code| line.trim_start().starts_with(code);
        begins("__import__") || begins("os.system")
    });
    assert_eq!(forged, None, "{command}: {text}");
}

#[test]
fn no_file_makes_a_command_print_what_a_terminal_obeys() {
    let mut n_files = 0;
    for entry in std::fs::read_dir(FAULTS).expect("the faults") {
        let path = entry.expect("an entry").path();
        n_files += 1;
        for command in COMMANDS {
            let folder = Folder::new();
            let script = folder.path("script.py");
            let command = command.replace("{}", &path.display().to_string());
            let command = command.replace("OUT", &text(&script));
            let output = modescope(&command).output().expect("it runs");
            assert!(output.status.code().is_some_and(|code| code <= 2));
            let script = std::fs::read(&script).unwrap_or_default();
            let printed = String::from_utf8(output.stdout).expect("text");
            for stream in [output.stderr, script] {
                assert_harmless(&command, &String::from_utf8(stream).expect("text"));
            }
            if command.contains("json") || command.starts_with("inspect") {
                assert_harmless(&command, &printed);
            } else {
                // Curves and pictures keep joiners and marks of direction, which names may need.
                let is_control = |c: char| c.is_control() && c != '\n';
                assert!(!printed.contains(is_control), "{command}: {printed:?}");
            }
        }
    }
    assert!(n_files > 5);
}

#[test]
fn no_argument_makes_the_program_print_what_a_terminal_obeys() {
    let hostile = "a\u{1b}]0;title\u{7}\u{200b}\u{202e}b\n__import__";
    for arguments in [
        &["train", hostile][..],
        &["train", "--lr", hostile],
        &["train", "--preset", hostile],
        &["train", "--feature", hostile],
        &["train", "--watch", hostile],
        &["train", "--data", hostile],
        &["train", "--out", hostile],
        &["sweep", "--shard", hostile],
        &["plot", hostile, "-o", "x.svg"],
        &["script", "-o", hostile],
        &["completions", hostile],
        &["inspect", hostile],
    ] {
        let output = modescope("").args(arguments).output().expect("it runs");
        assert!(!output.status.success(), "{arguments:?}");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(
            !said.is_empty() && output.stdout.is_empty(),
            "{arguments:?}"
        );
        assert_harmless(&format!("{arguments:?}"), &said);
    }
}

#[test]
fn sizes_are_refused_before_anything_is_made_of_them() {
    for (arguments, told) in [
        ("--levels 4294967296", "levels"),
        ("--levels 9223372036854775808", "levels"),
        ("--levels 4294967296 --branches 1", "levels"),
        ("--branches 18446744073709551615", "branches"),
        ("--features 18446744073709551615", "features"),
    ] {
        let output = modescope(&format!("train {arguments}"))
            .output()
            .expect("it runs");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(
            output.status.code() == Some(2) && said.contains(told),
            "{arguments}: {said}"
        );
    }
}

#[test]
fn a_weight_that_is_no_number_is_refused_with_its_layer() {
    let output = modescope(&format!("train --experiment {FAULTS}/nan-weights.toml"))
        .output()
        .expect("it runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(
        !output.status.success() && said.contains("network.layer"),
        "{said}"
    );
}

#[test]
fn too_many_watched_pairs_are_refused_by_their_number() {
    let folder = Folder::new();
    let pairs = "{item=0,feature=0},".repeat(1001);
    let text = format!(
        "version = 2\nwatch = [{pairs}]\nitems = [\"a\",\"b\"]\n[tree]\nlevels = 1\nbranches = 2\n\
         flip = 0.15\nfeatures = 10\nseed = 1\n[network]\nhidden = [3]\nseed = 1\n[training]\n\
         lr = 1\ngamma = 1e-3\nepochs = 5\n"
    );
    let path = folder.path("many.toml");
    std::fs::write(&path, text).expect("written");
    let output = modescope(&format!("train --experiment {}", path.display()))
        .output()
        .expect("it runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(!output.status.success(), "{said}");
    assert!(
        said.contains("watched pairs") && said.contains("1000"),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn no_command_writes_over_what_it_reads_by_another_name() {
    let folder = Folder::new();
    let table = b",p,q,r\na,1,-1,1\nb,-1,1,1\n";
    let (data, linked) = (folder.path("data.csv"), folder.path("linked.csv"));
    let (script, run) = (folder.path("linked.py"), folder.path("run.npz"));
    std::fs::write(&data, table).expect("written");
    for link in [&linked, &script] {
        std::fs::hard_link(&data, link).expect("linked");
    }
    let made = format!(
        "train --data {} --epochs 3 --out {}",
        data.display(),
        run.display()
    );
    assert!(modescope(&made).output().expect("it runs").status.success());
    let archive = std::fs::read(&run).expect("read");
    let linked_run = folder.path("linked.svg");
    std::fs::hard_link(&run, &linked_run).expect("linked");
    for (command, read, out) in [
        ("train --epochs 3 --data {} --out", &data, &linked),
        ("sweep --lr 1,2 --epochs 3 --data {} --out", &data, &linked),
        ("band --seeds 2 --epochs 3 --data {} --out", &data, &linked),
        ("script --epochs 3 --data {} --out", &data, &script),
        ("plot {} --out", &run, &linked_run),
    ] {
        let command = command.replace("{}", &read.display().to_string());
        let output = modescope(&format!("{command} {}", out.display()))
            .output()
            .expect("it runs");
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{command}: {said}");
        assert!(said.contains("would be replaced"), "{command}: {said}");
    }
    assert_eq!(std::fs::read(&data).expect("read"), table);
    assert_eq!(std::fs::read(&run).expect("read"), archive);
}
