//! `modescope band`.

use super::{Folder, modescope, printed, said, seen_enough, text};

const SMALL: &str = "--features 300 --epochs 120 --lr 12 --gamma 1e-4 --hidden 10";

/// The header and the numbers of a table.
fn table(csv: &str) -> (Vec<String>, Vec<Vec<f64>>) {
    let mut lines = csv.lines();
    let header = lines
        .next()
        .expect("a header")
        .split(',')
        .map(str::to_owned);
    let row = |line: &str| {
        line.split(',')
            .map(|cell| cell.parse().expect("a number"))
            .collect()
    };
    (header.collect(), lines.map(row).collect())
}

#[test]
fn the_band_encloses_the_runs_of_its_seeds() {
    let (header, band) = table(&printed(&format!("band {SMALL} --seeds 3")));
    assert_eq!(header.len(), 1 + 3 * (1 + 8 + 1));
    assert_eq!(
        header[..4],
        ["epoch", "loss_least", "loss_median", "loss_largest"]
    );
    assert_eq!(header[4], "mode_1_least");
    assert!(header[30].ends_with("_largest") && header[30].starts_with("Goldfish"));
    assert_eq!(band.len(), 120);
    let run = |seed: u32| table(&printed(&format!("train {SMALL} --seed {seed}"))).1;
    let runs: Vec<_> = (2021..2024).map(run).collect();
    for (row, band) in band.iter().enumerate() {
        for column in 1..11 {
            let mut values: Vec<f64> = runs.iter().map(|run| run[row][column]).collect();
            values.sort_by(f64::total_cmp);
            for (part, value) in values.iter().enumerate() {
                let said = band[1 + 3 * (column - 1) + part];
                assert!(
                    (said - value).abs() < 1e-9,
                    "{row} {column}: {said} {value}"
                );
            }
        }
    }
}

#[test]
fn a_band_is_written_to_a_file_and_diverged_runs_are_counted() {
    let folder = Folder::new();
    let path = folder.path("band.csv");
    let wild = SMALL.replace("--lr 12", "--lr 400");
    let said = said(&format!("band {wild} --seeds 2 --out {}", text(&path)), 0);
    assert!(
        said.contains("2 draws in") && said.contains("2 diverged"),
        "{said}"
    );
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .starts_with("epoch,")
    );
}

#[test]
fn the_median_of_two_is_their_mean() {
    let band = table(&printed(&format!("band {SMALL} --seeds 2"))).1;
    for row in band {
        let mean = 0.5 * row[1] + 0.5 * row[3];
        assert!((row[2] - mean).abs() < 1e-12, "{row:?}");
    }
}

#[test]
fn where_all_diverge_the_table_goes_to_the_last_epoch() {
    let wild = SMALL.replace("--lr 12", "--lr 400");
    let band = table(&printed(&format!("band {wild} --seeds 2"))).1;
    assert_eq!(band.len(), 120);
    let last = &band[119];
    assert_eq!(last[0], 119.0);
    assert!(last[1..28].iter().all(|&value| value == f64::INFINITY));
    assert!(last[28..].iter().all(|value| value.is_nan()));
}

#[test]
fn given_weights_are_one_draw() {
    let said = said("band --preset bonus-no-hidden-notebook --epochs 20", 0);
    assert!(said.starts_with("1 draw in"), "{said}");
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    seen_enough(&format!("band {SMALL} --seeds 2 --epochs 20000").replace("--epochs 120 ", ""));
}

#[test]
fn wrong_usage_is_told() {
    let folder = Folder::new();
    let data = crate::npz::golden_path("no_hidden_layer");
    for (arguments, words) in [
        ("--seeds 0".to_owned(), "--seeds"),
        (format!("--out {}", text(&folder.path("band.txt"))), ".csv"),
        (
            format!("--data {data} --init {data} --seeds 2"),
            "they are given",
        ),
        (
            "--seed 4294967295 --seeds 2".to_owned(),
            "2 seeds from 4294967295 on",
        ),
    ] {
        let said = said(&format!("band {arguments}"), 2);
        assert!(said.contains(words), "{arguments}: {said}");
    }
    // Below a file there is no place.
    std::fs::write(folder.path("file"), "").unwrap();
    let nowhere = folder.path("file/band.csv");
    modescope(&format!("band --out {}", text(&nowhere)))
        .assert()
        .code(1);
}
