//! Sentences that say what is wrong with a user's data, and where.

use fluent_bundle::FluentValue;

use super::value::text;
use crate::app::text::words::Words;
use crate::data::foreign::Foreign;
use crate::data::packing_error::PackingError;
use crate::data::read::{RowRangeError, TableError};
use crate::data::{CellKind, MAX_MAGNITUDE, Place, ReadError};

impl Words {
    /// A sentence for what is wrong with data, and where.
    pub(crate) fn read_error(&self, error: &ReadError) -> String {
        let place = place_of(error).map(|place| ("place", text(self.place(place))));
        let place = match (missing_item(error), place) {
            (Some(item), Some(place)) => {
                let place = self.with("place-of-item", &[place, ("item", text(item))]);
                Some(("place", text(place)))
            }
            (_, place) => place,
        };
        let array = array_of(error).map(|array| ("array", text(array)));
        let others = match error {
            ReadError::MixedKinds { others, .. } => {
                Some(("others", text(self.get(kind_key(*others)))))
            }
            _ => None,
        };
        let mut values = rest_of(error);
        values.extend([place, array, others].into_iter().flatten());
        self.with(read_key(error), &values)
    }

    /// A sentence for what is wrong with a range of rows.
    pub(crate) fn row_range_error(&self, error: RowRangeError) -> String {
        match error {
            RowRangeError::Form => self.get("rows-form"),
            RowRangeError::Reversed { from, to } => {
                self.with("rows-reversed", &[("from", text(from)), ("to", text(to))])
            }
        }
    }

    fn place(&self, place: &Place) -> String {
        let row = ("row", text(place.row));
        let cell = match place.column {
            Some(column) => self.with("place-cell", &[row, ("column", text(column))]),
            None => self.with("place-row", &[row]),
        };
        let cell = match &place.heading {
            Some(heading) => self.with(
                "place-headed",
                &[("cell", text(cell)), ("heading", text(heading))],
            ),
            None => cell,
        };
        match &place.array {
            Some(array) => format!("{array} {cell}"),
            None => cell,
        }
    }
}

/// The key of the sentence for what is wrong with data.
fn read_key(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "read-empty",
        ReadError::NotUtf8 { .. } => "read-not-utf8",
        ReadError::NotText { .. } => "read-not-text",
        ReadError::NotInEncoding { .. } => "read-not-in-encoding",
        ReadError::NotAnArchive { .. } => "read-not-an-archive",
        ReadError::Ragged { .. } => "read-ragged",
        ReadError::NotANumber { text, .. } if text.is_empty() => "read-empty-cell",
        ReadError::NotANumber { .. } => "read-not-a-number",
        ReadError::MixedKinds { .. } => "read-mixed",
        ReadError::Table(error) => table_key(error),
        ReadError::TooFewItems { .. } => "read-too-few-items",
        ReadError::TooManyItems { .. } => "read-too-many-items",
        ReadError::NoFeatures => "read-no-features",
        ReadError::TooManyFeatures { .. } => "read-too-many-features",
        ReadError::TooManyNumbers { .. } => "read-too-many-numbers",
        ReadError::EmptyName { .. } => "read-empty-name",
        ReadError::DuplicateName { .. } => "read-duplicate-name",
        ReadError::LongName { .. } => "read-long-name",
        ReadError::Constant => "read-constant",
        ReadError::NotFinite { .. } => "read-not-finite",
        ReadError::TooLarge { .. } => "read-too-large",
        ReadError::NotNpz => "read-not-npz",
        ReadError::Foreign(Foreign { line: "", .. }) => "read-foreign",
        ReadError::Foreign(_) => "read-foreign-converted",
        ReadError::Packing(PackingError::Damaged { .. }) => "read-damaged-packing",
        ReadError::Packing(PackingError::Encrypted) => "read-encrypted",
        ReadError::Packing(PackingError::Method { .. }) => "read-packing-method",
        ReadError::Packing(PackingError::UnpacksToMore { .. }) => "read-unpacks-to-more",
        ReadError::Packing(PackingError::SeveralFiles { .. }) => "read-several-files",
        ReadError::Packing(PackingError::TooManyFiles { .. }) => "read-too-many-arrays",
        ReadError::Packing(PackingError::Tangled) => "read-tangled-archive",
        ReadError::TooManyLayers { .. } => "read-too-many-layers",
        ReadError::Damaged { .. } => "read-damaged",
        ReadError::NoMatrix { .. } => "read-no-matrix",
        ReadError::SeveralMatrices { .. } => "read-several-matrices",
        ReadError::NoSuchArray { .. } => "read-no-such-array",
        ReadError::MissingArray { .. } => "read-missing-array",
        ReadError::NotAMatrix { .. } => "read-not-a-matrix",
        ReadError::NamesDoNotFit { .. } => "read-names-do-not-fit",
        ReadError::WeightsDoNotFit { .. } => "read-weights-do-not-fit",
        ReadError::UnreadableDtype { .. } => "read-unreadable",
    }
}

