//! Reading and writing an archive.

use proptest::prelude::*;

use super::super::npy;
use super::super::own::tests::any_data;
use super::*;

const WEIGHTS: &[u8] = include_bytes!("../../../tests/data/weights.npz");

macro_rules! fixture {
    ($name:literal) => {
        read(include_bytes!(concat!(
            "../../../tests/data/",
            $name,
            ".npz"
        )))
    };
}

/// The fixtures' features, N × P.
fn targets() -> DMatrix<f64> {
    let by_rows = [
        1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 0.5, 0.25, -0.125, 2.0, 3.0, 4.0,
    ];
    DMatrix::from_row_slice(4, 3, &by_rows)
}

/// An archive of arrays by name, type, shape and bytes.
fn archive(arrays: &[(&str, &str, &str, &[u8])]) -> Vec<u8> {
    let mut archive = Packer::tight(Cursor::new(Vec::new()));
    for (name, descr, shape, values) in arrays {
        let dict = format!("{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}");
        archive.file(&format!("{name}.npy"), &npy::tests::file(&dict, values));
    }
    archive.finish().expect("memory").into_inner()
}

const TWO_BY_TWO: (&str, &str, &str, &[u8]) = ("features", "'|i1'", "(2, 2)", &[1, 0, 0, 1]);

/// The refusal of `features` of two by two with more arrays beside them.
fn refused_with(arrays: &[(&str, &str, &str, &[u8])]) -> String {
    let arrays = [&[TWO_BY_TWO], arrays].concat();
    let error = read(&archive(&arrays)).expect_err("must be refused");
    error.to_string()
}

fn refused(descr: &str, shape: &str, values: &[u8]) -> ReadError {
    read(&archive(&[("features", descr, shape, values)])).expect_err("must be refused")
}

#[test]
fn numpys_files_are_read_in_either_order() {
    for data in [fixture!("float64"), fixture!("fortran"), fixture!("items")] {
        assert_eq!(data.expect("numpy made it").dataset.targets, targets());
    }
    let signs = targets().map(f64::signum);
    for data in [fixture!("int8"), fixture!("bool")] {
        let data = data.expect("numpy made it");
        assert_eq!(data.dataset.targets, signs);
        assert_eq!(data.items, ["item 1", "item 2", "item 3"]);
    }
    let items = fixture!("items").expect("numpy made it").items;
    assert_eq!(items, ["Robin", "Tuna", "松の木"]);
}

#[test]
fn first_weights_are_read() {
    let data = read(WEIGHTS).expect("numpy made it");
    let weights = data.weights.expect("W1 and W2");
    let first = DMatrix::from_fn(2, 3, |i, j| (3 * i + j) as f64 / 8.0);
    let second = DMatrix::from_fn(4, 2, |i, j| (2 * i + j) as f64 / 16.0);
    assert_eq!(weights, [first, second]);
    let golden = include_bytes!("../../../tests/golden/two_hidden_layers.npz");
    let golden = read(golden).expect("PyTorch's run");
    assert_eq!(golden.weights.map(|layers| layers.len()), Some(3));
}

#[test]
fn zeros_and_ones_are_numbers() {
    let data = read(&archive(&[TWO_BY_TWO])).expect("numbers");
    assert_eq!(data.dataset.targets, DMatrix::identity(2, 2));
}

#[test]
fn pickled_objects_are_refused_in_words() {
    let error = fixture!("objects").expect_err("must be refused");
    let words = "`features` is of the type |O, which is not read here; convert it in Python: import \
                 numpy as np; d = dict(np.load(\"FILE.npz\", allow_pickle=True)); d[\"features\"] \
                 = d[\"features\"].astype(float); np.savez(\"NEW.npz\", **d)";
    assert_eq!(error.to_string(), words);
    let error = fixture!("object_items").expect_err("must be refused");
    assert!(error.to_string().contains("d[\"items\"].astype(str)"));
}

#[test]
fn a_file_that_is_not_an_archive_is_refused() {
    assert_eq!(read(b""), Err(ReadError::Empty));
    assert_eq!(read(b"item,p\na,1\nb,0\n"), Err(ReadError::NotNpz));
    assert_eq!(read(&WEIGHTS[..WEIGHTS.len() / 2]), Err(ReadError::NotNpz));
}

