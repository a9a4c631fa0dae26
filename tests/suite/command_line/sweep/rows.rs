//! What a row says.

use super::super::{Folder, TABLE, json, printed, said};
use super::Rows;

#[test]
fn a_row_is_the_run_that_train_makes() {
    let rows = Rows::printed("sweep --preset shark --lr 60,100 --gamma 1e-12");
    let json = json("train --preset shark");
    let number = |name: &str| rows.number(1, name);
    let first: Vec<&str> = rows.rows[1][..10].iter().map(String::as_str).collect();
    let expected = [
        "1", "2021", "2021", "3", "0.15", "1", "30", "250", "1e-12", "100.0",
    ];
    assert_eq!(first, expected);
    assert_eq!(rows.column("fate"), ["unfinished", "settled"]);
    assert_eq!(
        number("drops"),
        json["drops"].as_array().unwrap().len() as f64
    );
    let below = json["epoch_below_1e-3"].as_f64().unwrap();
    assert_eq!(number("epoch_below_1e-3"), below);
    // What reads the JSON rounds its last digit.
    let is_the_same = |name: &str, value: &serde_json::Value| {
        let value = value.as_f64().unwrap();
        assert!(
            (number(name) - value).abs() <= 1e-15 * value.abs(),
            "{name}"
        );
    };
    is_the_same("loss", &json["loss"]);
    assert_eq!(rows.column("diverged_at"), ["", ""]);
    assert_eq!(number("modes_learned"), 8.0);
    let shark = &json["watched"][0];
    is_the_same("Shark has_bones illusion", &shark["illusion"]["peak"]);
    is_the_same("Shark has_bones end", &shark["end"]);
    assert_eq!(
        number("Shark has_bones illusion_epoch"),
        shark["illusion"]["peak_epoch"].as_f64().unwrap()
    );
}

#[test]
fn each_fate_and_what_it_leaves_blank_is_told() {
    let rows = Rows::printed("sweep --lr 20,100,270,400");
    let fates = ["unfinished", "settled", "oscillates", "diverged"];
    assert_eq!(rows.column("fate"), fates);
    assert_eq!(rows.column("drops")[2], "");
    assert!(rows.number(3, "diverged_at") < 250.0);
    // Nothing of it was learned.
    let first = rows.columns.iter().position(|name| name == "fate").unwrap();
    for (name, cell) in rows.columns.iter().zip(&rows.rows[3]).skip(first + 1) {
        assert_eq!(cell.is_empty(), name != "diverged_at", "{name}");
    }
    let said = said("sweep --lr 100,400", 0);
    assert!(said.contains("2 runs in ") && said.contains("1 diverged"));
}

#[test]
fn every_watched_pair_and_threshold_has_its_columns() {
    let folder = Folder::new();
    let table = folder.file("pets.csv", TABLE.replace("flies", "=1+1"));
    let rows = Rows::printed(&format!(
        "sweep --data {table} --watch Tuna:swims --watch Robin:=1+1 --epochs 30 --threshold 0.5 \
         --threshold 1e-3 --threshold 1e-05 --threshold 0.5"
    ));
    let from = rows
        .columns
        .iter()
        .position(|name| name == "drops")
        .unwrap();
    let expected = [
        "drops",
        "epoch_below_1e-3",
        "epoch_below_0.5",
        "epoch_below_1e-5",
        "loss",
        "modes_learned",
        "stage_epochs",
        "Tuna swims illusion",
        "Tuna swims illusion_epoch",
        "Tuna swims end",
        "Robin =1+1 illusion",
        "Robin =1+1 illusion_epoch",
        "Robin =1+1 end",
    ];
    assert_eq!(rows.columns[from..], expected);
    for bad in ["0", "-1", "nan", "inf", "x"] {
        let refused = said(&format!("sweep --threshold {bad}"), 2);
        assert!(refused.contains("a number above zero"), "{bad}: {refused}");
    }
}

#[test]
fn a_names_formula_is_none_for_a_spreadsheet() {
    let folder = Folder::new();
    let table = folder.file("pets.csv", TABLE.replace("Tuna", "=cmd"));
    let header = printed(&format!(
        "sweep --data {table} --watch =cmd:swims --epochs 3"
    ));
    assert!(header.contains(",'=cmd swims illusion,"), "{header}");
}

#[test]
fn items_whose_name_depends_on_the_levels_have_numbers() {
    let header = printed("sweep --features 50 --epochs 3 --levels 2,4");
    assert!(header.contains(",item 1 feature 50 end\n"), "{header}");
    let header = printed("sweep --features 50 --epochs 3 --levels 3");
    assert!(!header.contains("item 1"), "{header}");
}

#[test]
fn the_last_strengths_and_losses_are_those_of_the_curves() {
    let run = "--lr 255 --epochs 80 --last 5";
    let rows = Rows::printed(&format!("sweep {run}"));
    let values = |name: &str| -> Vec<f64> {
        let cells = rows.column(name)[0].split(' ');
        cells.map(|cell| cell.parse().unwrap()).collect()
    };
    let curves = Rows::printed("train --lr 255 --epochs 80");
    let losses: Vec<f64> = (75..80).map(|row| curves.number(row, "loss")).collect();
    assert_eq!(values("last_losses"), losses);
    assert_eq!(values("last_strengths").len(), 5);
    let short = Rows::printed("sweep --features 50 --epochs 3 --last 64");
    assert_eq!(short.column("last_losses")[0].split(' ').count(), 3);
    let none = Rows::printed("sweep --lr 400 --last 4");
    assert_eq!(none.column("last_losses"), [""]);
}
