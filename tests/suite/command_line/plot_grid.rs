//! `modescope plot`: atlases and sections of a sweep's table.

use super::{Folder, modescope, said, text};

const HEADER: &str = "index,data_seed,seed,levels,flip,layers,hidden,epochs,gamma,lr,fate,\
    diverged_at,drops,epoch_below_1e-3,loss,modes_learned,stage_epochs,last_strengths,last_losses";

/// The table of a small sweep: six rates and three scales, of which the largest rate diverged.
fn table(folder: &Folder) -> String {
    let mut lines = vec![HEADER.to_owned()];
    for (y, gamma) in ["1e-06", "0.001", "1.0"].iter().enumerate() {
        for x in 1..=6 {
            let grid = format!("{},0,0,3,0.15,1,30,250,{gamma},{x}0.0", lines.len() - 1);
            let fate = match x {
                6 => "diverged,41,,,,,,,".to_owned(),
                5 => "oscillates,,,90,0.001,8,5 9,140.5 160.25,0.01 0.02".to_owned(),
                _ => format!(
                    "settled,,{y},{}0,1e-30,8,5 9,157.0 157.0,1e-30 2e-30",
                    9 - x
                ),
            };
            lines.push(format!("{grid},{fate}"));
        }
    }
    let path = folder.path("grid.csv");
    std::fs::write(&path, lines.join("\n")).expect("the table was written");
    text(&path)
}

#[test]
fn a_table_becomes_an_atlas_and_a_section() {
    let folder = Folder::new();
    let grid = table(&folder);
    for (what, words) in [
        ("atlas", "First epoch with a loss below 10⁻³"),
        (
            "atlas",
            "fastest that settles: lr 40, gamma 10⁻⁶, below 10⁻³ at epoch 50",
        ),
        (
            "atlas --x gamma --y lr --colour drops",
            "Number of drops of the loss",
        ),
        ("atlas --colour loss --width 8.5", "oscillates"),
        ("atlas --colour diverged --title ok", ">ok<"),
        ("section --at gamma=1", "Strength of the first mode"),
        (
            "section --values loss --at gamma=1e-3",
            "Training loss (MSE)",
        ),
    ] {
        for (ending, begins) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG"), ("pdf", b"%PDF")] {
            let out = folder.path(&format!("a.{ending}"));
            let command = format!("plot {grid} --what {what} -o {}", text(&out));
            modescope(&command).assert().success();
            let bytes = std::fs::read(out).expect("the figure was written");
            assert!(bytes.starts_with(begins), "{what}");
            let svg = String::from_utf8_lossy(&bytes);
            assert!(ending != "svg" || svg.contains(words), "{what}: {svg}");
        }
    }
}

#[test]
fn what_is_of_no_use_or_not_there_is_refused() {
    let folder = Folder::new();
    let grid = table(&folder);
    for (arguments, words) in [
        ("--what atlas --log", "--log is for figures of a run"),
        (
            "--what atlas --values loss",
            "--values is for --what section",
        ),
        (
            "--what section --colour loss",
            "--colour is for --what atlas",
        ),
        ("--what section", "--at gamma=0.000001"),
        ("--what atlas --at lr=7", "no run has lr=7; there is 10, 20"),
        ("--what atlas --at lr=10", "only `gamma` varies"),
        ("--what atlas --colour belief", "watched no pair"),
        ("--what atlas --threshold 0.5", "sweep with --threshold 0.5"),
        ("--x lr", "--x is for --what atlas and section"),
        ("--what atlas --at width=7", "a column and a number"),
    ] {
        let refused = said(&format!("plot {grid} {arguments} -o -"), 2);
        assert!(refused.contains(words), "{arguments}: {refused}");
    }
    let wrong = folder.path("wrong.csv");
    std::fs::write(&wrong, "a,b\n1,2\n").expect("the table was written");
    let command = format!("plot {} --what atlas -o -", text(&wrong));
    let refused = said(&command, 1);
    assert!(
        refused.contains("wrong.csv: there is no column `lr`"),
        "{refused}"
    );
}
