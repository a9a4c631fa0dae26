//! `modescope sweep`: the same rows whatever the threads and shards, and the same runs as `train`.

use super::{Folder, json, modescope, printed, said, seen_enough, text};

const GRID: &str =
    "sweep --features 300 --epochs 120 --lr 2:12:2 --gamma 1e-6:1 --seeds 3 --hidden 10";

fn rows(csv: &str) -> Vec<&str> {
    csv.lines().skip(1).collect()
}

#[test]
fn rows_are_in_order_whatever_the_threads() {
    let one = printed(&format!("{GRID} --threads 1"));
    let many = printed(&format!("{GRID} --threads 5"));
    assert_eq!(one, many);
    let rows = rows(&one);
    assert_eq!(rows.len(), 6 * 7 * 3);
    for (index, row) in rows.iter().enumerate() {
        assert!(
            row.starts_with(&format!("{index},{},", 2021 + index / 42)),
            "{row}"
        );
    }
}

#[test]
fn shards_put_together_are_the_whole() {
    let whole = printed(GRID);
    let shard = |k: usize| printed(&format!("{GRID} --shard {k}/5"));
    let shards: Vec<String> = (1..=5).map(shard).collect();
    let together: Vec<&str> = shards.iter().flat_map(|shard| rows(shard)).collect();
    assert_eq!(together, rows(&whole));
    assert!(
        shards
            .iter()
            .all(|shard| shard.lines().next() == whole.lines().next())
    );
}

#[test]
fn a_row_is_the_run_that_train_makes() {
    let csv = printed("sweep --preset shark --lr 60,100 --gamma 1e-12");
    let rows = rows(&csv);
    let cells: Vec<&str> = rows[1].split(',').collect();
    let json = json("train --preset shark");
    let number = |column: usize| cells[column].parse::<f64>().unwrap();
    assert_eq!(cells[..5], ["1", "2021", "100.0", "1e-12", "250"]);
    assert_eq!(number(5), json["drops"].as_array().unwrap().len() as f64);
    assert_eq!(number(6), json["epoch_below_1e-3"].as_f64().unwrap());
    // What reads the JSON rounds its last digit.
    let is_the_same = |column: usize, value: &serde_json::Value| {
        let value = value.as_f64().unwrap();
        assert!((number(column) - value).abs() <= 1e-15 * value.abs());
    };
    is_the_same(7, &json["loss"]);
    assert_eq!(cells[8], "");
    assert_eq!(number(9), 8.0);
    let shark = &json["watched"][0];
    is_the_same(10, &shark["illusion"]["peak"]);
    is_the_same(12, &shark["end"]);
}

#[test]
fn diverged_runs_are_rows() {
    let csv = printed("sweep --lr 100,400");
    let rows = rows(&csv);
    let diverged: Vec<&str> = rows[1].split(',').collect();
    assert_eq!(diverged[7], "");
    assert!(diverged[8].parse::<usize>().unwrap() < 250);
    // Nothing of it was learned.
    for column in (5..13).filter(|&column| column != 8) {
        assert_eq!(diverged[column], "", "{column}");
    }
    assert_eq!(diverged.len(), 13);
    assert!(said("sweep --lr 100,400", 0).contains("2 runs in "));
    assert!(said("sweep --lr 100,400", 0).contains("1 diverged"));
}

#[test]
fn sciences_grid_of_drops_is_met_where_it_is_clear() {
    let csv = printed("sweep --lr 60,100 --gamma 1e-12,1e-6,1");
    let drops = |row: &&str| row.split(',').nth(5).unwrap().to_owned();
    let drops: Vec<String> = rows(&csv).iter().map(drops).collect();
    assert_eq!(drops, ["3", "4", "4", "4", "1", "1"]);
}

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

#[test]
fn given_weights_are_neither_scaled_nor_drawn() {
    let golden = crate::npz::golden_path("no_hidden_layer");
    let given = format!("sweep --data {golden} --init {golden} --epochs 5");
    for more in ["--gamma 1e-3,1", "--gamma 1", "--seeds 2"] {
        let said = said(&format!("{given} {more}"), 2);
        assert!(said.contains("here they are given"), "{said}");
    }
    assert_eq!(rows(&printed(&format!("{given} --lr 1:3:1"))).len(), 3);
}

#[test]
fn wrong_grids_are_refused() {
    for (arguments, words) in [
        ("--lr 5:200", "FROM:TO:STEP"),
        ("--lr 0:10:5", "the learning rate must be above zero"),
        ("--gamma 1:0.1", "ascend"),
        ("--shard 4/3", "K/N"),
        ("--seeds 0", "--seeds"),
        ("--threads 0", "--threads"),
        ("--epochs 0", "the number of epochs"),
        ("--seed 4294967295 --seeds 2", "4294967295"),
        ("--out rows.txt", "must end with .csv"),
    ] {
        let said = said(&format!("sweep {arguments}"), 2);
        assert!(said.contains(words), "{arguments}: {said}");
    }
    assert!(said("sweep --out /dev/null/a.csv", 1).contains("/dev/null/a.csv"));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    seen_enough("sweep --features 50 --epochs 5 --lr 1:3000:1");
}
