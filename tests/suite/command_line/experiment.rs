//! `--experiment`: runs from experiment files.

use super::{Folder, printed, said};

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
