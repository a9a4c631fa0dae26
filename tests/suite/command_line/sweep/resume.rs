//! `--resume`: an interrupted sweep is taken up, and ends as if nothing had been.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::super::{Folder, modescope, printed, said, text};
use super::GRID;

/// Runs the sweep into a file, with `--resume`; what it says.
fn resumed(grid: &str, out: &Path) -> String {
    said(&format!("{grid} --resume --out {}", text(out)), 0)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there")
}

#[test]
fn a_killed_sweep_is_taken_up() {
    let folder = Folder::new();
    let grid = "sweep --features 300 --lr 1:100:1 --gamma 1e-6:1 --seeds 2";
    for name in ["rows.csv", "rows.jsonl"] {
        let out = folder.path(name);
        let mut child = Command::new(env!("CARGO_BIN_EXE_modescope"))
            .args(grid.split(' '))
            .arg("--out")
            .arg(&out)
            .stderr(Stdio::null())
            .spawn()
            .expect("it can be started");
        let n_lines = || fs::read_to_string(&out).unwrap_or_default().lines().count();
        let deadline = Instant::now() + Duration::from_mins(1);
        while n_lines() < 100 {
            assert!(Instant::now() < deadline, "waited for a minute");
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().expect("our own");
        child.wait().expect("our own");
        let left = read(&out);
        let n_kept = left.matches('\n').count() - usize::from(name == "rows.csv");
        assert!((90..100 * 14).contains(&n_kept), "{n_kept}");
        let said = resumed(grid, &out);
        assert!(said.contains(&format!(", {n_kept} rows kept")), "{said}");
        let format = if name == "rows.csv" { "csv" } else { "jsonl" };
        let whole = printed(&format!("{grid} --format {format}"));
        assert!(read(&out) == whole, "{name}");
    }
}

#[test]
fn a_cut_file_is_completed_wherever_it_is_cut() {
    let folder = Folder::new();
    for format in ["csv", "jsonl"] {
        let grid = "sweep --features 50 --epochs auto --lr 0.5x,7 --gamma 0.1,1 --layers 1,2";
        let whole = printed(&format!("{grid} --format {format}"));
        let out = folder.path(&format!("rows.{format}"));
        let rows: Vec<&str> = whole.split_inclusive('\n').collect();
        let (begun, last) = (rows[..3].concat(), rows[3]);
        let ends = [0, 1, 2, last.len() / 2, last.len() - 1, last.len()];
        let mut cuts: Vec<usize> = ends.iter().map(|end| begun.len() + end).collect();
        cuts.extend([
            0,
            1,
            rows[0].len() - 1,
            rows[0].len(),
            whole.len() - 1,
            whole.len(),
        ]);
        for cut in cuts {
            fs::write(&out, &whole[..cut]).unwrap();
            resumed(grid, &out);
            assert!(read(&out) == whole, "{format} cut at {cut}");
        }
        fs::remove_file(&out).unwrap();
        resumed(grid, &out);
        assert!(read(&out) == whole, "{format} anew");
    }
}

#[test]
fn a_complete_file_stays_and_nothing_is_run() {
    let folder = Folder::new();
    let out = folder.path("rows.csv");
    modescope(&format!("{GRID} --out {}", text(&out)))
        .assert()
        .success();
    let whole = read(&out);
    let said = resumed(GRID, &out);
    assert!(
        said.contains("0 runs in ") && said.contains("126 rows kept"),
        "{said}"
    );
    assert!(read(&out) == whole);
    // Without --resume it is made anew.
    let one = "sweep --features 50 --epochs 3";
    modescope(&format!("{one} --out {}", text(&out)))
        .assert()
        .success();
    assert_eq!(read(&out), printed(one));
}

#[test]
fn another_sweeps_file_is_refused_and_left() {
    let folder = Folder::new();
    let grid = "sweep --features 50 --epochs 5 --lr 1,2 --gamma 0.1,1";
    let whole = printed(grid);
    let cases = [
        ("my notes\n".to_owned(), 1),
        ("my notes".to_owned(), 1),
        (whole.replace("fate", "fates"), 1),
        (whole.replace(",0.1,1.0,", ",0.1,3.0,"), 2),
        (whole.replace("\n2,", "\n7,"), 4),
        (format!("{whole}4,\n"), 6),
        (format!("{whole}more"), 6),
        (
            printed(&format!("{grid} --epochs 6").replace("--epochs 5 ", "")),
            2,
        ),
        (printed(&format!("{grid} --threshold 0.5")), 1),
        (printed(&format!("{grid} --format jsonl")), 1),
        (printed(&format!("{grid} --shard 2/2")), 2),
    ];
    for (content, line) in cases {
        let out = folder.file("rows.csv", &content);
        let said = said(&format!("{grid} --resume --out {out}"), 1);
        assert!(
            said.contains(&format!("line {line} is not of this sweep")),
            "{said}"
        );
        assert!(read(Path::new(&out)) == content);
    }
    let folder = text(&folder.path("."));
    let said = said(&format!("{grid} --resume --format csv --out {folder}"), 1);
    assert!(said.contains("not a file"), "{said}");
}

#[test]
fn a_shard_is_taken_up_as_the_whole_is() {
    let folder = Folder::new();
    let mut together = String::new();
    for k in 1..=3 {
        let shard = format!("{GRID} --shard {k}/3");
        let whole = printed(&shard);
        let out = folder.path(&format!("part-{k}.csv"));
        fs::write(&out, &whole[..whole.len() * k / 4]).unwrap();
        resumed(&shard, &out);
        assert!(read(&out) == whole, "{k}");
        let rows = whole.split_inclusive('\n').skip(usize::from(k > 1));
        together.extend(rows);
    }
    assert!(together == printed(GRID));
}