#[test]
fn the_only_matrix_is_the_table_whatever_its_name() {
    let lone = |extra: &[(&str, &str, &str, &[u8])]| {
        let table = ("M", "'|i1'", "(2, 3)", &[1, 0, 0, 0, 1, 2][..]);
        archive(&[&[table, ("t", "'<f8'", "()", &[0; 8])][..], extra].concat())
    };
    let data = read(&lone(&[])).expect("one matrix");
    assert_eq!(data.items, ["item 1", "item 2"]);
    assert_eq!(data.feature_names, None);
    let text: [(&str, &str, &str, &[u8]); 2] = [
        ("who", "'|S1'", "(2,)", b"ab"),
        ("features", "'<U1'", "(3,)", b"p\0\0\0q\0\0\0r\0\0\0"),
    ];
    let data = read(&lone(&text)).expect("names by length and by word");
    assert_eq!(data.items, ["a", "b"]);
    let names = ["p", "q", "r"].map(str::to_owned).to_vec();
    assert_eq!(data.feature_names, Some(names));
    let classes = read(&lone(&[("y", "'|S1'", "(2,)", b"aa")]));
    assert_eq!(classes.expect("classes").items, ["item 1", "item 2"]);
}

#[test]
fn of_several_matrices_one_must_be_named() {
    let arrays: [(&str, &str, &str, &[u8]); 3] = [
        ("X", "'|i1'", "(2, 2)", &[1, 0, 0, 1]),
        ("Y", "'<f2'", "(2, 1)", &[0, 0x3c, 0, 0xb8]),
        ("Z\x1b", "'|i1'", "(2, 2, 1)", &[1, 0, 0, 1]),
    ];
    let bytes = archive(&arrays);
    let error = read(&bytes).expect_err("two matrices").to_string();
    assert!(error.contains("X (2, 2), Y (2, 1);"), "{error}");
    let named = arrays::of_archive(&bytes, Some("Y")).expect("float16");
    assert_eq!(named.values.as_slice(), [1.0, -0.5]);
    let error = arrays::of_archive(&bytes, Some("A"))
        .err()
        .expect("not there");
    let said = error.to_string();
    assert!(
        said.starts_with("there is no array `A`; the file holds: ") && said.contains('Y'),
        "{said}"
    );
    let error = read(&archive(&arrays[2..])).expect_err("no matrix");
    assert!(
        error.to_string().ends_with(r"holds: Z\u{1b} (2, 2, 1)"),
        "{error}"
    );
}

#[test]
fn a_single_array_is_a_table_if_it_is_a_matrix() {
    let file = |shape: &str| {
        let dict = format!("{{'descr': '>f8', 'fortran_order': True, 'shape': {shape}, }}");
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(f64::to_be_bytes);
        npy::tests::file(&dict, &values.concat())
    };
    let read = |shape: &str| arrays::of_npy(&file(shape));
    let by_columns = [1.0, 3.0, 5.0, 2.0, 4.0, 6.0];
    let values = read("(2, 3)").expect("a matrix").values;
    assert_eq!(values.as_slice(), by_columns);
    for shape in ["()", "(6,)", "(1, 2, 3)"] {
        let error = read(shape).err().expect("no matrix").to_string();
        assert!(error.contains("must have two dimensions"), "{error}");
    }
    for shape in ["(2, -3)", "(2, 4)", "(2, 2)", "(2, 3"] {
        assert!(read(shape).is_err(), "{shape}");
    }
}

#[test]
fn features_must_be_a_matrix_of_reasonable_size() {
    let words = |shape: &str| refused("'<f8'", shape, &[0; 64]).to_string();
    let two = "and must have two dimensions";
    assert_eq!(
        words("(8,)"),
        format!("`features` has the shape (8,) {two}")
    );
    assert_eq!(
        words("(2, 2, 2)"),
        format!("`features` has the shape (2, 2, 2) {two}")
    );
    assert_eq!(
        words("(1, 8)"),
        "the number of items is 1 and must be at least 2"
    );
    assert_eq!(
        refused("'|i1'", "(513, 1)", &[0; 513]).to_string(),
        "the number of items is 513 and must be at most 512"
    );
    let huge = "`features` has the shape (2, 10000000000), which is more than can be read";
    assert_eq!(words("(2, 10000000000)"), huge);
    assert_eq!(words("(2, 1000000)"), "`features` is damaged or cut short");
}

#[test]
fn numbers_out_of_reach_are_refused_with_their_place() {
    let values = [1.0, 2.0, 3.0, f64::NAN].map(f64::to_le_bytes).concat();
    let words = "`features` row 2, column 2 holds NaN, which is not a finite number";
    assert_eq!(refused("'<f8'", "(2, 2)", &values).to_string(), words);
    let values = [1, 1_000_001, 3, 4].map(i64::to_le_bytes).concat();
    let words = "`features` row 1, column 2 holds 1000001; values must be from -1000000 to \
                 1000000";
    assert_eq!(refused("'<i8'", "(2, 2)", &values).to_string(), words);
    assert_eq!(refused("'|b1'", "(2, 2)", &[0; 4]), ReadError::Constant);
}

