//! A user's own data, and what it must be to be trained on.
//!
//! [`OwnData::new`] is the one gate: both readers go through it, so what holds here holds for
//! every file. It knows no file format; a reader tells it where in its file a part stands.

use std::collections::HashSet;
use std::sync::Arc;

use nalgebra::DMatrix;

use super::Dataset;
use super::place::{Place, excerpt};
use super::read_error::ReadError;

/// The fewest items: one must be able to differ from another.
pub const MIN_ITEMS: usize = 2;
/// The most items the program is made for.
pub const MAX_ITEMS: usize = 512;
/// The most levels of a tree: with two branches, as many as that many items have.
pub const MAX_LEVELS: usize = MAX_ITEMS.ilog2() as usize;
/// The most features a data set may have.
pub const MAX_FEATURES: usize = 1_000_000;
/// The largest value of a feature, of either sign.
pub const MAX_MAGNITUDE: f64 = 1e6;
/// The most layers of given weights: four hidden layers and the last.
pub const MAX_LAYERS: usize = 5;
/// The most characters of a name: more cannot be shown.
pub const MAX_NAME_CHARS: usize = 1000;

/// Items and features that a user brought along, and perhaps the weights to start from.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnData {
    /// Names of the P items, in order: distinct, not empty, without outer white space.
    pub items: Vec<String>,
    /// Names of the N features, if any feature has one; without outer white space.
    pub feature_names: Option<Vec<String>>,
    /// The targets Y, N × P.
    pub dataset: Arc<Dataset>,
    /// The first weights W_1 (h × P) … W_L (N × h), if they were given.
    pub weights: Option<Vec<DMatrix<f64>>>,
}

/// A part of the data, by index from 0, whose place in its file a reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataPart {
    /// The name of an item.
    Item(usize),
    /// The name of a feature.
    Feature(usize),
    /// The value of a feature for an item.
    Target {
        /// The item.
        item: usize,
        /// The feature.
        feature: usize,
    },
}

impl OwnData {
    /// Checks everything and trims the names. Feature names that are all empty are none, and so
    /// are weights of no layer. `place` says where in the file a part stands.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn new(
        items: Vec<String>,
        feature_names: Option<Vec<String>>,
        targets: DMatrix<f64>,
        weights: Option<Vec<DMatrix<f64>>>,
        place: impl Fn(DataPart) -> Place,
    ) -> Result<Self, ReadError> {
        let (n_features, n_items) = targets.shape();
        check_size(n_items, n_features)?;
        check_count("items", items.len(), n_items)?;
        let items = trimmed(items);
        check_items(&items, &place)?;
        let feature_names = feature_names.map(trimmed).filter(|n| !all_empty(n));
        if let Some(names) = &feature_names {
            check_count("feature_names", names.len(), n_features)?;
            for (feature, name) in names.iter().enumerate() {
                check_length(name, || place(DataPart::Feature(feature)))?;
            }
        }
        check_numbers(&targets, |feature, item| {
            place(DataPart::Target { item, feature })
        })?;
        if targets.iter().all(|&value| value == targets[0]) {
            return Err(ReadError::Constant);
        }
        let weights = weights.filter(|layers| !layers.is_empty());
        check_weights(weights.as_deref().unwrap_or_default(), n_items, n_features)?;
        Ok(Self {
            items,
            feature_names,
            dataset: Arc::new(Dataset { targets }),
            weights,
        })
    }

    /// Number of items, P.
    pub fn n_items(&self) -> usize {
        self.dataset.n_items()
    }

    /// Number of features, N.
    pub fn n_features(&self) -> usize {
        self.dataset.n_features()
    }
}

/// Checks the numbers of items and features; a reader does so before it makes room for them.
pub(super) fn check_size(n_items: usize, n_features: usize) -> Result<(), ReadError> {
    if n_items < MIN_ITEMS {
        return Err(ReadError::TooFewItems {
            found: n_items,
            min: MIN_ITEMS,
        });
    }
    if n_items > MAX_ITEMS {
        return Err(ReadError::TooManyItems {
            found: n_items,
            max: MAX_ITEMS,
        });
    }
    if n_features == 0 {
        return Err(ReadError::NoFeatures);
    }
    if n_features > MAX_FEATURES {
        return Err(ReadError::TooManyFeatures {
            found: n_features,
            max: MAX_FEATURES,
        });
    }
    Ok(())
}

