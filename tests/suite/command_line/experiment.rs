//! `--experiment`: runs from experiment files.

use super::{Folder, TABLE, printed, said, text};

pub(super) const SHARK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/shark.toml");

#[test]
fn an_experiment_file_is_trained_as_it_says() {
    let of_file = printed(&format!("train --experiment {SHARK}"));
    assert_eq!(of_file, printed("train --preset shark"));
    let changed = printed(&format!("train --experiment {SHARK} --lr 50 --epochs 20"));
    assert_eq!(changed, printed("train --preset shark --lr 50 --epochs 20"));
    let swept = printed(&format!("sweep --experiment {SHARK} --gamma 1e-3:1"));
    assert_eq!(swept, printed("sweep --preset shark --gamma 1e-3:1"));
}

#[test]
fn a_damaged_file_is_told_with_line_and_field() {
    let folder = Folder::new();
    let text = std::fs::read_to_string(SHARK).unwrap();
    for (from, to, words) in [
        ("lr = 100", "lr = -1", "`training.lr`: the learning rate"),
        ("epochs = 250", "epoch = 250", "`epoch`: unknown field"),
        ("version = 2", "version = 9", "version 9"),
        ("[network]", "[network", "bad.toml: line"),
    ] {
        assert!(text.contains(from));
        let bad = folder.file("bad.toml", text.replace(from, to));
        let said = said(&format!("train --experiment {bad}"), 1);
        assert!(said.contains(words), "{said}");
        if !words.contains("version") {
            let line = 1 + text[..text.find(from).unwrap()].matches('\n').count();
            assert!(said.contains(&format!("bad.toml: line {line}")), "{said}");
        }
        assert_eq!(said.lines().count(), 1);
    }
    let both = said(&format!("train --experiment {SHARK} --preset shark"), 2);
    assert!(both.contains("cannot be used with"));
}

#[test]
fn a_mistyped_folder_is_named_and_not_made() {
    let folder = Folder::new();
    let missing = text(&folder.path("mistyped"));
    let table = folder.file("pets.csv", TABLE);
    for command in [
        format!("train --epochs 2 --out {missing}/run.csv"),
        format!("sweep --lr 5:10:5 --epochs 2 --out {missing}/grid.csv"),
        format!("plot --data {table} -o {missing}/run.svg"),
        format!("script --preset shark -o {missing}/run.py"),
    ] {
        let said = said(&command, 1);
        let words = format!("the folder {missing} does not exist");
        assert!(said.contains(&words), "{command}: {said}");
        assert!(!std::path::Path::new(&missing).exists(), "{command}");
    }
}

#[test]
fn how_the_data_in_an_experiment_file_were_read_is_told() {
    let folder = Folder::new();
    folder.file("pets.csv", "item;legs;weight\nTuna;0;1,5\nDog;4;30\n");
    let text = "version = 2\n[own]\npath = \"pets.csv\"\n";
    let experiment = folder.file("pets.toml", text);
    let told = said(&format!("train --experiment {experiment} --epochs 2"), 0);
    assert!(told.contains("pets.csv: 2 items x 2 features"), "{told}");
}
