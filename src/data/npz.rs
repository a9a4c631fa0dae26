//! A user's own data as an .npz archive of numpy's arrays.
//!
//! - `features`, or any other name if there is no other matrix: items × features, in C or Fortran order; whole numbers of any size, float16,
//!   float32 or float64, taken as they are (0 stays 0), or bool (true is +1 and false is −1);
//! - `items`, optional: the items' names, text; without it they are `item 1` and so on;
//! - `feature_names`, optional: the features' names, text; names go by other
//!   usual words too, and by their number;
//! - `W1` … `WL`, optional: the weights to start from, W_1 being h × P and W_L being N × h.
//!
//! Other arrays are ignored. Pickled objects are never read, and nothing is unpacked before
//! its declared size has been held against the limits.

use std::io::{self, Cursor};

use nalgebra::DMatrix;

use super::archive::{Archive, Budget};
use super::array_choice::{FEATURE_NAMES, FEATURES, ITEMS, matrix_name, name_arrays};
use super::npy::Array;
use super::own::{MAX_LAYERS, OwnData, Part, check_layer, check_size, check_weights};
use super::packer::Packer;
use super::place::Place;
use super::read_error::ReadError;

/// Reads an archive: `features` or, where there are none, its only matrix.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub fn read(bytes: &[u8]) -> Result<OwnData, ReadError> {
    read_array(bytes, None)
}

/// Reads an archive, the values from the array of that name, if one is named.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub fn read_array(bytes: &[u8], array: Option<&str>) -> Result<OwnData, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut archive = Archive::open(bytes)?;
    let name = match array {
        Some(name) => name.to_owned(),
        None => matrix_name(&mut archive)?,
    };
    let values = archive.array(&name)?;
    let (n_items, n_features) = values.matrix_shape()?;
    check_size(n_items, n_features)?;
    let mut budget = Budget::of(bytes);
    budget.spend(&values)?;
    let targets = values.matrix()?.transposed();
    let (item_array, feature_array) = name_arrays(&mut archive, n_items, n_features, &mut budget)?;
    let mut names = |array: Option<&String>, n| match array {
        Some(array) => read_names(&mut archive, array, n, &mut budget).map(Some),
        None => Ok(None),
    };
    let items = names(item_array.as_ref(), n_items)?;
    let items = items.unwrap_or_else(|| numbered(n_items));
    let feature_names = names(feature_array.as_ref(), n_features)?;
    let weights = if name == FEATURES {
        read_weights(&mut archive, n_items, n_features, &mut budget)?
    } else {
        Vec::new() // another matrix has other weights
    };
    OwnData::new(items, feature_names, targets, Some(weights), |part| {
        let (array, row, column) = match part {
            Part::Item(item) => (item_array.as_deref().unwrap_or(ITEMS), item, None),
            Part::Feature(feature) => {
                let array = feature_array.as_deref().unwrap_or(FEATURE_NAMES);
                (array, feature, None)
            }
            Part::Target { item, feature } => (name.as_str(), item, Some(feature + 1)),
        };
        let row = row + 1;
        let place = column.map_or(Place::row(row), |column| Place::cell(row, column));
        place.in_array(array)
    })
}

/// Reads a single array, a .npy file.
///
/// # Errors
/// The first thing that is wrong.
pub fn read_npy(bytes: &[u8]) -> Result<OwnData, ReadError> {
    let values = Array::open("array", bytes)?;
    let (n_items, n_features) = values.matrix_shape()?;
    check_size(n_items, n_features)?;
    Budget::of(bytes).spend(&values)?;
    let targets = values.matrix()?.transposed();
    OwnData::new(numbered(n_items), None, targets, None, |part| {
        let (row, column) = match part {
            Part::Item(index) | Part::Feature(index) => (index, None),
            Part::Target { item, feature } => (item, Some(feature + 1)),
        };
        let row = row + 1;
        column.map_or(Place::row(row), |column| Place::cell(row, column))
    })
}

fn numbered(n_items: usize) -> Vec<String> {
    (1..=n_items).map(|i| format!("item {i}")).collect()
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
    let weights = read_weights(&mut archive, n_items, n_features, &mut Budget::of(bytes))?;
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

/// The names of that array.
fn read_names(
    archive: &mut Archive,
    name: &str,
    expected: usize,
    budget: &mut Budget,
) -> Result<Vec<String>, ReadError> {
    let array = archive.array(name)?;
    if array.shape() != [expected as u64] {
        return Err(ReadError::NamesDoNotFit {
            array: name.to_owned(),
            shape: array.shape().to_vec(),
            expected,
        });
    }
    budget.spend(&array)?;
    array.texts()
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
    if n_layers > MAX_LAYERS {
        let (found, max) = (n_layers, MAX_LAYERS);
        return Err(ReadError::TooManyLayers { found, max });
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
mod tests;
