//! A user's own data as an .npz archive of numpy's arrays.
//!
//! - `features`: items × features, in C or Fortran order; whole numbers of any size, float32 or
//!   float64, taken as they are (0 stays 0), or bool (true is +1 and false is −1);
//! - `items`, optional: the items' names, text; without it they are `Item 1` and so on;
//! - `feature_names`, optional: the features' names, text;
//! - `W1` … `WL`, optional: the weights to start from, W_1 being h × P and W_L being N × h.
//!
//! Other arrays are ignored. Pickled objects are never read, and nothing is unpacked before
//! its declared size has been held against the limits.

use std::io::{self, Cursor};

use nalgebra::DMatrix;

use super::archive::{Archive, Budget, Packer};
use super::own::{OwnData, Part, check_layer, check_size, check_weights};
use super::read_error::{Place, ReadError};

const FEATURES: &str = "features";
const ITEMS: &str = "items";
const FEATURE_NAMES: &str = "feature_names";

/// Reads an archive.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub fn read(bytes: &[u8]) -> Result<OwnData, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut archive = Archive::open(bytes)?;
    let features = archive.array(FEATURES)?;
    let (n_items, n_features) = features.matrix_shape()?;
    check_size(n_items, n_features)?;
    let mut budget = Budget::default();
    budget.spend(&features)?;
    let targets = features.matrix()?.transposed();
    let items = read_names(&mut archive, ITEMS, n_items, &mut budget)?;
    let items = items.unwrap_or_else(|| (1..=n_items).map(|i| format!("Item {i}")).collect());
    let feature_names = read_names(&mut archive, FEATURE_NAMES, n_features, &mut budget)?;
    let weights = read_weights(&mut archive, n_items, n_features, &mut budget)?;
    OwnData::new(items, feature_names, targets, Some(weights), place)
}

/// Reads `W1` … `WL` alone, for data of so many items and features.
///
/// # Errors
/// If there are none, or they do not fit.
pub fn read_weights_for(
    bytes: &[u8],
    n_items: usize,
    n_features: usize,
) -> Result<Vec<DMatrix<f64>>, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut archive = Archive::open(bytes)?;
    let weights = read_weights(&mut archive, n_items, n_features, &mut Budget::default())?;
    if weights.is_empty() {
        let array = layer_name(1);
        return Err(ReadError::MissingArray { array });
    }
    check_weights(&weights, n_items, n_features)?;
    Ok(weights)
}

/// Writes an archive that [`read`] reads back the same, and numpy too. The same data always
/// gives the same bytes.
pub fn write(data: &OwnData) -> Vec<u8> {
    let archive = packed(data, Packer::tight(Cursor::new(Vec::new())));
    archive.expect("memory takes any array").into_inner()
}

fn packed(data: &OwnData, mut archive: Packer<Cursor<Vec<u8>>>) -> io::Result<Cursor<Vec<u8>>> {
    let shape = [data.n_items(), data.n_features()];
    // N × P by columns is P × N by rows.
    archive.numbers(FEATURES, &shape, data.dataset.targets.iter().copied())?;
    archive.names(ITEMS, &data.items)?;
    if let Some(names) = &data.feature_names {
        archive.names(FEATURE_NAMES, names)?;
    }
    for (layer, weights) in (1..).zip(data.weights.iter().flatten()) {
        let shape = [weights.nrows(), weights.ncols()];
        let by_rows = weights.transpose();
        archive.numbers(&layer_name(layer), &shape, by_rows.iter().copied())?;
    }
    archive.finish()
}

/// Where a part of the data stands.
fn place(part: Part) -> Place {
    let (array, row, column) = match part {
        Part::Item(item) => (ITEMS, item, None),
        Part::Feature(feature) => (FEATURE_NAMES, feature, None),
        Part::Target { item, feature } => (FEATURES, item, Some(feature + 1)),
    };
    Place {
        array: Some(array.to_owned()),
        row: row + 1,
        column,
    }
}

