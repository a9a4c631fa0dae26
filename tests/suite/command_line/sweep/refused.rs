//! Grids of which a run is impossible, told by option and value before anything runs.

use super::super::{Folder, printed, said, text};

/// Each of these grids is refused in words that hold these.
fn assert_refused(cases: &[(&str, &str)]) {
    for (arguments, words) in cases {
        let said = said(&format!("sweep {arguments}"), 2);
        assert!(said.contains(words), "{arguments}: {said}");
    }
}

#[test]
fn a_value_that_cannot_be_run_is_named() {
    assert_refused(&[
        ("--lr 5:200", "FROM:TO:STEP"),
        (
            "--lr 0:10:5",
            "--lr 0: the learning rate must be above zero",
        ),
        ("--lr 1,1e10x", "--lr 25"),
        ("--gamma 1:0.1", "ascend"),
        ("--gamma 1,1e9", "--gamma 1000000000: "),
        ("--hidden 30,0", "--hidden 0: "),
        ("--hidden 1:600:1", "--hidden 513: "),
        ("--hidden 30.5", "30.5 is not a whole number"),
        ("--layers 0:5:1", "--layers 5: "),
        ("--flip 0:2:0.5", "--flip 1.5: "),
        ("--flip -1", "--flip -1: "),
        ("--levels 0:3:1", "--levels 0: "),
        ("--levels 3,10", "--levels 10: "),
        ("--branches 9 --levels 2,3", "--levels 3: "),
        ("--branches 9 --levels 3,2", "--levels 3: "),
        (
            "--feature x=1,1,1,1,-1,-1,-1,-1 --levels 3,2",
            "--levels 2: a user feature has 8",
        ),
        (
            "--watch 7:-1 --levels 3,2",
            "--levels 2: not every watched pair",
        ),
        ("--epochs 10,0", "--epochs 0: the number of epochs"),
        ("--epochs 0", "the number of epochs"),
        ("--epochs soon", "--epochs"),
        (
            "--features 1000000 --levels 3,7 --hidden 30,512",
            "--levels 7 with --hidden 512: mem",
        ),
    ]);
}

#[test]
fn wrong_counts_and_files_are_refused() {
    assert_refused(&[
        ("--shard 4/3", "K/N"),
        ("--seeds 0", "--seeds"),
        ("--data-seeds 0", "--data-seeds"),
        ("--threads 0", "--threads"),
        ("--last 0", "--last"),
        ("--seed 4294967295 --seeds 2", "4294967295"),
        (
            "--data-seed 4294967295 --data-seeds 2",
            "2 data seeds from 4294967295 on",
        ),
        (
            "--seeds 4294960000 --data-seed 0 --data-seeds 4294967295 --lr 1:999:1",
            "counted",
        ),
        ("--out rows.txt", "must end with .csv or .jsonl"),
        ("--resume", "--out"),
        ("--resume --out -", "--resume takes up a file"),
    ]);
    assert!(said("sweep --out /dev/null/a.csv", 1).contains("/dev/null/a.csv"));
}

#[test]
fn a_refused_grid_leaves_the_file_as_it_was() {
    let folder = Folder::new();
    let out = folder.file("rows.csv", "old");
    said(&format!("sweep --lr 1,0 --out {out}"), 2);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "old");
    let new = text(&folder.path("new.csv"));
    said(&format!("sweep --hidden 3,0 --out {new}"), 2);
    assert!(!folder.path("new.csv").exists());
}

#[test]
fn a_huge_grid_is_begun_at_once() {
    // All of it would take years.
    let grid = "sweep --features 50 --epochs 2 --seeds 4000000000 --data-seeds 1000000 \
                --lr 1:1000:1 --shard 1/4000000000000000000";
    assert_eq!(printed(grid).lines().count(), 1 + 1);
}
