//! `--epochs auto`: a run is as long as its loss needs to settle.

use super::{Folder, TABLE, json, printed, said, text};

#[test]
fn a_run_of_auto_epochs_ends_when_its_loss_has_settled() {
    let auto = json("train --lr 20 --epochs auto");
    let n_epochs = auto["epochs"].as_u64().expect("a number");
    assert_eq!(
        (&auto["settled"], &auto["unlearned"]),
        (&true.into(), &false.into())
    );
    let shorter = json(&format!("train --lr 20 --epochs {}", n_epochs - 1));
    assert_eq!(shorter["settled"], false);
    let told = said("train --lr 20 --epochs auto", 0);
    for words in [
        format!("epochs {n_epochs}: until at most 0.0001 of what the loss can lose is left"),
        format!("{n_epochs} epochs in "),
    ] {
        assert!(told.contains(&words), "{words}: {told}");
    }
    assert!(!told.contains("too few"), "{told}");
}

#[test]
fn the_reason_that_a_loss_does_not_settle_is_told() {
    let swings = said("train --lr 270 --epochs auto", 0);
    assert!(
        swings.contains("epochs 1000: the loss swings and does not settle; lr 270 is past"),
        "{swings}"
    );
    let diverges = said("train --lr 400 --epochs auto", 0);
    assert!(
        diverges.contains(": the run diverges at lr 400"),
        "{diverges}"
    );
    let never = said("train --features 10 --lr 1e-9 --epochs auto", 0);
    assert!(
        never.contains("epochs 100000: the most that are tried"),
        "{never}"
    );
}

#[test]
fn each_run_of_a_sweep_has_the_epochs_that_it_needs() {
    let rows = printed("sweep --lr 60,100 --gamma 1e-12,1e-3 --epochs auto");
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let train = format!("train --lr {} --gamma {} --epochs auto", cells[9], cells[8]);
        assert_eq!(json(&train)["epochs"].to_string(), cells[7], "{row}");
    }
}

#[test]
fn bands_scripts_and_figures_take_auto_epochs() {
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let own = format!("--data {table} --hidden 4 --gamma 0.01");
    let n_epochs = json(&format!("train {own} --epochs auto"))["epochs"].to_string();
    let band = printed(&format!("band {own} --seeds 1 --epochs auto"));
    assert_eq!(band.lines().skip(1).count().to_string(), n_epochs);
    let script = folder.path("birds.py");
    said(
        &format!("script {own} --epochs auto -o {}", text(&script)),
        0,
    );
    let script = std::fs::read_to_string(script).expect("a script");
    assert!(script.contains(&format!(", {n_epochs}\n")), "{script}");
    let plot = format!("plot {own} --n-epochs auto -o -");
    let told = said(&plot, 0);
    assert!(told.contains(&format!("epochs {n_epochs}: ")), "{told}");
}

#[test]
fn inspect_suggests_the_rate_and_the_epochs_that_train_takes() {
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let inspected = json(&format!("inspect {table}"));
    let run = json(&format!("train --data {table} --lr auto --epochs auto"));
    assert_eq!(inspected["suggested_lr"], run["lr"]);
    assert_eq!(inspected["suggested_epochs"], run["epochs"]);
    assert_eq!(inspected["stability_limit"], run["stability_limit"]);
    assert_eq!(inspected["rank"], run["rank"]);
    let words = printed(&format!("inspect {table}"));
    let suggested = format!("and {} epochs (--epochs auto)", run["epochs"]);
    assert!(words.contains(&suggested), "{words}");
}
