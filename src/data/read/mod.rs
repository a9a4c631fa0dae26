//! A user's table, read right or asked about.
//!
//! [`open()`] finds out the kind of file and gives its [`RawTable`], in which nothing is decided;
//! [`arrange()`] makes a data set of it by the user's [`Choices`], in this order:
//!
//! 0. `encoding` and `array`: which text or numbers the file holds;
//! 1. `transpose`: rows and columns are exchanged;
//! 2. `first_row`: it is the features' names, or an item;
//! 3. `rows`: the rows that are read;
//! 4. `drop`, `group_mean`, `items`: the columns that are no features;
//! 5. numbers or words: what the cells mean, for the whole table at once; `thousands`, `zero_one`,
//!    `na`;
//! 6. `missing`: what becomes of missing values;
//! 7. `group_mean`: classes become items;
//! 8. `scaling`: centred, or z-scored.
//!
//! A doubt is a [`ReadError`]; [`ways_out`] are choices that may decide it. The [`ReadReport`]
//! says what was found and done; the [`Outline`] lists the columns, rows and arrays to choose from.
//! No network is known here: the network's demands on the data are in [`crate::analysis`].

mod archive;
pub mod arrange;
pub mod changes;
pub mod choices;
mod column_lookup;
mod columns;
mod decimal;
pub mod examine;
mod grid;
mod heading;
mod number_format;
mod number_signs;
mod numbers;
pub mod open;
pub mod origin;
pub mod outline;
pub mod preview;
pub mod raw_table;
pub mod report;
pub mod table_error;
mod text;
pub mod text_cells;
mod value;
mod values;
pub mod way_out;

pub use arrange::{Reading, arrange};
pub use changes::{Changes, RowsRead};
pub use choices::{
    Choices, FirstRow, ItemNames, Missing, RowRange, RowRangeError, Scaling, Thousands, ZeroOne,
};
pub use decimal::DecimalSign;
pub use examine::{Examined, examine};
pub use open::open;
pub use origin::{Encoding, FileFormat, Origin, Separator, Skipped, UnknownEncoding};
pub use outline::Outline;
pub use preview::{LeftOut, Preview, PreviewRow};
pub use raw_table::{Cells, Names, NumberCells, RawTable};
pub use report::{NamesFrom, ReadReport, ValuesRead};
pub use table_error::TableError;
pub use text_cells::TextCells;
pub use way_out::{WayOut, ways_out};

use crate::data::ReadError;

/// Reads the file of that name by a user's choices.
///
/// # Errors
/// If something is wrong or in doubt.
pub fn read(name: &str, bytes: &[u8], choices: &Choices) -> Result<Reading, ReadError> {
    arrange(&open(name, bytes, choices)?, choices)
}

#[cfg(test)]
mod tests;