/// The key of the sentence for what is in doubt about a table.
fn table_key(error: &TableError) -> &'static str {
    match error {
        TableError::NoHeader { .. } => "table-no-header",
        TableError::NoItemColumn { .. } => "table-no-item-column",
        TableError::NoColumn { like: Some(_), .. } => "table-no-column-like",
        TableError::NoColumn { .. } => "table-no-column",
        TableError::NoClass { .. } => "table-no-class",
        TableError::TitleRow { .. } => "table-title-row",
        TableError::AmbiguousColumn { .. } => "table-ambiguous-column",
        TableError::Missing { text, .. } if text.is_empty() => "table-missing-empty",
        TableError::Missing { .. } => "table-missing",
        TableError::NoSuchRows { .. } => "table-no-such-rows",
        TableError::NotAValue { .. } => "table-not-a-value",
        TableError::Date { .. } => "table-date",
        TableError::Sign { .. } => "table-sign",
        TableError::Grouped { .. } => "table-grouped",
        TableError::Thousands { .. } => "table-thousands",
        TableError::MixedDecimals { .. } => "table-mixed-decimals",
    }
}

/// The values of that sentence but for the place.
fn rest_of_table(error: &TableError) -> Vec<(&'static str, FluentValue<'static>)> {
    match error {
        TableError::NoHeader { row } => vec![("row", text(row))],
        TableError::NoItemColumn { column, .. } => vec![("column", text(column))],
        TableError::NoColumn {
            wanted,
            like,
            known,
            ..
        } => {
            let like = like.as_deref().unwrap_or_default();
            vec![
                ("wanted", text(wanted)),
                ("like", text(like)),
                ("known", text(known)),
            ]
        }
        TableError::NoClass { .. } => Vec::new(),
        TableError::TitleRow { title } => vec![("title", text(title))],
        TableError::Missing { text: t, n, .. } => vec![("text", text(t)), ("n", (*n).into())],
        TableError::AmbiguousColumn { wanted, columns } => {
            vec![("wanted", text(wanted)), ("columns", text(columns))]
        }
        TableError::NoSuchRows { range, n_rows } => {
            vec![("range", text(range)), ("n", text(n_rows))]
        }
        TableError::NotAValue {
            text: t, column, ..
        }
        | TableError::Date {
            text: t, column, ..
        } => {
            vec![("text", text(t)), ("column", text(column))]
        }
        TableError::Sign { text: t, .. }
        | TableError::Grouped { text: t, .. }
        | TableError::Thousands { text: t, .. }
        | TableError::MixedDecimals { text: t, .. } => vec![("text", text(t))],
    }
}

/// The item that has no value, where it has a name.
fn missing_item(error: &ReadError) -> Option<&str> {
    let ReadError::Table(error) = error else {
        return None;
    };
    match error.as_ref() {
        TableError::Missing { item, .. } => item.as_deref(),
        _ => None,
    }
}

/// The place that an error names, if it names one.
fn place_of(error: &ReadError) -> Option<&Place> {
    match error {
        ReadError::NotANumber { place, .. }
        | ReadError::MixedKinds { place, .. }
        | ReadError::EmptyName { place }
        | ReadError::DuplicateName { place, .. }
        | ReadError::LongName { place, .. }
        | ReadError::NotFinite { place, .. }
        | ReadError::TooLarge { place, .. } => Some(place),
        ReadError::Table(error) => error.place(),
        _ => None,
    }
}

/// The array that an error names, if it names one.
fn array_of(error: &ReadError) -> Option<&String> {
    match error {
        ReadError::TooManyNumbers { array, .. }
        | ReadError::Damaged { array }
        | ReadError::NoSuchArray { array, .. }
        | ReadError::MissingArray { array }
        | ReadError::NotAMatrix { array, .. }
        | ReadError::NamesDoNotFit { array, .. }
        | ReadError::WeightsDoNotFit { array, .. }
        | ReadError::UnreadableDtype { array, .. } => Some(array),
        _ => None,
    }
}

