//! The table of an .npz archive or a .npy file: its values, with names and first weights beside
//! them.

use super::origin::{FileFormat, Origin, Skipped};
use super::raw_table::{Cells, Names, NumberCells, RawTable};
use crate::data::ReadError;
use crate::data::arrays::{self, Arrays, NameList};
use crate::data::place::excerpt;

/// Reads the table of an archive.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub(super) fn table(bytes: &[u8], array: Option<&str>) -> Result<RawTable, ReadError> {
    Ok(of_arrays(arrays::of_archive(bytes, array)?))
}

/// Reads the table of a single array, a .npy file.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn single(bytes: &[u8]) -> Result<RawTable, ReadError> {
    Ok(of_arrays(arrays::of_npy(bytes)?))
}

fn of_arrays(arrays: Arrays) -> RawTable {
    let names = |(array, names): NameList| Names {
        names,
        array: Some(array),
    };
    let mut skipped = Vec::new();
    if !arrays.others.is_empty() {
        let arrays = arrays.others;
        skipped.push(Skipped::Arrays { arrays });
    }
    RawTable {
        cells: Cells::Numbers(NumberCells {
            values: arrays.values,
            array: arrays.name.clone(),
            keeps_zero_one: arrays.keeps_zero_one,
        }),
        headings: arrays.feature_names.map(names),
        row_names: arrays.items.map(names),
        weights: arrays.weights,
        origin: Origin {
            format: FileFormat::Array {
                name: arrays.name.as_deref().map(excerpt),
                dtype: arrays.dtype,
            },
            packed: None,
            skipped,
        },
    }
}
