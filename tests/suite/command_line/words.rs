//! The program's help and other texts about itself.

use super::{Folder, modescope, printed, said, text};

#[test]
fn help_version_completions_and_man_page_are_there() {
    let help = printed("--help");
    for command in [
        "train",
        "sweep",
        "band",
        "plot",
        "script",
        "completions",
        "man",
    ] {
        assert!(help.contains(&format!("  {command}")), "{command}");
    }
    assert!(help.contains("Examples:"));
    for command in ["train", "sweep", "band", "plot", "script"] {
        assert!(
            printed(&format!("{command} --help")).contains("Examples:"),
            "{command}"
        );
    }
    assert!(printed("--version").starts_with("modescope "));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = printed(&format!("completions {shell}"));
        assert!(
            completions.contains("modescope") && completions.contains("sweep"),
            "{shell}"
        );
    }
    let man = printed("man");
    assert!(man.contains(".TH modescope 1") && man.contains("MODESCOPE SWEEP"));
    for closing in [
        "open the window",
        "What an .npz holds",
        "Shards in",
        "each watched pair",
        "\\-\\-what rsm",
        "The script needs numpy",
    ] {
        assert!(man.contains(closing), "{closing}");
    }
    assert!(!man.contains("(1)"), "there is no other page to refer to");
    said("completions csh", 2);
}

#[test]
fn the_defaults_that_help_names_are_the_experiments() {
    let help = printed("train --help");
    let notebook = modescope::experiment::Experiment::default();
    let tree = notebook.data.tree().unwrap();
    for (option, value) in [
        ("--lr", format!("{}", notebook.lr)),
        ("--gamma", format!("{:e}", notebook.gamma)),
        ("--epochs", notebook.n_epochs.to_string()),
        ("--hidden", notebook.hidden[0].to_string()),
        ("--seed", notebook.init_seed.to_string()),
        ("--levels", tree.levels.to_string()),
        ("--branches", tree.branches.to_string()),
        ("--flip", tree.flip.to_string()),
        ("--features", tree.n_features.to_string()),
        ("--data-seed", tree.seed.to_string()),
    ] {
        let (_, about) = help.split_once(&format!("{option} <")).unwrap();
        let (_, named) = about.split_once("[notebook: ").unwrap();
        assert!(named.starts_with(&format!("{value}]")), "{option}: {named}");
    }
}

#[test]
fn a_script_stands_alone_or_beside_its_archive() {
    let folder = Folder::new();
    let script = folder.path("run.py");
    modescope(&format!("script --preset shark -o {}", text(&script)))
        .assert()
        .success();
    assert!(
        std::fs::read_to_string(&script)
            .unwrap()
            .contains("torch.optim.SGD")
    );
    assert!(!folder.path("run.npz").exists());
    let data = crate::npz::golden_path("no_hidden_layer");
    let own = format!("script --data {data} --init {data} -o {}", text(&script));
    modescope(&own).assert().success();
    assert!(
        std::fs::read_to_string(&script)
            .unwrap()
            .contains("np.load(here.with_name(\"run.npz\"))")
    );
    let weights = crate::npz::Npz::open(&folder.path("run.npz")).weights();
    assert_eq!(
        weights,
        crate::npz::Npz::golden("no_hidden_layer").weights()
    );
    assert!(said("script -o run.txt", 2).contains("must end with .py"));
}

#[test]
fn a_script_does_not_replace_what_it_is_made_from() {
    let folder = Folder::new();
    let golden = std::fs::read(crate::npz::golden_path("no_hidden_layer")).unwrap();
    let mine = folder.file("mine.npz", &golden);
    let script = text(&folder.path("./mine.py"));
    for arguments in [
        format!("--data {mine}"),
        format!("--data {mine} --init {mine}"),
    ] {
        let said = said(&format!("script {arguments} -o {script}"), 2);
        assert!(said.contains("mine.npz"), "{said}");
        assert_eq!(std::fs::read(&mine).unwrap(), golden);
        assert!(!folder.path("mine.py").exists());
    }
    let other = text(&folder.path("other.py"));
    let told = said(&format!("script --data {mine} -o {other}"), 0);
    assert!(folder.path("other.npz").exists());
    assert!(
        told.contains("wrote") && told.contains("other.npz"),
        "{told}"
    );
    // Its own archive it replaces; one that nobody named stays.
    printed(&format!("script --data {mine} --init {mine} -o {other}"));
    let precious = folder.file("precious.npz", "mine");
    let script = text(&folder.path("precious.py"));
    let told = said(&format!("script --data {mine} -o {script}"), 2);
    assert!(
        told.contains("precious.npz: this file is there already"),
        "{told}"
    );
    assert_eq!(std::fs::read(&precious).unwrap(), b"mine");
    assert!(!folder.path("precious.py").exists());
}

#[test]
fn a_script_is_written_without_training() {
    let folder = Folder::new();
    let data = crate::npz::golden_path("no_hidden_layer");
    let script = text(&folder.path("run.py"));
    let run = format!("script --data {data} --init {data} --epochs 1000000 -o {script}");
    said(&run, 0);
    let mut archive = crate::npz::Npz::open(&folder.path("run.npz"));
    let mut golden = crate::npz::Npz::golden("no_hidden_layer");
    assert_eq!(archive.array("features"), golden.array("features"));
    assert_eq!(archive.weights(), golden.weights());
    assert!(!archive.has("losses") && !archive.has("W_tot"));
}