/// The names of that array, none if it is not there.
fn read_names(
    archive: &mut Archive,
    name: &str,
    expected: usize,
    budget: &mut Budget,
) -> Result<Option<Vec<String>>, ReadError> {
    if !archive.has(name) {
        return Ok(None);
    }
    let array = archive.array(name)?;
    if array.shape() != [expected as u64] {
        return Err(ReadError::NamesDoNotFit {
            array: name.to_owned(),
            shape: array.shape().to_vec(),
            expected,
        });
    }
    budget.spend(&array)?;
    array.texts().map(Some)
}

/// The layers from `W1` on, none or without a gap.
fn read_weights(
    archive: &mut Archive,
    n_items: usize,
    n_features: usize,
    budget: &mut Budget,
) -> Result<Vec<DMatrix<f64>>, ReadError> {
    let mut n_layers = 0;
    while archive.has(&layer_name(n_layers + 1)) {
        n_layers += 1;
    }
    let is_beyond = |name| layer_of(name).is_some_and(|layer| layer > n_layers);
    if archive.names().any(is_beyond) {
        let array = layer_name(n_layers + 1);
        return Err(ReadError::MissingArray { array });
    }
    let mut n_in = n_items;
    let mut layers = Vec::new();
    for layer in 1..=n_layers {
        let array = archive.array(&layer_name(layer))?;
        let shape = array.matrix_shape()?;
        let n_out = (layer == n_layers).then_some(n_features);
        check_layer(layer, shape, n_in, n_out)?;
        budget.spend(&array)?;
        layers.push(array.matrix()?.upright());
        n_in = shape.0;
    }
    Ok(layers)
}

fn layer_name(layer: usize) -> String {
    format!("W{layer}")
}

fn layer_of(name: &str) -> Option<usize> {
    let layer = name.strip_prefix('W')?.parse().ok()?;
    (layer_name(layer) == name).then_some(layer)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::npy;
    use super::super::own::tests::any_data;
    use super::*;

    const WEIGHTS: &[u8] = include_bytes!("../../tests/data/weights.npz");

    macro_rules! fixture {
        ($name:literal) => {
            read(include_bytes!(concat!("../../tests/data/", $name, ".npz")))
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

    /// What is said of `features` of two by two with more arrays beside them.
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
            assert_eq!(data.items, ["Item 1", "Item 2", "Item 3"]);
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
        let golden = include_bytes!("../../tests/golden/two_hidden_layers.npz");
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
        let words = "`features` is of the type |O, which cannot be read; save it as float64 or \
                     float32, as whole numbers or as bool";
        assert_eq!(error.to_string(), words);
        let error = fixture!("object_items").expect_err("must be refused");
        let words = "`items` is of the type |O, which cannot be read; save it as text, e.g. \
                     np.array(names, dtype=str)";
        assert_eq!(error.to_string(), words);
    }

    #[test]
    fn a_file_that_is_not_an_archive_is_refused() {
        assert_eq!(read(b""), Err(ReadError::Empty));
        assert_eq!(read(b"item,p\na,1\nb,0\n"), Err(ReadError::NotNpz));
        assert_eq!(read(&WEIGHTS[..WEIGHTS.len() / 2]), Err(ReadError::NotNpz));
        let other = archive(&[("feature", "'|i1'", "(2, 2)", &[1, 0, 0, 1])]);
        let error = read(&other).expect_err("no features");
        assert_eq!(error.to_string(), "there is no array `features`");
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
            words("(129, 1)"),
            "the number of items is 129 and must be at most 128"
        );
        let features = "the number of features is 10000000000 and must be at most 1000000";
        assert_eq!(words("(2, 10000000000)"), features);
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
        assert_eq!(
            refused("'|b1'", "(2, 2)", &[0; 4]),
            ReadError::Constant { value: -1.0 }
        );
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
            let stored = include_bytes!("../../tests/data/items.npz");
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
}
