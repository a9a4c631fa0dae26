//! Errors in a file are reported in words, with their line and field.

use modescope::data::UserFeature;
use modescope::experiment::Pair;
use modescope::experiment::file::{ExperimentFile, Pin, read, read_beside, write};
use modescope::presets;

use super::sample::{on_own, with};

fn refused(text: &str) -> String {
    read(text).expect_err("must be refused").to_string()
}

#[test]
fn files_of_another_kind_are_refused_in_words() {
    assert_eq!(
        refused(""),
        "there is no `version`, so this is no experiment file"
    );
    assert_eq!(
        refused("version = 4\nwhat = \"nobody knows\""),
        "the file is of version 4, and this modescope reads up to version 3"
    );
    assert!(refused("item,swims\nTuna,1\n").starts_with("line 1: "));
    assert!(refused("version = \"one\"").starts_with("line 1, `version`"));
}

#[test]
fn view_options_may_be_left_out_and_wrong_ones_are_reported() {
    let shark = write(&presets::shark().into());
    let part = |line: &str| format!("{shark}\n[view.learning]\n{line}\n");
    let learning = read(&part("theory = \"both\"")).map(|file| file.view.learning);
    let expected = modescope::experiment::view::LearningOptions {
        theory: modescope::experiment::view::TheoryShown::Both,
        ..Default::default()
    };
    assert_eq!(learning, Ok(Some(expected)));
    for (line, field) in [
        ("theory = \"none\"", "view.learning.theory"),
        ("is_log = 1", "view.learning.is_log"),
        ("shows_everything = true", "view.learning.shows_everything"),
    ] {
        let said = refused(&part(line));
        let place = format!("line {}, `{field}`", part(line).lines().count());
        assert!(said.starts_with(&place), "{said}");
    }
}

#[test]
fn options_of_the_atlas_are_held_against_each_other() {
    let shark = write(&presets::shark().into());
    let part = |line: &str| format!("{shark}\n[view.atlas]\n{line}\n");
    let atlas = read(&part("y = \"flip\"")).map(|file| file.view.atlas);
    let expected = modescope::experiment::atlas_look::AtlasLook {
        y: modescope::experiment::atlas_look::AxisOf::Flip,
        ..Default::default()
    };
    assert_eq!(atlas, Ok(Some(expected)));
    for (line, field) in [
        ("x = \"gamma\"", "view.atlas.x"),
        ("y = \"lr\"", "view.atlas.y"),
        ("y = \"seed\"", "view.atlas.y"),
        ("threshold = -1.0", "view.atlas.threshold"),
        ("n_draws = 0", "view.atlas.n_draws"),
        ("color = \"drops\"", "view.atlas.color"),
    ] {
        let said = refused(&part(line));
        let place = format!("line {}, `{field}`", part(line).lines().count());
        assert!(said.starts_with(&place), "{said}");
    }
}

#[test]
fn each_version_has_its_own_words() {
    // Of the tree's and of the network's key one is changed, the other is its version's.
    let text = write(&presets::shark().into());
    let texts = |version: u32, own: &str, other: &str| {
        let lines = [format!("\n{own} = 0"), format!("\n{other} = 2000000000")];
        let text = text.replace("version = 3", &format!("version = {version}"));
        [[1, 0], [0, 1]].map(|[tree, network]| {
            let text = text.replacen("\noutputs_before = 0", &lines[tree], 1);
            let at = text.find("[network]").expect("it is there");
            let (before, from) = text.split_at(at);
            let from = from.replacen("\noutputs_before = 0", &lines[network], 1);
            format!("{before}{from}")
        })
    };
    for (version, own, other) in [
        (1, "before", "outputs_before"),
        (2, "outputs_before", "before"),
        (3, "outputs_before", "before"),
    ] {
        for text in texts(version, own, other) {
            let line = line_of(&text, &format!("{other} = 2000000000"), 0);
            let words = format!("line {line}, `{other}`: unknown field `{other}`");
            let said = refused(&text);
            assert!(said.starts_with(&words), "{said}");
            assert!(said.contains(&format!(" `{own}`")), "{said}");
        }
        // And too much of it is said in its own words.
        for (text, table) in texts(version, own, own).iter().zip(["tree", "network"]) {
            let line = line_of(text, &format!("{own} = 2000000000"), 0);
            let words = format!("line {line}, `{table}.{own}`: the number of");
            let said = refused(text);
            assert!(said.starts_with(&words), "{said}");
        }
    }
}

