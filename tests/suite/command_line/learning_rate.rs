//! The learning rate: how it is asked for, and its stability limit.

use super::{printed, said};

#[test]
fn drops_are_counted_only_in_a_run_that_settles() {
    let swinging = "train --hidden 20,15,10 --lr 12 --gamma 0.8 --epochs 3000";
    let words = said(swinging, 0);
    let swings = "the loss swings and does not settle: lr 12 is past the stability limit of about";
    assert!(words.contains(&format!("{swings} 10.1")), "{words}");
    assert!(!words.contains("drop"), "{words}");
    let json = printed(&format!("{swinging} --json"));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["swings"], true);
    assert_eq!(json["drops"], serde_json::Value::Null);
    let settled = printed("train --json");
    let settled: serde_json::Value = serde_json::from_str(&settled).unwrap();
    assert_eq!(settled["swings"], false);
    assert_eq!(settled["drops"].as_array().unwrap().len(), 4);
    let grid = "sweep --hidden 20,15,10 --lr 8,12 --gamma 0.8 --epochs 3000";
    let grid = printed(grid);
    let drops = grid.lines().skip(1).map(|row| row.split(',').nth(4));
    assert_eq!(drops.collect::<Vec<_>>()[1], Some(""), "{grid}");
    assert!(said("train", 0).contains("lr 100 is within the stability limit of about 254"));
}
