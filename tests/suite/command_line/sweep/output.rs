//! Where rows go, and how they are written.

use super::super::{Folder, modescope, printed, said, seen_enough, text};
use super::{GRID, Rows};

#[test]
fn rows_can_go_into_a_file() {
    let folder = Folder::new();
    let out = folder.file("sweep.csv", "old");
    let grid = "sweep --features 100 --epochs 20 --lr 1:5:1";
    modescope(&format!("{grid} --out {out}"))
        .assert()
        .success()
        .stdout("");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), printed(grid));
}

#[test]
fn a_missing_folder_is_named_and_a_dash_is_standard_output() {
    let folder = Folder::new();
    let out = folder.path("deeper/rows.csv");
    let grid = "sweep --features 100 --epochs 20 --lr 1:5:1";
    let refused = said(&format!("{grid} --out {}", text(&out)), 1);
    assert!(refused.contains("deeper does not exist"), "{refused}");
    std::fs::create_dir(folder.path("deeper")).unwrap();
    printed(&format!("{grid} --out {}", text(&out)));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), printed(grid));
    assert_eq!(printed(&format!("{grid} --out -")), printed(grid));
}

/// A cell of a CSV table as JSON has it.
fn as_json(column: &str, cell: &str) -> serde_json::Value {
    let is_list = ["stage_epochs", "last_strengths", "last_losses"].contains(&column);
    let text = match cell {
        _ if is_list => format!("[{}]", cell.replace(' ', ",")),
        "" => "null".to_owned(),
        "settled" | "unfinished" | "oscillates" | "diverged" => format!("\"{cell}\""),
        number => number.to_owned(),
    };
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn json_lines_say_the_same() {
    let grid = "sweep --lr 20,100,270,400 --last 3 --threshold 0.5";
    let rows = Rows::printed(grid);
    let lines = printed(&format!("{grid} --format jsonl"));
    assert_eq!(lines.lines().count(), rows.rows.len());
    for (line, row) in lines.lines().zip(&rows.rows) {
        let found: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(found.as_object().unwrap().len(), rows.columns.len());
        for (name, cell) in rows.columns.iter().zip(row) {
            let expected = match as_json(name, cell) {
                // A run that diverged has no list, and one without stages an empty one.
                serde_json::Value::Array(list) if list.is_empty() && row[10] == "diverged" => {
                    serde_json::Value::Null
                }
                other => other,
            };
            assert_eq!(found[name], expected, "{name}: {line}");
        }
    }
    let folder = Folder::new();
    let out = folder.path("rows.jsonl");
    printed(&format!("{grid} --out {}", text(&out)));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), lines);
    // What is asked for counts more than the name.
    let out = folder.path("rows.txt");
    printed(&format!("{grid} --format csv --out {}", text(&out)));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), printed(grid));
}

#[test]
fn json_lines_are_in_order_whatever_the_threads() {
    let [one, many] = [1, 5].map(|n| printed(&format!("{GRID} --format jsonl --threads {n}")));
    assert_eq!(one, many);
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    seen_enough("sweep --features 50 --epochs 5 --lr 1:3000:1");
    seen_enough("sweep --features 50 --epochs 5 --lr 1:3000:1 --format jsonl");
}
