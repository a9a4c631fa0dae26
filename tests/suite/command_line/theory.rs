//! Predictions of the theory for a run, for scripts: in `--json` and in the .npz.

use serde_json::Value;

use super::{Folder, json, said, text};
use crate::npz::Npz;

/// The numbers of a field in each entry of a list.
fn numbers(list: &Value, field: &str) -> Vec<f64> {
    let list = list.as_array().expect("a list").iter();
    list.filter_map(|entry| entry[field].as_f64()).collect()
}

fn assert_close(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < tolerance, "{found} {expected}");
    }
}

#[test]
fn the_sharks_forecast_is_sciences_and_the_archives() {
    let folder = Folder::new();
    let out = folder.path("shark.npz");
    said(&format!("train --preset shark --out {}", text(&out)), 0);
    let shark = json("train --preset shark");
    let theory = &shark["theory"];
    let plateaus = numbers(&theory["stages"], "loss_behind");
    assert_close(&plateaus, &[0.689, 0.504, 0.252, 0.0], 5e-4);
    let rises = numbers(&theory["modes"], "half_rise");
    assert_close(&rises[..4], &[93.4, 115.9, 138.9, 137.0], 3.0);
    let continuous = numbers(&theory["modes"], "half_rise_continuous");
    assert_close(&continuous[..4], &[79.1, 101.5, 123.6, 122.4], 3.0);
    let starts = numbers(&theory["modes"], "start");
    assert!(starts.iter().all(|&start| start > 0.0 && start < 1e-22));
    let holds = theory["holds"].to_string();
    assert!(holds.contains(" epochs early because lr"), "{holds}");
    let ladder = shark["watched"][0]["ladder"].as_array().expect("a ladder");
    let ladder: Vec<f64> = ladder.iter().filter_map(Value::as_f64).collect();
    // The ideal tree's plateaus; a sample of 10,000 features is a little off.
    assert_close(&ladder, &[-0.25, 0.5, 0.0, -1.0], 0.03);

    let mut archive = Npz::open(&out);
    for (key, expected) in [
        ("theory_start", &starts),
        ("theory_half_rise", &rises),
        ("theory_half_rise_continuous", &continuous),
        ("theory_ladders", &ladder),
    ] {
        assert_close(&archive.numbers(key), expected, 1e-12);
    }
    assert_close(&archive.numbers("theory_plateaus")[1..], &plateaus, 1e-12);
    let stages = archive.numbers("theory_stage");
    assert_eq!(stages, [0.0, 1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0]);
}

#[test]
fn a_network_without_theory_says_so_and_has_plateaus() {
    let deep = json("train --hidden 9,9 --lr auto --gamma 0.1");
    let theory = &deep["theory"];
    assert_eq!(theory["stages"].as_array().map(Vec::len), Some(4));
    assert_eq!(numbers(&theory["modes"], "half_rise"), [0.0; 0]);
    assert!(theory["holds"].to_string().contains("With 2 hidden layers"));
    let none = json("train --hidden 0 --lr 1000")["theory"].clone();
    assert!(none["holds"].to_string().contains("is exact"), "{none}");
    assert_eq!(numbers(&none["modes"], "half_rise").len(), 8);
}
