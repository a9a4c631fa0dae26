//! The notebook's cells at the seeds that are given.

use super::{Folder, modescope, printed, said, text};
use crate::npz::Npz;

#[test]
fn the_notebooks_seeds_may_be_named() {
    for preset in ["shark", "rsm-widget", "bonus-deep", "bonus-no-hidden"] {
        let cell = format!("train --preset {preset}-notebook --epochs 5");
        let whole = printed(&cell);
        for seeds in [
            "--seed 2021",
            "--data-seed 2021",
            "--seed 2021 --data-seed 2021",
        ] {
            assert_eq!(
                printed(&format!("{cell} {seeds}")),
                whole,
                "{preset} {seeds}"
            );
        }
    }
}

/// Results of the notebook, run from the top at seed 5 with numpy 2.4 and PyTorch 2.15, in float32:
/// the loss at an epoch and how far float32 may be off in it, and the first of W1 over its scale.
const DEEP: [(usize, f64, f64); 4] = [
    (0, 1.0, 1e-6),
    (90, 0.970_756_8, 1e-3),
    (120, 0.508_601_8, 1e-3),
    (180, 0.210_253_9, 1e-3),
];
const SHALLOW: [(usize, f64, f64); 4] = [
    (0, 1.043_776_5, 2e-7),
    (1, 0.992_240_1, 2e-7),
    (50, 0.082_998_3, 1e-7),
    (249, 3.490_716e-6, 1e-9),
];

#[test]
fn at_another_seed_the_bonus_cells_are_the_notebooks_too() {
    let folder = Folder::new();
    let deep_w1 = [-6.182_652_0e-14, 6.849_548_9e-14, -7.484_121_6e-14];
    let shallow_w1 = [0.139_097_7, 0.270_211_79, 0.153_215_3];
    for (preset, losses, w1) in [
        ("bonus-deep-notebook", DEEP, deep_w1),
        ("bonus-no-hidden-notebook", SHALLOW, shallow_w1),
    ] {
        let out = folder.path("run.npz");
        let seeds = "--seed 5 --data-seed 5";
        let arguments = format!("train --preset {preset} {seeds} --out {}", text(&out));
        modescope(&arguments).assert().success();
        let mut run = Npz::open(&out);
        // Data 4, behind an exercise that took 513 numbers.
        let features = run.numbers("features");
        assert_eq!(features.iter().sum::<f64>(), 330.0);
        assert_eq!(features[..4], [-1.0, 1.0, -1.0, 1.0]);
        let ours = run.numbers("losses");
        for (epoch, theirs, tolerance) in losses {
            let apart = (ours[epoch] - theirs).abs();
            assert!(apart < tolerance, "{preset} {epoch}: {apart:e}");
        }
        for (ours, theirs) in run.numbers("W1").iter().zip(w1) {
            assert!(
                (ours / theirs - 1.0).abs() < 1e-6,
                "{preset}: {ours} {theirs}"
            );
        }
    }
}

#[test]
fn options_that_no_cell_has_are_refused() {
    let cell = "train --preset bonus-no-hidden-notebook --epochs 5";
    let data = crate::npz::golden_path("no_hidden_layer");
    for change in [
        "--hidden 10",
        "--features 500",
        "--levels 4",
        "--branches 3",
        "--seed 5 --features 500",
        &format!("--data {data}"),
    ] {
        let said = said(&format!("{cell} {change}"), 2);
        assert!(
            said.contains("they come with the preset"),
            "{change}: {said}"
        );
    }
    // Other weights may be given.
    printed(&format!("{cell} --data {data} --init {data}"));
    // A cell that draws its weights is drawn again, behind what was drawn before it.
    printed("train --preset bonus-deep-notebook --features 500 --hidden 10 --epochs 5");
}

#[test]
fn given_weights_of_a_file_do_not_go_silently() {
    let folder = Folder::new();
    let toml = std::fs::read_to_string(super::experiment::SHARK).unwrap();
    let toml = toml
        .replace("features = 10000", "features = 2")
        .replace("feature = 10000", "feature = 2");
    let layer = "\n[[network.layer]]\nrows = [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], [0, 0, 0, 0, 0, 0, 0, 1]]\n";
    let toml = toml
        .replace("hidden = [30]", "hidden = []")
        .replace("\n[training]", &format!("{layer}\n[training]"));
    let file = folder.file("given.toml", toml);
    let run = format!("train --experiment {file} --lr 0.1 --epochs 5");
    printed(&run);
    let said = said(&format!("{run} --hidden 3"), 2);
    assert!(said.contains("--seed draws some"), "{said}");
    printed(&format!("{run} --hidden 3 --seed 7"));
}