/// Checks the shape of layer `layer`, from 1, which takes `n_in` values and, if it is the last,
/// must give `n_out`.
pub(super) fn check_layer(
    layer: usize,
    found: (usize, usize),
    n_in: usize,
    n_out: Option<usize>,
) -> Result<(), ReadError> {
    let has_rows = n_out.map_or(found.0 >= 1, |n_out| found.0 == n_out);
    if has_rows && found.1 == n_in {
        return Ok(());
    }
    Err(ReadError::WeightsDoNotFit {
        array: format!("W{layer}"),
        found,
        expected: (n_out, n_in),
    })
}

/// Checks that layers chain from the items to the features, and their numbers.
pub(super) fn check_weights(
    layers: &[DMatrix<f64>],
    n_items: usize,
    n_features: usize,
) -> Result<(), ReadError> {
    let mut n_in = n_items;
    for (layer, weights) in (1..).zip(layers) {
        let n_out = (layer == layers.len()).then_some(n_features);
        check_layer(layer, weights.shape(), n_in, n_out)?;
        n_in = weights.nrows();
        check_numbers(weights, |row, column| {
            Place::cell(row + 1, column + 1).in_array(&format!("W{layer}"))
        })?;
    }
    Ok(())
}

fn check_items(items: &[String], place: &impl Fn(DataPart) -> Place) -> Result<(), ReadError> {
    let mut seen = HashSet::new();
    for (item, name) in items.iter().enumerate() {
        let place = || place(DataPart::Item(item));
        if name.is_empty() {
            return Err(ReadError::EmptyName { place: place() });
        }
        check_length(name, place)?;
        if !seen.insert(name.as_str()) {
            return Err(ReadError::DuplicateName {
                place: place(),
                name: excerpt(name),
            });
        }
    }
    Ok(())
}

/// `place` is told row and column from 0.
fn check_numbers(
    matrix: &DMatrix<f64>,
    place: impl Fn(usize, usize) -> Place,
) -> Result<(), ReadError> {
    for (column, values) in matrix.column_iter().enumerate() {
        for (row, &value) in values.iter().enumerate() {
            if !value.is_finite() {
                let place = place(row, column);
                return Err(ReadError::NotFinite { place, value });
            }
            if value.abs() > MAX_MAGNITUDE {
                let (place, max) = (place(row, column), MAX_MAGNITUDE);
                return Err(ReadError::TooLarge { place, value, max });
            }
        }
    }
    Ok(())
}

fn check_count(array: &str, found: usize, expected: usize) -> Result<(), ReadError> {
    if found == expected {
        return Ok(());
    }
    Err(ReadError::NamesDoNotFit {
        array: array.to_owned(),
        shape: vec![found as u64],
        expected,
    })
}

fn check_length(name: &str, place: impl Fn() -> Place) -> Result<(), ReadError> {
    if name.chars().nth(MAX_NAME_CHARS).is_none() {
        return Ok(());
    }
    let (place, max) = (place(), MAX_NAME_CHARS);
    Err(ReadError::LongName { place, max })
}

/// Without outer white space, nor the zeros that numpy's strings cannot end with.
fn trimmed(names: Vec<String>) -> Vec<String> {
    let is_outer = |c: char| c.is_whitespace() || c == '\0';
    let trim = |name: String| name.trim_matches(is_outer).to_owned();
    names.into_iter().map(trim).collect()
}