/// The values of the sentence but for the place and the array.
fn rest_of(error: &ReadError) -> Vec<(&'static str, FluentValue<'static>)> {
    if let Some((found, limit)) = counts_of(error) {
        return vec![("found", text(found)), ("limit", text(limit))];
    }
    match error {
        ReadError::NotUtf8 { row, likely } => {
            vec![("row", text(row)), ("likely", text(likely))]
        }
        ReadError::NotText { row } => vec![("row", text(row))],
        ReadError::NotInEncoding { row, encoding } => {
            vec![("row", text(row)), ("encoding", text(encoding))]
        }
        ReadError::NotAnArchive { array } => vec![("array", text(array))],
        ReadError::Ragged {
            row,
            found,
            expected,
        } => vec![
            ("row", text(row)),
            ("found", text(found)),
            ("expected", text(expected)),
        ],
        ReadError::NotANumber { text: t, .. } | ReadError::MixedKinds { text: t, .. } => {
            vec![("text", text(t))]
        }
        ReadError::Table(error) => rest_of_table(error),
        ReadError::Packing(error) => rest_of_packing(error),
        ReadError::DuplicateName { name, .. } => vec![("name", text(name))],
        ReadError::LongName { max, .. } => vec![("limit", text(max))],
        ReadError::NotFinite { value, .. } => {
            vec![("value", text(value))]
        }
        ReadError::TooLarge { value, .. } => {
            vec![("value", text(value)), ("limit", text(MAX_MAGNITUDE))]
        }
        ReadError::Foreign(foreign) => vec![
            ("kind", text(foreign.kind)),
            ("language", text(foreign.language)),
            ("line", text(foreign.line)),
        ],
        other => rest_of_arrays(other),
    }
}

/// How many there are and how many there may be, where that is wrong.
fn counts_of(error: &ReadError) -> Option<(usize, usize)> {
    match *error {
        ReadError::TooFewItems { found, min } => Some((found, min)),
        ReadError::TooManyItems { found, max }
        | ReadError::TooManyFeatures { found, max }
        | ReadError::Packing(PackingError::TooManyFiles { found, max })
        | ReadError::TooManyLayers { found, max } => Some((found, max)),
        _ => None,
    }
}

/// The values of a sentence about the arrays of a file.
fn rest_of_arrays(error: &ReadError) -> Vec<(&'static str, FluentValue<'static>)> {
    match error {
        ReadError::TooManyNumbers { shape: s, .. } | ReadError::NotAMatrix { shape: s, .. } => {
            vec![("shape", shape(s))]
        }
        ReadError::NamesDoNotFit {
            shape: s, expected, ..
        } => vec![("shape", shape(s)), ("expected", text(expected))],
        ReadError::WeightsDoNotFit {
            found, expected, ..
        } => vec![
            ("found", text(format!("{} × {}", found.0, found.1))),
            ("expected", text(weights_shape(*expected))),
        ],
        ReadError::NoMatrix { arrays } | ReadError::SeveralMatrices { arrays, .. } => {
            vec![("arrays", text(arrays))]
        }
        ReadError::NoSuchArray { known, .. } => vec![("known", text(known))],
        ReadError::UnreadableDtype { dtype, line, .. } => {
            vec![("dtype", text(dtype)), ("line", text(line))]
        }
        _ => Vec::new(),
    }
}

/// The values of a sentence about a file's packing.
fn rest_of_packing(error: &PackingError) -> Vec<(&'static str, FluentValue<'static>)> {
    match error {
        PackingError::Damaged { packing } => vec![("packing", text(packing))],
        PackingError::UnpacksToMore {
            packing,
            max_megabytes,
        } => vec![("packing", text(packing)), ("limit", text(max_megabytes))],
        PackingError::SeveralFiles { names } => vec![("names", text(names))],
        PackingError::Method { method } => vec![("method", text(method))],
        PackingError::TooManyFiles { .. } | PackingError::Tangled | PackingError::Encrypted => {
            Vec::new()
        }
    }
}

/// The shape that weights must have; the number of rows of some is free.
fn weights_shape((rows, columns): (Option<usize>, usize)) -> String {
    let rows = rows.map_or_else(|| "≥ 1".to_owned(), |rows| rows.to_string());
    format!("{rows} × {columns}")
}

fn kind_key(kind: CellKind) -> &'static str {
    match kind {
        CellKind::YesNo => "cells-yes-no",
        CellKind::Number => "cells-numbers",
    }
}

fn shape(shape: &[u64]) -> FluentValue<'static> {
    let sizes: Vec<String> = shape.iter().map(u64::to_string).collect();
    text(format!("({})", sizes.join(", ")))
}
