//! Rules of reading a stored run.

use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::analysis::theory::Forecast;
use crate::data::packer::Packer;
use crate::data::{TreeRecipe, UserFeature};
use crate::experiment::{Experiment, Pair};
use crate::export::run_npz::{self, FullSize};
use crate::model::{Setup, Training, run_from};

fn small(hidden: Vec<usize>, lr: f64) -> Experiment {
    let mut experiment = Experiment {
        hidden,
        lr,
        gamma: 1.0,
        n_epochs: 60,
        user_features: vec![UserFeature {
            name: "has_bones".to_owned(),
            values: vec![-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0],
        }],
        ..Experiment::default()
    };
    experiment.items[0] = "サメ".to_owned();
    let feature = experiment.n_outputs() - 1;
    let pair = |item| Pair { item, feature };
    experiment.watched = vec![pair(0), pair(1)];
    experiment
}

fn stored(experiment: &Experiment) -> (Vec<u8>, Record, Outcome) {
    let (record, outcome) = run_from(experiment, &mut Setup::new(experiment, None));
    (archived(experiment, &record, outcome), record, outcome)
}

/// The archive of a run.
fn archived(experiment: &Experiment, record: &Record, outcome: Outcome) -> Vec<u8> {
    let mut setup = Setup::new(experiment, None);
    let watched: Vec<_> = experiment.pair_names();
    let view = RunView::of(experiment, &watched, record, outcome);
    let full_size = FullSize::of(experiment, &mut setup);
    let forecast = Forecast::of(experiment, &mut setup);
    let file = Cursor::new(Vec::new());
    let file = run_npz::write(file, experiment, &view, &full_size, &forecast).expect("memory");
    file.into_inner()
}

#[test]
fn a_stored_run_is_read_back_the_same() {
    for (hidden, lr) in [
        (vec![], 100.0),
        (vec![30], 100.0),
        (vec![9, 5], 20.0),
        (vec![30], 900.0),
    ] {
        let experiment = small(hidden, lr);
        let (bytes, record, outcome) = stored(&experiment);
        assert_eq!(outcome == Outcome::Finished, lr < 900.0);
        let run = read(&bytes).expect("just written");
        assert_eq!(run.record, record);
        assert_eq!(run.outcome, outcome);
        assert_eq!(run.items, experiment.items);
        assert_eq!(run.watched, ["サメ has_bones", "Tuna has_bones"]);
        assert_eq!(run.n_epochs, 60);
    }
}

#[test]
fn a_stored_run_of_64_items_is_read_back_the_same_with_and_without_gaps() {
    let tree = TreeRecipe {
        levels: 6,
        n_features: 60,
        ..TreeRecipe::default()
    };
    for (lr, aligned_stride) in [(2.0, 1), (2.0, 7), (900.0, 7)] {
        let experiment = Experiment {
            lr,
            gamma: 1.0,
            n_epochs: 30,
            ..Experiment::default().on_tree(tree.clone())
        };
        let network = Setup::new(&experiment, None).network(&experiment);
        let training = Training::with_stride(network, lr, 30, 1);
        let training = training.with_aligned_stride(aligned_stride);
        let (record, outcome, _) = training.run(experiment.row_shape());
        assert_eq!(outcome == Outcome::Finished, lr < 900.0);
        let n_whole = record.all_aligned().count();
        assert_eq!(n_whole == record.len(), aligned_stride == 1);
        let run = read(&archived(&experiment, &record, outcome)).expect("just written");
        assert!(run.record == record);
        assert_eq!((run.outcome, run.n_epochs), (outcome, 30));
    }
}

/// The arrays of two rows of 33 items, with the aligned matrix of some epochs.
const OF_33_ITEMS: [(&str, &[usize], f64); 5] = [
    ("losses", &[2], 1.0),
    ("modes", &[2, 33], 1.0),
    ("strengths", &[2, 33], 1.0),
    ("aligned_epochs", &[1], 1.0),
    ("aligned", &[1, 33, 33], 1.0),
];

