//! A file is read back the same as it was written.

use modescope::data::item_group::ItemGroup;
use modescope::data::{TreeRecipe, UserFeature};
use modescope::experiment::file::{ExperimentFile, Pin, read, write};
use modescope::experiment::{Experiment, Pair, ViewState};
use modescope::model::init;
use modescope::presets;
use proptest::prelude::*;

use super::sample::{on_own, with};

#[test]
fn every_preset_is_read_back_the_same() {
    for preset in presets::all() {
        let file = ExperimentFile::from(preset.experiment());
        assert_eq!(read(&write(&file)), Ok(file), "{}", preset.key);
    }
}

#[test]
fn the_example_in_the_documentation_is_a_file() {
    let source = include_str!("../../../src/experiment/file/mod.rs");
    let example: Vec<&str> = source
        .lines()
        .skip_while(|line| *line != "//! ```toml")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .map(|line| line.trim_start_matches("//!"))
        .take_while(|line| !line.contains("[[pin]]"))
        .collect();
    let before_pins = example.join("\n");
    let file = read(&before_pins).expect("it says how a file looks");
    assert_eq!(file.experiment, presets::shark());
    assert_eq!(file.view.epoch, Some(123));
}

#[test]
fn version_1_counted_data_sets() {
    let cell = presets::all().find(|preset| preset.name() == "parrot-notebook");
    let cell = ExperimentFile::from(cell.expect("it is there").experiment());
    let old = write(&cell)
        .replace("version = 3", "version = 1")
        .replace("outputs_before = 600000", "before = 2")
        .replace("outputs_before", "before");
    assert_eq!(old.matches("\nbefore = ").count(), 2, "{old}");
    assert_eq!(read(&old), Ok(cell));
}

#[test]
fn the_examples_are_the_presets() {
    let shark = include_str!("../../../assets/shark.toml");
    assert_eq!(read(shark), Ok(presets::shark().into()));
}

#[test]
fn numbers_may_be_written_without_a_decimal_point_and_with_comments() {
    let file = read(&with("lr = 100.0", "lr = 100 # fast")).expect("whole numbers");
    assert_eq!(file.experiment, presets::shark());
}

proptest! {
    #[test]
    fn any_experiment_written_is_read_back_the_same(
        lr in 1e-9..1e9_f64,
        gamma in 1e-30..1e6_f64,
        hidden in prop::collection::vec(1_usize..40, 0..=4),
        flip in 0.0..=1.0_f64,
        seeds in any::<(u32, u32)>(),
        outputs_before in 0_usize..1000,
        values in prop::collection::vec(-1e6..1e6_f64, 8),
        names in prop::collection::vec("\\PC{0,8}|[\"'\\\\\n\t#=]{0,4}", 9),
        epoch in prop::option::of(0_usize..1000),
    ) {
        let tree = TreeRecipe { flip, seed: seeds.0, outputs_before, n_features: 50, ..TreeRecipe::default() };
        let mut experiment = Experiment::default().on_tree(tree);
        experiment.items = names[..8].to_vec();
        experiment.user_features = vec![UserFeature { name: names[8].clone(), values }];
        experiment.watched = vec![Pair { item: 7, feature: 50 }, Pair { item: 0, feature: 1 }];
        experiment.init_before = init::outputs_used(&[(3, outputs_before)]);
        (experiment.lr, experiment.gamma, experiment.init_seed) = (lr, gamma, seeds.1);
        experiment.hidden = hidden;
        let pin = |experiment: Experiment| Pin {
            name: names[0].clone(),
            colour: epoch,
            is_hidden: epoch.is_some_and(|epoch| epoch % 3 == 0),
            experiment,
        };
        let other = Experiment { lr: 1.5 * lr.min(1e8), ..experiment.clone() };
        let file = ExperimentFile {
            view: ViewState {
                name: epoch.map(|_| names[1].clone()),
                epoch,
                learning: epoch.map(|epoch| modescope::experiment::view::LearningOptions {
                    is_log: epoch % 2 == 0,
                    layer: epoch,
                    ..Default::default()
                }),
                atlas: epoch.map(|epoch| modescope::experiment::atlas_look::AtlasLook {
                    threshold: 0.1 + epoch as f64,
                    is_lr_log: epoch % 2 == 0,
                    ..Default::default()
                }),
                followed: epoch.map(|epoch| [epoch, epoch + 1]).into_iter().collect(),
            },
            pins: vec![pin(other), pin(Experiment::default())],
            experiment,
        };
        prop_assert_eq!(read(&write(&file)), Ok(file));
    }

    #[test]
    fn own_data_are_read_back_the_same(
        values in prop::collection::vec(-1e6..1e6_f64, 6),
        has_weights in any::<bool>(),
        is_renamed in any::<bool>(),
    ) {
        let mut experiment = on_own(values, has_weights);
        if is_renamed {
            experiment.items[1] = "other".to_owned();
        }
        let pins = vec![Pin {
            name: "pin".to_owned(),
            colour: None,
            is_hidden: false,
            experiment: Experiment { gamma: 1.0, ..experiment.clone() },
        }];
        let file = ExperimentFile { pins, ..experiment.into() };
        prop_assert_eq!(read(&write(&file)), Ok(file));
    }

    #[test]
    fn a_damaged_file_does_not_panic(
        at in any::<prop::sample::Index>(),
        insert in "[\\[\\]=\"'.0-9a-e\n#{},-]{0,6}",
        n_lost in 0..9_usize,
    ) {
        let mut text = write(&presets::shark().into());
        let at = at.index(text.len());
        let end = (at + n_lost).min(text.len());
        text.replace_range(at..end, &insert);
        let _ = read(&text);
    }
}

