//! A user's own data as an .npz archive of numpy's arrays.
//!
//! - `features`, or any other name if there is no other matrix: items × features, in C or Fortran
//!   order; whole numbers of any size, float16, float32 or float64, or bool;
//! - `items`, optional: the items' names, text; without it they are `item 1` and so on;
//! - `feature_names`, optional: the features' names, text; names go by other usual words too, and
//!   by their number;
//! - `W1` … `WL`, optional: the weights to start from, W_1 being h × P and W_L being N × h;
//! - `zero_one`, optional: the text `as-is` where a table of only 0 and 1 holds numbers and not no
//!   and yes. [`write()`] adds it to such a table, so that it is read back the same.
//!
//! Other arrays are left out, which the report says. Pickled objects are never read, and nothing is
//! unpacked before its declared size has been held against the limits. How the arrays become a data
//! set is for [`crate::data::read`]; here they are taken as they are (0 stays 0, true is +1 and
//! false is −1).

use std::io::{self, Cursor, Seek, Write};

use nalgebra::DMatrix;

use super::archive::{Archive, Budget};
use super::array_choice::{AS_IS, FEATURE_NAMES, FEATURES, ITEMS, ZERO_ONE};
use super::arrays::{self, Arrays, layer_name, read_weights};
use super::own::{DataPart, OwnData, check_size, check_weights};
use super::packer::Packer;
use super::place::Place;
use super::read_error::ReadError;

/// Reads an archive: `features` or, where there are none, its only matrix.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub fn read(bytes: &[u8]) -> Result<OwnData, ReadError> {
    let Arrays {
        mut values,
        name,
        dtype,
        items,
        feature_names,
        weights,
        ..
    } = arrays::of_archive(bytes, None)?;
    check_size(values.ncols(), values.nrows())?;
    if arrays::is_bool(&dtype) {
        values.apply(|value| *value = 2.0 * *value - 1.0);
    }
    let numbered = |n: usize| (1..=n).map(|i| format!("item {i}")).collect();
    let item_array = items
        .as_ref()
        .map_or(ITEMS.to_owned(), |list| list.0.clone());
    let feature_array = feature_names.as_ref().map(|list| list.0.clone());
    let items = items.map_or_else(|| numbered(values.ncols()), |list| list.1);
    let feature_names = feature_names.map(|list| list.1);
    OwnData::new(
        items,
        feature_names,
        values,
        Some(weights),
        |part| match part {
            DataPart::Item(item) => Place::row(item + 1).in_array(&item_array),
            DataPart::Feature(feature) => {
                let array = feature_array.as_deref().unwrap_or(FEATURE_NAMES);
                Place::row(feature + 1).in_array(array)
            }
            DataPart::Target { item, feature } => {
                Place::cell(item + 1, feature + 1).in_array(name.as_deref().unwrap_or(FEATURES))
            }
        },
    )
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
    keep_zero_one(&mut archive, &data.dataset.targets)?;
    for (layer, weights) in (1..).zip(data.weights.iter().flatten()) {
        let shape = [weights.nrows(), weights.ncols()];
        let by_rows = weights.transpose();
        archive.numbers(&layer_name(layer), &shape, by_rows.iter().copied())?;
    }
    archive.finish()
}

/// Says in an archive that a table of only 0 and 1 holds numbers, where it is one.
///
/// # Errors
/// If the archive cannot be written.
pub(crate) fn keep_zero_one<W: Write + Seek>(
    archive: &mut Packer<W>,
    targets: &DMatrix<f64>,
) -> io::Result<()> {
    if targets.iter().all(|&value| value == 0.0 || value == 1.0) {
        archive.names(ZERO_ONE, &[AS_IS.to_owned()])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
