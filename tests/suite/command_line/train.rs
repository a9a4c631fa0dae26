//! `modescope train`: what goes in, what comes out, and how it ends.

use predicates::prelude::*;

use super::{Folder, TABLE, json, modescope, printed, said, seen_enough, text};
use crate::npz::Npz;

const SHARK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/shark.toml");

#[test]
fn a_bare_train_is_the_notebooks_first_cell() {
    let csv = printed("train");
    assert_eq!(csv, printed("train --preset notebook"));
    assert_eq!(
        csv,
        printed("train --seed 2021 --data-seed 2021 --lr 100 --gamma 1e-12")
    );
    assert_ne!(csv, printed("train --seed 2022"));
    let mut lines = csv.lines();
    let header = lines.next().unwrap();
    assert!(header.starts_with("epoch,loss,mode_1,"), "{header}");
    assert!(
        header.ends_with(",mode_8,Goldfish feature 10000"),
        "{header}"
    );
    assert_eq!(lines.count(), 250);
}

#[test]
fn curves_and_summary_go_their_own_ways() {
    modescope("train --preset shark")
        .assert()
        .success()
        .stdout(predicate::str::contains("drop").not())
        .stderr(predicate::str::contains("250 epochs in "))
        .stderr(predicate::str::contains("4 drops of the loss"))
        .stderr(predicate::str::contains("animals | plants"))
        .stderr(predicate::str::contains(
            "Shark has_bones: wrongly believed from epoch",
        ));
}

#[test]
fn scripts_get_one_json_object() {
    let json = json("train --preset shark-notebook");
    assert_eq!(json["drops"].as_array().unwrap().len(), 4);
    assert_eq!(json["diverged_at"], serde_json::Value::Null);
    let shark = &json["watched"][0];
    assert_eq!(shark["name"], "Shark has_bones");
    let peak = shark["illusion"]["peak"].as_f64().unwrap();
    assert!((peak - 0.5).abs() < 0.05, "{peak}");
}

#[test]
fn a_diverged_run_is_a_result() {
    modescope("train --lr 400")
        .assert()
        .code(0)
        .stderr(predicate::str::contains("diverged at epoch"))
        .stderr(predicate::str::contains(
            "past the stability limit of about 254",
        ))
        .stdout(predicate::str::contains("249,NaN,NaN"));
    let json = json("train --lr 400");
    assert!(json["diverged_at"].as_u64().unwrap() < 250);
    assert_eq!(json["loss"], serde_json::Value::Null);
    assert_eq!(json["epoch_below_1e-3"], serde_json::Value::Null);
    assert_eq!(json["drops"], serde_json::Value::Null);
    assert_eq!(json["stages"], serde_json::json!([]));
    let limit = json["stability_limit"].as_f64().unwrap();
    assert!((limit - 253.6).abs() < 0.1, "{limit}");
    let pair = &json["watched"][0];
    assert_eq!(pair["name"], "Goldfish feature 10000");
    assert_eq!(pair["target"].as_f64().unwrap().abs(), 1.0);
    assert_eq!(pair["end"], serde_json::Value::Null);
    assert!(said("train --lr 400", 0).contains("Goldfish feature 10000: no end ("));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    seen_enough("train --features 50 --epochs 5000 --lr 1");
}

#[test]
fn an_unwritable_output_is_refused_before_training() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("run.npz")).unwrap();
    for out in [
        "/dev/null/run.csv".to_owned(),
        text(&folder.path("run.npz")),
    ] {
        let started = std::time::Instant::now();
        let said = said(
            &format!("train --epochs 1000000 --engine full --out {out}"),
            1,
        );
        assert!(said.contains(&out), "{said}");
        assert!(started.elapsed().as_secs() < 60);
    }
}

#[test]
fn files_are_written_as_their_names_end() {
    let folder = Folder::new();
    let csv = folder.path("run.csv");
    let npz = folder.path("run.NPZ");
    modescope(&format!("train --out {}", text(&csv)))
        .assert()
        .success()
        .stdout("");
    assert_eq!(
        std::fs::read_to_string(csv).unwrap(),
        printed("train --out -")
    );
    modescope(&format!("train --hidden 20,10 --out {}", text(&npz)))
        .assert()
        .success();
    let mut run = Npz::open(&npz);
    for (key, shape) in [
        ("features", &[8, 10_000][..]),
        ("W1", &[20, 8]),
        ("W2", &[10, 20]),
        ("W3", &[10_000, 10]),
        ("losses", &[250]),
        ("modes", &[250, 8]),
        ("rsms_1", &[250, 8, 8]),
        ("rsms_2", &[250, 8, 8]),
        ("illusions", &[250]),
        ("W_tot", &[10_000, 8]),
        ("lr", &[]),
        ("gamma", &[]),
    ] {
        assert_eq!(run.array(key).0, shape, "{key}");
    }
}