#[test]
fn named_groups_are_read_back_and_items_of_no_branch_are_refused() {
    let group = |first, last, name: &str| ItemGroup {
        first,
        last,
        name: name.to_owned(),
    };
    let experiment = Experiment::default()
        .with_group(group(6, 7, "conifers and oaks"))
        .with_group(group(0, 3, "fauna"));
    let file = ExperimentFile::from(experiment);
    assert_eq!(read(&write(&file)), Ok(file));
    let refused = |groups: &str| {
        let error = read(&format!("version = 3\n{groups}")).expect_err(groups);
        error.to_string()
    };
    let one = |items: &str, name: &str| format!("[[group]]\nitems = {items}\nname = \"{name}\"\n");
    let two_branches = refused(&one("[1, 2]", "none"));
    assert!(two_branches.contains("group.items"), "{two_branches}");
    let twice = refused(&(one("[0, 1]", "fish") + &one("[0, 1]", "pets")));
    assert!(twice.contains("has a name already"), "{twice}");
    let nameless = refused(&one("[0, 1]", ""));
    assert!(nameless.contains("group.name"), "{nameless}");
}

#[test]
fn a_pin_without_named_groups_has_none_of_the_files() {
    let group = ItemGroup {
        first: 0,
        last: 3,
        name: "fauna".to_owned(),
    };
    let mut file = ExperimentFile::from(Experiment::default().with_group(group));
    file.pins.push(Pin {
        name: "before".to_owned(),
        colour: None,
        is_hidden: false,
        experiment: Experiment::default(),
    });
    assert_eq!(read(&write(&file)), Ok(file));
}

#[test]
fn a_group_that_the_tree_does_not_have_is_not_named() {
    let group = |first, last| ItemGroup {
        first,
        last,
        name: "x".to_owned(),
    };
    let mut small = Experiment::default();
    small.data.tree_mut().unwrap().levels = 2;
    small.fit_after(&Experiment::default());
    assert_eq!(small.with_group(group(6, 7)), small);
    // Nor does a name outlive its tree.
    let mut other = Experiment::default().with_group(group(6, 7));
    let before = other.clone();
    other.data.tree_mut().unwrap().levels = 2;
    other.fit_after(&before);
    assert!(other.groups.is_empty());
}
