//! Every value with every value of the others, in one order, on any threads and in any shards.

use super::super::{json, modescope, printed, said};
use super::{GRID, Rows, lines};

/// Two values of everything.
const ALL: &str = "sweep --features 60 --lr 1,2 --gamma 1e-3,1 --epochs 10,20 --hidden 3,5 \
                   --layers 1,2 --flip 0.1,0.2 --levels 2,3 --seeds 2 --data-seeds 2";

/// The columns of the axes, the slowest first, and the two values in [`ALL`].
const AXES: [(&str, [&str; 2]); 9] = [
    ("data_seed", ["2021", "2022"]),
    ("seed", ["2021", "2022"]),
    ("levels", ["2", "3"]),
    ("flip", ["0.1", "0.2"]),
    ("layers", ["1", "2"]),
    ("hidden", ["3", "5"]),
    ("epochs", ["10", "20"]),
    ("gamma", ["0.001", "1.0"]),
    ("lr", ["1.0", "2.0"]),
];

#[test]
fn rows_are_in_order_whatever_the_threads() {
    for grid in [GRID, ALL] {
        let one = printed(&format!("{grid} --threads 1"));
        assert_eq!(one, printed(&format!("{grid} --threads 5")));
        let rows = Rows::of(&one);
        let indices = (0..rows.rows.len()).map(|index| index.to_string());
        assert!(rows.column("index").into_iter().eq(indices));
    }
    let rows = Rows::printed(GRID);
    assert_eq!(rows.rows.len(), 6 * 7 * 3);
    for (index, seed) in rows.column("seed").iter().enumerate() {
        assert_eq!(*seed, (2021 + index / 42).to_string());
    }
}

#[test]
fn lr_runs_fastest_and_data_seeds_slowest() {
    let rows = Rows::printed(ALL);
    assert_eq!(rows.rows.len(), 1 << 9);
    for (place, (name, values)) in AXES.into_iter().rev().enumerate() {
        for (index, cell) in rows.column(name).iter().enumerate() {
            assert_eq!(*cell, values[index >> place & 1], "{name}, row {index}");
        }
    }
}

#[test]
fn shards_put_together_are_the_whole() {
    for grid in [GRID, ALL] {
        let whole = printed(grid);
        let shard = |k: usize| printed(&format!("{grid} --shard {k}/5"));
        let shards: Vec<String> = (1..=5).map(shard).collect();
        let together: Vec<&str> = shards.iter().flat_map(|shard| lines(shard)).collect();
        assert_eq!(together, lines(&whole));
        let header = whole.lines().next();
        assert!(shards.iter().all(|shard| shard.lines().next() == header));
    }
}

#[test]
fn a_row_of_any_axis_is_the_run_that_train_makes() {
    let rows = Rows::printed(ALL);
    // Every value of every axis is among them, with others than at its neighbours.
    for row in [0, 0b1_0110_1001, 0b0_1001_0110, (1 << 9) - 1] {
        let cell = |name: &str| rows.column(name)[row];
        let hidden = vec![cell("hidden"); cell("layers").parse().unwrap()].join(",");
        let options = ["lr", "gamma", "epochs", "seed", "flip", "levels"];
        let options = options.map(|name| format!("--{name} {}", cell(name)));
        let run = json(&format!(
            "train --features 60 --hidden {hidden} --data-seed {} {}",
            cell("data_seed"),
            options.join(" ")
        ));
        let is_the_same = |name: &str, value: &serde_json::Value| {
            let (found, value) = (rows.number(row, name), value.as_f64().unwrap());
            assert!((found - value).abs() <= 1e-15 * value.abs(), "{row} {name}");
        };
        is_the_same("loss", &run["loss"]);
    }
}

#[test]
fn units_are_one_width_for_all_layers() {
    let rows = Rows::printed("sweep --features 60 --epochs 5 --layers 0:2:1 --hidden 4,6");
    assert_eq!(rows.column("layers"), ["0", "0", "1", "1", "2", "2"]);
    assert_eq!(rows.column("hidden"), ["", "", "4", "6", "4", "6"]);
    // Without a word about layers there is one.
    let rows = Rows::printed("sweep --preset no-hidden --hidden 4,6 --epochs 5");
    assert_eq!(rows.column("layers"), ["1", "1"]);
}

#[test]
fn a_share_of_the_limit_is_each_runs_own() {
    let grid = "sweep --features 200 --epochs 5 --lr auto,0.5x,3 --layers 1,2 --data-seeds 2";
    let rows = Rows::printed(grid);
    for row in 0..rows.rows.len() {
        let cell = |name: &str| rows.column(name)[row];
        let hidden = vec!["30"; cell("layers").parse().unwrap()].join(",");
        let lr = ["auto", "0.5x", "3"][row % 3];
        let train = format!(
            "train --features 200 --epochs 5 --lr {lr} --hidden {hidden} --data-seed {}",
            cell("data_seed")
        );
        let expected = json(&train)["lr"].as_f64().unwrap();
        assert!(
            (rows.number(row, "lr") - expected).abs() <= 1e-15 * expected,
            "{row}"
        );
    }
    assert!(said(grid, 0).contains("each run has the same share of its own"));
}

#[test]
fn sciences_grid_of_drops_is_met_where_it_is_clear() {
    let rows = Rows::printed("sweep --lr 60,100 --gamma 1e-12,1e-6,1");
    assert_eq!(rows.column("drops"), ["3", "4", "4", "4", "1", "1"]);
}

#[test]
fn given_weights_and_own_data_have_fewer_axes() {
    let golden = crate::npz::golden_path("no_hidden_layer");
    let given = format!("sweep --data {golden} --init {golden} --epochs 5");
    for more in [
        "--gamma 1e-3,1",
        "--gamma 1",
        "--seeds 2",
        "--layers 1",
        "--layers 1,2",
    ] {
        let said = said(&format!("{given} {more}"), 2);
        assert!(said.contains("here they are given"), "{more}: {said}");
    }
    modescope(&format!("{given} --hidden 3")).assert().code(2);
    let rows = Rows::printed(&format!("{given} --lr 1:3:1"));
    assert_eq!(rows.rows.len(), 3);
    for name in ["data_seed", "seed", "levels", "flip", "gamma"] {
        assert_eq!(rows.column(name), ["", "", ""], "{name}");
    }
    let own = format!("sweep --data {golden} --epochs 5");
    for more in ["--flip 0.1", "--levels 2"] {
        let said = said(&format!("{own} {more}"), 2);
        assert!(said.contains("cannot be used with"), "{more}: {said}");
    }
    let refused = said(&format!("{own} --data-seeds 2"), 2);
    assert!(refused.contains("data of its own"), "{refused}");
}