#[test]
fn an_unknown_key_gets_a_suggestion() {
    for (line, by, words) in [
        (
            "lr = 100.0",
            "lrr = 100.0",
            "unknown field `lrr`; did you mean `lr`?",
        ),
        (
            "lr = 100.0",
            "rate = 100.0",
            "unknown field `rate`; known here: `lr`, `gamma`",
        ),
        (
            "[training]",
            "[trainning]",
            "`trainning`; did you mean `training`?",
        ),
        (
            "hidden = [30]",
            "hiden = [30]",
            "`hiden`; did you mean `hidden`?",
        ),
    ] {
        let said = refused(&with(line, by));
        assert!(said.contains(words), "{by}: {said}");
    }
    let shark = write(&presets::shark().into());
    let said = refused(&format!("{shark}\n[view.learning]\nis_logg = true\n"));
    assert!(said.contains("did you mean `is_log`?"), "{said}");
}

/// A line of a good file, what it is changed to, and what is said of that.
const WRONG_VALUES: &[(&str, &str, &str)] = &[
    (
        "lr = 100.0",
        "lr = -3",
        "`training.lr`: the learning rate must be above zero",
    ),
    ("lr = 100.0", "lr = \"fast\"", "`lr`: invalid type"),
    ("lr = 100.0", "lr = ", "line "),
    (
        "hidden = [30]",
        "hidden = [0]",
        "`network.hidden`: the number of hidden units",
    ),
    (
        "flip = 0.15",
        "flip = 1.5",
        "`tree.flip`: the flip probability",
    ),
    ("levels = 3", "levels = 4", "`items`"),
    (
        "outputs_before = 0\n\n[[feature]]",
        "outputs_before = 9000000000000000000\n\n[[feature]]",
        "`tree.outputs_before`: the number of numpy's outputs passed over must be from 0",
    ),
    (
        "outputs_before = 0\n\n[training]",
        "outputs_before = 1000000001\n\n[training]",
        "`network.outputs_before`: the number of torch's outputs passed over must be",
    ),
    ("item = 0", "item = 8", "`watch`: a watched item"),
    (
        "values = [-1.0, 1.0",
        "values = [1.0",
        "`feature`: a user feature has 7 values",
    ),
    ("[tree]", "[forest]", "unknown field `forest`"),
];

#[test]
fn a_wrong_value_is_reported_with_its_line_and_field() {
    for &(line, by, words) in WRONG_VALUES {
        let text = with(line, by);
        let said = refused(&text);
        assert!(said.contains(words), "{by}: {said}");
        // The section's line, where what is wrong is not there.
        let first = by.lines().next();
        let at = first.and_then(|by| text.lines().position(|l| l.starts_with(by)));
        if let Some(at) = at.filter(|_| words.contains('.')) {
            assert!(said.starts_with(&format!("line {}", at + 1)), "{said}");
        }
    }
    let both = with("[training]", "[own]\nname = \"a\"\n[training]");
    assert!(refused(&both).contains("either"), "{}", refused(&both));
}

/// A good file with two features, watched pairs and pins.
fn with_lists() -> String {
    let mut experiment = presets::shark();
    let second = UserFeature {
        name: "second".to_owned(),
        ..experiment.user_features[0].clone()
    };
    experiment.user_features.push(second);
    let pair = Pair {
        item: 7,
        feature: 9,
    };
    experiment.watched.push(pair);
    let pin = |name: &str| Pin {
        name: name.to_owned(),
        colour: None,
        is_hidden: false,
        experiment: experiment.clone(),
    };
    write(&ExperimentFile {
        pins: vec![pin("a"), pin("b")],
        ..experiment.clone().into()
    })
}

/// The line, from 1, on which the `n`-th (from 0) such line stands.
fn line_of(text: &str, line: &str, n: usize) -> usize {
    let found = text.lines().enumerate().filter(|(_, l)| *l == line);
    1 + found.map(|(i, _)| i).nth(n).expect("it is there")
}

#[test]
fn of_several_entries_the_wrong_one_is_reported() {
    let text = with_lists();
    // What is changed from a header's second appearance on, and what is said of it.
    for (header, from, to, words) in [
        ("[[feature]]", "[-1.0, 1.0", "[1.0", "`feature`: a user"),
        (
            "[[feature]]",
            "[-1.0, 1.0",
            "[nan, 1.0",
            "`feature`: a user",
        ),
        ("[[watch]]", "item = 7", "item = 8", "`watch`: a watched"),
        (
            "[[watch]]",
            "feature = 9",
            "feature = 20000",
            "`watch`: a watched",
        ),
    ] {
        let line = line_of(&text, header, 1);
        let bad = changed_from(&text, line, from, to);
        assert!(
            refused(&bad).starts_with(&format!("line {line}, {words}")),
            "{to}: {}",
            refused(&bad)
        );
    }
}

