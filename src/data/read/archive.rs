//! The table of an .npz archive: `features`, with `items`, `feature_names` and first weights.

use super::origin::{Format, Origin};
use super::raw_table::{Cells, Names, NumberCells, RawTable};
use crate::data::{OwnData, ReadError, npz};

/// Reads the table of an archive.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub(super) fn table(bytes: &[u8], array: Option<&str>) -> Result<RawTable, ReadError> {
    Ok(of_data(npz::read_array(bytes, array)?, array))
}

/// Reads the table of a single array, a .npy file.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn single(bytes: &[u8]) -> Result<RawTable, ReadError> {
    Ok(of_data(npz::read_npy(bytes)?, None))
}

fn of_data(data: OwnData, array: Option<&str>) -> RawTable {
    let names = |names: Vec<String>, array: &str| Names {
        names,
        array: Some(array.to_owned()),
    };
    RawTable {
        cells: Cells::Numbers(NumberCells {
            values: data.dataset.targets.clone(),
            array: array.map(str::to_owned),
        }),
        headings: data.feature_names.map(|list| names(list, "feature_names")),
        row_names: (!are_made_up(&data.items)).then(|| names(data.items, "items")),
        weights: data.weights.unwrap_or_default(),
        origin: Origin {
            format: Format::Array {
                name: array.map(str::to_owned),
                dtype: "<f8".to_owned(),
            },
            packed: None,
            skipped: Vec::new(),
        },
    }
}

/// Whether the items are called as an archive's reader calls those without names.
fn are_made_up(items: &[String]) -> bool {
    (1..)
        .zip(items)
        .all(|(number, name)| name.eq_ignore_ascii_case(&format!("item {number}")))
}
