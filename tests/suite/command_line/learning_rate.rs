//! The learning rate: how it is asked for, and its stability limit.

use super::{Folder, TABLE, json, printed, said};

#[test]
fn drops_are_counted_only_in_a_run_that_settles() {
    let swinging = "train --hidden 20,15,10 --lr 12 --gamma 0.8 --epochs 3000";
    let words = said(swinging, 0);
    let swings = "the loss swings and does not settle: lr 12 is past the stability limit of about";
    assert!(words.contains(&format!("{swings} 10.1")), "{words}");
    assert!(!words.contains("drop"), "{words}");
    let swings = json(swinging);
    assert_eq!(swings["swings"], true);
    assert_eq!(swings["drops"], serde_json::Value::Null);
    let settled = json("train");
    assert_eq!(settled["swings"], false);
    assert_eq!(settled["drops"].as_array().unwrap().len(), 4);
    let folder = Folder::new();
    let uneven = "version = 1\n[network]\nhidden = [20, 15, 10]\nseed = 2021\n";
    let uneven = folder.file("uneven.toml", uneven);
    let grid = format!("sweep --experiment {uneven} --lr 8,12 --gamma 0.8 --epochs 3000");
    let grid = printed(&grid);
    let row: Vec<&str> = grid.lines().nth(2).unwrap().split(',').collect();
    assert_eq!(row[5..7], ["3", "20 15 10"], "{grid}");
    assert_eq!(row[10..13], ["oscillates", "", ""], "{grid}");
    assert!(said("train", 0).contains("lr 100 is within the stability limit of about 254"));
}

/// A field of the summary of a run.
fn field(train: &str, field: &str) -> f64 {
    json(train)[field].as_f64().expect("a number")
}

#[test]
fn a_rate_may_be_a_share_of_the_stability_limit() {
    assert_eq!(field("train --lr auto", "lr"), 100.0);
    let (lr, limit) = ("train --hidden 9,9 --lr 0.5x", "stability_limit");
    let share = field(lr, "lr") / field(lr, limit);
    assert!((share - 0.5).abs() < 1e-9, "{share}");
    let told = said("train --lr 0.5x", 0);
    assert!(
        told.contains(": 0.50 of the stability limit of about 254"),
        "{told}"
    );
    let refused = said("train --lr 0x", 2);
    assert!(
        refused.contains("a share of the stability limit"),
        "{refused}"
    );
    let rows = printed("sweep --lr 7,auto --features 10000");
    let rates = rows.lines().skip(1).map(|row| row.split(',').nth(9));
    assert_eq!(rates.collect::<Vec<_>>(), [Some("7.0"), Some("100.0")]);
    assert_eq!(printed("script --lr auto -o -"), printed("script -o -"));
}

#[test]
fn data_of_ones_own_get_the_rate_that_fits_them() {
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let inspected = json(&format!("inspect {table}"));
    let train = format!("train --data {table}");
    let fitting = inspected["suggested_lr"].as_f64().unwrap();
    assert_eq!(field(&train, "lr"), fitting);
    assert!(said(&train, 0).contains(&format!("lr {fitting}: ")));
    assert_eq!(field(&format!("{train} --lr 3"), "lr"), 3.0);
    let rows = printed(&format!("sweep --data {table} --epochs 5"));
    assert!(rows.contains(&format!(",{fitting:?},")), "{rows}");
}