#[test]
fn aligned_matrices_of_other_epochs_or_shapes_are_refused_in_words() {
    let read_with = |array: usize, shape: &'static [usize], value: f64| {
        let mut arrays = OF_33_ITEMS;
        (arrays[array].1, arrays[array].2) = (shape, value);
        read(&archive(&arrays))
    };
    let run = read_with(3, &[1], 1.0).expect("a matrix for the second row");
    let of_rows = [0, 1].map(|row| run.record.aligned(row).map(|aligned| aligned.row));
    assert_eq!((run.record.len(), of_rows), (2, [None, Some(1)]));
    for (array, shape, value, words) in [
        (
            3,
            &[1][..],
            2.0,
            "`aligned_epochs` must be some of `epochs`",
        ),
        (
            3,
            &[2],
            1.0,
            "`aligned_epochs` must be whole numbers that ascend",
        ),
        (
            3,
            &[1],
            f64::NAN,
            "`aligned_epochs` must be whole numbers that ascend",
        ),
        (
            4,
            &[2, 33, 33],
            1.0,
            "`aligned` has the shape [2, 33, 33] and must have the shape [1, 33, 33]",
        ),
        (
            2,
            &[2, 32],
            1.0,
            "`strengths` has the shape [2, 32] and must have the shape [2, 33]",
        ),
    ] {
        let refused = read_with(array, shape, value).expect_err("must be refused");
        assert_eq!(refused.to_string(), words);
    }
    let without = [OF_33_ITEMS[0], OF_33_ITEMS[1], OF_33_ITEMS[3]];
    let refused = read(&archive(&without)).expect_err("no strengths");
    assert_eq!(refused.to_string(), "there is no array `strengths`");
}

#[test]
fn past_32_items_a_run_ends_where_strengths_or_a_matrix_are_not_finite() {
    for (array, n_rows) in [(2, 0), (4, 1)] {
        let mut arrays = OF_33_ITEMS;
        arrays[array].2 = f64::NAN;
        let run = read(&archive(&arrays)).expect("a run");
        assert_eq!(run.record.len(), n_rows);
        assert_eq!(run.outcome, Outcome::Diverged { epoch: n_rows });
    }
}

#[test]
fn a_matrix_for_every_row_is_read_past_32_items_too_and_none_is_no_fault() {
    let mut arrays = vec![
        OF_33_ITEMS[0],
        OF_33_ITEMS[1],
        ("aligned", &[2, 33, 33], 3.0),
    ];
    let run = read(&archive(&arrays)).expect("a run");
    assert_eq!(run.record.all_aligned().count(), 2);
    assert_eq!(run.record.strength(1, 32).to_bits(), 3.0_f64.to_bits());
    arrays.pop();
    let run = read(&archive(&arrays)).expect("a run");
    assert_eq!((run.record.len(), run.record.all_aligned().count()), (2, 0));
    assert_eq!(run.record.strength(1, 32).to_bits(), 0.0_f64.to_bits());
}

#[test]
fn names_of_groups_are_kept() {
    let songbirds = ItemGroup {
        first: 2,
        last: 3,
        name: "songbirds".to_owned(),
    };
    let experiment = small(vec![4], 100.0).with_group(songbirds.clone());
    let (bytes, ..) = stored(&experiment);
    let run = read(&bytes).expect("just written");
    assert_eq!(run.groups, [songbirds]);
    assert_eq!(run.view().groups, experiment.groups);
}