#[test]
fn both_engines_write_the_same_run() {
    let folder = Folder::new();
    let (a, b) = (folder.path("a.npz"), folder.path("b.npz"));
    let run = "train --features 300 --lr 5 --gamma 0.1 --epochs 80 --hidden 9,7 \
               --feature bones=-1,1,1,1,-1,-1,-1,-1 --out";
    modescope(&format!("{run} {}", text(&a))).assert().success();
    modescope(&format!("{run} {} --engine full", text(&b)))
        .assert()
        .success();
    let (mut a, mut b) = (Npz::open(&a), Npz::open(&b));
    assert_eq!(a.array("features").0, [8, 301]);
    for key in [
        "losses",
        "modes",
        "aligned",
        "rsms_1",
        "rsms_2",
        "illusions",
        "W_tot",
        "W3",
    ] {
        let (a, b) = (a.numbers(key), b.numbers(key));
        assert_eq!(a.len(), b.len());
        let is_close = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-8;
        assert!(a.iter().zip(&b).all(is_close), "{key}");
    }
}

#[test]
fn a_run_is_repeated_from_its_own_file() {
    let folder = Folder::new();
    let first = folder.path("first.npz");
    let controls = "--lr 30 --epochs 60";
    let shark = format!(
        "train --preset shark --features 400 --gamma 0.5 {controls} --out {}",
        text(&first)
    );
    modescope(&shark).assert().success();
    let again = folder.path("again.npz");
    let files = format!(
        "--data {0} --init {0} --out {1}",
        text(&first),
        text(&again)
    );
    modescope(&format!("train {files} {controls}"))
        .assert()
        .success();
    let (mut first, mut again) = (Npz::open(&first), Npz::open(&again));
    for key in ["losses", "illusions", "W_tot"] {
        let (a, b) = (first.numbers(key), again.numbers(key));
        assert!(a.iter().zip(&b).all(|(a, b)| (a - b).abs() < 1e-9), "{key}");
    }
}

#[test]
fn data_of_ones_own_has_its_own_names() {
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let header = |arguments: &str| {
        let csv = printed(&format!(
            "train --lr 1 --gamma 0.1 --data {table} {arguments}"
        ));
        csv.lines().next().unwrap().to_owned()
    };
    assert_eq!(header(""), "epoch,loss,mode_1,mode_2,mode_3,Tuna sings");
    assert!(header("--watch Robin:flies").ends_with(",Robin flies"));
    assert!(header("--watch -1:0 --watch 1:-1").ends_with(",Oak swims,Robin sings"));
    assert!(header("--feature new=1,-1,1").ends_with(",Tuna new"));
}

/// Arguments of `train` that make no sense, and words of the refusal.
const WRONG: &[(&str, &str)] = &[
    ("--lr -3", "the learning rate must be above zero"),
    ("--lr nan", "the learning rate must be a finite number"),
    ("--lr much", "invalid"),
    ("--lr 1e300", "from 10⁻³⁰ to 10⁹"),
    ("--gamma 0", "gamma must be above zero"),
    (
        "--epochs 0",
        "the number of epochs must be from 1 to 1000000",
    ),
    (
        "--hidden 30,0",
        "the number of hidden units must be from 1 to 512",
    ),
    (
        "--hidden 1,1,1,1,1",
        "the number of hidden layers must be from 0 to 4",
    ),
    ("--flip 2", "the flip probability must be from 0 to 1"),
    ("--watch 8:0", "there is no item \"8\""),
    ("--watch 0:wings", "there is no feature \"wings\""),
    ("--watch 0", "ITEM:FEATURE"),
    (
        "--feature wings=1,-1",
        "a user feature has 2 values for 8 items",
    ),
    ("--feature wings", "NAME=VALUE"),
    (
        "--preset shark --levels 4",
        "a user feature has 8 values for 16 items",
    ),
    (
        "--preset parrot --levels 2",
        "a user feature has 8 values for 4 items",
    ),
    (
        "--preset medical --branches 3",
        "a user feature has 8 values for 27 items",
    ),
    ("--preset mouse", "shark-notebook"),
    ("--engine steam", "possible values"),
    ("--out run.xlsx", "must end with .csv or .npz"),
    ("--json --out -", "standard output"),
    ("--data x.csv --levels 2", "cannot be used with"),
    ("--nonsense", "unexpected argument"),
    ("--epochs many", "it must be a whole number, or auto"),
];

