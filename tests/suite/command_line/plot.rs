//! `modescope plot`: figures of saved runs.

use super::{Folder, modescope, said, text};
use crate::npz::golden_path;

/// The shark's run with fewer features.
const SHARK: &str = "train --preset shark --features 500 --lr 20";

/// A saved run.
fn saved(folder: &Folder, train: &str) -> String {
    let run = text(&folder.path("run.npz"));
    modescope(&format!("{train} --out {run}"))
        .assert()
        .success();
    run
}

/// The bytes of a figure whose file has this name.
fn plotted(folder: &Folder, arguments: &str, name: &str) -> Vec<u8> {
    let out = folder.path(name);
    modescope(&format!("plot {arguments} -o {}", text(&out)))
        .assert()
        .success();
    std::fs::read(out).expect("the figure was written")
}

/// A figure as an SVG.
fn svg(folder: &Folder, arguments: &str) -> String {
    String::from_utf8(plotted(folder, arguments, "a.svg")).expect("an SVG is text")
}

#[test]
fn every_figure_is_drawn_as_its_name_ends() {
    let folder = Folder::new();
    let run = saved(&folder, SHARK);
    for (what, words) in [
        ("dynamics", "Learning dynamics"),
        ("rsm --epoch 61", "Similarity (RSM), epoch 61"),
        ("rsm", "epoch 249"),
        ("similarity --epoch 61", "Similarity (RSM), epoch 61"),
        (
            "microscope --epoch 61",
            "The network as a product, epoch 61",
        ),
        ("illusions", "Shark has_bones"),
        ("dynamics --log", "10⁰"),
        ("data", "40 of 501 features"),
        ("spectrum", "expected for this tree"),
        ("modes", "what all items share"),
        ("map --epoch 0", "all 8 items"),
        ("map", "Map of the items, epoch 249"),
        ("tree --epoch 120", "Tree of the items, epoch 120"),
        ("comparison", "no hidden layer"),
    ] {
        let arguments = format!("{run} --what {what}");
        let svg = svg(&folder, &arguments);
        assert!(svg.starts_with("<svg"), "{what}");
        assert!(
            svg.to_lowercase().contains(&words.to_lowercase()),
            "{what}: {svg}"
        );
        let png = plotted(&folder, &arguments, "a.png");
        assert!(png.starts_with(b"\x89PNG"), "{what}");
        let pdf = plotted(&folder, &arguments, "a.pdf");
        assert!(pdf.starts_with(b"%PDF-1."), "{what}");
        assert!(
            holds(&pdf, b"/FontFile") && holds(&pdf, b"DejaVuSans"),
            "{what}"
        );
    }
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

#[test]
fn a_png_says_its_resolution_and_has_its_pixels() {
    let folder = Folder::new();
    let run = saved(&folder, SHARK);
    for (arguments, width, per_metre) in [
        ("", 1500_u32, 7874_u32),
        ("--dpi 300 --width 10.16", 1200, 11811),
        ("--scale 2", 1440, 7559),
    ] {
        let png = plotted(&folder, &format!("{run} {arguments}"), "a.png");
        assert_eq!(png[16..20], width.to_be_bytes(), "{arguments}");
        let at = png.windows(4).position(|window| window == b"pHYs").unwrap();
        assert_eq!(png[at + 4..at + 8], per_metre.to_be_bytes(), "{arguments}");
        // Per metre, not of no unit.
        assert_eq!(png[at + 12], 1);
    }
}

#[test]
fn a_figure_shows_what_is_asked_for() {
    let folder = Folder::new();
    let run = saved(&folder, SHARK);
    let plain = svg(&folder, &run);
    for (arguments, words) in [
        ("--theory discrete", "theory"),
        ("--theory stages", "foreseen half-rises"),
        ("--theory both --aligned", "theory"),
        ("--title Four_drops", "Four_drops"),
        ("--epochs 80:160", ">90<"),
        ("--what rsm --rsm-scale cosine", "cosine"),
        ("--what map --modes 4,5", "mode 4"),
    ] {
        let svg = svg(&folder, &format!("{run} {arguments}"));
        assert!(svg.contains(words) && !plain.contains(words), "{arguments}");
    }
    let raw = svg(&folder, &format!("{run} --raw"));
    assert_ne!(raw, plain);
    let wide = svg(&folder, &format!("{run} --width 25.4 --height 12.7"));
    assert!(wide.contains("width=\"960\"") && wide.contains("height=\"480\""));
}

#[test]
fn what_is_foreseen_of_the_shark_is_in_its_illusion() {
    let folder = Folder::new();
    let run = saved(&folder, "train --preset shark");
    let svg = svg(&folder, &format!("{run} --what illusions"));
    assert!(svg.contains("foreseen"), "{svg}");
}

#[test]
fn a_golden_run_can_be_drawn() {
    let folder = Folder::new();
    let run = golden_path("diverging");
    let svg = svg(&folder, &format!("{run} --what illusions"));
    assert!(svg.contains("diverge"));
}

#[test]
fn a_figure_that_cannot_be_drawn_is_refused_in_words() {
    let folder = Folder::new();
    let out = text(&folder.path("a.png"));
    let run = golden_path("no_hidden_layer");
    let data = folder.file("data.npz", include_bytes!("../../data/weights.npz"));
    for (arguments, code, words) in [
        (format!("{run} -o a.jpg"), 2, ".png or .svg or .pdf"),
        (format!("{run} --scale 0 -o {out}"), 2, "pixels"),
        (format!("{run} --dpi 1e9 -o {out}"), 2, "pixels"),
        (
            format!("{run} --dpi 300 --scale 2 -o {out}"),
            2,
            "cannot be used with",
        ),
        (format!("{run} --width 0.1 -o {out}"), 2, "from 1 to 200 cm"),
        (format!("{run} --epochs 9:3 -o {out}"), 2, "such as 80:160"),
        (
            format!("{run} --epochs 3:99999 -o {out}"),
            1,
            "the last one is",
        ),
        (format!("{run} --modes 2 -o {out}"), 2, "such as 2,3"),
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

#[test]
fn theory_that_the_network_or_the_archive_has_not_is_refused_with_what_to_do() {
    let folder = Folder::new();
    let out = text(&folder.path("a.png"));
    let run = saved(
        &folder,
        "train --hidden 30,20 --gamma 1 --features 500 --lr 10",
    );
    let refused = said(&format!("plot {run} --theory continuous -o {out}"), 2);
    assert!(refused.contains("one hidden layer"), "{refused}");
    let stages = svg(&folder, &format!("{run} --theory stages"));
    assert!(stages.contains("foreseen plateaus"), "{stages}");
    assert!(!stages.contains("half-rises"), "{stages}");
    let map = said(&format!("plot {run} --what map --modes 2,9 -o {out}"), 1);
    assert!(map.contains("there are 8 modes"), "{map}");
}

#[test]
fn a_character_that_no_font_has_is_said_on_standard_error() {
    let folder = Folder::new();
    // No font has a character for private use.
    let table = "item,a,b\nant,1,-1\nbee \u{f8ff}\u{10fffd},1,1\n";
    let data = folder.file("data.csv", table.as_bytes());
    let run = saved(
        &folder,
        &format!("train --data {data} --lr 0.5 --gamma 0.1"),
    );
    let out = text(&folder.path("a.png"));
    let mut plot = modescope(&format!("plot {run} --what rsm -o {out}"));
    let output = plot.assert().success().get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("no font here has") && said.contains('\u{10fffd}'),
        "{said}"
    );
}

#[test]
fn a_figure_may_be_of_a_new_run_on_data_of_ones_own() {
    let folder = Folder::new();
    let table = folder.file(
        "a.csv",
        "item,swims,flies\nTuna,1,-1\nRobin,-1,1\nOak,-1,-1\n",
    );
    let saved = saved(&folder, &format!("train --data {table} --center --lr 0.5x"));
    let new = svg(&folder, &format!("--data {table} --center --lr 0.5x"));
    assert!(new == svg(&folder, &saved));
    assert!(new != svg(&folder, &format!("--data {table} --lr 0.5x")));
    let refused = said(&format!("plot {saved} --data {table} -o a.svg"), 2);
    assert!(refused.contains("cannot be used with"), "{refused}");
    for option in ["--lr auto", "--zscore"] {
        let refused = said(&format!("plot {saved} {option} -o a.svg"), 2);
        assert!(refused.contains("--data <FILE>"), "{refused}");
    }
    let refused = said(&format!("plot --data {table} -o {table}"), 2);
    assert!(refused.contains("must end with"), "{refused}");
}