#[test]
fn groups_of_no_items_are_refused() {
    let base: [(&str, &[usize], f64); 2] = [("losses", &[2], 1.0), ("modes", &[2, 3], 1.0)];
    let read_with = |shape: &[usize], ends: &[f64], names: &[&str]| {
        let mut archive = Packer::tight(Cursor::new(Vec::new()));
        for (name, shape, value) in base {
            let values = std::iter::repeat_n(value, shape.iter().product());
            archive.numbers(name, shape, values).expect("memory");
        }
        let ends = ends.iter().copied();
        archive.numbers("groups", shape, ends).expect("memory");
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        archive.names("group_names", &names).expect("memory");
        read(&archive.finish().expect("memory").into_inner())
    };
    let refused = |shape: &[usize], ends: &[f64], names: &[&str]| {
        read_with(shape, ends, names).expect_err("must be refused")
    };
    let one = read_with(&[1, 2], &[1.0, 2.0], &["birds"]).expect("it is a group");
    assert_eq!((one.groups[0].first, one.groups[0].last), (1, 2));
    for ends in [[1.0, 3.0], [2.0, 1.0]] {
        let error = refused(&[1, 2], &ends, &["birds"]);
        assert_eq!(error, StoredRunError::Groups, "{ends:?}");
    }
    for ends in [[0.5, 2.0], [-1.0, 2.0], [f64::NAN, 2.0], [0.0, 1e300]] {
        let error = refused(&[1, 2], &ends, &["birds"]);
        let is_not_whole = matches!(error, StoredRunError::NotWhole { .. });
        assert!(is_not_whole, "{ends:?}: {error}");
    }
    let twice = refused(&[2, 2], &[0.0, 1.0, 0.0, 1.0], &["fish", "birds"]);
    assert_eq!(twice, StoredRunError::Groups);
    let unnamed = refused(&[1, 2], &[0.0, 1.0], &[""]);
    assert_eq!(unnamed, StoredRunError::Groups);
    let many = refused(&[4, 2], &[1.0; 8], &["a", "b", "c", "d"]);
    assert_eq!(many, StoredRunError::Groups);
    let lone = refused(&[1], &[1.0], &["birds"]);
    assert!(matches!(lone, StoredRunError::Shape { .. }));
}

#[test]
fn the_taught_data_are_read_back() {
    let experiment = small(vec![4], 100.0);
    let (bytes, ..) = stored(&experiment);
    let run = read(&bytes).expect("just written");
    let data = read_data(&bytes, &run).expect("just written");
    let mut setup = Setup::new(&experiment, None);
    let modes = setup.modes(&experiment).clone();
    let expected = DataView::of(&experiment, setup.dataset(), modes);
    assert_eq!(data.shown, expected.shown);
    assert_eq!(data.n_features, 10_001);
    assert_eq!(data.shown[39].name, "has_bones");
    assert_eq!(data.population, expected.population);
    let values = |data: &DataView| data.modes.singular_values.clone();
    let pairs = values(&data).into_iter().zip(values(&expected));
    assert!(pairs.into_iter().all(|(a, b)| (a - b).abs() < 1e-8 * b));
}

#[test]
fn features_of_another_run_are_refused_in_words() {
    let base: [(&str, &[usize], f64); 2] = [("losses", &[2], 1.0), ("modes", &[2, 3], 1.0)];
    let words = |features: Option<(&str, &[usize], f64)>| {
        let arrays: Vec<_> = base.into_iter().chain(features).collect();
        let bytes = archive(&arrays);
        let run = read(&bytes).expect("a run");
        let refused = read_data(&bytes, &run).expect_err("must be refused");
        refused.to_string()
    };
    assert_eq!(words(None), "there is no array `features`");
    assert_eq!(
        words(Some(("features", &[4, 7], 1.0))),
        "`features` has the shape [4, 7] and must have the shape (3, features)"
    );
    let not_finite = words(Some(("features", &[3, 7], f64::NAN)));
    assert_eq!(not_finite, "`features` holds what is not finite");
}

#[test]
fn a_run_can_be_repeated_from_its_own_file() {
    let experiment = small(vec![9, 5], 20.0);
    let (bytes, ..) = stored(&experiment);
    let own = crate::data::npz::read(&bytes).expect("features and weights");
    assert_eq!(own.items, experiment.items);
    assert_eq!(own.n_features(), experiment.n_outputs());
    let weights = own.weights.expect("W1 … W3");
    assert_eq!(weights, whole_weights(&experiment));
}

