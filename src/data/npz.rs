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

use super::archive::{Archive, Budget};
use super::own::{MAX_LAYERS, OwnData, Part, check_layer, check_size, check_weights};
use super::packer::Packer;
use super::place::Place;
use super::read_error::ReadError;

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
    let mut budget = Budget::of(bytes);
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

/// Where a part of the data stands.
fn place(part: Part) -> Place {
    let (array, row, column) = match part {
        Part::Item(item) => (ITEMS, item, None),
        Part::Feature(feature) => (FEATURE_NAMES, feature, None),
        Part::Target { item, feature } => (FEATURES, item, Some(feature + 1)),
    };
    Place {
        array: Some(array.into()),
        row: row + 1,
        column,
        heading: None,
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
