//! The table of an .npz archive: `features`, with `items`, `feature_names` and first weights.

use super::origin::{Format, Origin};
use super::raw_table::{Cells, Names, NumberCells, RawTable};
use crate::data::{ReadError, npz};

const FEATURES: &str = "features";

/// Reads the table of an archive.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub(super) fn table(bytes: &[u8], array: Option<&str>) -> Result<RawTable, ReadError> {
    if let Some(other) = array.filter(|&array| array != FEATURES) {
        let array = other.to_owned();
        return Err(ReadError::MissingArray { array });
    }
    let data = npz::read(bytes)?;
    let names = |names: Vec<String>, array: &str| Names {
        names,
        array: Some(array.to_owned()),
    };
    Ok(RawTable {
        cells: Cells::Numbers(NumberCells {
            values: data.dataset.targets.clone(),
            array: Some(FEATURES.to_owned()),
        }),
        headings: data.feature_names.map(|list| names(list, "feature_names")),
        row_names: Some(names(data.items, "items")),
        weights: data.weights.unwrap_or_default(),
        origin: Origin {
            format: Format::Array {
                name: Some(FEATURES.to_owned()),
                dtype: "<f8".to_owned(),
            },
            packed: None,
            skipped: Vec::new(),
        },
    })
}