#[test]
fn wrong_usage_is_exit_code_2_and_one_sentence() {
    for (arguments, words) in WRONG {
        let said = said(&format!("train {arguments}"), 2);
        assert!(said.contains(words), "{arguments}: {said}");
    }
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let said = said(&format!("train --data {table} --watch Cat:swims"), 2);
    assert!(said.contains("there is no item \"Cat\""), "{said}");
}

#[test]
fn failures_are_exit_code_1_and_one_sentence() {
    let folder = Folder::new();
    let wrong = folder.file("wrong.csv", "item,swims\nTuna,maybe\nOak,no\n");
    let cut = std::fs::read(crate::npz::golden_path("no_hidden_layer")).unwrap();
    let cut = folder.file("cut.npz", &cut[..500]);
    let golden = crate::npz::golden_path("shark_small_init");
    let twice = std::fs::read_to_string(SHARK).unwrap();
    let twice = folder.file("twice.toml", twice.replace("Robin", "Tuna"));
    for (arguments, words) in [
        ("--data nowhere.csv".to_owned(), "nowhere.csv: no such file"),
        (
            format!("--data {wrong}"),
            "wrong.csv: row 2, column 2 (\"swims\") holds \"maybe\"",
        ),
        (format!("--data {cut}"), "cut.npz: this is not an .npz file"),
        (
            format!("--init {golden}"),
            "`W2` is 501 x 30 and must be 10000 x 30",
        ),
        (
            format!("--experiment {twice} --features 500 --init {golden}"),
            "twice.toml: row 4, column 1 holds \"Tuna\"",
        ),
        (format!("--out {wrong}/run.npz"), "wrong.csv"),
    ] {
        let said = said(&format!("train {arguments}"), 1);
        assert!(said.contains(words), "{arguments}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_old_output() {
    let folder = Folder::new();
    let out = folder.file("run.csv", "old");
    said(&format!("train --data nowhere.csv --out {out}"), 1);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "old");
}

#[test]
fn an_input_file_is_not_replaced_by_the_output() {
    let folder = Folder::new();
    let table = folder.file("birds.csv", TABLE);
    let toml = std::fs::read(SHARK).unwrap();
    let toml = folder.file("shark.csv", toml);
    let golden = std::fs::read(crate::npz::golden_path("no_hidden_layer")).unwrap();
    let npz = folder.file("run.npz", &golden);
    for (arguments, option, path) in [
        (format!("train --data {table}"), "--data", &table),
        (format!("train --experiment {toml}"), "--experiment", &toml),
        (format!("train --data {npz}"), "--data", &npz),
        (format!("train --init {npz}"), "--init", &npz),
        (format!("sweep --data {table}"), "--data", &table),
        (format!("sweep --experiment {toml}"), "--experiment", &toml),
        (format!("band --data {table}"), "--data", &table),
        (format!("band --experiment {toml}"), "--experiment", &toml),
    ] {
        let arguments = if option == "--init" {
            format!(
                "{arguments} --data {}",
                crate::npz::golden_path("no_hidden_layer")
            )
        } else {
            arguments
        };
        let before = std::fs::read(path).unwrap();
        // Under another name of the same file, too.
        let name = std::path::Path::new(path).file_name().unwrap();
        let out = folder.path(".").join(name);
        let said = said(&format!("{arguments} --out {}", text(&out)), 2);
        assert!(
            said.contains(&format!("{option} reads this file")),
            "{said}"
        );
        assert!(std::fs::read(path).unwrap() == before, "{arguments}");
    }
}

#[test]
fn gamma_is_not_for_given_weights() {
    let golden = crate::npz::golden_path("no_hidden_layer");
    for command in ["train", "sweep", "band"] {
        for given in [
            "--preset bonus-no-hidden-notebook".to_owned(),
            format!("--data {golden} --init {golden}"),
        ] {
            let said = said(&format!("{command} {given} --gamma 1"), 2);
            assert!(
                said.contains("--gamma scales weights that are drawn"),
                "{said}"
            );
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_for_which_there_is_no_memory_is_a_failure_in_words() {
    let folder = Folder::new();
    let path = folder.path("huge.csv");
    // Takes no room on the disk.
    let file = std::fs::File::create(&path).expect("a file");
    file.set_len(3 << 30).expect("a sparse file");
    let output = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 2000000; exec \"$0\" train --data \"$1\""])
        .arg(env!("CARGO_BIN_EXE_modescope"))
        .arg(&path)
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("huge.csv: out of memory"), "{said}");
}

#[test]
fn a_taught_yes_is_not_believed_but_denied() {
    let said = said("train --preset shark --watch Tuna:has_bones --out -", 0);
    assert!(
        said.contains("Tuna has_bones: wrongly denied from epoch"),
        "{said}"
    );
    assert!(said.contains(", down to -0."), "{said}");
}