fn whole_weights(experiment: &Experiment) -> Vec<nalgebra::DMatrix<f64>> {
    crate::model::first_weights::first_weights(experiment)
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let experiment = small(vec![4], 100.0);
    assert!(stored(&experiment).0 == stored(&experiment).0);
}

#[test]
fn a_golden_run_is_a_run() {
    let bytes = include_bytes!("../../../tests/golden/diverging.npz");
    let run = read(bytes).expect("PyTorch's run");
    assert_eq!(run.items[7], "Item 8");
    assert_eq!(run.watched, ["Prediction 1"]);
    assert!(matches!(run.outcome, Outcome::Diverged { epoch: 1..60 }));
}

#[test]
fn an_archive_without_a_run_is_refused_in_words() {
    let words = |bytes: &[u8]| read(bytes).expect_err("must be refused").to_string();
    assert_eq!(words(b""), "the file is empty");
    let data = include_bytes!("../../../tests/data/weights.npz");
    assert_eq!(words(data), "there is no array `modes`");
}

/// An archive of arrays of real numbers.
fn archive(arrays: &[(&str, &[usize], f64)]) -> Vec<u8> {
    let mut archive = Packer::tight(Cursor::new(Vec::new()));
    for &(name, shape, value) in arrays {
        let n = shape.iter().product();
        let values = std::iter::repeat_n(value, n);
        archive.numbers(name, shape, values).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

#[test]
fn a_small_file_takes_no_more_memory_than_a_large_one() {
    let n = 80_000;
    let bytes = archive(&[("losses", &[n], 1.0), ("modes", &[n, 32], 1.0)]);
    assert!(bytes.len() < 100_000);
    let refused = read(&bytes).expect_err("80,000 x 32 x 32 numbers");
    assert_eq!(
        refused.to_string(),
        "`modes` has the shape (80000, 32), which is more than can be read"
    );
}

#[test]
fn more_watched_pairs_than_any_picture_shows_are_refused() {
    let arrays = [
        ("losses", &[1][..], 1.0),
        ("modes", &[1, 1], 1.0),
        ("predictions", &[1, 10_001], 1.0),
    ];
    let refused = read(&archive(&arrays)).expect_err("10,001 pairs");
    assert_eq!(
        refused.to_string(),
        "`predictions` has the shape (1, 10001), which is more than can be read"
    );
}

#[test]
fn a_run_ends_where_anything_of_it_is_not_finite() {
    let arrays = [
        ("losses", &[2][..], 1.0),
        ("modes", &[2, 3], 1.0),
        ("rsms_1", &[2, 3, 3], 1.0),
        ("aligned", &[2, 3, 3], 1.0),
        ("predictions", &[2, 4], 1.0),
    ];
    let run = read(&archive(&arrays)).expect("two rows");
    assert_eq!((run.record.len(), run.outcome), (2, Outcome::Finished));
    for array in 0..arrays.len() {
        for value in [f64::INFINITY, f64::NAN] {
            let mut arrays = arrays;
            arrays[array].2 = value;
            let run = read(&archive(&arrays)).expect("no rows");
            assert_eq!(run.record.len(), 0, "{}", arrays[array].0);
            assert_eq!(run.outcome, Outcome::Diverged { epoch: 0 });
        }
    }
}

proptest! {
    #[test]
    fn a_damaged_archive_does_not_panic(
        at in any::<prop::sample::Index>(),
        insert in prop::collection::vec(any::<u8>(), 0..9),
        n_lost in 0..9_usize,
    ) {
        let good = include_bytes!("../../../tests/golden/no_hidden_layer.npz");
        let at = at.index(good.len());
        let end = (at + n_lost).min(good.len());
        let mut bytes = good.to_vec();
        bytes.splice(at..end, insert.iter().copied());
        let _ = read(&bytes);
    }
}
