//! Fields missing from a file are as in the tutorial or, for a pin, as in the file's experiment.

use modescope::data::TreeRecipe;
use modescope::experiment::file::{ExperimentFile, read};
use modescope::experiment::{Experiment, Pair};

fn experiment(text: &str) -> Experiment {
    read(text).expect(text).experiment
}

#[test]
fn a_file_of_its_version_alone_is_the_tutorial_without_watched_pairs() {
    let tutorials = Experiment {
        watched: Vec::new(),
        ..Experiment::default()
    };
    for version in [1, 2, 3] {
        let text = format!("version = {version}\n");
        assert_eq!(read(&text), Ok(ExperimentFile::from(tutorials.clone())));
    }
}

#[test]
fn every_field_may_be_left_out_alone() {
    let found = experiment("version = 3\n[training]\nlr = 50\n[network]\nhidden = [12, 9]\n");
    assert_eq!((found.lr, found.gamma, found.n_epochs), (50.0, 1e-12, 250));
    assert_eq!((found.hidden, found.init_seed), (vec![12, 9], 2021));
    let found = experiment("version = 3\n[tree]\nlevels = 4\nseed = 7\n");
    let recipe = TreeRecipe {
        levels: 4,
        seed: 7,
        ..TreeRecipe::default()
    };
    assert_eq!(
        found,
        Experiment {
            watched: Vec::new(),
            ..Experiment::default().on_tree(recipe)
        }
    );
    let found = experiment("version = 3\n[[feature]]\n[[watch]]\n");
    assert_eq!(found.user_features[0].name, "feature 1");
    assert_eq!(found.user_features[0].values, [1.0; 8]);
    let last = Pair {
        item: 0,
        feature: 10_000,
    };
    assert_eq!(found.watched, [last]);
}

#[test]
fn a_tree_too_large_for_names_is_refused_before_any_is_made() {
    for tree in [
        "levels = 9000000000000000000",
        "levels = 10",
        "branches = 1000000",
    ] {
        let said = read(&format!("version = 3\n[tree]\n{tree}\n")).unwrap_err();
        assert!(said.to_string().contains("must be"), "{tree}: {said}");
    }
}

#[test]
fn a_pin_is_the_files_experiment_but_for_what_it_says() {
    let text = "version = 3\n[training]\ngamma = 1.0\n[[pin]]\n[[pin]]\nname = \"slow\"\n\
                [pin.experiment.training]\nlr = 10\n";
    let file = read(text).expect("it is whole");
    assert_eq!(file.pins[0].name, "pin 1");
    assert_eq!(file.pins[0].experiment, file.experiment);
    assert_eq!(file.pins[1].name, "slow");
    let slower = Experiment {
        lr: 10.0,
        ..file.experiment
    };
    assert_eq!(file.pins[1].experiment, slower);
}

#[test]
fn watched_pairs_are_named_or_counted() {
    let pair = |text: &str| experiment(&format!("version = 3\n[[watch]]\n{text}\n")).watched;
    let tuna = |feature| vec![Pair { item: 1, feature }];
    assert_eq!(pair("item = \"Tuna\"\nfeature = 5"), tuna(5));
    assert_eq!(pair("item = \"tuna\"\nfeature = \"-1\""), tuna(9999));
    let refused = |text: &str| {
        let text = format!("version = 3\n[[watch]]\nfeature = 1\n[[watch]]\n{text}\n");
        read(&text).expect_err("must be refused").to_string()
    };
    let said = refused("item = \"Tunna\"");
    assert_eq!(
        said,
        "line 5, `watch.item`: there is no item \"Tunna\"; did you mean \"Tuna\"? (item by name \
         or index, 0 … 7)"
    );
    for wrong in ["item = -1", "item = 1.5", "item = true"] {
        let said = refused(wrong);
        assert!(said.contains("or a name in quotes"), "{wrong}: {said}");
        assert!(said.starts_with("line 5, "), "{said}");
    }
}
