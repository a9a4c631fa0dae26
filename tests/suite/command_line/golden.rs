//! Every golden run, met through the command line within what honest float64 can.

use crate::npz::{Npz, golden_path};

use super::{Folder, modescope, text};

/// Trains from a golden run's own data and weights; what was written, and the golden run.
fn trained(name: &str, engine: &str) -> (Npz, Npz) {
    let mut golden = Npz::golden(name);
    let folder = Folder::new();
    let out = folder.path("run.npz");
    let path = golden_path(name);
    let lr = golden.scalar("lr");
    let epochs = golden.numbers("losses").len();
    let item = golden.scalar("illusory_item");
    modescope("train --data")
        .args([&path, "--init", &path])
        .args(["--lr", &lr.to_string()])
        .args(["--epochs", &epochs.to_string(), "--engine", engine])
        .args(["--watch", &format!("{item}:-1"), "--out", &text(&out)])
        .assert()
        .success();
    let mut run = Npz::open(&out);
    assert_eq!(run.scalar("lr"), lr);
    assert_eq!(run.scalar("illusory_item"), item);
    (run, golden)
}

fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |a, b| a.max(b.abs()))
}

/// Whether two arrays have one shape and are as close as that; nothing is close to NaN.
fn meets(run: &mut Npz, golden: &mut Npz, key: &str, tolerance: f64) {
    let (shape, ours) = run.array(key);
    let (expected, theirs) = golden.array(key);
    assert_eq!(shape, expected, "{key}");
    let is_close = |(a, b): (&f64, &f64)| (a - b).abs() <= tolerance;
    assert!(ours.iter().zip(&theirs).all(is_close), "{key}");
}

fn is_met(name: &str) {
    for engine in ["reduced", "full"] {
        let (mut run, mut golden) = trained(name, engine);
        let weights = golden.weights();
        assert_eq!(run.weights(), weights);
        meets(&mut run, &mut golden, "features", 0.0);
        meets(&mut run, &mut golden, "losses", 1e-9);
        let tolerance = 1e-7 * largest(&golden.numbers("modes"));
        meets(&mut run, &mut golden, "modes", tolerance);
        meets(&mut run, &mut golden, "illusions", 1e-7);
        meets(&mut run, &mut golden, "W_tot", 1e-7);
        for layer in 1..weights.len() {
            let key = format!("rsms_{layer}");
            let tolerance = 1e-7 * largest(&golden.numbers(&key));
            meets(&mut run, &mut golden, &key, tolerance);
        }
        assert!(!run.has(&format!("rsms_{}", weights.len())));
    }
}

#[test]
fn shark_small_init() {
    is_met("shark_small_init");
}

#[test]
fn parrot_medium_init() {
    is_met("parrot_medium_init");
}

#[test]
fn large_init() {
    is_met("large_init");
}

#[test]
fn no_hidden_layer() {
    is_met("no_hidden_layer");
}

#[test]
fn two_hidden_layers() {
    is_met("two_hidden_layers");
}

#[test]
fn narrow_hidden_layer() {
    is_met("narrow_hidden_layer");
}

#[test]
fn sixteen_items() {
    is_met("sixteen_items");
}

#[test]
fn diverging() {
    for engine in ["reduced", "full"] {
        let (mut run, mut golden) = trained("diverging", engine);
        let theirs = golden.numbers("losses");
        let ours = run.numbers("losses");
        assert_eq!(ours.len(), theirs.len());
        let stops = |losses: &[f64]| losses.iter().position(|l| !l.is_finite()).unwrap();
        assert!(stops(&ours).abs_diff(stops(&theirs)) <= 2);
        assert_eq!(run.scalar("diverged_at"), stops(&ours) as f64);
        assert!(ours[stops(&ours)..].iter().all(|l| l.is_nan()));
        let modes = run.numbers("modes");
        assert!(modes[8 * stops(&ours)..].iter().all(|v| v.is_nan()));
        assert!(run.numbers("W_tot").iter().all(|v| v.is_nan()));
        let blows_up = theirs.iter().position(|&l| l > 1e6).unwrap();
        for key in ["losses", "modes", "illusions", "rsms_1"] {
            let (shape, ours) = run.array(key);
            let theirs = golden.numbers(key);
            let width = ours.len() / shape[0];
            for row in 0..blows_up {
                let ours = &ours[row * width..(row + 1) * width];
                let theirs = &theirs[row * width..(row + 1) * width];
                let tolerance = 1e-7 * largest(theirs).max(1e-9);
                let is_close = |(a, b): (&f64, &f64)| (a - b).abs() <= tolerance;
                assert!(ours.iter().zip(theirs).all(is_close), "{key} {row}");
            }
        }
    }
}

#[test]
fn notebook_size_f32() {
    // float32's own rounding, as in `parity`.
    let (mut run, mut golden) = trained("notebook_size_f32", "reduced");
    meets(&mut run, &mut golden, "losses", 2.55e-3);
    let tolerance = 8.2e-3 * largest(&golden.numbers("modes"));
    meets(&mut run, &mut golden, "modes", tolerance);
}

/// How far float32 may be off in the loss, in the modes (of the largest) and in the prediction.
type Tolerances = (f64, f64, f64);

/// At gamma 1e-12 its rounding feeds the slow modes, as in `parity`.
const DEEP: Tolerances = (2.55e-3, 8.2e-3, 2e-2);

/// The bonus section's draw suffers more of it. PyTorch's float32 is 3.03e-3 and 2.30e-2 off its
/// own float64, from which this program is 1e-9 and 3e-9 off.
const BONUS: Tolerances = (3.1e-3, 2.35e-2, 1e-3);

/// Without a hidden layer nothing grows of it: float32 is 1.26e-7, 5.4e-7 and 2.5e-7 off float64.
const SHALLOW: Tolerances = (1.5e-7, 6e-7, 3e-7);

/// The notebook's cells from the seed alone, against what PyTorch's had.
fn is_the_notebooks(preset: &str, name: &str, tolerances: Tolerances) {
    let mut golden = Npz::golden(name);
    let folder = Folder::new();
    let out = folder.path("run.npz");
    let arguments = format!("train --preset {preset} --out {}", text(&out));
    modescope(&arguments).assert().success();
    let mut run = Npz::open(&out);
    let modes = golden.numbers("modes");
    let pairs = [
        (run.numbers("losses"), golden.numbers("loss"), tolerances.0),
        (
            run.numbers("modes"),
            modes.clone(),
            tolerances.1 * largest(&modes),
        ),
        (
            run.numbers("illusions"),
            golden.numbers("ill"),
            tolerances.2,
        ),
    ];
    for (ours, theirs, tolerance) in pairs {
        assert_eq!(ours.len(), theirs.len());
        let apart = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs());
        let apart = apart.fold(0.0, f64::max);
        assert!(apart < tolerance, "{preset}: {apart:e}");
    }
}

#[test]
fn seed2021_demo1() {
    is_the_notebooks("notebook", "seed2021_demo1", DEEP);
}

#[test]
fn seed2021_svd_cell() {
    is_the_notebooks("modes-notebook", "seed2021_svd_cell", DEEP);
}

#[test]
fn seed2021_bonus_deep() {
    is_the_notebooks("bonus-deep-notebook", "seed2021_bonus_deep", BONUS);
}

#[test]
fn seed2021_bonus_no_hidden() {
    let preset = "bonus-no-hidden-notebook";
    is_the_notebooks(preset, "seed2021_bonus_no_hidden", SHALLOW);
}