fn all_empty(names: &[String]) -> bool {
    names.iter().all(String::is_empty)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(in crate::data) fn anywhere(_: DataPart) -> Place {
        Place::default()
    }

    /// Small data of every kind; `with_weights` may add first weights.
    pub(in crate::data) fn any_data(with_weights: bool) -> impl Strategy<Value = OwnData> {
        (2..6_usize, 1..5_usize, 1..4_usize)
            .prop_flat_map(move |(n_items, n_features, n_hidden)| {
                let name = prop_oneof!["\\PC{0,6}", "[;,\t\"'\r\n 01a\u{feff}\0]{0,4}"];
                let names = |n| prop::collection::vec(name.clone(), n);
                // A number somewhere inside makes the items' names distinct and not empty.
                let halves = prop::collection::vec((name.clone(), name.clone()), n_items);
                let items = halves.prop_map(|halves| {
                    let name = |(i, (a, b)): (_, &(String, String))| format!("{a}#{i}#{b}");
                    halves.iter().enumerate().map(name).collect::<Vec<_>>()
                });
                let matrix = |rows: usize, columns: usize| {
                    let values = prop::collection::vec(any_value(), rows * columns);
                    values.prop_map(move |v| DMatrix::from_vec(rows, columns, v))
                };
                let weights = (matrix(n_hidden, n_items), matrix(n_features, n_hidden));
                (
                    items,
                    prop::option::of(names(n_features)),
                    any_table(n_features, n_items),
                    prop::option::of(weights.prop_map(|(first, second)| vec![first, second])),
                )
            })
            .prop_filter_map("not data", move |(items, features, targets, weights)| {
                let weights = weights.filter(|_| with_weights);
                OwnData::new(items, features, targets, weights, anywhere).ok()
            })
    }

    fn any_table(rows: usize, columns: usize) -> impl Strategy<Value = DMatrix<f64>> {
        let one = prop_oneof![Just(1.0), Just(-1.0)];
        let bit = prop_oneof![Just(1.0), Just(0.0), Just(-0.0)];
        let n = rows * columns;
        prop_oneof![
            prop::collection::vec(one, n),
            prop::collection::vec(bit, n),
            prop::collection::vec(any_value(), n),
        ]
        .prop_map(move |values| DMatrix::from_vec(rows, columns, values))
    }

    fn any_value() -> impl Strategy<Value = f64> {
        prop_oneof![
            -MAX_MAGNITUDE..=MAX_MAGNITUDE,
            -1.0..1.0,
            any::<f64>().prop_filter("in range", |v| v.abs() <= MAX_MAGNITUDE),
            Just(-1e6),
            Just(0.0),
        ]
    }

    fn names(n: usize) -> Vec<String> {
        (0..n).map(|i| format!("item {i}")).collect()
    }

    fn table() -> DMatrix<f64> {
        DMatrix::from_fn(3, 4, |i, j| (i * 4 + j) as f64)
    }

    fn refused(
        items: Vec<String>,
        targets: DMatrix<f64>,
        weights: Option<Vec<DMatrix<f64>>>,
    ) -> ReadError {
        OwnData::new(items, None, targets, weights, anywhere).expect_err("must be refused")
    }

    #[test]
    fn sizes_are_those_the_program_is_made_for() {
        let error = refused(names(1), DMatrix::from_element(3, 1, 1.0), None);
        assert_eq!(error, ReadError::TooFewItems { found: 1, min: 2 });
        let error = refused(names(513), DMatrix::zeros(1, 513), None);
        let (found, max) = (513, 512);
        assert_eq!(error, ReadError::TooManyItems { found, max });
        let error = refused(names(2), DMatrix::zeros(0, 2), None);
        assert_eq!(error, ReadError::NoFeatures);
        let (found, max) = (1_000_001, 1_000_000);
        assert_eq!(
            check_size(2, found),
            Err(ReadError::TooManyFeatures { found, max })
        );
        assert_eq!(check_size(512, 1_000_000), Ok(()));
    }

    #[test]
    fn names_are_trimmed_and_empty_ones_are_none() {
        let mut items = names(4);
        items[1] = " \tTuna \n".to_owned();
        let features = Some(vec![String::new(), " ".to_owned(), "\0".to_owned()]);
        let data = OwnData::new(items, features, table(), Some(Vec::new()), anywhere);
        let data = data.expect("the rest is fine");
        assert_eq!(data.items[1], "Tuna");
        assert_eq!(data.feature_names, None);
        assert_eq!(data.weights, None);
    }

    #[test]
    fn weights_must_chain() {
        let layers = |shapes: &[(usize, usize)]| {
            let layer = |&(rows, columns): &(usize, usize)| DMatrix::zeros(rows, columns);
            Some(shapes.iter().map(layer).collect::<Vec<_>>())
        };
        for good in [&[(3, 4)][..], &[(2, 4), (3, 2)], &[(2, 4), (7, 2), (3, 7)]] {
            assert!(OwnData::new(names(4), None, table(), layers(good), anywhere).is_ok());
        }
        for (bad, array, expected) in [
            (&[(4, 3)][..], "W1", (Some(3), 4)),
            (&[(2, 5), (3, 2)], "W1", (None, 4)),
            (&[(0, 4), (3, 0)], "W1", (None, 4)),
            (&[(2, 4), (3, 5)], "W2", (Some(3), 2)),
            (&[(2, 4), (4, 2)], "W2", (Some(3), 2)),
        ] {
            let ReadError::WeightsDoNotFit {
                array: found_array,
                expected: found_expected,
                ..
            } = refused(names(4), table(), layers(bad))
            else {
                panic!("{bad:?} do not fit");
            };
            assert_eq!((found_array.as_str(), found_expected), (array, expected));
        }
    }
}
