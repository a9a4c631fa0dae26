//! The summary that `train` prints of a run: what was learned, what was not and why, in few lines.

use super::{Folder, json, modescope, said, text};

#[test]
fn too_narrow_and_too_few_epochs_are_told_apart() {
    let narrow = said("train --hidden 3", 0);
    assert!(
        narrow.contains("too narrow: 3 units of a hidden layer learn at most 3 of the data's 8"),
        "{narrow}"
    );
    assert!(!narrow.contains("too few"), "{narrow}");
    let short = said("train --epochs 130", 0);
    assert!(
        short.contains("too few epochs: 6 of 8 modes within reach are not half learned"),
        "{short}"
    );
    assert!(!short.contains("narrow"), "{short}");
    let nothing = said("train --lr 20", 0);
    assert!(
        nothing.contains("nothing is learned: 250 epochs"),
        "{nothing}"
    );
    let whole = said("train", 0);
    assert!(
        !whole.contains("too ") && !whole.contains("nothing"),
        "{whole}"
    );
    assert_eq!(json("train --lr 20")["unlearned"], true);
    let narrow = json("train --hidden 3");
    assert_eq!(narrow["modes_beyond_narrowest"], 5);
    let (floor, loss) = (narrow["loss_floor"].as_f64(), narrow["loss"].as_f64());
    assert!(loss >= floor && floor > Some(0.1), "{narrow}");
}

#[test]
fn a_summary_is_short_whatever_the_data() {
    let watches = |n: usize| {
        let pairs = (0..n).map(|i| format!("--watch {}:{}", i % 64, i));
        pairs.collect::<Vec<_>>().join(" ")
    };
    let pairs = watches(1000);
    let large = format!("train --levels 6 --features 2000 --gamma 1 --lr 70 --epochs 400 {pairs}");
    for arguments in [
        large.clone(),
        format!("{large} --lr 4000").replace("--lr 70 ", ""),
    ] {
        let output = modescope(&arguments)
            .assert()
            .success()
            .get_output()
            .clone();
        let words = String::from_utf8(output.stderr).expect("text");
        // A slow machine tells of its progress before.
        let summary = words
            .lines()
            .filter(|line| !line.contains(" epochs after "));
        assert!(summary.count() <= 20, "{words}");
        assert!(words.contains("more watched pairs"), "{words}");
    }
    let whole = json(&large);
    assert_eq!(whole["watched"].as_array().map(Vec::len), Some(1000));
}

#[test]
fn a_diverged_run_has_its_limit_and_watched_pairs_as_json() {
    let run = json("train --lr 400 --watch 0:1 --watch Tuna:2");
    assert!(run["diverged_at"].is_u64() && run["stability_limit"].is_f64());
    assert_eq!(run["watched"].as_array().map(Vec::len), Some(2));
    assert_eq!(run["unlearned"], serde_json::Value::Null);
}

#[test]
fn a_thinned_record_says_so_wherever_it_is_shown() {
    let folder = Folder::new();
    let out = text(&folder.path("long.npz"));
    let long = "train --levels 7 --features 100 --lr 1 --epochs 2000";
    let words = said(&format!("{long} --out {out}"), 0);
    assert!(words.contains("the record has every 2nd epoch"), "{words}");
    assert_eq!(json(long)["every"], 2);
    let plotted = said(
        &format!("plot {out} -o {}", text(&folder.path("long.svg"))),
        0,
    );
    assert!(plotted.contains("every 2nd epoch"), "{plotted}");
    let svg = std::fs::read_to_string(folder.path("long.svg")).expect("a figure");
    assert!(svg.contains("every 2nd epoch"));
}

#[test]
fn a_watched_pair_is_found_as_one_means_it_or_refused_with_a_way_out() {
    let folder = Folder::new();
    let table = folder.file("t.csv", "item,swims,Flies,flies\nTuna,1,0,0\nRobin,0,1,1\n");
    let train = |pair: &str, code| said(&format!("train --data {table} --watch {pair}"), code);
    assert!(train("tuna:SWIMS", 0).contains("Tuna swims:"));
    let mistyped = train("Tuan:swims", 2);
    assert!(mistyped.contains("did you mean \"Tuna\"?"), "{mistyped}");
    let ambiguous = train("Tuna:FLIES", 2);
    assert!(
        ambiguous.contains("2 features are called \"FLIES\"; choose one by its index from 0: 1, 2"),
        "{ambiguous}"
    );
}

#[test]
fn modes_are_told_level_by_level_of_a_tree_and_each_for_itself_of_own_data() {
    let tree = said("train", 0);
    for line in [
        "mode 1 half learned at epoch ",
        "mode 2 half learned at epoch ",
        "modes 3–4 half learned from epoch ",
        "modes 5–8 half learned from epoch ",
    ] {
        assert!(tree.contains(line), "{line}: {tree}");
    }
    assert!(tree.contains("fish | birds, flowers | trees"), "{tree}");
    let folder = Folder::new();
    // Singular values 4.69 and 4.48 differ by 5 %, 2 and 2 not at all.
    let table = "item,a,b,c,d\nA,4.69,0,0,0\nB,0,4.48,0,0\nC,0,0,2,0\nD,0,0,0,2\n";
    let table = folder.file("own.csv", table);
    let own = said(
        &format!("train --data {table} --lr auto --epochs auto --gamma 1e-3"),
        0,
    );
    for line in ["mode 1 half", "mode 2 half", "modes 3–4 half"] {
        assert!(own.contains(line), "{line}: {own}");
    }
}

/// A table whose last column has values in the hundreds beside columns of 0 and 1.
const OUTWEIGHED: &str = "item,is living,has roots,can fly,weight kg\nPine,1,1,0,850.5\n\
                          Rose,1,1,0,0.125\nRobin,1,0,1,0.02\nSalmon,1,0,0,4.25\n";

#[test]
fn a_feature_that_leaves_no_weight_to_the_others_is_named_with_the_way_out() {
    let folder = Folder::new();
    let table = folder.file("plants.csv", OUTWEIGHED);
    let train = format!("train --data {table} --epochs auto");
    let told = said(&train, 0);
    for words in [
        "the values of \"weight kg\" are so large that the loss settles before the other features",
        "not half learned: 3 of 4 modes within reach, since the values of weight kg are so large",
        "--zscore gives all",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(
        json(&train)["outweighing"],
        serde_json::json!(["weight kg"])
    );
    let inspect = json(&format!("inspect {table}"));
    assert_eq!(inspect["outweighing"], serde_json::json!(["weight kg"]));
    let scaled = said(&format!("{train} --zscore"), 0);
    assert!(!scaled.contains("so large"), "{scaled}");
    assert!(!said("train --epochs auto", 0).contains("not half learned"));
}

#[test]
fn weak_modes_that_a_settled_loss_leaves_are_counted() {
    let folder = Folder::new();
    let table = folder.file(
        "weak.csv",
        "item,a,b\nx,1,1.001\ny,1.001,-1\nz,2,1\nw,1,2.001\n",
    );
    let nearly = folder.file("nearly.csv", "item,a,b\nx,1,1.001\ny,2,2.001\nz,3,3\n");
    let told = |table: &str| said(&format!("train --data {table} --epochs auto"), 0);
    assert!(!told(&table).contains("hardly count"), "{}", told(&table));
    let told = told(&nearly);
    assert!(
        told.contains(
            "not half learned: 1 of 2 modes within reach, which hardly count in the loss"
        ),
        "{told}"
    );
}