#[test]
fn in_a_pin_the_wrong_line_itself_is_reported() {
    let text = with_lists();
    let pin = line_of(&text, "[[pin]]", 1);
    for (from, to, words) in [
        ("lr = 100.0", "lr = -1", "`pin.experiment.training.lr`"),
        (
            "hidden = [30]",
            "hidden = [0]",
            "`pin.experiment.network.hidden`",
        ),
        ("lr = 100.0", "lr = \"fast\"", "`lr`"),
        ("hidden = [30]", "hidden = [-3]", "`hidden`"),
    ] {
        let bad = changed_from(&text, pin, from, to);
        let line = line_of(&bad, to, 0);
        assert!(line > pin);
        let said = refused(&bad);
        assert!(
            said.starts_with(&format!("line {line}, {words}: ")),
            "{said}"
        );
    }
    // And an entry of a pin's entry.
    let bad = changed_from(&text, pin, "item = 7", "item = 8");
    let line = line_of(&bad, "item = 8", 0) - 1;
    let said = refused(&bad);
    assert!(
        said.starts_with(&format!("line {line}, `pin.experiment.watch`")),
        "{said}"
    );
}

/// A text with a change at the first place at or behind that line.
fn changed_from(text: &str, line: usize, from: &str, to: &str) -> String {
    let before = text.lines().take(line - 1).map(|l| l.len() + 1).sum();
    let (kept, rest) = text.split_at(before);
    assert!(rest.contains(from), "{from} is not in {rest}");
    kept.to_owned() + &rest.replacen(from, to, 1)
}

#[test]
fn entries_of_data_and_weights_are_reported_by_line() {
    let text = write(&on_own(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], true).into());
    let item = line_of(&text, "[[own.item]]", 1);
    let values = item + 2;
    for (from, to, line) in [
        ("6.0]", "nan]", item),
        ("6.0]", "6.0, 7.0]", values),
        ("6.0]", "\"six\"]", values),
    ] {
        let said = refused(&changed_from(&text, item, from, to));
        assert!(said.starts_with(&format!("line {line}, ")), "{to}: {said}");
    }
    let layer = line_of(&text, "[[network.layer]]", 1);
    let bad = changed_from(&text, layer, "rows = [[", "rows = [[1.0], [");
    let said = refused(&bad);
    assert!(
        said.starts_with(&format!("line {}, `network.layer.rows`: row 2", layer + 1)),
        "{said}"
    );
    let bad = changed_from(&text, layer, "rows = [[", "rows = [[1.0, 2.0, 3.0, 4.0], [");
    let said = refused(&bad);
    assert!(
        said.starts_with(&format!("line {layer}, `network.layer`: the given weights")),
        "{said}"
    );
}

#[test]
fn types_are_named_for_people() {
    for (line, by, words) in [
        ("lr = 100.0", "lr = \"fast\"", "expected a number"),
        ("levels = 3", "levels = 3.5", "expected a whole number"),
        (
            "levels = 3",
            "levels = -3",
            "expected a whole number from 0",
        ),
        ("seed = 2021", "seed = 5000000000", "to 4294967295"),
        ("hidden = [30]", "hidden = 30", "expected a list"),
        ("name = \"has_bones\"", "name = 1", "expected text"),
        ("version = 3", "version = 0", "there is no version 0"),
        ("version = 3", "version = \"1\"", "expected a whole number"),
    ] {
        let said = refused(&with(line, by));
        assert!(said.contains(words), "{by}: {said}");
        for jargon in ["usize", "u32", "i64", "f64", "sequence", "struct"] {
            assert!(!said.contains(jargon), "{by}: {said}");
        }
    }
    let said = refused("version = 1\nitems = []\ntree = 3\n");
    assert!(said.ends_with("expected a table"), "{said}");
}

#[test]
fn own_data_that_cannot_be_trained_on_are_refused() {
    let file = ExperimentFile::from(on_own(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], false));
    let text = write(&file).replace("6.0", "nan");
    let said = refused(&text);
    assert!(
        said.contains("`own.item` row 2, column 3 holds NaN"),
        "{said}"
    );
}

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_line() {
    let nothing = &mut |_: &str| unreachable!("it names no other file");
    let error = read_beside(b"version = 1\n\xff", nothing).expect_err("must be refused");
    assert_eq!(error.to_string(), "line 2: this is not UTF-8 text");
}