#[test]
fn names_must_fit_the_features() {
    let a_a = b"a\0\0\0a\0\0\0";
    let words = "`items` row 2 holds \"a\", which an item before it is called already";
    assert_eq!(refused_with(&[("items", "'<U1'", "(2,)", a_a)]), words);
    let words = refused_with(&[("items", "'<U1'", "(2,)", b"a\0\0\0\0\0\0\0")]);
    assert_eq!(words, "`items` row 2 has no item name");
    let words = refused_with(&[("items", "'<U1'", "(1,)", b"a\0\0\0")]);
    assert_eq!(
        words,
        "`items` has the shape (1,) and must have the shape (2,)"
    );
    let words = refused_with(&[("feature_names", "'<U1'", "(2, 1)", a_a)]);
    let fit = "must have the shape (2,)";
    assert_eq!(
        words,
        format!("`feature_names` has the shape (2, 1) and {fit}")
    );
    let words = refused_with(&[("items", "'<U1'", "(2,)", &[255; 8])]);
    assert_eq!(words, "`items` is damaged or cut short");
    let long = [&[97, 0, 0, 0].repeat(1001), &[0; 4004][..]].concat();
    let words = refused_with(&[("items", "'<U1001'", "(2,)", &long)]);
    assert_eq!(
        words,
        "`items` row 1 holds a name that is longer than 1000 characters"
    );
    let words = refused_with(&[("items", "'<U999999999'", "(2,)", a_a)]);
    assert_eq!(
        words,
        "`items` has the shape (2,), which is more than can be read"
    );
}

#[test]
fn more_layers_than_a_network_has_are_refused_before_any_is_read() {
    let names: Vec<String> = (1..=6).map(layer_name).collect();
    let layer = |name| (name, "'|O'", "(2, 2)", &[][..]);
    let layers: Vec<_> = names.iter().map(|name| layer(name.as_str())).collect();
    let words = "there are 6 layers of weights, and there may be at most 5";
    assert_eq!(refused_with(&layers), words);
}

#[test]
fn weights_must_fit_the_features() {
    let words = refused_with(&[("W1", "'|i1'", "(2, 3)", &[0; 6])]);
    assert_eq!(words, "`W1` is 2 x 3 and must be 2 x 2");
    let first: (&str, &str, &str, &[u8]) = ("W1", "'|i1'", "(3, 2)", &[0; 6]);
    let words = refused_with(&[first, ("W2", "'|i1'", "(2, 4)", &[0; 8])]);
    assert_eq!(words, "`W2` is 2 x 4 and must be 2 x 3");
    let words = refused_with(&[first, ("W3", "'|i1'", "(2, 4)", &[0; 8])]);
    assert_eq!(words, "there is no array `W2`");
    let huge = ("W1", "'|i1'", "(900000000, 2)", &[0; 6][..]);
    let words = refused_with(&[huge, ("W2", "'|i1'", "(2, 900000000)", &[0; 6])]);
    let too_many = "which is more than can be read";
    assert_eq!(
        words,
        format!("`W1` has the shape (900000000, 2), {too_many}")
    );
    let words = refused_with(&[("W1", "'<f8'", "(2, 2)", &[255; 32])]);
    assert_eq!(
        words,
        "`W1` row 1, column 1 holds NaN, which is not a finite number"
    );
}

proptest! {
    #[test]
    fn any_data_written_are_read_back_the_same(data in any_data(true)) {
        prop_assert_eq!(read(&write(&data)), Ok(data));
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_damaged_archive_does_not_panic(
        at in any::<prop::sample::Index>(),
        insert in prop::collection::vec(any::<u8>(), 0..9),
        n_lost in 0..9_usize,
    ) {
        let stored = include_bytes!("../../../tests/data/items.npz");
        for good in [WEIGHTS, stored] {
            let at = at.index(good.len());
            let end = (at + n_lost).min(good.len());
            let mut bytes = good.to_vec();
            bytes.splice(at..end, insert.iter().copied());
            let _ = read(&bytes);
        }
    }

    #[test]
    fn any_header_is_answered(
        descr in "'[<>|][a-zA-Z][0-9]{0,3}'|\\[\\('a', '<f8'\\)\\]",
        shape in "\\([0-9]{1,20}, ?[0-9]{0,20}\\)|[(\\[0-9, )]{0,9}",
        values in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let _ = read(&archive(&[("features", &descr, &shape, &values)]));
    }
}
