//! Whole files and whole rows are left when the program is ended from outside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{Folder, printed, text};

/// Looks again and again until a fact is so.
///
/// # Panics
/// If it is not so within a minute.
fn wait_until(mut is_so: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while !is_so() {
        assert!(Instant::now() < deadline, "waited for a minute");
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn modescope(arguments: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_modescope"))
        .args(arguments.split_whitespace())
        .stderr(Stdio::null())
        .spawn()
        .expect("it can be started")
}

/// The files of a folder that do not have one of these names: those that are being written beside.
fn temporary_files(folder: &Path, names: &[&str]) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("a folder");
    let paths = files.map(|file| file.expect("a file").path());
    let is_named = |path: &PathBuf| names.iter().any(|name| path.ends_with(name));
    paths.filter(|path| !is_named(path)).collect()
}

/// Lets each of two commands replace the files of these names that the other wrote into `folder`,
/// and kills it sooner or later in the save: all files are then the old ones or all the new ones.
fn assert_kills_leave_all_or_nothing(folder: &Path, names: &[&str], commands: [&str; 2]) {
    // Kills that fell inside a save after which there is no doubt, and attempts at them.
    const ENOUGH: usize = 5;
    const ATTEMPTS: u64 = 60;
    let found = || -> Vec<Vec<u8>> {
        let read = |name: &&str| fs::read(folder.join(name)).expect("it is there");
        names.iter().map(read).collect()
    };
    let whole = commands.map(|command| {
        assert!(modescope(command).wait().expect("it ends").success());
        found()
    });
    assert!(whole[0] != whole[1]);
    let (mut there, mut n_inside) = (1, 0);
    for attempt in 0..ATTEMPTS {
        let new = 1 - there;
        let mut child = modescope(commands[new]);
        let size = whole[new].iter().map(Vec::len).sum::<usize>() as u64;
        let n_bytes = size * (attempt % 5) / 5;
        wait_until(|| {
            let sizes = temporary_files(folder, names);
            let sizes = sizes.iter().filter_map(|path| path.metadata().ok());
            let n_written: u64 = sizes.map(|file| file.len()).sum();
            n_written > n_bytes || child.try_wait().expect("our own").is_some()
        });
        child.kill().expect("our own");
        child.wait().expect("our own");
        // What was not yet put in its place is still beside it.
        let left = temporary_files(folder, names);
        if left.is_empty() {
            assert!(found() == whole[new], "the new ones, whole");
            there = new;
        } else {
            assert!(found() == whole[there], "the old ones, whole");
            for path in &left {
                fs::remove_file(path).expect("our own");
            }
            n_inside += 1;
        }
        if n_inside == ENOUGH {
            break;
        }
    }
    assert!(n_inside > 0, "no kill fell inside a save");
}

#[test]
fn a_kill_in_the_middle_of_a_save_leaves_the_old_file() {
    let folder = Folder::new();
    let path = text(&folder.path("run.npz"));
    let commands = ["90", "110"]
        .map(|lr| format!("train --features 20000 --epochs 60 --lr {lr} --out {path}"));
    let [one, other] = &commands;
    assert_kills_leave_all_or_nothing(&folder.path("."), &["run.npz"], [one, other]);
}

#[test]
fn a_kill_in_the_middle_of_a_scripts_save_leaves_the_old_script_and_archive() {
    let folder = Folder::new();
    fs::create_dir(folder.path("scripts")).expect("a new folder");
    let script = text(&folder.path("scripts/mine.py"));
    let commands = ["1", "2"].map(|seed| {
        let data = text(&folder.path(&format!("{seed}.npz")));
        let drawn = format!("--features 20000 --epochs 2 --data-seed {seed}");
        printed(&format!("train {drawn} --out {data}"));
        format!("script --data {data} --init {data} --lr {seed} --out {script}")
    });
    let [one, other] = &commands;
    let names = ["mine.py", "mine.npz"];
    assert_kills_leave_all_or_nothing(&folder.path("scripts"), &names, [one, other]);
}

#[test]
fn an_interrupted_sweep_leaves_complete_rows() {
    let folder = Folder::new();
    let out = folder.path("sweep.csv");
    let grid = [
        "sweep",
        "--lr",
        "1:200:0.1",
        "--gamma",
        "1e-15:1e1",
        "--out",
    ];
    let mut child = Command::new(env!("CARGO_BIN_EXE_modescope"))
        .args(grid)
        .arg(&out)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let written = || fs::read_to_string(&out).unwrap_or_default();
    wait_until(|| written().lines().count() >= 50);
    let pid = child.id().to_string();
    // Ends it as Ctrl-C does; but Ctrl-C's signal is ignored by all that a shell runs behind it.
    let killed = Command::new("kill").args(["-TERM", &pid]).status();
    assert!(killed.unwrap().success());
    assert!(!child.wait().unwrap().success());
    let text = written();
    assert!(text.ends_with('\n'));
    let n_columns = text.lines().next().unwrap().split(',').count();
    for (index, row) in text.lines().skip(1).enumerate() {
        assert_eq!(row.split(',').count(), n_columns);
        assert!(row.starts_with(&format!("{index},")));
    }
    assert!(text.lines().count() >= 50);
}
