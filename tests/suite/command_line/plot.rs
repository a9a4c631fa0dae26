//! `modescope plot`: figures of saved runs.

use super::{Folder, modescope, said, text};
use crate::npz::golden_path;

#[test]
fn every_figure_is_drawn_as_its_name_ends() {
    let folder = Folder::new();
    let run = text(&folder.path("run.npz"));
    modescope(&format!(
        "train --preset shark --features 500 --lr 20 --out {run}"
    ))
    .assert()
    .success();
    for (what, words) in [
        ("dynamics", "Training loss (Mean Squared Error)"),
        ("rsm --epoch 61", "Representational similarity, epoch 61"),
        ("rsm", "epoch 249"),
        ("illusions", "Prediction for Shark has_bones"),
        ("dynamics --log", "10⁰"),
        ("data", "40 of 501 features"),
        ("spectrum", "population"),
        ("modes", "what all items share"),
        ("map --epoch 0", "all 8 items"),
        ("map", "Items, epoch 249"),
        ("tree --epoch 120", "Tree of the items, epoch 120"),
    ] {
        let (svg, png) = (folder.path("a.svg"), folder.path("a.png"));
        modescope(&format!("plot {run} --what {what} -o {}", text(&svg)))
            .assert()
            .success();
        let svg = std::fs::read_to_string(svg).unwrap();
        assert!(svg.starts_with("<svg") && svg.contains(words), "{what}");
        modescope(&format!("plot {run} --what {what} -o {}", text(&png)))
            .assert()
            .success();
        assert!(
            std::fs::read(png).unwrap().starts_with(b"\x89PNG"),
            "{what}"
        );
    }
}

#[test]
fn a_golden_run_can_be_drawn() {
    let folder = Folder::new();
    let out = text(&folder.path("a.svg"));
    let run = golden_path("diverging");
    modescope(&format!("plot {run} --what illusions -o {out}"))
        .assert()
        .success();
    let svg = std::fs::read_to_string(out).unwrap();
    assert!(svg.contains("diverged at epoch"));
}

#[test]
fn a_figure_that_cannot_be_drawn_is_refused_in_words() {
    let folder = Folder::new();
    let out = text(&folder.path("a.png"));
    let run = golden_path("no_hidden_layer");
    let data = folder.file("data.npz", include_bytes!("../../data/weights.npz"));
    for (arguments, code, words) in [
        (format!("{run} -o a.pdf"), 2, ".png or .svg"),
        (format!("{run} --scale 0 -o {out}"), 2, "pixels"),
        (
            format!("{run} --what rsm -o {out}"),
            1,
            "has 0 hidden layers",
        ),
        (
            format!("{run} --what tree -o {out}"),
            1,
            "has 0 hidden layers",
        ),
        (
            format!("{run} --what comparison -o {out}"),
            2,
            "invalid value",
        ),
        (format!("{data} -o {out}"), 1, "there is no array `modes`"),
        (format!("nowhere.npz -o {out}"), 1, "no such file"),
    ] {
        let said = said(&format!("plot {arguments}"), code);
        assert!(said.contains(words), "{arguments}: {said}");
    }
    let shark = golden_path("shark_small_init");
    let said = said(&format!("plot {shark} --what rsm --epoch 9999 -o {out}"), 1);
    assert!(said.contains("epoch 9999 was not recorded"), "{said}");
}
